export { type AgeRules, ageRules } from './parameters/age-rules.ts'
export { type AnswerDocument, readAnswer, writeAnswer } from './deciding/answer-document.ts'
export { contentHash } from './decisions/content-hash.ts'
export { type CasePlace, type CasesAsked, countCases, readCases } from './simulating/cases-store.ts'
export {
  type CasesBuilder,
  columnsOfCases,
  factsAt,
  type KeptCases,
  lacksFact,
  putFact,
  startCases,
} from './simulating/kept-cases.ts'
export { findDraft, findRevision } from './editing/store.ts'
export { KINDS } from './simulating/simulate.ts'
export { type DatedProgram, datedProgram } from './packs/programs-by-day.ts'
export type { Program } from './deciding/compile.ts'
export type { Slot } from './deciding/slots.ts'
export { readPack, type SchemePack } from './packs/pack.ts'
export { writeDecisionFile } from './decisions/decision-file.ts'
export { amountsOf, answerOf, type KeptFacts, programOf } from './decisions/kept-program.ts'
export { type Manual, manualAnswer, MANUAL_LABEL, whyNotManual, clausesForPeople } from './decisions/manual.ts'
export { replay, type Replayed } from './decisions/replay.ts'
export { decisionHash } from './decisions/decision-hash.ts'
export { AMOUNT, type Answer, type NeededFact, type Reason } from './deciding/decide.ts'
export { explain } from './deciding/explain.ts'
export { sayWouldBe } from './deciding/would-be.ts'
export { type Cover, type Coverage, coverageOf, type Gap, gapsOf } from './limits/coverage.ts'
export { HISTORIES, HISTORY } from './deciding/limits.ts'
export { INSTALMENT_NUMBER, INSTALMENTS, rereadSlots } from './deciding/instalments.ts'
export { pauses } from './deciding/pauses.ts'
export { onUnavailable } from './packs/pack.ts'
export { BESIDE } from './deciding/stacking.ts'
export { besideEach } from './stacking/together.ts'
export {
  type HadBefore,
  type History,
  occupationOf,
  type OccupationKnown,
  sameOccupation,
} from './limits/history.ts'
export {
  type Benefit,
  type BenefitParty,
  type BenefitStatus,
  giveBackOf,
  listBenefitIdsOf,
  listBenefits,
  listUses,
  moveBenefits,
  type PersonUse,
  reserveBenefits,
  takeTurns,
} from './registry/store.ts'
export { FACT_DICTIONARY, FACT_KINDS } from './facts/dictionary.ts'
export { type Facts, type FactValue, known, notApplicable, type Provenance, slotOf, unknown } from './facts/facts.ts'
export { knownBy } from './facts/not-yet.ts'
export { type FormName, type WordedForm, wordedForm } from './parameters/form-wording.ts'
export type { DecidingDates } from './packs/in-force.ts'
export { findUnder, type Limit, type LimitWindow } from './limits/limits.ts'
export {
  type DistrictSchemes,
  parametersOn,
  policyFolder,
  type ProvinceScheme,
  type Scheme,
  shippedSchemes,
} from './packs/library.ts'
export { schemesOf } from './published/schemes.ts'
export { listPublicSchemes, type PublicScheme, type PublicSchemeText } from './published/public-list.ts'
export { publishedProofs } from './published/proofs.ts'
export { packSchema } from './packs/pack-schema.ts'
export type { Placeholder } from './packs/placeholders.ts'
export { loadPolicies } from './packs/load.ts'
export { registryProofs } from './registry/proofs.ts'
export { policyProofs } from './decisions/proofs.ts'
export { policyPersonal } from './personal.ts'
export { policySealed } from './sealed.ts'
export { type ParameterName, PARAMETERS, type ParameterValue } from './parameters/parameter-shapes.ts'
export type { Parameters } from './parameters/parameters.ts'
export {
  FACTS_RECORDED,
  type FactsRecorded,
  type FactSupplier,
  recordFacts,
  tellOfGroup,
} from './facts/record-facts.ts'
export {
  type Cause,
  CAUSES,
  findDecision,
  findDocument,
  findFact,
  findHeadOnFact,
  insertDecisions,
  type KeptDecision,
  listChains,
  listDecidedFacts,
  listDecidedSchemes,
  listDecisions,
  listDecisionsById,
  listDecisionsOnFact,
  listFacts,
  listFactsById,
  listFactsOfGroups,
  listHeadsOfVersions,
  listSchemesDecidedAnew,
  listFactsBySource,
  listVersionsOfFact,
  type PolicyFact,
} from './decisions/store.ts'
