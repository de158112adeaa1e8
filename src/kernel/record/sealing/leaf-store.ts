import { sql } from 'kysely'
import { type BulkRows, readInBulk, type Tx } from '../../../platform/db/public.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Subtree } from './merkle.ts'
import { findSeal } from './store.ts'
import { inPortions } from './table-store.ts'

export type NewLeaf = {
  readonly position: number
  readonly source: string
  readonly key: string
  readonly form: number
  readonly hash: Buffer
}

export async function insertLeaves(tx: Tx, seal: number, leaves: readonly NewLeaf[]): Promise<void> {
  await sql`
    insert into record.leaves (district, position, seal, source, row_key, form, leaf_hash)
    select ${tx.district}::int, position, ${seal}::int, source, row_key, form, leaf_hash from unnest(
      ${leaves.map((leaf) => String(leaf.position))}::bigint[], ${leaves.map((leaf) => leaf.source)}::text[],
      ${leaves.map((leaf) => leaf.key)}::text[], ${leaves.map((leaf) => leaf.form)}::int[],
      ${leaves.map((leaf) => leaf.hash)}::bytea[]) as t(position, source, row_key, form, leaf_hash)`.execute(tx.db)
}

export async function insertSubtrees(tx: Tx, subtrees: readonly Subtree[]): Promise<void> {
  if (subtrees.length === 0) return
  await tx.db
    .insertInto('record.subtrees')
    .values(subtrees.map(({ level, nth, hash }) => ({ district: tx.district, level, nth: BigInt(nth), hash })))
    .execute()
}

export type Leaf = NewLeaf & { readonly seal: number }

type LeafRow = { position: bigint; seal: number; source: string; row_key: string; form: number; leaf_hash: Buffer }
const leafOf = (row: LeafRow): Leaf => ({
  position: Number(row.position),
  seal: row.seal,
  source: row.source,
  key: row.row_key,
  form: row.form,
  hash: row.leaf_hash,
})

/** The leaf of a row; undefined where it is not sealed yet. */
export async function findLeaf(tx: Tx, source: string, key: string): Promise<Leaf | undefined> {
  const row = await tx.db
    .selectFrom('record.leaves')
    .select(['position', 'seal', 'source', 'row_key', 'form', 'leaf_hash'])
    .where('district', '=', tx.district)
    .where('source', '=', source)
    .where('row_key', '=', key)
    .executeTakeFirst()
  return row && leafOf(row)
}

/** The leaves of these rows, by their keys; a row that is not sealed yet has none. */
export async function listLeavesOf(tx: Tx, source: string, keys: readonly string[]): Promise<Map<string, Leaf>> {
  const leaves = new Map<string, Leaf>()
  for (const some of inPortions(keys)) {
    const { rows } = await sql<LeafRow>`
      select position, seal, source, row_key, form, leaf_hash from record.leaves
      where district = ${tx.district} and source = ${source} and row_key = any(${some}::text[])`.execute(tx.db)
    for (const row of rows) leaves.set(row.row_key, leafOf(row))
  }
  return leaves
}

/** Leaf hashes from a position on. */
export async function listHashes(tx: Tx, start: number, end: number): Promise<Buffer[]> {
  const rows = await tx.db
    .selectFrom('record.leaves')
    .select('leaf_hash')
    .where('district', '=', tx.district)
    .where('position', '>=', BigInt(start))
    .where('position', '<', BigInt(end))
    .orderBy('position')
    .execute()
  return rows.map((row) => row.leaf_hash)
}

export async function listSubtrees(tx: Tx, level: number, start: number, end: number): Promise<Buffer[]> {
  const rows = await tx.db
    .selectFrom('record.subtrees')
    .select('hash')
    .where('district', '=', tx.district)
    .where('level', '=', level)
    .where('nth', '>=', BigInt(start))
    .where('nth', '<', BigInt(end))
    .orderBy('nth')
    .execute()
  return rows.map((row) => row.hash)
}

/** Leaves by position, walked one after another. */
export class LeavesInOrder {
  private readonly rows: BulkRows

  constructor(rows: BulkRows) {
    this.rows = rows
  }

  next = () => this.rows.next()

  get position(): number {
    return this.rows.big(0)!
  }

  get seal(): number {
    return this.rows.int(1)!
  }

  get hash(): Buffer {
    return this.rows.bytes(2)!
  }
}

/** The leaves of the district after a position, in order; so many at most. */
export async function* leavesAfter(tx: Tx, position: number, limit?: number): AsyncGenerator<LeavesInOrder> {
  const query = `select position, seal, leaf_hash from record.leaves
    where district = ${tx.district} and position > ${position} order by position ${limit === undefined ? '' : `limit ${limit}`}`
  for await (const rows of readInBulk(tx, query)) yield new LeavesInOrder(rows)
}

export async function* everySubtree(tx: Tx): AsyncGenerator<Subtree[]> {
  const query = `select level, nth, hash from record.subtrees where district = ${tx.district}`
  for await (const rows of readInBulk(tx, query)) {
    const subtrees: Subtree[] = []
    while (rows.next()) subtrees.push({ level: rows.int(0)!, nth: rows.big(1)!, hash: rows.bytes(2)! })
    yield subtrees
  }
}

/** Leaves by the source they are of, and how many: sources that nobody declares any more are found here. */
export async function countLeaves(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ source: string; count: bigint }>`
    select source, count(*) as count from record.leaves where district = ${tx.district} group by source`.execute(tx.db)
  return new Map(rows.map(({ source, count }) => [source, Number(count)]))
}

/** The seal under which a row first came; undefined while it is under none. */
export async function sealOver(tx: Tx, source: string, key: string): Promise<Checkpoint | undefined> {
  const leaf = await findLeaf(tx, source, key)
  return leaf && findSeal(tx, leaf.seal)
}
