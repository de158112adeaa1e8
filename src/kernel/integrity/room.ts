import type { ConstraintWords, Route } from '../../platform/http/public.ts'
import type { HandOver } from '../access/public.ts'
import type { Trail } from '../record/public.ts'
import { type CaseRouteNeeds, caseRoutes } from './cases/routes.ts'
import { caseHandOver } from './cases/hand-over.ts'
import { caseTrail } from './cases/trail.ts'
import { constraintWords } from './cases/words.ts'
import { overrideRoutes } from './overrides/routes.ts'
import { overrideTrail } from './overrides/trail.ts'
import { overrideConstraintWords } from './overrides/words.ts'

type OverrideNeeds = Parameters<typeof overrideRoutes>[0]

/** What integrity answers: overrides and suspicion cases. */
export function integrityRoutes(needs: CaseRouteNeeds & OverrideNeeds): Route[] {
  return [...overrideRoutes(needs), ...caseRoutes(needs)]
}

/** How one walks to an override and to a suspicion case. */
export function integrityTrails(needs: Pick<CaseRouteNeeds, 'groups'> & Parameters<typeof overrideTrail>[0]): Trail[] {
  return [overrideTrail(needs), caseTrail(needs.groups)]
}

/** What is in somebody’s hands here, and how it is passed on. */
export const integrityHandOvers: HandOver[] = [caseHandOver]

export { integrityTimelines } from './timeline/timelines.ts'
export { integrityWays } from './ways.ts'

export const integrityConstraintWords: ConstraintWords = { ...overrideConstraintWords, ...constraintWords }

export { integritySealed } from './sealed.ts'
