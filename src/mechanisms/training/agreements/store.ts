import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { civilDate, type SkillLevel } from '../../../kernel/values/public.ts'
import type { AgreementInForce } from './rules.ts'

export type AgreementRow = Omit<AgreementInForce, 'items'> & {
  readonly organisationId: string
  readonly document: string
  readonly items: readonly {
    readonly id: string
    readonly occupationId: string
    readonly highestLevel: SkillLevel
    readonly siteId: string
  }[]
}

type Header = {
  id: string
  organisation_id: string
  number: string
  from_date: string
  to_date: string
  document: string
}

const headers = (tx: Tx) =>
  tx.db
    .selectFrom('training.agreements as a')
    .select(['a.id', 'a.organisation_id', 'a.number', 'a.from_date', 'a.to_date', 'a.document'])
    .where('a.district', '=', tx.district)

async function withItems(tx: Tx, rows: readonly Header[]): Promise<AgreementRow[]> {
  if (rows.length === 0) return []
  const items = await tx.db
    .selectFrom('training.agreement_items')
    .select(['id', 'agreement_id', 'occupation_id', 'highest_level', 'site_id'])
    .where('district', '=', tx.district)
    .where(
      'agreement_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    number: row.number,
    fromDate: civilDate(row.from_date),
    toDate: civilDate(row.to_date),
    document: row.document,
    items: items
      .filter((item) => item.agreement_id === row.id)
      .map((item) => ({
        id: item.id,
        occupationId: item.occupation_id,
        highestLevel: item.highest_level as SkillLevel,
        siteId: item.site_id,
      })),
  }))
}

export type AgreementFilter = {
  readonly organisationId?: string | undefined
  readonly occupationId?: string | undefined
  readonly inForceOn?: string | undefined
}

/** Agreements, newest first, paged by id. */
export async function listAgreements(
  tx: Tx,
  filter: AgreementFilter,
  page: { after?: string | undefined; limit: number },
): Promise<AgreementRow[]> {
  let query = headers(tx)
  const { organisationId, occupationId, inForceOn } = filter
  if (organisationId) query = query.where('a.organisation_id', '=', organisationId)
  if (inForceOn) query = query.where('a.from_date', '<=', inForceOn).where('a.to_date', '>=', inForceOn)
  if (occupationId) {
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('training.agreement_items as i')
          .select(sql`1`.as('one'))
          .where('i.district', '=', tx.district)
          .whereRef('i.district', '=', 'a.district')
          .whereRef('i.agreement_id', '=', 'a.id')
          .where('i.occupation_id', '=', occupationId),
      ),
    )
  }
  if (page.after) query = query.where('a.id', '<', page.after)
  return withItems(tx, await query.orderBy('a.id', 'desc').limit(page.limit).execute())
}

export async function findAgreement(tx: Tx, id: string): Promise<AgreementRow | undefined> {
  return (await withItems(tx, await headers(tx).where('a.id', '=', id).execute()))[0]
}

/** Every agreement of a provider, oldest first. */
export async function listAgreementsOf(tx: Tx, organisationId: string): Promise<AgreementRow[]> {
  return withItems(
    tx,
    await headers(tx).where('a.organisation_id', '=', organisationId).orderBy('a.from_date').orderBy('a.id').execute(),
  )
}

export async function insertAgreement(tx: Tx, agreement: AgreementRow, madeAt: Date): Promise<void> {
  await tx.db
    .insertInto('training.agreements')
    .values({
      district: tx.district,
      id: agreement.id,
      organisation_id: agreement.organisationId,
      number: agreement.number,
      from_date: agreement.fromDate,
      to_date: agreement.toDate,
      document: agreement.document,
      made_at: madeAt,
    })
    .execute()
  await tx.db
    .insertInto('training.agreement_items')
    .values(
      agreement.items.map((item) => ({
        district: tx.district,
        id: item.id,
        agreement_id: agreement.id,
        occupation_id: item.occupationId,
        highest_level: item.highestLevel,
        site_id: item.siteId,
      })),
    )
    .execute()
}

export type SiteRow = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly townZh: string
  readonly address: string
}
export type RoomRow = { readonly id: string; readonly siteId: string; readonly name: string; readonly seats: number }
export type InstructorRow = {
  readonly id: string
  readonly organisationId: string
  readonly personId: string
  readonly title: string
}

const sites = (tx: Tx) =>
  tx.db
    .selectFrom('training.sites')
    .select(['id', 'organisation_id as organisationId', 'name', 'town_zh as townZh', 'address'])
    .where('district', '=', tx.district)

const rooms = (tx: Tx) =>
  tx.db
    .selectFrom('training.rooms')
    .select(['id', 'site_id as siteId', 'name', 'seats'])
    .where('district', '=', tx.district)

const instructors = (tx: Tx) =>
  tx.db
    .selectFrom('training.instructors')
    .select(['id', 'organisation_id as organisationId', 'person_id as personId', 'title'])
    .where('district', '=', tx.district)

export async function listSitesOf(tx: Tx, organisationId: string): Promise<SiteRow[]> {
  return sites(tx).where('organisation_id', '=', organisationId).orderBy('id').execute()
}

export async function findSite(tx: Tx, id: string): Promise<SiteRow | undefined> {
  return sites(tx).where('id', '=', id).executeTakeFirst()
}

/** Sites by id; unknown ids are absent. */
export async function listSitesById(tx: Tx, ids: readonly string[]): Promise<Map<string, SiteRow>> {
  if (ids.length === 0) return new Map()
  const rows = await sites(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function insertSite(tx: Tx, site: SiteRow): Promise<void> {
  await tx.db
    .insertInto('training.sites')
    .values({
      district: tx.district,
      id: site.id,
      organisation_id: site.organisationId,
      name: site.name,
      town_zh: site.townZh,
      address: site.address,
    })
    .execute()
}

/** The rooms of these sites. */
export async function listRoomsAt(tx: Tx, siteIds: readonly string[]): Promise<RoomRow[]> {
  if (siteIds.length === 0) return []
  return rooms(tx)
    .where('site_id', 'in', [...siteIds])
    .orderBy('id')
    .execute()
}

/** Rooms by id; unknown ids are absent. */
export async function listRoomsById(tx: Tx, ids: readonly string[]): Promise<Map<string, RoomRow>> {
  if (ids.length === 0) return new Map()
  const found = await rooms(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(found.map((row) => [row.id, row]))
}

export async function insertRoom(tx: Tx, room: RoomRow): Promise<void> {
  await tx.db
    .insertInto('training.rooms')
    .values({ district: tx.district, id: room.id, site_id: room.siteId, name: room.name, seats: room.seats })
    .execute()
}

export async function listInstructorsOf(tx: Tx, organisationId: string): Promise<InstructorRow[]> {
  return instructors(tx).where('organisation_id', '=', organisationId).orderBy('id').execute()
}

/** Instructors by id; unknown ids are absent. */
export async function listInstructorsById(tx: Tx, ids: readonly string[]): Promise<Map<string, InstructorRow>> {
  if (ids.length === 0) return new Map()
  const found = await instructors(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(found.map((row) => [row.id, row]))
}

export async function insertInstructor(tx: Tx, instructor: InstructorRow): Promise<void> {
  await tx.db
    .insertInto('training.instructors')
    .values({
      district: tx.district,
      id: instructor.id,
      organisation_id: instructor.organisationId,
      person_id: instructor.personId,
      title: instructor.title,
    })
    .execute()
}
