import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { civilDate, newId } from '../../values/public.ts'
import type { DifferenceFound, Here, There } from './reconcile.ts'
import type { Difference, LineState, Outcome, ProvinceState } from './rules.ts'

/** A part of the people: keyed hashes are spread evenly, so equal ranges of them are about equal parts. */
export type Slice = { readonly from: Buffer; readonly before: Buffer | null }

/** How many lines both sides have of a scheme. */
export async function countBothSides(tx: Tx, scheme: string): Promise<number> {
  const { rows } = await sql<{ lines: number }>`
    select (select count(*) from funds.province_list_people where district = ${tx.district} and scheme = ${scheme})::int
         + (select count(*) from funds.province_rows where district = ${tx.district} and scheme = ${scheme})::int as lines`.execute(
    tx.db,
  )
  return rows[0]?.lines ?? 0
}

const within = (slice: Slice) =>
  sql`identity_lookup >= ${slice.from} ${slice.before === null ? sql`` : sql`and identity_lookup < ${slice.before}`}`

export type Keyed<T> = T & { readonly lookup: string; readonly personId: string | null }

/** Our side of one slice: everybody of a list that is not returned. */
export async function listHere(
  tx: Tx,
  scheme: string,
  of: Slice | { readonly lookups: readonly Buffer[] },
): Promise<Keyed<Here>[]> {
  const { rows } = await sql<{
    id: string
    list_id: string
    number: string
    reference: string
    position: number
    masked_name: string
    masked_identity: string
    level: string | null
    certificate_no: string | null
    amount_fen: bigint
    standing: string
    status: string
    decision_id: string
    group_id: string
    person_id: string
    identity_lookup: Buffer
  }>`
    select p.id, p.list_id, l.number, p.reference, p.position, p.masked_name, p.masked_identity, p.level, p.certificate_no,
           p.amount_fen, p.standing, l.status, p.decision_id, l.group_id, p.person_id, p.identity_lookup
    from (select * from funds.province_list_people
          where district = ${tx.district} and scheme = ${scheme} and ${'lookups' in of ? sql`identity_lookup = any(${[...of.lookups]}::bytea[])` : within(of)}) p
    join funds.province_lists l on l.district = p.district and l.id = p.list_id
    where l.district = ${tx.district} and l.status <> 'returned'`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    listId: row.list_id,
    listNumber: row.number,
    reference: row.reference,
    position: row.position,
    maskedName: row.masked_name,
    maskedIdentity: row.masked_identity,
    level: row.level,
    certificateNo: row.certificate_no,
    amountFen: row.amount_fen,
    standing: row.standing as Here['standing'],
    isSent: row.status === 'exported',
    decisionId: row.decision_id,
    groupId: row.group_id,
    personId: row.person_id,
    lookup: row.identity_lookup.toString('hex'),
  }))
}

/**
 * The province's side: of each of its numbers the newest line, with the state before it. A whole file ends what earlier
 * ones said and it does not. With hashes instead of a slice, of every scheme.
 */
export async function listThere(
  tx: Tx,
  scheme: string | null,
  of: Slice | { readonly lookups: readonly Buffer[] },
): Promise<Keyed<There & { scheme: string; importId: string }>[]> {
  const ofScheme = scheme === null ? sql`` : sql`and scheme = ${scheme}`
  const { rows } = await sql<{
    id: string
    scheme: string
    import_id: string
    reference: string
    our_reference: string | null
    masked_name: string
    masked_identity: string
    level: string | null
    certificate_no: string | null
    amount_fen: bigint
    state: string
    reason: string
    paid_on: string | null
    paid_fen: bigint | null
    before: string | null
    identity_lookup: Buffer
  }>`
    with wholes as (
      select distinct on (i.scheme) i.scheme, i.id from funds.province_imports i
      where i.district = ${tx.district} and i.whole order by i.scheme, i.id desc),
    said as (
      select r.*, lag(r.state) over (partition by r.scheme, r.reference order by r.import_id) as before,
             row_number() over (partition by r.scheme, r.reference order by r.import_id desc) as nth
      from funds.province_rows r
      where r.district = ${tx.district} ${ofScheme} and ${'lookups' in of ? sql`identity_lookup = any(${[...of.lookups]}::bytea[])` : within(of)})
    select s.id, s.scheme, s.import_id, s.reference, s.our_reference, s.masked_name, s.masked_identity, s.level,
           s.certificate_no, s.amount_fen, s.state, s.reason, s.paid_on, s.paid_fen, s.before, s.identity_lookup
    from said s
    left join wholes w on w.scheme = s.scheme
    where s.nth = 1 and (w.id is null or s.import_id >= w.id)
      -- The province may have given its number to another person since.
      and not exists (
        select 1 from funds.province_rows o
        where o.district = s.district and o.district = ${tx.district} and o.scheme = s.scheme and o.reference = s.reference
          and o.import_id > s.import_id)`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    scheme: row.scheme,
    importId: row.import_id,
    reference: row.reference,
    ourReference: row.our_reference,
    maskedName: row.masked_name,
    maskedIdentity: row.masked_identity,
    level: row.level,
    certificateNo: row.certificate_no,
    amountFen: row.amount_fen,
    state: row.state as ProvinceState,
    reason: row.reason,
    paidOn: row.paid_on === null ? null : civilDate(row.paid_on),
    paidFen: row.paid_fen,
    before: row.before as ProvinceState | null,
    lookup: row.identity_lookup.toString('hex'),
    personId: null,
  }))
}

