import type { ProblemItem } from '../../../../../platform/contract/public.ts'
import type { Program } from '../../../deciding/compile.ts'
import { coverageFindings } from '../../../linting/coverage.ts'
import { entriesOf } from '../../../packs/pack-parameters.ts'
import { type FundNames, kindFindings } from '../../../linting/funds.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { countySource, type CountyValue } from '../county-values.ts'
import type { Finding } from '../editing.tsx'
import { isProgram } from './compiled.ts'

/** Told as somebody edits: what the server said of what was last saved is left out. */
const COVERAGE: readonly string[] = ['clause-not-cited', 'clause-without-case']
const FUNDS: readonly string[] = ['fund-not-lawful', 'fund-not-listed', 'family-missing']

const without = (findings: readonly Finding[], rules: readonly string[]) =>
  findings.filter(({ rule }) => rule === undefined || !rules.includes(rule))

/** The findings of the last reading, with the clauses that no case comes to as the document stands now. */
export function withCoverage(findings: readonly Finding[], programs: readonly Program[]): Finding[] {
  return [...without(findings, COVERAGE), ...coverageFindings(programs)]
}

/** The same with the funds that may not pay the subsidy, by the county's table on the first day in force. */
export function withFunds(
  findings: readonly Finding[],
  { funds, family, amount, inForce }: PackDocument,
  { countyValues, names }: { countyValues: readonly CountyValue[]; names: FundNames },
): Finding[] {
  if (countyValues.length === 0) return [...findings]
  const source = countySource(countyValues, inForce.from)
  return [...without(findings, FUNDS), ...kindFindings({ funds, family, clause: amount.cite }, source, names)]
}

/** The scheme on its first day, and on each on which one of its own values begins. */
export function programsOf(first: Program, on: (day: string) => Program | readonly ProblemItem[]): Program[] {
  const { parameters = {}, inForce } = first.pack
  const days = Object.values(parameters).flatMap((each) => entriesOf(each).map(({ from }: { from: string }) => from))
  const later = [...new Set(days)].filter(
    (day) => day > inForce.from && (inForce.to === undefined || day <= inForce.to),
  )
  return [first, ...later.map(on).filter(isProgram)]
}
