import { sql } from 'kysely'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Because, InstalmentState, InstalmentStatus } from './rules.ts'

export type Promised = {
  readonly id: string
  readonly decisionId: string
  readonly factId: string
  readonly personId: string
  readonly groupId: string
  readonly subjectId: string
  readonly organisationId: string
  readonly scheme: string
  readonly schemeVersion: string
  readonly schemeTitle: Sentence
  readonly fund: string
  readonly title: string
  readonly amountFen: bigint
  readonly instalments: number
  readonly businessAt: Date
}

export type Instalment = {
  readonly id: string
  readonly promiseId: string
  readonly roundId: string
  readonly number: number
  readonly dueOn: string
  readonly endsOn: string
  readonly amountFen: bigint
  readonly status: InstalmentStatus
  readonly because: Because | null
}

export async function insertPromises(tx: Tx, promises: readonly Promised[]): Promise<void> {
  if (promises.length === 0) return
  await tx.db
    .insertInto('funds.promises')
    .values(
      promises.map((each) => ({
        district: tx.district,
        id: each.id,
        decision_id: each.decisionId,
        fact_id: each.factId,
        person_id: each.personId,
        group_id: each.groupId,
        subject_id: each.subjectId,
        organisation_id: each.organisationId,
        scheme: each.scheme,
        scheme_version: each.schemeVersion,
        scheme_title: JSON.stringify(each.schemeTitle),
        fund: each.fund,
        title: each.title,
        amount_fen: each.amountFen,
        instalments: each.instalments,
        business_at: each.businessAt,
      })),
    )
    .execute()
}

export async function insertInstalments(
  tx: Tx,
  instalments: readonly Omit<Instalment, 'status' | 'because'>[],
): Promise<void> {
  if (instalments.length === 0) return
  await tx.db
    .insertInto('funds.instalments')
    .values(
      instalments.map((each) => ({
        district: tx.district,
        id: each.id,
        promise_id: each.promiseId,
        round_id: each.roundId,
        number: each.number,
        due_on: each.dueOn,
        ends_on: each.endsOn,
        amount_fen: each.amountFen,
      })),
    )
    .execute()
}

const promises = (tx: Tx) => tx.db.selectFrom('funds.promises').selectAll().where('district', '=', tx.district)
const instalments = (tx: Tx) => tx.db.selectFrom('funds.instalments').selectAll().where('district', '=', tx.district)

type PromiseRow = Awaited<ReturnType<ReturnType<typeof promises>['executeTakeFirstOrThrow']>>
type InstalmentRow = Awaited<ReturnType<ReturnType<typeof instalments>['executeTakeFirstOrThrow']>>

const promiseOf = (row: PromiseRow): Promised => ({
  id: row.id,
  decisionId: row.decision_id,
  factId: row.fact_id,
  personId: row.person_id,
  groupId: row.group_id,
  subjectId: row.subject_id,
  organisationId: row.organisation_id,
  scheme: row.scheme,
  schemeVersion: row.scheme_version,
  schemeTitle: row.scheme_title as Sentence,
  fund: row.fund,
  title: row.title,
  amountFen: row.amount_fen,
  instalments: row.instalments,
  businessAt: row.business_at,
})

const instalmentOf = (row: InstalmentRow): Instalment => ({
  id: row.id,
  promiseId: row.promise_id,
  roundId: row.round_id,
  number: row.number,
  dueOn: row.due_on,
  endsOn: row.ends_on,
  amountFen: row.amount_fen,
  status: row.status as InstalmentStatus,
  because: row.because as Because | null,
})

/** What was promised to a group under a scheme. */
export async function listPromisesOfGroup(tx: Tx, groupId: string, scheme: string): Promise<Promised[]> {
  const rows = await promises(tx).where('group_id', '=', groupId).where('scheme', '=', scheme).orderBy('id').execute()
  return rows.map(promiseOf)
}

export async function listPromisesById(tx: Tx, ids: readonly string[]): Promise<Map<string, Promised>> {
  if (ids.length === 0) return new Map()
  const rows = await promises(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, promiseOf(row)]))
}

export async function findPromiseBy(tx: Tx, decisionId: string): Promise<Promised | undefined> {
  const row = await promises(tx).where('decision_id', '=', decisionId).executeTakeFirst()
  return row && promiseOf(row)
}

export async function findInstalment(tx: Tx, id: string): Promise<Instalment | undefined> {
  const row = await instalments(tx).where('id', '=', id).executeTakeFirst()
  return row && instalmentOf(row)
}

export async function listInstalmentsOf(
  tx: Tx,
  of: { readonly promiseIds: readonly string[] } | { readonly roundId: string },
): Promise<Instalment[]> {
  const query =
    'roundId' in of
      ? instalments(tx).where('round_id', '=', of.roundId)
      : instalments(tx).where('promise_id', 'in', ['00000000-0000-0000-0000-000000000000', ...of.promiseIds])
  return (await query.orderBy('number').orderBy('id').execute()).map(instalmentOf)
}

