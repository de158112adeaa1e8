import type { Db, Tx } from '../../platform/db/public.ts'
import { type CivilDate, civilDate, cityOf, divisionCode, type OfficialCalendar, yearOf } from '../values/public.ts'

export type District = {
  readonly district: number
  readonly divisionCode: string
  readonly nameZh: string
  readonly nameEn: string
  readonly demonstration: boolean
  readonly bureauZh: string
  readonly bureauEn: string
  readonly filingNumber: string
  readonly supervisionPhone: string
  readonly consultationPhone: string
}

/** Every district on this installation; known before any tenant query, so outside a district's fence. */
export async function listDistricts(db: Db): Promise<District[]> {
  const rows = await db
    .selectFrom('reference.districts as d')
    .innerJoin('reference.divisions as v', 'v.code', 'd.division_code')
    .select([
      'd.district',
      'd.division_code',
      'v.name_zh',
      'v.name_en',
      'd.demonstration',
      'd.bureau_zh',
      'd.bureau_en',
      'd.filing_number',
      'd.supervision_phone',
      'd.consultation_phone',
    ])
    .orderBy('d.district')
    .execute()
  return rows.map((row) => ({
    district: row.district,
    divisionCode: row.division_code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    demonstration: row.demonstration,
    bureauZh: row.bureau_zh,
    bureauEn: row.bureau_en,
    filingNumber: row.filing_number,
    supervisionPhone: row.supervision_phone,
    consultationPhone: row.consultation_phone,
  }))
}

export async function hasDivision(db: Db, code: string): Promise<boolean> {
  const row = await db.selectFrom('reference.divisions').select('code').where('code', '=', code).executeTakeFirst()
  return row !== undefined
}

export type NewCounty = {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly towns: readonly {
    readonly zh: string
    readonly en: string
    readonly kind: 'street' | 'town' | 'township'
  }[]
}

/** A county that does not come with the platform, under its city where that one is known. */
export async function saveCounty(db: Db, { code, zh, en, towns }: NewCounty): Promise<void> {
  const city = cityOf(divisionCode(code))
  const parent = (await hasDivision(db, city)) ? city : null
  await db
    .insertInto('reference.divisions')
    .values({ code, name_zh: zh, name_en: en, kind: 'county', parent_code: parent })
    .execute()
  await db
    .insertInto('reference.towns')
    .values(towns.map((town) => ({ division_code: code, name_zh: town.zh, name_en: town.en, kind: town.kind })))
    .execute()
}

export async function saveDistrict(db: Db, district: Omit<District, 'nameZh' | 'nameEn'>): Promise<void> {
  await db
    .insertInto('reference.districts')
    .values({
      district: district.district,
      division_code: district.divisionCode,
      demonstration: district.demonstration,
      bureau_zh: district.bureauZh,
      bureau_en: district.bureauEn,
      filing_number: district.filingNumber,
      supervision_phone: district.supervisionPhone,
      consultation_phone: district.consultationPhone,
    })
    .onConflict((conflict) => conflict.column('district').doNothing())
    .execute()
}

export type Town = {
  readonly nameZh: string
  readonly nameEn: string
  readonly kind: string
  readonly code: string | null
}

export async function listTowns(tx: Tx): Promise<Town[]> {
  const rows = await tx.db
    .selectFrom('reference.towns as t')
    .innerJoin('reference.districts as d', 'd.division_code', 't.division_code')
    .select(['t.name_zh', 't.name_en', 't.kind', 't.code'])
    .where('d.district', '=', tx.district)
    .orderBy('t.kind')
    .orderBy('t.name_zh')
    .execute()
  return rows.map((row) => ({ nameZh: row.name_zh, nameEn: row.name_en, kind: row.kind, code: row.code }))
}

export type Occupation = {
  readonly id: string
  readonly edition: number
  readonly code: string | null
  readonly nameZh: string
  readonly nameEn: string
  readonly tradeZh: string
  readonly verified: boolean
}

const occupations = (tx: Tx) => tx.db.selectFrom('reference.occupations').selectAll()

const occupationOf = (row: {
  id: string
  edition: number
  code: string | null
  name_zh: string
  name_en: string
  trade_zh: string
  verified: boolean
}): Occupation => ({
  id: row.id,
  edition: row.edition,
  code: row.code,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  tradeZh: row.trade_zh,
  verified: row.verified,
})

