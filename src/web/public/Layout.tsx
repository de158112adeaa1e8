import { readFileSync } from 'node:fs'
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { say } from '../../platform/contract/public.ts'
import { sayDate } from '../../platform/ui/civilDates.ts'
import { chineseMarked } from '../../platform/ui/otherLanguage.ts'
import { paletteCss } from '../../platform/ui/palette.ts'
import { datesWhole } from '../../platform/ui/wholeDates.ts'
import { addressTo, type PublicPath, telephone } from './addresses.ts'
import type { Site } from './data.ts'
import { words } from './words.ts'

const COLOURS = paletteCss(['ink', 'ink2', 'paper', 'card', 'teal', 'tealDark', 'tealLight', 'ochre', 'ochreLight'])

const packed = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')

/** Inside the page, so that the page is one request; its hash is what lets a browser use it. */
export const PUBLIC_STYLE = COLOURS + packed('./public.css')

/** Beside it in the elders' version alone. */
export const ELDER_STYLE = packed('./elder.css')

/** A drawn icon inside the page, so that the browser does not ask for /favicon.ico. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%230e5a56'/%3E%3Cpath d='M2 12 6 5l2.5 4L10 7l4 5z' fill='%23fff'/%3E%3C/svg%3E"

export function Head({ title, elder }: { title: string; elder: boolean }) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover" />
      <meta name="theme-color" content="#0e5a56" />
      <meta name="format-detection" content="telephone=no" />
      <title>{title}</title>
      <link rel="icon" href={ICON} />
      <style>{PUBLIC_STYLE}</style>
      {elder ? <style>{ELDER_STYLE}</style> : null}
    </head>
  )
}

function Header({ site, here, id }: Pick<LayoutProps, 'site' | 'here' | 'id'>) {
  const page = here ?? 'home'
  const of = id === undefined ? {} : { id }
  const { locale, elder, demonstration } = site
  const other = locale === 'zh' ? 'en' : 'zh'
  return (
    <header>
      <div>
        <b>
          <a href={addressTo(site, 'home')}>
            {say(words.productName, locale)}
            <small>{say(site.district.name, locale)}</small>
          </a>
        </b>
        <nav aria-label={say(words.show, locale)}>
          <a href={addressTo(site, page, { elder: !elder, ...of })}>
            {say(elder ? words.standard : words.elder, locale)}
          </a>
          <a href={addressTo(site, page, { locale: other, ...of })} lang={other === 'zh' ? 'zh-CN' : 'en'}>
            {say(words.otherLanguage, locale)}
          </a>
        </nav>
      </div>
      {demonstration ? <p className="demo">{say(words.demonstration(demonstration.businessDate), locale)}</p> : null}
    </header>
  )
}

function Footer({ site: { bureau, locale, today } }: { site: Site }) {
  return (
    <footer>
      <p>
        <span>{say(words.foot.host(say(bureau.name, locale)), locale)}</span>
        <span>
          {say(words.foot.filing, locale)}
          {bureau.filingNumber ?? say(words.foot.noFiling, locale)}
        </span>
        <span>
          {say(words.foot.supervision, locale)}
          <a href={telephone(bureau.supervisionPhone)}>{bureau.supervisionPhone}</a>
        </span>
        <span className="paper">{say(words.readOn(sayDate(today, locale)), locale)}</span>
      </p>
    </footer>
  )
}

function CallBar({ site }: { site: Site }) {
  return (
    <nav className="call" aria-label={say(words.aHuman, site.locale)}>
      <div>
        <a href={telephone(site.bureau.consultPhone)}>{say(words.call, site.locale)}</a>
        <a href={addressTo(site, 'help')}>{say(words.helper, site.locale)}</a>
      </div>
    </nav>
  )
}

/** `here` is null where the address is no page; `id` names the record of a page of one. */
type LayoutProps = { site: Site; here: PublicPath | null; id?: string; title: string; children: ReactNode }

/** Every public page: header, what the page says, whose it is, and a human's phone. */
export function Layout({ site, here, id, title, children }: LayoutProps) {
  const { locale, elder } = site
  return (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'} className={elder ? 'elder' : undefined}>
      <Head title={`${title} · ${say(site.district.name, locale)}${say(words.productName, locale)}`} elder={elder} />
      <body>
        <Header site={site} here={here} {...(id === undefined ? {} : { id })} />
        <main>
          {here === 'home' || here === null ? null : (
            <a className="back" href={addressTo(site, 'home')}>
              ‹ {say(words.toHome, locale)}
            </a>
          )}
          <h1>{title}</h1>
          {children}
        </main>
        <Footer site={site} />
        <CallBar site={site} />
      </body>
    </html>
  )
}

/** The whole document as text, with its doctype; on an English page Chinese names say that they are Chinese. */
export function documentOf(page: ReactElement): string {
  const html = datesWhole(renderToStaticMarkup(page))
  return `<!doctype html>${html.startsWith('<html lang="en"') ? chineseMarked(html) : html}`
}
