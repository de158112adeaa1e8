import { z } from 'zod'
import type { ProblemItem } from '../../../platform/contract/public.ts'
import { Clause, PolicyDate, RatioShape, RegionCode, Words } from './clause.ts'
import { documentProblem, itemsOf } from './document-problems.ts'
import { MOMENTS } from '../facts/facts.ts'

const Code = z.string().regex(/^[A-Z][A-Z0-9_]*$/)
const FactKey = z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/)
const Id = z.string().regex(/^[a-z][A-Za-z0-9]*$/)

/** A value written in a pack. Shares are `{ numerator, denominator }`: decimals are refused. */
export const PackScalar = z.union([z.boolean(), z.int(), z.string().min(1), RatioShape])
export type PackScalar = z.output<typeof PackScalar>

/** What a fact is held against: a value, another fact, or a parameter of the county (so that a number stands once). */
export const Operand = z.union([
  PackScalar,
  z.strictObject({ fact: FactKey, at: z.enum(MOMENTS).optional() }),
  z.strictObject({ parameter: z.string().min(1) }),
])
export type Operand = z.output<typeof Operand>

export const OPERATORS = ['is', 'oneOf', 'atLeast', 'atMost', 'between', 'known'] as const
export type Operator = (typeof OPERATORS)[number]

const BRANCHES = ['all', 'any', 'not'] as const

const partShape = {
  /** The pack's own words when this part is not met; without them the sentence is made from the fact. */
  failed: Words.optional(),
  fact: FactKey.optional(),
  at: z.enum(MOMENTS).optional(),
  is: Operand.optional(),
  oneOf: z.array(PackScalar).min(1).optional(),
  atLeast: Operand.optional(),
  atMost: Operand.optional(),
  between: z.tuple([Operand, Operand]).optional(),
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
  oneOf?: PackScalar[] | undefined
  atLeast?: Operand | undefined
  atMost?: Operand | undefined
  between?: [Operand, Operand] | undefined
  known?: true | undefined
  all?: ConditionPart[] | undefined
  any?: ConditionPart[] | undefined
  not?: ConditionPart | undefined
}

/** A part says exactly one thing: one operator on a fact, or one of all, any, not. */
function saysOneThing(part: ConditionPart, context: z.core.$RefinementCtx<unknown>): void {
  const operators = OPERATORS.filter((operator) => part[operator] !== undefined)
  const branches = BRANCHES.filter((branch) => part[branch] !== undefined)
  const test = part.fact !== undefined && operators.length === 1 && branches.length === 0
  const composed = part.fact === undefined && part.at === undefined && operators.length === 0 && branches.length === 1
  if (test || composed) return
  const sentence = {
    zh: '一个条件只能写一个事实加一种比较(is、oneOf、atLeast、atMost、between、known),或者 all、any、not 之一',
    en: 'a condition is one fact with one of is, oneOf, atLeast, atMost, between, known; or one of all, any, not',
  }
  context.addIssue({ code: 'custom', message: sentence.en, params: { sentence }, input: part })
}

const ConditionPart: z.ZodType<ConditionPart> = z.strictObject(partShape).superRefine(saysOneThing)

/** A condition of the scheme: named, cited, and one answer among the reasons. */
export const Condition = z
  .strictObject({ id: Id, label: Words, cite: Id, ...partShape })
  .superRefine((condition, context) => saysOneThing(condition, context))
export type Condition = ConditionPart & { id: string; label: z.output<typeof Words>; cite: string }

const FenNumber = z.int().nonnegative().transform(BigInt)

/** A rate table: one row per combination of the axes' values, the last cell in fen. */
const Amount = z.strictObject({
  table: z.string().min(1),
  label: Words,
  cite: Id,
  /** Not the county's own figure: shown as 示例 wherever the amount is shown. */
  placeholder: z.literal(true).optional(),
  axes: z.array(FactKey).min(1),
  rows: z
    .array(z.strictObject({ at: z.array(z.union([z.string(), z.int(), z.boolean()])).min(1), fen: FenNumber }))
    .min(1),
})

const GivenValue = z.union([
  PackScalar,
  z.strictObject({ unknown: Words }),
  z.strictObject({ notApplicable: z.union([z.literal(true), Words]) }),
])

/** A golden case in plain words. `like` takes the facts of an earlier case; a fact not given is unknown. */
const Case = z.strictObject({
  name: z.string().min(1),
  like: z.string().min(1).optional(),
  given: z.record(z.string(), GivenValue),
  expect: z.union([
    z.strictObject({ eligible: FenNumber }),
    z.strictObject({ ineligible: z.array(z.string()).min(1) }),
    z.strictObject({ unknown: z.array(z.string()).min(1) }),
    z.strictObject({ notApplicable: z.literal(true) }),
  ]),
})
export type GoldenCase = z.output<typeof Case>

/** One version of one scheme, as the bureau writes it. Never edited once published: it is named by the hash of its contents. */
export const SchemePack = z.strictObject({
  scheme: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
  version: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  title: Words,
  authority: Words,
  region: RegionCode,
  /** The fund sources that may lawfully pay it. */
  funds: z.array(Code).min(1),
  /** Who holds the record: this platform, or the province's, with which ours is reconciled. */
  record: z.enum(['here', 'province']),
  /** The version is chosen by the date of one moment; `to` is the last day. */
  inForce: z.strictObject({ by: z.enum(MOMENTS), from: PolicyDate, to: PolicyDate.optional() }),
  /** The kind of recorded fact that the scheme answers to. */
  trigger: z.string().regex(/^[a-z-]+\.[a-z-]+$/),
  beneficiary: z.enum(['person', 'employer', 'provider', 'studio']),
  payee: z.enum(['person', 'employer', 'provider', 'studio', 'mentor']),
  clauses: z.record(Id, Clause),
  /** Conditions of the scheme's own reach: one that is false makes the scheme not applicable. */
  scope: z.array(Condition).optional(),
  conditions: z.array(Condition).min(1),
  amount: Amount,
  /** What the scheme does when a named integrity check is unavailable; `*` is every check not named. */
  checks: z.record(z.string().min(1), z.strictObject({ onUnavailable: z.enum(['hold', 'note']) })),
  cases: z.array(Case).min(1),
})
export type SchemePack = Omit<z.output<typeof SchemePack>, 'scope' | 'conditions'> & {
  scope?: Condition[] | undefined
  conditions: Condition[]
}

/** Reads a pack's document; refuses with every fault of its shape. `compile` looks at what the shape cannot say. */
export function readPack(document: unknown): SchemePack {
  const read = SchemePack.safeParse(document, { reportInput: true })
  if (read.success) return read.data
  throw packProblem(document, itemsOf(read.error.issues))
}

export function packProblem(document: unknown, items: readonly ProblemItem[]): Error {
  const { scheme, version } = (document ?? {}) as { scheme?: unknown; version?: unknown }
  const name = [scheme, version].filter((part) => typeof part === 'string').join(' ') || '?'
  return documentProblem({ zh: `政策包 ${name} `, en: `The scheme pack ${name}` }, items, 'pack-not-valid')
}

/** What the scheme does when this check cannot be answered. A check that no line covers holds the money. */
export function onUnavailable(pack: SchemePack, check: string): 'hold' | 'note' {
  return (pack.checks[check] ?? pack.checks['*'])?.onUnavailable ?? 'hold'
}
