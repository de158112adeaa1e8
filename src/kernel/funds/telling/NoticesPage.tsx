import { Button } from 'antd'
import {
  FilterChips,
  localTime,
  PageFrame,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  useFilters,
  usePageParams,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { words as claimWords } from '../claims/words.ts'
import { claimNotices, type Notice, recordNoticesPrinted } from './contract.ts'
import { words } from './words.ts'
import './telling.css'

const PAPERS = ['A4', 'A5'] as const

/** The notices of a claim, one person a page, ready for the printer; that they were printed is recorded. */
export default function NoticesPage() {
  const say = useWords(words)
  const claims = useWords(claimWords)
  const { may } = useViewer()
  const { claimId } = usePageParams<'claimId'>()
  const { filters, set } = useFilters({ person: '', paper: 'A4' })
  const paper = PAPERS.find((each) => each === filters.paper) ?? 'A4'
  const { data, problem, retry } = useCall(claimNotices, {
    params: { claimId },
    query: filters.person ? { person: filters.person } : {},
  })
  const printing = useAct(recordNoticesPrinted)
  const people = data?.notices.map(({ decisionId }) => decisionId) ?? []

  async function print() {
    const done = await printing.act({ params: { claimId }, body: { people } })
    if (done.ok) window.print()
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
            {data.lastPrintedAt ? say.lastPrinted(localTime(data.lastPrintedAt)) : say.neverPrinted}
          </>
        ) : null
      }
      filters={
        <FilterChips
          chips={PAPERS.map((each) => ({
            key: each,
            label: each,
            on: each === paper,
            toggle: () => set({ paper: each }),
          }))}
        />
      }
      actions={
        people.length > 0 && may(recordNoticesPrinted.may) ? (
          <Button type="primary" loading={printing.busy} onClick={() => void print()}>
            {say.print}
          </Button>
        ) : null
      }
    >
      <style>{`@page { size: ${paper}; margin: ${paper === 'A4' ? 20 : 12}mm; }`}</style>
      <ProblemAlert problem={printing.problem} takesFocus />
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
