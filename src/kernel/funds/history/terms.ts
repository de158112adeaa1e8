import type { ParameterName, ParameterValue } from '../../policy/public.ts'
import type { ParametersInForce } from '../../record/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'

/** What the county says about past subsidies. */
export type HistoryTerms = {
  readonly families: ParameterValue<'subsidy.families'>
  readonly schemeFamilies: ParameterValue<'subsidy.schemeFamilies'>
  readonly limits: ParameterValue<'subsidy.limits'>
  readonly repeats: ParameterValue<'subsidy.repeats'>
  readonly since: CivilDate
  readonly paidHereSince: ParameterValue<'subsidy.paidHereSince'>
  readonly lookupStandsDays: number
  /** Within so many days two sources speak of one payment. */
  readonly samePaymentDays: number
  readonly deadlineMonths: number | null
  /** The families this county's own schemes give: what a class is about to ask for. */
  readonly own: ReadonlySet<string>
}

export function historyTerms(parameters: ParametersInForce): HistoryTerms {
  // Parameters were held against the shapes of their names when they were read.
  const get = <N extends ParameterName>(name: N) => parameters.get(name).value as ParameterValue<N>
  const schemeFamilies = get('subsidy.schemeFamilies')
  return {
    families: get('subsidy.families'),
    schemeFamilies,
    limits: get('subsidy.limits'),
    repeats: get('subsidy.repeats'),
    since: civilDate(get('subsidy.since')),
    paidHereSince: get('subsidy.paidHereSince'),
    lookupStandsDays: get('subsidy.lookupStandsDays'),
    samePaymentDays: get('subsidy.samePaymentDays'),
    deadlineMonths: get('claim.deadlineMonths'),
    own: new Set(Object.values(schemeFamilies)),
  }
}
