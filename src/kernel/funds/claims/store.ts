import { type RawBuilder, sql } from 'kysely'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Assembled, assembledOf, assembledRow } from '../deciding/assembled.ts'
import type { Unavailable } from '../deciding/rules.ts'
import type { SumRange } from '../review/approval/rules.ts'
import { BEFORE_A_BATCH, type ClaimStatus } from './rules.ts'

export type Claim = Assembled & {
  readonly lineId: string
  readonly status: ClaimStatus
  /** The claim this one took the place of, and what had been told meanwhile. */
  readonly replaces: { readonly id: string; readonly because: Sentence } | null
  /** 0 for the claim of the whole group; else which of those that pay what a decision given anew added, and why. */
  readonly supplement: number
  readonly supplementBecause: Sentence | null
}

const claims = (tx: Tx) => tx.db.selectFrom('funds.claims').selectAll().where('district', '=', tx.district)

type ClaimRow = Awaited<ReturnType<ReturnType<typeof claims>['executeTakeFirstOrThrow']>>

const claimOf = (row: ClaimRow): Claim => ({
  ...assembledOf(row),
  lineId: row.line_id,
  status: row.status as ClaimStatus,
  replaces: row.replaces_id === null ? null : { id: row.replaces_id, because: row.replaces_because as Sentence },
  supplement: row.supplement,
  supplementBecause: row.supplement_because as Sentence | null,
})

export async function insertClaim(tx: Tx, claim: Claim): Promise<void> {
  await tx.db
    .insertInto('funds.claims')
    .values({
      ...assembledRow(claim),
      district: tx.district,
      line_id: claim.lineId,
      status: claim.status,
      replaces_id: claim.replaces?.id ?? null,
      replaces_because: claim.replaces ? JSON.stringify(claim.replaces.because) : null,
      supplement: claim.supplement,
      supplement_because: claim.supplementBecause ? JSON.stringify(claim.supplementBecause) : null,
    })
    .execute()
}

/** The open claim of a whole group under a scheme: whatever is not returned, and supplements nothing. */
export async function findOpenClaim(tx: Tx, groupId: string, scheme: string): Promise<Claim | undefined> {
  const row = await claims(tx)
    .where('group_id', '=', groupId)
    .where('scheme', '=', scheme)
    .where('status', '<>', 'returned')
    .where('supplement', '=', 0)
    .executeTakeFirst()
  return row && claimOf(row)
}

/** A supplement of a group under a scheme that is not paid yet. */
export async function findOpenSupplement(tx: Tx, groupId: string, scheme: string): Promise<Claim | undefined> {
  const row = await claims(tx)
    .where('group_id', '=', groupId)
    .where('scheme', '=', scheme)
    .where('status', 'in', [...BEFORE_A_BATCH, 'batched'])
    .where('supplement', '>', 0)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && claimOf(row)
}

/** How many supplements a group has had under a scheme, returned ones included. */
export async function countSupplements(tx: Tx, groupId: string, scheme: string): Promise<number> {
  const row = await claims(tx)
    .where('group_id', '=', groupId)
    .where('scheme', '=', scheme)
    .orderBy('supplement', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.supplement ?? 0
}

/** Every open claim of a group, under whichever scheme. */
export async function listOpenClaims(tx: Tx, groupId: string): Promise<Claim[]> {
  const rows = await claims(tx)
    .where('group_id', '=', groupId)
    .where('status', '<>', 'returned')
    .orderBy('id')
    .execute()
  return rows.map(claimOf)
}

/** The groups with a claim that is not in a batch yet. */
export async function listOpenGroups(tx: Tx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('funds.claims')
    .select('group_id')
    .distinct()
    .where('district', '=', tx.district)
    .where('status', 'in', BEFORE_A_BATCH)
    .orderBy('group_id')
    .execute()
  return rows.map((row) => row.group_id)
}

/** The groups with a claim not yet in a batch that speaks of one of these people, or is of this organisation. */
export async function listGroupsClaimedFor(
  tx: Tx,
  { personIds, organisationId }: { readonly personIds: readonly string[]; readonly organisationId: string | null },
): Promise<string[]> {
  const { rows } = await sql<{ groupId: string }>`
    select distinct c.group_id as "groupId"
    from funds.claims c
    where c.district = ${tx.district} and c.status = any(${[...BEFORE_A_BATCH]})
      and (c.organisation_id = ${organisationId} or exists (
        select 1 from funds.claim_people p
        where p.district = c.district and p.district = ${tx.district} and p.claim_id = c.id
          and p.person_id = any(${[...personIds]}::uuid[])))
    order by c.group_id`.execute(tx.db)
  return rows.map((row) => row.groupId)
}

/** The claim that took this one's place. */
export async function findReplacement(tx: Tx, id: string): Promise<Claim | undefined> {
  const row = await claims(tx).where('replaces_id', '=', id).executeTakeFirst()
  return row && claimOf(row)
}

/** `organisationId` narrows to a provider's own; a claim of another is as absent as one that does not exist. */
export async function findClaim(tx: Tx, id: string, organisationId: string | null = null): Promise<Claim | undefined> {
  let query = claims(tx).where('id', '=', id)
  if (organisationId !== null) query = query.where('organisation_id', '=', organisationId)
  const row = await query.executeTakeFirst()
  return row && claimOf(row)
}

/** Claims by id; unknown ids are absent. */
export async function listClaimsById(tx: Tx, ids: readonly string[]): Promise<Map<string, Claim>> {
  if (ids.length === 0) return new Map()
  const rows = await claims(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, claimOf(row)]))
}

