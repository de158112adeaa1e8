import { readFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import { type Locale, say, type Sentence } from '../../platform/contract/public.ts'
import { paletteCss } from '../../platform/ui/palette.ts'
import type {
  AssistData,
  AssistOneData,
  CardData,
  FieldNoteData,
  FieldSite,
  PeopleData,
  PersonShown,
  PhotoData,
  RollData,
  Said,
  Screen,
  SessionData,
  SessionShown,
  TodayData,
} from './data.ts'
import { words } from './words.ts'

const COLOURS = paletteCss(['ink', 'teal', 'tealDark', 'ochre', 'ochreLight', 'red', 'redLight', 'green', 'greenLight'])

/** Inside the page; its hash is what lets a browser use it. */
export const FIELD_STYLE =
  COLOURS +
  readFileSync(new URL('./field.css', import.meta.url), 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')

type At = Pick<FieldSite, 'locale' | 'district'>

/** An address of the instructor's pages, in the language of the page. */
const addressTo = ({ locale, district }: At, path = '', query: Record<string, string> = {}): string => {
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

function Layout({ site, title, path = '', back, refresh, children }: LayoutProps) {
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

function SaidBox({ said, locale }: { said: Said | null; locale: Locale }) {
  if (!said) return null
  return (
    <p className={said.isWrong ? 'said wrong' : 'said'} role={said.isWrong ? 'alert' : 'status'}>
      {say(said.sentence, locale)}
    </p>
  )
}

function Heading({ session, locale }: { session: SessionShown; locale: Locale }) {
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

function Marks({ site }: { site: FieldSite }) {
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
function Act({ site, session, to, name, value, look, off, children }: ActProps) {
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

function Sessions({ site, sessions }: { site: FieldSite; sessions: readonly SessionShown[] }) {
  return (
    <ul className="rows">
      {sessions.map((each) => (
        <li key={each.id}>
          <a href={addressTo(site, `/${each.id}`)}>
            <span>
              {say(each.when, site.locale)} · {say(each.title, site.locale)}
            </span>
            <span className={`tag ${each.phase}`}>{say(words.phases[each.phase], site.locale)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** 今天, when there is none, or none is next. */
export function Today(data: TodayData) {
  const { locale, sessions } = data
  return (
    <Layout site={data} title={say(words.today, locale)}>
      <h1>{say(words.today, locale)}</h1>
      {sessions.length === 0 ? (
        <>
          <p className="count">{say(words.none, locale)}</p>
          <p className="note">{say(words.noneHint, locale)}</p>
        </>
      ) : (
        <Sessions site={data} sessions={sessions} />
      )}
    </Layout>
  )
}

/** What the class looks at; renewed by itself. */
export function LivePart({ site, session, screen }: { site: At; session: SessionShown; screen: Screen }) {
  const { locale } = site
  const kind = session.phase === 'out' ? 'out' : 'in'
  const digits = `${screen.digits.slice(0, 3)} ${screen.digits.slice(3)}`
  return (
    <>
      <section className="screen">
        <b>{say(kind === 'out' ? words.scanOut : words.scan, locale)}</b>
        <img src={screen.qr} alt={screen.scan} />
        <p className="small">{say(words.orDigits(screen.address), locale)}</p>
        <p className="digits" data-digits={screen.digits}>
          {digits}
        </p>
        <p className="small">{say(words.changesIn(screen.changesIn), locale)}</p>
      </section>
      <section>
        <p className="count" role="status">
          {say(words.signedOf[kind], locale)} {screen.signed} / {screen.people}
        </p>
        {screen.missing.length === 0 ? (
          <p className="said">{say(kind === 'out' ? words.allOut : words.allHere, locale)}</p>
        ) : (
          <>
            <h2>{say(words.missing(screen.missing.length), locale)}</h2>
            <ul className="missing">
              {screen.missing.map(({ id, seq, name }) => (
                <li key={id}>
                  <a href={addressTo(site, `/${session.id}/assist`, { who: id })}>
                    <b>{seq}</b>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  )
}

/** One session: the code, who is missing, and everything the instructor does, in reach of one thumb. */
export function Session(data: SessionData) {
  const { locale, session, screen, said, others, photos, outFrom, counts, sheet } = data
  const path = `/${session.id}`
  const link = (to: string, label: Sentence) => (
    <a className="btn" href={addressTo(data, `${path}/${to}`)}>
      {say(label, locale)}
    </a>
  )
  return (
    <Layout
      site={data}
      title={say(session.title, locale)}
      path={path}
      refresh={screen ? Math.min(10, screen.changesIn + 1) : undefined}
    >
      <Heading session={session} locale={locale} />
      <SaidBox said={said} locale={locale} />
      {session.phase === 'not-open' ? (
        <Act site={data} session={session} to="open" look="main">
          {say(words.start, locale)}
        </Act>
      ) : null}
      {screen ? (
        <div id="live" className="live" data-renew={addressTo(data, `${path}/screen`)}>
          <LivePart site={data} session={session} screen={screen} />
        </div>
      ) : null}
      {session.phase === 'closed' ? (
        <>
          <p className="note">{say(words.over, locale)}</p>
          <dl className="totals">
            {(['in', 'out', 'leave'] as const).map((key) => (
              <div key={key} className="as-one">
                <dt>{say(words.counts[key], locale)}</dt>
                <dd>{counts[key]}</dd>
              </div>
            ))}
            <dt>{say(words.counts.missing, locale)}</dt>
            <dd>{counts.people - counts.in - counts.leave}</dd>
          </dl>
          {sheet ? <p className="said">{say(sheet, locale)}</p> : null}
        </>
      ) : null}
      <div className="acts">
        {screen ? (
          <>
            {link('roll', words.roll)}
            {link('card', words.card)}
            {link('assist', words.assist)}
          </>
        ) : null}
        {session.phase === 'not-open' ? null : (
          <>
            {link('photo', words.photoOf(photos))}
            {link('people', words.people)}
          </>
        )}
        {session.phase === 'in' ? (
          <Act site={data} session={session} to="phase" name="to" value="out" off={outFrom !== null}>
            {say(outFrom === null ? words.out : words.outFrom(outFrom), locale)}
          </Act>
        ) : null}
        {session.phase === 'in' || session.phase === 'out' ? (
          <Act site={data} session={session} to="phase" name="to" value="closed" look="plain">
            {say(words.end, locale)}
          </Act>
        ) : null}
        {session.phase === 'closed' ? (
          <Act site={data} session={session} to="phase" name="to" value={outFrom === null ? 'out' : 'in'} look="plain">
            {say(outFrom === null ? words.againOut : words.again, locale)}
          </Act>
        ) : null}
      </div>
      {others.length > 0 ? (
        <>
          <h2>{say(words.others, locale)}</h2>
          <Sessions site={data} sessions={others} />
        </>
      ) : null}
    </Layout>
  )
}

/** 点名: everybody missing is ticked; untick the exceptions, one press at the bottom. */
export function Roll(data: RollData) {
  const { locale, session, missing, said } = data
  const kind = session.phase === 'out' ? 'out' : 'in'
  const path = `/${session.id}/roll`
  return (
    <Layout site={data} title={say(words.roll, locale)} path={path} back={addressTo(data, `/${session.id}`)}>
      <Heading session={session} locale={locale} />
      <h2>{say(words.roll, locale)}</h2>
      <SaidBox said={said} locale={locale} />
      {missing.length === 0 ? (
        <p className="said">{say(words.rollNone, locale)}</p>
      ) : (
        <form method="post" action={addressTo(data, path)}>
          <Marks site={data} />
          <p className="note">{say(words.rollHint, locale)}</p>
          <ul className="rows two">
            {missing.map(({ id, seq, name }) => (
              <li key={id}>
                <label>
                  <input type="checkbox" name="who" value={id} defaultChecked />
                  <b>{seq}</b>
                  {name}
                </label>
              </li>
            ))}
          </ul>
          <div className="bottom">
            <button type="submit" className="main">
              {say(words.rollGo[kind], locale)}
            </button>
          </div>
        </form>
      )}
    </Layout>
  )
}

/** 刷身份证: one field that takes the focus again, for a reader that types. */
export function Card(data: CardData) {
  const { locale, session, said, signed, people } = data
  const path = `/${session.id}/card`
  return (
    <Layout site={data} title={say(words.card, locale)} path={path} back={addressTo(data, `/${session.id}`)}>
      <Heading session={session} locale={locale} />
      <SaidBox said={said} locale={locale} />
      <form method="post" action={addressTo(data, path)} autoComplete="off">
        <Marks site={data} />
        <label className="label" htmlFor="number">
          {say(words.cardLabel, locale)}
        </label>
        {/* biome-ignore lint/a11y/noAutofocus: a reader types into it, one card after another */}
        <input id="number" name="number" type="text" autoComplete="off" spellCheck={false} maxLength={40} autoFocus />
        <p className="small">{say(words.cardHint, locale)}</p>
        <button type="submit" className="main">
          {say(words.cardGo, locale)}
        </button>
      </form>
      <p className="count">
        {say(words.signedOf[session.phase === 'out' ? 'out' : 'in'], locale)} {signed} / {people}
      </p>
    </Layout>
  )
}

/** 代签 / 请假: for whom; the missing are on top. */
export function Assist(data: AssistData) {
  const { locale, session, missing } = data
  const path = `/${session.id}/assist`
  return (
    <Layout site={data} title={say(words.assist, locale)} path={path} back={addressTo(data, `/${session.id}`)}>
      <Heading session={session} locale={locale} />
      <h2>{say(words.assistWho, locale)}</h2>
      {missing.length === 0 ? <p className="said">{say(words.rollNone, locale)}</p> : null}
      <ul className="rows two">
        {missing.map(({ id, seq, name }) => (
          <li key={id}>
            <a href={addressTo(data, path, { who: id })}>
              <b>{seq}</b>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Layout>
  )
}

/** For one of them: as what, and why. */
export function AssistOne(data: AssistOneData) {
  const { locale, session, person, reasons, mayLeave, said } = data
  const path = `/${session.id}/assist`
  const kinds = session.phase === 'out' ? (['out', 'in'] as const) : (['in', 'out'] as const)
  const offered = [...kinds, ...(mayLeave ? (['leave'] as const) : [])]
  return (
    <Layout site={data} title={say(words.assist, locale)} path={path} back={addressTo(data, path)}>
      <Heading session={session} locale={locale} />
      <h2>
        {person.seq} {person.name}
      </h2>
      <SaidBox said={said} locale={locale} />
      <form method="post" action={addressTo(data, path)}>
        <Marks site={data} />
        <input type="hidden" name="who" value={person.id} />
        <fieldset>
          <legend>{say(words.assistKind, locale)}</legend>
          <ul className="rows">
            {offered.map((kind, at) => (
              <li key={kind}>
                <label>
                  <input type="radio" name="kind" value={kind} defaultChecked={at === 0} />
                  {say(words.kinds[kind], locale)}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <fieldset>
          <legend>{say(words.assistWhy, locale)}</legend>
          <ul className="rows">
            {reasons.map((reason) => (
              <li key={reason.zh}>
                <label>
                  <input type="radio" name="reason" value={reason.zh} />
                  {say(reason, locale)}
                </label>
              </li>
            ))}
          </ul>
          <label className="label" htmlFor="other">
            {say(words.otherReason, locale)}
          </label>
          <input id="other" name="other" type="text" maxLength={100} autoComplete="off" />
        </fieldset>
        <p className="note">{say(words.assistNote, locale)}</p>
        <div className="bottom">
          <button type="submit" className="main">
            {say(words.assistGo, locale)}
          </button>
        </div>
      </form>
    </Layout>
  )
}

/** A photo of the class. */
export function Photo(data: PhotoData) {
  const { locale, session, said, photos } = data
  const path = `/${session.id}/photo`
  return (
    <Layout site={data} title={say(words.photo, locale)} path={path} back={addressTo(data, `/${session.id}`)}>
      <Heading session={session} locale={locale} />
      <h2>{say(words.photoOf(photos), locale)}</h2>
      <SaidBox said={said} locale={locale} />
      <form method="post" action={addressTo(data, path)} encType="multipart/form-data">
        <Marks site={data} />
        <p className="note">{say(words.photoHint, locale)}</p>
        {/* The browser's own field speaks the browser's language; it is pressed by its label, and its state is said below. */}
        <input id="photo" name="photo" type="file" accept="image/jpeg,image/png" capture="environment" required />
        <label className="btn" htmlFor="photo">
          {say(words.photoPick, locale)}
        </label>
        <p className="said chosen">{say(words.photoChosen, locale)}</p>
        <button type="submit" className="main" formNoValidate>
          {say(words.photoGo, locale)}
        </button>
      </form>
    </Layout>
  )
}

function Person({ data, person }: { data: PeopleData; person: PersonShown }) {
  const { locale, session } = data
  return (
    <li className="person">
      <b>
        {person.seq} {person.name}
      </b>
      {person.signs.length === 0 ? <p>{say(words.notSigned, locale)}</p> : null}
      {person.signs.map((sign) =>
        sign.struck ? (
          <p key={sign.id}>
            <s>{say(sign.text, locale)}</s>
          </p>
        ) : (
          <div key={sign.id}>
            <p>{say(sign.text, locale)}</p>
            <details>
              <summary>{say(words.strike, locale)}</summary>
              <form method="post" action={addressTo(data, `/${session.id}/strike`)}>
                <Marks site={data} />
                <input type="hidden" name="sign" value={sign.id} />
                <label className="label" htmlFor={`why-${sign.id}`}>
                  {say(words.strikeWhy, locale)}
                </label>
                <input id={`why-${sign.id}`} name="reason" type="text" maxLength={100} autoComplete="off" />
                <button
                  type="submit"
                  className="plain"
                  aria-label={`${say(words.strike, locale)} ${person.seq} ${person.name}`}
                >
                  {say(words.strike, locale)}
                </button>
              </form>
            </details>
          </div>
        ),
      )}
    </li>
  )
}

/** 名单: everybody, how and when they signed; a mistake is struck. */
export function People(data: PeopleData) {
  const { locale, session, people, said } = data
  return (
    <Layout
      site={data}
      title={say(words.people, locale)}
      path={`/${session.id}/people`}
      back={addressTo(data, `/${session.id}`)}
    >
      <Heading session={session} locale={locale} />
      <SaidBox said={said} locale={locale} />
      <ul className="rows two">
        {people.map((person) => (
          <Person key={person.id} data={data} person={person} />
        ))}
      </ul>
    </Layout>
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
