import type { Sentence } from '../../../platform/contract/public.ts'
import type { CivilDate, Period } from '../../values/public.ts'
import { noticeWords as say } from './notice-words.ts'
import type { State } from './rules.ts'
import { KINDS, words } from './words.ts'

/** Whom the bureau is, as a notice names it: never an official. */
export type Office = { readonly bureau: Sentence; readonly place: Sentence; readonly phone: string }

export type Noticed = {
  readonly subject: {
    readonly what: 'person' | 'organisation'
    readonly name: string
    readonly identity: string | null
  }
  readonly kind: keyof typeof KINDS
  readonly state: State
  readonly document: string
  readonly clause: string
  readonly days: Period
}

/** The notice of a restriction in plain words: what, on which clause, from when until when, what to bring, where to object. */
export type RestrictionNotice = {
  readonly title: Sentence
  readonly to: Sentence
  readonly opening: Sentence
  readonly items: readonly { readonly label: Sentence; readonly value: Sentence }[]
  readonly closing: readonly Sentence[]
  readonly given: Sentence
}

const plain = (text: string): Sentence => ({ zh: text, en: text })

/** Before a second person has confirmed it, it tells what is proposed; the bureau's own reasons stay with the bureau. */
export function noticeOf(
  noticed: Noticed,
  given: { readonly office: Office; readonly toldOn: CivilDate; readonly until: CivilDate },
): RestrictionNotice {
  const { subject, kind, state, days } = noticed
  const { office, toldOn, until } = given
  const proposed = state === 'proposed'
  return {
    title: proposed ? say.titleProposed : say.title,
    to: subject.identity === null ? plain(subject.name) : say.person(subject.name, subject.identity),
    opening: proposed ? say.proposed(KINDS[kind]) : say.confirmed(KINDS[kind]),
    items: [
      { label: say.means, value: say.effect[subject.what] },
      { label: say.basis, value: plain([noticed.document, noticed.clause].filter(Boolean).join(' ')) },
      { label: say.days, value: words.period(days.from, days.to) },
      { label: say.bring, value: say.toBring[kind][subject.what] },
    ],
    closing: [
      say.object(until),
      ...(subject.what === 'organisation' ? [say.inTheConsole] : []),
      say.where(office.bureau, office.place, office.phone),
      say.heard,
    ],
    given: say.given(office.bureau, toldOn),
  }
}
