import { z } from 'zod'
import type { ProblemItem } from '../../../platform/contract/public.ts'
import { Amount, FenNumber } from './amount.ts'
import { Clause, PolicyDate, RegionCode, Words } from './clause.ts'
import { Condition, Exception, FactRef, Id, PackScalar, ParameterRef } from './condition.ts'
import { documentProblem, itemsOf } from './document-problems.ts'
import { Instalments } from './instalments.ts'
import { EarlierReceipts, Family, Limit } from './limit.ts'
import { BesideGiven, Stacking } from './stacking.ts'
import { MOMENTS } from '../facts/facts.ts'
import { OwnFacts } from './own-facts.ts'
import { PackParameter } from './pack-parameters.ts'

const Code = z.string().regex(/^[A-Z][A-Z0-9_]*$/)

const GivenValue = z.union([
  PackScalar,
  EarlierReceipts,
  z.strictObject({ beside: z.array(BesideGiven) }),
  z.strictObject({ unknown: Words }),
  z.strictObject({ notApplicable: z.union([z.literal(true), Words]) }),
])

/** A golden case in plain words. `like` takes the facts of an earlier case; a fact not given is unknown. */
const Case = z.strictObject({
  name: z.string().min(1),
  like: z.string().min(1).optional(),
  /** By whose values of the scheme's own it is played; those of the first day in force where nothing is said. */
  on: PolicyDate.optional(),
  /** Which instalment it is; the first where nothing is said. */
  instalment: z.int().positive().optional(),
  /** Others of the family that are due at the same time; none where nothing is said. */
  beside: z.array(BesideGiven).optional(),
  given: z.record(z.string(), GivenValue),
  expect: z.union([
    z.strictObject({
      eligible: FenNumber,
      /** Limits that are passed and only told of. */
      told: z.array(z.string()).min(1).optional(),
      /** The days on which the instalments are due. */
      dues: z.array(PolicyDate).min(1).optional(),
      /** What is forgone for it, by scheme. */
      forgone: z.record(z.string(), z.int().positive()).optional(),
    }),
    z.strictObject({
      ineligible: z.array(z.string()).min(1),
      /** The scheme that is given in its place. */
      applies: z.string().min(1).optional(),
    }),
    /** A later instalment whose keeping-conditions do not hold. */
    z.strictObject({ paused: z.array(z.string()).min(1) }),
    z.strictObject({ unknown: z.array(z.string()).min(1) }),
    z.strictObject({ contradiction: z.array(z.string()).min(1) }),
    z.strictObject({ notApplicable: z.literal(true) }),
  ]),
})
export type GoldenCase = z.output<typeof Case>

export const WINDOW_SPANS = ['months', 'days', 'workingDays'] as const

const Months = z.union([z.int().positive(), ParameterRef])
const Window = z
  .strictObject({
    label: Words,
    cite: Id,
    from: FactRef,
    months: Months.optional(),
    days: Months.optional(),
    workingDays: Months.optional(),
  })
  .refine((window) => WINDOW_SPANS.filter((span) => window[span] !== undefined).length === 1, {
    params: {
      sentence: {
        zh: '申领期限写月(months)、天(days)、工作日(workingDays)之一',
        en: 'a window is in months, in days or in working days',
      },
    },
  })

const SchemeName = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
const Version = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/)
const Layer = z.strictObject({
  region: RegionCode,
  scheme: SchemeName,
  version: Version,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** One version of one scheme, as the bureau writes it. Never edited once published: it is named by the hash of its contents. */
export const SchemePack = z.strictObject({
  scheme: SchemeName,
  version: Version,
  title: Words,
  authority: Words,
  region: RegionCode,
  /** The fund sources that may lawfully pay it. */
  funds: z.array(Code).min(1),
  /** Who holds the record: this platform, or the province's, with which ours is reconciled. */
  record: z.enum(['here', 'province']),
  /** The version is chosen by the date of one moment; `to` is the last day. */
  inForce: z.strictObject({ by: z.enum(MOMENTS), from: PolicyDate, to: PolicyDate.optional() }),
  /** Which versions it corrects, and from which day of the deciding moment on: there it decides in their place. */
  corrects: z.strictObject({ versions: z.array(Version).min(1), from: PolicyDate, cite: Id }).optional(),
  /** Versions that end where this one begins; they themselves are never edited. */
  replaces: z.strictObject({ versions: z.array(Version).min(1), cite: Id.optional() }).optional(),
  /** By which clause two people may decide one case otherwise than the conditions come out. */
  manual: z.strictObject({ cite: Id }).optional(),
  /** The kind of recorded fact that the scheme answers to. */
  trigger: z.string().regex(/^[a-z-]+\.[a-z-]+$/),
  beneficiary: z.enum(['person', 'employer', 'provider', 'studio']),
  payee: z.enum(['person', 'employer', 'provider', 'studio', 'mentor']),
  clauses: z.record(Id, Clause),
  /** Facts that it reads and the dictionary does not have. */
  facts: OwnFacts.optional(),
  /** The scheme's own values, lists and tables, by dates. */
  parameters: z.record(Id, PackParameter).optional(),
  /** Conditions of the scheme's own reach: one that is false makes the scheme not applicable. */
  scope: z.array(Condition).optional(),
  conditions: z.array(Condition).min(1),
  exceptions: z.array(Exception).optional(),
  /** Until when it may be claimed: so many months (days) from a date, the last day included. */
  window: Window.optional(),
  /** The family in which its own subsidies are counted. */
  family: Family.optional(),
  /** What a person may have of families of subsidies, this one included. */
  limits: z.array(Limit).optional(),
  /** How it stands to others of its family that are for the same. */
  stacking: Stacking.optional(),
  /** Families of subsidies that may be had for the same fact as well, and by which clause. */
  together: z.strictObject({ cite: Id, families: z.array(Family).min(1) }).optional(),
  /** The amount; where it is given in instalments, of each of them. */
  amount: Amount,
  instalments: Instalments.optional(),
  /** What the scheme does when a named integrity check is unavailable; `*` is every check not named. */
  checks: z.record(z.string().min(1), z.strictObject({ onUnavailable: z.enum(['hold', 'note']) })),
  cases: z.array(Case).min(1),
  /** Set where layers were laid over each other: the layers, strongest first, and which region a part came from. */
  layers: z.array(Layer).optional(),
  origins: z.record(z.string(), RegionCode).optional(),
})
export type SchemePack = Omit<z.output<typeof SchemePack>, 'scope' | 'conditions' | 'exceptions'> & {
  scope?: Condition[] | undefined
  conditions: Condition[]
  exceptions?: Exception[] | undefined
}

const LayerName = z.strictObject({ scheme: SchemeName, version: Version })

const Parts = SchemePack.omit({ layers: true, origins: true })
  .partial()
  .required({ scheme: true, version: true, region: true })
  /** Only to be extended by others: it answers to nothing itself, and may leave out what they must say. */
  .extend({ template: z.literal(true).optional() })

export const PackTemplate = Parts.required({ template: true })

/** A pack that says only in what it differs from another: parts of the same name take the place of the other's. */
export const PackOver = Parts.extend({
  extends: z.union([LayerName, z.array(LayerName).min(1)]),
  /** Parts of the other that do not apply here: `conditions.theory`, `cases.…`. */
  without: z.array(z.string()).optional(),
})
export type PackOver = z.input<typeof PackOver>

/** The same as it is written, amounts as whole numbers. */
export type PackDocument = z.input<typeof SchemePack>

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
