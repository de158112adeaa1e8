import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { lockPersons } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import { addDays, civilDate, civilDateOf, newId } from '../../values/public.ts'
import { insertDelegationEnd, listDelegationsWith } from '../delegations/store.ts'
import { endSessions, endWaysIn } from '../sessions/store.ts'
import { type Account, getAccount, listAccountsById } from '../store.ts'
import type { HandOver, Holder } from './hand-over.ts'
import { leavesNoAdministrator, stateOf } from './rules.ts'
import { countsOn } from './showing.ts'
import { insertHandOver, insertRoleEnd, listGrants, listHolders, withdrawInvitations } from './store.ts'
import { refusals, WORK } from './words.ts'

/** Standing in ends with whoever leaves, on either side of it. */
export const delegationHandOver: HandOver = {
  kind: 'delegation',
  name: WORK.delegations.name,
  becomes: WORK.delegations.becomes,
  async open(tx, { personId }) {
    return (await listDelegationsWith(tx, personId)).map(({ id, from, to }) => {
      return { id, title: WORK.delegations.title(from, to), page: '/delegations' }
    })
  },
  async pass(tx, { from, by, now, reason }) {
    for (const { id: delegationId } of await listDelegationsWith(tx, from.personId)) {
      const lastDay = addDays(civilDate(civilDateOf(now)), -1)
      await insertDelegationEnd(tx, { delegationId, lastDay, reason, ...by, businessAt: now })
      const subject = { subjectKind: 'delegation', subjectId: delegationId }
      await recordAct(tx, {
        id: newId(),
        act: 'delegation.ended',
        ...subject,
        actor: by,
        at: now,
        detail: { lastDay, reason },
      })
    }
  },
}

/** Whether one account can take over from another: another person, of the same side, in office. */
export function mayTakeOver(successor: Account, from: Account, today: string): boolean {
  const isInOffice = stateOf({ ...successor, hasPassword: true, today }) === 'active'
  return isInOffice && successor.personId !== from.personId && successor.organisationId === from.organisationId
}

/** Nobody changes their own standing, and nobody's once they have left. */
export function refuseManaging(account: Account, actor: Holder, today: string): void {
  if (account.personId === actor.personId) throw new Problem('forbidden', refusals.oneself, { code: 'oneself' })
  if (account.activeTo !== null && account.activeTo < today)
    throw new Problem('conflict', refusals.left, { code: 'account-left' })
}

/** Holds whoever administrates, so that what is decided about accounts is decided one after the other. */
export async function lockAdministrators(tx: Tx, today: string): Promise<void> {
  const holders = await listHolders(tx, 'administrator', today)
  await lockPersons(
    tx,
    holders.map(({ personId }) => personId),
  )
}

/** The last administrator of an office stays. */
export async function refuseLastAdministrator(tx: Tx, ending: string, today: string): Promise<void> {
  const holders = (await listHolders(tx, 'administrator', today)).map(({ accountId }) => accountId)
  if (holders.includes(ending) && leavesNoAdministrator(holders, [ending]))
    throw new Problem('conflict', refusals.lastAdministrator, { code: 'last-administrator' })
}

/** Somebody leaves or changes their post: roles end from today, sessions at once, and open work is passed on by its rooms. */
export async function handOverWork(
  tx: Tx,
  rooms: readonly HandOver[],
  given: { accountId: string; successorAccountId: string | null; leaves: boolean; reason: string },
  at: { actor: Holder; now: Date; today: string },
): Promise<number> {
  const { actor, now, today } = at
  const { accountId, successorAccountId, leaves, reason } = given
  await lockAdministrators(tx, today)
  const account = await getAccount(tx, accountId)
  refuseManaging(account, actor, today)
  await refuseLastAdministrator(tx, accountId, today)
  const successor =
    successorAccountId === null ? undefined : (await listAccountsById(tx, [successorAccountId])).get(successorAccountId)
  if (successorAccountId !== null && (!successor || !mayTakeOver(successor, account, today)))
    throw new Problem('not-acceptable', refusals.successorUnfit, { code: 'successor-unfit' })

  const from = { personId: account.personId, accountId }
  const to = successor ? { personId: successor.personId, accountId: successor.id } : null
  const by = { personId: actor.personId, accountId: actor.accountId }
  const work: { kind: string; ids: string[] }[] = []
  for (const room of rooms) work.push({ kind: room.kind, ids: (await room.open(tx, from)).map(({ id }) => id) })

  const lastDay = addDays(civilDate(today), -1)
  for (const grant of await listGrants(tx, accountId))
    if (grant.ended === null && (grant.to === null || countsOn(grant, today) || grant.from > today))
      await insertRoleEnd(tx, { grantId: grant.id, lastDay, reason, by })
  await withdrawInvitations(tx, accountId)
  await endSessions(tx, accountId)
  await endWaysIn(tx, accountId)
  await insertHandOver(tx, { id: newId(), accountId, successorAccountId, leaves, reason, work, by })
  for (const room of rooms) await room.pass(tx, { from, to, by, now, reason })
  await recordAct(tx, {
    id: newId(),
    act: leaves ? 'account.left' : 'account.handed-over',
    subjectKind: 'account',
    subjectId: accountId,
    actor: by,
    at: now,
    detail: { successorAccountId, reason, work: work.map(({ kind, ids }) => ({ kind, count: ids.length })) },
  })
  return work.reduce((sum, { ids }) => sum + ids.length, 0)
}
