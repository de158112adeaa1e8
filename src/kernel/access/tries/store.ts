import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { Limit } from './limits.ts'

// Days are Shanghai's; hours are the same everywhere that matters.
const beginningOf = (window: Limit['window']) =>
  window === 'hour'
    ? sql`date_trunc('hour', now())`
    : sql`date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'`

/** Counts one more within the window; how many there are now. Whoever asks at once waits for the one before. */
export async function count(tx: Tx, { what, window }: Pick<Limit, 'what' | 'window'>, of: Buffer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    insert into access.tries (district, what, of_whom, hour, count)
    values (${tx.district}, ${what}, ${of}, ${beginningOf(window)}, 1)
    on conflict (district, what, of_whom, hour) do update set count = access.tries.count + 1
    returning count`.execute(tx.db)
  return rows[0]!.count
}

/** What turned out right is taken out of the count again. */
export async function uncount(tx: Tx, { what, window }: Limit, of: Buffer): Promise<void> {
  await sql`
    delete from access.tries
    where district = ${tx.district} and what = ${what} and of_whom = ${of} and hour = ${beginningOf(window)} and count <= 1`.execute(
    tx.db,
  )
  await sql`
    update access.tries set count = count - 1
    where district = ${tx.district} and what = ${what} and of_whom = ${of} and hour = ${beginningOf(window)} and count > 1`.execute(
    tx.db,
  )
}

/** How many were counted within the window by now. */
export async function countedOf(tx: Tx, { what, window }: Limit, of: readonly Buffer[]): Promise<Map<string, number>> {
  if (of.length === 0) return new Map()
  const { rows } = await sql<{ of_whom: Buffer; count: number }>`
    select of_whom, count from access.tries
    where district = ${tx.district} and what = ${what} and hour = ${beginningOf(window)} and of_whom = any(${[...of]}::bytea[])`.execute(
    tx.db,
  )
  return new Map(rows.map((row) => [row.of_whom.toString('hex'), row.count]))
}

/** How often each was counted in the last day, over everybody. */
export async function countedInADay(tx: Tx, whats: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ what: string; count: number }>`
    select what, sum(count)::int as count from access.tries
    where district = ${tx.district} and what = any(${[...whats]}::text[]) and hour > now() - interval '24 hours'
    group by what`.execute(tx.db)
  return new Map(rows.map((row) => [row.what, row.count]))
}

/** A wrong password or code of an account, for its owner to read. */
export async function noteWrongTry(tx: Tx, accountId: string): Promise<void> {
  await sql`
    insert into access.wrong_tries (district, account_id, count, last_at)
    values (${tx.district}, ${accountId}, 1, clock_timestamp())
    on conflict (district, account_id) do update set count = access.wrong_tries.count + 1, last_at = excluded.last_at`.execute(
    tx.db,
  )
}

export type WrongTries = { readonly count: number; readonly lastAt: Date }

/** What was wrong since the last sign-in, taken out: the session that begins now keeps it. */
export async function takeWrongTries(tx: Tx, accountId: string): Promise<WrongTries | undefined> {
  const row = await tx.db
    .deleteFrom('access.wrong_tries')
    .where('district', '=', tx.district)
    .where('account_id', '=', accountId)
    .returning(['count', 'last_at'])
    .executeTakeFirst()
  return row && { count: row.count, lastAt: row.last_at }
}

export async function listWrongTries(tx: Tx, accountIds: readonly string[]): Promise<Map<string, WrongTries>> {
  if (accountIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('access.wrong_tries')
    .selectAll()
    .where('district', '=', tx.district)
    .where('account_id', 'in', [...accountIds])
    .execute()
  return new Map(rows.map((row) => [row.account_id, { count: row.count, lastAt: row.last_at }]))
}
