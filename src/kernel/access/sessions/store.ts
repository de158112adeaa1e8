import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { WrongTries } from '../tries/store.ts'

export type NewSession = {
  readonly id: string
  readonly tokenSha256: Buffer
  readonly accountId: string
  readonly device: string
  readonly startedAt: Date
  readonly expiresAt: Date
  readonly secondFactorAt: Date | null
  readonly wrongBefore: WrongTries | undefined
}

export async function startSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.db
    .insertInto('access.sessions')
    .values({
      district: tx.district,
      id: session.id,
      token_sha256: session.tokenSha256,
      account_id: session.accountId,
      device: session.device,
      started_at: session.startedAt,
      seen_at: new Date(),
      expires_at: session.expiresAt,
      second_factor_at: session.secondFactorAt,
      wrong_before: session.wrongBefore?.count ?? 0,
      wrong_last_at: session.wrongBefore?.lastAt ?? null,
    })
    .execute()
}

export type KeptSession = {
  readonly id: string
  readonly device: string
  readonly startedAt: Date
  readonly seenAt: Date
  readonly expiresAt: Date
  readonly withSecondFactor: boolean
}

const open = (tx: Tx) =>
  tx.db
    .selectFrom('access.sessions')
    .where('district', '=', tx.district)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', new Date())

/** The account's open sessions, the one seen last first. */
export async function listSessions(tx: Tx, accountId: string, seenSince: Date): Promise<KeptSession[]> {
  const rows = await open(tx)
    .selectAll()
    .where('account_id', '=', accountId)
    .where('seen_at', '>', seenSince)
    .orderBy('seen_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    withSecondFactor: row.second_factor_at !== null,
  }))
}

/** How many sessions are open, by account. */
export async function countSessions(
  tx: Tx,
  accountIds: readonly string[],
  seenSince: Date,
): Promise<Map<string, number>> {
  if (accountIds.length === 0) return new Map()
  const rows = await open(tx)
    .select((of) => ['account_id', of.fn.countAll<string>().as('count')])
    .where('account_id', 'in', [...accountIds])
    .where('seen_at', '>', seenSince)
    .groupBy('account_id')
    .execute()
  return new Map(rows.map((row) => [row.account_id, Number(row.count)]))
}

export type WholeSession = {
  readonly id: string
  readonly accountId: string
  readonly device: string
  readonly startedAt: Date
  readonly expiresAt: Date
  readonly wrongBefore: WrongTries | undefined
}

/** An open session by its name. */
export async function findSession(tx: Tx, id: string): Promise<WholeSession | undefined> {
  const row = await open(tx).selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      accountId: row.account_id,
      device: row.device,
      startedAt: row.started_at,
      expiresAt: row.expires_at,
      wrongBefore:
        row.wrong_before > 0 && row.wrong_last_at ? { count: row.wrong_before, lastAt: row.wrong_last_at } : undefined,
    }
  )
}

/** An open session by its token's hash. */
export async function findSessionOf(tx: Tx, tokenSha256: Buffer): Promise<{ id: string } | undefined> {
  return open(tx).select('id').where('token_sha256', '=', tokenSha256).executeTakeFirst()
}

/** Of a session that has ended: when it began and ended, and how its account was last handed over meanwhile. */
export async function findEnded(
  tx: Tx,
  tokenSha256: Buffer,
): Promise<{ readonly handedOver: 'left' | 'changed-post' | null } | undefined> {
  const { rows } = await sql<{ leaves: boolean | null }>`
    select (select h.leaves from access.hand_overs h
      where h.district = s.district and h.account_id = s.account_id and h.recorded_at >= s.started_at
      order by h.recorded_at desc limit 1) as leaves
    from access.sessions s
    where s.district = ${tx.district} and s.token_sha256 = ${tokenSha256} and s.ended_at is not null`.execute(tx.db)
  const [row] = rows
  if (!row) return undefined
  return { handedOver: row.leaves === null ? null : row.leaves ? 'left' : 'changed-post' }
}

const ending = (tx: Tx) =>
  tx.db
    .updateTable('access.sessions')
    .set({ ended_at: new Date() })
    .where('district', '=', tx.district)
    .where('ended_at', 'is', null)

export async function endSessionByToken(tx: Tx, tokenSha256: Buffer): Promise<void> {
  await ending(tx).where('token_sha256', '=', tokenSha256).execute()
}

/** Ends one session of an account; whether there was one. */
export async function endSession(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await ending(tx)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends the sessions of an account, all but one where one is named; how many there were. */
export async function endSessions(tx: Tx, accountId: string, but?: string): Promise<number> {
  let those = ending(tx).where('account_id', '=', accountId).where('expires_at', '>', new Date())
  if (but !== undefined) those = those.where('id', '<>', but)
  const { numUpdatedRows } = await those.executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Something was asked in a session just now; written only where the last time lies back far enough. */
export async function noteSeen(tx: Tx, tokenSha256: Buffer, notSince: Date): Promise<void> {
  await tx.db
    .updateTable('access.sessions')
    .set({ seen_at: new Date() })
    .where('district', '=', tx.district)
    .where('token_sha256', '=', tokenSha256)
    .where('ended_at', 'is', null)
    .where('seen_at', '<', notSince)
    .execute()
}

export type WayIn = { readonly accountId: string; readonly step: string; readonly device: string }

/** Keeps a way in: the password was right, the second factor is to come. */
export async function insertWayIn(
  tx: Tx,
  given: WayIn & { readonly tokenSha256: Buffer; readonly expiresAt: Date },
): Promise<void> {
  await tx.db
    .insertInto('access.sign_ins')
    .values({
      district: tx.district,
      token_sha256: given.tokenSha256,
      account_id: given.accountId,
      step: given.step,
      device: given.device,
      expires_at: given.expiresAt,
    })
    .execute()
}

/** A way in that is still open, tried once more with this; undefined where it is over, or was tried often enough. */
export async function tryWayIn(
  tx: Tx,
  tokenSha256: Buffer,
  step: string,
  mostTries: number,
): Promise<WayIn | undefined> {
  const row = await tx.db
    .updateTable('access.sign_ins')
    .set((of) => ({ tries: of('tries', '+', 1) }))
    .where('district', '=', tx.district)
    .where('token_sha256', '=', tokenSha256)
    .where('step', '=', step)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', new Date())
    .where('tries', '<', mostTries)
    .returning(['account_id', 'step', 'device'])
    .executeTakeFirst()
  return row && { accountId: row.account_id, step: row.step, device: row.device }
}

/** Ends a way in; false where it was ended already: of two at once one comes in. */
export async function endWayIn(tx: Tx, tokenSha256: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('access.sign_ins')
    .set({ ended_at: new Date() })
    .where('district', '=', tx.district)
    .where('token_sha256', '=', tokenSha256)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends the ways in of an account that are under way: its password or its second factor has changed. */
export async function endWaysIn(tx: Tx, accountId: string): Promise<void> {
  await tx.db
    .updateTable('access.sign_ins')
    .set({ ended_at: new Date() })
    .where('district', '=', tx.district)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
}
