import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

/** A column of sealed values. */
export type SealedColumn = { readonly table: string; readonly column: string }

export const nameOf = ({ table, column }: SealedColumn): string => `${table}.${column}`

export type Resealing = { readonly afterId: string | null; readonly walks: number; readonly resealed: number }

/** What a transaction wrote while the first walk went by is found by the second. */
const SECOND_WALK_AFTER_MINUTES = 10

/** Takes a column's turn until the transaction ends; undefined where it is done, waits, or another process has it. */
export async function lockResealing(tx: Tx, source: string, keyId: string): Promise<Resealing | undefined> {
  await sql`
    insert into record.resealings (district, source, key_id) values (${tx.district}, ${source}, ${keyId})
    on conflict do nothing`.execute(tx.db)
  const { rows } = await sql<{ after_id: string | null; walks: number; resealed: number }>`
    select after_id, walks, resealed from record.resealings
    where district = ${tx.district} and source = ${source} and key_id = ${keyId}
      and (walks = 0 or (walks = 1 and (after_id is not null or ended_at < now() - make_interval(mins => ${SECOND_WALK_AFTER_MINUTES}))))
    for update skip locked`.execute(tx.db)
  const row = rows[0]
  return row && { afterId: row.after_id, walks: row.walks, resealed: row.resealed }
}

export async function saveResealing(tx: Tx, source: string, keyId: string, to: Resealing): Promise<void> {
  await tx.db
    .updateTable('record.resealings')
    .set({
      after_id: to.afterId,
      walks: to.walks,
      resealed: to.resealed,
      ...(to.afterId === null ? { ended_at: new Date() } : {}),
    })
    .where('district', '=', tx.district)
    .where('source', '=', source)
    .where('key_id', '=', keyId)
    .execute()
}

/** All columns are walked anew: something was found under an old key after they were done. */
export async function restartResealings(tx: Tx, keyId: string): Promise<void> {
  await tx.db
    .updateTable('record.resealings')
    .set({ after_id: null, walks: 0 })
    .where('district', '=', tx.district)
    .where('key_id', '=', keyId)
    .execute()
}

/** The next rows by id, each with its value where that is under another key than this. */
export async function listSealedAfter(
  tx: Tx,
  of: SealedColumn,
  { keyId, afterId, most }: { keyId: string; afterId: string | null; most: number },
): Promise<{ id: string; old: Buffer | null }[]> {
  const [table, column] = [sql.table(of.table), sql.ref(of.column)]
  const header = Buffer.concat([Buffer.from([Buffer.byteLength(keyId)]), Buffer.from(keyId)])
  const { rows } = await sql<{ id: string; old: Buffer | null }>`
    select id, case when octet_length(${column}) = 0 or substring(${column} from 2 for ${header.length}) = ${header} then null else ${column} end as old
    from ${table} where district = ${tx.district} and (${afterId}::uuid is null or id > ${afterId}::uuid)
    order by id limit ${most}`.execute(tx.db)
  return rows
}

/** Writes values anew through the one function that may; how many were still as they were read. */
export async function writeResealed(
  tx: Tx,
  { table, column }: SealedColumn,
  values: readonly { id: string; old: Buffer; fresh: Buffer }[],
): Promise<number> {
  if (values.length === 0) return 0
  const { rows } = await sql<{ written: number }>`
    select public.app_reseal(${table}, ${column}, ${values.map(({ id }) => id)}::uuid[],
      ${values.map(({ old }) => old)}::bytea[], ${values.map(({ fresh }) => fresh)}::bytea[]) as written`.execute(tx.db)
  return rows[0]!.written
}

/** How many values of a column are under each key; `?` for what was never sealed by us. Emptied ones are under none. */
export async function countByKey(tx: Tx, of: SealedColumn): Promise<Map<string, number>> {
  const [table, column] = [sql.table(of.table), sql.ref(of.column)]
  // The beginning is cut out first: of a large file nothing else is read.
  const { rows } = await sql<{ key_id: string; count: number }>`
    select case when length(head) < 3 or get_byte(head, 0) <> 1 then '?'
      else encode(substring(head from 3 for get_byte(head, 1)), 'escape') end as key_id, count(*)::int as count
    from (select substring(${column} from 1 for 66) as head from ${table}
      where district = ${tx.district} and octet_length(${column}) > 0) as heads
    group by 1`.execute(tx.db)
  return new Map(rows.map((row) => [row.key_id, row.count]))
}
