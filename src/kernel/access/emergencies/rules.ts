import type { Sentence } from '../../../platform/contract/public.ts'
import { permissionsOf, type Role } from '../permissions.ts'
import { because, refusals } from './words.ts'

/** What a county says about emergencies (`access.emergency`). */
export type EmergencyTerms = {
  /** For so long at most somebody has a role that they took. Never above an hour, in the database too. */
  readonly mostMinutes: number
  /** Within so many hours another person says whether each use was justified. */
  readonly reviewHours: number
}

/** Who looks on stays outside, and an organisation's roles are no post of the bureau. */
export const NEVER_TAKEN: readonly Role[] = ['auditor', 'provider', 'instructor']

/**
 * What no emergency opens, whatever the role, and why: by name, or by the beginning of one that ends in a dot. An
 * operation that demands the second factor anew (`fresh`) is opened by none either, whatever its permission.
 */
export const NEVER_OPENED: Readonly<Record<string, Sentence>> = {
  'batch.': because.money,
  'budget.write': because.money,
  'recovery.': because.money,
  'claim.send-back': because.money,
  'account.confirm': because.money,
  'province.export': because.money,
  'province.settle': because.money,
  'claim.approve': because.signs,
  'override.confirm': because.signs,
  'scheme.publish': because.signs,
  'decision.': because.money,
  'case.conclude': because.signs,
  'restriction.write': because.signs,
  'claim.second-review': because.drawn,
  'claim.be-drawn': because.drawn,
  'claim.draw-reviewer': because.drawn,
  'claim.name-reviewer': because.drawn,
  'access.manage': because.roles,
  'sign-in.manage': because.roles,
  'delegation.give': because.roles,
  'emergency.': because.roles,
  'objection.reveal': because.personal,
  'letter.roster': because.personal,
  'paper.full': because.personal,
  'record.archive': because.personal,
  'record.archive-full': because.personal,
  'timeline.person': because.personal,
}

/** Reading only is not acting: `batch.read` stays open. */
const isReading = (permission: string) => permission.endsWith('.read')

/** Why a permission is not opened by an emergency; undefined where it is. */
export function whyNeverOpened(permission: string): Sentence | undefined {
  const family = `${permission.split('.')[0]}.`
  return NEVER_OPENED[permission] ?? (isReading(permission) ? undefined : NEVER_OPENED[family])
}

/** What somebody may do besides, for as long as they have taken a role. */
export function opensBesides(role: Role, has: ReadonlySet<string>): string[] {
  if (NEVER_TAKEN.includes(role)) return []
  return [...permissionsOf([role])].filter((each) => !has.has(each) && whyNeverOpened(each) === undefined)
}

export type Times = { readonly beganAt: Date; readonly until: Date; readonly endedAt: Date | null }

/** Whether it counts at a moment of real time: not at its last instant any more. */
export function isInForce({ beganAt, until, endedAt }: Times, at: Date): boolean {
  return beganAt <= at && at < until && (endedAt === null || at < endedAt)
}

/** What is known when somebody takes a role. */
export type TakingFacts = {
  readonly role: Role
  readonly minutes: number
  readonly opens: readonly string[]
  /** Whether they have one already. */
  readonly hasOne: boolean
  /** How many of their earlier uses another person should have answered by now. */
  readonly overdue: number
  /** How many people can be told, and review it. */
  readonly reviewers: number
}

/** Everything that keeps somebody from taking a role now, all at once. */
export function takingProblems(facts: TakingFacts, { mostMinutes }: EmergencyTerms): Sentence[] {
  const { role, minutes, opens } = facts
  const problems: Sentence[] = []
  if (NEVER_TAKEN.includes(role)) problems.push(refusals.neverTaken(role))
  else if (opens.length === 0) problems.push(refusals.opensNothing(role))
  if (minutes > mostMinutes) problems.push(refusals.tooLong(minutes, mostMinutes))
  if (facts.hasOne) problems.push(refusals.hasOne)
  if (facts.overdue > 0) problems.push(refusals.overdue(facts.overdue))
  if (facts.reviewers === 0) problems.push(refusals.nobodyReviews)
  return problems
}
