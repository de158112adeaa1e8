import type { Sentence } from '../../../platform/contract/public.ts'

/** Where a later instalment stands by itself; whether it is claimed and paid, its claim says. */
export const INSTALMENT_STATUSES = ['promised', 'due', 'paused', 'over'] as const
export type InstalmentStatus = (typeof INSTALMENT_STATUSES)[number]

/** The same as people look at it. */
export const INSTALMENT_STATES = ['promised', 'due', 'paused', 'claimed', 'paid', 'over'] as const
export type InstalmentState = (typeof INSTALMENT_STATES)[number]

/** Recorded when the day of an instalment has come: it is decided, checked and claimed as any other fact. */
export const INSTALMENT_DUE = 'instalment.due'

/** What an instalment's answer makes of it: a keeping-condition that fails pauses it, its time being over ends it. */
export function statusAfter(answer: 'eligible' | 'unknown' | 'paused' | 'refused'): InstalmentStatus {
  if (answer === 'paused') return 'paused'
  return answer === 'refused' ? 'over' : 'due'
}

/** Why it stands where it stands, each in a sentence. */
export type Because = readonly { readonly label: Sentence; readonly sentence: Sentence }[]
