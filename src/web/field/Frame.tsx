import { readFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import { type Locale, say } from '../../platform/contract/public.ts'
import { paletteCss } from '../../platform/ui/palette.ts'
import type { FieldNoteData, FieldSite, Said, SessionShown } from './data.ts'
import { words } from './words.ts'

const COLOURS = paletteCss(['ink', 'teal', 'tealDark', 'ochre', 'ochreLight', 'red', 'redLight', 'green', 'greenLight'])

/** Inside the page; its hash is what lets a browser use it. */
export const FIELD_STYLE =
  COLOURS +
  readFileSync(new URL('./field.css', import.meta.url), 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')

export type At = Pick<FieldSite, 'locale' | 'district'>

/** An address of the instructor's pages, in the language of the page. */
export const addressTo = ({ locale, district }: At, path = '', query: Record<string, string> = {}): string => {
  const text = new URLSearchParams({ ...query, ...(locale === 'en' ? { lang: 'en' } : {}) }).toString()
  return `/${district}/today${path}${text ? `?${text}` : ''}`
}

type DocumentProps = At & { title: string; refresh?: number | undefined; children: ReactNode }

function Document({ locale, title, refresh, children }: DocumentProps) {
  return (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover" />
        <meta name="theme-color" content="#000000" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${title} · ${say(words.productName, locale)}`}</title>
        <link rel="icon" href="data:," />
        <style>{FIELD_STYLE}</style>
        {refresh === undefined ? null : (
          <noscript>
            <meta httpEquiv="refresh" content={String(refresh)} />
          </noscript>
        )}
        <script src="/field/live.js" defer />
      </head>
      <body>{children}</body>
    </html>
  )
}

type LayoutProps = {
  site: FieldSite
  title: string
  path?: string
  back?: string
  refresh?: number | undefined
  children: ReactNode
}

export function Layout({ site, title, path = '', back, refresh, children }: LayoutProps) {
  const { locale, district, businessDate, who } = site
  const other: Locale = locale === 'zh' ? 'en' : 'zh'
  return (
    <Document {...site} title={title} refresh={refresh}>
      <header>
        <a href={addressTo(site)}>
          <b>{say(words.today, locale)}</b>
        </a>
        <nav>
          <span className="who-is-in">{who}</span>
          <a href={addressTo({ ...site, locale: other }, path, { lang: other })} lang={other === 'zh' ? 'zh-CN' : 'en'}>
            {say(words.otherLanguage, locale)}
          </a>
          <a href={`/${district}/console/`}>{say(words.console, locale)}</a>
        </nav>
      </header>
      {businessDate ? <p className="demo">{say(words.demonstration(businessDate), locale)}</p> : null}
      <main>
        {back === undefined ? null : (
          <a className="back" href={back}>
            ‹ {say(words.back, locale)}
          </a>
        )}
        {children}
      </main>
    </Document>
  )
}

export function SaidBox({ said, locale }: { said: Said | null; locale: Locale }) {
  if (!said) return null
  return (
    <p className={said.isWrong ? 'said wrong' : 'said'} role={said.isWrong ? 'alert' : 'status'}>
      {say(said.sentence, locale)}
    </p>
  )
}

export function Heading({ session, locale }: { session: SessionShown; locale: Locale }) {
  return (
    <>
      <h1>{say(session.title, locale)}</h1>
      <p className="when">
        <span>{say(session.when, locale)}</span>
        <span>{session.room}</span>
        <span className={`tag ${session.phase}`}>{say(words.phases[session.phase], locale)}</span>
      </p>
    </>
  )
}

export function Marks({ site }: { site: FieldSite }) {
  return (
    <>
      <input type="hidden" name="token" value={site.token} />
      <input type="hidden" name="at" defaultValue="" />
    </>
  )
}

type ActProps = {
  site: FieldSite
  session: SessionShown
  to: string
  name?: string
  value?: string
  look?: string
  off?: boolean
  children: ReactNode
}

/** One button that does one thing. */
export function Act({ site, session, to, name, value, look, off, children }: ActProps) {
  return (
    <form method="post" action={addressTo(site, `/${session.id}/${to}`)}>
      <Marks site={site} />
      {name ? <input type="hidden" name={name} value={value} /> : null}
      <button type="submit" className={look} disabled={off} {...(off ? { 'data-off': '1' } : {})}>
        {children}
      </button>
    </form>
  )
}

/** A page that says one thing: nobody is signed in, no such session, not now. */
export function FieldNote(data: FieldNoteData) {
  const { locale, title, sentence, link } = data
  return (
    <Document {...data} title={say(title, locale)}>
      <header>
        <a href={addressTo(data)}>
          <b>{say(words.today, locale)}</b>
        </a>
      </header>
      <main>
        <h1>{say(title, locale)}</h1>
        <p className="note">{say(sentence, locale)}</p>
        {link ? (
          <a className="btn main" href={link.href}>
            {say(link.label, locale)}
          </a>
        ) : null}
      </main>
    </Document>
  )
}
