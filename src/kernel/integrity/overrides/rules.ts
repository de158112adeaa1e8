import type { ProblemItem, Sentence } from '../../../platform/contract/public.ts'
import type { Check } from '../../record/public.ts'
import { addDays, type CivilDate, daysBetween } from '../../values/public.ts'
import type { CheckResult } from '../store.ts'
import { words } from './words.ts'

export const OVERRIDE_STATES = ['waiting', 'in-force', 'expired', 'withdrawn', 'declined'] as const
export type OverrideState = (typeof OVERRIDE_STATES)[number]

/** What became of a proposal to lift an answer. */
export type Standing = {
  readonly outcome: 'confirmed' | 'declined' | null
  readonly withdrawn: boolean
  /** The last day it counts on. */
  readonly expiresOn: CivilDate
}

/** Where an override stands on a day. Only one in force counts. */
export function stateOf({ outcome, withdrawn, expiresOn }: Standing, today: CivilDate): OverrideState {
  if (withdrawn) return 'withdrawn'
  if (outcome === 'declined') return 'declined'
  if (expiresOn < today) return 'expired'
  return outcome === 'confirmed' ? 'in-force' : 'waiting'
}

/** In how many days an override in force ends, once that is soon enough to be told; its last day itself is in none. */
export function endsIn(override: Standing, today: CivilDate, reminderDays: number): number | null {
  if (stateOf(override, today) !== 'in-force') return null
  const days = daysBetween(today, override.expiresOn)
  return days <= reminderDays ? days : null
}

/** An override as the runner needs it: what it lifts, by which document, until when. */
export type Lift = {
  readonly id: string
  readonly checkId: string
  readonly subjectId: string
  readonly document: string
  readonly expiresOn: CivilDate
}

type Answer = Pick<CheckResult, 'checkId' | 'subjectId' | 'outcome' | 'action' | 'sentence' | 'evidence'>

/** Whether a failed answer stands in somebody's way at all. */
export const stopsSomething = ({ outcome, action }: Pick<Answer, 'outcome' | 'action'>): boolean =>
  outcome === 'failed' && action !== 'flag'

/**
 * The answer as it counts: one that two people have let go still failed, is still told, and stops nothing. What may not be
 * lifted is as the check said, whatever was once decided about it.
 */
export function lifted<A extends Answer>(check: Pick<Check, 'notLifted'>, answer: A, lifts: readonly Lift[]): A {
  const lift = lifts.find(({ checkId, subjectId }) => checkId === answer.checkId && subjectId === answer.subjectId)
  if (!lift || check.notLifted || !stopsSomething(answer)) return answer
  const { document, expiresOn, id } = lift
  return {
    ...answer,
    action: 'flag',
    sentence: words.lifted(answer.sentence, document, expiresOn),
    evidence: [...answer.evidence, { label: words.evidence(document), kind: 'override', id }],
  }
}

/** Whether a page offers to have the answer lifted; whether it is possible now, `whyNotLiftable` says. */
export function isLiftable(
  check: Pick<Check, 'notLifted'> | undefined,
  answer: Pick<Answer, 'outcome' | 'action'>,
): boolean {
  return check !== undefined && !check.notLifted && stopsSomething(answer)
}

/** What keeps an answer from being lifted; nothing where it may be proposed. */
export function whyNotLiftable(
  check: Pick<Check, 'notLifted'> | undefined,
  answer: Pick<Answer, 'outcome' | 'action'>,
  newest: Pick<Answer, 'outcome' | 'action'> | undefined,
  last: OverrideState | undefined,
): { readonly code: string; readonly sentence: Sentence } | undefined {
  if (!check) return { code: 'unknown-check', sentence: words.unknownCheck }
  if (check.notLifted) return { code: 'never-lifted', sentence: words.neverLifted(check.notLifted) }
  if (last === 'waiting') return { code: 'override-waits', sentence: words.waitsAlready }
  if (last === 'in-force') return { code: 'override-in-force', sentence: words.inForceAlready }
  if (!stopsSomething(answer)) return { code: 'nothing-to-lift', sentence: words.nothingToLift }
  if (!newest || !stopsSomething(newest)) return { code: 'answer-changed', sentence: words.answerChanged }
  return undefined
}

/** What is wrong with the last day an override is asked for. */
export function problemOfExpiry(expiresOn: string, today: CivilDate, maxDays: number): ProblemItem | undefined {
  const last = addDays(today, maxDays)
  if (expiresOn < today) return { at: 'body.expiresOn', sentence: words.expiresTooEarly }
  return expiresOn > last ? { at: 'body.expiresOn', sentence: words.expiresTooLate(maxDays, last) } : undefined
}

/** What somebody has to do with the class, by natural person and whatever account they use. */
export type Part = { readonly attends: boolean; readonly teaches: boolean; readonly belongs: boolean }

/** Everything that keeps somebody from proposing or confirming: nobody lets go what was found about a class of their own. */
export function ownReasons({ attends, teaches, belongs }: Part): Sentence[] {
  return [...(attends ? [words.attends] : []), ...(teaches ? [words.teaches] : []), ...(belongs ? [words.belongs] : [])]
}

type People = Standing & { readonly proposedBy: string; readonly decidedBy: string | null }

/** Whether this person may withdraw it now: one of its two people, while it waits or is in force. */
export function mayWithdraw(override: People, personId: string, today: CivilDate): boolean {
  const state = stateOf(override, today)
  if (state === 'waiting') return override.proposedBy === personId
  return state === 'in-force' && (override.proposedBy === personId || override.decidedBy === personId)
}
