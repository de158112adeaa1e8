import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { Checkpoint } from './checkpoint.ts'

/** Where the sealing of the district stands. */
export type SealHead = {
  readonly number: number
  readonly size: number
  readonly root: Buffer
  readonly frontier: Buffer
  /** By source, the moment up to which no row can appear any more; as the database writes it, to the microsecond. */
  readonly settled: Readonly<Record<string, string>>
}

type HeadRow = { number: number; size: bigint; root: Buffer; frontier: Buffer; settled: unknown }

const headOf = ({ number, size, root, frontier, settled }: HeadRow): SealHead => ({
  number,
  size: Number(size),
  root,
  frontier,
  settled: settled as SealHead['settled'],
})

/** Takes the district's turn at sealing until the transaction ends; undefined while another process has it. */
export async function lockHead(tx: Tx, emptyRoot: Buffer): Promise<SealHead | undefined> {
  await sql`insert into record.seal_heads (district, root) values (${tx.district}, ${emptyRoot}) on conflict do nothing`.execute(
    tx.db,
  )
  const { rows } = await sql<HeadRow>`
    select number, size, root, frontier, settled from record.seal_heads
    where district = ${tx.district} for update skip locked`.execute(tx.db)
  return rows[0] && headOf(rows[0])
}

export async function findHead(tx: Tx): Promise<SealHead | undefined> {
  const row = await tx.db
    .selectFrom('record.seal_heads')
    .select(['number', 'size', 'root', 'frontier', 'settled'])
    .where('district', '=', tx.district)
    .executeTakeFirst()
  return row && headOf(row)
}

export async function saveHead(tx: Tx, head: SealHead): Promise<void> {
  await tx.db
    .updateTable('record.seal_heads')
    .set({
      number: head.number,
      size: BigInt(head.size),
      root: head.root,
      frontier: head.frontier,
      settled: JSON.stringify(head.settled),
    })
    .where('district', '=', tx.district)
    .execute()
}

export async function insertSeal(tx: Tx, seal: Checkpoint): Promise<void> {
  await tx.db
    .insertInto('record.seals')
    .values({
      district: tx.district,
      number: seal.number,
      size: BigInt(seal.size),
      root: seal.root,
      previous_root: seal.previousRoot,
      sealed_at: seal.sealedAt,
      key_id: seal.keyId,
      signature: seal.signature,
    })
    .execute()
}

const seals = (tx: Tx) => tx.db.selectFrom('record.seals').selectAll().where('district', '=', tx.district)

const sealOf = (row: Awaited<ReturnType<ReturnType<typeof seals>['executeTakeFirstOrThrow']>>): Checkpoint => ({
  district: row.district,
  number: row.number,
  size: Number(row.size),
  root: row.root,
  previousRoot: row.previous_root,
  sealedAt: row.sealed_at,
  keyId: row.key_id,
  signature: row.signature,
})

/** Seals by number, from the one after `after`. */
export async function listSeals(tx: Tx, { after, limit }: { after: number; limit: number }): Promise<Checkpoint[]> {
  return (await seals(tx).where('number', '>', after).orderBy('number').limit(limit).execute()).map(sealOf)
}

export async function findSeal(tx: Tx, number: number): Promise<Checkpoint | undefined> {
  const row = await seals(tx).where('number', '=', number).executeTakeFirst()
  return row && sealOf(row)
}

/** The newest seal that was there at an instant of real time; without one, the newest. */
export async function findLastSeal(tx: Tx, before?: Date): Promise<Checkpoint | undefined> {
  let query = seals(tx)
  if (before) query = query.where('sealed_at', '<', before)
  const row = await query.orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row && sealOf(row)
}
