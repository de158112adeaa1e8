import { Button } from 'antd'
import {
  localTime,
  PageFrame,
  ProblemAlert,
  RunningText,
  SentenceText,
  useAct,
  useCall,
  useFilters,
  usePageParams,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { printPaper } from '../../record/paper/contract.ts'
import { words as claimWords } from '../claims/words.ts'
import { claimNotices, type Notice, recordNoticesPrinted } from './contract.ts'
import { words } from './words.ts'
import './telling.css'

/** The notices of a claim as each person is told; printed as official forms, one person a sheet, which is recorded. */
export default function NoticesPage() {
  const say = useWords(words)
  const claims = useWords(claimWords)
  const { may } = useViewer()
  const { claimId } = usePageParams<'claimId'>()
  const { filters } = useFilters({ person: '' })
  const { data, problem, retry } = useCall(claimNotices, {
    params: { claimId },
    query: filters.person ? { person: filters.person } : {},
  })
  const recording = useAct(recordNoticesPrinted)
  const printing = useAct(printPaper)
  const people = data?.notices.map(({ decisionId }) => decisionId) ?? []

  async function print() {
    const recorded = await recording.act({ params: { claimId }, body: { people } })
    if (!recorded.ok) return
    const done = await printing.act({
      params: { kind: 'claim', subjectId: claimId, form: 'claim-telling' },
      body: { part: filters.person },
    })
    if (done.ok) window.location.assign(done.answer.address)
  }

  const crumbs = [
    { label: claims.title, to: '/claims' },
    { label: data ? `${claims.claim} ${data.number}` : claims.claim, to: `/claims/${claimId}` },
  ]
  return (
    <PageFrame
      title={say.pageTitle}
      crumbs={crumbs}
      meta={
        data ? (
          <>
            {say.count(people.length)} ·{' '}
            <RunningText>
              {data.lastPrintedAt ? say.lastPrinted(localTime(data.lastPrintedAt)) : say.neverPrinted}
            </RunningText>
          </>
        ) : null
      }
      actions={
        people.length > 0 && may(recordNoticesPrinted.may) ? (
          <Button type="primary" loading={recording.busy || printing.busy} onClick={() => void print()}>
            {say.print}
          </Button>
        ) : null
      }
    >
      <ProblemAlert problem={recording.problem ?? printing.problem} takesFocus />
      {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : null}
      {!data && !problem ? <Waiting rows={10} /> : null}
      {data && people.length === 0 ? <p>{say.nobody}</p> : null}
      {data?.notices.map((notice) => (
        <OneNotice key={notice.decisionId} notice={notice} />
      ))}
    </PageFrame>
  )
}

function OneNotice({ notice }: { notice: Notice }) {
  const say = useWords(words)
  return (
    <article className="notice">
      <h2>
        <SentenceText sentence={notice.title} />
      </h2>
      <p>
        <b>
          <SentenceText sentence={notice.to} />
        </b>
      </p>
      {notice.opening.map((line) => (
        <p key={line.zh}>
          <SentenceText sentence={line} />
        </p>
      ))}
      <ol>
        {notice.items.map(({ stopped, basis, bring }) => (
          <li key={`${stopped.zh} ${basis.zh}`}>
            <b>
              <SentenceText sentence={stopped} />
            </b>
            {basis.zh ? (
              <div className="sj-meta">
                {say.basis}
                {say.colon}
                <SentenceText sentence={basis} />
              </div>
            ) : null}
            <div>
              {say.bring}
              {say.colon}
              <SentenceText sentence={bring} />
            </div>
          </li>
        ))}
      </ol>
      {notice.closing.map((line) => (
        <p key={line.zh}>
          <SentenceText sentence={line} />
        </p>
      ))}
      <p className="notice-given">
        <SentenceText sentence={notice.given} />
      </p>
    </article>
  )
}
