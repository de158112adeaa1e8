import { type RawBuilder, sql } from 'kysely'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'

/** Whether a row of a table was emptied; for the lists of rooms that have something to empty. */
export function wasEmptied(tx: Tx, source: string, row: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from record.emptyings gone
    where gone.district = ${tx.district} and gone.source = ${source} and gone.row_id = ${sql.ref(row)})`
}

/** Whether this row was emptied. */
export async function isEmptied(tx: Tx, source: string, rowId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from record.emptyings where district = ${tx.district} and source = ${source} and row_id = ${rowId}`.execute(
    tx.db,
  )
  return rows.length > 0
}

/** Whether an emptying took the bytes of this file. */
export async function isFileEmptied(tx: Tx, fileId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from record.emptyings where district = ${tx.district} and file_ids @> ${[fileId]}::uuid[]`.execute(tx.db)
  return rows.length > 0
}

export type Emptying = {
  readonly id: string
  readonly rule: string
  readonly source: string
  readonly rowId: string
  readonly title: Sentence
  readonly subject: { readonly kind: string; readonly id: string }
  readonly fileIds: readonly string[]
  readonly fileHashes: readonly Buffer[]
  readonly since: CivilDate
  readonly years: number
  readonly emptiedOn: CivilDate
}

export async function insertEmptying(tx: Tx, emptying: Emptying): Promise<void> {
  const { id, rule, source, rowId, title, subject, fileIds, fileHashes, since, years, emptiedOn } = emptying
  await sql`
    insert into record.emptyings (district, id, rule, source, row_id, title, subject_kind, subject_id, file_ids,
      file_hashes, since_on, years, emptied_on)
    values (${tx.district}, ${id}, ${rule}, ${source}, ${rowId}, ${JSON.stringify(title)}::jsonb, ${subject.kind},
      ${subject.id}, ${[...fileIds]}::uuid[], ${[...fileHashes]}::bytea[], ${since}::date, ${years}::int,
      ${emptiedOn}::date)`.execute(tx.db)
}

/** Takes the bytes of the files that an emptying names; how many had any. */
export async function emptyFiles(tx: Tx, emptyingId: string): Promise<number> {
  const { rows } = await sql<{ emptied: number }>`select public.app_empty_files(${emptyingId}) as emptied`.execute(
    tx.db,
  )
  return rows[0]!.emptied
}

/** What was emptied, the newest first. */
export async function listEmptyings(
  tx: Tx,
  page: { readonly after?: string | undefined; readonly limit: number; readonly rule?: string | undefined },
): Promise<Emptying[]> {
  let query = tx.db.selectFrom('record.emptyings').selectAll().where('district', '=', tx.district)
  if (page.rule) query = query.where('rule', '=', page.rule)
  if (page.after) query = query.where('id', '<', page.after)
  const rows = await query.orderBy('id', 'desc').limit(page.limit).execute()
  return rows.map((row) => ({
    id: row.id,
    rule: row.rule,
    source: row.source,
    rowId: row.row_id,
    title: row.title as Sentence,
    subject: { kind: row.subject_kind, id: row.subject_id },
    fileIds: row.file_ids,
    fileHashes: row.file_hashes,
    since: civilDate(row.since_on),
    years: row.years,
    emptiedOn: civilDate(row.emptied_on),
  }))
}

/** How many rows each rule has emptied. */
export async function countEmptied(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ rule: string; count: number }>`
    select rule, count(*)::int as count from record.emptyings where district = ${tx.district} group by rule`.execute(
    tx.db,
  )
  return new Map(rows.map(({ rule, count }) => [rule, count]))
}

export async function insertEmptiedRows(
  tx: Tx,
  emptyingId: string,
  rows: readonly { source: string; key: string; before: Buffer; after: Buffer }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.db
    .insertInto('record.emptied_rows')
    .values(
      rows.map(({ source, key, before, after }) => ({
        district: tx.district,
        source,
        row_key: key,
        emptying_id: emptyingId,
        leaf_before: before,
        leaf_after: after,
      })),
    )
    .execute()
}

/** Whether a sealed row had values that were emptied. */
export async function isRowEmptied(tx: Tx, source: string, key: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from record.emptied_rows where district = ${tx.district} and source = ${source} and row_key = ${key}`.execute(
    tx.db,
  )
  return rows.length > 0
}