/** One comparison of both sides. */
export type Reconciliation = {
  readonly id: string
  readonly scheme: string
  readonly importId: string | null
  readonly hereCount: number
  readonly hereFen: bigint
  readonly thereCount: number
  readonly thereFen: bigint
  readonly paidCount: number
  readonly paidFen: bigint
  readonly agreeCount: number
  readonly businessAt: Date
}

export async function insertReconciliation(tx: Tx, run: Reconciliation): Promise<void> {
  await tx.db
    .insertInto('funds.reconciliations')
    .values({
      district: tx.district,
      id: run.id,
      scheme: run.scheme,
      import_id: run.importId,
      here_count: run.hereCount,
      here_fen: run.hereFen,
      there_count: run.thereCount,
      there_fen: run.thereFen,
      paid_count: run.paidCount,
      paid_fen: run.paidFen,
      agree_count: run.agreeCount,
      business_at: run.businessAt,
    })
    .execute()
}

export async function findReconciliation(tx: Tx, scheme: string): Promise<Reconciliation | undefined> {
  const row = await tx.db
    .selectFrom('funds.reconciliations')
    .selectAll()
    .where('district', '=', tx.district)
    .where('scheme', '=', scheme)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      scheme: row.scheme,
      importId: row.import_id,
      hereCount: row.here_count,
      hereFen: row.here_fen,
      thereCount: row.there_count,
      thereFen: row.there_fen,
      paidCount: row.paid_count,
      paidFen: row.paid_fen,
      agreeCount: row.agree_count,
      businessAt: row.business_at,
    }
  )
}

/** Each side of a line as it stood when the sides were compared; amounts are fen as text. */
export type HereSaid = {
  readonly listId: string
  readonly listNumber: string
  readonly position: number
  readonly reference: string
  readonly standing: Here['standing']
  readonly isSent: boolean
  readonly amountFen: string
}
export type ThereSaid = {
  readonly reference: string
  readonly state: ProvinceState
  readonly before: ProvinceState | null
  readonly amountFen: string
  readonly paidFen: string | null
  readonly paidOn: string | null
  readonly reason: string
}
export type OtherSaid = {
  readonly kind: 'claim' | 'history-source'
  readonly id: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly amountFen: string
  readonly from: string
  readonly to: string
}

const LINES_AT_ONCE = 5_000

/** Stores the differences in their order: ids of one comparison count on, so a page by key is in that order. */
export async function insertDifferences(
  tx: Tx,
  of: { readonly reconciliationId: string; readonly scheme: string },
  differences: readonly DifferenceFound[],
): Promise<void> {
  const stem = newId().slice(0, -8)
  for (let from = 0; from < differences.length; from += LINES_AT_ONCE) {
    const rows = differences.slice(from, from + LINES_AT_ONCE).map(({ here, there, other, kind, about, says }, at) => ({
      id: stem + (from + at).toString(16).padStart(8, '0'),
      kind,
      about,
      says,
      list_person_id: here?.id ?? null,
      province_row_id: there?.id ?? null,
      masked_name: here?.maskedName ?? there?.maskedName ?? '*',
      masked_identity: here?.maskedIdentity ?? there?.maskedIdentity ?? '*',
      here: here ? hereSaid(here) : {},
      there: there ? thereSaid(there) : {},
      other: other
        ? { kind: other.kind, id: other.id, label: other.label, amountFen: String(other.amountFen), ...other.paid }
        : null,
    }))
    await sql`
      insert into funds.reconciliation_lines (district, id, reconciliation_id, scheme, kind, about, says, list_person_id,
                                              province_row_id, masked_name, masked_identity, here, there, other)
      select ${tx.district}::int, r.id, ${of.reconciliationId}::uuid, ${of.scheme}::text, r.kind, r.about, r.says, r.list_person_id,
             r.province_row_id, r.masked_name, r.masked_identity, r.here, r.there, r.other
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, kind text, about text, says text, list_person_id uuid,
           province_row_id uuid, masked_name text, masked_identity text, here jsonb, there jsonb, other jsonb)`.execute(
      tx.db,
    )
  }
}

const hereSaid = (here: Here): HereSaid => ({
  listId: here.listId,
  listNumber: here.listNumber,
  position: here.position,
  reference: here.reference,
  standing: here.standing,
  isSent: here.isSent,
  amountFen: String(here.amountFen),
})

const thereSaid = (there: There): ThereSaid => ({
  reference: there.reference,
  state: there.state,
  before: there.before,
  amountFen: String(there.amountFen),
  paidFen: there.paidFen === null ? null : String(there.paidFen),
  paidOn: there.paidOn,
  reason: there.reason,
})

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
