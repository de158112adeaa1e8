import type { Sentence } from '../../../platform/contract/public.ts'
import { withoutLongNumbers } from '../../values/public.ts'
import type { Reason, Standing } from '../deciding/rules.ts'
import { BANK_TOLD, CHECK_TOLD, CONDITION_TOLD, otherwise, type Told, words } from './words.ts'

/** Whom the bureau is, as a notice names it: never an official. */
export type Office = { readonly bureau: Sentence; readonly place: Sentence; readonly phone: string }

export type Notified = {
  readonly position: number
  readonly maskedName: string
  readonly maskedIdentity: string
  readonly standing: 'held' | 'refused'
  readonly reasons: readonly Reason[]
}

export type Occasion = {
  readonly groupTitle: string
  readonly schemeTitle: Sentence
  readonly office: Office
  readonly today: string
  /** The day by which to come, and in how many days that is. */
  readonly until: string
  readonly days: number
}

export type NoticeItem = { readonly stopped: Sentence; readonly basis: Sentence; readonly bring: Sentence }

export type Notice = {
  readonly title: Sentence
  readonly to: Sentence
  readonly opening: readonly Sentence[]
  readonly items: readonly NoticeItem[]
  readonly closing: readonly Sentence[]
  readonly given: Sentence
}

export const isNotified = (person: Pick<Standing, 'standing'>): boolean => person.standing !== 'due'

/** What a reason is told as. A missing fact is told as the condition that waits for it would be, by its name. */
export function toldOf({ from, id, label }: Pick<Reason, 'from' | 'id' | 'label'>): Told {
  if (id.startsWith('bank-list')) return BANK_TOLD
  const known = from === 'check' ? CHECK_TOLD : from === 'condition' ? CONDITION_TOLD : {}
  return (Object.hasOwn(known, id) ? known[id] : undefined) ?? otherwise(label)
}

/** A condition's own sentence holds only the person's own values (their mark, their share); a check's may name others. */
function itemOf(reason: Reason): NoticeItem {
  const { stopped, bring } = toldOf(reason)
  const value = reason.from === 'condition' ? safe(reason.sentence) : undefined
  return {
    stopped: value ? { zh: `${stopped.zh}(${value.zh})`, en: `${stopped.en} (${value.en})` } : stopped,
    basis: safe(reason.basis),
    bring,
  }
}

const safe = ({ zh, en }: Sentence): Sentence => ({ zh: withoutLongNumbers(zh), en: withoutLongNumbers(en) })

/** The notice to somebody held or refused: what stopped, by which clause, what to bring, where, by when. */
export function noticeOf(person: Notified, occasion: Occasion): Notice {
  const { office, today, until, days } = occasion
  // A condition and the check of the same thing (attendance) are told once, the condition first: it has the value.
  const once = new Map<string, NoticeItem>()
  for (const reason of person.reasons) {
    const { stopped } = toldOf(reason)
    if (!once.has(stopped.zh)) once.set(stopped.zh, itemOf(reason))
  }
  return {
    title: words.title,
    to: words.person(person.position, person.maskedName, person.maskedIdentity),
    opening: [
      words.about(occasion.schemeTitle, withoutLongNumbers(occasion.groupTitle)),
      words.standing[person.standing],
    ],
    items: [...once.values()],
    closing: [
      words.until(until, days),
      words.where(office.bureau, office.place),
      words.phone(office.phone),
      words.disagree,
    ],
    given: words.given(office.bureau, today),
  }
}

/** A notice as plain text, as it is copied into a message. */
export function textOf(notice: Notice, locale: 'zh' | 'en'): string {
  const { title, to, opening, items, closing, given } = notice
  const label = (name: Sentence) => name[locale] + words.colon[locale]
  return [
    title[locale],
    to[locale],
    ...opening.map((line) => line[locale]),
    ...items.flatMap(({ stopped, basis, bring }, at) => [
      `${at + 1}. ${stopped[locale]}`,
      ...(basis[locale] ? [`   ${label(words.basis)}${basis[locale]}`] : []),
      `   ${label(words.bring)}${bring[locale]}`,
    ]),
    ...closing.map((line) => line[locale]),
    given[locale],
  ].join('\n')
}
