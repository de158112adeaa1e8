import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

export type Keeper = {
  readonly batchId: string
  readonly nth: number
  readonly personId: string
  readonly givenBy: string
  readonly reason: string
  readonly businessAt: Date
}

export async function insertKeeper(tx: Tx, keeper: Keeper): Promise<void> {
  await tx.db
    .insertInto('funds.batch_keepers')
    .values({
      district: tx.district,
      batch_id: keeper.batchId,
      nth: keeper.nth,
      person_id: keeper.personId,
      given_by: keeper.givenBy,
      reason: keeper.reason,
      business_at: keeper.businessAt,
    })
    .execute()
}

/** Everybody who looked after a batch, its maker first, the last of them now. */
export async function listKeepers(tx: Tx, batchId: string): Promise<Keeper[]> {
  const rows = await tx.db
    .selectFrom('funds.batch_keepers')
    .selectAll()
    .where('district', '=', tx.district)
    .where('batch_id', '=', batchId)
    .orderBy('nth')
    .execute()
  return rows.map((row) => ({
    batchId: row.batch_id,
    nth: row.nth,
    personId: row.person_id,
    givenBy: row.given_by,
    reason: row.reason,
    businessAt: row.business_at,
  }))
}

type Named = { readonly id: string; readonly number: string }

/** Batches whose list is not out and that somebody looks after now, the oldest first. */
export async function listKeptBy(tx: Tx, personId: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select b.id, b.number from funds.batches b
    where b.district = ${tx.district} and b.status in ('frozen', 'half-signed', 'signed')
      and ${personId} = (select k.person_id from funds.batch_keepers k
        where k.district = b.district and k.batch_id = b.id order by k.nth desc limit 1)
    order by b.id limit 200`.execute(tx.db)
  return rows
}

/** Batches that somebody has signed and that wait for another's signature, the oldest first. */
export async function listHalfSignedBy(tx: Tx, personId: string): Promise<Named[]> {
  return tx.db
    .selectFrom('funds.batches as b')
    .innerJoin('funds.batch_signatures as s', (join) =>
      join.onRef('s.district', '=', 'b.district').onRef('s.batch_id', '=', 'b.id'),
    )
    .select(['b.id', 'b.number'])
    .where('b.district', '=', tx.district)
    .where('s.person_id', '=', personId)
    .where('b.status', '=', 'half-signed')
    .orderBy('b.id')
    .limit(200)
    .execute()
}
