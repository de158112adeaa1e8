import type { Sentence } from '../../../../../platform/contract/public.ts'
import { addDays, civilDate, isCivilDate } from '../../../../values/public.ts'

export type Dated = { readonly from: string; readonly to?: string | undefined }

/** Something about the dates of a value: where it stands among its entries, and what to do. A gap only matters if somebody is decided about on such a day. */
export type DateFault = { readonly index: number; readonly grave: boolean; readonly sentence: Sentence }

/** The days of which a scheme decides. */
export type InForce = { readonly from: string; readonly to?: string | undefined }

/** What is wrong with the dates of a value's entries: no date, an end before the beginning, two on one day, days without a value, days with two. */
export function dateFaults(entries: readonly Dated[], inForce: InForce): DateFault[] {
  const wrong = entries.flatMap((entry, index) =>
    datesOf(entry).map((sentence): DateFault => ({ index, grave: true, sentence })),
  )
  if (wrong.length > 0) return wrong
  const sorted = entries
    .map((entry, index) => ({ ...entry, index }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.index - b.index))
  return [...outside(sorted, inForce), ...sorted.flatMap((entry, at) => between(entry, sorted[at + 1]))]
}

function datesOf({ from, to }: Dated): Sentence[] {
  const isDate = (text: string) => isCivilDate(text)
  const wrong = [from, to].filter((text): text is string => text !== undefined && !isDate(text))
  if (wrong.length > 0)
    return wrong.map((text) =>
      text === ''
        ? { zh: '还没有填从哪一天起,请填日期', en: 'there is no date yet: type one' }
        : { zh: `“${text}”不是日期,应写成 2022-01-01`, en: `“${text}” is no date: write it like 2022-01-01` },
    )
  const wrongEnd = to === undefined ? undefined : endBeforeBegin(from, to)
  return wrongEnd ? [wrongEnd] : []
}

/** A time that ends before it begins. */
export function endBeforeBegin(from: string, to: string): Sentence | undefined {
  if (to >= from) return undefined
  return {
    zh: `止日 ${to} 早于起日 ${from},请改其中一个`,
    en: `it ends on ${to}, before it begins on ${from}: change one of them`,
  }
}

function outside(sorted: readonly (Dated & { index: number })[], inForce: InForce): DateFault[] {
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last || !isCivilDate(inForce.from)) return []
  const faults: DateFault[] = []
  if (first.from > inForce.from)
    faults.push({
      index: first.index,
      grave: false,
      sentence: {
        zh: `政策自 ${inForce.from} 起施行,这里 ${dayBefore(first.from)} 以前没有值`,
        en: `the scheme is in force from ${inForce.from}; before ${first.from} there is no value`,
      },
    })
  if (last.to !== undefined && (inForce.to === undefined || last.to < inForce.to))
    faults.push({
      index: last.index,
      grave: false,
      sentence: { zh: `${last.to} 以后没有值`, en: `after ${last.to} there is no value` },
    })
  return faults
}

function between(entry: Dated & { index: number }, next: (Dated & { index: number }) | undefined): DateFault[] {
  if (!next) return []
  if (entry.from === next.from)
    return [
      {
        index: next.index,
        grave: true,
        sentence: {
          zh: `自 ${next.from} 起有两个值,请删除或改日期`,
          en: `two values begin on ${next.from}: remove one or change its date`,
        },
      },
    ]
  if (entry.to === undefined) return []
  if (entry.to >= next.from)
    return [
      {
        index: entry.index,
        grave: false,
        sentence: {
          zh: `写到 ${entry.to} 为止,但自 ${next.from} 起已有新值:${next.from} 起按新值`,
          en: `it says until ${entry.to}, but a new value begins on ${next.from}, and holds from then`,
        },
      },
    ]
  if (dayAfter(entry.to) < next.from)
    return [
      {
        index: next.index,
        grave: false,
        sentence: {
          zh: `${dayAfter(entry.to)} 至 ${dayBefore(next.from)} 没有值`,
          en: `from ${dayAfter(entry.to)} to ${dayBefore(next.from)} there is no value`,
        },
      },
    ]
  return []
}

const dayAfter = (date: string) => addDays(civilDate(date), 1)
const dayBefore = (date: string) => addDays(civilDate(date), -1)

/** One more entry from a day on, beginning as the one before it; an end that reaches into it is cut to the day before. */
export function withEntryFrom<T extends Dated>(entries: readonly T[], from: string): T[] {
  const before =
    [...entries].sort((a, b) => (a.from < b.from ? -1 : 1)).findLast((each) => each.from <= from) ?? entries[0]
  if (!before) return [...entries]
  const { to: _, ...rest } = before
  const added = { ...rest, from } as T
  const cut = entries.map((each) =>
    each === before && each.to !== undefined && each.to >= from && each.from < from
      ? { ...each, to: dayBefore(from) }
      : each,
  )
  return inOrderOfDates([...cut, added])
}

export function inOrderOfDates<T extends Dated>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** 2022-01-01 起, until what comes next */
export function sayEntry(entry: Dated, next: Dated | undefined): Sentence {
  if (entry.to !== undefined) return { zh: `${entry.from} 至 ${entry.to}`, en: `${entry.from} to ${entry.to}` }
  if (next)
    return {
      zh: `${entry.from} 至 ${isCivilDate(next.from) ? dayBefore(next.from) : '?'}`,
      en: `${entry.from} to ${isCivilDate(next.from) ? dayBefore(next.from) : '?'}`,
    }
  return { zh: `${entry.from} 起`, en: `from ${entry.from}` }
}
