import type { Locale, Sentence } from '../../platform/contract/public.ts'

/*
 * What the instructor's pages need to know. Names in full stand only where somebody's name is called; on the screen that
 * the class looks at they are masked.
 */

/** On every page: where, whose, in which language. */
export type FieldSite = {
  readonly locale: Locale
  readonly district: number
  /** Demonstration districts only. */
  readonly businessDate: string | null
  /** Hidden in every form: what ties it to this browser. */
  readonly token: string
  readonly who: string
}

/** A session as the instructor reads of it. */
export type SessionShown = {
  readonly id: string
  readonly title: Sentence
  readonly when: Sentence
  readonly room: string
  readonly phase: 'not-open' | 'in' | 'out' | 'closed'
}

/** Something to say on top of a page: what was done, or why not. */
export type Said = { readonly sentence: Sentence; readonly isWrong: boolean }

export type TodayData = FieldSite & { readonly sessions: readonly SessionShown[] }

/** What the class looks at: the code, and how many have signed. */
export type Screen = {
  /** The QR as the address of a picture. */
  readonly qr: string
  /** The address that the QR holds. */
  readonly scan: string
  readonly digits: string
  readonly address: string
  /** Whole seconds until the code changes. */
  readonly changesIn: number
  readonly signed: number
  readonly people: number
  readonly missing: readonly { readonly id: string; readonly seq: number; readonly name: string }[]
}

export type SessionData = FieldSite & {
  readonly session: SessionShown
  readonly others: readonly SessionShown[]
  /** Null before it is opened and once it is over. */
  readonly screen: Screen | null
  readonly said: Said | null
  readonly photos: number
  /** From when signing out may begin, `11:20`; null once it may. */
  readonly outFrom: string | null
  /** How many came, left and are on leave, once it is over. */
  readonly counts: { readonly in: number; readonly out: number; readonly leave: number; readonly people: number }
  readonly sheet: Sentence | null
}

export type PersonShown = {
  readonly id: string
  readonly seq: number
  /** In full: it is called. */
  readonly name: string
  readonly signs: readonly {
    readonly id: string
    readonly text: Sentence
    readonly struck: boolean
  }[]
}

export type RollData = FieldSite & {
  readonly session: SessionShown
  readonly missing: readonly PersonShown[]
  readonly signed: number
  readonly said: Said | null
}
export type CardData = FieldSite & {
  readonly session: SessionShown
  readonly said: Said | null
  readonly signed: number
  readonly people: number
}
export type AssistData = FieldSite & { readonly session: SessionShown; readonly missing: readonly PersonShown[] }
export type AssistOneData = FieldSite & {
  readonly session: SessionShown
  readonly person: PersonShown
  readonly reasons: readonly Sentence[]
  readonly mayLeave: boolean
  readonly said: Said | null
}
export type PhotoData = FieldSite & {
  readonly session: SessionShown
  readonly said: Said | null
  readonly photos: number
}
export type PeopleData = FieldSite & {
  readonly session: SessionShown
  readonly people: readonly PersonShown[]
  readonly said: Said | null
}
export type FieldNoteData = Pick<FieldSite, 'locale' | 'district'> & {
  readonly title: Sentence
  readonly sentence: Sentence
  readonly link: { readonly href: string; readonly label: Sentence } | null
}
