import type { Sentence } from '../../../platform/contract/public.ts'
import { type CivilDate, civilDateOf, isCivilDate } from '../../values/public.ts'
import { FACT_DICTIONARY } from './dictionary.ts'
import { type Facts, type FactValue, unknown } from './facts.ts'

const notYet = (date: string): Sentence => ({
  zh: `所记日期 ${date} 还没有到,请核对`,
  en: `it is dated ${date}, which has not come yet: check it`,
})

/**
 * What is known by now: a fact that was recorded as of a later day, or that is itself a later day, is not known yet,
 * and says so. Nothing is paid on a day to come.
 */
export function knownBy(facts: Facts, now: Date): Facts {
  const today = civilDateOf(now)
  const entries = Object.entries(facts).map(([slot, value]): [string, FactValue] => {
    const later = laterDay(slot, value, today)
    return [slot, later === undefined ? value : unknown(notYet(later), { source: value.source, asOf: value.asOf })]
  })
  return Object.fromEntries(entries)
}

function laterDay(slot: string, value: FactValue, today: CivilDate): string | undefined {
  const asOf = /^\d{4}-\d{2}-\d{2}T/.test(value.asOf) ? civilDateOf(new Date(value.asOf)) : value.asOf
  if (asOf > today) return asOf
  const type = FACT_DICTIONARY.get(slot.split('@')[0]!)?.type
  if (value.state !== 'known' || typeof value.value !== 'string') return undefined
  // A scheme's own fact that is written like a day is one.
  if (type === undefined ? !isCivilDate(value.value) : type !== 'date') return undefined
  return value.value > today ? value.value : undefined
}