/** The claim, locked until the transaction ends: nobody else moves it meanwhile. */
export async function lockClaim(tx: Tx, id: string): Promise<Claim | undefined> {
  const row = await claims(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && claimOf(row)
}

export async function setClaimStatus(tx: Tx, id: string, status: ClaimStatus): Promise<void> {
  await tx.db
    .updateTable('funds.claims')
    .set({ status })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .execute()
}

export type ClaimFilter = {
  readonly status?: ClaimStatus | undefined
  readonly organisationId?: string | undefined
  readonly scheme?: string | undefined
  readonly atLeastFen?: bigint | undefined
  readonly atMostFen?: bigint | undefined
  /** Only those of these groups or organisations that are in one of these states. */
  readonly frozen?:
    | {
        readonly groupIds: readonly string[]
        readonly organisationIds: readonly string[]
        readonly statuses: readonly ClaimStatus[]
      }
    | undefined
  /** Claims for whose second review this person was drawn or named. */
  readonly drawnFor?: string | undefined
  /** Claims for whose second review nobody could be drawn. */
  readonly lacksReviewer?: boolean | undefined
  /** Claims of a sum in one of these ranges. */
  readonly sums?: readonly SumRange[] | undefined
  readonly search?: { numberFrom: string; numberBefore: string } | { titlePart: string } | undefined
}

export type ClaimPageKey = { after?: string | undefined; limit: number; order: 'newest' | 'oldest' }

/** What a list shows of a claim. */
export type ListedClaim = Pick<
  Claim,
  | 'id'
  | 'number'
  | 'title'
  | 'scheme'
  | 'schemeTitle'
  | 'groupId'
  | 'organisationId'
  | 'organisationName'
  | 'status'
  | 'headCount'
  | 'heldCount'
  | 'refusedCount'
  | 'amountFen'
  | 'assembledAt'
  | 'supplement'
> & { readonly unavailable: readonly Unavailable[] }

/** What a page is paged by: the id, which is the order of time; looking for a number, the number itself. */
export function pageKeyOf(filter: ClaimFilter): 'id' | 'number' {
  return filter.search && 'numberFrom' in filter.search ? 'number' : 'id'
}

/** What a queue asks of a claim besides its state, about the claims of `funds.claims`. */
function inQueue(tx: Tx, { drawnFor, lacksReviewer, sums }: ClaimFilter) {
  const parts = []
  const newest = (what: RawBuilder<unknown>) => sql<boolean>`exists (
    select 1 from funds.review_draws d where d.district = ${tx.district} and d.claim_id = funds.claims.id and ${what}
      and not exists (select 1 from funds.review_draws n where n.district = ${tx.district} and n.claim_id = d.claim_id and n.nth > d.nth))`
  if (drawnFor !== undefined) parts.push(newest(sql`d.person_id = ${drawnFor}`))
  if (lacksReviewer) parts.push(newest(sql`d.way = 'none'`))
  if (sums !== undefined) {
    const ranges = sums.map(({ over, upTo }) =>
      upTo === null
        ? sql`funds.claims.amount_fen > ${over}`
        : sql`(funds.claims.amount_fen > ${over} and funds.claims.amount_fen <= ${upTo})`,
    )
    parts.push(ranges.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ranges, sql` or `)})`)
  }
  return parts.length === 0 ? undefined : sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** One page of claims by key, in one query of one table; every filter but the part of a title is met by an index. */
export async function listClaimsBy(tx: Tx, filter: ClaimFilter, page: ClaimPageKey): Promise<ListedClaim[]> {
  let query = tx.db
    .selectFrom('funds.claims')
    .select(['id', 'number', 'title', 'scheme', 'scheme_title', 'group_id', 'organisation_id', 'organisation_name'])
    .select([
      'status',
      'head_count',
      'held_count',
      'refused_count',
      'unavailable',
      'amount_fen',
      'assembled_at',
      'supplement',
    ])
    .where('district', '=', tx.district)
  if (filter.status !== undefined) query = query.where('status', '=', filter.status)
  if (filter.organisationId !== undefined) query = query.where('organisation_id', '=', filter.organisationId)
  if (filter.scheme !== undefined) query = query.where('scheme', '=', filter.scheme)
  if (filter.atLeastFen !== undefined) query = query.where('amount_fen', '>=', filter.atLeastFen)
  if (filter.atMostFen !== undefined) query = query.where('amount_fen', '<=', filter.atMostFen)
  const restricted = inQueue(tx, filter)
  if (restricted) query = query.where(restricted)
  const { search, frozen } = filter
  if (frozen)
    query = query
      .where('status', 'in', [...frozen.statuses])
      .where(
        sql<boolean>`(group_id = any(${[...frozen.groupIds]}::uuid[]) or organisation_id = any(${[...frozen.organisationIds]}::uuid[]))`,
      )
  if (search && 'titlePart' in search)
    query = query.where('title', 'like', `%${search.titlePart.replace(/[\\%_]/g, '\\$&')}%`)
  if (search && 'numberFrom' in search)
    query = query.where('number', '>=', search.numberFrom).where('number', '<', search.numberBefore)
  const key = pageKeyOf(filter)
  if (page.after !== undefined) query = query.where(key, page.order === 'newest' ? '<' : '>', page.after)
  const rows = await query
    .orderBy(key, page.order === 'newest' ? 'desc' : 'asc')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    scheme: row.scheme,
    schemeTitle: row.scheme_title as Sentence,
    groupId: row.group_id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    status: row.status as ClaimStatus,
    headCount: row.head_count,
    heldCount: row.held_count,
    refusedCount: row.refused_count,
    unavailable: row.unavailable as Unavailable[],
    amountFen: row.amount_fen,
    assembledAt: row.assembled_at,
    supplement: row.supplement,
  }))
}

/** Claims of an organisation (of one group of it) whose money has not gone to the bank: in review, approved, or in a batch not exported. */
export async function listClaimsNotExported(
  tx: Tx,
  of: { organisationId: string; groupId?: string },
  limit: number,
): Promise<Claim[]> {
  let query = claims(tx)
    .where('organisation_id', '=', of.organisationId)
    .where((where) =>
      where.or([
        where('status', 'in', BEFORE_A_BATCH),
        where.and([
          where('status', '=', 'batched'),
          sql<boolean>`exists (
            select 1 from funds.batch_claims c join funds.batches b on b.district = c.district and b.id = c.batch_id
            where c.district = ${tx.district} and c.claim_id = funds.claims.id and b.status in ('frozen', 'half-signed', 'signed'))`,
        ]),
      ]),
    )
  if (of.groupId !== undefined) query = query.where('group_id', '=', of.groupId)
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(claimOf)
}

/** How many claims (of one organisation) wait in a state, counted no further than `most`. */
export async function countClaims(
  tx: Tx,
  filter: ClaimFilter & { readonly status: ClaimStatus },
  most: number,
): Promise<number> {
  const { status, organisationId } = filter
  const restricted = inQueue(tx, filter)
  const more = restricted ? sql`and ${restricted}` : sql``
  const own = organisationId === undefined ? sql`` : sql`and organisation_id = ${organisationId}`
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from (
      select 1 from funds.claims where district = ${tx.district} and status = ${status} ${own} ${more} limit ${most}
    ) waiting`.execute(tx.db)
  return rows[0]?.waiting ?? 0
}

/** Claims assembled on one run of the checks. */
export async function listClaimsOfRun(tx: Tx, runId: string): Promise<Claim[]> {
  const rows = await claims(tx).where('check_run_id', '=', runId).orderBy('id').execute()
  return rows.map(claimOf)
}

/** The newest claims on a budget line. */
export async function listClaimsOnLine(tx: Tx, lineId: string, limit: number): Promise<Claim[]> {
  const rows = await claims(tx).where('line_id', '=', lineId).orderBy('id', 'desc').limit(limit).execute()
  return rows.map(claimOf)
}
