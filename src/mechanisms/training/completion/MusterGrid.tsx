import type { MouseEvent } from 'react'
import { GoLink, SentenceText, StateTag, useDistrict, useGo, useLocale, useWords } from '../../../platform/ui/public.ts'
import type { MusterOfClass, MusterPerson } from './contract.ts'
import { ratioText } from './ratio.ts'
import { words } from './words.ts'
import './muster.css'

type Session = MusterOfClass['sessions'][number]

const trailOf = (kind: string, id: string) => `/trail/${kind}/${id}`

/** `3.7`, as the paper sheet heads it. */
const dayHead = (day: string) => `${Number(day.slice(5, 7))}.${Number(day.slice(8, 10))}`

function Head({ sessions }: { sessions: readonly Session[] }) {
  const say = useWords(words)
  const days = [...new Set(sessions.map((session) => session.day))]
  return (
    <thead>
      <tr>
        <th className="muster-seq" rowSpan={2} scope="col">
          {say.seq}
        </th>
        <th className="muster-name" rowSpan={2} scope="col">
          {say.name}
        </th>
        <th className="muster-figure" rowSpan={2} scope="col">
          {say.attended}
        </th>
        {days.map((day) => (
          <th key={day} scope="colgroup" colSpan={sessions.filter((session) => session.day === day).length}>
            {dayHead(day)}
          </th>
        ))}
        <th className="muster-figure" rowSpan={2} scope="col">
          {say.theory}
        </th>
        <th className="muster-figure" rowSpan={2} scope="col">
          {say.practice}
        </th>
        <th rowSpan={2} scope="col">
          {say.certificate}
        </th>
        <th className="muster-remarks" rowSpan={2} scope="col">
          {say.remarks}
        </th>
      </tr>
      <tr>
        {sessions.map((session, at) => (
          <th
            key={session.id}
            className="muster-sign"
            scope="col"
            title={`${session.day} ${session.from}–${session.to}`}
            {...(session.day === sessions[at - 1]?.day ? {} : { 'data-first': true })}
          >
            {say.halves[session.half]}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Signs({ person, sessions }: { person: MusterPerson; sessions: readonly Session[] }) {
  const say = useWords(words)
  const district = useDistrict()
  return person.signs.map((sign, at) => {
    const session = sessions[at]
    if (!session) return null
    const when = `${session.day} ${session.from}–${session.to}`
    return (
      <td
        key={session.id}
        className="muster-sign"
        data-credit={sign?.credit}
        data-amended={sign?.was ? true : undefined}
        {...(session.day === sessions[at - 1]?.day ? {} : { 'data-first': true })}
      >
        {sign ? (
          <a
            // Forty people have eight hundred signs: by keyboard one goes to the exceptions.
            tabIndex={sign.credit === 'present' && !sign.was ? -1 : 0}
            href={`/${district}/console${trailOf('attendance-sign', sign.id)}`}
            data-sign={sign.id}
            title={`${say.signTitle(when, sign.written, say.credits[sign.credit])}${sign.was ? say.wasBefore(say.credits[sign.was]) : ''}`}
          >
            {say.glyphs[sign.credit]}
          </a>
        ) : null}
      </td>
    )
  })
}

function Points({ mark }: { mark: MusterPerson['theory'] }) {
  const say = useWords(words)
  return <td className="muster-figure sj-num">{mark ? (mark.points ?? say.absentFromTest) : ''}</td>
}

function Person({ person, sessions }: { person: MusterPerson; sessions: readonly Session[] }) {
  const say = useWords(words)
  const { attended, below, certificate, musterId } = person
  const ratio = attended ? ratioText(attended.ratio) : ''
  return (
    <tr {...(below.length > 0 ? { 'data-below': true } : {})}>
      <td className="muster-seq sj-num">{person.seq}</td>
      <th className="muster-name" scope="row" title={person.maskedIdentity}>
        {person.maskedName} {below.length > 0 ? <small>{say.below}</small> : null}
      </th>
      <td className="muster-figure sj-num">
        {musterId ? <GoLink to={trailOf('muster', musterId)}>{ratio}</GoLink> : ratio}
      </td>
      <Signs person={person} sessions={sessions} />
      <Points mark={person.theory} />
      <Points mark={person.practice} />
      <td className="sj-num">
        {certificate ? <GoLink to={trailOf('certificate', certificate.id)}>{certificate.number}</GoLink> : say.none}
      </td>
      <td className="muster-remarks">
        {below.map((sentence) => (
          <StateTag key={sentence.en} tone="attention">
            <SentenceText sentence={sentence} />
          </StateTag>
        ))}
      </td>
    </tr>
  )
}

/** Everybody by every session, those below a line first; each sign is a link to its very cell of the sheet. */
export function MusterGrid({ people, sessions }: Pick<MusterOfClass, 'people' | 'sessions'>) {
  const say = useWords(words)
  const locale = useLocale()
  const go = useGo()

  // One listener for all signs; a click with a key held opens another tab, as links do.
  function follow(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest('a[data-sign]') : null
    const sign = link?.getAttribute('data-sign')
    if (!sign || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(trailOf('attendance-sign', sign))
  }

  return (
    <>
      <div className="muster">
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the links inside are what is pressed */}
        <table aria-label={say.grid} lang={locale === 'zh' ? 'zh-CN' : 'en'} onClick={follow}>
          <Head sessions={sessions} />
          <tbody>
            {people.map((person) => (
              <Person key={person.enrolmentId} person={person} sessions={sessions} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="sj-meta">{say.legend}</p>
    </>
  )
}
