/** What can be given to an instructor's account: a class, or all of a provider's. */
export const SCOPE_KINDS = ['class', 'organisation'] as const
export type ScopeKind = (typeof SCOPE_KINDS)[number]

export type Dated = {
  readonly from: string
  readonly to: string | null
  readonly ended: { readonly lastDay: string } | null
}

export type Scope = Dated & { readonly kind: ScopeKind; readonly subjectId: string }

/** Whose classes, and which besides; of an instructor only the sessions that they teach. */
export type Reach = { readonly organisations: readonly string[]; readonly classes: readonly string[] }

/** Whether something dated counts on a day. */
export function countsOn({ from, to, ended }: Dated, day: string): boolean {
  return from <= day && (to === null || to >= day) && (ended === null || ended.lastDay >= day)
}

/**
 * What an instructor's account reaches on a day: what it was given and counts; all of its own provider where nothing was
 * ever given. Once it was narrowed it is not wide again by itself: what ends leaves nothing until something else is given.
 */
export function reachOn(ownOrganisation: string, given: readonly Scope[], day: string): Reach {
  if (given.length === 0) return { organisations: [ownOrganisation], classes: [] }
  const of = (kind: ScopeKind) =>
    given.filter((scope) => scope.kind === kind && countsOn(scope, day)).map(({ subjectId }) => subjectId)
  return { organisations: of('organisation'), classes: of('class') }
}

/** Whether a class is within somebody's reach. */
export function reaches(reach: Reach, ofClass: { readonly id: string; readonly organisationId: string }): boolean {
  return reach.organisations.includes(ofClass.organisationId) || reach.classes.includes(ofClass.id)
}

/** Whether two spans of days meet. */
export function overlaps(one: Dated, from: string, to: string | null): boolean {
  return (
    (to === null || one.from <= to) &&
    (one.to === null || one.to >= from) &&
    (one.ended === null || one.ended.lastDay >= from)
  )
}
