import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type ExpiringKey, wasEmptied } from '../../record/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'

export type Asked = { readonly until: CivilDate; readonly after: ExpiringKey | null; readonly limit: number }

/** Insured lists that came on a day or before and still tell of whom, the oldest first. */
export async function listExpiringLists(
  tx: Tx,
  { until, after, limit }: Asked,
): Promise<{ id: string; fileName: string; source: string; fileId: string; since: CivilDate }[]> {
  const since = sql`(i.business_at at time zone 'Asia/Shanghai')::date`
  const { rows } = await sql<{ id: string; file_name: string; source: string; file_id: string; since: string }>`
    select i.id, i.file_name, i.source, i.file_id, ${since}::text as since
    from people.insured_imports i
    where i.district = ${tx.district} and ${since} <= ${until}::date
      and (${after?.since ?? null}::date is null or (${since}, i.id) > (${after?.since ?? null}::date, ${after?.id ?? null}::uuid))
      and not ${wasEmptied(tx, 'people.insured_imports', 'i.id')}
    order by ${since}, i.id limit ${limit}`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    source: row.source,
    fileId: row.file_id,
    since: civilDate(row.since),
  }))
}

export type ExpiringLetter = {
  readonly id: string
  readonly number: string
  readonly office: string
  readonly groupIds: string[]
  readonly personIds: string[]
  readonly since: CivilDate
}

/** Letters whose comparison was done (the last answer, else the day they ran out) on a day or before, the oldest first. */
export async function listExpiringLetters(tx: Tx, { until, after, limit }: Asked): Promise<ExpiringLetter[]> {
  const { rows } = await sql<{
    id: string
    number: string
    office: string
    group_ids: string[] | null
    person_ids: string[] | null
    since: string
  }>`
    select id, number, office, since::text as since,
      (select array_agg(g.group_id) from people.letter_groups g where g.district = ${tx.district} and g.letter_id = done.id) as group_ids,
      (select array_agg(p.person_id) from people.letter_people p where p.district = ${tx.district} and p.letter_id = done.id) as person_ids
    from (
      select l.id, l.number, l.office, coalesce((
        select max((a.business_at at time zone 'Asia/Shanghai')::date) from people.letter_answers a
        where a.district = ${tx.district} and a.letter_id = l.id), l.expires_on) as since
      from people.letters l
      where l.district = ${tx.district} and not ${wasEmptied(tx, 'people.letters', 'l.id')}) done
    where since <= ${until}::date
      and (${after?.since ?? null}::date is null or (since, id) > (${after?.since ?? null}::date, ${after?.id ?? null}::uuid))
    order by since, id limit ${limit}`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    office: row.office,
    groupIds: row.group_ids ?? [],
    personIds: row.person_ids ?? [],
    since: civilDate(row.since),
  }))
}

/** The keys of a letter's sealed rows that hold names: of its people, and of its answers. */
export async function listLetterRowKeys(tx: Tx, letterId: string): Promise<{ people: string[]; answers: string[] }> {
  const people = await sql<{ key: string }>`
    select letter_id::text || '.' || position::text as key from people.letter_people
    where district = ${tx.district} and letter_id = ${letterId}`.execute(tx.db)
  const answers = await sql<{ key: string }>`
    select id::text as key from people.letter_answers
    where district = ${tx.district} and letter_id = ${letterId}`.execute(tx.db)
  return { people: people.rows.map(({ key }) => key), answers: answers.rows.map(({ key }) => key) }
}

/** Takes from an insured list whom its spells are of. */
export async function emptyInsuredList(tx: Tx, emptyingId: string): Promise<void> {
  await sql`select public.app_empty_insured_list(${emptyingId})`.execute(tx.db)
}

/** Takes the names from a letter. */
export async function emptyLetter(tx: Tx, emptyingId: string): Promise<void> {
  await sql`select public.app_empty_letter(${emptyingId})`.execute(tx.db)
}

/** Persons who were known on a day or before and are not emptied yet, the first first. */
export async function listExpiringPersons(
  tx: Tx,
  { until, after, limit }: Asked,
): Promise<{ id: string; since: CivilDate; fileIds: string[] }[]> {
  const since = sql`(p.created_at at time zone 'Asia/Shanghai')::date`
  const { rows } = await sql<{ id: string; since: string; file_ids: string[] | null }>`
    select p.id, ${since}::text as since,
      (select array_agg(r.file_id) filter (where r.file_id is not null) from people.correction_requests r
        where r.district = ${tx.district} and r.person_id = p.id) as file_ids
    from people.persons p
    where p.district = ${tx.district} and ${since} <= ${until}::date
      and (${after?.since ?? null}::date is null or (${since}, p.id) > (${after?.since ?? null}::date, ${after?.id ?? null}::uuid))
      and not ${wasEmptied(tx, 'people.persons', 'p.id')}
    order by ${since}, p.id limit ${limit}`.execute(tx.db)
  return rows.map((row) => ({ id: row.id, since: civilDate(row.since), fileIds: row.file_ids ?? [] }))
}

/** Tables that tell of a person, each with the condition that finds their rows and how the key of one is written. */
const OF_A_PERSON = {
  'people.persons': sql`select t.id::text as key from people.persons t where t.id = `,
  'people.bank_accounts': sql`select t.id::text as key from people.bank_accounts t where t.person_id = `,
  'people.corrected_values': sql`select t.id::text as key from people.corrected_values t where t.person_id = `,
  'people.correction_requests': sql`select t.id::text as key from people.correction_requests t where t.person_id = `,
  'people.correction_answers': sql`select t.request_id::text || '.' || t.nth::text as key from people.correction_answers t
    join people.correction_requests r on r.district = t.district and r.id = t.request_id where r.person_id = `,
  'people.correction_decisions': sql`select t.request_id::text || '.' || t.nth::text as key
    from people.correction_decisions t
    join people.correction_requests r on r.district = t.district and r.id = t.request_id where r.person_id = `,
  'people.register_hits': sql`select t.id::text as key from people.register_hits t where t.person_id = `,
} as const

/** The keys of the sealed rows that tell of a person, by table. */
export async function listRowKeysOfPerson(tx: Tx, personId: string): Promise<{ table: string; keys: string[] }[]> {
  const found: { table: string; keys: string[] }[] = []
  for (const [table, select] of Object.entries(OF_A_PERSON)) {
    const { rows } = await sql<{ key: string }>`${select}${personId} and t.district = ${tx.district}`.execute(tx.db)
    found.push({ table, keys: rows.map(({ key }) => key) })
  }
  return found
}

/** Takes who a person is: names, numbers, telephones, accounts. */
export async function emptyPerson(tx: Tx, emptyingId: string): Promise<void> {
  await sql`select public.app_empty_person(${emptyingId})`.execute(tx.db)
}
