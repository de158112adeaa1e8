import type { Sentence } from '../../../../../platform/contract/public.ts'
import { sayYuan } from '../../../deciding/words.ts'
import { RULES } from '../../../packs/limit.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { words } from './words.ts'

export type Limit = NonNullable<PackDocument['limits']>[number]
export type Rule = (typeof RULES)[number]

export const ruleOf = (limit: Limit): Rule => RULES.find((rule) => limit[rule] !== undefined) ?? 'count'

export const WINDOWS = ['calendarYear', 'lifetime', 'months', 'period'] as const
export type WindowKind = (typeof WINDOWS)[number]

export function windowKindOf({ window }: Limit): WindowKind | '' {
  if (window === undefined) return ''
  if (typeof window === 'string') return window
  return 'months' in window ? 'months' : 'period'
}

/** A limit as a sentence: TRAINING,次数,最多 3,每个自然年. */
export function sayLimit(limit: Limit): Sentence {
  const rule = ruleOf(limit)
  const kind = windowKindOf(limit)
  const parts = [
    plainly(limit.over.join('、')),
    words.rules[rule],
    ...sayMost(limit.count ?? limit.sum, rule),
    ...(limit.once ?? []).map((each) => words.sameness[each]),
    ...(kind === '' ? [] : [words.windows[kind]]),
    ...(limit.beyond ? [words.beyonds[limit.beyond]] : []),
  ]
  return { zh: parts.map(({ zh }) => zh).join(','), en: parts.map(({ en }) => en).join(', ') }
}

const plainly = (text: string): Sentence => ({ zh: text, en: text })

function sayMost(most: Limit['count'] | Limit['sum'], rule: Rule): Sentence[] {
  if (most === undefined) return []
  const said =
    typeof most === 'object'
      ? plainly(`“${most.parameter}”`)
      : rule === 'sum' && typeof most === 'number'
        ? sayYuan(BigInt(most))
        : plainly(String(most))
  return [{ zh: `${words.most.zh} ${said.zh}`, en: `${words.most.en} ${said.en}` }]
}
