import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { REVEALING } from './words.ts'

/** Office hours of a county (`HH:MM`), and how many reveals of one person in a day are marked. */
export type RevealTerms = { readonly from: string; readonly to: string; readonly manyADay: number }

/** Real time, in Shanghai: before or after the hours, or at a weekend. */
const outside = ({ from, to }: RevealTerms) => sql<boolean>`
  (extract(isodow from recorded_at at time zone 'Asia/Shanghai') > 5
    or (recorded_at at time zone 'Asia/Shanghai')::time not between ${from}::time and ${to}::time)`

const revealing = sql`act = any(${Object.keys(REVEALING)}::text[])`

export type Reveal = {
  readonly id: string
  readonly act: string
  readonly accountId: string | null
  readonly reason: string | null
  readonly recordedAt: Date
  readonly isOutsideHours: boolean
}

/** Reveals, the newest first. What somebody gave as the purpose of a list is their reason too. */
export async function listRevealActs(
  tx: Tx,
  terms: RevealTerms,
  page: { after?: string | undefined; limit: number },
): Promise<Reveal[]> {
  const { rows } = await sql<{
    id: string
    act: string
    account_id: string | null
    reason: string | null
    recorded_at: Date
    is_outside: boolean
  }>`
    select id, act, account_id, coalesce(detail ->> 'reason', detail ->> 'purpose') as reason, recorded_at,
      ${outside(terms)} as is_outside
    from record.acts
    where district = ${tx.district} and ${revealing} and (${page.after ?? null}::uuid is null or id < ${page.after ?? null}::uuid)
    order by id desc limit ${page.limit}`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    act: row.act,
    accountId: row.account_id,
    reason: row.reason,
    recordedAt: row.recorded_at,
    isOutsideHours: row.is_outside,
  }))
}

export type Revealer = {
  readonly accountId: string
  readonly total: number
  readonly outsideHours: number
  readonly mostInADay: number
}

const LOOKED_AT_DAYS = 30
const MOST_PEOPLE = 200

/** How often each account revealed within the last days, most first. */
export async function listRevealers(tx: Tx, terms: RevealTerms): Promise<Revealer[]> {
  const { rows } = await sql<{ account_id: string; total: number; outside: number; most: number }>`
    select account_id, sum(count)::int as total, sum(outside)::int as outside, max(count)::int as most
    from (
      select account_id, (recorded_at at time zone 'Asia/Shanghai')::date as day, count(*) as count,
        count(*) filter (where ${outside(terms)}) as outside
      from record.acts
      where district = ${tx.district} and ${revealing} and account_id is not null
        and recorded_at > now() - make_interval(days => ${LOOKED_AT_DAYS})
      group by 1, 2) as days
    group by 1 order by total desc, account_id limit ${MOST_PEOPLE}`.execute(tx.db)
  return rows.map((row) => ({
    accountId: row.account_id,
    total: row.total,
    outsideHours: row.outside,
    mostInADay: row.most,
  }))
}
