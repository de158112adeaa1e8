import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { listOrganisationNames, listPersons } from '../../people/public.ts'
import { ROLES, type Role } from '../rules.ts'
import { getAccount, listAccountsById } from '../store.ts'
import { whoOf } from '../who.ts'
import { type AccountDetail, type AccountShown, inviteAccount } from './contract.ts'
import { type AccountState, conflictsOf } from './rules.ts'
import { countsOn } from '../scopes/rules.ts'
import { findOpenInvitation, listAccountsOfPerson, listGrants, listHandOvers } from './store.ts'
import { words } from './words.ts'

type Standing = { readonly id: string; readonly state: AccountState; readonly lastSignedInAt: Date | null }

/** Accounts as they are listed: names masked. */
export async function accountsShown(tx: Tx, standing: readonly Standing[]): Promise<AccountShown[]> {
  const accounts = await listAccountsById(
    tx,
    standing.map(({ id }) => id),
  )
  const all = [...accounts.values()]
  const persons = await listPersons(
    tx,
    all.map(({ personId }) => personId),
  )
  const organisations = await listOrganisationNames(
    tx,
    all.flatMap(({ organisationId }) => organisationId ?? []),
  )
  return standing.map(({ id, state, lastSignedInAt }) => {
    const account = accounts.get(id)!
    const { organisationId } = account
    return {
      id,
      name: account.name,
      person: persons.get(account.personId)?.maskedName ?? '*',
      organisation:
        organisationId === null ? null : { id: organisationId, name: organisations.get(organisationId) ?? '' },
      roles: [...account.roles],
      state,
      lastSignedInAt: lastSignedInAt?.toISOString() ?? null,
    }
  })
}

/** Roles meant for different people that one natural person holds, over all of their accounts. */
export async function warningsAbout(tx: Tx, personId: string): Promise<Sentence[]> {
  const accounts = await listAccountsById(tx, await listAccountsOfPerson(tx, personId))
  const roles = new Set<Role>([...accounts.values()].flatMap((account) => account.roles))
  return conflictsOf([...roles]).map(({ role, with: other, because }) =>
    words.conflict(ROLES[role], ROLES[other], because),
  )
}

export async function detailOf(tx: Tx, standing: Standing, actor: Actor, today: string): Promise<AccountDetail> {
  const account = await getAccount(tx, standing.id)
  const [shown] = await accountsShown(tx, [standing])
  const grants = await listGrants(tx, standing.id)
  const handOvers = await listHandOvers(tx, standing.id)
  const invitation = await findOpenInvitation(tx, standing.id)
  const who = await whoOf(tx, [
    ...grants.flatMap((grant) => [grant.grantedAccountId ?? [], grant.ended?.accountId ?? []].flat()),
    ...handOvers.flatMap((each) => [each.handedAccountId, each.successorAccountId ?? []].flat()),
  ])
  return {
    ...shown!,
    activeFrom: account.activeFrom,
    activeTo: account.activeTo,
    grants: grants.map((grant) => ({
      id: grant.id,
      role: grant.role,
      from: grant.from,
      to: grant.to,
      reason: grant.reason,
      by: grant.grantedAccountId === null ? null : who(grant.grantedAccountId),
      at: grant.at.toISOString(),
      ended: grant.ended && { ...grant.ended, by: who(grant.ended.accountId) },
      inForce: countsOn(grant, today),
    })),
    warnings: await warningsAbout(tx, account.personId),
    invitation: invitation ? { expiresAt: invitation.expiresAt.toISOString() } : null,
    handOvers: handOvers.map((each) => ({
      id: each.id,
      leaves: each.leaves,
      reason: each.reason,
      to: each.successorAccountId === null ? '' : who(each.successorAccountId).name,
      by: who(each.handedAccountId),
      at: each.at.toISOString(),
    })),
    mayManage: actor.permissions.has(inviteAccount.may) && account.personId !== actor.personId,
  }
}
