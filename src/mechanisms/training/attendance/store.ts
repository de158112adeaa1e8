import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate, type Period } from '../../../kernel/values/public.ts'
import type { Credit, SignRead } from './rules.ts'

/** One import of attendance. */
export type AttendanceSheet = {
  readonly id: string
  readonly classId: string
  readonly version: number
  /** Typed from paper, drawn by the platform from the live signs of the class, or a former version amended. */
  readonly method: 'paper' | 'live' | 'amended'
  /** Of an amended one: the version before it. */
  readonly amendsSheetId: string | null
  readonly fileId: string
  readonly fileName: string
  readonly sha256: Buffer
  readonly accountId: string
  readonly businessAt: Date
}

/**
 * A sign as it is kept; one of a drawn sheet rests on live signs: that somebody came, and that they left. One of an amended
 * sheet repeats a sign of the version before it, or is what a line of the amendment made of it.
 */
export type Sign = SignRead & {
  readonly id: string
  readonly liveSignId?: string | null
  readonly liveOutId?: string | null
  readonly sameAsId?: string | null
  readonly amendmentLineId?: string | null
}

/**
 * Keeps a sheet of attendance as the class's next version; earlier ones stay as they are. Hold the class while calling.
 * The upload of the same id keeps the file's name.
 */
