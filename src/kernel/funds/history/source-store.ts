import { sql } from 'kysely'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Meaning } from './meanings.ts'
import type { Doubt } from './reading.ts'

export type SourceKind = 'ledger' | 'province-lookup' | 'province-file'

/** What a column of the file was read as. */
export type ColumnRead = { readonly heading: string; readonly meaning: Meaning }

/** Where past payments are known from. */
export type HistorySource = {
  readonly id: string
  readonly kind: SourceKind
  readonly source: string
  readonly coversFrom: string | null
  readonly coversTo: string
  readonly families: readonly string[]
  readonly fileId: string | null
  readonly fileName: string
  readonly sha256: Buffer
  readonly group: { readonly kind: string; readonly id: string; readonly title: Sentence } | null
  readonly columnsRead: readonly ColumnRead[]
  readonly rowCount: number
  readonly amountFen: bigint
  readonly doubts: readonly Doubt[]
  readonly withdrawn: boolean
  readonly accountId: string
  readonly businessAt: Date
}

export type NewSource = Omit<HistorySource, 'rowCount' | 'amountFen' | 'doubts' | 'withdrawn'> & {
  /** What the file is about, so that the same file may answer about another group: empty for a ledger. */
  readonly about: string
}

/** Runs `work` so that nothing of it stays when it throws, even if the transaction goes on. */
export async function wholeOrNothing<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint history_source`.execute(tx.db)
  try {
    const done = await work()
    await sql`release savepoint history_source`.execute(tx.db)
    return done
  } catch (error) {
    // On a lost connection there is nothing left to take back; the first failure is the one to tell.
    await sql`rollback to savepoint history_source`.execute(tx.db).catch(() => undefined)
    throw error
  }
}

/** Begins a source; false when its file is there already. Waits for another transaction that imports it right now. */
export async function beginSource(tx: Tx, source: NewSource): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('funds.history_sources')
    .values({
      district: tx.district,
      id: source.id,
      kind: source.kind,
      source: source.source,
      about: source.about,
      covers_from: source.coversFrom,
      covers_to: source.coversTo,
      families: [...source.families],
      file_id: source.fileId,
      file_name: source.fileName,
      sha256: source.sha256,
      group_kind: source.group?.kind ?? null,
      group_id: source.group?.id ?? null,
      group_title: source.group && JSON.stringify(source.group.title),
      columns_read: JSON.stringify(source.columnsRead),
      account_id: source.accountId,
      business_at: source.businessAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['district', 'sha256', 'about']).where('withdrawn', '=', false).doNothing(),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function endSource(
  tx: Tx,
  id: string,
  came: { rowCount: number; amountFen: bigint; doubts: readonly Doubt[] },
): Promise<void> {
  await tx.db
    .updateTable('funds.history_sources')
    .set({ row_count: came.rowCount, amount_fen: came.amountFen, doubts: JSON.stringify(came.doubts) })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .execute()
}

const sources = (tx: Tx) => tx.db.selectFrom('funds.history_sources').selectAll().where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof sources>['executeTakeFirstOrThrow']>>

const sourceOf = (row: Row): HistorySource => ({
  id: row.id,
  kind: row.kind as SourceKind,
  source: row.source,
  coversFrom: row.covers_from,
  coversTo: row.covers_to,
  families: row.families,
  fileId: row.file_id,
  fileName: row.file_name,
  sha256: row.sha256,
  group:
    row.group_id === null ? null : { kind: row.group_kind ?? '', id: row.group_id, title: row.group_title as Sentence },
  columnsRead: row.columns_read as ColumnRead[],
  rowCount: row.row_count ?? 0,
  amountFen: row.amount_fen ?? 0n,
  doubts: row.doubts as Doubt[],
  withdrawn: row.withdrawn,
  accountId: row.account_id,
  businessAt: row.business_at,
})

/** A source that counts, by its file and what it is about. */
export async function findSourceOfFile(tx: Tx, sha256: Buffer, about: string): Promise<HistorySource | undefined> {
  const row = await sources(tx)
    .where('sha256', '=', sha256)
    .where('about', '=', about)
    .where('withdrawn', '=', false)
    .executeTakeFirst()
  return row && sourceOf(row)
}

export async function findSource(tx: Tx, id: string): Promise<HistorySource | undefined> {
  const row = await sources(tx).where('id', '=', id).executeTakeFirst()
  return row && sourceOf(row)
}

/** The source, locked until the transaction ends. */
export async function lockSource(tx: Tx, id: string): Promise<HistorySource | undefined> {
  const row = await sources(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && sourceOf(row)
}

export type SourceFilter = {
  readonly kind?: 'ledger' | 'province' | undefined
  readonly withdrawn?: boolean | undefined
  readonly groupId?: string | undefined
}

/** The newest first, paged by id. */
export async function listSources(
  tx: Tx,
  filter: SourceFilter,
  page: { after?: string | undefined; limit: number },
): Promise<HistorySource[]> {
  let query = sources(tx)
  if (filter.kind !== undefined)
    query = query.where('kind', 'in', filter.kind === 'ledger' ? ['ledger'] : ['province-lookup', 'province-file'])
  if (filter.withdrawn !== undefined) query = query.where('withdrawn', '=', filter.withdrawn)
  if (filter.groupId !== undefined) query = query.where('group_id', '=', filter.groupId)
  if (page.after !== undefined) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(sourceOf)
}

/** Every ledger that counts: what it says about everybody. */
export async function listLedgers(tx: Tx): Promise<HistorySource[]> {
  const rows = await sources(tx)
    .where('kind', '=', 'ledger')
    .where('withdrawn', '=', false)
    .orderBy('covers_from')
    .execute()
  return rows.map(sourceOf)
}

export type PersonAnswer = { readonly personId: string; readonly answer: 'nothing' | 'received' }

export async function insertPeople(tx: Tx, sourceId: string, people: readonly PersonAnswer[]): Promise<void> {
  if (people.length === 0) return
  await tx.db
    .insertInto('funds.history_people')
    .values(
      people.map(({ personId, answer }) => ({
        district: tx.district,
        source_id: sourceId,
        person_id: personId,
        answer,
      })),
    )
    .execute()
}

export async function listPeopleOf(tx: Tx, sourceId: string): Promise<PersonAnswer[]> {
  const rows = await tx.db
    .selectFrom('funds.history_people')
    .select(['person_id', 'answer'])
    .where('district', '=', tx.district)
    .where('source_id', '=', sourceId)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({ personId: row.person_id, answer: row.answer as PersonAnswer['answer'] }))
}

/** What the province answered about persons, in sources that count. */
export async function listAnswersAbout(
  tx: Tx,
  personIds: readonly string[],
): Promise<(PersonAnswer & Pick<HistorySource, 'families' | 'coversTo' | 'source'> & { sourceId: string })[]> {
  if (personIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('funds.history_people as p')
    .innerJoin('funds.history_sources as s', (join) =>
      join.onRef('s.district', '=', 'p.district').onRef('s.id', '=', 'p.source_id'),
    )
    .select(['p.person_id', 'p.answer', 's.id', 's.families', 's.covers_to', 's.source'])
    .where('p.district', '=', tx.district)
    .where('p.person_id', 'in', [...new Set(personIds)])
    .where('s.withdrawn', '=', false)
    .orderBy('s.covers_to', 'desc')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    answer: row.answer as PersonAnswer['answer'],
    sourceId: row.id,
    families: row.families,
    coversTo: row.covers_to,
    source: row.source,
  }))
}

export async function withdrawSource(
  tx: Tx,
  withdrawal: { sourceId: string; reason: string; accountId: string; at: Date },
): Promise<void> {
  await tx.db
    .updateTable('funds.history_sources')
    .set({ withdrawn: true })
    .where('district', '=', tx.district)
    .where('id', '=', withdrawal.sourceId)
    .execute()
  await tx.db
    .insertInto('funds.history_withdrawals')
    .values({
      district: tx.district,
      source_id: withdrawal.sourceId,
      reason: withdrawal.reason,
      account_id: withdrawal.accountId,
      business_at: withdrawal.at,
    })
    .execute()
}

export async function findWithdrawal(
  tx: Tx,
  sourceId: string,
): Promise<{ reason: string; accountId: string; at: Date } | undefined> {
  const row = await tx.db
    .selectFrom('funds.history_withdrawals')
    .select(['reason', 'account_id', 'business_at'])
    .where('district', '=', tx.district)
    .where('source_id', '=', sourceId)
    .executeTakeFirst()
  return row && { reason: row.reason, accountId: row.account_id, at: row.business_at }
}
