import { Problem, type ProblemItem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { lockPersons } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import { addDays, civilDate, civilDateOf, newId } from '../../values/public.ts'
import { insertDelegationEnd, listDelegationsWith } from '../delegations/store.ts'
import { endSessions, endWaysIn } from '../sessions/store.ts'
import { type Account, getAccount, listAccountsById } from '../store.ts'
import { whoOf } from '../who.ts'
import type { HandOver, Holder, OpenWork } from './hand-over.ts'
import { leavesNoAdministrator, stateOf } from './rules.ts'
import { countsOn } from '../scopes/rules.ts'
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

/** Who takes over each kind of work that a person is named for; null: nobody. */
type Takers = readonly { readonly kind: string; readonly accountId: string | null }[]

/** Somebody leaves or changes their post: roles end from today, sessions at once, and open work is passed on by its rooms. */
export async function handOverWork(
  tx: Tx,
  rooms: readonly HandOver[],
  given: { accountId: string; successorAccountId: string | null; takers: Takers; leaves: boolean; reason: string },
  at: { actor: Holder; now: Date; today: string },
): Promise<number> {
  const { actor, now, today } = at
  const { accountId, successorAccountId, leaves, reason } = given
  await lockAdministrators(tx, today)
  const account = await getAccount(tx, accountId)
  refuseManaging(account, actor, today)
  await refuseLastAdministrator(tx, accountId, today)

  const from = { personId: account.personId, accountId }
  const by = { personId: actor.personId, accountId: actor.accountId }
  const work = await openWorkOf(tx, rooms, from)
  const takerOf = await chosenTakers(tx, { account, work, today, ...given })
  await refuseUnfit(tx, work, takerOf, now)

  const lastDay = addDays(civilDate(today), -1)
  for (const grant of await listGrants(tx, accountId))
    if (grant.ended === null && (grant.to === null || countsOn(grant, today) || grant.from > today))
      await insertRoleEnd(tx, { grantId: grant.id, lastDay, reason, by })
  await withdrawInvitations(tx, accountId)
  await endSessions(tx, accountId)
  await endWaysIn(tx, accountId)
  const passed = work.map(({ room, items }) => ({
    kind: room.kind,
    ids: items.map(({ id }) => id),
    ...(room.hold ? { to: takerOf(room)?.accountId ?? null } : {}),
  }))
  await insertHandOver(tx, { id: newId(), accountId, successorAccountId, leaves, reason, work: passed, by })
  for (const { room } of work) await room.pass(tx, { from, to: takerOf(room), by, now, reason })
  await recordAct(tx, {
    id: newId(),
    act: leaves ? 'account.left' : 'account.handed-over',
    subjectKind: 'account',
    subjectId: accountId,
    actor: by,
    at: now,
    detail: { successorAccountId, reason, work: passed.map(({ ids, ...kind }) => ({ ...kind, count: ids.length })) },
  })
  return passed.reduce((sum, { ids }) => sum + ids.length, 0)
}

type WorkOfRoom = { readonly room: HandOver; readonly items: readonly OpenWork[] }

/** What is open in somebody's hands, room by room. */
export async function openWorkOf(tx: Tx, rooms: readonly HandOver[], from: Holder): Promise<WorkOfRoom[]> {
  const work: WorkOfRoom[] = []
  for (const room of rooms) work.push({ room, items: await room.open(tx, from) })
  return work
}

/** Whoever was chosen for each kind, all of them in office on the same side. */
async function chosenTakers(
  tx: Tx,
  given: {
    account: Account
    work: readonly WorkOfRoom[]
    successorAccountId: string | null
    takers: Takers
    today: string
  },
): Promise<(room: HandOver) => Holder | null> {
  const { account, work, successorAccountId, takers, today } = given
  const unknown = takers.filter(({ kind }) => !work.some(({ room }) => room.kind === kind && room.hold !== undefined))
  if (unknown.length > 0) {
    const items = unknown.map(({ kind }) => ({ at: 'body.takers', sentence: refusals.noSuchWork(kind) }))
    throw new Problem('not-acceptable', items[0]!.sentence, { items, code: 'no-such-work' })
  }
  const ids = [successorAccountId, ...takers.map((taker) => taker.accountId)].flatMap((id) => id ?? [])
  const accounts = await listAccountsById(tx, ids)
  const chosen = (id: string | null): Holder | null => {
    if (id === null) return null
    const successor = accounts.get(id)
    if (!successor || !mayTakeOver(successor, account, today))
      throw new Problem('not-acceptable', refusals.successorUnfit, { code: 'successor-unfit' })
    return { personId: successor.personId, accountId: successor.id }
  }
  const successor = chosen(successorAccountId)
  const byKind = new Map(takers.map(({ kind, accountId }) => [kind, chosen(accountId)]))
  return ({ kind }) => (byKind.has(kind) ? byKind.get(kind)! : successor)
}

/** Nobody is handed what their post or another duty of theirs keeps from them: every such piece of work is told. */
async function refuseUnfit(
  tx: Tx,
  work: readonly WorkOfRoom[],
  takerOf: (room: HandOver) => Holder | null,
  now: Date,
): Promise<void> {
  const items: ProblemItem[] = []
  for (const { room, items: open } of work) {
    const to = takerOf(room)
    if (!to) continue
    for (const { title, because } of await mayNotHold(tx, room, open, { to, now })) {
      const { name } = (await whoOf(tx, [to.accountId]))(to.accountId)
      const of = { zh: `${room.name.zh} ${title.zh} `, en: `${room.name.en} ${title.en}` }
      items.push({ at: room.kind, sentence: refusals.mayNotHold(of, name, because) })
    }
  }
  if (items.length > 0)
    throw new Problem('not-acceptable', refusals.takersUnfit, { items, code: 'successor-cannot-hold' })
}

/** What of a room's open work somebody may not hold, and why. */
export async function mayNotHold(
  tx: Tx,
  room: HandOver,
  items: readonly OpenWork[],
  { to, now }: { to: Holder; now: Date },
): Promise<{ title: Sentence; because: Sentence }[]> {
  const refused: { title: Sentence; because: Sentence }[] = []
  for (const { id, title } of items) {
    const because = await room.hold?.(tx, id, to, now)
    if (because) refused.push({ title, because })
  }
  return refused
}
