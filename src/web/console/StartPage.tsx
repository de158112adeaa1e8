import {
  GoLink,
  PageFrame,
  SentenceText,
  StateTag,
  useCalls,
  useViewer,
  useWords,
  Waiting,
} from '../../platform/ui/public.ts'
import { byUrgency, menuFor, type Page } from './navigation.ts'
import { PAGES } from './pages.ts'
import { useSignedIn } from './session.tsx'
import { words } from './words.ts'

/** What waits for this person, what is overdue first; below it everything they may open. */
export function StartPage() {
  const say = useWords(words)
  const { may } = useViewer()
  const { personName, post, bureauName } = useSignedIn()
  const menu = menuFor(PAGES, may)
  const counted = menu.flatMap(({ pages }) => pages).filter(({ count }) => count && may(count.of.may))
  return (
    <PageFrame
      title={say.greeting(personName)}
      meta={
        <>
          <SentenceText sentence={post} /> · <SentenceText sentence={bureauName} />
        </>
      }
    >
      {menu.length === 0 ? <p className="sj-empty">{say.noPages}</p> : null}
      {counted.length > 0 ? <WaitingForMe pages={counted} /> : null}
      <div className="start">
        {menu.map(({ group, pages }) => (
          <section key={group}>
            <h2>{say.groups[group]}</h2>
            <ul>
              {pages.map((page) => (
                <li key={page.path}>
                  <GoLink to={page.path}>
                    <SentenceText sentence={page.title} />
                  </GoLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </PageFrame>
  )
}

/** The pages on which something waits, each with how much; the same readings that the navigation shows. */
function WaitingForMe({ pages }: { pages: readonly Page[] }) {
  const say = useWords(words)
  const counts = pages.flatMap(({ count }) => (count ? [count] : []))
  const answers = useCalls(counts, { everySeconds: 60 })
  if (answers.includes(undefined)) return <Waiting rows={3} />
  const waiting = byUrgency(
    pages.map((page, at) => ({
      page,
      waits: answers[at] === null ? { all: 0, dueToday: 0, overdue: 0 } : counts[at]!.read(answers[at]),
    })),
  )
  return (
    <section className="start-waiting" aria-labelledby="start-waiting">
      <h2 id="start-waiting">{say.waitingTitle}</h2>
      {waiting.length === 0 ? <p className="sj-meta">{say.nothingWaits}</p> : null}
      <ul>
        {waiting.map(({ page, waits }) => (
          <li key={page.path}>
            <GoLink to={page.path}>
              <b className="sj-num">{waits.all}</b>
              <SentenceText sentence={page.title} />
              {waits.overdue > 0 ? <StateTag tone="refused">{say.overdue(waits.overdue)}</StateTag> : null}
              {waits.dueToday > 0 ? <StateTag tone="attention">{say.dueToday(waits.dueToday)}</StateTag> : null}
            </GoLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
