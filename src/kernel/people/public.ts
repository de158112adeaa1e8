export { importInsuredList, type InsuredList } from './insured/importing.ts'
export type { InsuredImport } from './insured/store.ts'
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
export {
  type BankAccountGiven,
  bankAccountKey,
  type BankAccountShown,
  findOrganisation,
  findPersonIds,
  listBankAccounts,
  listNames,
  listOrganisationNames,
  listOrganisations,
  listPersons,
  lockPersons,
  openBankAccounts,
  openIdentityNumbers,
  type Organisation,
  type PersonGiven,
  type PersonShown,
  saveBankAccounts,
  saveOrganisation,
  savePersons,
} from './store.ts'
