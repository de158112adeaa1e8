export { markingTrails, markingWays, markSheetTeller } from './trails.ts'
export { constraintWords as markingConstraintWords } from './words.ts'

export { markingPersonal } from './personal.ts'
export { markingSealed } from './sealed.ts'
export { markingFiles } from './step-files.ts'
