import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type ExpiringKey, wasEmptied } from '../../record/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'

export type MoneyOf = {
  readonly groupId: string
  /** A claim that is not returned and not paid yet. */
  readonly isOpen: boolean
  /** The day of the last payment or of the last recovery of one. */
  readonly lastOn: CivilDate | null
}

/** What money rests on these groups. Groups without a claim that stood are absent. */
export async function listMoneyOf(tx: Tx, groupIds: readonly string[]): Promise<MoneyOf[]> {
  if (groupIds.length === 0) return []
  const { rows } = await sql<{ group_id: string; is_open: boolean; last_on: string | null }>`
    select k.group_id, bool_or(k.status not in ('returned', 'paid')) as is_open,
      max((greatest(paid.at, back.at) at time zone 'Asia/Shanghai')::date)::text as last_on
    from funds.claims k
    left join funds.claim_lines l on l.district = k.district and l.claim_id = k.id
    left join funds.batch_lines p on p.district = l.district and p.claim_line_id = l.id
    left join lateral (
      select max(e.business_at) as at from funds.status_events e
      where e.district = ${tx.district} and e.subject_id = p.id and e.status_to = 'paid') paid on true
    left join lateral (
      select max(c.business_at) as at from funds.recoveries r
      join funds.recovery_receipts c on c.district = r.district and c.recovery_id = r.id
      where r.district = ${tx.district} and r.payment_id = p.id) back on true
    where k.district = ${tx.district} and k.group_id = any(${[...new Set(groupIds)]}::uuid[])
    group by k.group_id`.execute(tx.db)
  return rows.map((row) => ({
    groupId: row.group_id,
    isOpen: row.is_open,
    lastOn: row.last_on === null ? null : civilDate(row.last_on),
  }))
}

/** What money rests on these people: the claims they stand in. Who never stood in one is absent. */
export async function listMoneyOfPersons(
  tx: Tx,
  personIds: readonly string[],
): Promise<(Omit<MoneyOf, 'groupId'> & { readonly personId: string })[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ person_id: string; is_open: boolean; last_on: string | null }>`
    select l.person_id, bool_or(k.status not in ('returned', 'paid')) as is_open,
      max((greatest(${lastMoved(tx, sql.ref('l.id'))}, k.assembled_at) at time zone 'Asia/Shanghai')::date)::text as last_on
    from funds.claim_lines l
    join funds.claims k on k.district = l.district and k.id = l.claim_id
    where l.district = ${tx.district} and l.person_id = any(${[...new Set(personIds)]}::uuid[])
    group by l.person_id`.execute(tx.db)
  return rows.map((row) => ({
    personId: row.person_id,
    isOpen: row.is_open,
    lastOn: row.last_on === null ? null : civilDate(row.last_on),
  }))
}

/** When money last went out for a claim line, or came back. */
const lastMoved = (tx: Tx, line: RawBuilder<unknown>) => sql`(
  select max(greatest(e.business_at, c.business_at)) from funds.batch_lines p
  left join funds.status_events e on e.district = p.district and e.subject_id = p.id
  left join funds.recoveries r on r.district = p.district and r.payment_id = p.id
  left join funds.recovery_receipts c on c.district = r.district and c.recovery_id = r.id
  where p.district = ${tx.district} and p.claim_line_id = ${line})`

export type ExpiringMoney = {
  readonly id: string
  readonly number: string
  readonly since: CivilDate
  readonly fileIds: string[]
  readonly groupIds: string[]
  readonly personIds: string[]
}

type Asked = { readonly until: CivilDate; readonly after: ExpiringKey | null; readonly limit: number }
type ExpiringRow = {
  id: string
  number: string
  since: string
  file_ids: string[] | null
  group_ids: string[] | null
  person_ids: string[] | null
}

const moneyOf = (row: ExpiringRow): ExpiringMoney => ({
  id: row.id,
  number: row.number,
  since: civilDate(row.since),
  fileIds: row.file_ids ?? [],
  groupIds: row.group_ids ?? [],
  personIds: row.person_ids ?? [],
})

const after = ({ after: key }: Asked) =>
  sql`(${key?.since ?? null}::date is null or (since, id) > (${key?.since ?? null}::date, ${key?.id ?? null}::uuid))`

/** Claims that were made, and paid or paid back, on a day or before and are not emptied yet, the oldest first. */
export async function listExpiringClaims(tx: Tx, asked: Asked): Promise<ExpiringMoney[]> {
  const { rows } = await sql<ExpiringRow>`
    select id, number, since::text as since, null::uuid[] as file_ids, array[group_id] as group_ids,
      (select array_agg(l.person_id) from funds.claim_lines l
        where l.district = ${tx.district} and l.claim_id = kept.id) as person_ids
    from (
      select k.id, k.number, k.group_id, (greatest(k.assembled_at, (
        select max(${lastMoved(tx, sql.ref('l.id'))}) from funds.claim_lines l
        where l.district = ${tx.district} and l.claim_id = k.id)) at time zone 'Asia/Shanghai')::date as since
      from funds.claims k
      where k.district = ${tx.district} and (k.assembled_at at time zone 'Asia/Shanghai')::date <= ${asked.until}::date
        and not ${wasEmptied(tx, 'funds.claims', 'k.id')}) kept
    where since <= ${asked.until}::date and ${after(asked)}
    order by since, id limit ${asked.limit}`.execute(tx.db)
  return rows.map(moneyOf)
}

