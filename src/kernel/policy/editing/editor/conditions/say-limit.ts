import type { Sentence } from '../../../../../platform/contract/public.ts'
import { sayYuan } from '../../../deciding/words.ts'
import { RULES } from '../../../packs/limit.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { sayFamilies } from '../family-names.ts'
import { sayParameter, type Speaking } from '../sentences/say.ts'
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

/** A limit as a sentence: 职业培训补贴、失业保险技能提升补贴合计,每个自然年最多 3 次. */
export function sayLimit(limit: Limit, speaking: Speaking): Sentence {
  const kind = windowKindOf(limit)
  const over = sayFamilies(limit.over, speaking.families)
  const window = kind === '' ? { zh: '', en: '' } : { zh: words.windows[kind].zh, en: ` in ${words.windows[kind].en}` }
  const rule = sayRule(limit, window, speaking)
  const beyond = limit.beyond ? words.beyonds[limit.beyond] : undefined
  return {
    zh: `${over.zh} 合计,${rule.zh}${beyond ? `;${words.beyond.zh}${beyond.zh}` : ''}`,
    en: `over ${over.en}: ${rule.en}${beyond ? `; beyond that ${beyond.en}` : ''}`,
  }
}

function sayRule(limit: Limit, window: Sentence, speaking: Speaking): Sentence {
  if (limit.noLowerLevel) return words.rules.noLowerLevel
  if (limit.once) {
    const same = limit.once.map((each) => words.sameness[each])
    return {
      zh: `同一${same.map(({ zh }) => zh).join('、')}${window.zh}只享受一次`,
      en: `once for the same ${same.map(({ en }) => en).join(' and ')}${window.en}`,
    }
  }
  const most = limit.count ?? limit.sum
  const said = sayMost(most, ruleOf(limit), speaking)
  const times = limit.count === undefined ? '' : ' 次'
  return {
    zh: `${window.zh}最多 ${said.zh}${times}`,
    en: `at most ${said.en}${limit.count === undefined ? '' : ' times'}${window.en}`,
  }
}

function sayMost(most: Limit['count'], rule: Rule, speaking: Speaking): Sentence {
  if (typeof most === 'object') {
    const { zh, en } = sayParameter(most.parameter, speaking)
    return { zh: `“${zh}”`, en: `“${en}”` }
  }
  if (rule === 'sum' && typeof most === 'number') return sayYuan(BigInt(most))
  return { zh: String(most), en: String(most) }
}
