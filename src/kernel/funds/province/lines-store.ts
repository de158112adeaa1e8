import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { findReconciliation, type HereSaid, type OtherSaid, type ThereSaid } from './reconcile-store.ts'
import type { Difference, LineState, Outcome } from './rules.ts'

/** A line as a page shows it, with the settlement that speaks of it. */
export type ReconciledLine = {
  readonly id: string
  readonly scheme: string
  readonly kind: Difference
  readonly about: string
  readonly says: string
  readonly listPersonId: string | null
  readonly maskedName: string
  readonly maskedIdentity: string
  readonly here: HereSaid | null
  readonly there: ThereSaid | null
  readonly other: OtherSaid | null
  readonly state: LineState
  readonly settlement: Settlement | null
}

export type Settlement = {
  readonly id: string
  readonly outcome: Outcome
  readonly reason: string
  readonly document: string
  readonly askedOn: string | null
  readonly personId: string
  readonly accountId: string
  readonly at: Date
}

/** Every line of a comparison with its newest settlement and where it stands by it (`lineState` is the same rule). */
const standing = (tx: Tx, reconciliationId: string) => sql`
  (select l.*, s.id as settlement_id, s.outcome, s.reason, s.document, s.asked_on, s.person_id, s.account_id, s.business_at,
          case when s.id is null then 'open' when s.says <> l.says then 'reopened'
               when s.outcome = 'asked' then 'asked' else 'settled' end as stands
   from funds.reconciliation_lines l
   left join lateral (
     select * from funds.reconciliation_settlements t
     where t.district = l.district and t.district = ${tx.district} and t.scheme = l.scheme and t.kind = l.kind and t.about = l.about
     order by t.id desc limit 1) s on true
   where l.district = ${tx.district} and l.reconciliation_id = ${reconciliationId})`

export async function countLines(
  tx: Tx,
  reconciliationId: string,
): Promise<{ kind: Difference; state: LineState; lines: number }[]> {
  const { rows } = await sql<{ kind: Difference; state: LineState; lines: number }>`
    select kind, stands as state, count(*)::int as lines from ${standing(tx, reconciliationId)} x
    group by 1, 2 order by 1, 2`.execute(tx.db)
  return rows
}

type LineRow = {
  id: string
  scheme: string
  kind: string
  about: string
  says: string
  list_person_id: string | null
  masked_name: string
  masked_identity: string
  here: object
  there: object
  other: object | null
  stands: string
  settlement_id: string | null
  outcome: string
  reason: string
  document: string
  asked_on: string | null
  person_id: string
  account_id: string
  business_at: Date
}

const lineOf = (row: LineRow): ReconciledLine => ({
  id: row.id,
  scheme: row.scheme,
  kind: row.kind as Difference,
  about: row.about,
  says: row.says,
  listPersonId: row.list_person_id,
  maskedName: row.masked_name,
  maskedIdentity: row.masked_identity,
  here: 'listId' in row.here ? (row.here as HereSaid) : null,
  there: 'reference' in row.there ? (row.there as ThereSaid) : null,
  other: row.other as OtherSaid | null,
  state: row.stands as LineState,
  settlement:
    row.settlement_id === null
      ? null
      : {
          id: row.settlement_id,
          outcome: row.outcome as Outcome,
          reason: row.reason,
          document: row.document,
          askedOn: row.asked_on,
          personId: row.person_id,
          accountId: row.account_id,
          at: row.business_at,
        },
})

export type LineFilter = { readonly kind?: Difference | undefined; readonly state?: LineState | undefined }

