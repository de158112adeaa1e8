import { GoLink, PageFrame, SentenceText, useViewer, useWords } from '../../platform/ui/public.ts'
import { menuFor } from './navigation.ts'
import { PAGES } from './pages.ts'
import { useSignedIn } from './session.tsx'
import { words } from './words.ts'

/** Where one begins until a page registers at '/': everything this person may open. */
export function StartPage() {
  const say = useWords(words)
  const { may } = useViewer()
  const { personName, post, bureauName } = useSignedIn()
  const menu = menuFor(PAGES, may)
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
