import type { Tx } from '../../platform/db/public.ts'
import { civilDateOf } from '../values/public.ts'
import { listAbsent, listStandingIn } from './delegations/store.ts'
import { postsStoodInFor } from './delegations/rules.ts'
import { permissionsOf, type Role, rolesOfItsSide } from './permissions.ts'
import { listBureauAccounts } from './store.ts'

/** A natural person of the bureau with every post of their active accounts, and one of these accounts. */
export type Staff = { readonly personId: string; readonly accountId: string; readonly roles: readonly Role[] }

/** Everybody of the bureau with an active account, each natural person once, in the order of their first account. */
export async function listBureauStaff(tx: Tx): Promise<Staff[]> {
  // Accounts live in real time, whatever day a demonstration is on.
  const staff = new Map<string, Staff>()
  for (const account of await listBureauAccounts(tx, civilDateOf(new Date()))) {
    const known = staff.get(account.personId)
    const roles = [...new Set([...(known?.roles ?? []), ...rolesOfItsSide(account)])]
    staff.set(account.personId, { personId: account.personId, accountId: known?.accountId ?? account.id, roles })
  }
  return [...staff.values()]
}

/** Who of the bureau may do something on a day, by own post or standing in, and whether they are away that day. */
export type Able = Staff & {
  readonly isAbsent: boolean
  /** Posts among the roles that are somebody else's, each with its delegation. */
  readonly standsInBy: ReadonlyMap<string, string>
}

export async function listWhoMay(tx: Tx, permission: string, on: string): Promise<Able[]> {
  const staff = await listBureauStaff(tx)
  const absent = new Set(await listAbsent(tx, on))
  const able: Able[] = []
  for (const person of staff) {
    const standsInBy = await postsOfOthers(tx, person.personId, person.roles, on, staff)
    const roles = [...person.roles, ...standsInBy.keys()]
    const isAbsent = absent.has(person.personId)
    if (permissionsOf(roles).has(permission)) able.push({ ...person, roles, isAbsent, standsInBy })
  }
  return able
}

/** The posts somebody has on a day because they stand in for who holds them, each with its delegation. */
export async function postsOfOthers(
  tx: Tx,
  personId: string,
  own: readonly Role[],
  on: string,
  staff?: readonly Staff[],
): Promise<Map<Role, string>> {
  const delegations = await listStandingIn(tx, personId, on)
  if (delegations.length === 0) return new Map()
  const everybody = staff ?? (await listBureauStaff(tx))
  return postsStoodInFor(own, delegations, (absent) => everybody.find((each) => each.personId === absent)?.roles ?? [])
}
