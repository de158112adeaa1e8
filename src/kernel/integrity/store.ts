import { sql } from 'kysely'
import type { Sentence } from '../../platform/contract/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import type { CheckAction, Evidence, Moment, Outcome } from '../record/public.ts'

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

/** The answers that rest on a record, the newest first. */
export async function listResultsRestingOn(
  tx: Tx,
  place: { readonly kind: string; readonly id: string },
  limit: number,
): Promise<CheckResult[]> {
  const rows = await tx.db
    .selectFrom('integrity.result_evidence as e')
    .innerJoin('integrity.check_results as r', (join) =>
      join.onRef('r.district', '=', 'e.district').onRef('r.id', '=', 'e.result_id'),
    )
    .selectAll('r')
    .where('e.district', '=', tx.district)
    .where('e.kind', '=', place.kind)
    .where('e.place_id', '=', place.id)
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

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
