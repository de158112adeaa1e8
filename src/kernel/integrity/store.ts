import { type RawBuilder, sql } from 'kysely'
import type { Sentence } from '../../platform/contract/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import type { CheckAction, Evidence, Moment, Outcome, TrailPlace } from '../record/public.ts'

/** One stored answer of one check about one subject. */
export type CheckResult = {
  readonly id: string
  readonly runId: string
  readonly checkId: string
  readonly moment: Moment
  readonly subjectKind: string
  readonly subjectId: string
  readonly groupId: string
  readonly outcome: Outcome
  readonly action: CheckAction
  readonly sentence: Sentence
  readonly evidence: readonly Evidence[]
  readonly businessAt: Date
}

/** Stores a run's answers, passes included. */
export async function keepResults(tx: Tx, results: readonly CheckResult[]): Promise<void> {
  for (let at = 0; at < results.length; at += 1000) {
    await tx.db
      .insertInto('integrity.check_results')
      .values(
        results.slice(at, at + 1000).map((result) => ({
          district: tx.district,
          id: result.id,
          run_id: result.runId,
          check_id: result.checkId,
          moment: result.moment,
          subject_kind: result.subjectKind,
          subject_id: result.subjectId,
          group_id: result.groupId,
          outcome: result.outcome,
          action: result.action,
          sentence: JSON.stringify(result.sentence),
          evidence: JSON.stringify(result.evidence),
          business_at: result.businessAt,
        })),
      )
      .execute()
  }
  const rests = results.flatMap(({ id, evidence }) =>
    evidence.flatMap((each) =>
      each.kind && each.id ? [{ district: tx.district, kind: each.kind, place_id: each.id, result_id: id }] : [],
    ),
  )
  for (let at = 0; at < rests.length; at += 5000) {
    await tx.db
      .insertInto('integrity.result_evidence')
      .values(rests.slice(at, at + 5000))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** An answer, and a record that it rests on or is about. */
export type AnswerAt = Pick<CheckResult, 'id' | 'checkId' | 'outcome'> & { readonly at: TrailPlace }

/** The answers that rest on these records, then those about them: of each record so many of both, the newest first. */
export async function listAnswersAt(tx: Tx, places: readonly TrailPlace[], limit: number): Promise<AnswerAt[]> {
  const asked = placesAsked(places)
  const { rows: resting } = await sql<AnswerRow>`
    select p.kind, p.place_id, r.id, r.check_id, r.outcome from ${asked} cross join lateral (
      select r.id, r.check_id, r.outcome from integrity.result_evidence e
      join integrity.check_results r on r.district = e.district and r.id = e.result_id
      where e.district = ${tx.district} and r.district = ${tx.district} and e.kind = p.kind and e.place_id = p.place_id
      order by r.id desc limit ${limit}) r
    order by p.nth, r.id desc`.execute(tx.db)
  const { rows: about } = await sql<AnswerRow>`
    select p.kind, p.place_id, r.id, r.check_id, r.outcome from ${asked} cross join lateral (
      select r.id, r.check_id, r.outcome from integrity.check_results r
      where r.district = ${tx.district} and r.subject_id = p.place_id and r.subject_kind = p.kind
      order by r.id desc limit ${limit}) r
    order by p.nth, r.id desc`.execute(tx.db)
  return [...resting, ...about].map((row) => ({
    at: { kind: row.kind, id: row.place_id },
    id: row.id,
    checkId: row.check_id,
    outcome: row.outcome,
  }))
}

type AnswerRow = { kind: string; place_id: string; id: string; check_id: string; outcome: Outcome }

/** Records that are asked about, as `p(kind, place_id, nth)`. */
export const placesAsked = (places: readonly TrailPlace[]): RawBuilder<unknown> => sql`
  unnest(${places.map(({ kind }) => kind)}::text[], ${places.map(({ id }) => id)}::uuid[])
    with ordinality as p(kind, place_id, nth)`

type Row = {
  id: string
  run_id: string
  check_id: string
  moment: string
  subject_kind: string
  subject_id: string
  group_id: string
  outcome: string
  action: string
  sentence: unknown
  evidence: unknown
  business_at: Date
}

const fromRow = (row: Row): CheckResult => ({
  id: row.id,
  runId: row.run_id,
  checkId: row.check_id,
  moment: row.moment as Moment,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  groupId: row.group_id,
  outcome: row.outcome as Outcome,
  action: row.action as CheckAction,
  sentence: row.sentence as Sentence,
  evidence: row.evidence as Evidence[],
  businessAt: row.business_at,
})

/** The answers of the group's newest run at a moment; empty when it was never asked. */
export async function listLatestResults(tx: Tx, groupId: string, moment: Moment): Promise<CheckResult[]> {
  const { rows } = await sql<Row>`
    select r.* from integrity.check_results r
    where r.district = ${tx.district} and r.group_id = ${groupId} and r.moment = ${moment}
      and r.run_id = (select l.run_id from integrity.check_results l
                      where l.district = ${tx.district} and l.group_id = ${groupId} and l.moment = ${moment}
                      order by l.id desc limit 1)
    order by r.check_id, r.id`.execute(tx.db)
  return rows.map(fromRow)
}

/** Everything ever answered about one subject, newest first. */
export async function listResultsOf(tx: Tx, subjectId: string, limit: number): Promise<CheckResult[]> {
  const rows = await tx.db
    .selectFrom('integrity.check_results')
    .selectAll()
    .where('district', '=', tx.district)
    .where('subject_id', '=', subjectId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** Every answer of one run about a group. */
export async function listResultsOfRun(tx: Tx, groupId: string, runId: string): Promise<CheckResult[]> {
  const rows = await tx.db
    .selectFrom('integrity.check_results')
    .selectAll()
    .where('district', '=', tx.district)
    .where('group_id', '=', groupId)
    .where('run_id', '=', runId)
    .orderBy('check_id')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function findResult(tx: Tx, id: string): Promise<CheckResult | undefined> {
  const row = await tx.db
    .selectFrom('integrity.check_results')
    .selectAll()
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** What each of these checks answered last about each of these subjects, at whatever moment. */
export async function listNewestAnswers(
  tx: Tx,
  checkIds: readonly string[],
  subjectIds: readonly string[],
): Promise<Pick<CheckResult, 'checkId' | 'subjectId' | 'outcome'>[]> {
  if (checkIds.length === 0 || subjectIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('integrity.check_results')
    .distinctOn(['subject_id', 'check_id'])
    .select(['subject_id', 'check_id', 'outcome'])
    .where('district', '=', tx.district)
    .where('subject_id', 'in', [...subjectIds])
    .where('check_id', 'in', [...checkIds])
    .orderBy('subject_id')
    .orderBy('check_id')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    checkId: row.check_id,
    subjectId: row.subject_id,
    outcome: row.outcome as Outcome,
  }))
}

/** What a check answered last about a subject, at whatever moment. */
export async function findNewestResult(tx: Tx, checkId: string, subjectId: string): Promise<CheckResult | undefined> {
  const row = await tx.db
    .selectFrom('integrity.check_results')
    .selectAll()
    .where('district', '=', tx.district)
    .where('subject_id', '=', subjectId)
    .where('check_id', '=', checkId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function listResultsById(tx: Tx, ids: readonly string[]): Promise<Map<string, CheckResult>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('integrity.check_results')
    .selectAll()
    .where('district', '=', tx.district)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, fromRow(row)]))
}
