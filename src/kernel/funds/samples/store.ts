import { type SqlBool, type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { PopulationFilter, PopulationRow } from '../../integrity/public.ts'

type Window = { readonly after: string | null; readonly limit: number }

const all = (conditions: readonly RawBuilder<SqlBool>[]) =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql.join<SqlBool>([...conditions], sql` and `)

/** What a filter says of a record with these columns. */
const matches = (
  { from, to, organisationId, scheme, state, leastFen, mostFen }: PopulationFilter,
  of: { day: RawBuilder<unknown>; state: RawBuilder<unknown>; fen: RawBuilder<unknown> },
) =>
  all([
    ...(from ? [sql<SqlBool>`${of.day} >= ${from}::date`] : []),
    ...(to ? [sql<SqlBool>`${of.day} <= ${to}::date`] : []),
    ...(organisationId ? [sql<SqlBool>`c.organisation_id = ${organisationId}`] : []),
    ...(scheme ? [sql<SqlBool>`c.scheme = ${scheme}`] : []),
    ...(state ? [sql<SqlBool>`${of.state} = ${state}`] : []),
    ...(leastFen === null ? [] : [sql<SqlBool>`${of.fen} >= ${leastFen.toString()}::bigint`]),
    ...(mostFen === null ? [] : [sql<SqlBool>`${of.fen} <= ${mostFen.toString()}::bigint`]),
  ])

const onward = (after: string | null, id: RawBuilder<unknown>) =>
  after === null ? sql<SqlBool>`true` : sql<SqlBool>`${id} > ${after}::uuid`

/** Payments by id, of batches frozen in a period. */
export async function listPaymentsToDraw(
  tx: Tx,
  filter: PopulationFilter,
  { after, limit }: Window,
): Promise<readonly PopulationRow[]> {
  const of = {
    day: sql`(b.frozen_at at time zone 'Asia/Shanghai')::date`,
    state: sql`p.status`,
    fen: sql`p.amount_fen`,
  }
  const { rows } = await sql<PopulationRow>`
    select p.id, c.organisation_id as "organisationId", c.scheme, p.status as state
    from funds.batch_lines p
    join funds.batches b on b.district = p.district and b.id = p.batch_id
    join funds.claim_lines l on l.district = p.district and l.id = p.claim_line_id
    join funds.claims c on c.district = l.district and c.id = l.claim_id
    where p.district = ${tx.district} and ${onward(after, sql`p.id`)} and ${matches(filter, of)}
    order by p.id limit ${limit}`.execute(tx.db)
  return rows
}

/** Lines of claims by id, of claims assembled in a period. */
export async function listClaimLinesToDraw(
  tx: Tx,
  filter: PopulationFilter,
  { after, limit }: Window,
): Promise<readonly PopulationRow[]> {
  const of = {
    day: sql`(c.assembled_at at time zone 'Asia/Shanghai')::date`,
    state: sql`c.status`,
    fen: sql`l.amount_fen`,
  }
  const { rows } = await sql<PopulationRow>`
    select l.id, c.organisation_id as "organisationId", c.scheme, c.status as state
    from funds.claim_lines l
    join funds.claims c on c.district = l.district and c.id = l.claim_id
    where l.district = ${tx.district} and ${onward(after, sql`l.id`)} and ${matches(filter, of)}
    order by l.id limit ${limit}`.execute(tx.db)
  return rows
}
