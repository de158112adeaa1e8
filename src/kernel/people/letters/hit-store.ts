import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'
import type { LetterRegister } from './columns.ts'
import type { LetterHit } from './lines.ts'

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