export async function insertSheet(
  tx: Tx,
  sheet: {
    id: string
    classId: string
    fileId: string
    accountId: string
    at: Date
    method?: AttendanceSheet['method']
    amendsSheetId?: string
  },
  signs: readonly Sign[],
): Promise<number> {
  const newest = await tx.db
    .selectFrom('training.attendance_sheets')
    .select('version')
    .where('district', '=', tx.district)
    .where('class_id', '=', sheet.classId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const version = (newest?.version ?? 0) + 1
  await tx.db
    .insertInto('training.attendance_sheets')
    .values({
      district: tx.district,
      id: sheet.id,
      class_id: sheet.classId,
      version,
      method: sheet.method ?? 'paper',
      amends_sheet_id: sheet.amendsSheetId ?? null,
      file_id: sheet.fileId,
      imported_by: sheet.accountId,
      business_at: sheet.at,
    })
    .execute()
  for (let at = 0; at < signs.length; at += 1000) {
    await tx.db
      .insertInto('training.attendance_signs')
      .values(
        signs.slice(at, at + 1000).map((sign) => ({
          district: tx.district,
          id: sign.id,
          sheet_id: sheet.id,
          enrolment_id: sign.enrolmentId,
          session_id: sign.sessionId,
          written: sign.written,
          credit: sign.credit,
          sheet_row: sign.sheetRow,
          sheet_column: sign.sheetColumn,
          live_sign_id: sign.liveSignId ?? null,
          live_out_id: sign.liveOutId ?? null,
          same_as_id: sign.sameAsId ?? null,
          amendment_line_id: sign.amendmentLineId ?? null,
        })),
      )
      .execute()
  }
  return version
}

const sheets = (tx: Tx) =>
  tx.db
    .selectFrom('training.attendance_sheets as s')
    .innerJoin('training.sheet_uploads as u', (join) =>
      join.onRef('u.district', '=', 's.district').onRef('u.id', '=', 's.id'),
    )
    .select([
      's.id',
      's.class_id',
      's.version',
      's.method',
      's.amends_sheet_id',
      's.file_id',
      's.imported_by',
      's.business_at',
      'u.file_name',
      'u.sha256',
    ])
    .where('s.district', '=', tx.district)

type SheetRow = Awaited<ReturnType<ReturnType<typeof sheets>['executeTakeFirstOrThrow']>>

const sheetOf = (row: SheetRow): AttendanceSheet => ({
  id: row.id,
  classId: row.class_id,
  version: row.version,
  method: row.method as AttendanceSheet['method'],
  amendsSheetId: row.amends_sheet_id,
  fileId: row.file_id,
  fileName: row.file_name,
  sha256: row.sha256,
  accountId: row.imported_by,
  businessAt: row.business_at,
})

export async function findSheet(tx: Tx, id: string): Promise<AttendanceSheet | undefined> {
  const row = await sheets(tx).where('s.id', '=', id).executeTakeFirst()
  return row && sheetOf(row)
}

/** Every sheet of a class, the newest first. */
export async function listSheets(tx: Tx, classId: string): Promise<AttendanceSheet[]> {
  return (await sheets(tx).where('s.class_id', '=', classId).orderBy('s.version', 'desc').execute()).map(sheetOf)
}

/** The newest version of a class's attendance; undefined before there is one. */
export async function findLatestSheet(tx: Tx, classId: string): Promise<AttendanceSheet | undefined> {
  const row = await sheets(tx)
    .where('s.class_id', '=', classId)
    .orderBy('s.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && sheetOf(row)
}

const signs = (tx: Tx) => tx.db.selectFrom('training.attendance_signs').selectAll().where('district', '=', tx.district)

type SignRow = Awaited<ReturnType<ReturnType<typeof signs>['executeTakeFirstOrThrow']>>

const signOf = (row: SignRow): Sign & { sheetId: string } => ({
  id: row.id,
  sheetId: row.sheet_id,
  enrolmentId: row.enrolment_id,
  sessionId: row.session_id,
  written: row.written,
  credit: row.credit as Credit,
  sheetRow: row.sheet_row,
  sheetColumn: row.sheet_column,
  liveSignId: row.live_sign_id,
  liveOutId: row.live_out_id,
  sameAsId: row.same_as_id,
  amendmentLineId: row.amendment_line_id,
})

export async function listSigns(tx: Tx, sheetId: string): Promise<Sign[]> {
  return (await signs(tx).where('sheet_id', '=', sheetId).execute()).map(signOf)
}

/** One person's signs on one sheet. */
export async function listSignsOf(tx: Tx, sheetId: string, enrolmentId: string): Promise<Sign[]> {
  return (await signs(tx).where('sheet_id', '=', sheetId).where('enrolment_id', '=', enrolmentId).execute()).map(signOf)
}

/** Everything ever read for a session, the oldest sheet first. */
export async function listSignsOfSession(tx: Tx, sessionId: string): Promise<Sign[]> {
  return (await signs(tx).where('session_id', '=', sessionId).orderBy('sheet_id').orderBy('sheet_row').execute()).map(
    signOf,
  )
}

export async function findSign(tx: Tx, id: string): Promise<(Sign & { sheetId: string }) | undefined> {
  const row = await signs(tx).where('id', '=', id).executeTakeFirst()
  return row && signOf(row)
}

/** The signs of a later version that repeat a sign. */
export async function listSignsRepeating(tx: Tx, signId: string): Promise<Sign[]> {
  return (await signs(tx).where('same_as_id', '=', signId).orderBy('id').execute()).map(signOf)
}

/** The signs that lines of amendments became. */
export async function listSignsOfLines(tx: Tx, lineIds: readonly string[]): Promise<Sign[]> {
  if (lineIds.length === 0) return []
  return (
    await signs(tx)
      .where('amendment_line_id', 'in', [...lineIds])
      .orderBy('id')
      .execute()
  ).map(signOf)
}

/** A sign of somebody in another class, with the session it is for. */
export type SignElsewhere = {
  readonly personId: string
  readonly classId: string
  readonly signId: string
  readonly written: string
  readonly credit: Credit
  readonly session: {
    readonly id: string
    readonly day: CivilDate
    readonly startMinute: number
    readonly endMinute: number
  }
}

/** What these people signed on the newest sheets of all other classes between two days, in order of time. */
export async function listSignsElsewhere(
  tx: Tx,
  asked: { readonly classId: string; readonly personIds: readonly string[]; readonly during: Period },
): Promise<SignElsewhere[]> {
  const { classId, personIds, during } = asked
  if (personIds.length === 0) return []
  let query = tx.db
    .selectFrom('training.enrolments as e')
    .innerJoin('training.classes as c', (join) =>
      join
        .onRef('c.district', '=', 'e.district')
        .onRef('c.id', '=', 'e.class_id')
        .onRef('c.roster_import_id', '=', 'e.roster_import_id'),
    )
    .innerJoin('training.attendance_signs as s', (join) =>
      join.onRef('s.district', '=', 'e.district').onRef('s.enrolment_id', '=', 'e.id'),
    )
    .innerJoin('training.attendance_sheets as h', (join) =>
      join.onRef('h.district', '=', 's.district').onRef('h.id', '=', 's.sheet_id'),
    )
    .innerJoin('training.sessions as t', (join) =>
      join.onRef('t.district', '=', 's.district').onRef('t.id', '=', 's.session_id'),
    )
    .select(['e.person_id', 'e.class_id', 's.id', 's.written', 's.credit'])
    .select(['t.id as session_id', 't.day', 't.start_minute', 't.end_minute'])
    .where('e.district', '=', tx.district)
    .where('e.class_id', '<>', classId)
    .where('e.person_id', 'in', [...new Set(personIds)])
    .where('t.day', '>=', during.from)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('training.attendance_sheets as n')
            .select('n.id')
            .where('n.district', '=', tx.district)
            .whereRef('n.class_id', '=', 'h.class_id')
            .whereRef('n.version', '>', 'h.version'),
        ),
      ),
    )
  if (during.to !== null) query = query.where('t.day', '<=', during.to)
  const rows = await query.orderBy('t.day').orderBy('t.start_minute').orderBy('s.id').execute()
  return rows.map((row) => ({
    personId: row.person_id,
    classId: row.class_id,
    signId: row.id,
    written: row.written,
    credit: row.credit as Credit,
    session: {
      id: row.session_id,
      day: civilDate(row.day),
      startMinute: row.start_minute,
      endMinute: row.end_minute,
    },
  }))
}
