import type { ConstraintWords } from '../../platform/http/public.ts'
import { constraintWords as lookUpConstraintWords } from './look-ups/words.ts'
import { constraintWords } from './words.ts'

export { credentialChecks } from './look-ups/checks.ts'
export { type LookUpNeeds, lookUpRoutes as credentialRoutes } from './look-ups/routes.ts'
export { credentialTimelines } from './timeline/timelines.ts'
export { credentialTrails } from './trails.ts'

export const credentialConstraintWords: ConstraintWords = { ...constraintWords, ...lookUpConstraintWords }

export { credentialsPersonal } from './personal.ts'
export { credentialsSealed } from './sealed.ts'
export { credentialEmptying } from './retention/emptying.ts'
export { credentialHoldings } from './own/holdings.ts'
export { screenshotFiles } from './look-ups/step-files.ts'
