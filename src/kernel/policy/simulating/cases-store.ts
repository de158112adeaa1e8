import { type RawBuilder, sql } from 'kysely'
import { type BulkRows, readInBulk, type Tx } from '../../../platform/db/public.ts'
import type { CivilDate } from '../../values/public.ts'
import type { Slot } from '../deciding/slots.ts'
import { isWhole, NO_SUCH, NOT_KNOWN } from './kept-cases.ts'

/** What a case stands after, in the order in which cases are read: by the day it happened, then by its fact. */
export type CasePlace = { readonly on: CivilDate; readonly factId: string }

export type CasesAsked = {
  /** The kind of recorded fact, and the scheme that answered to it. */
  readonly kind: string
  readonly scheme: string
  readonly from: CivilDate
  readonly to: CivilDate
  readonly after: CasePlace | null
  readonly limit: number
  /** One of them alone. */
  readonly only?: string
}

/** The newest version of every fact of the kind within the days, with the decision that no other follows. */
const casesOf = (tx: Tx, { kind, scheme, from, to, after, limit, only }: CasesAsked, what: RawBuilder<unknown>) => sql`
  select ${what}
  from policy.facts f
  left join lateral (
    select d.id, d.answer, d.effective_fen, d.facts, d.business_at from policy.decisions d
    where d.district = f.district and d.district = ${sql.lit(tx.district)} and d.fact_id = f.id
      and d.scheme = ${sql.lit(scheme)}
    order by d.id desc limit 1) d on true
  where f.district = ${sql.lit(tx.district)} and f.kind = ${sql.lit(kind)}
    and f.occurred_on >= ${sql.lit(from)}::date and f.occurred_on <= ${sql.lit(to)}::date
    ${after ? sql`and (f.occurred_on, f.id) > (${sql.lit(after.on)}::date, ${sql.lit(after.factId)}::uuid)` : sql``}
    ${only === undefined ? sql`` : sql`and f.id = ${sql.lit(only)}::uuid`}
    and not exists (
      select 1 from policy.facts g
      where g.district = f.district and g.district = ${sql.lit(tx.district)} and g.kind = f.kind
        and g.subject_id = f.subject_id and g.version > f.version)
  order by f.occurred_on, f.id limit ${sql.lit(limit)}`

/** How a slot's value is told in one text: the value itself, a mark where there is none, nothing where it was not read. */
function told(slot: Slot): RawBuilder<unknown> {
  const { key } = slot
  const fact = sql`c.kept -> ${sql.lit(key)}`
  if (isWhole(slot)) return sql`(${fact})::text`
  return sql`coalesce(${fact} ->> 'value', case ${fact} ->> 'state'
    when 'notApplicable' then ${sql.lit(NO_SUCH)} when 'unknown' then ${sql.lit(NOT_KNOWN)} end)`
}

const OWN = sql`f.id, f.person_id, f.occurred_on, f.body ->> 'fund' as fund, f.body ->> 'groupCode' as grp,
  f.body ->> 'organisationId' as org, f.body -> 'during' ->> 'from' as training, f.body -> 'dates' ->> 'enrolment' as enrolment,
  f.body -> 'dates' ->> 'certificate' as certificate, d.answer, d.effective_fen,
  (d.business_at at time zone 'Asia/Shanghai')::date as claim_on, d.facts -> 'facts' as kept`

/**
 * Reads cases in bulk, some hundred at a time, each with the fields that `startCases` takes: its own, then one for each
 * slot. The inner query unpacks a snapshot once, however many slots are taken from it.
 */
export function readCases(tx: Tx, asked: CasesAsked, slots: readonly Slot[]): AsyncGenerator<BulkRows> {
  const query = sql`
    select c.id, c.person_id, c.occurred_on, c.fund, c.grp, c.org, c.training, c.enrolment, c.certificate,
      c.answer, c.effective_fen, c.claim_on ${sql.join([sql``, ...slots.map(told)], sql`, `)}
    from (${casesOf(tx, asked, OWN)} offset 0) c order by c.occurred_on, c.id`
  return readInBulk(tx, query.compile(tx.db).sql)
}

/** How many there are: for saying how far one is. */
export async function countCases(tx: Tx, asked: Omit<CasesAsked, 'after' | 'limit'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from policy.facts f
    where f.district = ${tx.district} and f.kind = ${asked.kind}
      and f.occurred_on >= ${asked.from} and f.occurred_on <= ${asked.to}
      and not exists (
        select 1 from policy.facts g
        where g.district = f.district and g.district = ${tx.district} and g.kind = f.kind
          and g.subject_id = f.subject_id and g.version > f.version)`.execute(tx.db)
  return rows[0]?.count ?? 0
}
