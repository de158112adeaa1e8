import {
  type DistrictSchemes,
  type Limit as PolicyLimit,
  type ParameterName,
  type ParameterValue,
} from '../../policy/public.ts'
import type { ParametersInForce } from '../../record/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'
import type { Limit } from './findings.ts'

/** What the county says about past subsidies. */
export type HistoryTerms = {
  readonly families: ParameterValue<'subsidy.families'>
  readonly schemeFamilies: Readonly<Record<string, string>>
  /** How often, as the schemes in force say. */
  readonly limits: readonly Limit[]
  /** What may not be had again, as they say. */
  readonly repeats: readonly Repeat[]
  readonly since: CivilDate
  readonly paidHereSince: ParameterValue<'subsidy.paidHereSince'>
  readonly lookupStandsDays: number
  /** Within so many days two sources speak of one payment. */
  readonly samePaymentDays: number
  readonly deadlineMonths: number | null
  /** The families this county's own schemes give: what a class is about to ask for. */
  readonly own: ReadonlySet<string>
}

type Repeat = { readonly rule: 'same-level' | 'lower-level' | 'same-certificate'; readonly families: readonly string[] }

export function historyTerms(
  parameters: ParametersInForce,
  { schemes, on }: { readonly schemes: DistrictSchemes; readonly on: CivilDate },
): HistoryTerms {
  // Parameters were held against the shapes of their names when they were read.
  const get = <N extends ParameterName>(name: N) => parameters.get(name).value as ParameterValue<N>
  const schemeFamilies = schemes.families()
  const limits = schemes.limitsOn(on, 'training.completed')
  return {
    families: get('subsidy.families'),
    schemeFamilies,
    limits: limits.flatMap(howOften),
    repeats: limits.flatMap(notAgain),
    since: civilDate(get('subsidy.since')),
    paidHereSince: get('subsidy.paidHereSince'),
    lookupStandsDays: get('subsidy.lookupStandsDays'),
    samePaymentDays: get('subsidy.samePaymentDays'),
    deadlineMonths: get('claim.deadlineMonths'),
    own: new Set(Object.values(schemeFamilies)),
  }
}

function howOften({ over, window, rule, beyond }: PolicyLimit): Limit[] {
  if (rule.kind !== 'count') return []
  return [{ families: over, window, max: rule.most, mode: beyond === 'tell' ? 'warn' : 'block' }]
}

function notAgain({ over, rule }: PolicyLimit): Repeat[] {
  if (rule.kind === 'noLower') return [{ rule: 'lower-level', families: over }]
  if (rule.kind !== 'once') return []
  return [{ rule: rule.of.includes('certificate') ? 'same-certificate' : 'same-level', families: over }]
}
