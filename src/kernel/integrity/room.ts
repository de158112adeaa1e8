import type { ConstraintWords, Route } from '../../platform/http/public.ts'
import type { HandOver } from '../access/public.ts'
import type { Trail } from '../record/public.ts'
import { type CaseRouteNeeds, caseRoutes } from './cases/routes.ts'
import { caseHandOver } from './cases/hand-over.ts'
import { caseTrail } from './cases/trail.ts'
import { constraintWords } from './cases/words.ts'
import { sampleRoutes, type SampleNeeds } from './samples/routes.ts'
import { sampleTrail } from './samples/trail.ts'
import { sampleConstraintWords } from './samples/words.ts'
import { type FindingNeeds, findingRoutes } from './findings/routes.ts'
import { findingTrail } from './findings/trail.ts'
import { findingConstraintWords } from './findings/words.ts'
import { overrideRoutes } from './overrides/routes.ts'
import { overrideTrail } from './overrides/trail.ts'
import { overrideConstraintWords } from './overrides/words.ts'

type OverrideNeeds = Parameters<typeof overrideRoutes>[0]

/** What integrity answers: overrides, suspicion cases, the auditor's findings and samples. */
export function integrityRoutes(needs: CaseRouteNeeds & OverrideNeeds & FindingNeeds & SampleNeeds): Route[] {
  return [...overrideRoutes(needs), ...caseRoutes(needs), ...findingRoutes(needs), ...sampleRoutes(needs)]
}

/** How one walks to an override, to a suspicion case and to a finding. */
export function integrityTrails(needs: Pick<CaseRouteNeeds, 'groups'> & Parameters<typeof overrideTrail>[0]): Trail[] {
  return [overrideTrail(needs), caseTrail(needs), findingTrail, sampleTrail]
}

/** What is in somebody’s hands here, and how it is passed on. */
export const integrityHandOvers: HandOver[] = [caseHandOver]

export { integrityTimelines } from './timeline/timelines.ts'
export { integrityWays } from './ways.ts'

export const integrityConstraintWords: ConstraintWords = {
  ...overrideConstraintWords,
  ...constraintWords,
  ...findingConstraintWords,
  ...sampleConstraintWords,
}

export { integrityPersonal } from './personal.ts'
export { integritySealed } from './sealed.ts'
export { integrityHolds } from './retention/holds.ts'
export { integrityMatters } from './timeline/matters.ts'
export { integrityFiles } from './files/step-files.ts'
