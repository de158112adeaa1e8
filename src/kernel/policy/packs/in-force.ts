import { Problem } from '../../../platform/contract/public.ts'
import { addDays, type CivilDate, civilDate } from '../../values/public.ts'
import type { Moment } from '../facts/facts.ts'
import type { SchemePack } from './pack.ts'

/** The dates known of one case. `training` is the day the class began: later classes follow a later version. */
export type DecidingDates = Partial<Readonly<Record<Moment, CivilDate>>>

/** Anything that carries a pack: its file, its stored row. */
type Carrying = { readonly pack: SchemePack }

/** The last day of a version: its own, or the day before another version begins in its place, whichever is sooner. */
export function lastDayOf(pack: SchemePack, versions: readonly Carrying[]): CivilDate | undefined {
  const ends = versions.flatMap(({ pack: other }) =>
    other.scheme === pack.scheme && other.replaces?.versions.includes(pack.version)
      ? [addDays(civilDate(other.inForce.from), -1)]
      : [],
  )
  if (pack.inForce.to !== undefined) ends.push(civilDate(pack.inForce.to))
  return ends.sort()[0]
}

/** Whether a day lies between a version's first and last. */
export function isInForceOn(pack: SchemePack, on: CivilDate, versions: readonly Carrying[]): boolean {
  const last = lastDayOf(pack, versions)
  return pack.inForce.from <= on && (last === undefined || on <= last)
}

/** Whether the version is the one for these dates: its own deciding moment falls between its first and last day. */
function isInForce(pack: SchemePack, dates: DecidingDates, versions: readonly Carrying[]): boolean {
  const on = dates[pack.inForce.by]
  if (on === undefined || (pack.corrects && on < pack.corrects.from)) return false
  return isInForceOn(pack, on, versions)
}

/** Versions in force on one day, without those that another of them corrects. */
function withoutCorrected<T extends Carrying>(found: readonly T[]): readonly T[] {
  const corrected = new Set(found.flatMap(({ pack }) => pack.corrects?.versions ?? []))
  return found.filter(({ pack }) => !corrected.has(pack.version))
}

/** The version of a scheme that decides; undefined where none is in force. Two at once is a contradiction, never a choice. */
export function versionInForce<T extends Carrying>(
  versions: readonly T[],
  scheme: string,
  dates: DecidingDates,
): T | undefined {
  const own = versions.filter(({ pack }) => pack.scheme === scheme)
  const found = withoutCorrected(own.filter(({ pack }) => isInForce(pack, dates, own)))
  if (found.length > 1) {
    const names = found.map(({ pack }) => pack.version).join(', ')
    throw new Problem(
      'conflict',
      {
        zh: `政策“${scheme}”同一天有 ${found.length} 个版本施行(${names}),请先订正施行日期`,
        en: `${found.length} versions of ${scheme} are in force on one day (${names}): correct their dates first`,
      },
      { code: 'two-versions-in-force' },
    )
  }
  return found[0]
}

/** The version in force of every scheme that answers to a kind of recorded fact in these regions (a county and those above it). */
export function schemesAnswering<T extends Carrying>(
  versions: readonly T[],
  event: { readonly trigger: string; readonly regions: readonly string[]; readonly dates: DecidingDates },
): T[] {
  const own = versions.filter(({ pack }) => pack.trigger === event.trigger && event.regions.includes(pack.region))
  const schemes = new Set(own.map(({ pack }) => pack.scheme))
  return [...schemes].flatMap((scheme) => versionInForce(own, scheme, event.dates) ?? [])
}
