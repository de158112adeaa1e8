export { type Binding, bindRoutes, refuseCrossSite } from './bind.ts'
export { openApiOf } from './openapi.ts'
export {
  answerBadAddress,
  answerProblems,
  type ConstraintWords,
  localeOfRequest,
  type TroublePage,
} from './problems.ts'
export { type Actor, type Ask, type Download, type Route, route } from './route.ts'
export { sweepKeys } from './store.ts'
export { words as httpWords } from './words.ts'
