import { Button } from 'antd'
import { useState } from 'react'
import {
  Callout,
  type Column,
  DenseTable,
  Figures,
  GoLink,
  Instant,
  localTime,
  PageFrame,
  ProblemAlert,
  ReasonDialog,
  saveFile,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useLocale,
  usePageParams,
  useTell,
  useViewer,
  useWords,
  Waiting,
  Yuan,
} from '../../../platform/ui/public.ts'

import { getHistorySource, openHistoryFile, type SourceShown, withdrawHistorySource } from './contract.ts'
import './history.css'
import { COLUMN_TITLES } from './meanings.ts'
import { pageWords } from './page-words.ts'
import { sayCovers, sayFamilies } from './source-shown.ts'

/** One ledger or look-up: what it covers, what it came to, what is doubtful in it, and a way to take it back. */
export default function SourcePage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { may } = useViewer()
  const { sourceId } = usePageParams<'sourceId'>()
  const reading = useCall(getHistorySource, { params: { sourceId } })
  const opening = useAct(openHistoryFile)
  const crumbs = [{ label: say.title, to: '/history' }]
  const { data } = reading
  if (reading.problem || !data) {
    return (
      <PageFrame title={say.title} crumbs={crumbs}>
        {reading.problem ? <ProblemAlert problem={reading.problem} onRetry={reading.retry} /> : <Waiting />}
      </PageFrame>
    )
  }
  const mayWrite = may(withdrawHistorySource.may)

  async function openFile(source: SourceShown) {
    const done = await opening.act({ params: { sourceId } })
    if (done.ok) saveFile(done.answer as Blob, source.fileName)
  }

  return (
    <PageFrame
      title={data.source}
      crumbs={crumbs}
      meta={
        <>
          {say.kinds[data.kind]} · {data.fileName} · <SentenceText sentence={data.by.post} />{' '}
          <Instant at={data.by.at} />{' '}
          <StateTag tone={data.withdrawn ? 'plain' : 'good'}>{data.withdrawn ? say.withdrawn : say.counts}</StateTag>
        </>
      }
      actions={
        mayWrite ? (
          <>
            {data.hasFile ? (
              <Button title={say.detail.fileNote} loading={opening.busy} onClick={() => void openFile(data)}>
                {say.detail.file}
              </Button>
            ) : null}
            {data.withdrawn ? null : <Withdraw sourceId={sourceId} />}
          </>
        ) : null
      }
    >
      <ProblemAlert problem={opening.problem} />
      {data.withdrawal ? (
        <Callout
          tone="attention"
          title={say.detail.withdrawnBy(data.withdrawal.by.post[locale], localTime(data.withdrawal.by.at))}
        >
          {data.withdrawal.reason}
        </Callout>
      ) : null}
      <Figures
        figures={[
          { label: say.columns.covers, value: sayCovers(data, locale) },
          { label: say.columns.families, value: sayFamilies(data, locale) },
          { label: say.columns.rows, value: data.rowCount },
          { label: say.columns.amountYuan, value: <Yuan fen={data.amountFen} /> },
        ]}
      />
      {data.group ? (
        <p>
          {say.columns.group}:{' '}
          <GoLink to={`/history/lookup/${data.group.id}`}>
            <SentenceText sentence={data.group.title} />
          </GoLink>
        </p>
      ) : null}
      {data.doubts.length > 0 ? (
        <Callout tone="attention" title={say.upload.doubts(data.doubts.length)}>
          <ul className="hist-doubts">
            {data.doubts.map((doubt) => (
              <li key={`${doubt.row}${doubt.sentence.en}`}>
                {say.columns.row} {doubt.row}: <SentenceText sentence={doubt.sentence} />
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
      <h2>{say.detail.totals}</h2>
      <Totals source={data} />
      {data.people.length > 0 ? (
        <>
          <h2>{say.detail.people}</h2>
          <People source={data} />
        </>
      ) : null}
      {data.columnsRead.length > 0 ? (
        <>
          <h2>{say.detail.columns}</h2>
          <p className="sj-meta">
            {data.columnsRead
              .map((column) => `${column.heading} → ${COLUMN_TITLES[column.meaning][locale]}`)
              .join(' · ')}
          </p>
        </>
      ) : null}
    </PageFrame>
  )
}

function Totals({ source }: { source: SourceShown }) {
  const say = useWords(pageWords)
  const columns: Column<SourceShown['totals'][number]>[] = [
    { key: 'year', title: say.columns.year, width: 80, kind: 'number', show: (row) => row.year },
    { key: 'family', title: say.columns.families, show: (row) => <SentenceText sentence={row.family.label} /> },
    {
      key: 'level',
      title: say.columns.level,
      width: 180,
      show: (row) => (row.level ? <SentenceText sentence={row.level} /> : '—'),
    },
    { key: 'rows', title: say.columns.rows, width: 90, kind: 'number', show: (row) => row.rows },
    {
      key: 'amount',
      title: say.columns.amountYuan,
      width: 140,
      kind: 'number',
      show: (row) => <Yuan fen={row.amountFen} />,
    },
  ]
  return (
    <DenseTable
      label={say.detail.totals}
      columns={columns}
      rows={source.totals}
      rowKey={(row) => `${row.year} ${row.family.code} ${row.level?.zh ?? ''}`}
      empty={{ sentence: say.detail.noTotals }}
    />
  )
}

function People({ source }: { source: SourceShown }) {
  const say = useWords(pageWords)
  const columns: Column<SourceShown['people'][number]>[] = [
    { key: 'name', title: say.columns.name, width: 110, show: (row) => row.maskedName },
    {
      key: 'identity',
      title: say.columns.identity,
      width: 200,
      show: (row) => <span className="sj-num">{row.maskedIdentity}</span>,
    },
    { key: 'answer', title: say.columns.answer, show: (row) => say.detail.answers[row.answer] },
  ]
  return (
    <DenseTable
      label={say.detail.people}
      columns={columns}
      rows={source.people}
      rowKey={(row) => row.personId}
      empty={{ sentence: '' }}
    />
  )
}

/** Takes a source back: with a reason, and the rows stay. */
function Withdraw({ sourceId }: { sourceId: string }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const withdrawing = useAct(withdrawHistorySource)
  const [open, setOpen] = useState(false)

  async function withdraw(reason: string) {
    const done = await withdrawing.act({ params: { sourceId }, body: { reason } })
    if (!done.ok) return
    setOpen(false)
    tell(pageWords.detail.done)
  }

  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {say.detail.withdraw}
      </Button>
      {open ? (
        <ReasonDialog
          title={say.detail.withdrawTitle}
          send={say.detail.withdraw}
          cancel={say.lookup.cancel}
          label={say.detail.reason}
          lines={3}
          isDangerous
          busy={withdrawing.busy}
          problem={withdrawing.problem}
          onSend={(reason) => void withdraw(reason)}
          onCancel={() => setOpen(false)}
        >
          <p className="sj-meta">{say.detail.withdrawLead}</p>
        </ReasonDialog>
      ) : null}
    </>
  )
}
