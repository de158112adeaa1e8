export {
  type Check,
  type CheckAction,
  type CheckAsk,
  type CheckSubject,
  defineCheck,
  type Evidence,
  failed,
  type Finding,
  type Moment,
  notApplicable,
  type Outcome,
  type ParametersInForce,
  passed,
  unavailable,
} from './checks.ts'
export { ground, NO_GROUND } from './grounds.ts'
export { defineForm, type FileCover, type FileKind, type Form, type FormAsk, type PaperSubject } from './paper/forms.ts'
export { findScan, listScans } from './paper/store.ts'
export type { Group, GroupMember, GroupTeller } from './groups.ts'
export { type Act, type ActOfSomebody, listActs, listActsBy, recordAct, type RecordedAct } from './store.ts'
export { ledBy, ledEach, type LinkAt, placeName } from './led.ts'
export type { Trail, TrailLink, TrailPaper, TrailPlace, TrailStep, TrailWays } from './trails.ts'
export { readingTimeline } from './timelines/readings.ts'
export { momentId, olderThan, type TimelineWindow } from './timelines/store.ts'
export { gatherTimeline, type Timeline, type TimelineEntry, type TimelineKey } from './timelines/timelines.ts'
export { type Walking, walkingOf } from './walking.ts'
export { personalOf, type PersonalTables } from './personal/declared.ts'
export { sealedTable, type SealedTables } from './sealing/declared.ts'
export { sealOver } from './sealing/leaf-store.ts'
export { outsideIn } from './sealing/outside.ts'
export type { Difference, Proof, Teller } from './sealing/proofs.ts'
export type { EmptyingRule, Expiring, ExpiringKey, Held, LegalHold } from './retention/declared.ts'
export { emptySealedRows } from './retention/sealed-rows.ts'
export { isEmptied, isFileEmptied, wasEmptied } from './retention/store.ts'
export type { Matter, Matters, Place, Places, SharedPhone } from './reveals/matters.ts'
export { asWritten, type Holding, type Holdings } from './personal/holdings.ts'
export { listFullPrintsOf, listReadingsOfPerson } from './reveals/store.ts'
export { MATTER_WORDS } from './reveals/words.ts'
export { idsOf, type StepFile, type StepFiles } from './archive/declared.ts'
