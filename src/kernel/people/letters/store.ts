import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'
import type { LetterRegister } from './columns.ts'
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
