import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { newId } from '../../values/public.ts'

/** One list that was imported, and by whom. */
export type InsuredImport = {
  readonly id: string
  readonly fileId: string
  readonly fileName: string
  readonly source: string
  readonly asOf: string
  readonly rowCount: number
  readonly accountId: string
  readonly businessAt: Date
  /** Taken back because it was a mistake: it stays, and answers nothing. */
  readonly withdrawn: { readonly at: Date; readonly accountId: string; readonly reason: string } | null
}

/** An employer that a list names, and with how many spells. */
export type InsuredEmployer = { readonly uscc: string; readonly name: string; readonly rowCount: number }

/** One spell of insurance: the person as a keyed hash and nothing else. */
export type InsuredSpell = {
  readonly uscc: string
  readonly employerName: string
  readonly identityLookup: Buffer
  readonly fromMonth: string
  readonly toMonth: string | null
}

const EMPLOYERS_AT_ONCE = 2_000

/** Runs `work` so that nothing of it stays when it throws, even if the transaction goes on. */
export async function wholeOrNothing<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint insured_list`.execute(tx.db)
  try {
    const done = await work()
    await sql`release savepoint insured_list`.execute(tx.db)
    return done
  } catch (error) {
    // On a lost connection there is nothing left to take back; the first failure is the one to tell.
    await sql`rollback to savepoint insured_list`.execute(tx.db).catch(() => undefined)
    throw error
  }
}

const imports = (tx: Tx) => tx.db.selectFrom('people.insured_imports').selectAll().where('district', '=', tx.district)

function importOf(row: Awaited<ReturnType<ReturnType<typeof imports>['execute']>>[number]): InsuredImport {
  const { withdrawn_at: at, withdrawn_by: accountId, withdrawal_reason: reason } = row
  return {
    id: row.id,
    fileId: row.file_id,
    fileName: row.file_name,
    source: row.source,
    asOf: row.as_of,
    rowCount: row.row_count ?? 0,
    accountId: row.account_id,
    businessAt: row.business_at,
    withdrawn: at && accountId && reason ? { at, accountId, reason } : null,
  }
}

/** The import of these bytes that stands; a withdrawn one does not. */
export async function findInsuredImport(tx: Tx, sha256: Buffer): Promise<InsuredImport | undefined> {
  const row = await imports(tx).where('sha256', '=', sha256).where('withdrawn_at', 'is', null).executeTakeFirst()
  return row && importOf(row)
}

export async function findInsuredImportById(tx: Tx, id: string): Promise<InsuredImport | undefined> {
  const row = await imports(tx).where('id', '=', id).executeTakeFirst()
  return row && importOf(row)
}

/** Imported lists, newest first, paged by id; withdrawn ones too. */
export async function listInsuredImports(
  tx: Tx,
  page: { after?: string | undefined; limit: number },
): Promise<InsuredImport[]> {
  let query = imports(tx)
  if (page.after) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(importOf)
}

/** Takes an import back; false when somebody already did. */
export async function withdrawInsuredImport(
  tx: Tx,
  id: string,
  withdrawn: { at: Date; accountId: string; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('people.insured_imports')
    .set({ withdrawn_at: withdrawn.at, withdrawn_by: withdrawn.accountId, withdrawal_reason: withdrawn.reason })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Claims the list by its bytes; false when it is there already. Waits for another transaction that imports it right now. */
export async function beginInsuredImport(
  tx: Tx,
  begun: Omit<InsuredImport, 'rowCount' | 'withdrawn'> & { sha256: Buffer },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('people.insured_imports')
    .values({
      district: tx.district,
      id: begun.id,
      file_id: begun.fileId,
      file_name: begun.fileName,
      sha256: begun.sha256,
      source: begun.source,
      as_of: begun.asOf,
      account_id: begun.accountId,
      business_at: begun.businessAt,
    })
    .onConflict((conflict) => conflict.columns(['district', 'sha256']).where('withdrawn_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Writes what the list came to: how many spells, of which employers. */
export async function endInsuredImport(
  tx: Tx,
  id: string,
  { rowCount, employers }: { rowCount: number; employers: readonly InsuredEmployer[] },
): Promise<void> {
  for (let at = 0; at < employers.length; at += EMPLOYERS_AT_ONCE) {
    await tx.db
      .insertInto('people.insured_employers')
      .values(
        employers.slice(at, at + EMPLOYERS_AT_ONCE).map((employer) => ({
          district: tx.district,
          import_id: id,
          uscc: employer.uscc,
          employer_name: employer.name,
          row_count: employer.rowCount,
        })),
      )
      .execute()
  }
  await tx.db
    .updateTable('people.insured_imports')
    .set({ row_count: rowCount })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .execute()
}

/**
 * Stores some thousands of spells in one statement, a column one text of lines and all hashes one run of bytes: no value
 * holds a line break, and PostgreSQL needs two thirds of the time it needs for VALUES. COPY is refused on a table with row
 * security. On Citus a bulk import like this runs under the bulk role: there the application may not INSERT … SELECT.
 */
export async function insertInsuredSpells(tx: Tx, importId: string, spells: readonly InsuredSpell[]): Promise<void> {
  const lines = (of: (spell: InsuredSpell) => string) => spells.map(of).join('\n')
  const lookups = Buffer.concat(spells.map((spell) => spell.identityLookup))
  await sql`
    insert into people.insured_staff (district, id, import_id, uscc, employer_name, identity_lookup, from_month, to_month)
    select ${tx.district}::int, spell.id::uuid, ${importId}::uuid, spell.uscc, spell.employer_name,
           substring(${lookups}::bytea from (spell.nth::int - 1) * 32 + 1 for 32), spell.from_month, nullif(spell.to_month, '')
    from rows from (string_to_table(${idsFor(spells.length).join('\n')}, E'\\n'),
                    string_to_table(${lines((spell) => spell.uscc)}, E'\\n'),
                    string_to_table(${lines((spell) => spell.employerName)}, E'\\n'),
                    string_to_table(${lines((spell) => spell.fromMonth)}, E'\\n'),
                    string_to_table(${lines((spell) => spell.toMonth ?? '')}, E'\\n'))
         with ordinality as spell (id, uscc, employer_name, from_month, to_month, nth)`.execute(tx.db)
}

/** Ids of one batch: a fresh UUID v7 whose last 32 bits count on (RFC 9562, 6.2), forty times cheaper than one by one. */
function idsFor(count: number): string[] {
  const stem = newId().slice(0, -8)
  return Array.from({ length: count }, (_, at) => stem + at.toString(16).padStart(8, '0'))
}
