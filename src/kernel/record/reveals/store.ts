import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { Kin, MatterKind } from './matters.ts'
import { REVEALING } from './words.ts'

/** Office hours of a county (`HH:MM`), and how many reveals of one person in a day are marked. */
export type RevealTerms = { readonly from: string; readonly to: string; readonly manyADay: number }

/** Within how many days how many neighbours, or readings without an open matter, are an alert. */
export type AlertTerms = {
  readonly days: number
  readonly sameTown: number
  readonly sameVillage: number
  readonly withoutMatter: number
}

/** Real time, in Shanghai: before or after the hours, or at a weekend. */
const outside = ({ from, to }: RevealTerms, at = sql.ref('recorded_at')) => sql<boolean>`
  (extract(isodow from ${at} at time zone 'Asia/Shanghai') > 5
    or (${at} at time zone 'Asia/Shanghai')::time not between ${from}::time and ${to}::time)`

const revealing = sql`act = any(${Object.keys(REVEALING)}::text[])`

export type Reveal = {
  readonly id: string
  readonly act: string
  readonly accountId: string | null
  readonly reason: string | null
  readonly recordedAt: Date
  readonly isOutsideHours: boolean
  readonly subject: { readonly kind: string; readonly id: string }
  /** Of who read of a person: for what, whether it was open, and how near they are. */
  readonly reading: {
    readonly about: { readonly kind: string; readonly id: string } | null
    readonly isOpen: boolean
    readonly kin: Kin | null
  } | null
}

/** Reveals, the newest first. What somebody gave as the purpose of a list is their reason too. */
export async function listRevealActs(
  tx: Tx,
  terms: RevealTerms,
  page: { after?: string | undefined; limit: number },
): Promise<Reveal[]> {
  const { rows } = await sql<{
    id: string
    act: string
    account_id: string | null
    reason: string | null
    recorded_at: Date
    is_outside: boolean
    subject_kind: string
    subject_id: string
    is_reading: boolean
    about_kind: string | null
    about_id: string | null
    is_open: boolean | null
    kin: string | null
  }>`
    select a.id, act, a.account_id, coalesce(detail ->> 'reason', detail ->> 'purpose') as reason, a.recorded_at,
      a.subject_kind, a.subject_id, ${outside(terms, sql.ref('a.recorded_at'))} as is_outside,
      r.act_id is not null as is_reading, r.about_kind, r.about_id, r.is_open, r.kin
    from (select * from record.acts where district = ${tx.district} and ${revealing} and (${page.after ?? null}::uuid is null or id < ${page.after ?? null}::uuid)
      order by id desc limit ${page.limit}) a
    left join record.reveals r on r.district = a.district and r.act_id = a.id
    order by a.id desc`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    act: row.act,
    accountId: row.account_id,
    reason: row.reason,
    recordedAt: row.recorded_at,
    isOutsideHours: row.is_outside,
    subject: { kind: row.subject_kind, id: row.subject_id },
    reading: row.is_reading
      ? {
          about: row.about_kind && row.about_id ? { kind: row.about_kind, id: row.about_id } : null,
          isOpen: row.is_open ?? false,
          kin: row.kin as Kin | null,
        }
      : null,
  }))
}

export type NewReveal = {
  readonly actId: string
  readonly personId: string
  readonly accountId: string
  readonly byPerson: string
  readonly about: { readonly kind: MatterKind; readonly id: string } | null
  readonly isOpen: boolean
  readonly town: string | null
  readonly village: Buffer | null
  readonly kin: Kin | null
  readonly at: Date
}

export async function insertReveal(tx: Tx, reveal: NewReveal): Promise<void> {
  await tx.db
    .insertInto('record.reveals')
    .values({
      district: tx.district,
      act_id: reveal.actId,
      person_id: reveal.personId,
      account_id: reveal.accountId,
      by_person: reveal.byPerson,
      about_kind: reveal.about?.kind ?? null,
      about_id: reveal.about?.id ?? null,
      is_open: reveal.isOpen,
      town: reveal.town,
      village: reveal.village,
      kin: reveal.kin,
      business_at: reveal.at,
    })
    .execute()
}

export type RevealAlert = {
  readonly personId: string
  readonly accountId: string
  readonly what: 'same-town' | 'same-village' | 'without-matter' | Kin
  /** The town, where it is one's. */
  readonly town: string | null
  /** Different people read of; of what was read without an open matter, how often. */
  readonly count: number
  readonly lastAt: Date
}

