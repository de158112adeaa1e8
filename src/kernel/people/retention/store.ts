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
