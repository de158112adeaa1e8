export {
  type Aspect,
  ASPECTS,
  type CandidateMarks,
  type Mark,
  notPassed,
  type PassLines,
  type PointsTerms,
  readPoints,
} from './rules.ts'
export {
  type AssessmentRef,
  findMarkSheet,
  latestMarks,
  listMarks,
  listMarkSheets,
  listMarkSheetsById,
  type MarkGiven,
  type MarkSheet,
  saveMarkSheet,
} from './store.ts'
export type { Assessment } from './trails.ts'
export { ASPECT_WORDS } from './words.ts'
