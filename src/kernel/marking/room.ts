export { markingTrails, markSheetTeller } from './trails.ts'
export { constraintWords as markingConstraintWords } from './words.ts'
