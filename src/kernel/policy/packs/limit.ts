import { z } from 'zod'
import { SKILL_LEVELS, type SkillLevel } from '../../values/public.ts'
import { COUNTED_BY, SAMENESS } from '../limits/limits.ts'
import { FenNumber } from './amount.ts'
import { PolicyDate, Words } from './clause.ts'
import { FactRef, Id, ParameterRef, refuse } from './condition.ts'

/** A family of subsidies that are counted together: `TRAINING`. */
export const Family = z.string().regex(/^[A-Z][A-Z0-9_]*$/)

const Whole = z.union([z.int().positive(), ParameterRef])

/** This calendar year, a whole life, so many months up to the day, or between two days, both included. */
const LimitWindow = z.union([
  z.enum(['calendarYear', 'lifetime']),
  z.strictObject({ months: Whole }),
  z.strictObject({ from: PolicyDate, to: PolicyDate }),
])

export const RULES = ['count', 'sum', 'once', 'noLowerLevel'] as const

/**
 * What a person (an employer, a studio: `per`) may have of some families of subsidies together, whoever was paid: so often (`count`), so much (`sum`), the
 * same not twice (`once`), no lower level of an occupation after a higher one.
 */
export const Limit = z
  .strictObject({
    id: Id,
    label: Words,
    cite: Id,
    /** By whom it counts; the person where nothing is said, whoever is paid. */
    per: z.enum(COUNTED_BY).optional(),
    over: z.array(Family).min(1),
    window: LimitWindow.optional(),
    /** The date by which it counts: the day of the claim, where nothing else is said. */
    on: FactRef.optional(),
    count: Whole.optional(),
    sum: z.union([FenNumber, ParameterRef]).optional(),
    once: z.array(z.enum(SAMENESS)).min(1).optional(),
    noLowerLevel: z.literal(true).optional(),
    /** Beyond it nothing is given (`refuse`), what is left of a sum (`trim`), or all of it with a word (`tell`). */
    beyond: z.enum(['refuse', 'trim', 'tell']).optional(),
    /** Where the past is not wholly known: the answer waits (`hold`), or goes on without knowing and says so (`note`). */
    onUnknown: z.enum(['hold', 'note']).optional(),
  })
  .superRefine((limit, context) => {
    const rules = RULES.filter((rule) => limit[rule] !== undefined)
    if (rules.length !== 1)
      refuse(context, limit, {
        zh: `一项限制只能写一种(${RULES.join('、')})`,
        en: `a limit is one of ${RULES.join(', ')}`,
      })
    if ((rules[0] === 'count' || rules[0] === 'sum') && limit.window === undefined)
      refuse(context, limit, {
        zh: '限次数或金额的,须写明在什么时间内(window)',
        en: 'a count or a sum needs a window',
      })
    if (limit.per !== undefined && limit.per !== 'person' && (limit.once || limit.noLowerLevel))
      refuse(context, limit, {
        zh: '按单位、工作室或证书计的,只能限次数(count)或金额(sum)',
        en: 'by employer, provider, studio or certificate there is a count or a sum',
      })
    if (limit.beyond === 'trim' && rules[0] !== 'sum')
      refuse(context, limit, {
        zh: '只有限金额的可以按剩余额度核减(trim)',
        en: 'only a sum can be trimmed to what is left',
      })
  })
export type Limit = z.output<typeof Limit>

const Period = z.strictObject({ from: PolicyDate, to: PolicyDate })

/** One earlier subsidy, as a golden case states it. */
const EarlierReceipt = z.strictObject({
  family: Family.nullable(),
  on: z.union([PolicyDate, Period]),
  occupation: z.string().min(1).optional(),
  level: z.enum(SKILL_LEVELS as [SkillLevel, ...SkillLevel[]]).optional(),
  certificate: z.string().min(1).optional(),
  fen: z.int().positive(),
  title: Words.optional(),
  reference: z.string().min(1).optional(),
  where: z.enum(['here', 'elsewhere', 'ledger', 'province']).optional(),
})

/** What somebody had before; everything is known unless `covers` says of which times it is. */
export const EarlierReceipts = z.strictObject({
  receipts: z.array(EarlierReceipt),
  covers: z
    .array(z.strictObject({ families: z.array(Family).optional(), from: PolicyDate.nullable(), to: PolicyDate }))
    .optional(),
  since: PolicyDate.optional(),
})
export type EarlierReceipts = z.output<typeof EarlierReceipts>
