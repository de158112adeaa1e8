import type { ConstraintWords } from '../../platform/http/public.ts'
import { overrideConstraintWords } from './overrides/words.ts'

export { overrideRoutes as integrityRoutes } from './overrides/routes.ts'
export { overrideTrail } from './overrides/trail.ts'

export const integrityConstraintWords: ConstraintWords = overrideConstraintWords
