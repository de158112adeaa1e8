import type { Tx } from '../../../platform/db/public.ts'
import type { Credit } from '../attendance/rules.ts'

type Doer = { readonly accountId: string; readonly personId: string; readonly businessAt: Date }

/** A photo or scan kept for amendments of a class. */
export type EvidenceRow = {
  readonly id: string
  readonly classId: string
  readonly fileId: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
}

export async function insertEvidence(tx: Tx, row: EvidenceRow & Doer): Promise<void> {
  await tx.db
    .insertInto('training.amendment_evidence')
    .values({
      district: tx.district,
      id: row.id,
      class_id: row.classId,
      file_id: row.fileId,
      file_name: row.fileName,
      media_type: row.mediaType,
      size_bytes: row.sizeBytes,
      account_id: row.accountId,
      person_id: row.personId,
      business_at: row.businessAt,
    })
    .execute()
}

export async function findEvidence(tx: Tx, id: string): Promise<EvidenceRow | undefined> {
  return tx.db
    .selectFrom('training.amendment_evidence')
    .select([
      'id',
      'class_id as classId',
      'file_id as fileId',
      'file_name as fileName',
      'media_type as mediaType',
      'size_bytes as sizeBytes',
    ])
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** One sign that shall count otherwise. */
export type LineRow = {
  readonly id: string
  readonly amendmentId: string
  readonly signId: string
  readonly enrolmentId: string
  readonly sessionId: string
  readonly was: Credit
  readonly becomes: Credit
}

/** Whose word a confirmation is: an instructor's of the class, or the bureau's. */
export type Side = 'instructor' | 'bureau'

export type AnswerRow = Doer & {
  readonly outcome: 'confirmed' | 'declined'
  readonly side: Side
  readonly reason: string
  readonly sheetId: string | null
}

/** An amendment that was proposed, and what another person answered. */
export type AmendmentRow = Doer & {
  readonly id: string
  readonly classId: string
  readonly sheetId: string
  readonly evidenceId: string
  readonly reason: string
  readonly answer: AnswerRow | null
}

export async function insertAmendment(
  tx: Tx,
  row: Omit<AmendmentRow, 'answer'>,
  lines: readonly LineRow[],
): Promise<void> {
  await tx.db
    .insertInto('training.amendments')
    .values({
      district: tx.district,
      id: row.id,
      class_id: row.classId,
      sheet_id: row.sheetId,
      evidence_id: row.evidenceId,
      reason: row.reason,
      account_id: row.accountId,
      person_id: row.personId,
      business_at: row.businessAt,
    })
    .execute()
  await tx.db
    .insertInto('training.amendment_lines')
    .values(
      lines.map((line) => ({
        district: tx.district,
        id: line.id,
        amendment_id: line.amendmentId,
        sign_id: line.signId,
        enrolment_id: line.enrolmentId,
        session_id: line.sessionId,
        credit_from: line.was,
        credit_to: line.becomes,
      })),
    )
    .execute()
}

export async function insertAnswer(
  tx: Tx,
  answer: AnswerRow & { readonly id: string; readonly amendment: Pick<AmendmentRow, 'id' | 'personId'> },
): Promise<void> {
  await tx.db
    .insertInto('training.amendment_answers')
    .values({
      district: tx.district,
      id: answer.id,
      amendment_id: answer.amendment.id,
      proposer_person_id: answer.amendment.personId,
      outcome: answer.outcome,
      side: answer.side,
      reason: answer.reason,
      sheet_id: answer.sheetId,
      account_id: answer.accountId,
      person_id: answer.personId,
      business_at: answer.businessAt,
    })
    .execute()
}

const amendments = (tx: Tx) =>
  tx.db
    .selectFrom('training.amendments as a')
    .leftJoin('training.amendment_answers as w', (join) =>
      join.onRef('w.district', '=', 'a.district').onRef('w.amendment_id', '=', 'a.id'),
    )
    .selectAll('a')
    .select([
      'w.outcome',
      'w.side',
      'w.reason as answer_reason',
      'w.sheet_id as made_sheet_id',
      'w.account_id as answer_account',
      'w.person_id as answer_person',
      'w.business_at as answered_at',
    ])
    .where('a.district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof amendments>['executeTakeFirstOrThrow']>>

const amendmentOf = (row: Row): AmendmentRow => ({
  id: row.id,
  classId: row.class_id,
  sheetId: row.sheet_id,
  evidenceId: row.evidence_id,
  reason: row.reason,
  accountId: row.account_id,
  personId: row.person_id,
  businessAt: row.business_at,
  answer:
    row.answer_account === null || row.answer_person === null || row.answered_at === null
      ? null
      : {
          outcome: row.outcome as AnswerRow['outcome'],
          side: row.side as Side,
          reason: row.answer_reason ?? '',
          sheetId: row.made_sheet_id,
          accountId: row.answer_account,
          personId: row.answer_person,
          businessAt: row.answered_at,
        },
})

export async function findAmendment(tx: Tx, id: string): Promise<AmendmentRow | undefined> {
  const row = await amendments(tx).where('a.id', '=', id).executeTakeFirst()
  return row && amendmentOf(row)
}

/** Every amendment of a class, the newest first. */
export async function listAmendments(tx: Tx, classId: string): Promise<AmendmentRow[]> {
  return (await amendments(tx).where('a.class_id', '=', classId).orderBy('a.id', 'desc').execute()).map(amendmentOf)
}

/** Amendments of the district that nobody has answered yet, the oldest first; the oldest of very many. */
export async function listUnanswered(tx: Tx, limit: number): Promise<AmendmentRow[]> {
  return (await amendments(tx).where('w.id', 'is', null).orderBy('a.id').limit(limit).execute()).map(amendmentOf)
}

const lines = (tx: Tx) => tx.db.selectFrom('training.amendment_lines').selectAll().where('district', '=', tx.district)

type KeptLine = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>

const lineOf = (row: KeptLine): LineRow => ({
  id: row.id,
  amendmentId: row.amendment_id,
  signId: row.sign_id,
  enrolmentId: row.enrolment_id,
  sessionId: row.session_id,
  was: row.credit_from as Credit,
  becomes: row.credit_to as Credit,
})

/** The signs that these amendments speak of. */
export async function listLines(tx: Tx, amendmentIds: readonly string[]): Promise<LineRow[]> {
  if (amendmentIds.length === 0) return []
  return (
    await lines(tx)
      .where('amendment_id', 'in', [...amendmentIds])
      .orderBy('id')
      .execute()
  ).map(lineOf)
}

/** The lines about one sign. */
export async function listLinesOfSign(tx: Tx, signId: string): Promise<LineRow[]> {
  return (await lines(tx).where('sign_id', '=', signId).orderBy('id').execute()).map(lineOf)
}

export async function findLine(tx: Tx, id: string): Promise<LineRow | undefined> {
  const row = await lines(tx).where('id', '=', id).executeTakeFirst()
  return row && lineOf(row)
}
