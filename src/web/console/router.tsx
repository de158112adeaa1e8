import { createRootRoute, createRoute, createRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { Button } from 'antd'
import { Suspense } from 'react'
import {
  GoLink,
  PageFrame,
  readAddress,
  useLocale,
  useViewer,
  useWords,
  Waiting,
  writeAddress,
} from '../../platform/ui/public.ts'
import { type Page, routerPath } from './navigation.ts'
import { PAGES } from './pages.ts'
import { Shell } from './Shell.tsx'
import { StartPage } from './StartPage.tsx'
import { useSignedIn } from './session.tsx'
import { words } from './words.ts'

function NotFound() {
  const say = useWords(words)
  return (
    <PageFrame title={say.notFound.title}>
      <p>{say.notFound.detail}</p>
      <GoLink to="/">{say.toStart}</GoLink>
    </PageFrame>
  )
}

function NotAllowed({ page }: { page: Page }) {
  const say = useWords(words)
  const { post } = useSignedIn()
  const locale = useLocale()
  return (
    <PageFrame title={say.notAllowed.title}>
      <p>{say.notAllowed.detail(page.title[locale], post[locale])}</p>
      <GoLink to="/">{say.toStart}</GoLink>
    </PageFrame>
  )
}

/** A failure of the page itself; refusals by the server are shown by the page. */
function Broken({ error }: ErrorComponentProps) {
  const say = useWords(words)
  return (
    <PageFrame title={say.broken.title}>
      <p role="alert">{say.broken.detail}</p>
      <p className="sj-meta">{error instanceof Error ? error.message : String(error)}</p>
      <Button type="primary" onClick={() => window.location.reload()}>
        {say.broken.reload}
      </Button>
    </PageFrame>
  )
}

function opened(page: Page) {
  return function Opened() {
    const { may } = useViewer()
    const locale = useLocale()
    if (!may(page.may)) return <NotAllowed page={page} />
    return (
      <Suspense
        fallback={
          <PageFrame title={page.title[locale]}>
            <Waiting />
          </PageFrame>
        }
      >
        <page.component />
      </Suspense>
    )
  }
}

/** The console's routes, made from the registered pages. Searches are plain texts: `?state=filed`. */
export function consoleRouter(district: number, pages: readonly Page[] = PAGES) {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })
  const routes = pages.map((page) =>
    createRoute({ getParentRoute: () => root, path: routerPath(page.path), component: opened(page) }),
  )
  const start = pages.some((page) => page.path === '/')
    ? []
    : [createRoute({ getParentRoute: () => root, path: '/', component: StartPage })]
  return createRouter({
    routeTree: root.addChildren([...start, ...routes]),
    basepath: `/${district}/console`,
    parseSearch: readAddress,
    stringifySearch: writeAddress,
    defaultErrorComponent: Broken,
    scrollRestoration: false,
  })
}