/** The group that a promise was made in and the rounds of its instalments: what one takes is not held against another. */
export async function listGroupsOfPromise(tx: Tx, groupId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with first as (
      select p.group_id from funds.promises p where p.district = ${tx.district} and p.group_id = ${groupId}
      union
      select p.group_id from funds.instalments i
      join funds.promises p on p.district = i.district and p.id = i.promise_id
      where i.district = ${tx.district} and p.district = ${tx.district} and i.round_id = ${groupId})
    select group_id as id from first
    union
    select i.round_id from funds.instalments i
    join funds.promises p on p.district = i.district and p.id = i.promise_id
    where i.district = ${tx.district} and p.district = ${tx.district} and p.group_id in (select group_id from first)`.execute(
    tx.db,
  )
  return rows.map(({ id }) => id)
}

/** Rounds with something to look at today: a day that has come, or something that waits or is paused. */
export async function listRoundsToLookAt(tx: Tx, today: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select round_id as id from funds.instalments
    where district = ${tx.district} and status <> 'over' and due_on <= ${today}
      and looked_on is distinct from ${today}::date
    group by round_id order by min(due_on), round_id limit ${limit}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Which of these instalments stand in a claim that was not returned. */
export async function listClaimedAmong(tx: Tx, roundId: string): Promise<Map<string, { claimId: string }>> {
  const { rows } = await sql<{ id: string; claim_id: string }>`
    select p.subject_id as id, c.id as claim_id
    from funds.claims c
    join funds.claim_people p on p.district = c.district and p.claim_id = c.id and p.standing = 'due'
    where c.district = ${tx.district} and p.district = ${tx.district} and c.group_id = ${roundId}
      and c.status <> 'returned'`.execute(tx.db)
  return new Map(rows.map(({ id, claim_id }) => [id, { claimId: claim_id }]))
}

export async function setInstalment(
  tx: Tx,
  id: string,
  { status, because, lookedOn }: { status: InstalmentStatus; because: Because | null; lookedOn: string },
): Promise<void> {
  await tx.db
    .updateTable('funds.instalments')
    .set({ status, because: because ? JSON.stringify(because) : null, looked_on: lookedOn })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .execute()
}

export async function setLookedOn(tx: Tx, ids: readonly string[], lookedOn: string): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('funds.instalments')
    .set({ looked_on: lookedOn })
    .where('district', '=', tx.district)
    .where('id', 'in', [...ids])
    .execute()
}

/** An instalment as it is listed: with its promise, and the claim that it stands in. */
export type ListedInstalment = Instalment & {
  readonly promise: Pick<Promised, 'personId' | 'factId' | 'schemeTitle' | 'title' | 'instalments' | 'decisionId'>
  readonly state: InstalmentState
  readonly claim: { readonly id: string; readonly number: string } | null
}

export type InstalmentFilter = {
  readonly organisationId: string | null
  readonly state?: InstalmentState | undefined
  readonly year?: number | undefined
  readonly personId?: string | undefined
}

const listedRows = (tx: Tx, { organisationId, state, year, personId }: InstalmentFilter) => sql`
  select * from (
    select i.*, p.person_id, p.fact_id, p.scheme_title, p.title, p.instalments, p.decision_id,
           c.id as claim_id, c.number as claim_number,
           case when c.status = 'paid' then 'paid' when c.id is not null then 'claimed' else i.status end as state
    from funds.instalments i
    join funds.promises p on p.district = i.district and p.id = i.promise_id
    left join lateral (
      select k.id, k.number, k.status from funds.claims k
      join funds.claim_people l on l.district = k.district and l.claim_id = k.id and l.standing = 'due'
      where k.district = i.district and k.group_id = i.round_id and l.subject_id = i.id and k.status <> 'returned'
      order by k.id desc limit 1) c on true
    where i.district = ${tx.district} and p.district = ${tx.district}
      and (${organisationId}::uuid is null or p.organisation_id = ${organisationId}::uuid)
      and (${personId ?? null}::uuid is null or p.person_id = ${personId ?? null}::uuid)
      and (${year ?? null}::int is null or extract(year from i.due_on) = ${year ?? null}::int)) listed
  where (${state ?? null}::text is null or state = ${state ?? null}::text)`

type ListedRow = InstalmentRow & {
  person_id: string
  fact_id: string
  scheme_title: unknown
  title: string
  instalments: number
  decision_id: string
  claim_id: string | null
  claim_number: string | null
  state: string
}

const listedOf = (row: ListedRow): ListedInstalment => ({
  ...instalmentOf(row),
  promise: {
    personId: row.person_id,
    factId: row.fact_id,
    schemeTitle: row.scheme_title as Sentence,
    title: row.title,
    instalments: row.instalments,
    decisionId: row.decision_id,
  },
  state: row.state as InstalmentState,
  claim: row.claim_id === null ? null : { id: row.claim_id, number: row.claim_number ?? '' },
})

/** Instalments by the day they are due, paged by that day and their id. */
export async function listInstalments(
  tx: Tx,
  filter: InstalmentFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<ListedInstalment[]> {
  const after = page.after === undefined ? null : await findInstalment(tx, page.after)
  const { rows } = await sql<ListedRow>`
    select * from (${listedRows(tx, filter)}) rows
    where (${after?.id ?? null}::uuid is null or (due_on, id) > (${after?.dueOn ?? null}::date, ${after?.id ?? null}::uuid))
    order by due_on, id limit ${page.limit}`.execute(tx.db)
  return rows.map(listedOf)
}

export type PromisedYear = {
  readonly year: number
  readonly state: InstalmentState
  readonly people: number
  readonly fen: bigint
}

/** How much is promised for which year, by where it stands. */
export async function sumByYear(tx: Tx, filter: InstalmentFilter): Promise<PromisedYear[]> {
  const { rows } = await sql<{ year: number; state: string; people: number; fen: bigint }>`
    select extract(year from due_on)::int as year, state, count(*)::int as people, sum(amount_fen)::bigint as fen
    from (${listedRows(tx, filter)}) rows group by 1, 2 order by 1, 2`.execute(tx.db)
  return rows.map(({ state, ...row }) => ({ ...row, state: state as InstalmentState }))
}