/**
 * Whoever within the last days (real time) read of so many people of one town or village, of their own household or
 * town or themselves, or so often without an open matter. Counted by natural person.
 */
export async function listRevealAlerts(tx: Tx, terms: AlertTerms): Promise<RevealAlert[]> {
  const { rows } = await sql<{
    by_person: string
    account_id: string
    what: string
    town: string | null
    count: number
    last_at: Date
  }>`
    with lately as (
      select r.by_person, r.account_id, r.person_id, r.town, r.village, r.kin, r.is_open, r.recorded_at
      from record.reveals r
      where r.district = ${tx.district} and r.recorded_at > now() - make_interval(days => ${terms.days})
    )
    select by_person, max(account_id::text)::uuid as account_id, 'same-village' as what, min(town) as town,
      count(distinct person_id)::int as count, max(recorded_at) as last_at
    from lately where village is not null group by by_person, village
    having count(distinct person_id) >= ${terms.sameVillage}
    union all
    select by_person, max(account_id::text)::uuid, 'same-town', town, count(distinct person_id)::int, max(recorded_at)
    from lately where town is not null group by by_person, town
    having count(distinct person_id) >= ${terms.sameTown}
    union all
    select by_person, max(account_id::text)::uuid, kin, min(town), count(distinct person_id)::int, max(recorded_at)
    from lately where kin is not null group by by_person, kin
    union all
    select by_person, max(account_id::text)::uuid, 'without-matter', null, count(*)::int, max(recorded_at)
    from lately where not is_open group by by_person
    having count(*) >= ${terms.withoutMatter}
    order by last_at desc, what`.execute(tx.db)
  return rows.map((row) => ({
    personId: row.by_person,
    accountId: row.account_id,
    what: row.what as RevealAlert['what'],
    town: row.town,
    count: row.count,
    lastAt: row.last_at,
  }))
}

export type Revealer = {
  readonly accountId: string
  readonly total: number
  readonly outsideHours: number
  readonly mostInADay: number
}

const LOOKED_AT_DAYS = 30
const MOST_PEOPLE = 200

/** How often each account revealed within the last days, most first. */
export async function listRevealers(tx: Tx, terms: RevealTerms): Promise<Revealer[]> {
  const { rows } = await sql<{ account_id: string; total: number; outside: number; most: number }>`
    select account_id, sum(count)::int as total, sum(outside)::int as outside, max(count)::int as most
    from (
      select account_id, (recorded_at at time zone 'Asia/Shanghai')::date as day, count(*) as count,
        count(*) filter (where ${outside(terms)}) as outside
      from record.acts
      where district = ${tx.district} and ${revealing} and account_id is not null
        and recorded_at > now() - make_interval(days => ${LOOKED_AT_DAYS})
      group by 1, 2) as days
    group by 1 order by total desc, account_id limit ${MOST_PEOPLE}`.execute(tx.db)
  return rows.map((row) => ({
    accountId: row.account_id,
    total: row.total,
    outsideHours: row.outside,
    mostInADay: row.most,
  }))
}

export type ReadOf = {
  readonly id: string
  readonly at: Date
  readonly accountId: string
  readonly aboutKind: MatterKind | null
}

/** When a person was read of, by whom and for what kind of matter, the newest first. */
export async function listReadingsOfPerson(tx: Tx, personId: string, limit: number): Promise<ReadOf[]> {
  const { rows } = await sql<{ id: string; at: Date; account_id: string; about_kind: string | null }>`
    select act_id as id, business_at as at, account_id, about_kind from record.reveals
    where district = ${tx.district} and person_id = ${personId} order by act_id desc limit ${limit}`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    accountId: row.account_id,
    aboutKind: row.about_kind as MatterKind | null,
  }))
}

/** When papers of these records were printed with numbers in full, and by whom, the newest first. */
export async function listFullPrintsOf(
  tx: Tx,
  subjectIds: readonly string[],
  limit: number,
): Promise<{ id: string; at: Date; accountId: string }[]> {
  if (subjectIds.length === 0) return []
  const { rows } = await sql<{ id: string; at: Date; accountId: string }>`
    select id, business_at as at, account_id as "accountId" from record.acts
    where district = ${tx.district} and subject_id = any(${[...subjectIds]}::uuid[])
      and act = 'paper.printed-in-full' and account_id is not null
    order by id desc limit ${limit}`.execute(tx.db)
  return rows
}
