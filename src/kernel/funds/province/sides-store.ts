import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { civilDate } from '../../values/public.ts'
import type { Here, There } from './reconcile.ts'
import type { ProvinceState } from './rules.ts'

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
