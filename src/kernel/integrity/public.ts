export { OVERRIDE_CHANGED, type OverrideChanged } from './overrides/routes.ts'
export { isLiftable } from './overrides/rules.ts'
export type { OverrideSource } from './overrides/sources.ts'
export { type CheckRun, type Integrity, integrityOf } from './runner.ts'
export { tellingTo } from './telling.ts'
export {
  type CheckResult,
  findResult,
  listLatestResults,
  listNewestAnswers,
  listResultsOf,
  listResultsOfRun,
} from './store.ts'
export { listCasesOf } from './cases/of-group.ts'
export { listLifts } from './overrides/store.ts'
export { type Freeze, type FreezeAsk, findFreeze, freezesOn, holdFreezes, listFrozenNow } from './cases/freeze.ts'
export type { CaseGroup, CaseGroupMember, CaseGroups } from './cases/groups.ts'
export { CASE_NAMES_GROUPS, type CaseNamesGroups } from './cases/opening.ts'
export { CASE_CONCLUDED, type CaseConcluded } from './cases/routes.ts'
export type { FrozenClaim } from './cases/showing.ts'
export { openByHand } from './cases/opening.ts'
export type { Population, PopulationFilter, PopulationRow } from './samples/populations.ts'
export { resultLinks } from './result-link.ts'
export { addPaper, openPaper, paperShown } from './papers/beside.ts'
export { listPapersOf, type PaperTable } from './papers/beside-store.ts'
