import { GoLink, SentenceText, useCall, useDistrict, usePath, useViewer, useWords } from '../../platform/ui/public.ts'
import { type Count, menuFor, type Page, pageAbove } from './navigation.ts'
import { PAGES } from './pages.ts'
import { useSignedIn } from './session.tsx'
import { words } from './words.ts'

function PageCount({ count }: { count: Count }) {
  const say = useWords(words)
  const answer = useCall(count.of, count.input, { everySeconds: 60 })
  const waiting = answer.data === undefined ? 0 : count.read(answer.data).all
  if (waiting === 0) return null
  return (
    <span className="rail-count sj-num">
      <span aria-hidden>{waiting}</span>
      <span className="sj-aloud">({say.waiting(waiting)})</span>
    </span>
  )
}

function Entry({ page, here, onGo }: { page: Page; here: boolean; onGo: (() => void) | undefined }) {
  const { may } = useViewer()
  return (
    <li>
      <GoLink to={page.path} className="rail-entry" aria-current={here ? 'page' : undefined} onClick={onGo}>
        <span>
          <SentenceText sentence={page.title} />
        </span>
        {page.count && may(page.count.of.may) ? <PageCount count={page.count} /> : null}
      </GoLink>
    </li>
  )
}

/** The programme as navigation: only pages that exist and that this person may open. */
export function Navigation({ onGo, onSearch }: { onGo?: () => void; onSearch: () => void }) {
  const say = useWords(words)
  const { may } = useViewer()
  const { bureauName } = useSignedIn()
  const district = useDistrict()
  const here = pageAbove(PAGES, usePath())
  return (
    <nav className="rail" aria-label={say.navigation}>
      <GoLink to="/" className="rail-brand" onClick={onGo}>
        {say.productName}
      </GoLink>
      <button type="button" className="rail-go" onClick={onSearch}>
        <span>{say.go}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </button>
      <div className="rail-pages">
        {menuFor(PAGES, may).map(({ group, pages }) => (
          <div key={group}>
            <h2 id={`rail-${group}`}>{say.groups[group]}</h2>
            <ul aria-labelledby={`rail-${group}`}>
              {pages.map((page) => (
                <Entry key={page.path} page={page} here={page === here} onGo={onGo} />
              ))}
            </ul>
          </div>
        ))}
      </div>
      <a className="rail-card" href={`/${district}/cards/mine`} target="_blank" rel="noreferrer">
        {say.operatingCard}
      </a>
      <p className="rail-host">
        <SentenceText sentence={bureauName} />
      </p>
    </nav>
  )
}
