export { withoutDirections } from './directions.ts'
export { type Binding, bindRoutes, refuseCrossSite } from './bind.ts'
export { openApiOf } from './openapi.ts'
export {
  answerBadAddress,
  answerBadHttp,
  answerProblems,
  type ConstraintWords,
  localeOfRequest,
  type TroublePage,
} from './problems.ts'
export { cookieOf, isPrivate, setCookie } from './cookies.ts'
export {
  type Actor,
  type Ask,
  type AskApart,
  type Download,
  type Route,
  route,
  routeApart,
  type Used,
} from './route.ts'
export { sweepKeys } from './store.ts'
export { words as httpWords } from './words.ts'
