import { type RawBuilder, sql } from 'kysely'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { PaperTable } from '../../integrity/public.ts'
import type { Cause, KeptDecision, Manual } from '../../policy/public.ts'
import type { ClaimStatus } from '../claims/rules.ts'
import type { MoneyLine } from './money.ts'
import type { AboutKind, Outcome, RedecisionState } from './rules.ts'

export const REDECISION_PAPERS: PaperTable = { table: 'funds.redecision_files', of: 'redecision_id' }

/** Whatever was given to people of a group under a scheme, by whom it is about, the oldest first. */
export async function listMoneyLines(tx: Tx, groupId: string, scheme: string): Promise<Map<string, MoneyLine[]>> {
  const { rows } = await sql<{
    subject_id: string
    line_id: string
    decision_id: string
    amount_fen: bigint
    claim_id: string
    number: string
    status: ClaimStatus
    dropped: boolean
    payment_id: string | null
    reference: string | null
    payment_status: string | null
    recovered_fen: bigint
  }>`
    select w.subject_id, l.id as line_id, e.decision_id, l.amount_fen, c.id as claim_id, c.number, c.status,
      exists (select 1 from funds.line_holds h
        where h.district = c.district and h.claim_line_id = l.id and h.status = 'dropped') as dropped,
      p.id as payment_id, p.reference, p.status as payment_status,
      coalesce((select sum(r.amount_fen) from funds.recoveries r
        where r.district = c.district and r.payment_id = p.id and r.status <> 'declined'), 0)::bigint as recovered_fen
    from funds.claims c
    join funds.claim_lines l on l.district = c.district and l.claim_id = c.id
    join funds.entitlements e on e.district = l.district and e.id = l.entitlement_id
    join funds.claim_people w on w.district = l.district and w.claim_id = c.id and w.decision_id = e.decision_id
    left join lateral (
      select b.id, b.reference, b.status from funds.batch_lines b
      where b.district = l.district and b.claim_line_id = l.id and b.status not in ('returned', 'withdrawn')
      order by b.id desc limit 1) p on true
    where c.district = ${tx.district} and c.group_id = ${groupId} and c.scheme = ${scheme} and c.status <> 'returned'
    order by l.id`.execute(tx.db)
  const found = new Map<string, MoneyLine[]>()
  for (const row of rows) {
    const line: MoneyLine = {
      lineId: row.line_id,
      decisionId: row.decision_id,
      amountFen: row.amount_fen,
      claim: { id: row.claim_id, number: row.number, status: row.status },
      dropped: row.dropped,
      payment:
        row.payment_id === null
          ? null
          : { id: row.payment_id, reference: row.reference ?? '', status: row.payment_status ?? '' },
      recoveredFen: BigInt(row.recovered_fen),
    }
    found.set(row.subject_id, [...(found.get(row.subject_id) ?? []), line])
  }
  return found
}

/** Whether a claim's list has been with the bank: it is never returned any more. */
export async function isWithTheBank(tx: Tx, claimId: string): Promise<boolean> {
  const { rows } = await sql<{ out: boolean }>`
    select exists (select 1 from funds.batch_claims c join funds.batches b on b.district = c.district and b.id = c.batch_id
      where c.district = ${tx.district} and c.claim_id = ${claimId} and b.status in ('exported', 'settled')) as out`.execute(
    tx.db,
  )
  return rows[0]?.out ?? false
}

/** A proposal to decide anew on people of one group under one scheme. */
export type Redecision = {
  readonly id: string
  readonly groupId: string
  readonly scheme: string
  readonly schemeTitle: Sentence
  readonly cause: Exclude<Cause, 'original'>
  readonly reason: string
  readonly document: string
  readonly manual: Manual | null
  readonly about: { readonly kind: AboutKind; readonly id: string } | null
  /** What all of it adds to the amounts, or takes away. */
  readonly differenceFen: bigint
  readonly seenSha256: Buffer
  readonly proposedBy: string
  readonly accountId: string
  readonly businessAt: Date
}

export type RedecisionAnswer = {
  readonly outcome: Outcome
  readonly reason: string
  readonly answeredBy: string
  readonly accountId: string
  readonly businessAt: Date
}

export type AnsweredRedecision = Redecision & { readonly answer: RedecisionAnswer | null }

export type RedecisionItem = {
  readonly redecisionId: string
  /** The decision it follows. */
  readonly decisionId: string
  readonly claimId: string
  readonly subjectId: string
  readonly personId: string
  readonly nth: number
  readonly wasFen: bigint
  readonly answer: KeptDecision['answer']
  readonly effectiveFen: bigint
  /** The decision it became. */
  readonly madeId: string | null
}