/** Lines of a comparison in their order, by key. */
export async function listLines(
  tx: Tx,
  reconciliationId: string,
  { kind, state }: LineFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<ReconciledLine[]> {
  const { rows } = await sql<LineRow>`
    select * from ${standing(tx, reconciliationId)} x
    where true ${kind === undefined ? sql`` : sql`and kind = ${kind}`} ${state === undefined ? sql`` : sql`and stands = ${state}`}
      ${page.after === undefined ? sql`` : sql`and id > ${page.after}`}
    order by id limit ${page.limit}`.execute(tx.db)
  return rows.map(lineOf)
}

/** A line of the newest comparison of its scheme. */
export async function findLine(tx: Tx, id: string): Promise<ReconciledLine | undefined> {
  const found = await tx.db
    .selectFrom('funds.reconciliation_lines')
    .select(['reconciliation_id', 'scheme'])
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .executeTakeFirst()
  const newest = found && (await findReconciliation(tx, found.scheme))
  if (!found || newest?.id !== found.reconciliation_id) return undefined
  const { rows } = await sql<LineRow>`select * from ${standing(tx, newest.id)} x where id = ${id}`.execute(tx.db)
  return rows[0] && lineOf(rows[0])
}

export async function insertSettlement(
  tx: Tx,
  line: Pick<ReconciledLine, 'scheme' | 'kind' | 'about' | 'says'>,
  settlement: Settlement,
): Promise<void> {
  await tx.db
    .insertInto('funds.reconciliation_settlements')
    .values({
      district: tx.district,
      id: settlement.id,
      scheme: line.scheme,
      kind: line.kind,
      about: line.about,
      says: line.says,
      outcome: settlement.outcome,
      reason: settlement.reason,
      document: settlement.document,
      asked_on: settlement.askedOn,
      person_id: settlement.personId,
      account_id: settlement.accountId,
      business_at: settlement.at,
    })
    .execute()
}

/** Every settlement of a line, the newest first. */
export async function listSettlements(
  tx: Tx,
  { scheme, kind, about }: Pick<ReconciledLine, 'scheme' | 'kind' | 'about'>,
): Promise<(Settlement & { says: string })[]> {
  const rows = await tx.db
    .selectFrom('funds.reconciliation_settlements')
    .selectAll()
    .where('district', '=', tx.district)
    .where('scheme', '=', scheme)
    .where('kind', '=', kind)
    .where('about', '=', about)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    says: row.says,
    outcome: row.outcome as Outcome,
    reason: row.reason,
    document: row.document,
    askedOn: row.asked_on,
    personId: row.person_id,
    accountId: row.account_id,
    at: row.business_at,
  }))
}

export type DifferenceLink = { readonly id: string; readonly kind: Difference; readonly maskedName: string }

/**
 * The lines of the newest comparisons that rest on something: a list of ours, a file of the province, or the payment
 * that is paid twice with it. The first ones, in their order.
 */
export async function listDifferencesOn(
  tx: Tx,
  place: { readonly kind: string; readonly id: string },
  limit: number,
): Promise<DifferenceLink[]> {
  const { kind, id } = place
  const rests =
    kind === 'province-list'
      ? sql`l.here ->> 'listId' = ${id}`
      : kind === 'province-import'
        ? sql`l.province_row_id in (
            select r.id from funds.province_rows r where r.district = ${tx.district} and r.import_id = ${id})`
        : kind === 'claim' || kind === 'history-source'
          ? sql`l.other ->> 'kind' = ${kind} and l.other ->> 'id' = ${id}`
          : undefined
  if (!rests) return []
  const { rows } = await sql<DifferenceLink>`
    select l.id, l.kind, l.masked_name as "maskedName" from funds.reconciliation_lines l
    where l.district = ${tx.district} and ${rests} and l.reconciliation_id in (
      select distinct on (scheme) id from funds.reconciliations where district = ${tx.district} order by scheme, id desc)
    order by l.id limit ${limit}`.execute(tx.db)
  return rows
}

/** The file of the province in which a line of a comparison was read. */
export async function findImportOfDifference(
  tx: Tx,
  lineId: string,
): Promise<{ id: string; fileName: string } | undefined> {
  const { rows } = await sql<{ id: string; fileName: string }>`
    select i.id, i.file_name as "fileName" from funds.reconciliation_lines l
    join funds.province_rows r on r.district = l.district and r.id = l.province_row_id
    join funds.province_imports i on i.district = r.district and i.id = r.import_id
    where l.district = ${tx.district} and l.id = ${lineId}`.execute(tx.db)
  return rows[0]
}
