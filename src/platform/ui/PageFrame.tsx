import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { GoLink } from './going.tsx'
import { RunningText, useWords } from './language.tsx'
import { words } from './words.ts'

/** Places in the shell's top bar that a page may fill. */
export type TopBar = { filters: HTMLElement | null; search: HTMLElement | null }

export const TopBarContext = createContext<TopBar>({ filters: null, search: null })

export type Crumb = { label: string; to: string }

type PageFrameProps = {
  title: string
  /** One line under the title: reference, place, dates, clause. */
  meta?: ReactNode
  /** Buttons of the whole page, beside the title. */
  actions?: ReactNode
  /** The way up, from the widest; the page itself is not among them. */
  crumbs?: readonly Crumb[]
  /** Goes into the top bar, after the crumbs: `<FilterChips>`. */
  filters?: ReactNode
  /** Goes into the top bar, right: `<SearchBox>`. */
  search?: ReactNode
  /** `fill` gives the page the window's height and no margins, for `<ListDetail>`; the title is then for readers aloud. */
  layout?: 'flow' | 'fill'
  children: ReactNode
}

function Crumbs({ crumbs, title }: { crumbs: readonly Crumb[]; title: string }) {
  return (
    <nav className="sj-crumbs" aria-label={title}>
      {crumbs.map((crumb) => (
        <span key={crumb.to}>
          <GoLink to={crumb.to}>{crumb.label}</GoLink>
          <span aria-hidden> / </span>
        </span>
      ))}
      <span aria-current="page">{title}</span>
    </nav>
  )
}

let arrived = false

/** After a change of page the heading is where a keyboard or a screen reader goes on, unless somebody is already inside. */
function useFocusAfterNavigation() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (arrived && !document.activeElement?.closest('main, [role="dialog"]')) {
      heading.current?.focus({ preventScroll: true })
    }
    arrived = true
  }, [])
  return heading
}

/** A page of the console: its title, what it is about, what can be done with the whole of it, and its content. */
export function PageFrame(props: PageFrameProps) {
  const { title, meta, actions, crumbs, filters, search, layout = 'flow', children } = props
  const bar = useContext(TopBarContext)
  const say = useWords(words)
  const heading = useFocusAfterNavigation()
  const inBar = (
    <>
      {crumbs?.length ? <Crumbs crumbs={crumbs} title={title} /> : null}
      {filters}
    </>
  )
  return (
    <div className={`sj-page sj-page-${layout}`}>
      <title>{`${title} · ${say.productName}`}</title>
      {bar.filters ? createPortal(inBar, bar.filters) : null}
      {bar.search && search ? createPortal(search, bar.search) : null}
      <header className={layout === 'fill' ? 'sj-aloud' : 'sj-page-head'}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {meta ? (
            <div className="sj-meta">
              <RunningText>{meta}</RunningText>
            </div>
          ) : null}
        </div>
        {actions ? <div className="sj-page-actions">{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}
