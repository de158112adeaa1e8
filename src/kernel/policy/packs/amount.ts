import { z } from 'zod'
import { FEN_LIMIT, isCivilDate, ROUNDINGS } from '../../values/public.ts'
import { NO_SUCH_DAY, RatioShape, Words } from './clause.ts'
import { ConditionPart, FactKey, FactRef, Id, ParameterRef, refuse } from './condition.ts'
import { MOMENTS } from '../facts/facts.ts'

/** Whole fen. */
export const FenNumber = z
  .int()
  .nonnegative()
  .refine((fen) => BigInt(fen) < FEN_LIMIT, {
    params: { sentence: { zh: '金额太大', en: 'the amount is too large' } },
  })
  .transform(BigInt)

/**
 * A fact by its value; or by the band that it falls into, each named by its lowest number (its first day), the last one
 * open.
 */
const Day = z.string().refine((text): boolean => isCivilDate(text), { params: { sentence: NO_SUCH_DAY } })
const Bands = z.union([z.array(z.int()).min(1), z.array(Day).min(1)])

export const Axis = z.union([
  FactKey,
  z.strictObject({ fact: FactKey, at: z.enum(MOMENTS).optional(), bands: Bands.optional() }),
])
export type Axis = z.output<typeof Axis>

export const Cell = z.union([z.string(), z.int(), z.boolean()])

/** One row for each combination of the axes' values, the last cell in fen. */
export const Rows = z.array(z.strictObject({ at: z.array(Cell).min(1), fen: FenNumber })).min(1)
export type Rows = z.output<typeof Rows>

const Table = z.union([z.strictObject({ axes: z.array(Axis).min(1), rows: Rows }), ParameterRef])
export type Table = z.output<typeof Table>

const Share = z.union([RatioShape, ParameterRef])
export type Share = z.output<typeof Share>

const Rounding = z.enum(ROUNDINGS)

/** An amount that is written, a fact, or a value by its name. */
const Plain = z.union([FenNumber, FactRef, ParameterRef])

const Priced = z.union([Plain, z.strictObject({ table: Table })])

const Units = z.union([z.int().positive(), ParameterRef])

/** So much for each unit; of a tier only for those above so many (`above`) and up to so many (`upTo`). */
const Rate = z.strictObject({ fen: Priced, per: FactRef, above: Units.optional(), upTo: Units.optional() })
export type Rate = z.output<typeof Rate>

const Based = z.union([Priced, z.strictObject({ rate: Rate })])

const ShareOf = z.strictObject({ of: Based, ratio: Share, round: Rounding })
export type ShareOf = z.output<typeof ShareOf>

/** An amount of money: written, a fact, by its name; or reckoned: the rate of a table, so much a unit, a share. */
const Money = z.union([Based, z.strictObject({ share: ShareOf })])
export type Money = z.output<typeof Money>

export const STEP_KINDS = [
  'table',
  'fixed',
  'rate',
  'share',
  'uplift',
  'times',
  'atLeast',
  'atMost',
  'round',
  'subtract',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

const stepShape = {
  id: Id,
  label: Words,
  cite: Id,
  /** Not the county's own figure: shown as 示例 wherever the amount is shown. */
  placeholder: z.literal(true).optional(),
  /** The step is taken only while this holds. */
  when: ConditionPart.optional(),
  /** The rate of a table. */
  table: Table.optional(),
  /** So much. */
  fixed: Money.optional(),
  /** So much for each unit: 25 yuan a class-hour; 300 yuan a month for the 13th to the 36th month. */
  rate: Rate.optional(),
  /** A share of another amount: 60 % of the cost. */
  share: ShareOf.optional(),
  /** A share of what the steps before have come to, added to it. */
  uplift: z.strictObject({ ratio: Share, round: Rounding }).optional(),
  /** A share of what the steps before have come to, in its place: half of it. */
  times: z.strictObject({ ratio: Share, round: Rounding }).optional(),
  atLeast: Money.optional(),
  atMost: Money.optional(),
  round: Rounding.optional(),
  /** What was received before for the same, taken off; never below nothing. */
  subtract: Plain.optional(),
}

/** One named step of the amount; every step says in the trace by how much it moved it. */
export const Step = z.strictObject(stepShape).superRefine((step, context) => {
  if (STEP_KINDS.filter((kind) => step[kind] !== undefined).length === 1) return
  refuse(context, step, {
    zh: `一步只能写一种算法(${STEP_KINDS.join('、')})`,
    en: `a step is one of ${STEP_KINDS.join(', ')}`,
  })
})
export type Step = z.output<typeof Step>

/** A single rate table, or steps taken one after another. */
export const Amount = z
  .strictObject({
    label: Words,
    cite: Id,
    placeholder: z.literal(true).optional(),
    table: z.string().min(1).optional(),
    axes: z.array(Axis).min(1).optional(),
    rows: Rows.optional(),
    steps: z.array(Step).min(1).optional(),
  })
  .superRefine((amount, context) => {
    const table = [amount.table, amount.axes, amount.rows].filter((part) => part !== undefined)
    if (amount.steps ? table.length === 0 : table.length === 3) return
    refuse(context, amount, {
      zh: '金额写成一张标准表(table、axes、rows),或写成若干步(steps)',
      en: 'an amount is one table (table, axes, rows) or steps',
    })
  })
export type Amount = z.output<typeof Amount>

/** The table that a step looks its rate up in, wherever in the step it stands, and the way there. */
export function tableIn(step: Step): { readonly table: Table; readonly path: readonly string[] } | undefined {
  if (step.table) return { table: step.table, path: ['table'] }
  if (step.rate) return tableOfMoney(step.rate.fen, ['rate', 'fen'])
  if (step.share) return tableOfMoney(step.share.of, ['share', 'of'])
  for (const kind of ['fixed', 'atLeast', 'atMost'] as const) {
    const found = step[kind] === undefined ? undefined : tableOfMoney(step[kind], [kind])
    if (found) return found
  }
  return undefined
}

function tableOfMoney(money: Money, path: readonly string[]): ReturnType<typeof tableIn> {
  if (typeof money !== 'object') return undefined
  if ('table' in money) return { table: money.table, path: [...path, 'table'] }
  if ('rate' in money) return tableOfMoney(money.rate.fen, [...path, 'rate', 'fen'])
  return 'share' in money ? tableOfMoney(money.share.of, [...path, 'share', 'of']) : undefined
}

/** The amount as steps: a single table is one step of its name. */
export function stepsOf({ label, cite, placeholder, table, axes, rows, steps }: Amount): Step[] {
  if (steps) return steps
  return [{ id: table!, label, cite, ...(placeholder ? { placeholder } : {}), table: { axes: axes!, rows: rows! } }]
}
