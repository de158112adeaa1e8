import { readFileSync } from 'node:fs'
import type { Db } from '../../platform/db/public.ts'
import { numberOfLevel, rankOf, SKILL_LEVELS, levelShortName } from '../values/public.ts'
import { occupationId } from './ids.ts'
import { saveOccupations } from './store.ts'

type DivisionEntry = {
  code: string | null
  name_zh: string
  name_en: string
  kind: string
  parent: string | null
  demonstration?: boolean
}
type CalendarEntry = { date: string; kind: 'holiday' | 'workday'; name: string }
type OccupationEntry = { code: string | null; name_zh: string; name_en: string; trade_zh?: string; verified: boolean }
type CodeEntry = { code: string; name_zh: string; name_en: string; synonyms?: string[] }

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8')) as T

/** Loads the reference data that ships with the platform; running it again changes nothing. */
export async function loadReference(db: Db): Promise<void> {
  const { divisions } = read<{ divisions: DivisionEntry[] }>('divisions')
  const upper = divisions.filter((d) => ['province', 'city', 'county'].includes(d.kind))
  const depth = { province: 0, city: 1, county: 2 } as Record<string, number>
  for (const division of upper.sort((a, b) => depth[a.kind]! - depth[b.kind]!)) {
    await db
      .insertInto('reference.divisions')
      .values({
        code: division.code!,
        name_zh: division.name_zh,
        name_en: division.name_en,
        kind: division.kind,
        parent_code: division.parent,
      })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .execute()
  }
  const towns = divisions.filter((d) => depth[d.kind] === undefined)
  await db
    .insertInto('reference.towns')
    .values(
      towns.map((t) => ({
        division_code: t.parent!,
        name_zh: t.name_zh,
        name_en: t.name_en,
        kind: t.kind,
        code: t.code,
      })),
    )
    .onConflict((conflict) => conflict.columns(['division_code', 'name_zh']).doNothing())
    .execute()
  await db
    .insertInto('reference.skill_levels')
    .values(
      SKILL_LEVELS.map((level) => {
        const name = levelShortName(level)
        const number = numberOfLevel(level)
        return {
          code: level,
          rank: rankOf(level),
          name_zh: name.zh,
          name_en: name.en,
          certificate_digit: number === null ? null : String(number),
        }
      }),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
  const { edition, occupations } = read<{ edition: number; occupations: OccupationEntry[] }>('occupations')
  await saveOccupations(
    db,
    occupations.map((o) => ({
      id: occupationId(edition, o.name_zh, o.trade_zh),
      edition,
      code: o.code,
      nameZh: o.name_zh,
      nameEn: o.name_en,
      tradeZh: o.trade_zh ?? '',
      verified: o.verified,
    })),
  )
  const { days, notices } = read<{ days: CalendarEntry[]; notices: { year: number; title: string }[] }>(
    'calendar-2022-2026',
  )
  await db
    .insertInto('reference.calendar_days')
    .values(
      days.map((d) => ({
        day: d.date,
        kind: d.kind,
        name_zh: d.name,
        source: notices.find((notice) => notice.year === Number(d.date.slice(0, 4)))?.title ?? '',
      })),
    )
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute()
  const lists = read<Record<string, CodeEntry[]>>('code-lists')
  const codes = Object.entries(lists).flatMap(([list, entries]) =>
    entries.map((entry, position) => ({
      list,
      code: entry.code,
      position,
      name_zh: entry.name_zh,
      name_en: entry.name_en,
      synonyms: entry.synonyms ?? [],
    })),
  )
  await db
    .insertInto('reference.code_lists')
    .values(codes)
    .onConflict((conflict) => conflict.columns(['list', 'code']).doNothing())
    .execute()
}
