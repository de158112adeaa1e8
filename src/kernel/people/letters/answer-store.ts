import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'
import type { LetterRegister } from './columns.ts'

export type AnswerRow = {
  readonly id: string
  readonly letterId: string
  readonly kind: 'file' | 'no-hits'
  readonly office: string
  readonly asOf: CivilDate
  readonly fileName: string | null
  readonly sha256: Buffer | null
  readonly lineCount: number
  readonly hitCount: number
  readonly strangerCount: number
  readonly accountId: string
  /** Who recorded it. */
  readonly personId: string
  readonly businessAt: Date
}

/** Keeps an answer; false when the letter has it already. Waits for somebody who records the same one right now. */
export async function insertAnswer(tx: Tx, answer: AnswerRow & { fingerprint: Buffer }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('people.letter_answers')
    .values({
      district: tx.district,
      id: answer.id,
      letter_id: answer.letterId,
      kind: answer.kind,
      office: answer.office,
      as_of: answer.asOf,
      file_name: answer.fileName,
      sha256: answer.sha256,
      fingerprint: answer.fingerprint,
      line_count: answer.lineCount,
      hit_count: answer.hitCount,
      stranger_count: answer.strangerCount,
      account_id: answer.accountId,
      person_id: answer.personId,
      business_at: answer.businessAt,
    })
    .onConflict((conflict) => conflict.columns(['district', 'letter_id', 'fingerprint']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

const answers = (tx: Tx) => tx.db.selectFrom('people.letter_answers').selectAll().where('district', '=', tx.district)

const answerOf = (row: Awaited<ReturnType<ReturnType<typeof answers>['executeTakeFirstOrThrow']>>): AnswerRow => ({
  id: row.id,
  letterId: row.letter_id,
  kind: row.kind as AnswerRow['kind'],
  office: row.office,
  asOf: civilDate(row.as_of),
  fileName: row.file_name,
  sha256: row.sha256,
  lineCount: row.line_count,
  hitCount: row.hit_count,
  strangerCount: row.stranger_count,
  accountId: row.account_id,
  personId: row.person_id,
  businessAt: row.business_at,
})

export async function findAnswer(tx: Tx, id: string): Promise<AnswerRow | undefined> {
  const row = await answers(tx).where('id', '=', id).executeTakeFirst()
  return row && answerOf(row)
}

export async function findAnswerBy(
  tx: Tx,
  of: { letterId: string; fingerprint: Buffer },
): Promise<AnswerRow | undefined> {
  const row = await answers(tx)
    .where('letter_id', '=', of.letterId)
    .where('fingerprint', '=', of.fingerprint)
    .executeTakeFirst()
  return row && answerOf(row)
}

/** Answers to these letters, newest first. */
export async function listAnswers(tx: Tx, letterIds: readonly string[]): Promise<AnswerRow[]> {
  if (letterIds.length === 0) return []
  const rows = await answers(tx)
    .where('letter_id', 'in', [...letterIds])
    .orderBy('id', 'desc')
    .execute()
  return rows.map(answerOf)
}

/** For each of these people the newest data a register has been compared with: whose, as of which day. */
export async function listNewestAnswers(
  tx: Tx,
  register: LetterRegister,
  personIds: readonly string[],
): Promise<{ personId: string; office: string; asOf: CivilDate }[]> {
  if (personIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('people.letter_people as p')
    .innerJoin('people.letters as l', (join) =>
      join.onRef('l.district', '=', 'p.district').onRef('l.id', '=', 'p.letter_id'),
    )
    .innerJoin('people.letter_answers as a', (join) =>
      join.onRef('a.district', '=', 'p.district').onRef('a.letter_id', '=', 'p.letter_id'),
    )
    .distinctOn('p.person_id')
    .select(['p.person_id', 'a.office', 'a.as_of'])
    .where('p.district', '=', tx.district)
    .where('l.register', '=', register)
    .where('p.person_id', 'in', [...new Set(personIds)])
    .orderBy('p.person_id')
    .orderBy('a.as_of', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
  return rows.map((row) => ({ personId: row.person_id, office: row.office, asOf: civilDate(row.as_of) }))
}
