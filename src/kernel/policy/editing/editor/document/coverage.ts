import type { ProblemItem } from '../../../../../platform/contract/public.ts'
import type { Program } from '../../../deciding/compile.ts'
import { coverageFindings } from '../../../linting/coverage.ts'
import { entriesOf } from '../../../packs/pack-parameters.ts'
import type { Finding } from '../editing.tsx'
import { isProgram } from './compiled.ts'

/** Told as somebody edits: what the server said of what was last saved is left out. */
const LIVE: readonly string[] = ['clause-not-cited', 'clause-without-case']

/** The findings of the last reading, with the clauses that no case comes to as the document stands now. */
export function withCoverage(findings: readonly Finding[], programs: readonly Program[]): Finding[] {
  return [...findings.filter(({ rule }) => rule === undefined || !LIVE.includes(rule)), ...coverageFindings(programs)]
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
