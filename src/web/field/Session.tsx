import { say, type Sentence } from '../../platform/contract/public.ts'
import type { CardData, FieldSite, RollData, Screen, SessionData, SessionShown, TodayData } from './data.ts'
import { Act, addressTo, type At, Heading, Layout, Marks, SaidBox } from './Frame.tsx'
import { words } from './words.ts'

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
