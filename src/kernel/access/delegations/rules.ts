import { LEVELS_OF_APPROVAL, type Role } from '../rules.ts'
import type { Sentence } from '../../../platform/contract/public.ts'
import { refusals } from './words.ts'

/** Posts that nobody stands in for: who looks on and who looks after the machinery has no part in the work. */
export const NEVER_DELEGATED: readonly Role[] = ['auditor', 'administrator', 'provider', 'instructor']

/** The heads, who say who stands in for anybody; everybody else says it for themself. */
export const HEADS: readonly Role[] = LEVELS_OF_APPROVAL

export type DelegationState = 'to-come' | 'in-force' | 'ended'

/** Where a delegation stands on a day; `lastDay` is set where it ended early. */
export function stateOf(
  { from, to, lastDay }: { readonly from: string; readonly to: string; readonly lastDay: string | null },
  today: string,
): DelegationState {
  const last = lastDay ?? to
  if (last < from || last < today) return 'ended'
  return from > today ? 'to-come' : 'in-force'
}

/** What is known when somebody says who stands in for whom. Days are civil dates as text. */
export type DelegationFacts = {
  readonly absentPersonId: string
  readonly deputyPersonId: string
  readonly roles: readonly Role[]
  readonly from: string
  readonly to: string
  readonly today: string
  /** The posts of the absent in the bureau by their own accounts, on the first day. */
  readonly absentHolds: readonly Role[]
  /** The posts of the deputy likewise; empty where they have no account of the bureau. */
  readonly deputyHolds: readonly Role[]
  /** Whether the deputy is absent themself on one of the days. */
  readonly deputyIsAbsent: boolean
  /** Whether who says it is the absent person or a head. */
  readonly mayBeSaid: boolean
}

/** Everything that keeps a delegation from being made, all at once. */
export function delegationProblems(facts: DelegationFacts): Sentence[] {
  const { roles, absentHolds, deputyHolds, from, to, today } = facts
  const problems: Sentence[] = []
  if (!facts.mayBeSaid) problems.push(refusals.notYours)
  if (facts.absentPersonId === facts.deputyPersonId) problems.push(refusals.oneself)
  for (const role of roles) {
    if (NEVER_DELEGATED.includes(role)) problems.push(refusals.neverDelegated(role))
    else if (!absentHolds.includes(role)) problems.push(refusals.notTheirPost(role))
  }
  if (deputyHolds.length === 0) problems.push(refusals.deputyUnknown)
  const outside = deputyHolds.find((role) => NEVER_DELEGATED.includes(role))
  if (outside) problems.push(refusals.deputyOutside(outside))
  if (from > to) problems.push(refusals.endsBefore(from, to))
  if (to < today) problems.push(refusals.isPast(to, today))
  if (facts.deputyIsAbsent) problems.push(refusals.deputyAbsent)
  return problems
}

export type InForce = { readonly id: string; readonly absentPersonId: string; readonly roles: readonly Role[] }

/**
 * The posts a person has besides their own, each with the delegation it comes from: what the absent still hold. A post
 * that is one's own is one's own.
 */
export function postsStoodInFor(
  own: readonly Role[],
  delegations: readonly InForce[],
  holds: (personId: string) => readonly Role[],
): Map<Role, string> {
  const posts = new Map<Role, string>()
  for (const { id, absentPersonId, roles } of delegations) {
    for (const role of roles) {
      if (own.includes(role) || posts.has(role) || NEVER_DELEGATED.includes(role)) continue
      if (holds(absentPersonId).includes(role)) posts.set(role, id)
    }
  }
  return posts
}