/** Batches whose last payment went out, came back or was paid back on a day or before and that are not emptied yet. */
export async function listExpiringBatches(tx: Tx, asked: Asked): Promise<ExpiringMoney[]> {
  const { rows } = await sql<ExpiringRow>`
    select id, number, since::text as since, array(
        select f.file_id from funds.bank_files f where f.district = ${tx.district} and f.batch_id = kept.id
        union select f.file_id from funds.return_files f where f.district = ${tx.district} and f.batch_id = kept.id
      ) as file_ids,
      (select array_agg(distinct k.group_id) from funds.batch_lines p
        join funds.claim_lines l on l.district = p.district and l.id = p.claim_line_id
        join funds.claims k on k.district = l.district and k.id = l.claim_id
        where p.district = ${tx.district} and p.batch_id = kept.id) as group_ids,
      (select array_agg(l.person_id) from funds.batch_lines p
        join funds.claim_lines l on l.district = p.district and l.id = p.claim_line_id
        where p.district = ${tx.district} and p.batch_id = kept.id) as person_ids
    from (
      select b.id, b.number, (greatest(b.frozen_at, (
        select max(${lastMoved(tx, sql.ref('p.claim_line_id'))}) from funds.batch_lines p
        where p.district = ${tx.district} and p.batch_id = b.id)) at time zone 'Asia/Shanghai')::date as since
      from funds.batches b
      where b.district = ${tx.district} and (b.frozen_at at time zone 'Asia/Shanghai')::date <= ${asked.until}::date
        and not ${wasEmptied(tx, 'funds.batches', 'b.id')}) kept
    where since <= ${asked.until}::date and ${after(asked)}
    order by since, id limit ${asked.limit}`.execute(tx.db)
  return rows.map(moneyOf)
}

/** The keys of a claim's sealed rows that name its payees. */
export async function listClaimRowKeys(tx: Tx, claimId: string): Promise<{ lines: string[]; published: string[] }> {
  const { rows: lines } = await sql<{ key: string }>`
    select id::text as key from funds.claim_lines where district = ${tx.district} and claim_id = ${claimId}`.execute(
    tx.db,
  )
  const { rows: published } = await sql<{ key: string }>`
    select r.notice_id::text || '.' || r.claim_line_id::text as key from funds.public_notice_rows r
    join funds.claim_lines l on l.district = r.district and l.id = r.claim_line_id
    where r.district = ${tx.district} and l.claim_id = ${claimId}`.execute(tx.db)
  return { lines: lines.map(({ key }) => key), published: published.map(({ key }) => key) }
}

/** The keys of a batch's payments. */
export async function listBatchRowKeys(tx: Tx, batchId: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select id::text as key from funds.batch_lines where district = ${tx.district} and batch_id = ${batchId}`.execute(
    tx.db,
  )
  return rows.map(({ key }) => key)
}

/** Takes from a claim the names of its payees. */
export async function emptyClaim(tx: Tx, emptyingId: string): Promise<void> {
  await sql`select public.app_empty_claim(${emptyingId})`.execute(tx.db)
}

/** Takes from a batch whom its payments went to. */
export async function emptyBatch(tx: Tx, emptyingId: string): Promise<void> {
  await sql`select public.app_empty_batch(${emptyingId})`.execute(tx.db)
}

export type HeldLine = { readonly number: string; readonly groupId: string; readonly personId: string }

/** Lines that an objection holds, of these groups or people. */
export async function listHeldLines(
  tx: Tx,
  asked: { readonly groupIds: readonly string[]; readonly personIds: readonly string[] },
): Promise<HeldLine[]> {
  const { rows } = await sql<{ number: string; group_id: string; person_id: string }>`
    select k.number, k.group_id, l.person_id from funds.line_holds h
    join funds.claim_lines l on l.district = h.district and l.id = h.claim_line_id
    join funds.claims k on k.district = l.district and k.id = l.claim_id
    where h.district = ${tx.district} and h.status = 'held'
      and (k.group_id = any(${[...asked.groupIds]}::uuid[]) or l.person_id = any(${[...asked.personIds]}::uuid[]))`.execute(
    tx.db,
  )
  return rows.map((row) => ({ number: row.number, groupId: row.group_id, personId: row.person_id }))
}
