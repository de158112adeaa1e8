import { say } from '../../platform/contract/public.ts'
import type { AssistData, AssistOneData, PeopleData, PersonShown, PhotoData } from './data.ts'
import { addressTo, Heading, Layout, Marks, SaidBox } from './Frame.tsx'
import { words } from './words.ts'

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
