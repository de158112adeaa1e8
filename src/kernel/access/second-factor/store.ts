import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

export type Factor = {
  readonly id: string
  readonly secretSealed: Buffer
  readonly confirmedAt: Date | null
  readonly lastStep: number | null
}

const factors = (tx: Tx, accountId: string) =>
  tx.db
    .selectFrom('access.second_factors')
    .select(['id', 'secret_sealed', 'confirmed_at', 'last_step'])
    .where('district', '=', tx.district)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)

type Row = { id: string; secret_sealed: Buffer; confirmed_at: Date | null; last_step: bigint | null }

const factorOf = (row: Row): Factor => ({
  id: row.id,
  secretSealed: row.secret_sealed,
  confirmedAt: row.confirmed_at,
  lastStep: row.last_step === null ? null : Number(row.last_step),
})

/** The second factor that counts. */
export async function findFactor(tx: Tx, accountId: string): Promise<Factor | undefined> {
  const row = await factors(tx, accountId).where('confirmed_at', 'is not', null).executeTakeFirst()
  return row && factorOf(row)
}

/** The one that was begun last and waits for its first code. */
export async function findBegun(tx: Tx, accountId: string, since: Date): Promise<Factor | undefined> {
  const row = await factors(tx, accountId)
    .where('confirmed_at', 'is', null)
    .where('begun_at', '>', since)
    .orderBy('begun_at', 'desc')
    .executeTakeFirst()
  return row && factorOf(row)
}

/** Which of these accounts have a second factor. */
export async function listWithFactor(tx: Tx, accountIds: readonly string[]): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('access.second_factors')
    .select('account_id')
    .where('district', '=', tx.district)
    .where('account_id', 'in', [...accountIds])
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.account_id))
}

export async function insertFactor(tx: Tx, row: { id: string; accountId: string; sealed: Buffer }): Promise<void> {
  await tx.db
    .insertInto('access.second_factors')
    .values({ district: tx.district, id: row.id, account_id: row.accountId, secret_sealed: row.sealed })
    .execute()
}

/** From now on this one counts, and the step of the code that confirmed it is used up. */
export async function confirmFactor(tx: Tx, id: string, step: number): Promise<void> {
  await tx.db
    .updateTable('access.second_factors')
    .set({ confirmed_at: new Date(), last_step: BigInt(step) })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute()
}

/** Ends whatever an account has or had begun, but for one that is about to count; whether one counted. */
export async function endFactors(tx: Tx, accountId: string, but?: string): Promise<boolean> {
  let ending = tx.db
    .updateTable('access.second_factors')
    .set({ ended_at: new Date() })
    .where('district', '=', tx.district)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
  if (but !== undefined) ending = ending.where('id', '<>', but)
  const rows = await ending.returning('confirmed_at').execute()
  return rows.some((row) => row.confirmed_at !== null)
}

/** Uses a step up; false where it or a later one is used up already: of two at once one is taken. */
export async function takeStep(tx: Tx, id: string, step: number): Promise<boolean> {
  const taken = await tx.db
    .updateTable('access.second_factors')
    .set({ last_step: BigInt(step) })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('last_step', 'is', null), where('last_step', '<', BigInt(step))]))
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** A new set of recovery codes; those of before are good no more. */
export async function replaceRecoveryCodes(tx: Tx, accountId: string, lookups: readonly Buffer[]): Promise<void> {
  await endRecoveryCodes(tx, accountId)
  await tx.db
    .insertInto('access.recovery_codes')
    .values(lookups.map((lookup) => ({ district: tx.district, account_id: accountId, code_lookup: lookup })))
    .execute()
}

export async function endRecoveryCodes(tx: Tx, accountId: string): Promise<void> {
  await tx.db
    .updateTable('access.recovery_codes')
    .set({ ended_at: new Date() })
    .where('district', '=', tx.district)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Uses a recovery code up; false where there is none such that is still good. */
export async function takeRecoveryCode(tx: Tx, accountId: string, lookup: Buffer): Promise<boolean> {
  const taken = await tx.db
    .updateTable('access.recovery_codes')
    .set({ used_at: new Date() })
    .where('district', '=', tx.district)
    .where('account_id', '=', accountId)
    .where('code_lookup', '=', lookup)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

export async function countRecoveryCodes(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from access.recovery_codes
    where district = ${tx.district} and account_id = ${accountId} and used_at is null and ended_at is null`.execute(
    tx.db,
  )
  return rows[0]!.count
}
