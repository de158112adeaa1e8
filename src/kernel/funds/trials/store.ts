import { sql } from 'kysely'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { TakenWork, WorkTable } from '../../../platform/outbox/public.ts'
import type { CivilDate } from '../../values/public.ts'
import type { CasePlace } from '../../policy/public.ts'
import type { Block } from './block.ts'
import type { MarkNames } from './evaluate.ts'
import type { MonthFen, TrialLine, TrialStatus } from './rules.ts'
import type { KeptTally } from './tally.ts'

/** How a document is called, and its conditions by their ids. */
export type Named = {
  readonly scheme: string
  readonly version: string
  readonly title: Sentence
  readonly reasons: Readonly<Record<string, Sentence>>
}

export type Trial = {
  readonly id: string
  readonly scheme: string
  readonly factKind: string
  readonly afterNamed: Named
  readonly afterDocument: unknown
  readonly afterSha256: Buffer
  readonly draftId: string | null
  /** Null where it is compared with what was decided. */
  readonly beforeNamed: Named | null
  readonly beforeDocument: unknown
  readonly beforeSha256: Buffer | null
  readonly valuesOn: CivilDate | null
  readonly from: CivilDate
  readonly to: CivilDate
  readonly accountId: string
  readonly personId: string
  readonly businessAt: Date
}

export type FundLine = TrialLine & { readonly fund: string }

export type TrialRow = Trial & {
  readonly status: TrialStatus
  readonly begun: number
  readonly casesDone: number
  readonly casesOf: number | null
  readonly place: CasePlace | null
  readonly names: MarkNames | null
  readonly tally: KeptTally | null
  readonly lines: readonly FundLine[] | null
  readonly askedAt: Date
  readonly endedAt: Date | null
  readonly expiresAt: Date | null
}

/** Trials as work in the background: whoever takes one up goes on after its last block. */
export const TRIALS: WorkTable = {
  name: 'funds.trials',
  silentSeconds: 60,
  drop: async (tx, id, to) => (to === 'asked' ? undefined : deleteBlocks(tx, id)),
}

export async function insertTrial(tx: Tx, trial: Trial): Promise<void> {
  await tx.db
    .insertInto('funds.trials')
    .values({
      district: tx.district,
      id: trial.id,
      scheme: trial.scheme,
      fact_kind: trial.factKind,
      after_named: JSON.stringify(trial.afterNamed),
      before_named: trial.beforeNamed === null ? null : JSON.stringify(trial.beforeNamed),
      after_document: JSON.stringify(trial.afterDocument),
      after_sha256: trial.afterSha256,
      draft_id: trial.draftId,
      before_document: trial.beforeSha256 === null ? null : JSON.stringify(trial.beforeDocument),
      before_sha256: trial.beforeSha256,
      values_on: trial.valuesOn,
      from_on: trial.from,
      to_on: trial.to,
      account_id: trial.accountId,
      person_id: trial.personId,
      status: 'asked',
      business_at: trial.businessAt,
    })
    .execute()
}

/** Everything of trials but their documents, which are large. */
const trials = (tx: Tx) =>
  tx.db
    .selectFrom('funds.trials')
    .select(['id', 'scheme', 'fact_kind', 'after_named', 'after_sha256', 'draft_id', 'before_named', 'before_sha256'])
    .select(['values_on', 'from_on', 'to_on', 'account_id', 'person_id', 'business_at', 'status', 'begun'])
    .select(['cases_done', 'cases_of', 'last_on', 'last_fact_id', 'names', 'tally', 'lines'])
    .select(['asked_at', 'ended_at', 'expires_at'])
    .where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof trials>['executeTakeFirstOrThrow']>>

export type ListedTrial = Omit<TrialRow, 'afterDocument' | 'beforeDocument'>

const trialOf = (row: Row): ListedTrial => ({
  id: row.id,
  scheme: row.scheme,
  factKind: row.fact_kind,
  afterNamed: row.after_named as Named,
  afterSha256: row.after_sha256,
  draftId: row.draft_id,
  beforeNamed: row.before_named as Named | null,
  beforeSha256: row.before_sha256,
  valuesOn: row.values_on as CivilDate | null,
  from: row.from_on as CivilDate,
  to: row.to_on as CivilDate,
  accountId: row.account_id,
  personId: row.person_id,
  businessAt: row.business_at,
  status: row.status as TrialStatus,
  begun: row.begun,
  casesDone: row.cases_done,
  casesOf: row.cases_of,
  place: row.last_on === null ? null : { on: row.last_on as CivilDate, factId: row.last_fact_id! },
  names: row.names as MarkNames | null,
  tally: row.tally as KeptTally | null,
  lines: (row.lines as KeptLine[] | null)?.map(lineOf) ?? null,
  askedAt: row.asked_at,
  endedAt: row.ended_at,
  expiresAt: row.expires_at,
})

/** Trials of before kept what others took as one sum: it counts from the first month on. */
type KeptLine = FundLine & { readonly othersFen?: number }
const lineOf = ({ othersFen, ...line }: KeptLine): FundLine =>
  othersFen === undefined ? line : { ...line, others: [{ month: `${line.year}-01`, fen: othersFen }] }

/** One with its documents. */
export async function findTrial(tx: Tx, id: string): Promise<TrialRow | undefined> {
  const row = await trials(tx).select(['after_document', 'before_document']).where('id', '=', id).executeTakeFirst()
  return row && { ...trialOf(row), afterDocument: row.after_document, beforeDocument: row.before_document }
}

