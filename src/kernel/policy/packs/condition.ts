import { z } from 'zod'
import type { Sentence } from '../../../platform/contract/public.ts'
import { RatioShape, Words } from './clause.ts'
import { MOMENTS } from '../facts/facts.ts'

export const FactKey = z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/)
export const Id = z.string().regex(/^[a-z][A-Za-z0-9]*$/)

/** A value written in a pack. Shares are `{ numerator, denominator }`: decimals are refused. */
export const PackScalar = z.union([z.boolean(), z.int(), z.string().min(1), RatioShape])
export type PackScalar = z.output<typeof PackScalar>

export const FactRef = z.strictObject({ fact: FactKey, at: z.enum(MOMENTS).optional() })
export type FactRef = z.output<typeof FactRef>

/** A value by name: the pack's own, else the county's. */
export const ParameterRef = z.strictObject({ parameter: z.string().min(1) })
export type ParameterRef = z.output<typeof ParameterRef>

/** What a fact is held against: a value, another fact, or a parameter (so that a number stands once). */
export const Operand = z.union([PackScalar, FactRef, ParameterRef])
export type Operand = z.output<typeof Operand>

export const SPANS = ['days', 'workingDays', 'months', 'years'] as const
export type Span = (typeof SPANS)[number]

const Length = z.union([z.int().positive(), ParameterRef])

/**
 * From a date to so many days, working days, months or years after it, both days included: 12 months from 10 March end on
 * 10 March. `lastDay: excluded` leaves the last one out: who has an age of 60 years on a day is no longer under it.
 */
export const Within = z
  .strictObject({
    of: Operand,
    days: Length.optional(),
    workingDays: Length.optional(),
    months: Length.optional(),
    years: Length.optional(),
    lastDay: z.literal('excluded').optional(),
  })
  .superRefine((within, context) => {
    if (SPANS.filter((span) => within[span] !== undefined).length === 1) return
    refuse(context, within, {
      zh: '期限只能写天(days)、工作日(workingDays)、月(months)、年(years)之一',
      en: 'a span is one of days, workingDays, months, years',
    })
  })
export type Within = z.output<typeof Within>

export const OPERATORS = ['is', 'oneOf', 'atLeast', 'atMost', 'between', 'within', 'known'] as const
export type Operator = (typeof OPERATORS)[number]

const BRANCHES = ['all', 'any', 'not'] as const

export const partShape = {
  /** The pack's own words when this part is not met; without them the sentence is made from the fact. */
  failed: Words.optional(),
  fact: FactKey.optional(),
  at: z.enum(MOMENTS).optional(),
  is: Operand.optional(),
  oneOf: z.union([z.array(PackScalar).min(1), ParameterRef]).optional(),
  atLeast: Operand.optional(),
  atMost: Operand.optional(),
  between: z.tuple([Operand, Operand]).optional(),
  within: Within.optional(),
  known: z.literal(true).optional(),
  get all(): z.ZodOptional<z.ZodArray<z.ZodType<ConditionPart>>> {
    return z.array(ConditionPart).min(1).optional()
  },
  get any(): z.ZodOptional<z.ZodArray<z.ZodType<ConditionPart>>> {
    return z.array(ConditionPart).min(1).optional()
  },
  get not(): z.ZodOptional<z.ZodType<ConditionPart>> {
    return ConditionPart.optional()
  },
}

/** One test of one fact, or parts joined by all, any, not. */
export type ConditionPart = {
  failed?: z.output<typeof Words> | undefined
  fact?: string | undefined
  at?: (typeof MOMENTS)[number] | undefined
  is?: Operand | undefined
  oneOf?: PackScalar[] | ParameterRef | undefined
  atLeast?: Operand | undefined
  atMost?: Operand | undefined
  between?: [Operand, Operand] | undefined
  within?: Within | undefined
  known?: true | undefined
  all?: ConditionPart[] | undefined
  any?: ConditionPart[] | undefined
  not?: ConditionPart | undefined
}

/** A refusal of a shape in a sentence of our own. */
export function refuse(context: z.core.$RefinementCtx<unknown>, input: unknown, sentence: Sentence): void {
  context.addIssue({ code: 'custom', message: sentence.en, params: { sentence }, input })
}

/** A part says exactly one thing: one operator on a fact, or one of all, any, not. */
function saysOneThing(part: ConditionPart, context: z.core.$RefinementCtx<unknown>): void {
  const operators = OPERATORS.filter((operator) => part[operator] !== undefined)
  const branches = BRANCHES.filter((branch) => part[branch] !== undefined)
  const test = part.fact !== undefined && operators.length === 1 && branches.length === 0
  const composed = part.fact === undefined && part.at === undefined && operators.length === 0 && branches.length === 1
  if (test || composed) return
  refuse(context, part, {
    zh: `一个条件只能写一个事实加一种比较(${OPERATORS.join('、')}),或者 all、any、not 之一`,
    en: `a condition is one fact with one of ${OPERATORS.join(', ')}; or one of all, any, not`,
  })
}

export const ConditionPart: z.ZodType<ConditionPart> = z.strictObject(partShape).superRefine(saysOneThing)

/** A condition of the scheme: named, cited, and one answer among the reasons. */
export const Condition = z
  .strictObject({ id: Id, label: Words, cite: Id, ...partShape })
  .superRefine((condition, context) => saysOneThing(condition, context))
export type Condition = ConditionPart & { id: string; label: z.output<typeof Words>; cite: string }

/**
 * A labelled way out: while `when` holds, the condition it is `to` counts as met or failed, or the step of the amount is
 * skipped. One that is to another exception lifts it. Two that hold and disagree are a contradiction, and reported.
 */
export const Exception = z.strictObject({
  id: Id,
  label: Words,
  cite: Id,
  to: Id,
  then: z.enum(['met', 'failed', 'skipped', 'lifted']),
  when: ConditionPart,
})
export type Exception = {
  id: string
  label: z.output<typeof Words>
  cite: string
  to: string
  then: 'met' | 'failed' | 'skipped' | 'lifted'
  when: ConditionPart
}
