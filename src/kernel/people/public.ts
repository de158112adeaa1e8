export { REGISTERS } from './checks/words.ts'
export { importInsuredList, type InsuredList } from './insured/importing.ts'
export type { InsuredImport } from './insured/store.ts'
export { REGISTER_ANSWERED, type RegisterAnswered } from './letters/answering.ts'
export { lettersRegister } from './letters/register.ts'
export type { GroupPerson, LetterGroup, LetterSource } from './letters/sources.ts'
export {
  type Compared,
  type Register,
  type RegisterAnswer,
  type RegisterAsk,
  type RegisterHit,
  type RegisterName,
  type Registers,
  registersOf,
} from './registers.ts'
export { type InsuredSpellKnown, listSpellsOf as listInsuredSpells } from './insured/spells-store.ts'
export { listPersonIdsInsuredBy } from './timeline/store.ts'
export { PEOPLE_TOLD_OF, type PeopleToldOf } from './told.ts'
export {
  type BankAccountGiven,
  bankAccountKey,
  type BankAccountShown,
  findAnyPersonId,
  findOrganisation,
  hasOrganisationNamed,
  findPersonIds,
  findPersonIdsByLookup,
  findPhone,
  listAccountSharers,
  indexPhones,
  listBankAccounts,
  listHolderNames,
  listIdentityLookups,
  listOrganisationNames,
  listOrganisations,
  listPersons,
  listPersonsByPhone,
  listRecordedNames,
  listSexesAndBirths,
  listUsccs,
  lockPersons,
  openBankAccounts,
  openIdentityNumbers,
  type Organisation,
  type PersonGiven,
  type PersonShown,
  phoneLookup,
  type RecordedName,
  type SexAndBirth,
  saveBankAccounts,
  saveOrganisation,
  savePersons,
} from './store.ts'
export type { NameReach } from './corrections/reach.ts'
export { isKeepable, makeCorrection } from './corrections/making.ts'
export {
  answeredBy as correctionAnsweredBy,
  CORRECTION_ITEMS,
  type CorrectionItem,
  isCorrectionItem,
  LONGEST as LONGEST_CORRECTION,
  stateOf as correctionStateOf,
} from './corrections/rules.ts'
export { type Correction, listCorrectionsOfPerson } from './corrections/store.ts'
export {
  ITEM_WORDS as CORRECTION_ITEM_WORDS,
  STATE_WORDS as CORRECTION_STATE_WORDS,
  words as correctionWords,
} from './corrections/words.ts'