/** Newest first, after the last of the former page. */
export async function listTrials(
  tx: Tx,
  { draftId }: { readonly draftId?: string | undefined },
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<ListedTrial[]> {
  let query = trials(tx)
  if (draftId !== undefined) query = query.where('draft_id', '=', draftId)
  if (page.after !== undefined) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(trialOf)
}

export async function countUnderWay(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from funds.trials
    where district = ${tx.district} and account_id = ${accountId} and status in ('asked', 'running')`.execute(tx.db)
  return rows[0]?.count ?? 0
}

export type Reached = {
  readonly casesDone: number
  readonly place: CasePlace
  readonly tally: KeptTally
}

/** What is known at its beginning: how many cases there are, and what the marks of a case stand for. */
export async function saveBeginning(
  tx: Tx,
  { id, begun }: TakenWork,
  { casesOf, names }: { readonly casesOf: number; readonly names: MarkNames },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update funds.trials set cases_of = ${casesOf}, names = ${JSON.stringify(names)}::jsonb, beat_at = now()
    where district = ${tx.district} and id = ${id} and status = 'running' and begun = ${begun} returning id`.execute(
    tx.db,
  )
  return rows.length > 0
}

/** Keeps a block and how far the trial is with it; whether it is still to be gone on with. */
export async function saveBlock(
  tx: Tx,
  { id: trialId, begun }: TakenWork,
  block: Block & { readonly id: string; readonly nth: number },
  { casesDone, place, tally }: Reached,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update funds.trials set cases_done = ${casesDone}, last_on = ${place.on}, last_fact_id = ${place.factId},
      tally = ${JSON.stringify(tally)}::jsonb, beat_at = now()
    where district = ${tx.district} and id = ${trialId} and status = 'running' and begun = ${begun}
    returning id`.execute(tx.db)
  if (rows.length === 0) return false
  await tx.db
    .insertInto('funds.trial_blocks')
    .values({
      district: tx.district,
      id: block.id,
      trial_id: trialId,
      nth: block.nth,
      cases: block.count,
      ids: block.ids,
      keys: bytesOf(block.keys),
      amounts: bytesOf(block.amounts),
      marks: bytesOf(block.marks),
    })
    .execute()
  return true
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint16Array | Float64Array | Int32Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)

/** Whether it still was to be made. Kept in real time, not on the county's calendar. */
export async function endTrial(
  tx: Tx,
  { id, begun }: TakenWork,
  {
    tally,
    lines,
    keptDays,
  }: { readonly tally: KeptTally; readonly lines: readonly FundLine[]; readonly keptDays: number },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update funds.trials set status = 'done', ended_at = now(), expires_at = now() + make_interval(days => ${keptDays}),
      tally = ${JSON.stringify(tally)}::jsonb, lines = ${JSON.stringify(lines)}::jsonb
    where district = ${tx.district} and id = ${id} and status = 'running' and begun = ${begun} returning id`.execute(
    tx.db,
  )
  return rows.length > 0
}

export async function countBlocks(tx: Tx, trialId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from funds.trial_blocks
    where district = ${tx.district} and trial_id = ${trialId}`.execute(tx.db)
  return rows[0]?.count ?? 0
}

async function deleteBlocks(tx: Tx, trialId: string): Promise<void> {
  await tx.db
    .deleteFrom('funds.trial_blocks')
    .where('district', '=', tx.district)
    .where('trial_id', '=', trialId)
    .execute()
}

/** The blocks of a trial in their order, from one on, one at a time. */
export async function findBlock(tx: Tx, trialId: string, nth: number): Promise<Block | undefined> {
  const row = await tx.db
    .selectFrom('funds.trial_blocks')
    .selectAll()
    .where('district', '=', tx.district)
    .where('trial_id', '=', trialId)
    .where('nth', '=', nth)
    .executeTakeFirst()
  return (
    row && {
      count: row.cases,
      ids: row.ids,
      keys: new Uint16Array(aligned(row.keys)),
      amounts: new Float64Array(aligned(row.amounts)),
      marks: new Int32Array(aligned(row.marks)),
    }
  )
}

/** The same bytes where numbers may begin at any of them. */
const aligned = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

/** The budget lines of these funds in these years, in the order they were opened, with what other schemes took from each. */
export async function listFundLines(
  tx: Tx,
  {
    funds,
    years,
    scheme,
  }: { readonly funds: readonly string[]; readonly years: readonly number[]; readonly scheme: string },
): Promise<FundLine[]> {
  const { rows } = await sql<{
    id: string
    fund: string
    name: string
    year: number
    appropriated_fen: bigint
    others: MonthFen[]
  }>`
    select l.id, l.fund, l.name, l.year, b.appropriated_fen,
      coalesce((select jsonb_agg(jsonb_build_object('month', m.month, 'fen', m.fen) order by m.month) from (
        select to_char(c.assembled_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, sum(c.amount_fen) as fen
        from funds.claims c
        where c.district = l.district and c.district = ${tx.district} and c.line_id = l.id and c.scheme <> ${scheme}
          and c.status <> 'returned' group by 1) m), '[]') as others
    from funds.budget_lines l
    join funds.budget_balances b on b.district = l.district and b.line_id = l.id
    where l.district = ${tx.district} and l.fund = any(${funds}::text[]) and l.year = any(${years}::int[])
    order by l.id`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    fund: row.fund,
    name: row.name,
    year: row.year,
    appropriatedFen: Number(row.appropriated_fen),
    others: row.others,
  }))
}
