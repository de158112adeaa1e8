import type { Sentence } from '../../../platform/contract/public.ts'
import { DENIALS, isDenied } from '../denials.ts'
import { PERMISSIONS_OF, type Role, rolesOfItsSide } from '../permissions.ts'

export const INVITATION = { mostDays: 30, days: 7 } as const

export const STATES = ['active', 'invited', 'without-role', 'left'] as const
export type AccountState = (typeof STATES)[number]

/** How an account stands on a day: left, still to set a password, with no role in force, or in use. */
export function stateOf(account: {
  readonly activeTo: string | null
  readonly hasPassword: boolean
  readonly roles: readonly Role[]
  readonly today: string
}): AccountState {
  if (account.activeTo !== null && account.activeTo < account.today) return 'left'
  if (!account.hasPassword) return 'invited'
  return account.roles.length === 0 ? 'without-role' : 'active'
}

/** The roles that an account of one side may hold. */
export function rolesOfSide(ofOrganisation: boolean): Role[] {
  const roles = Object.keys(PERMISSIONS_OF) as Role[]
  return rolesOfItsSide({ organisationId: ofOrganisation ? 'organisation' : null, roles })
}

/**
 * Roles that are meant for different people, held by one: what one of them must never do, another of them does. It is
 * allowed, where an office is small; on one claim or batch the database keeps the duties apart all the same.
 */
export function conflictsOf(roles: readonly Role[]): { role: Role; with: Role; because: Sentence }[] {
  return DENIALS.flatMap(({ role, because }) =>
    roles.includes(role)
      ? roles
          .filter((other) => other !== role && PERMISSIONS_OF[other].some((permission) => isDenied(role, permission)))
          .map((other) => ({ role, with: other, because }))
      : [],
  )
}

/** Whether an office would be without any administrator once these accounts no longer are. */
export function leavesNoAdministrator(administrators: readonly string[], ending: readonly string[]): boolean {
  return administrators.length > 0 && administrators.every((account) => ending.includes(account))
}
