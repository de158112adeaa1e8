import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'
import type { LetterRegister } from './columns.ts'
import type { LetterHit } from './lines.ts'
import type { LetterState } from './rules.ts'

export type LetterRow = {
  readonly id: string
  readonly number: string
  readonly register: LetterRegister
  readonly office: string
  readonly purpose: string
  readonly from: CivilDate
  readonly to: CivilDate
  readonly madeOn: CivilDate
  readonly expiresOn: CivilDate
  readonly personCount: number
  readonly accountId: string
  /** Who made it. */
  readonly personId: string
  readonly businessAt: Date
}

export type NewLetter = LetterRow & {
  readonly groups: readonly { readonly id: string; readonly kind: string }[]
  /** In the order of the roster. */
  readonly people: readonly { readonly personId: string; readonly name: string }[]
}

const PEOPLE_AT_ONCE = 2_000

export async function insertLetter(tx: Tx, letter: NewLetter): Promise<void> {
  const { district } = tx
  await tx.db
    .insertInto('people.letters')
    .values({
      district,
      id: letter.id,
      number: letter.number,
      register: letter.register,
      office: letter.office,
      purpose: letter.purpose,
      from_date: letter.from,
      to_date: letter.to,
      made_on: letter.madeOn,
      expires_on: letter.expiresOn,
      person_count: letter.people.length,
      account_id: letter.accountId,
      person_id: letter.personId,
      business_at: letter.businessAt,
    })
    .execute()
  await tx.db
    .insertInto('people.letter_groups')
    .values(letter.groups.map(({ id, kind }) => ({ district, letter_id: letter.id, group_id: id, kind })))
    .execute()
  const people = letter.people.map(({ personId, name }, at) => ({
    district,
    letter_id: letter.id,
    position: at + 1,
    person_id: personId,
    name,
  }))
  for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE)
    await tx.db
      .insertInto('people.letter_people')
      .values(people.slice(at, at + PEOPLE_AT_ONCE))
      .execute()
}

const letters = (tx: Tx) => tx.db.selectFrom('people.letters as l').selectAll('l').where('l.district', '=', tx.district)

const letterOf = (row: Awaited<ReturnType<ReturnType<typeof letters>['executeTakeFirstOrThrow']>>): LetterRow => ({
  id: row.id,
  number: row.number,
  register: row.register as LetterRegister,
  office: row.office,
  purpose: row.purpose,
  from: civilDate(row.from_date),
  to: civilDate(row.to_date),
  madeOn: civilDate(row.made_on),
  expiresOn: civilDate(row.expires_on),
  personCount: row.person_count,
  accountId: row.account_id,
  personId: row.person_id,
  businessAt: row.business_at,
})

export async function findLetter(tx: Tx, id: string): Promise<LetterRow | undefined> {
  const row = await letters(tx).where('l.id', '=', id).executeTakeFirst()
  return row && letterOf(row)
}

export type LetterFilter = {
  readonly registers: readonly LetterRegister[]
  readonly state?: { readonly is: LetterState; readonly today: CivilDate } | undefined
  readonly groupId?: string | undefined
}

/** Letters, newest first, paged by id. */
export async function listLetters(
  tx: Tx,
  { registers, state, groupId }: LetterFilter,
  page: { after?: string | undefined; limit: number },
): Promise<LetterRow[]> {
  let query = letters(tx).where('l.register', 'in', [...registers])
  if (groupId)
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('people.letter_groups as g')
          .select('g.letter_id')
          .where('g.district', '=', tx.district)
          .whereRef('g.letter_id', '=', 'l.id')
          .where('g.group_id', '=', groupId),
      ),
    )
  if (state) {
    query = query.where((where) => {
      const answered = where.exists(
        where
          .selectFrom('people.letter_answers as a')
          .select('a.id')
          .where('a.district', '=', tx.district)
          .whereRef('a.letter_id', '=', 'l.id'),
      )
      return state.is === 'answered' ? answered : where.not(answered)
    })
    if (state.is === 'waiting') query = query.where('l.expires_on', '>=', state.today)
    if (state.is === 'expired') query = query.where('l.expires_on', '<', state.today)
  }
  if (page.after) query = query.where('l.id', '<', page.after)
  return (await query.orderBy('l.id', 'desc').limit(page.limit).execute()).map(letterOf)
}

/** The groups of letters, by letter. */
export async function listLetterGroups(
  tx: Tx,
  letterIds: readonly string[],
): Promise<Map<string, { id: string; kind: string }[]>> {
  const groups = new Map<string, { id: string; kind: string }[]>()
  if (letterIds.length === 0) return groups
  const rows = await tx.db
    .selectFrom('people.letter_groups')
    .select(['letter_id', 'group_id', 'kind'])
    .where('district', '=', tx.district)
    .where('letter_id', 'in', [...letterIds])
    .orderBy('group_id')
    .execute()
  for (const row of rows)
    groups.set(row.letter_id, [...(groups.get(row.letter_id) ?? []), { id: row.group_id, kind: row.kind }])
  return groups
}

