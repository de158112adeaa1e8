import { addDays, type CivilDate, type ClosedPeriod } from '../../values/public.ts'

/** Something that says all there is about a time, for some families of subsidies. */
export type Cover = {
  readonly families: readonly string[]
  /** From the beginning where null. */
  readonly from: CivilDate | null
  readonly to: CivilDate
}

export type Gap = ClosedPeriod

/** Whether every day of a window is known about, for every family asked. */
export type Coverage<C extends Cover = Cover> =
  | { readonly kind: 'known'; readonly by: readonly C[] }
  /** Known from the window's first day to this one, and not after. */
  | {
      readonly kind: 'known-until'
      readonly until: CivilDate
      readonly gaps: readonly Gap[]
      readonly by: readonly C[]
    }
  | { readonly kind: 'unknown'; readonly gaps: readonly Gap[]; readonly by: readonly C[] }

/** What is known of a window, day by day: a day is known when it is for every one of the families. */
export function coverageOf<C extends Cover>(
  covers: readonly C[],
  families: readonly string[],
  window: ClosedPeriod,
): Coverage<C> {
  const gaps = merged(
    families.flatMap((family) =>
      gapsOf(
        covers.filter((each) => each.families.includes(family)),
        window,
      ),
    ),
  )
  const by = covers.filter((each) => each.families.some((family) => families.includes(family)) && touches(each, window))
  const first = gaps[0]
  if (!first) return { kind: 'known', by }
  if (first.from > window.from && gaps.length === 1 && first.to === window.to)
    return { kind: 'known-until', until: addDays(first.from, -1), gaps, by }
  return { kind: 'unknown', gaps, by }
}

function touches(cover: Cover, window: ClosedPeriod): boolean {
  return cover.to >= window.from && (cover.from === null || cover.from <= window.to)
}

/** The days of the window that none of the covers tells of. */
export function gapsOf(covers: readonly Pick<Cover, 'from' | 'to'>[], window: ClosedPeriod): Gap[] {
  const sorted = [...covers].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  const gaps: Gap[] = []
  let next = window.from
  for (const { from, to } of sorted) {
    if (next > window.to) break
    if (to < next) continue
    if (from !== null && from > next) gaps.push({ from: next, to: earlier(addDays(from, -1), window.to) })
    next = later(next, addDays(to, 1))
  }
  if (next <= window.to) gaps.push({ from: next, to: window.to })
  return gaps.filter((gap) => gap.from <= gap.to)
}

function merged(gaps: readonly Gap[]): Gap[] {
  const sorted = [...gaps].sort((a, b) => (a.from < b.from ? -1 : 1))
  const kept: { from: CivilDate; to: CivilDate }[] = []
  for (const gap of sorted) {
    const last = kept.at(-1)
    if (last && gap.from <= addDays(last.to, 1)) last.to = later(last.to, gap.to)
    else kept.push({ ...gap })
  }
  return kept
}

const earlier = (a: CivilDate, b: CivilDate) => (a < b ? a : b)
const later = (a: CivilDate, b: CivilDate) => (a > b ? a : b)
