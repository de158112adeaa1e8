import type { Sentence } from '../../../platform/contract/public.ts'
import { formatYuan, isSkillLevel, levelName, type Rounding } from '../../values/public.ts'
import { type FactDefinition, type FactScalar, isRatio, type Moment, type Ratio } from '../facts/facts.ts'
import { isHistory } from '../limits/history.ts'
import { isBeside } from '../stacking/beside.ts'
import type { Operator, Span } from '../packs/condition.ts'

export const MOMENT_WORDS: Record<Moment, Sentence> = {
  enrolment: { zh: '报名时', en: 'at enrolment' },
  training: { zh: '参加培训时', en: 'at the time of training' },
  certificate: { zh: '取得证书时', en: 'when the certificate was issued' },
  claim: { zh: '申领时', en: 'at the claim' },
  due: { zh: '到期核发时', en: 'on the due date' },
}

export const NOT_RECORDED: Sentence = { zh: '尚无记录', en: 'not recorded yet' }

/** 1,000 元; the fen are said only where there are any. */
export function sayYuan(fen: bigint): Sentence {
  const text = formatYuan(fen).replace(/\.00$/, '')
  return { zh: `${text} 元`, en: `¥${text}` }
}

/** A share as a percentage with its parts: 45%(9/20); the sign 约 says that the percentage was cut short. */
function sayRatio(ratio: Ratio, bare: boolean): Sentence {
  const hundredths = (BigInt(ratio.numerator) * 10_000n) / BigInt(ratio.denominator)
  const exact = (BigInt(ratio.numerator) * 10_000n) % BigInt(ratio.denominator) === 0n
  const percent = `${hundredths / 100n}${hundredths % 100n === 0n ? '' : `.${(hundredths % 100n).toString().padStart(2, '0').replace(/0$/, '')}`}%`
  const parts = `${ratio.numerator}/${ratio.denominator}`
  if (bare && exact) return { zh: percent, en: percent }
  return {
    zh: `${exact ? '' : '约 '}${percent}(${parts})`,
    en: `${exact ? '' : 'about '}${percent} (${parts})`,
  }
}

