import type { Tx } from '../../../platform/db/public.ts'
import { isLast } from './conclusion-store.ts'
import type { CaseOutcome } from './rules.ts'

export type SubjectRow = {
  readonly caseId: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly personId: string | null
  readonly checkId: string
  readonly resultId: string
  readonly answerSha256: Buffer
  readonly businessAt: Date
}

const subjects = (tx: Tx) => tx.db.selectFrom('integrity.case_subjects').selectAll().where('district', '=', tx.district)

const subjectOf = (row: Awaited<ReturnType<ReturnType<typeof subjects>['executeTakeFirstOrThrow']>>): SubjectRow => ({
  caseId: row.case_id,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  personId: row.person_id,
  checkId: row.check_id,
  resultId: row.result_id,
  answerSha256: row.answer_sha256,
  businessAt: row.business_at,
})

export async function insertSubjects(tx: Tx, rows: readonly SubjectRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    await tx.db
      .insertInto('integrity.case_subjects')
      .values(
        rows.slice(at, at + 1000).map((row) => ({
          district: tx.district,
          case_id: row.caseId,
          subject_kind: row.subjectKind,
          subject_id: row.subjectId,
          person_id: row.personId,
          check_id: row.checkId,
          result_id: row.resultId,
          answer_sha256: row.answerSha256,
          business_at: row.businessAt,
        })),
      )
      .execute()
  }
}

export async function listSubjects(tx: Tx, caseIds: readonly string[]): Promise<SubjectRow[]> {
  if (caseIds.length === 0) return []
  const rows = await subjects(tx)
    .where('case_id', 'in', [...caseIds])
    .orderBy('case_id')
    .orderBy('result_id')
    .execute()
  return rows.map(subjectOf)
}

/** What earlier cases say of these subjects, and how each ended. */
export async function listCasesOfSubjects(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<(SubjectRow & { readonly number: string; readonly outcome: CaseOutcome | null })[]> {
  if (subjectIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('integrity.case_subjects as s')
    .innerJoin('integrity.cases as c', (join) =>
      join.onRef('c.district', '=', 's.district').onRef('c.id', '=', 's.case_id'),
    )
    .leftJoin('integrity.case_decisions as d', (join) =>
      join
        .onRef('d.district', '=', 's.district')
        .onRef('d.case_id', '=', 's.case_id')
        .on('d.verdict', '=', 'confirmed')
        .on(isLast(tx)),
    )
    .leftJoin('integrity.case_conclusions as n', (join) =>
      join.onRef('n.district', '=', 'd.district').onRef('n.id', '=', 'd.conclusion_id'),
    )
    .selectAll('s')
    .select(['c.number', 'n.outcome'])
    .where('s.district', '=', tx.district)
    .where('s.subject_id', 'in', [...new Set(subjectIds)])
    .orderBy('s.case_id')
    .execute()
  return rows.map((row) => ({
    ...subjectOf(row),
    number: row.number,
    outcome: row.outcome as CaseOutcome | null,
  }))
}
