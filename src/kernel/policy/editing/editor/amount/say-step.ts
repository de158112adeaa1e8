import type { Sentence } from '../../../../../platform/contract/public.ts'
import * as said from '../../../deciding/words.ts'
import { isRatio } from '../../../facts/facts.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { STEP_KINDS, type StepKind } from '../../../packs/amount.ts'
import { headOf } from '../grid/axes.ts'
import { factsOf, sayFact, sayParameter, sayPart, type Speaking } from '../sentences/say.ts'

export type WrittenStep = NonNullable<PackDocument['amount']['steps']>[number]
export type WrittenMoney = NonNullable<WrittenStep['fixed']>
/** An amount that is written, a fact or a value by its name: not reckoned from others. */
export type PlainMoney = NonNullable<WrittenStep['subtract']>
export type WrittenShare = NonNullable<WrittenStep['share']>['ratio']

export const kindOfStep = (step: WrittenStep): StepKind =>
  STEP_KINDS.find((kind) => step[kind] !== undefined) ?? 'fixed'

/** A step of the amount as a sentence, with what it waits for. */
export function sayStep(step: WrittenStep, speaking: Speaking): Sentence {
  const taken = sayTaken(step, speaking)
  if (!step.when) return taken
  const when = sayPart(step.when, speaking)
  return { zh: `${when.zh}的:${taken.zh}`, en: `where ${when.en}: ${taken.en}` }
}

function sayTaken(step: WrittenStep, speaking: Speaking): Sentence {
  const { table, fixed, rate, share, uplift, times, atLeast, atMost, round, subtract } = step
  const money = (held: WrittenMoney) => sayMoney(held, speaking)
  const part = (ratio: WrittenShare) => sayShare(ratio, speaking)
  if (table) return behind('加', 'plus', sayTable(table, speaking))
  if (fixed !== undefined) return behind('加', 'plus', money(fixed))
  if (rate) return behind('加', 'plus', money({ rate }))
  if (share) return behind('加', 'plus', money({ share }))
  if (uplift) return rounded(behind('在前面的金额上增加', 'more by', part(uplift.ratio)), uplift.round)
  if (times) return rounded(behind('前面的金额乘以', 'times', part(times.ratio)), times.round)
  if (atLeast !== undefined) return said.sayAtLeast(money(atLeast))
  if (atMost !== undefined) return said.sayAtMost(money(atMost))
  if (round) return said.sayRounding(round)
  return subtract === undefined ? { zh: '…', en: '…' } : behind('减去', 'less', money(subtract))
}

const behind = (zh: string, en: string, what: Sentence): Sentence => ({
  zh: `${zh} ${what.zh}`,
  en: `${en} ${what.en}`,
})

function rounded(what: Sentence, by: Parameters<typeof said.sayRounding>[0]): Sentence {
  const how = said.sayRounding(by)
  return { zh: `${what.zh}(${how.zh})`, en: `${what.en} (${how.en})` }
}

export function isPlain(held: WrittenMoney): held is PlainMoney {
  return typeof held !== 'object' || held === null || 'fact' in held || 'parameter' in held
}

export function sayMoney(held: WrittenMoney, speaking: Speaking): Sentence {
  if (!isPlain(held)) return sayReckoned(held, speaking)
  if (typeof held === 'object')
    return 'fact' in held
      ? sayFact(held.fact, held.at, factsOf(speaking))
      : quoted(sayParameter(held.parameter, speaking))
  return typeof held === 'number' && Number.isSafeInteger(held)
    ? said.sayYuan(BigInt(held))
    : { zh: String(held), en: String(held) }
}

function sayReckoned(held: Exclude<WrittenMoney, PlainMoney>, speaking: Speaking): Sentence {
  if ('table' in held) return sayTable(held.table, speaking)
  if ('share' in held) {
    const { of, ratio, round } = held.share
    return rounded(said.sayShare(sayMoney(of, speaking), sayShare(ratio, speaking)), round)
  }
  const { fen, per, above, upTo } = held.rate
  const units = sayFact(per.fact, per.at, factsOf(speaking))
  const product = said.sayProduct(sayMoney(fen, speaking), units)
  if (above === undefined && upTo === undefined) return product
  const count = (each: typeof above) =>
    typeof each === 'object' ? `“${sayParameter(each.parameter, speaking).zh}”` : (each ?? undefined)
  return said.sayBeside(product, said.sayTier(units, count(above) ?? 0, count(upTo)))
}

export function sayShare(held: WrittenShare, speaking: Speaking): Sentence {
  if (isRatio(held)) return said.sayPercent(held)
  return typeof held === 'object' && 'parameter' in held
    ? quoted(sayParameter(held.parameter, speaking))
    : { zh: String(held), en: String(held) }
}

const quoted = ({ zh, en }: Sentence): Sentence => ({ zh: `“${zh}”`, en: `“${en}”` })

function sayTable(table: NonNullable<WrittenStep['table']>, speaking: Speaking): Sentence {
  if ('parameter' in table) {
    const { zh, en } = quoted(sayParameter(table.parameter, speaking))
    return { zh: `标准表${zh}中的金额`, en: `the rate of ${en}` }
  }
  const axes = table.axes.map((axis) => headOf(axis, factsOf(speaking)).label)
  return {
    zh: `按${axes.map(({ zh }) => zh).join('、')}的标准`,
    en: `the rate by ${axes.map(({ en }) => en).join(', ')}`,
  }
}
