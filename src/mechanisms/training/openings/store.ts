import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

/** A class the public may still come to: filed, not yet over. Names nobody. */
export type Opening = {
  readonly id: string
  readonly occupationZh: string
  readonly occupationEn: string
  readonly level: string
  readonly townZh: string
  readonly site: string
  readonly provider: string
  readonly startsOn: string
  readonly endsOn: string
  readonly placesLeft: number
}

/** The soonest first, paged by the last one's start and id (`YYYY-MM-DD_uuid`). */
export async function listOpenings(
  tx: Tx,
  options: { today: string; limit: number; after?: string },
): Promise<Opening[]> {
  const [afterDay, afterId] = (options.after ?? '').split('_')
  const { rows } = await sql<{
    id: string
    occupation_zh: string
    occupation_en: string
    level: string
    town_zh: string
    site: string
    provider: string
    starts_on: string
    ends_on: string
    places_left: number
  }>`
    select c.id, o.name_zh as occupation_zh, o.name_en as occupation_en, c.level, s.town_zh, s.name as site, p.name as provider,
           c.starts_on, c.ends_on,
           greatest(0, c.capacity - (select count(*)::int from training.enrolments e
                                     where e.district = c.district and e.roster_import_id = c.roster_import_id)) as places_left
    from training.classes c
    join reference.occupations o on o.id = c.occupation_id
    join training.sites s on s.district = c.district and s.id = c.site_id
    join people.organisations p on p.district = c.district and p.id = c.organisation_id
    where c.district = ${tx.district} and c.status = 'filed' and c.ends_on >= ${options.today}::date
      and (${afterDay === ''} or (c.starts_on, c.id) > (${afterDay || '0001-01-01'}::date, ${afterId ?? '00000000-0000-0000-0000-000000000000'}::uuid))
    order by c.starts_on, c.id
    limit ${options.limit}`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    occupationZh: row.occupation_zh,
    occupationEn: row.occupation_en,
    level: row.level,
    townZh: row.town_zh,
    site: row.site,
    provider: row.provider,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    placesLeft: row.places_left,
  }))
}
