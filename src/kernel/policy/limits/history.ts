import type { Sentence } from '../../../platform/contract/public.ts'
import { type ClosedPeriod, plainText, type SkillLevel } from '../../values/public.ts'

/** One subsidy that somebody had, or is about to have, whoever was paid. */
export type HadBefore = {
  /** The record it is told from; two tellings of one receipt have been made one before. */
  readonly id?: string | undefined
  /** Null where the record does not say which family it was of. */
  readonly family: string | null
  /** The day that it counts on, as precisely as it is known. */
  readonly on: ClosedPeriod
  /** An entry of the dictionary of occupations (edition/name/trade), or as it was written where nobody has mapped that. */
  readonly occupation?: string | undefined
  readonly level?: SkillLevel | undefined
  readonly certificate?: string | undefined
  readonly fen: number
  /** More of one that was had: it counts in a sum, and is not one more time. */
  readonly more?: true | undefined
  /** What it was, and the number it has: a claim's, a list's, the province's. */
  readonly title?: Sentence | undefined
  readonly reference?: string | undefined
  /** Whose record says so. Of another county on this platform nothing is told but that there is one. */
  readonly where: 'here' | 'elsewhere' | 'ledger' | 'province'
  readonly source?: Sentence | undefined
}

/** A time that is wholly known about, for some families; every family where none is named. */
export type KnownTime = {
  readonly families?: readonly string[] | undefined
  /** From the beginning where null. */
  readonly from: string | null
  readonly to: string
}

/** All that is known of somebody's earlier subsidies, and of which times that is everything. */
export type History = {
  readonly receipts: readonly HadBefore[]
  /** Absent: everything is known. */
  readonly covers?: readonly KnownTime[] | undefined
  /** The day from which a lifetime is asked about; what is known of before counts all the same. */
  readonly since?: string | undefined
}

export function isHistory(value: unknown): value is History {
  return typeof value === 'object' && value !== null && Array.isArray((value as Partial<History>).receipts)
}

/** An occupation as two records can be compared: the dictionary's entry where it is known, and how it is written. */
export type OccupationKnown = { readonly id: string | null; readonly name: string; readonly trade: string }

const ENTRY = /^\d{4}\/([^/]+)(?:\/(.+))?$/
const written = (text: string) => plainText(text).replace(/[\s　]/g, '')

/** An entry's key read as what it says; anything else is a wording. */
export function occupationOf(text: string): OccupationKnown {
  const entry = ENTRY.exec(text)
  if (!entry) return { id: null, name: written(text), trade: '' }
  return { id: text, name: written(entry[1] ?? ''), trade: written(entry[2] ?? '') }
}

/** Whether two records speak of one occupation. Names changed in 2022: another wording that nobody has mapped is unknown. */
export function sameOccupation(a: OccupationKnown, b: OccupationKnown): 'same' | 'other' | 'unknown' {
  if (a.id !== null && a.id === b.id) return 'same'
  if (isWritten(a.name, b.trade) || isWritten(a.trade, b.name)) return 'same'
  if (isWritten(a.name, b.name)) {
    if (a.trade === b.trade) return 'same'
    // One of the two does not say which trade it was.
    return a.trade === '' || b.trade === '' ? 'unknown' : 'other'
  }
  return a.id !== null && b.id !== null ? 'other' : 'unknown'
}

const isWritten = (one: string, other: string) => one !== '' && one === other