export async function insertRedecision(
  tx: Tx,
  redecision: Redecision,
  items: readonly Omit<RedecisionItem, 'madeId' | 'redecisionId'>[],
): Promise<void> {
  await tx.db
    .insertInto('funds.redecisions')
    .values({
      district: tx.district,
      id: redecision.id,
      group_id: redecision.groupId,
      scheme: redecision.scheme,
      scheme_title: JSON.stringify(redecision.schemeTitle),
      cause: redecision.cause,
      reason: redecision.reason,
      document: redecision.document,
      manual: redecision.manual ? JSON.stringify(redecision.manual) : null,
      about_kind: redecision.about?.kind ?? null,
      about_id: redecision.about?.id ?? null,
      difference_fen: redecision.differenceFen,
      seen_sha256: redecision.seenSha256,
      proposed_by: redecision.proposedBy,
      proposed_account_id: redecision.accountId,
      business_at: redecision.businessAt,
    })
    .execute()
  await tx.db
    .insertInto('funds.redecision_items')
    .values(
      items.map((item) => ({
        district: tx.district,
        redecision_id: redecision.id,
        decision_id: item.decisionId,
        claim_id: item.claimId,
        subject_id: item.subjectId,
        person_id: item.personId,
        nth: item.nth,
        was_fen: item.wasFen,
        answer: item.answer,
        effective_fen: item.effectiveFen,
      })),
    )
    .execute()
}

