import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  Figures,
  GoLink,
  Instant,
  PageFrame,
  ProblemAlert,
  RunningText,
  SentenceText,
  StateTag,
  useCall,
  useDistrict,
  useLocale,
  usePageParams,
  useViewer,
  useWords,
  Waiting,
  Yuan,
} from '../../../platform/ui/public.ts'
import { getNotice, type NoticeDetail, takeObjection } from './contract.ts'
import { ObjectionDialog } from './ObjectionDialog.tsx'
import './notices.css'
import { useRowColumns } from './row-columns.tsx'
import { HOLD_TONE, NOTICE_TONE } from './tones.ts'
import { words } from './words.ts'

/** One notice: who is on it, who is held, and what was objected to. */
export default function PublicNoticePage() {
  const say = useWords(words)
  const { noticeId } = usePageParams<'noticeId'>()
  const { data, problem, retry } = useCall(getNotice, { params: { noticeId } })
  return (
    <PageFrame
      title={data ? `${say.notice} ${data.number}` : say.notice}
      crumbs={[{ label: say.title, to: '/public-notices' }]}
      meta={data ? <Meta notice={data} /> : null}
      actions={data ? <Actions notice={data} /> : null}
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!data && !problem ? <Waiting rows={10} /> : null}
      {data ? <Opened notice={data} /> : null}
    </PageFrame>
  )
}

function Meta({ notice }: { notice: NoticeDetail }) {
  const say = useWords(words)
  return (
    <>
      <StateTag tone={NOTICE_TONE[notice.status]}>{say.status[notice.status]}</StateTag> {notice.title} · {say.claim}{' '}
      <GoLink to={`/claims/${notice.claimId}`}>{notice.claimNumber}</GoLink> · {notice.organisationName} ·{' '}
      <SentenceText sentence={notice.schemeTitle} />
    </>
  )
}

function Actions({ notice }: { notice: NoticeDetail }) {
  const say = useWords(words)
  const district = useDistrict()
  return (
    <>
      {notice.status === 'open' ? (
        <a className="sj-button" href={`/${district}/notices/${notice.id}`} target="_blank" rel="noreferrer">
          {say.publicPage}
        </a>
      ) : null}
      <GoLink className="sj-button" to={`/trail/public-notice/${notice.id}`}>
        {say.walk}
      </GoLink>
    </>
  )
}

type Row = NoticeDetail['rows'][number]

function Opened({ notice }: { notice: NoticeDetail }) {
  const say = useWords(words)
  const { may } = useViewer()
  const [about, setAbout] = useState<Row | null>(null)
  const mayObject = notice.mayObject && may(takeObjection.may)
  const columns: Column<Row>[] = [
    ...useRowColumns(),
    {
      key: 'hold',
      title: say.state,
      width: 240,
      show: (row) =>
        row.hold ? (
          <>
            <StateTag tone={HOLD_TONE[row.hold.status]}>{say.hold[row.hold.status]}</StateTag>{' '}
            <GoLink to={`/cases/${row.hold.caseId}`}>{say.openCase}</GoLink>
          </>
        ) : null,
    },
    ...(mayObject
      ? [
          {
            key: 'act',
            title: '',
            width: 200,
            show: (row: Row) => (
              <Button size="small" onClick={() => setAbout(row)}>
                {say.object}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Figures
        figures={[
          { label: say.people, value: notice.headCount },
          { label: say.amount, value: <Yuan fen={notice.amountFen} /> },
          { label: say.publishedOn, value: notice.publishedOn },
          { label: say.endsOn, value: notice.endsOn },
          { label: say.objections, value: notice.objections },
        ]}
      />
      <p className="sj-meta">
        <RunningText>{say.until(notice.endsOn, notice.workingDays)}</RunningText> ·{' '}
        {say.startsCounting[notice.counting]}
      </p>
      {notice.objections > 0 ? <Said notice={notice} /> : null}
      <DenseTable
        label={say.notice}
        columns={columns}
        rows={notice.rows}
        rowKey={(row) => row.claimLineId}
        empty={{ sentence: say.noNotices }}
      />
      {about ? <ObjectionDialog notice={notice} row={about} onDone={() => setAbout(null)} /> : null}
    </>
  )
}

/** Everything that was objected to, and who took it in. */
function Said({ notice }: { notice: NoticeDetail }) {
  const say = useWords(words)
  const locale = useLocale()
  if (notice.said.length === 0) return null
  return (
    <>
      <h2>{say.objections}</h2>
      <ul className="notice-said">
        {notice.said.map((each) => (
          <li key={each.id}>
            <b>
              {say.position} {each.position} {each.maskedName}
            </b>{' '}
            · {each.receivedOn} · {say.channel[each.channel]} · {each.named ? say.named : say.anonymous}
            <div>{each.said}</div>
            <div className="sj-meta">
              <Instant at={each.at} /> {each.by.name}({each.by.post[locale]})
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
