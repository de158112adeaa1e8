import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { newId } from '../../values/public.ts'
import type { Meaning } from './meanings.ts'
import type { ProvinceLine } from './reading.ts'
import type { ProvinceState } from './rules.ts'

/** What the province said of a scheme as of a day: one file. */
export type ProvinceImport = {
  readonly id: string
  readonly scheme: string
  readonly asOf: string
  /** Whether it holds everything the province has of the scheme. */
  readonly whole: boolean
  readonly fileId: string
  readonly fileName: string
  readonly sha256: Buffer
  readonly columnsRead: readonly { readonly heading: string; readonly meaning: Meaning }[]
  readonly rowCount: number
  readonly paidCount: number
  readonly amountFen: bigint
  readonly paidFen: bigint
  readonly accountId: string
  readonly businessAt: Date
}

export type NewImport = Omit<ProvinceImport, 'rowCount' | 'paidCount' | 'amountFen' | 'paidFen'>
export type ImportFigures = Pick<ProvinceImport, 'rowCount' | 'paidCount' | 'amountFen' | 'paidFen'>

/** Runs `work` so that nothing of it stays when it throws, even if the transaction goes on. */
export async function importedWhole<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint province_import`.execute(tx.db)
  try {
    const done = await work()
    await sql`release savepoint province_import`.execute(tx.db)
    return done
  } catch (error) {
    await sql`rollback to savepoint province_import`.execute(tx.db).catch(() => undefined)
    throw error
  }
}

/** Begins an import; false when its file is there already. Waits for another transaction that imports it right now. */
export async function beginImport(tx: Tx, given: NewImport): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('funds.province_imports')
    .values({
      district: tx.district,
      id: given.id,
      scheme: given.scheme,
      as_of: given.asOf,
      whole: given.whole,
      file_id: given.fileId,
      file_name: given.fileName,
      sha256: given.sha256,
      columns_read: JSON.stringify(given.columnsRead),
      account_id: given.accountId,
      business_at: given.businessAt,
    })
    .onConflict((conflict) => conflict.columns(['district', 'scheme', 'sha256']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function endImport(tx: Tx, id: string, figures: ImportFigures): Promise<void> {
  await tx.db
    .updateTable('funds.province_imports')
    .set({
      row_count: figures.rowCount,
      paid_count: figures.paidCount,
      amount_fen: figures.amountFen,
      paid_fen: figures.paidFen,
    })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .execute()
}

const imports = (tx: Tx) => tx.db.selectFrom('funds.province_imports').selectAll().where('district', '=', tx.district)

type ImportRow = Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>

const importOf = (row: ImportRow): ProvinceImport => ({
  id: row.id,
  scheme: row.scheme,
  asOf: row.as_of,
  whole: row.whole,
  fileId: row.file_id,
  fileName: row.file_name,
  sha256: row.sha256,
  columnsRead: row.columns_read as ProvinceImport['columnsRead'],
  rowCount: row.row_count ?? 0,
  paidCount: row.paid_count ?? 0,
  amountFen: row.amount_fen ?? 0n,
  paidFen: row.paid_fen ?? 0n,
  accountId: row.account_id,
  businessAt: row.business_at,
})

export async function findImport(
  tx: Tx,
  by: { readonly id: string } | { readonly scheme: string; readonly sha256: Buffer },
): Promise<ProvinceImport | undefined> {
  const query =
    'id' in by
      ? imports(tx).where('id', '=', by.id)
      : imports(tx).where('scheme', '=', by.scheme).where('sha256', '=', by.sha256)
  const row = await query.executeTakeFirst()
  return row && importOf(row)
}

/** The files of a scheme, the newest first. */
export async function listImports(
  tx: Tx,
  scheme: string,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<ProvinceImport[]> {
  let query = imports(tx).where('scheme', '=', scheme)
  if (page.after !== undefined) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(importOf)
}

/** A line as it is stored: the person is a keyed hash and a mask. */
export type StoredLine = Omit<ProvinceLine, 'identityNumber'> & { readonly identityLookup: Buffer }

/**
 * Stores some thousands of lines in one statement, a column one text of lines and all hashes one run of bytes: no value holds
 * a line break. A column of one empty text has no lines at all, hence the coalesce.
 */
export async function insertProvinceLines(
  tx: Tx,
  of: { readonly importId: string; readonly scheme: string },
  stored: readonly StoredLine[],
): Promise<void> {
  if (stored.length === 0) return
  const lines = (say: (line: StoredLine) => string | number | bigint | null) =>
    stored.map((line) => say(line) ?? '').join('\n')
  const stem = newId().slice(0, -8)
  const ids = stored.map((_, at) => stem + at.toString(16).padStart(8, '0')).join('\n')
  await sql`
    insert into funds.province_rows (district, id, import_id, scheme, sheet_row, reference, our_reference, identity_lookup,
                                     masked_name, masked_identity, level, certificate_no, amount_fen, state, reason, paid_on,
                                     paid_fen)
    select ${tx.district}::int, p.id::uuid, ${of.importId}::uuid, ${of.scheme}::text, p.sheet_row::int, p.reference,
           nullif(p.our_reference, ''), substring(${Buffer.concat(stored.map((line) => line.identityLookup))}::bytea from (p.nth::int - 1) * 32 + 1 for 32),
           coalesce(p.masked_name, ''), p.masked_identity, nullif(p.level, ''), nullif(p.certificate_no, ''),
           p.amount_fen::bigint, p.state, coalesce(p.reason, ''), nullif(p.paid_on, '')::date, nullif(p.paid_fen, '')::bigint
    from rows from (string_to_table(${ids}, E'\\n'),
                    string_to_table(${lines((each) => each.row)}, E'\\n'),
                    string_to_table(${lines((each) => each.reference)}, E'\\n'),
                    string_to_table(${lines((each) => each.ourReference)}, E'\\n'),
                    string_to_table(${lines((each) => each.maskedName)}, E'\\n'),
                    string_to_table(${lines((each) => each.maskedIdentity)}, E'\\n'),
                    string_to_table(${lines((each) => each.level)}, E'\\n'),
                    string_to_table(${lines((each) => each.certificateNo)}, E'\\n'),
                    string_to_table(${lines((each) => each.amountFen)}, E'\\n'),
                    string_to_table(${lines((each) => each.state)}, E'\\n'),
                    string_to_table(${lines((each) => each.reason)}, E'\\n'),
                    string_to_table(${lines((each) => each.paidOn)}, E'\\n'),
                    string_to_table(${lines((each) => each.paidFen)}, E'\\n'))
         with ordinality as p (id, sheet_row, reference, our_reference, masked_name, masked_identity, level, certificate_no,
                               amount_fen, state, reason, paid_on, paid_fen, nth)`.execute(tx.db)
}

/** Whom this file newly says to be paid: the keyed hashes of those who were not, by what was said before. */
export async function listNewlyPaid(tx: Tx, importId: string): Promise<Buffer[]> {
  const { rows } = await sql<{ identity_lookup: Buffer }>`
    select distinct r.identity_lookup from funds.province_rows r
    where r.district = ${tx.district} and r.import_id = ${importId} and r.state = 'paid' and not exists (
      select 1 from funds.province_rows o
      where o.district = r.district and o.district = ${tx.district} and o.scheme = r.scheme and o.reference = r.reference
        and o.import_id < r.import_id and o.state = 'paid')`.execute(tx.db)
  return rows.map((row) => row.identity_lookup)
}

/** Everything the province ever said of one of its numbers, newest first. */
export async function listSaidOf(
  tx: Tx,
  scheme: string,
  reference: string,
): Promise<
  {
    importId: string
    asOf: string
    sheetRow: number
    state: ProvinceState
    amountFen: bigint
    paidFen: bigint | null
    paidOn: string | null
    reason: string
  }[]
> {
  const rows = await tx.db
    .selectFrom('funds.province_rows as r')
    .innerJoin('funds.province_imports as i', (join) =>
      join.onRef('i.district', '=', 'r.district').onRef('i.id', '=', 'r.import_id'),
    )
    .select(['r.import_id', 'i.as_of', 'r.sheet_row', 'r.state', 'r.amount_fen', 'r.paid_fen', 'r.paid_on', 'r.reason'])
    .where('r.district', '=', tx.district)
    .where('i.district', '=', tx.district)
    .where('r.scheme', '=', scheme)
    .where('r.reference', '=', reference)
    .orderBy('r.import_id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    importId: row.import_id,
    asOf: row.as_of,
    sheetRow: row.sheet_row,
    state: row.state as ProvinceState,
    amountFen: row.amount_fen,
    paidFen: row.paid_fen,
    paidOn: row.paid_on,
    reason: row.reason,
  }))
}
