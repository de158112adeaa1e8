import type { Tx } from '../../platform/db/public.ts'
import type { CivilDate } from '../values/public.ts'
import type { Aspect, CandidateMarks, Mark } from './rules.ts'

/** What is assessed: the kind names the room above (a class, a competition), the id is that room's. */
export type AssessmentRef = { readonly kind: string; readonly id: string }

export type MarkGiven = {
  readonly id: string
  /** An enrolment, a competitor: whom the room above marks. */
  readonly candidateId: string
  readonly aspect: Aspect
  /** Null is absent from the test. */
  readonly points: number | null
  readonly sheetRow: number
}

export type MarkSheetGiven = {
  readonly id: string
  readonly assessment: AssessmentRef
  readonly fileId: string
  readonly fileName: string
  /** The day the certificates of this sheet were issued. */
  readonly issuedOn: CivilDate
  readonly accountId: string
  readonly at: Date
}

export type MarkSheet = Omit<MarkSheetGiven, 'at'> & { readonly version: number; readonly businessAt: Date }

/**
 * Keeps a sheet of marks as the assessment's next version; earlier versions stay as they are. Hold the assessment's own
 * row while calling: two sheets at once would ask for one version, and the second would be refused.
 */
export async function saveMarkSheet(tx: Tx, sheet: MarkSheetGiven, marks: readonly MarkGiven[]): Promise<MarkSheet> {
  const version = ((await findLatestMarkSheet(tx, sheet.assessment))?.version ?? 0) + 1
  await tx.db
    .insertInto('marking.mark_sheets')
    .values({
      district: tx.district,
      id: sheet.id,
      assessment_kind: sheet.assessment.kind,
      assessment_id: sheet.assessment.id,
      version,
      file_id: sheet.fileId,
      file_name: sheet.fileName,
      issued_on: sheet.issuedOn,
      imported_by: sheet.accountId,
      business_at: sheet.at,
    })
    .execute()
  for (let at = 0; at < marks.length; at += 1000) {
    await tx.db
      .insertInto('marking.marks')
      .values(
        marks.slice(at, at + 1000).map((mark) => ({
          district: tx.district,
          id: mark.id,
          sheet_id: sheet.id,
          candidate_id: mark.candidateId,
          aspect: mark.aspect,
          present: mark.points !== null,
          points: mark.points,
          sheet_row: mark.sheetRow,
        })),
      )
      .execute()
  }
  const { at, ...kept } = sheet
  return { ...kept, version, businessAt: at }
}

const sheets = (tx: Tx) => tx.db.selectFrom('marking.mark_sheets').selectAll().where('district', '=', tx.district)

type SheetRow = Awaited<ReturnType<ReturnType<typeof sheets>['executeTakeFirstOrThrow']>>

const sheetOf = (row: SheetRow): MarkSheet => ({
  id: row.id,
  assessment: { kind: row.assessment_kind, id: row.assessment_id },
  version: row.version,
  fileId: row.file_id,
  fileName: row.file_name,
  issuedOn: row.issued_on as CivilDate,
  accountId: row.imported_by,
  businessAt: row.business_at,
})

export async function findMarkSheet(tx: Tx, id: string): Promise<MarkSheet | undefined> {
  const row = await sheets(tx).where('id', '=', id).executeTakeFirst()
  return row && sheetOf(row)
}

/** Every version of an assessment's sheet, newest first. */
export async function listMarkSheets(tx: Tx, assessment: AssessmentRef): Promise<MarkSheet[]> {
  const rows = await sheets(tx)
    .where('assessment_kind', '=', assessment.kind)
    .where('assessment_id', '=', assessment.id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(sheetOf)
}

/** The sheets of many assessments, of whatever kind, the newest version first. */
export async function listMarkSheetsOf(tx: Tx, assessmentIds: readonly string[]): Promise<MarkSheet[]> {
  if (assessmentIds.length === 0) return []
  const rows = await sheets(tx)
    .where('assessment_id', 'in', [...assessmentIds])
    .orderBy('version', 'desc')
    .execute()
  return rows.map(sheetOf)
}

/** Sheets by id; unknown ids are absent. */
export async function listMarkSheetsById(tx: Tx, ids: readonly string[]): Promise<MarkSheet[]> {
  if (ids.length === 0) return []
  const rows = await sheets(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.map(sheetOf)
}

export async function findLatestMarkSheet(tx: Tx, assessment: AssessmentRef): Promise<MarkSheet | undefined> {
  const row = await sheets(tx)
    .where('assessment_kind', '=', assessment.kind)
    .where('assessment_id', '=', assessment.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && sheetOf(row)
}

const marks = (tx: Tx) => tx.db.selectFrom('marking.marks').selectAll().where('district', '=', tx.district)

type MarkRow = Awaited<ReturnType<ReturnType<typeof marks>['executeTakeFirstOrThrow']>>

const markOf = (row: MarkRow): Mark & { sheetId: string; candidateId: string; aspect: Aspect } => ({
  id: row.id,
  sheetId: row.sheet_id,
  candidateId: row.candidate_id,
  aspect: row.aspect as Aspect,
  points: row.points,
  sheetRow: row.sheet_row,
})

/** The marks of these sheets, by candidate. */
export async function listMarks(tx: Tx, sheetIds: readonly string[]): Promise<Map<string, CandidateMarks>> {
  if (sheetIds.length === 0) return new Map()
  const rows = await marks(tx)
    .where('sheet_id', 'in', [...new Set(sheetIds)])
    .execute()
  const byCandidate = new Map<string, CandidateMarks>()
  for (const row of rows.map(markOf)) {
    byCandidate.set(row.candidateId, { ...byCandidate.get(row.candidateId), [row.aspect]: row })
  }
  return byCandidate
}

/** The newest sheet of an assessment and its marks by candidate; undefined before there is one. */
export async function latestMarks(
  tx: Tx,
  assessment: AssessmentRef,
): Promise<{ sheet: MarkSheet; marks: Map<string, CandidateMarks> } | undefined> {
  const sheet = await findLatestMarkSheet(tx, assessment)
  return sheet && { sheet, marks: await listMarks(tx, [sheet.id]) }
}

export async function findMark(
  tx: Tx,
  id: string,
): Promise<(Mark & { sheetId: string; candidateId: string; aspect: Aspect }) | undefined> {
  const row = await marks(tx).where('id', '=', id).executeTakeFirst()
  return row && markOf(row)
}