/** A value as people say it: a code by its name, a level by its name, a number with its unit. */
export function sayValue(definition: FactDefinition, value: FactScalar, bare = false): Sentence {
  if (isRatio(value)) return sayRatio(value, bare)
  if (isHistory(value)) return { zh: `${value.receipts.length} 次`, en: String(value.receipts.length) }
  if (isBeside(value)) return { zh: `${value.beside.length} 项`, en: String(value.beside.length) }
  if (definition.codes) {
    const name = definition.codes[String(value)]
    if (name) return name
  }
  if (typeof value === 'string' && definition.type === 'level' && isSkillLevel(value)) return levelName(value)
  if (definition.type === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (definition.type === 'money') return sayYuan(BigInt(value))
  const unit = definition.unit
  return unit ? { zh: `${value} ${unit.zh}`, en: `${value} ${unit.en}` } : { zh: String(value), en: String(value) }
}

/** Figures stand apart from Chinese characters by a space; words do not. */
function spaced(text: string): string {
  return /^[\w¥-]/.test(text) ? ` ${text}` : text
}

/** What an operator asks, given what stands on its right-hand side. */
export function sayRequired(operator: Operator, definition: FactDefinition, operands: readonly Sentence[]): Sentence {
  const [a = { zh: '', en: '' }, b = { zh: '', en: '' }] = operands
  const date = definition.type === 'date'
  switch (operator) {
    case 'is':
      if (definition.type === 'boolean') return { zh: `为“${a.zh}”`, en: a.en }
      return { zh: `为${spaced(a.zh)}`, en: a.en }
    case 'oneOf':
      return {
        zh: operands.length === 1 ? `为${spaced(a.zh)}` : `为以下之一:${operands.map((o) => o.zh).join('、')}`,
        en: operands.length === 1 ? a.en : `one of ${operands.map((o) => o.en).join(', ')}`,
      }
    case 'atLeast':
      return date
        ? { zh: `不早于${spaced(a.zh)}`, en: `no earlier than ${a.en}` }
        : { zh: `不低于${spaced(a.zh)}`, en: `at least ${a.en}` }
    case 'atMost':
      return date
        ? { zh: `不晚于${spaced(a.zh)}`, en: `no later than ${a.en}` }
        : { zh: `不高于${spaced(a.zh)}`, en: `at most ${a.en}` }
    case 'between':
      return { zh: `在${spaced(a.zh)} 至${spaced(b.zh)} 之间`, en: `between ${a.en} and ${b.en}` }
    case 'within':
      return sayWithin(a, b)
    case 'known':
      return { zh: '有记录', en: 'on record' }
  }
}

const SPAN_WORDS: Record<Span, Sentence> = {
  days: { zh: '天', en: 'days' },
  workingDays: { zh: '个工作日', en: 'working days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
}

/** 12 个月 */
export function sayLength(span: Span, count: number): Sentence {
  return { zh: `${count} ${SPAN_WORDS[span].zh}`, en: `${count} ${SPAN_WORDS[span].en}` }
}

/** 在发证日期(2024-03-10)起 12 个月内 */
export function sayWithin(from: Sentence, length: Sentence): Sentence {
  return { zh: `在${spaced(from.zh)}起 ${length.zh}内`, en: `within ${length.en} of ${from.en}` }
}

/** …(最后一天不算) */
export function sayWithoutLastDay(within: Sentence): Sentence {
  return { zh: `${within.zh}(满期当日不算)`, en: `${within.en}, the last day left out` }
}

export function sayListed(list: Sentence): Sentence {
  return { zh: `列入“${list.zh}”`, en: `listed in ${list.en}` }
}

/** 例外规定“甲”与“乙”相互矛盾 */
export function sayContradiction(labels: readonly Sentence[]): Sentence {
  return {
    zh: `同时适用的例外规定${labels.map((label) => `“${label.zh}”`).join('与')}相互矛盾,须人工认定`,
    en: `the exceptions ${labels.map((label) => `“${label.en}”`).join(' and ')} both apply and disagree: people must settle it`,
  }
}

export function sayException(label: Sentence, inner: Sentence): Sentence {
  return { zh: `按例外规定“${label.zh}”:${inner.zh}`, en: `by the exception “${label.en}”: ${inner.en}` }
}

/** 个人出勤率为 45%(9/20); 证书与岗位是否匹配:是 */
export function sayHas(label: Sentence, value: Sentence): Sentence {
  if (value.zh === '是' || value.zh === '否') return { zh: `${label.zh}:${value.zh}`, en: `${label.en}: ${value.en}` }
  return { zh: `${label.zh}为${spaced(value.zh)}`, en: `${label.en} is ${value.en}` }
}

export function sayMet(has: Sentence, required: Sentence): Sentence {
  return { zh: `${has.zh},符合要求(${required.zh})`, en: `${has.en}, as required (${required.en})` }
}

export function sayNotMet(has: Sentence, required: Sentence): Sentence {
  return { zh: `${has.zh},要求${required.zh}`, en: `${has.en}, required is ${required.en}` }
}

/** 缺考,无技能成绩 */
export function sayNone(label: Sentence, why?: Sentence): Sentence {
  return {
    zh: `${why ? `${why.zh},` : ''}无${label.zh}`,
    en: `${why ? `${why.en}, so ` : ''}no ${label.en.toLowerCase()}`,
  }
}

export function sayUnknown(label: Sentence, why: Sentence): Sentence {
  return { zh: `${label.zh}待核实(${why.zh})`, en: `${label.en} is not known yet (${why.en})` }
}

export function sayExcluded(excluded: boolean, inner: Sentence): Sentence {
  return excluded
    ? { zh: `属于不予补贴的情形:${inner.zh}`, en: `excluded: ${inner.en}` }
    : { zh: `不属于不予补贴的情形:${inner.zh}`, en: `not excluded: ${inner.en}` }
}

/** Where a table of values has none for somebody: nobody can say. */
export function sayNoValue(table: Sentence, values: readonly Sentence[]): Sentence {
  return {
    zh: `“${table.zh}”中没有对应“${values.map((v) => v.zh).join('、')}”的一行,请补充`,
    en: `“${table.en}” has no row for ${values.map((v) => v.en).join(', ')}: add it`,
  }
}

export function sayNoRate(values: readonly Sentence[]): Sentence {
  return {
    zh: `补贴标准表中没有对应“${values.map((v) => v.zh).join('、')}”的标准`,
    en: `the table has no rate for ${values.map((v) => v.en).join(', ')}`,
  }
}

export const NO_AMOUNT: Sentence = { zh: '没有可以据以计算的数额', en: 'there is no amount to reckon with' }

export const SETTLED: Sentence = { zh: '首期时已认定', en: 'settled with the first instalment' }

export const NOT_TAKEN: Sentence = { zh: '不适用', en: 'does not apply' }

export function sayPercent(ratio: Ratio): Sentence {
  return sayRatio(ratio, true)
}

/** 25 元 × 90 课时 */
export function sayProduct(each: Sentence, count: Sentence): Sentence {
  return { zh: `${each.zh} × ${count.zh}`, en: `${each.en} × ${count.en}` }
}

/** 缴费月数超过 12、不超过 36 的部分 */
export function sayTier(label: Sentence, above: number | string, upTo: number | string | undefined): Sentence {
  const [over, under] = [`超过 ${above}`, `不超过 ${upTo}`]
  const zh = upTo === undefined ? over : above === 0 ? under : `${over}、${under}`
  const en = [...(above === 0 ? [] : [`above ${above}`]), ...(upTo === undefined ? [] : [`up to ${upTo}`])].join(
    ' and ',
  )
  return { zh: `${label.zh}${zh} 的部分`, en: `of ${label.en.toLowerCase()} those ${en}` }
}

/** 甲(乙) */
export function sayBeside(what: Sentence, more: Sentence): Sentence {
  return { zh: `${what.zh}(${more.zh})`, en: `${what.en} (${more.en})` }
}

/** 500 元 × 12 个月,即 6,000 元 */
export function sayReckoned(how: Sentence, sum: Sentence): Sentence {
  return { zh: `${sum.zh}(${how.zh})`, en: `${sum.en} (${how.en})` }
}

/** 2,000 元的 50% */
export function sayShare(of: Sentence, share: Sentence): Sentence {
  return { zh: `${of.zh}的 ${share.zh}`, en: `${share.en} of ${of.en}` }
}

export function sayAtLeast(sum: Sentence): Sentence {
  return { zh: `不低于 ${sum.zh}`, en: `at least ${sum.en}` }
}

export function sayAtMost(sum: Sentence): Sentence {
  return { zh: `不超过 ${sum.zh}`, en: `at most ${sum.en}` }
}

export function sayReceived(sum: Sentence): Sentence {
  return { zh: `已享受 ${sum.zh}`, en: `${sum.en} received before` }
}

const ROUNDED_TO: Readonly<Record<string, Sentence>> = {
  fen: { zh: '分', en: 'the fen' },
  'ten-fen': { zh: '角', en: 'ten fen' },
  yuan: { zh: '元', en: 'the yuan' },
  'ten-yuan': { zh: '十元', en: 'ten yuan' },
}

/** 不足 1 元; 不足十元 */
const unitOf = ({ zh }: Sentence) => (zh.startsWith('十') ? zh : ` 1 ${zh}`)

const ROUNDED: Readonly<Record<string, (to: Sentence) => Sentence>> = {
  'half-up': (to) => ({ zh: `四舍五入到${to.zh}`, en: `rounded half up to ${to.en}` }),
  down: (to) => ({ zh: `舍去不足${unitOf(to)}的部分`, en: `rounded down to ${to.en}` }),
  up: (to) => ({ zh: `不足${unitOf(to)}的按${unitOf(to)}计`, en: `rounded up to ${to.en}` }),
}

export function sayRounding(rounding: Rounding): Sentence {
  const [way = '', to = ''] = rounding.split('-to-')
  return ROUNDED[way]!(ROUNDED_TO[to]!)
}

/** Sentences joined as the clauses of one. */
export function joined(sentences: readonly Sentence[]): Sentence {
  return { zh: sentences.map((s) => s.zh).join(';'), en: sentences.map((s) => s.en).join('; ') }
}

/** The sentences of a whole answer, for a resident. */
export const ANSWER_WORDS = {
  eligible: (amount: Sentence): Sentence => ({
    zh: `符合补贴条件,拟补贴金额 ${amount.zh}。`,
    en: `Eligible. Amount proposed: ${amount.en}.`,
  }),
  subtracted: (value: Sentence, subtracted: Sentence, effective: Sentence): Sentence => ({
    zh: `核定 ${value.zh},扣减 ${subtracted.zh},实际拟补贴 ${effective.zh}。`,
    en: `Assessed ${value.en}, less ${subtracted.en}, leaves ${effective.en}.`,
  }),
  step: (label: Sentence, amount: Sentence, cite: Sentence): Sentence => ({
    zh: `${label.zh}:${amount.zh}(依据${cite.zh})。`,
    en: `${label.en}: ${amount.en} (${cite.en}).`,
  }),
  ineligible: (count: number): Sentence => ({
    zh: `不予补贴,原因共 ${count} 项:`,
    en: `Not eligible, for ${count} reason${count === 1 ? '' : 's'}:`,
  }),
  paused: (sentence: Sentence): Sentence => ({ zh: `${sentence.zh}:`, en: `${sentence.en}:` }),
  stands: (label: Sentence, sentence: Sentence, cite: Sentence): Sentence => ({
    zh: `${label.zh}:${sentence.zh}(依据${cite.zh})。`,
    en: `${label.en}: ${sentence.en} (${cite.en}).`,
  }),
  alsoUnknown: (count: number): Sentence => ({
    zh: `另有 ${count} 项待核实:`,
    en: `Not known yet besides: ${count}:`,
  }),
  reason: (index: number, label: Sentence, sentence: Sentence, cite: Sentence): Sentence => ({
    zh: `${index}. ${label.zh}:${sentence.zh}(依据${cite.zh})。`,
    en: `${index}. ${label.en}: ${sentence.en} (${cite.en}).`,
  }),
  unknown: (count: number): Sentence => ({
    zh: `待核实:尚缺 ${count} 项信息,收到后即可得出结论。`,
    en: `Not known yet: ${count} thing${count === 1 ? ' is' : 's are'} missing, and would settle it.`,
  }),
  need: (index: number, label: Sentence, why: Sentence, from: Sentence): Sentence => ({
    zh: `${index}. ${label.zh}(${why.zh}),以${from.zh}为准。`,
    en: `${index}. ${label.en} (${why.en}), from ${from.en}.`,
  }),
  contradiction: (label: Sentence, sentence: Sentence, cite: Sentence): Sentence => ({
    zh: `${label.zh}:${sentence.zh}(依据${cite.zh})。`,
    en: `${label.en}: ${sentence.en} (${cite.en}).`,
  }),
  notApplicable: (title: Sentence): Sentence => ({
    zh: `不适用“${title.zh}”:`,
    en: `${title.en} does not apply:`,
  }),
  placeholder: {
    zh: '注:所依据的标准或条款为示例,须以本地正式文件为准。',
    en: 'Note: a rate or clause relied on is an example, until the local document is published.',
  } satisfies Sentence,
}
