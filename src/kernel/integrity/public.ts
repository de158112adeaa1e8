export { type CheckRun, type Integrity, integrityOf } from './runner.ts'
export { type CheckResult, findResult, listLatestResults, listResultsOf, listResultsOfRun } from './store.ts'