/** The letters about any of these groups, newest first: which group, which register. */
export async function listLettersOfGroups(
  tx: Tx,
  groupIds: readonly string[],
): Promise<(LetterRow & { readonly groupId: string })[]> {
  if (groupIds.length === 0) return []
  const rows = await letters(tx)
    .innerJoin('people.letter_groups as g', (join) =>
      join.onRef('g.district', '=', 'l.district').onRef('g.letter_id', '=', 'l.id'),
    )
    .select('g.group_id')
    .where('g.group_id', 'in', [...groupIds])
    .orderBy('l.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...letterOf(row), groupId: row.group_id }))
}

/** The office last asked about each register. */
export async function listLastOffices(tx: Tx): Promise<Map<LetterRegister, string>> {
  const rows = await letters(tx).distinctOn('l.register').orderBy('l.register').orderBy('l.id', 'desc').execute()
  return new Map(rows.map((row) => [row.register as LetterRegister, row.office]))
}

export type LetterPerson = { readonly position: number; readonly personId: string; readonly name: string }

/** The people of a letter as it froze them, in its order; `onlyHit` those some answer knows. */
export async function listLetterPeople(
  tx: Tx,
  letterId: string,
  page: { after?: number | undefined; limit?: number; onlyHit?: boolean } = {},
): Promise<LetterPerson[]> {
  let query = tx.db
    .selectFrom('people.letter_people as p')
    .select(['p.position', 'p.person_id', 'p.name'])
    .where('p.district', '=', tx.district)
    .where('p.letter_id', '=', letterId)
    .orderBy('p.position')
  if (page.onlyHit)
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('people.register_hits as h')
          .select('h.id')
          .where('h.district', '=', tx.district)
          .whereRef('h.letter_id', '=', 'p.letter_id')
          .whereRef('h.person_id', '=', 'p.person_id'),
      ),
    )
  if (page.after !== undefined) query = query.where('p.position', '>', page.after)
  if (page.limit !== undefined) query = query.limit(page.limit)
  return (await query.execute()).map((row) => ({ position: row.position, personId: row.person_id, name: row.name }))
}

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

const HITS_AT_ONCE = 2_000

export async function insertHits(
  tx: Tx,
  of: { answerId: string; letterId: string },
  hits: readonly (LetterHit & { id: string })[],
): Promise<void> {
  const rows = hits.map((hit) => ({
    district: tx.district,
    id: hit.id,
    answer_id: of.answerId,
    letter_id: of.letterId,
    person_id: hit.personId,
    sheet_row: hit.sheetRow,
    from_text: hit.from,
    to_text: hit.to,
    says: hit.says,
    uscc: hit.uscc,
    other_name: hit.otherName,
  }))
  for (let at = 0; at < rows.length; at += HITS_AT_ONCE)
    await tx.db
      .insertInto('people.register_hits')
      .values(rows.slice(at, at + HITS_AT_ONCE))
      .execute()
}

/** A hit with the answer it came in. */
export type HitRow = LetterHit & {
  readonly id: string
  readonly answerId: string
  readonly letterId: string
  readonly office: string
  readonly asOf: CivilDate
}

const hits = (tx: Tx) =>
  tx.db
    .selectFrom('people.register_hits as h')
    .innerJoin('people.letter_answers as a', (join) =>
      join.onRef('a.district', '=', 'h.district').onRef('a.id', '=', 'h.answer_id'),
    )
    .selectAll('h')
    .select(['a.office', 'a.as_of'])
    .where('h.district', '=', tx.district)
    // The newest answer speaks first; the lines of one answer in their order.
    .orderBy('a.as_of', 'desc')
    .orderBy('h.answer_id', 'desc')
    .orderBy('h.sheet_row')

const hitOf = (row: Awaited<ReturnType<ReturnType<typeof hits>['executeTakeFirstOrThrow']>>): HitRow => ({
  id: row.id,
  answerId: row.answer_id,
  letterId: row.letter_id,
  office: row.office,
  asOf: civilDate(row.as_of),
  personId: row.person_id,
  sheetRow: row.sheet_row,
  from: row.from_text,
  to: row.to_text,
  says: row.says,
  uscc: row.uscc,
  otherName: row.other_name,
})

export async function findHit(tx: Tx, id: string): Promise<HitRow | undefined> {
  const row = await hits(tx).where('h.id', '=', id).executeTakeFirst()
  return row && hitOf(row)
}

/** Hits of a letter about these people. */
export async function listHitsOfLetter(tx: Tx, letterId: string, personIds: readonly string[]): Promise<HitRow[]> {
  if (personIds.length === 0) return []
  const rows = await hits(tx)
    .where('h.letter_id', '=', letterId)
    .where('h.person_id', 'in', [...personIds])
    .execute()
  return rows.map(hitOf)
}

export async function listHitsOfAnswer(tx: Tx, answerId: string): Promise<HitRow[]> {
  return (await hits(tx).where('h.answer_id', '=', answerId).limit(500).execute()).map(hitOf)
}

/** Every hit of a register about these people, whichever letter it answered. */
export async function listHitsAbout(tx: Tx, register: LetterRegister, personIds: readonly string[]): Promise<HitRow[]> {
  if (personIds.length === 0) return []
  const rows = await hits(tx)
    .innerJoin('people.letters as l', (join) =>
      join.onRef('l.district', '=', 'h.district').onRef('l.id', '=', 'h.letter_id'),
    )
    .where('l.register', '=', register)
    .where('h.person_id', 'in', [...new Set(personIds)])
    .execute()
  return rows.map(hitOf)
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

/** How many people of each letter some answer knows. */
export async function countHitPeople(tx: Tx, letterIds: readonly string[]): Promise<Map<string, number>> {
  if (letterIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('people.register_hits')
    .select(['letter_id', sql<number>`count(distinct person_id)::int`.as('people')])
    .where('district', '=', tx.district)
    .where('letter_id', 'in', [...letterIds])
    .groupBy('letter_id')
    .execute()
  return new Map(rows.map((row) => [row.letter_id, row.people]))
}

/** How many hits of an answer carry another name than ours. */
export async function countOtherNames(tx: Tx, answerId: string): Promise<number> {
  const row = await tx.db
    .selectFrom('people.register_hits')
    .select(sql<number>`count(other_name)::int`.as('others'))
    .where('district', '=', tx.district)
    .where('answer_id', '=', answerId)
    .executeTakeFirstOrThrow()
  return row.others
}