const redecisions = (tx: Tx) =>
  tx.db
    .selectFrom('funds.redecisions as r')
    .leftJoin('funds.redecision_answers as a', (join) =>
      join.onRef('a.district', '=', 'r.district').onRef('a.redecision_id', '=', 'r.id'),
    )
    .selectAll('r')
    .select(['a.outcome', 'a.reason as answer_reason', 'a.answered_by', 'a.answered_account_id'])
    .select('a.business_at as answered_at')
    .where('r.district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof redecisions>['executeTakeFirstOrThrow']>>

const redecisionOf = (row: Row): AnsweredRedecision => ({
  id: row.id,
  groupId: row.group_id,
  scheme: row.scheme,
  schemeTitle: row.scheme_title as Sentence,
  cause: row.cause as Redecision['cause'],
  reason: row.reason,
  document: row.document,
  manual: row.manual as Manual | null,
  about: row.about_kind === null ? null : { kind: row.about_kind as AboutKind, id: row.about_id ?? '' },
  differenceFen: row.difference_fen,
  seenSha256: row.seen_sha256,
  proposedBy: row.proposed_by,
  accountId: row.proposed_account_id,
  businessAt: row.business_at,
  answer:
    row.outcome && row.answered_by && row.answered_account_id && row.answered_at
      ? {
          outcome: row.outcome as Outcome,
          reason: row.answer_reason ?? '',
          answeredBy: row.answered_by,
          accountId: row.answered_account_id,
          businessAt: row.answered_at,
        }
      : null,
})

export async function findRedecision(tx: Tx, id: string): Promise<AnsweredRedecision | undefined> {
  const row = await redecisions(tx).where('r.id', '=', id).executeTakeFirst()
  return row && redecisionOf(row)
}

export type RedecisionFilter = {
  readonly state?: RedecisionState | undefined
  readonly cause?: Redecision['cause'] | undefined
  readonly groupId?: string | undefined
  /** Business days, the last included. */
  readonly during?: { readonly from: Date; readonly before: Date } | undefined
}

/** Newest first; `after` is the last id of the page before. */
export async function listRedecisions(
  tx: Tx,
  { state, cause, groupId, during }: RedecisionFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<AnsweredRedecision[]> {
  let query = redecisions(tx)
  if (state === 'waiting') query = query.where('a.redecision_id', 'is', null)
  else if (state !== undefined) query = query.where('a.outcome', '=', state)
  if (cause !== undefined) query = query.where('r.cause', '=', cause)
  if (groupId !== undefined) query = query.where('r.group_id', '=', groupId)
  if (during) query = query.where('a.business_at', '>=', during.from).where('a.business_at', '<', during.before)
  if (page.after !== undefined) query = query.where('r.id', '<', page.after)
  return (await query.orderBy('r.id', 'desc').limit(page.limit).execute()).map(redecisionOf)
}

const items = (tx: Tx) =>
  tx.db
    .selectFrom('funds.redecision_items as i')
    .leftJoin('funds.redecision_made as m', (join) =>
      join
        .onRef('m.district', '=', 'i.district')
        .onRef('m.redecision_id', '=', 'i.redecision_id')
        .onRef('m.decision_id', '=', 'i.decision_id'),
    )
    .selectAll('i')
    .select('m.made_id')
    .where('i.district', '=', tx.district)

const itemOf = (row: Awaited<ReturnType<ReturnType<typeof items>['executeTakeFirstOrThrow']>>): RedecisionItem => ({
  redecisionId: row.redecision_id,
  decisionId: row.decision_id,
  claimId: row.claim_id,
  subjectId: row.subject_id,
  personId: row.person_id,
  nth: row.nth,
  wasFen: row.was_fen,
  answer: row.answer as RedecisionItem['answer'],
  effectiveFen: row.effective_fen,
  madeId: row.made_id,
})

export async function listItems(tx: Tx, redecisionIds: readonly string[]): Promise<RedecisionItem[]> {
  if (redecisionIds.length === 0) return []
  const rows = await items(tx)
    .where('i.redecision_id', 'in', [...redecisionIds])
    .orderBy('i.redecision_id')
    .orderBy('i.decision_id')
    .execute()
  return rows.map(itemOf)
}

/** Every time that one of these decisions was proposed to be followed. */
export async function listItemsOn(tx: Tx, decisionIds: readonly string[]): Promise<RedecisionItem[]> {
  if (decisionIds.length === 0) return []
  const rows = await items(tx)
    .where('i.decision_id', 'in', [...decisionIds])
    .orderBy('i.redecision_id')
    .execute()
  return rows.map(itemOf)
}

/** The proposals that became these decisions, by decision. */
export async function listMakersOf(tx: Tx, madeIds: readonly string[]): Promise<Map<string, AnsweredRedecision>> {
  if (madeIds.length === 0) return new Map()
  const rows = await redecisions(tx)
    .innerJoin('funds.redecision_made as m', (join) =>
      join.onRef('m.district', '=', 'r.district').onRef('m.redecision_id', '=', 'r.id'),
    )
    .select('m.made_id')
    .where('m.made_id', 'in', [...madeIds])
    .execute()
  return new Map(rows.map((row) => [row.made_id, redecisionOf(row)]))
}

export async function insertMade(
  tx: Tx,
  redecisionId: string,
  made: readonly { readonly decisionId: string; readonly madeId: string }[],
): Promise<void> {
  await tx.db
    .insertInto('funds.redecision_made')
    .values(
      made.map(({ decisionId, madeId }) => ({
        district: tx.district,
        redecision_id: redecisionId,
        decision_id: decisionId,
        made_id: madeId,
      })),
    )
    .execute()
}

export async function insertAnswer(
  tx: Tx,
  redecision: Pick<Redecision, 'id' | 'proposedBy'>,
  answer: RedecisionAnswer,
): Promise<void> {
  await tx.db
    .insertInto('funds.redecision_answers')
    .values({
      district: tx.district,
      redecision_id: redecision.id,
      proposed_by: redecision.proposedBy,
      answered_by: answer.answeredBy,
      answered_account_id: answer.accountId,
      outcome: answer.outcome,
      reason: answer.reason,
      business_at: answer.businessAt,
    })
    .execute()
}

const MOST_COUNTED = 100

async function counted(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from funds.redecisions r
      left join funds.redecision_answers a on a.district = r.district and a.redecision_id = r.id
      where r.district = ${tx.district} and ${where} limit ${MOST_COUNTED}) found`.execute(tx.db)
  return rows[0]?.count ?? 0
}

/** How many wait for another person than this one, counted to a hundred. */
export const countWaiting = (tx: Tx, personId: string): Promise<number> =>
  counted(tx, sql`a.redecision_id is null and r.proposed_by <> ${personId}`)

/** How many decisions people have given in the place of the machine, and what they come to; in a span of business time. */
export async function countManual(
  tx: Tx,
  during?: { readonly from: Date; readonly before: Date },
): Promise<{ decisions: number; amountFen: bigint }> {
  const within = during ? sql`and a.business_at >= ${during.from} and a.business_at < ${during.before}` : sql``
  const { rows } = await sql<{ decisions: number; amount_fen: bigint }>`
    select count(*)::int as decisions, coalesce(sum(i.effective_fen), 0)::bigint as amount_fen
    from funds.redecisions r
    join funds.redecision_answers a on a.district = r.district and a.redecision_id = r.id and a.outcome = 'confirmed'
    join funds.redecision_items i on i.district = r.district and i.redecision_id = r.id
    where r.district = ${tx.district} and r.cause = 'manual' ${within}`.execute(tx.db)
  return { decisions: rows[0]?.decisions ?? 0, amountFen: BigInt(rows[0]?.amount_fen ?? 0n) }
}

/** How often people have decided by each clause of each scheme, the most often first; in a span of business time. */
export async function countByClause(
  tx: Tx,
  during?: { readonly from: Date; readonly before: Date },
): Promise<{ schemeTitle: Sentence; cite: string; decisions: number; decisionId: string }[]> {
  const within = during ? sql`and a.business_at >= ${during.from} and a.business_at < ${during.before}` : sql``
  const { rows } = await sql<{ title: Sentence; cite: string; decisions: number; decision_id: string }>`
    select (array_agg(r.scheme_title order by r.id desc))[1] as title, r.manual->>'cite' as cite,
      count(*)::int as decisions, (array_agg(i.decision_id order by r.id desc))[1] as decision_id
    from funds.redecisions r
    join funds.redecision_answers a on a.district = r.district and a.redecision_id = r.id and a.outcome = 'confirmed'
    join funds.redecision_items i on i.district = r.district and i.redecision_id = r.id
    where r.district = ${tx.district} and r.cause = 'manual' ${within}
    group by r.scheme, r.manual->>'cite' order by decisions desc, r.scheme, cite limit ${MOST_COUNTED}`.execute(tx.db)
  return rows.map(({ title, cite, decisions, decision_id: decisionId }) => ({
    schemeTitle: title,
    cite,
    decisions,
    decisionId,
  }))
}
