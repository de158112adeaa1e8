export { type AgeRules, ageRules } from './age-rules.ts'
export { type AnswerDocument, readAnswer, writeAnswer } from './answer-document.ts'
export { contentHash } from './content-hash.ts'
export { decisionHash } from './decision-hash.ts'
export type { Answer, NeededFact, Reason } from './decide.ts'
export { explain } from './explain.ts'
export { FACT_DICTIONARY } from './dictionary.ts'
export { type Facts, type FactValue, known, notApplicable, type Provenance, slotOf, unknown } from './facts.ts'
export { type FormName, type WordedForm, wordedForm } from './form-wording.ts'
export type { DecidingDates } from './in-force.ts'
export { parametersOn, type ProvinceScheme, provinceSchemesOf, type Scheme, schemesFor } from './library.ts'
export { loadPolicies } from './load.ts'
export { policyProofs } from './proofs.ts'
export { policyPersonal } from './personal.ts'
export { policySealed } from './sealed.ts'
export type { ParameterName, ParameterValue } from './parameter-shapes.ts'
export type { Parameters } from './parameters.ts'
export { FACTS_RECORDED, type FactsRecorded, type FactSupplier, recordFacts, tellOfGroup } from './record-facts.ts'
export {
  findDecision,
  findFact,
  insertDecisions,
  type KeptDecision,
  listDecidedFacts,
  listDecidedSchemes,
  listDecisions,
  listDecisionsById,
  listFacts,
  listFactsById,
  listFactsOfGroups,
  type PolicyFact,
} from './store.ts'