/** Occupations by name, edition by edition; `search` matches part of a name or code. */
export async function listOccupations(
  tx: Tx,
  options: { search?: string; limit: number; after?: string },
): Promise<Occupation[]> {
  let query = occupations(tx)
  if (options.search) {
    const pattern = `%${options.search.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((where) =>
      where.or([
        where('name_zh', 'like', pattern),
        where('name_en', 'ilike', pattern),
        where('code', 'like', pattern),
        where('trade_zh', 'like', pattern),
      ]),
    )
  }
  if (options.after) query = query.where('id', '>', options.after)
  return (await query.orderBy('id').limit(options.limit).execute()).map(occupationOf)
}

export async function findOccupation(tx: Tx, id: string): Promise<Occupation | undefined> {
  const row = await occupations(tx).where('id', '=', id).executeTakeFirst()
  return row && occupationOf(row)
}

/** Occupations by id; unknown ids are absent. */
export async function listOccupationsById(tx: Tx, ids: readonly string[]): Promise<Map<string, Occupation>> {
  if (ids.length === 0) return new Map()
  const rows = await occupations(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, occupationOf(row)]))
}

/** Adds occupations or corrects those with the same id. */
export async function saveOccupations(db: Pick<Db, 'insertInto'>, list: readonly Occupation[]): Promise<void> {
  for (let at = 0; at < list.length; at += 500) {
    await db
      .insertInto('reference.occupations')
      .values(
        list.slice(at, at + 500).map((o) => ({
          id: o.id,
          edition: o.edition,
          code: o.code,
          name_zh: o.nameZh,
          name_en: o.nameEn,
          trade_zh: o.tradeZh,
          verified: o.verified,
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((excluded) => ({
          code: excluded.ref('excluded.code'),
          name_zh: excluded.ref('excluded.name_zh'),
          name_en: excluded.ref('excluded.name_en'),
          verified: excluded.ref('excluded.verified'),
        })),
      )
      .execute()
  }
}

export type Code = {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly synonyms: readonly string[]
}

/** One of the code lists: `person-groups`, `education`, `training-kinds`, `certificate-kinds`, `funds`. */
export async function listCodes(tx: Tx, list: string): Promise<Code[]> {
  const rows = await tx.db
    .selectFrom('reference.code_lists')
    .selectAll()
    .where('list', '=', list)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ code: row.code, nameZh: row.name_zh, nameEn: row.name_en, synonyms: row.synonyms }))
}

export type CalendarDay = {
  readonly day: CivilDate
  readonly kind: 'holiday' | 'workday' | null
  readonly name: string
  readonly changedHere: boolean
}

/** The official calendar with this county's changes on top. */
export async function listCalendar(tx: Tx): Promise<CalendarDay[]> {
  const official = await tx.db
    .selectFrom('reference.calendar_days')
    .select(['day', 'kind', 'name_zh'])
    .orderBy('day')
    .execute()
  const changes = await tx.db
    .selectFrom('reference.calendar_changes')
    .select(['day', 'kind', 'reason'])
    .where('district', '=', tx.district)
    .orderBy('day')
    .orderBy('id', 'desc')
    .distinctOn('day')
    .execute()
  const days = new Map<string, CalendarDay>(
    official.map((row) => [
      row.day,
      { day: civilDate(row.day), kind: row.kind as 'holiday' | 'workday', name: row.name_zh, changedHere: false },
    ]),
  )
  for (const change of changes)
    days.set(change.day, {
      day: civilDate(change.day),
      kind: change.kind as CalendarDay['kind'],
      name: change.reason,
      changedHere: true,
    })
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The calendar working days are counted by. Years are those of the official days: a year without any has no answer. */
export async function officialCalendar(tx: Tx): Promise<OfficialCalendar> {
  const days = await listCalendar(tx)
  const exceptions = new Map(
    days.filter((day) => day.kind !== null).map((day) => [day.day, day.kind as 'holiday' | 'workday']),
  )
  return { years: [...new Set(days.filter((day) => !day.changedHere).map((day) => yearOf(day.day)))], exceptions }
}

export async function changeCalendarDay(
  tx: Tx,
  change: { id: string; day: string; kind: 'holiday' | 'workday' | null; reason: string; accountId: string },
): Promise<void> {
  await tx.db
    .insertInto('reference.calendar_changes')
    .values({
      district: tx.district,
      id: change.id,
      day: change.day,
      kind: change.kind,
      reason: change.reason,
      changed_by: change.accountId,
    })
    .execute()
}
