import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import {
  Callout,
  type Column,
  DateField,
  DenseTable,
  Instant,
  listed,
  localTime,
  PageFrame,
  ReasonDialog,
  RunningText,
  SentenceText,
  StateTag,
  type UploadAnswer,
  UploadBox,
  useAct,
  useListing,
  useLocale,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { type InsuredList, listInsuredLists, uploadInsuredList, withdrawInsuredList } from './contract.ts'
import { pageWords } from './page-words.ts'
import './insured.css'

/** Lists of insured staff: bring one in, see which there are and by whom, take back one that was a mistake. */
export default function InsuredListsPage() {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const listing = useListing(listInsuredLists)
  const [leaving, setLeaving] = useState<InsuredList | null>(null)
  const mayWrite = may(uploadInsuredList.may)
  return (
    <PageFrame title={say.title} meta={say.meta}>
      {mayWrite ? <UploadList /> : null}
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={useColumns(mayWrite ? setLeaving : null)}
        rowKey={(list) => list.id}
        empty={{ sentence: say.empty }}
      />
      {leaving ? <WithdrawDialog list={leaving} onDone={() => setLeaving(null)} /> : null}
    </PageFrame>
  )
}

function useColumns(withdraw: ((list: InsuredList) => void) | null): Column<InsuredList>[] {
  const say = useWords(pageWords)
  return [
    {
      key: 'employer',
      title: say.columns.employer,
      width: 190,
      wraps: true,
      show: ({ employers }) => say.employers(employers.firstName, employers.count),
    },
    { key: 'asOf', title: say.columns.asOf, width: 104, show: (list) => <span className="sj-num">{list.asOf}</span> },
    {
      key: 'state',
      title: say.columns.state,
      width: 180,
      wraps: true,
      show: (list) => <State list={list} withdraw={withdraw} />,
    },
    { key: 'source', title: say.columns.source, width: 200, wraps: true, show: (list) => list.source },
    { key: 'rows', title: say.columns.rows, width: 72, kind: 'number', show: (list) => list.rowCount },
    {
      key: 'by',
      title: say.columns.by,
      width: 112,
      show: ({ by }) => (
        <>
          {by.name} <SentenceText sentence={by.post} />
        </>
      ),
    },
    {
      key: 'at',
      title: say.columns.at,
      width: 150,
      show: (list) => <Instant at={list.at} />,
    },
    {
      key: 'file',
      title: say.columns.file,
      width: 170,
      show: (list) => <span title={list.fileName}>{list.fileName}</span>,
    },
  ]
}

function State({ list, withdraw }: { list: InsuredList; withdraw: ((list: InsuredList) => void) | null }) {
  const say = useWords(pageWords)
  const { withdrawn } = list
  if (withdrawn) {
    return (
      <>
        <StateTag tone="plain">{say.withdrawn}</StateTag>
        <div className="sj-meta">
          {withdrawn.by.name} <Instant at={withdrawn.at} /> · {withdrawn.reason}
        </div>
      </>
    )
  }
  return (
    <>
      <StateTag tone="good">{say.inUse}</StateTag>{' '}
      {withdraw ? (
        <Button size="small" type="link" onClick={() => withdraw(list)}>
          {say.withdraw}
        </Button>
      ) : null}
    </>
  )
}

/** Where the list comes from and its day first, then the file: without them the box stays closed. */
function UploadList() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { businessDate } = useViewer()
  const { act, busy, sent, problem } = useAct(uploadInsuredList)
  const [source, setSource] = useState('')
  const [asOf, setAsOf] = useState('')
  const [answer, setAnswer] = useState<UploadAnswer | null>(null)
  const [already, setAlready] = useState<InsuredList | null>(null)
  const id = useId()
  const isTold = source.trim() !== '' && asOf !== ''

  async function upload(file: File) {
    setAnswer(null)
    setAlready(null)
    const done = await act({ query: { fileName: file.name, asOf, source: source.trim() }, file })
    if (!done.ok) return
    const { list } = done.answer
    if (done.answer.already) return setAlready(list)
    const employers = pageWords.employers(list.employers.firstName, list.employers.count)[locale]
    setAnswer({ ok: true, sentence: pageWords.imported(list.rowCount, employers)[locale] })
  }

  return (
    <section className="il-upload" aria-label={say.upload}>
      <div className="il-fields">
        <div>
          <label htmlFor={`${id}-source`}>{say.source}</label>
          <Input
            id={`${id}-source`}
            maxLength={200}
            autoComplete="off"
            placeholder={say.sourceHint}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-day`}>{say.asOf}</label>
          <DateField id={`${id}-day`} max={businessDate} value={asOf} onChange={setAsOf} />
          <small className="sj-meta">{say.asOfHint}</small>
        </div>
      </div>
      <UploadBox
        label={say.upload}
        accept=".xlsx,.xls,.csv"
        hint={isTold ? say.hint : say.first}
        onFile={(file) => void upload(file)}
        busy={busy}
        progress={sent}
        disabled={!isTold}
        answer={problem ? { ok: false, problem } : answer}
      />
      {already ? (
        <div className="il-already" role="status">
          <Callout tone="attention" title={say.alreadyTitle}>
            <p>
              <RunningText>{say.already(localTime(already.at).slice(0, 10), already.asOf, already.source)}</RunningText>
            </p>
          </Callout>
        </div>
      ) : null}
    </section>
  )
}

function WithdrawDialog({ list, onDone }: { list: InsuredList; onDone: () => void }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const withdrawing = useAct(withdrawInsuredList)

  async function withdraw(reason: string) {
    const done = await withdrawing.act({ params: { importId: list.id }, body: { reason } })
    if (!done.ok) return
    tell(pageWords.withdrawnDone)
    onDone()
  }

  return (
    <ReasonDialog
      title={say.withdrawTitle}
      send={say.withdraw}
      cancel={say.cancel}
      label={say.reason}
      placeholder={say.reasonHint}
      isDangerous
      lines={1}
      most={200}
      busy={withdrawing.busy}
      problem={withdrawing.problem}
      onSend={(reason) => void withdraw(reason)}
      onCancel={onDone}
    >
      <p>
        {list.source} · {list.asOf} · {say.employers(list.employers.firstName, list.employers.count)}
      </p>
      <p className="sj-meta">{say.withdrawLead}</p>
    </ReasonDialog>
  )
}
