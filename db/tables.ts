// Written from the catalogue by `npm run snapshots`; not to be edited.
import type { ColumnType } from 'kysely'

export interface AccessAccounts {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  name: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>
  roles: ColumnType<string[], string[], string[]>
  password_hash: ColumnType<string | null, string | null | undefined, string | null>
  active_from: ColumnType<string, string, string>
  active_to: ColumnType<string | null, string | null | undefined, string | null>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessDelegationEnds {
  district: ColumnType<number, number, number>
  delegation_id: ColumnType<string, string, string>
  last_day: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessDelegations {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  absent_person_id: ColumnType<string, string, string>
  deputy_person_id: ColumnType<string, string, string>
  roles: ColumnType<string[], string[], string[]>
  from_day: ColumnType<string, string, string>
  to_day: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessEmergencies {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  role: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  ticket: ColumnType<string, string, string>
  began_at: ColumnType<Date, Date, Date>
  until_at: ColumnType<Date, Date, Date>
  review_by: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessEmergencyEnds {
  district: ColumnType<number, number, number>
  emergency_id: ColumnType<string, string, string>
  ended_at: ColumnType<Date, Date, Date>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessEmergencyReviews {
  district: ColumnType<number, number, number>
  use_id: ColumnType<string, string, string>
  user_person_id: ColumnType<string, string, string>
  reviewer_person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  justified: ColumnType<boolean, boolean, boolean>
  word: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessEmergencyUses {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  emergency_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  until_at: ColumnType<Date, Date, Date>
  method: ColumnType<string, string, string>
  path: ColumnType<string, string, string>
  permission: ColumnType<string, string, string>
  subject: ColumnType<string, string, string>
  reads: ColumnType<boolean, boolean, boolean>
  used_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessHandOvers {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  successor_account_id: ColumnType<string | null, string | null | undefined, string | null>
  leaves: ColumnType<boolean, boolean, boolean>
  reason: ColumnType<string, string, string>
  work: ColumnType<unknown, string, string>
  person_id: ColumnType<string, string, string>
  handed_account_id: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessInvitations {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  token_sha256: ColumnType<Buffer, Buffer, Buffer>
  expires_at: ColumnType<Date, Date, Date>
  invited_by: ColumnType<string, string, string>
  invited_account_id: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  used_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface AccessPasswords {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  password_hash: ColumnType<string, string, string>
  set_at: ColumnType<Date, Date | undefined, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessRecoveryCodes {
  district: ColumnType<number, number, number>
  account_id: ColumnType<string, string, string>
  code_lookup: ColumnType<Buffer, Buffer, Buffer>
  made_at: ColumnType<Date, Date | undefined, Date>
  used_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface AccessResidentCodes {
  district: ColumnType<number, number, number>
  token_sha256: ColumnType<Buffer, Buffer, Buffer>
  phone_lookup: ColumnType<Buffer, Buffer, Buffer>
  code_lookup: ColumnType<Buffer, Buffer, Buffer>
  asked_at: ColumnType<Date, Date | undefined, Date>
  expires_at: ColumnType<Date, Date, Date>
  tries: ColumnType<number, number | undefined, number>
  passed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  used_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface AccessResidentSessions {
  district: ColumnType<number, number, number>
  token_sha256: ColumnType<Buffer, Buffer, Buffer>
  person_id: ColumnType<string, string, string>
  started_at: ColumnType<Date, Date | undefined, Date>
  expires_at: ColumnType<Date, Date, Date>
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface AccessRoleEnds {
  district: ColumnType<number, number, number>
  grant_id: ColumnType<string, string, string>
  last_day: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessRoleGrants {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  of_organisation: ColumnType<boolean, boolean, boolean>
  role: ColumnType<string, string, string>
  from_day: ColumnType<string, string, string>
  to_day: ColumnType<string | null, string | null | undefined, string | null>
  reason: ColumnType<string, string, string>
  granted_by: ColumnType<string | null, string | null | undefined, string | null>
  granted_account_id: ColumnType<string | null, string | null | undefined, string | null>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessScopeEnds {
  district: ColumnType<number, number, number>
  scope_id: ColumnType<string, string, string>
  last_day: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessScopes {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  from_day: ColumnType<string, string, string>
  to_day: ColumnType<string | null, string | null | undefined, string | null>
  reason: ColumnType<string, string, string>
  granted_by: ColumnType<string, string, string>
  granted_account_id: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface AccessSecondFactors {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  secret_sealed: ColumnType<Buffer, Buffer, Buffer>
  begun_at: ColumnType<Date, Date | undefined, Date>
  confirmed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  last_step: ColumnType<bigint | null, bigint | null | undefined, bigint | null>
}

export interface AccessSessions {
  district: ColumnType<number, number, number>
  token_sha256: ColumnType<Buffer, Buffer, Buffer>
  account_id: ColumnType<string, string, string>
  started_at: ColumnType<Date, Date | undefined, Date>
  expires_at: ColumnType<Date, Date, Date>
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  id: ColumnType<string, string, string>
  device: ColumnType<string, string | undefined, string>
  seen_at: ColumnType<Date, Date | undefined, Date>
  second_factor_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  wrong_before: ColumnType<number, number | undefined, number>
  wrong_last_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface AccessSignIns {
  district: ColumnType<number, number, number>
  token_sha256: ColumnType<Buffer, Buffer, Buffer>
  account_id: ColumnType<string, string, string>
  step: ColumnType<string, string, string>
  device: ColumnType<string, string, string>
  started_at: ColumnType<Date, Date | undefined, Date>
  expires_at: ColumnType<Date, Date, Date>
  tries: ColumnType<number, number | undefined, number>
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface AccessTries {
  district: ColumnType<number, number, number>
  what: ColumnType<string, string, string>
  of_whom: ColumnType<Buffer, Buffer, Buffer>
  hour: ColumnType<Date, Date, Date>
  count: ColumnType<number, number, number>
}

export interface AccessWrongTries {
  district: ColumnType<number, number, number>
  account_id: ColumnType<string, string, string>
  count: ColumnType<number, number, number>
  last_at: ColumnType<Date, Date, Date>
}

export interface ClockOffsets {
  district: ColumnType<number, number, number>
  offset_seconds: ColumnType<bigint, bigint, bigint>
  moved_at: ColumnType<Date, Date | undefined, Date>
}

export interface CredentialsCertificates {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  certificate_no: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  occupation_id: ColumnType<string, string, string>
  level: ColumnType<string, string, string>
  issued_on: ColumnType<string, string, string>
  told_by_kind: ColumnType<string, string, string>
  told_by_id: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  superseded_by: ColumnType<string | null, string | null | undefined, string | null>
  told_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface CredentialsLookUpLines {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  look_up_id: ColumnType<string, string, string>
  certificate_id: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  differing: ColumnType<string[], string[], string[]>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface CredentialsLookUpScreenshots {
  district: ColumnType<number, number, number>
  look_up_id: ColumnType<string, string, string>
  screenshot_id: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface CredentialsLookUps {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  site: ColumnType<string, string, string>
  looked_on: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface CredentialsScreenshots {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  media_type: ColumnType<string, string, string>
  size_bytes: ColumnType<number, number, number>
  sha256: ColumnType<Buffer, Buffer, Buffer>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FilesFiles {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  sha256: ColumnType<Buffer, Buffer, Buffer>
  name: ColumnType<string, string, string>
  media_type: ColumnType<string, string, string>
  size_bytes: ColumnType<number, number, number>
  sealed_bytes: ColumnType<Buffer, Buffer, Buffer>
  created_at: ColumnType<Date, Date | undefined, Date>
  created_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface FundsAccountCorrectionDecisions {
  district: ColumnType<number, number, number>
  correction_id: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  decided_by: ColumnType<string, string, string>
  decided_account_id: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsAccountCorrections {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  claim_line_id: ColumnType<string, string, string>
  payment_id: ColumnType<string | null, string | null | undefined, string | null>
  nth: ColumnType<number, number, number>
  former_account_id: ColumnType<string, string, string>
  bank_account_id: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  evidence: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  proposed_account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsBankFiles {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  batch_id: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  name: ColumnType<string, string, string>
  sha256: ColumnType<Buffer, Buffer, Buffer>
  exported_at: ColumnType<Date, Date, Date>
  exported_by: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsBatchChecks {
  district: ColumnType<number, number, number>
  batch_id: ColumnType<string, string, string>
  claim_id: ColumnType<string, string, string>
  run_id: ColumnType<string, string, string>
  checks_asked: ColumnType<number, number, number>
  checks_passed: ColumnType<number, number, number>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsBatchClaims {
  district: ColumnType<number, number, number>
  batch_id: ColumnType<string, string, string>
  claim_id: ColumnType<string, string, string>
  again: ColumnType<boolean, boolean | undefined, boolean>
  nth: ColumnType<number, number | undefined, number>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsBatchKeepers {
  district: ColumnType<number, number, number>
  batch_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  person_id: ColumnType<string, string, string>
  given_by: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsBatchLines {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  batch_id: ColumnType<string, string, string>
  claim_line_id: ColumnType<string, string, string>
  position: ColumnType<number, number, number>
  reference: ColumnType<string, string, string>
  payee_name: ColumnType<string, string, string>
  account_sealed: ColumnType<Buffer, Buffer, Buffer>
  account_tail: ColumnType<string, string, string>
  bank_name: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  purpose: ColumnType<string, string, string>
  status: ColumnType<string, string, string>
  replaces_id: ColumnType<string | null, string | null | undefined, string | null>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsBatchSignatures {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  batch_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  content_sha256: ColumnType<Buffer, Buffer, Buffer>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  nth: ColumnType<number, number | undefined, number>
}

export interface FundsBatchWithdrawals {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  batch_id: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  withdrawn_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsBatches {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  fund: ColumnType<string, string, string>
  line_id: ColumnType<string, string, string>
  claim_count: ColumnType<number, number, number>
  line_count: ColumnType<number, number, number>
  amount_fen: ColumnType<bigint, bigint, bigint>
  bank_template: ColumnType<unknown, string, string>
  content_sha256: ColumnType<Buffer, Buffer, Buffer>
  status: ColumnType<string, string, string>
  made_by: ColumnType<string, string, string>
  frozen_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsBudgetBalances {
  district: ColumnType<number, number, number>
  line_id: ColumnType<string, string, string>
  appropriated_fen: ColumnType<bigint, bigint | undefined, bigint>
  available_fen: ColumnType<bigint, bigint | undefined, bigint>
  reserved_fen: ColumnType<bigint, bigint | undefined, bigint>
  committed_fen: ColumnType<bigint, bigint | undefined, bigint>
  paid_fen: ColumnType<bigint, bigint | undefined, bigint>
  returned_fen: ColumnType<bigint, bigint | undefined, bigint>
  recovered_fen: ColumnType<bigint, bigint | undefined, bigint>
}

export interface FundsBudgetLines {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  fund: ColumnType<string, string, string>
  name: ColumnType<string, string, string>
  year: ColumnType<number, number, number>
  document: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsClaimConfirmations {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  claim_id: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  way: ColumnType<string, string, string>
  reasons: ColumnType<unknown, string | undefined, string>
  scan_id: ColumnType<string | null, string | null | undefined, string | null>
  paper_reason: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  content_sha256: ColumnType<Buffer, Buffer, Buffer>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsClaimHands {
  district: ColumnType<number, number, number>
  claim_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  duty: ColumnType<string, string, string>
  taken_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsClaimLines {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  claim_id: ColumnType<string, string, string>
  entitlement_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  position: ColumnType<number, number, number>
  payee_name: ColumnType<string, string, string>
  bank_account_id: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsClaimPeople {
  district: ColumnType<number, number, number>
  claim_id: ColumnType<string, string, string>
  decision_id: ColumnType<string, string, string>
  fact_id: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  position: ColumnType<number, number, number>
  standing: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  reasons: ColumnType<unknown, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsClaimReviews {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  claim_id: ColumnType<string, string, string>
  duty: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  reasons: ColumnType<unknown, string | undefined, string>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  content_sha256: ColumnType<Buffer, Buffer, Buffer>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  draw_id: ColumnType<string | null, string | null | undefined, string | null>
  delegation_id: ColumnType<string | null, string | null | undefined, string | null>
  given_as: ColumnType<string | null, string | null | undefined, string | null>
  minutes_number: ColumnType<string | null, string | null | undefined, string | null>
  paper_id: ColumnType<string | null, string | null | undefined, string | null>
}

export interface FundsClaims {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  scheme_version: ColumnType<string, string, string>
  scheme_title: ColumnType<unknown, string, string>
  fund: ColumnType<string, string, string>
  line_id: ColumnType<string, string, string>
  organisation_id: ColumnType<string, string, string>
  organisation_name: ColumnType<string, string, string>
  fact_kind: ColumnType<string, string, string>
  group_kind: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  title: ColumnType<string, string, string>
  head_count: ColumnType<number, number, number>
  held_count: ColumnType<number, number, number>
  refused_count: ColumnType<number, number, number>
  amount_fen: ColumnType<bigint, bigint, bigint>
  check_run_id: ColumnType<string, string, string>
  checks_asked: ColumnType<number, number, number>
  checks_passed: ColumnType<number, number, number>
  unavailable: ColumnType<unknown, string, string>
  content_sha256: ColumnType<Buffer, Buffer, Buffer>
  status: ColumnType<string, string, string>
  assembled_at: ColumnType<Date, Date, Date>
  replaces_id: ColumnType<string | null, string | null | undefined, string | null>
  replaces_because: ColumnType<unknown | null, string | null | undefined, string | null>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  supplement: ColumnType<number, number | undefined, number>
  supplement_because: ColumnType<unknown | null, string | null | undefined, string | null>
}

export interface FundsEntitlements {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  decision_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  fund: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  status: ColumnType<string, string, string>
  created_at: ColumnType<Date, Date | undefined, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsHistoryPeople {
  district: ColumnType<number, number, number>
  source_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  answer: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsHistorySources {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  source: ColumnType<string, string, string>
  about: ColumnType<string, string, string>
  covers_from: ColumnType<string | null, string | null | undefined, string | null>
  covers_to: ColumnType<string, string, string>
  families: ColumnType<string[], string[], string[]>
  file_id: ColumnType<string | null, string | null | undefined, string | null>
  file_name: ColumnType<string, string, string>
  sha256: ColumnType<Buffer, Buffer, Buffer>
  group_kind: ColumnType<string | null, string | null | undefined, string | null>
  group_id: ColumnType<string | null, string | null | undefined, string | null>
  group_title: ColumnType<unknown | null, string | null | undefined, string | null>
  columns_read: ColumnType<unknown, string | undefined, string>
  row_count: ColumnType<number | null, number | null | undefined, number | null>
  amount_fen: ColumnType<bigint | null, bigint | null | undefined, bigint | null>
  doubts: ColumnType<unknown, string | undefined, string>
  withdrawn: ColumnType<boolean, boolean | undefined, boolean>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsHistoryWithdrawals {
  district: ColumnType<number, number, number>
  source_id: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsInstalments {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  promise_id: ColumnType<string, string, string>
  round_id: ColumnType<string, string, string>
  number: ColumnType<number, number, number>
  due_on: ColumnType<string, string, string>
  ends_on: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  status: ColumnType<string, string | undefined, string>
  because: ColumnType<unknown | null, string | null | undefined, string | null>
  looked_on: ColumnType<string | null, string | null | undefined, string | null>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsLedgerMappings {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  headings_sha256: ColumnType<Buffer, Buffer, Buffer>
  columns: ColumnType<unknown, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsLedgerWordings {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  wording: ColumnType<string, string, string>
  means: ColumnType<string | null, string | null | undefined, string | null>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsLineHolds {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  claim_id: ColumnType<string, string, string>
  claim_line_id: ColumnType<string, string, string>
  case_id: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  status: ColumnType<string, string, string>
  held_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsLineMonths {
  district: ColumnType<number, number, number>
  line_id: ColumnType<string, string, string>
  month: ColumnType<string, string, string>
  account: ColumnType<string, string, string>
  in_fen: ColumnType<bigint, bigint | undefined, bigint>
  out_fen: ColumnType<bigint, bigint | undefined, bigint>
}

export interface FundsObjections {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  notice_id: ColumnType<string, string, string>
  claim_line_id: ColumnType<string, string, string>
  hold_id: ColumnType<string, string, string>
  received_on: ColumnType<string, string, string>
  channel: ColumnType<string, string, string>
  said: ColumnType<string, string, string>
  objector_sealed: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  recorded_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsOldListMappings {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  headings_sha256: ColumnType<Buffer, Buffer, Buffer>
  columns: ColumnType<unknown, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsOldListSettlements {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  difference_key: ColumnType<Buffer, Buffer, Buffer>
  kind: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsPaperApprovalDecisions {
  district: ColumnType<number, number, number>
  paper_id: ColumnType<string, string, string>
  claim_id: ColumnType<string, string, string>
  recorded_by: ColumnType<string, string, string>
  approver_id: ColumnType<string, string, string>
  verdict: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  decided_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsPaperApprovals {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  claim_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  approver_id: ColumnType<string, string, string>
  approver_account: ColumnType<string, string, string>
  given_as: ColumnType<string, string, string>
  signed_on: ColumnType<string, string, string>
  minutes_number: ColumnType<string | null, string | null | undefined, string | null>
  scan_id: ColumnType<string, string, string>
  content_sha256: ColumnType<Buffer, Buffer, Buffer>
  recorded_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsPastPayments {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  source_id: ColumnType<string, string, string>
  sheet_row: ColumnType<number, number, number>
  identity_lookup: ColumnType<Buffer, Buffer, Buffer>
  family: ColumnType<string, string, string>
  occupation_id: ColumnType<string | null, string | null | undefined, string | null>
  occupation_text: ColumnType<string, string, string>
  level: ColumnType<string | null, string | null | undefined, string | null>
  certificate_no: ColumnType<string | null, string | null | undefined, string | null>
  amount_fen: ColumnType<bigint, bigint, bigint>
  paid_from: ColumnType<string, string, string>
  paid_to: ColumnType<string, string, string>
  payee: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsPersonReports {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  claim_id: ColumnType<string, string, string>
  decision_id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  said: ColumnType<string, string, string>
  form_key: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsPromises {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  decision_id: ColumnType<string, string, string>
  fact_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  organisation_id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  scheme_version: ColumnType<string, string, string>
  scheme_title: ColumnType<unknown, string, string>
  fund: ColumnType<string, string, string>
  title: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  instalments: ColumnType<number, number, number>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsProvinceExports {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  list_id: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  name: ColumnType<string, string, string>
  sha256: ColumnType<Buffer, Buffer, Buffer>
  template: ColumnType<unknown, string, string>
  purpose: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsProvinceImports {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  as_of: ColumnType<string, string, string>
  whole: ColumnType<boolean, boolean, boolean>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  sha256: ColumnType<Buffer, Buffer, Buffer>
  columns_read: ColumnType<unknown, string, string>
  row_count: ColumnType<number | null, number | null | undefined, number | null>
  paid_count: ColumnType<number | null, number | null | undefined, number | null>
  amount_fen: ColumnType<bigint | null, bigint | null | undefined, bigint | null>
  paid_fen: ColumnType<bigint | null, bigint | null | undefined, bigint | null>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsProvinceListEvents {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  list_id: ColumnType<string, string, string>
  status_from: ColumnType<string | null, string | null | undefined, string | null>
  status_to: ColumnType<string, string, string>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  note: ColumnType<string, string | undefined, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsProvinceListHands {
  district: ColumnType<number, number, number>
  list_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  duty: ColumnType<string, string, string>
  outcome: ColumnType<string | null, string | null | undefined, string | null>
  reasons: ColumnType<unknown, string | undefined, string>
  content_sha256: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsProvinceListPeople {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  list_id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  decision_id: ColumnType<string, string, string>
  fact_id: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  position: ColumnType<number, number, number>
  reference: ColumnType<string, string, string>
  identity_lookup: ColumnType<Buffer, Buffer, Buffer>
  masked_name: ColumnType<string, string, string>
  masked_identity: ColumnType<string, string, string>
  level: ColumnType<string | null, string | null | undefined, string | null>
  certificate_no: ColumnType<string | null, string | null | undefined, string | null>
  bank_account_id: ColumnType<string, string, string>
  standing: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  reasons: ColumnType<unknown, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsProvinceLists {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  scheme_version: ColumnType<string, string, string>
  scheme_title: ColumnType<unknown, string, string>
  fund: ColumnType<string, string, string>
  organisation_id: ColumnType<string, string, string>
  organisation_name: ColumnType<string, string, string>
  fact_kind: ColumnType<string, string, string>
  group_kind: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  title: ColumnType<string, string, string>
  head_count: ColumnType<number, number, number>
  held_count: ColumnType<number, number, number>
  refused_count: ColumnType<number, number, number>
  amount_fen: ColumnType<bigint, bigint, bigint>
  check_run_id: ColumnType<string, string, string>
  checks_asked: ColumnType<number, number, number>
  checks_passed: ColumnType<number, number, number>
  unavailable: ColumnType<unknown, string, string>
  content_sha256: ColumnType<Buffer, Buffer, Buffer>
  status: ColumnType<string, string, string>
  assembled_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsProvinceMappings {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  headings_sha256: ColumnType<Buffer, Buffer, Buffer>
  columns: ColumnType<unknown, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsProvinceRows {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  import_id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  sheet_row: ColumnType<number, number, number>
  reference: ColumnType<string, string, string>
  our_reference: ColumnType<string | null, string | null | undefined, string | null>
  identity_lookup: ColumnType<Buffer, Buffer, Buffer>
  masked_name: ColumnType<string, string, string>
  masked_identity: ColumnType<string, string, string>
  level: ColumnType<string | null, string | null | undefined, string | null>
  certificate_no: ColumnType<string | null, string | null | undefined, string | null>
  amount_fen: ColumnType<bigint, bigint, bigint>
  state: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  paid_on: ColumnType<string | null, string | null | undefined, string | null>
  paid_fen: ColumnType<bigint | null, bigint | null | undefined, bigint | null>
}

export interface FundsPublicNoticeRows {
  district: ColumnType<number, number, number>
  notice_id: ColumnType<string, string, string>
  claim_line_id: ColumnType<string, string, string>
  position: ColumnType<number, number, number>
  masked_name: ColumnType<string, string, string>
  masked_identity: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsPublicNotices {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  claim_id: ColumnType<string, string, string>
  head_count: ColumnType<number, number, number>
  amount_fen: ColumnType<bigint, bigint, bigint>
  published_on: ColumnType<string, string, string>
  ends_on: ColumnType<string, string, string>
  working_days: ColumnType<number, number, number>
  counting: ColumnType<string, string, string>
  list_sha256: ColumnType<Buffer, Buffer, Buffer>
  status: ColumnType<string, string, string>
  published_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  published_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsReconciliationLines {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  reconciliation_id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  about: ColumnType<string, string, string>
  says: ColumnType<string, string, string>
  list_person_id: ColumnType<string | null, string | null | undefined, string | null>
  province_row_id: ColumnType<string | null, string | null | undefined, string | null>
  masked_name: ColumnType<string, string, string>
  masked_identity: ColumnType<string, string, string>
  here: ColumnType<unknown, string, string>
  there: ColumnType<unknown, string, string>
  other: ColumnType<unknown | null, string | null | undefined, string | null>
}

export interface FundsReconciliationSettlements {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  about: ColumnType<string, string, string>
  says: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  document: ColumnType<string, string | undefined, string>
  asked_on: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsReconciliations {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  import_id: ColumnType<string | null, string | null | undefined, string | null>
  here_count: ColumnType<number, number, number>
  here_fen: ColumnType<bigint, bigint, bigint>
  there_count: ColumnType<number, number, number>
  there_fen: ColumnType<bigint, bigint, bigint>
  paid_count: ColumnType<number, number, number>
  paid_fen: ColumnType<bigint, bigint, bigint>
  agree_count: ColumnType<number, number, number>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsRecoveries {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  payment_id: ColumnType<string, string, string>
  payment_fen: ColumnType<bigint, bigint, bigint>
  amount_fen: ColumnType<bigint, bigint, bigint>
  reason: ColumnType<string, string, string>
  document: ColumnType<string, string, string>
  status: ColumnType<string, string | undefined, string>
  received_fen: ColumnType<bigint, bigint | undefined, bigint>
  proposed_by: ColumnType<string, string, string>
  proposed_account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  decision_id: ColumnType<string | null, string | null | undefined, string | null>
  before_fen: ColumnType<bigint, bigint | undefined, bigint>
}

export interface FundsRecoveryDecisions {
  district: ColumnType<number, number, number>
  recovery_id: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  decided_by: ColumnType<string, string, string>
  decided_account_id: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsRecoveryReceipts {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  recovery_id: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  voucher: ColumnType<string, string, string>
  received_on: ColumnType<string, string, string>
  entered_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsRedecisionAnswers {
  district: ColumnType<number, number, number>
  redecision_id: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  answered_by: ColumnType<string, string, string>
  answered_account_id: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsRedecisionFiles {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  redecision_id: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  media_type: ColumnType<string, string, string>
  size_bytes: ColumnType<number, number, number>
  file_sha256: ColumnType<Buffer, Buffer, Buffer>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsRedecisionItems {
  district: ColumnType<number, number, number>
  redecision_id: ColumnType<string, string, string>
  decision_id: ColumnType<string, string, string>
  claim_id: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  was_fen: ColumnType<bigint, bigint, bigint>
  answer: ColumnType<string, string, string>
  effective_fen: ColumnType<bigint, bigint, bigint>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsRedecisionMade {
  district: ColumnType<number, number, number>
  redecision_id: ColumnType<string, string, string>
  decision_id: ColumnType<string, string, string>
  made_id: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsRedecisions {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  scheme_title: ColumnType<unknown, string, string>
  cause: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  document: ColumnType<string, string, string>
  manual: ColumnType<unknown | null, string | null | undefined, string | null>
  about_kind: ColumnType<string | null, string | null | undefined, string | null>
  about_id: ColumnType<string | null, string | null | undefined, string | null>
  difference_fen: ColumnType<bigint, bigint, bigint>
  seen_sha256: ColumnType<Buffer, Buffer, Buffer>
  proposed_by: ColumnType<string, string, string>
  proposed_account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsReportAnswers {
  district: ColumnType<number, number, number>
  report_id: ColumnType<string, string, string>
  answer: ColumnType<string, string, string>
  answered_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsReturnFiles {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  batch_id: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  name: ColumnType<string, string, string>
  sha256: ColumnType<Buffer, Buffer, Buffer>
  paid_count: ColumnType<number, number, number>
  paid_fen: ColumnType<bigint, bigint, bigint>
  returned_count: ColumnType<number, number, number>
  returned_fen: ColumnType<bigint, bigint, bigint>
  applied_at: ColumnType<Date, Date, Date>
  applied_by: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsReviewDraws {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  claim_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  way: ColumnType<string, string, string>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  seed: ColumnType<string, string, string>
  candidates: ColumnType<unknown, string, string>
  excluded: ColumnType<unknown, string, string>
  reason: ColumnType<string, string, string>
  by_person: ColumnType<string | null, string | null | undefined, string | null>
  by_account: ColumnType<string | null, string | null | undefined, string | null>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsStatusEvents {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  subject_kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  status_from: ColumnType<string | null, string | null | undefined, string | null>
  status_to: ColumnType<string, string, string>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  note: ColumnType<string, string | undefined, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsTransfers {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  line_id: ColumnType<string, string, string>
  debit: ColumnType<string, string, string>
  credit: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  reason: ColumnType<string, string, string>
  note: ColumnType<string, string | undefined, string>
  subject_kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsTrialBlocks {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  trial_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  cases: ColumnType<number, number, number>
  ids: ColumnType<Buffer, Buffer, Buffer>
  keys: ColumnType<Buffer, Buffer, Buffer>
  amounts: ColumnType<Buffer, Buffer, Buffer>
  marks: ColumnType<Buffer, Buffer, Buffer>
}

export interface FundsTrials {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  fact_kind: ColumnType<string, string, string>
  after_named: ColumnType<unknown, string, string>
  after_document: ColumnType<unknown, string, string>
  after_sha256: ColumnType<Buffer, Buffer, Buffer>
  draft_id: ColumnType<string | null, string | null | undefined, string | null>
  before_named: ColumnType<unknown | null, string | null | undefined, string | null>
  before_document: ColumnType<unknown | null, string | null | undefined, string | null>
  before_sha256: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  values_on: ColumnType<string | null, string | null | undefined, string | null>
  from_on: ColumnType<string, string, string>
  to_on: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  status: ColumnType<string, string, string>
  begun: ColumnType<number, number | undefined, number>
  cases_done: ColumnType<number, number | undefined, number>
  cases_of: ColumnType<number | null, number | null | undefined, number | null>
  last_on: ColumnType<string | null, string | null | undefined, string | null>
  last_fact_id: ColumnType<string | null, string | null | undefined, string | null>
  names: ColumnType<unknown | null, string | null | undefined, string | null>
  tally: ColumnType<unknown | null, string | null | undefined, string | null>
  lines: ColumnType<unknown | null, string | null | undefined, string | null>
  asked_at: ColumnType<Date, Date | undefined, Date>
  business_at: ColumnType<Date, Date, Date>
  beat_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  expires_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface FundsVouchers {
  district: ColumnType<number, number, number>
  return_file_id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  issued_on: ColumnType<string, string, string>
  entered_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface FundsWaitingClaims {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  scheme_title: ColumnType<unknown, string, string>
  fund: ColumnType<string, string, string>
  year: ColumnType<number, number, number>
  organisation_id: ColumnType<string, string, string>
  fact_kind: ColumnType<string, string, string>
  group_kind: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  title: ColumnType<string, string, string>
  head_count: ColumnType<number, number, number>
  held_count: ColumnType<number, number, number>
  refused_count: ColumnType<number, number, number>
  amount_fen: ColumnType<bigint, bigint, bigint>
  reason: ColumnType<string, string, string>
  waits_since: ColumnType<Date, Date, Date>
  settled_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  because: ColumnType<unknown, string | undefined, string>
}

export interface HttpIdempotencyKeys {
  district: ColumnType<number, number, number>
  account_id: ColumnType<string, string, string>
  key: ColumnType<string, string, string>
  request_sha256: ColumnType<Buffer, Buffer, Buffer>
  status: ColumnType<number | null, number | null | undefined, number | null>
  answer: ColumnType<unknown | null, string | null | undefined, string | null>
  created_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegrityCaseConclusions {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  case_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  outcome: ColumnType<string, string, string>
  keeps_provider_frozen: ColumnType<boolean, boolean | undefined, boolean>
  reasons: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  proposed_account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  is_answer: ColumnType<boolean, boolean | undefined, boolean>
  answered_by: ColumnType<string | null, string | null | undefined, string | null>
  answer_document: ColumnType<string | null, string | null | undefined, string | null>
  answered_on: ColumnType<string | null, string | null | undefined, string | null>
}

export interface IntegrityCaseDecisions {
  district: ColumnType<number, number, number>
  conclusion_id: ColumnType<string, string, string>
  case_id: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  decided_by: ColumnType<string, string, string>
  decided_account_id: ColumnType<string, string, string>
  verdict: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  is_answer: ColumnType<boolean, boolean | undefined, boolean>
  proposer_duty: ColumnType<string | null, string | null | undefined, string | null>
  decider_duty: ColumnType<string | null, string | null | undefined, string | null>
}

export interface IntegrityCaseEvents {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  case_id: ColumnType<string, string, string>
  what: ColumnType<string, string, string>
  said: ColumnType<string, string | undefined, string>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegrityCaseEvidence {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  case_id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  trail_kind: ColumnType<string | null, string | null | undefined, string | null>
  trail_id: ColumnType<string | null, string | null | undefined, string | null>
  label: ColumnType<unknown | null, string | null | undefined, string | null>
  note: ColumnType<string | null, string | null | undefined, string | null>
  file_id: ColumnType<string | null, string | null | undefined, string | null>
  file_name: ColumnType<string | null, string | null | undefined, string | null>
  media_type: ColumnType<string | null, string | null | undefined, string | null>
  size_bytes: ColumnType<number | null, number | null | undefined, number | null>
  file_sha256: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegrityCaseOwners {
  district: ColumnType<number, number, number>
  case_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  given_by: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegrityCaseSubjects {
  district: ColumnType<number, number, number>
  case_id: ColumnType<string, string, string>
  subject_kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  check_id: ColumnType<string, string, string>
  result_id: ColumnType<string, string, string>
  answer_sha256: ColumnType<Buffer, Buffer, Buffer>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegrityCases {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  group_kind: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  organisation_id: ColumnType<string, string, string>
  check_id: ColumnType<string | null, string | null | undefined, string | null>
  reason: ColumnType<string | null, string | null | undefined, string | null>
  opened_by: ColumnType<string | null, string | null | undefined, string | null>
  opened_account_id: ColumnType<string | null, string | null | undefined, string | null>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  freezes: ColumnType<string, string | undefined, string>
}

export interface IntegrityCheckResults {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  run_id: ColumnType<string, string, string>
  check_id: ColumnType<string, string, string>
  moment: ColumnType<string, string, string>
  subject_kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  action: ColumnType<string, string, string>
  sentence: ColumnType<unknown, string, string>
  evidence: ColumnType<unknown, string | undefined, string>
  ran_at: ColumnType<Date, Date | undefined, Date>
  business_at: ColumnType<Date, Date, Date>
}

export interface IntegrityFindingCases {
  district: ColumnType<number, number, number>
  finding_id: ColumnType<string, string, string>
  case_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegrityFindingFiles {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  finding_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  media_type: ColumnType<string, string, string>
  size_bytes: ColumnType<number, number, number>
  file_sha256: ColumnType<Buffer, Buffer, Buffer>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegrityFindingSteps {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  finding_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  what: ColumnType<string, string, string>
  said: ColumnType<string, string, string>
  due_on: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  before_nth: ColumnType<number | null, number | null | undefined, number | null>
  before_what: ColumnType<string | null, string | null | undefined, string | null>
  before_person: ColumnType<string | null, string | null | undefined, string | null>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegrityFindings {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  subject_kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  subject_title: ColumnType<unknown, string, string>
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  for_organisation: ColumnType<boolean, boolean, boolean>
  found: ColumnType<string, string, string>
  rule: ColumnType<string, string, string>
  severity: ColumnType<string, string, string>
  remedy: ColumnType<string, string, string>
  written_on: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  asks_case: ColumnType<boolean, boolean | undefined, boolean>
}

export interface IntegrityFreezeGates {
  district: ColumnType<number, number, number>
  organisation_id: ColumnType<string, string, string>
  passed: ColumnType<number, number | undefined, number>
}

export interface IntegrityHands {
  district: ColumnType<number, number, number>
  act_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  duty: ColumnType<string, string, string>
  taken_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegrityOverrideDecisions {
  district: ColumnType<number, number, number>
  override_id: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  decided_by: ColumnType<string, string, string>
  decided_account_id: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  proposer_duty: ColumnType<string | null, string | null | undefined, string | null>
  decider_duty: ColumnType<string | null, string | null | undefined, string | null>
}

export interface IntegrityOverrideFiles {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  override_id: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  media_type: ColumnType<string, string, string>
  size_bytes: ColumnType<number, number, number>
  file_sha256: ColumnType<Buffer, Buffer, Buffer>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegrityOverrideWithdrawals {
  district: ColumnType<number, number, number>
  override_id: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  decided_by: ColumnType<string | null, string | null | undefined, string | null>
  withdrawn_by: ColumnType<string, string, string>
  withdrawn_account_id: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegrityOverrides {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  check_id: ColumnType<string, string, string>
  subject_kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  organisation_id: ColumnType<string, string, string>
  result_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  document: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  evidence: ColumnType<string, string | undefined, string>
  expires_on: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  proposed_account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegrityResultEvidence {
  district: ColumnType<number, number, number>
  kind: ColumnType<string, string, string>
  place_id: ColumnType<string, string, string>
  result_id: ColumnType<string, string, string>
}

export interface IntegritySampleDraws {
  district: ColumnType<number, number, number>
  sample_id: ColumnType<string, string, string>
  seed: ColumnType<string, string, string>
  seal_number: ColumnType<number, number, number>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegritySampleItems {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  sample_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  stratum: ColumnType<string, string, string>
  subject_kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  subject_title: ColumnType<unknown, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegritySampleMarks {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  sample_id: ColumnType<string, string, string>
  item_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  verdict: ColumnType<string, string, string>
  note: ColumnType<string, string | undefined, string>
  finding_id: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface IntegritySamples {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  purpose: ColumnType<string, string, string>
  population: ColumnType<string, string, string>
  filter: ColumnType<unknown, string, string>
  stratified_by: ColumnType<string | null, string | null | undefined, string | null>
  take: ColumnType<number, number, number>
  candidates: ColumnType<number, number, number>
  population_sha256: ColumnType<Buffer, Buffer, Buffer>
  file_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface MarkingMarkSheets {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  assessment_kind: ColumnType<string, string, string>
  assessment_id: ColumnType<string, string, string>
  version: ColumnType<number, number, number>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  issued_on: ColumnType<string, string, string>
  imported_by: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface MarkingMarks {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  sheet_id: ColumnType<string, string, string>
  candidate_id: ColumnType<string, string, string>
  aspect: ColumnType<string, string, string>
  present: ColumnType<boolean, boolean, boolean>
  points: ColumnType<number | null, number | null | undefined, number | null>
  sheet_row: ColumnType<number, number, number>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface NumberingSeries {
  district: ColumnType<number, number, number>
  kind: ColumnType<string, string, string>
  year: ColumnType<number, number, number>
  last: ColumnType<number, number | undefined, number>
}

export interface OutboxEvents {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  body: ColumnType<unknown, string, string>
  created_at: ColumnType<Date, Date | undefined, Date>
  done_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  attempts: ColumnType<number, number | undefined, number>
  next_try_at: ColumnType<Date, Date | undefined, Date>
  gave_up_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  failed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  failed_in: ColumnType<string | null, string | null | undefined, string | null>
  failed_as: ColumnType<unknown | null, string | null | undefined, string | null>
  failure_id: ColumnType<string | null, string | null | undefined, string | null>
}

export interface PeopleBankAccounts {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  holder_name: ColumnType<string, string, string>
  account_sealed: ColumnType<Buffer, Buffer, Buffer>
  account_lookup: ColumnType<Buffer, Buffer, Buffer>
  account_tail: ColumnType<string, string, string>
  bank_name: ColumnType<string, string, string>
  created_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleCorrectedValues {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  request_id: ColumnType<string, string, string>
  name: ColumnType<string | null, string | null | undefined, string | null>
  phone_sealed: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  phone_masked: ColumnType<string | null, string | null | undefined, string | null>
  phone_lookup: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleCorrectionAnswers {
  district: ColumnType<number, number, number>
  request_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  outcome: ColumnType<string, string, string>
  answer: ColumnType<string, string, string>
  needs_second: ColumnType<boolean, boolean, boolean>
  answered_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleCorrectionDecisions {
  district: ColumnType<number, number, number>
  request_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  answered_by: ColumnType<string, string, string>
  decided_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  verdict: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleCorrectionRequests {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  item: ColumnType<string, string, string>
  should_be: ColumnType<string, string, string>
  why: ColumnType<string, string, string>
  phone_sealed: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  phone_masked: ColumnType<string | null, string | null | undefined, string | null>
  file_id: ColumnType<string | null, string | null | undefined, string | null>
  file_name: ColumnType<string | null, string | null | undefined, string | null>
  media_type: ColumnType<string | null, string | null | undefined, string | null>
  size_bytes: ColumnType<number | null, number | null | undefined, number | null>
  form_key: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleInsuredEmployers {
  district: ColumnType<number, number, number>
  import_id: ColumnType<string, string, string>
  uscc: ColumnType<string, string, string>
  employer_name: ColumnType<string, string, string>
  row_count: ColumnType<number, number, number>
}

export interface PeopleInsuredImports {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  sha256: ColumnType<Buffer, Buffer, Buffer>
  source: ColumnType<string, string, string>
  as_of: ColumnType<string, string, string>
  row_count: ColumnType<number | null, number | null | undefined, number | null>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  withdrawn_by: ColumnType<string | null, string | null | undefined, string | null>
  withdrawal_reason: ColumnType<string | null, string | null | undefined, string | null>
}

export interface PeopleInsuredStaff {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  import_id: ColumnType<string, string, string>
  uscc: ColumnType<string, string, string>
  employer_name: ColumnType<string, string, string>
  identity_lookup: ColumnType<Buffer, Buffer, Buffer>
  from_month: ColumnType<string, string, string>
  to_month: ColumnType<string | null, string | null | undefined, string | null>
}

export interface PeopleLetterAnswers {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  letter_id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  office: ColumnType<string, string, string>
  as_of: ColumnType<string, string, string>
  file_name: ColumnType<string | null, string | null | undefined, string | null>
  sha256: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  fingerprint: ColumnType<Buffer, Buffer, Buffer>
  line_count: ColumnType<number, number, number>
  hit_count: ColumnType<number, number, number>
  stranger_count: ColumnType<number, number, number>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleLetterGroups {
  district: ColumnType<number, number, number>
  letter_id: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleLetterPeople {
  district: ColumnType<number, number, number>
  letter_id: ColumnType<string, string, string>
  position: ColumnType<number, number, number>
  person_id: ColumnType<string, string, string>
  name: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleLetters {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  register: ColumnType<string, string, string>
  office: ColumnType<string, string, string>
  purpose: ColumnType<string, string, string>
  from_date: ColumnType<string, string, string>
  to_date: ColumnType<string, string, string>
  made_on: ColumnType<string, string, string>
  expires_on: ColumnType<string, string, string>
  person_count: ColumnType<number, number, number>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleOrganisations {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  name: ColumnType<string, string, string>
  uscc: ColumnType<string | null, string | null | undefined, string | null>
  created_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeoplePersons {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  name: ColumnType<string, string, string>
  identity_sealed: ColumnType<Buffer, Buffer, Buffer>
  identity_lookup: ColumnType<Buffer, Buffer, Buffer>
  identity_masked: ColumnType<string, string, string>
  sex: ColumnType<string, string, string>
  birth_date: ColumnType<string, string, string>
  phone_sealed: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  phone_masked: ColumnType<string | null, string | null | undefined, string | null>
  created_at: ColumnType<Date, Date | undefined, Date>
  told_by: ColumnType<string | null, string | null | undefined, string | null>
  phone_lookup: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
}

export interface PeopleRegisterHits {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  answer_id: ColumnType<string, string, string>
  letter_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  sheet_row: ColumnType<number, number, number>
  from_text: ColumnType<string | null, string | null | undefined, string | null>
  to_text: ColumnType<string | null, string | null | undefined, string | null>
  says: ColumnType<string, string, string>
  uscc: ColumnType<string | null, string | null | undefined, string | null>
  other_name: ColumnType<string | null, string | null | undefined, string | null>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleRestrictionDecisions {
  district: ColumnType<number, number, number>
  proposal_id: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  decided_by: ColumnType<string, string, string>
  decided_account_id: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleRestrictionHearings {
  district: ColumnType<number, number, number>
  reply_id: ColumnType<string, string, string>
  restriction_id: ColumnType<string, string, string>
  recorded_by: ColumnType<string, string, string>
  proposal_id: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  heard_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleRestrictionProposals {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  restriction_id: ColumnType<string, string, string>
  step: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  ends_on: ColumnType<string | null, string | null | undefined, string | null>
  reason: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  proposed_account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleRestrictionReplies {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  restriction_id: ColumnType<string, string, string>
  way: ColumnType<string, string, string>
  said: ColumnType<string, string, string>
  said_on: ColumnType<string, string, string>
  recorded_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleRestrictionReplyFiles {
  district: ColumnType<number, number, number>
  reply_id: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  media_type: ColumnType<string, string, string>
  size_bytes: ColumnType<number, number, number>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PeopleRestrictions {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>
  reason: ColumnType<string, string, string>
  document: ColumnType<string, string, string>
  from_date: ColumnType<string, string, string>
  to_date: ColumnType<string | null, string | null | undefined, string | null>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  clause: ColumnType<string, string | undefined, string>
}

export interface PolicyBenefitEvents {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  benefit_id: ColumnType<string, string, string>
  status_from: ColumnType<string | null, string | null | undefined, string | null>
  status_to: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PolicyBenefitParties {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  benefit_id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  party_key: ColumnType<Buffer, Buffer, Buffer>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PolicyBenefits {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  person_lookup: ColumnType<Buffer, Buffer, Buffer>
  decision_id: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  scheme_version: ColumnType<string, string, string>
  family: ColumnType<string | null, string | null | undefined, string | null>
  occupation_id: ColumnType<string | null, string | null | undefined, string | null>
  level: ColumnType<string | null, string | null | undefined, string | null>
  counts_on: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  holder_kind: ColumnType<string, string, string>
  holder_id: ColumnType<string, string, string>
  reference: ColumnType<string, string, string>
  status: ColumnType<string, string | undefined, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  more: ColumnType<boolean, boolean | undefined, boolean>
  returned_fen: ColumnType<bigint, bigint | undefined, bigint>
}

export interface PolicyDecisions {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  fact_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  scheme_version: ColumnType<string, string, string>
  pack_sha256: ColumnType<Buffer, Buffer, Buffer>
  cause: ColumnType<string, string, string>
  facts: ColumnType<unknown, string, string>
  answer: ColumnType<string, string, string>
  value_fen: ColumnType<bigint, bigint, bigint>
  subtracted_fen: ColumnType<bigint, bigint, bigint>
  effective_fen: ColumnType<bigint, bigint, bigint>
  trace: ColumnType<unknown, string, string>
  content_sha256: ColumnType<Buffer, Buffer, Buffer>
  decided_at: ColumnType<Date, Date | undefined, Date>
  business_at: ColumnType<Date, Date, Date>
  follows_id: ColumnType<string | null, string | null | undefined, string | null>
}

export interface PolicyDocuments {
  sha256: ColumnType<Buffer, Buffer, Buffer>
  kind: ColumnType<string, string, string>
  region: ColumnType<string, string, string>
  name: ColumnType<string, string, string>
  version: ColumnType<string, string, string>
  document: ColumnType<unknown, string, string>
  loaded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PolicyDraftEvents {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  draft_id: ColumnType<string, string, string>
  status_from: ColumnType<string, string, string>
  status_to: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PolicyDraftRevisions {
  district: ColumnType<number, number, number>
  draft_id: ColumnType<string, string, string>
  revision: ColumnType<number, number, number>
  document: ColumnType<unknown, string, string>
  note: ColumnType<string, string | undefined, string>
  saved_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PolicyFacts {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  version: ColumnType<number, number, number>
  person_id: ColumnType<string, string, string>
  group_id: ColumnType<string, string, string>
  occurred_on: ColumnType<string, string, string>
  body: ColumnType<unknown, string, string>
  source_kind: ColumnType<string, string, string>
  source_id: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PolicyPersonTurns {
  person_key: ColumnType<Buffer, Buffer, Buffer>
  turns: ColumnType<bigint, bigint | undefined, bigint>
}

export interface PolicyPersonUses {
  person_key: ColumnType<Buffer, Buffer, Buffer>
  id: ColumnType<string, string, string>
  family: ColumnType<string | null, string | null | undefined, string | null>
  occupation_id: ColumnType<string | null, string | null | undefined, string | null>
  level: ColumnType<string | null, string | null | undefined, string | null>
  counts_on: ColumnType<string, string, string>
  amount_fen: ColumnType<bigint, bigint, bigint>
  lives: ColumnType<boolean, boolean | undefined, boolean>
  more: ColumnType<boolean, boolean | undefined, boolean>
  returned_fen: ColumnType<bigint, bigint | undefined, bigint>
}

export interface PolicyPublishedVersions {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  number: ColumnType<number, number, number>
  scheme: ColumnType<string, string, string>
  version: ColumnType<string, string, string>
  pack_sha256: ColumnType<Buffer, Buffer, Buffer>
  proposal_id: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  published_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  document_number: ColumnType<string, string, string>
  notice: ColumnType<unknown, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PolicySchemeDrafts {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  scheme: ColumnType<string, string, string>
  begun_from: ColumnType<string, string, string>
  begun_sha256: ColumnType<Buffer, Buffer, Buffer>
  note: ColumnType<string, string | undefined, string>
  revision: ColumnType<number, number | undefined, number>
  status: ColumnType<string, string | undefined, string>
  begun_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PolicySchemeProposalAnswers {
  district: ColumnType<number, number, number>
  proposal_id: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  answered_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface PolicySchemeProposals {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  draft_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  revision: ColumnType<number, number, number>
  scheme: ColumnType<string, string, string>
  version: ColumnType<string, string, string>
  sha256: ColumnType<Buffer, Buffer, Buffer>
  document_number: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  proposed_by: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface RecordActs {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  act: ColumnType<string, string, string>
  subject_kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  detail: ColumnType<unknown, string | undefined, string>
}

export interface RecordArchiveParts {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  archive_id: ColumnType<string, string, string>
  nth: ColumnType<number, number, number>
  sealed_bytes: ColumnType<Buffer, Buffer, Buffer>
}

export interface RecordArchives {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  about_kind: ColumnType<string, string, string>
  about_id: ColumnType<string, string, string>
  title: ColumnType<unknown, string, string>
  reason: ColumnType<string, string, string>
  in_full: ColumnType<boolean, boolean | undefined, boolean>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  status: ColumnType<string, string, string>
  progress: ColumnType<unknown, string | undefined, string>
  asked_at: ColumnType<Date, Date | undefined, Date>
  beat_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  expires_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  steps: ColumnType<number | null, number | null | undefined, number | null>
  parts: ColumnType<number | null, number | null | undefined, number | null>
  size_bytes: ColumnType<bigint | null, bigint | null | undefined, bigint | null>
  sha256: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  manifest_sha256: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  begun: ColumnType<number, number | undefined, number>
}

export interface RecordEmptiedRows {
  district: ColumnType<number, number, number>
  source: ColumnType<string, string, string>
  row_key: ColumnType<string, string, string>
  emptying_id: ColumnType<string, string, string>
  leaf_before: ColumnType<Buffer, Buffer, Buffer>
  leaf_after: ColumnType<Buffer, Buffer, Buffer>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface RecordEmptyings {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  rule: ColumnType<string, string, string>
  source: ColumnType<string, string, string>
  row_id: ColumnType<string, string, string>
  title: ColumnType<unknown, string, string>
  subject_kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  file_ids: ColumnType<string[], string[], string[]>
  file_hashes: ColumnType<Buffer[], Buffer[], Buffer[]>
  since_on: ColumnType<string, string, string>
  years: ColumnType<number, number, number>
  emptied_on: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface RecordLeaves {
  district: ColumnType<number, number, number>
  position: ColumnType<bigint, bigint, bigint>
  seal: ColumnType<number, number, number>
  source: ColumnType<string, string, string>
  row_key: ColumnType<string, string, string>
  form: ColumnType<number, number, number>
  leaf_hash: ColumnType<Buffer, Buffer, Buffer>
}

export interface RecordPaperPrints {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  paper_id: ColumnType<string, string, string>
  in_full: ColumnType<boolean, boolean, boolean>
  reason: ColumnType<string, string | undefined, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface RecordPapers {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  code: ColumnType<string, string, string>
  form: ColumnType<string, string, string>
  subject_kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  part: ColumnType<string, string | undefined, string>
  content_sha256: ColumnType<Buffer, Buffer, Buffer>
  pages: ColumnType<number, number, number>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface RecordResealings {
  district: ColumnType<number, number, number>
  source: ColumnType<string, string, string>
  key_id: ColumnType<string, string, string>
  after_id: ColumnType<string | null, string | null | undefined, string | null>
  walks: ColumnType<number, number | undefined, number>
  resealed: ColumnType<number, number | undefined, number>
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface RecordReveals {
  district: ColumnType<number, number, number>
  act_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  by_person: ColumnType<string, string, string>
  about_kind: ColumnType<string | null, string | null | undefined, string | null>
  about_id: ColumnType<string | null, string | null | undefined, string | null>
  is_open: ColumnType<boolean, boolean, boolean>
  town: ColumnType<string | null, string | null | undefined, string | null>
  village: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  kin: ColumnType<string | null, string | null | undefined, string | null>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface RecordScanStrikes {
  district: ColumnType<number, number, number>
  scan_id: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface RecordScans {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  subject_kind: ColumnType<string, string, string>
  subject_id: ColumnType<string, string, string>
  form: ColumnType<string | null, string | null | undefined, string | null>
  paper_id: ColumnType<string | null, string | null | undefined, string | null>
  title: ColumnType<string, string | undefined, string>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  media_type: ColumnType<string, string, string>
  size_bytes: ColumnType<number, number, number>
  sha256: ColumnType<Buffer, Buffer, Buffer>
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface RecordSealHeads {
  district: ColumnType<number, number, number>
  number: ColumnType<number, number | undefined, number>
  size: ColumnType<bigint, bigint | undefined, bigint>
  root: ColumnType<Buffer, Buffer, Buffer>
  frontier: ColumnType<Buffer, Buffer | undefined, Buffer>
  settled: ColumnType<unknown, string | undefined, string>
}

export interface RecordSealedForms {
  district: ColumnType<number, number, number>
  source: ColumnType<string, string, string>
  form: ColumnType<number, number, number>
  columns: ColumnType<string[], string[], string[]>
}

export interface RecordSeals {
  district: ColumnType<number, number, number>
  number: ColumnType<number, number, number>
  size: ColumnType<bigint, bigint, bigint>
  root: ColumnType<Buffer, Buffer, Buffer>
  previous_root: ColumnType<Buffer, Buffer, Buffer>
  sealed_at: ColumnType<Date, Date, Date>
  key_id: ColumnType<string, string, string>
  signature: ColumnType<Buffer, Buffer, Buffer>
}

export interface RecordSubtrees {
  district: ColumnType<number, number, number>
  level: ColumnType<number, number, number>
  nth: ColumnType<bigint, bigint, bigint>
  hash: ColumnType<Buffer, Buffer, Buffer>
}

export interface RecordVerifications {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  status: ColumnType<string, string, string>
  progress: ColumnType<unknown, string | undefined, string>
  result: ColumnType<unknown | null, string | null | undefined, string | null>
  asked_at: ColumnType<Date, Date | undefined, Date>
  beat_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface ReferenceCalendarChanges {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  day: ColumnType<string, string, string>
  kind: ColumnType<string | null, string | null | undefined, string | null>
  reason: ColumnType<string, string, string>
  changed_at: ColumnType<Date, Date | undefined, Date>
  changed_by: ColumnType<string, string, string>
}

export interface ReferenceCalendarDays {
  day: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  name_zh: ColumnType<string, string, string>
  source: ColumnType<string, string, string>
}

export interface ReferenceCodeLists {
  list: ColumnType<string, string, string>
  code: ColumnType<string, string, string>
  position: ColumnType<number, number, number>
  name_zh: ColumnType<string, string, string>
  name_en: ColumnType<string, string, string>
  synonyms: ColumnType<string[], string[] | undefined, string[]>
}

export interface ReferenceDistricts {
  district: ColumnType<number, number, number>
  division_code: ColumnType<string, string, string>
  demonstration: ColumnType<boolean, boolean | undefined, boolean>
  bureau_zh: ColumnType<string, string, string>
  bureau_en: ColumnType<string, string, string>
  filing_number: ColumnType<string, string, string>
  supervision_phone: ColumnType<string, string, string>
  consultation_phone: ColumnType<string, string, string>
}

export interface ReferenceDivisions {
  code: ColumnType<string, string, string>
  name_zh: ColumnType<string, string, string>
  name_en: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  parent_code: ColumnType<string | null, string | null | undefined, string | null>
}

export interface ReferenceOccupations {
  id: ColumnType<string, string, string>
  edition: ColumnType<number, number, number>
  code: ColumnType<string | null, string | null | undefined, string | null>
  name_zh: ColumnType<string, string, string>
  name_en: ColumnType<string, string, string>
  trade_zh: ColumnType<string, string | undefined, string>
  verified: ColumnType<boolean, boolean | undefined, boolean>
}

export interface ReferenceSkillLevels {
  code: ColumnType<string, string, string>
  rank: ColumnType<number, number, number>
  name_zh: ColumnType<string, string, string>
  name_en: ColumnType<string, string, string>
  certificate_digit: ColumnType<string | null, string | null | undefined, string | null>
}

export interface ReferenceTowns {
  division_code: ColumnType<string, string, string>
  name_zh: ColumnType<string, string, string>
  name_en: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  code: ColumnType<string | null, string | null | undefined, string | null>
}

export interface TrainingAgreementItems {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  agreement_id: ColumnType<string, string, string>
  occupation_id: ColumnType<string, string, string>
  highest_level: ColumnType<string, string, string>
  site_id: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingAgreements {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  organisation_id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  from_date: ColumnType<string, string, string>
  to_date: ColumnType<string, string, string>
  document: ColumnType<string, string | undefined, string>
  made_at: ColumnType<Date, Date | undefined, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingAmendmentAnswers {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  amendment_id: ColumnType<string, string, string>
  proposer_person_id: ColumnType<string, string, string>
  outcome: ColumnType<string, string, string>
  side: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  sheet_id: ColumnType<string | null, string | null | undefined, string | null>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingAmendmentEvidence {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  class_id: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  media_type: ColumnType<string, string, string>
  size_bytes: ColumnType<number, number, number>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingAmendmentLines {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  amendment_id: ColumnType<string, string, string>
  sign_id: ColumnType<string, string, string>
  enrolment_id: ColumnType<string, string, string>
  session_id: ColumnType<string, string, string>
  credit_from: ColumnType<string, string, string>
  credit_to: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingAmendments {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  class_id: ColumnType<string, string, string>
  sheet_id: ColumnType<string, string, string>
  evidence_id: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingAttendanceSheets {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  class_id: ColumnType<string, string, string>
  version: ColumnType<number, number, number>
  method: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  imported_by: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  amends_sheet_id: ColumnType<string | null, string | null | undefined, string | null>
}

export interface TrainingAttendanceSigns {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  sheet_id: ColumnType<string, string, string>
  enrolment_id: ColumnType<string, string, string>
  session_id: ColumnType<string, string, string>
  written: ColumnType<string, string, string>
  credit: ColumnType<string, string, string>
  sheet_row: ColumnType<number, number, number>
  sheet_column: ColumnType<number, number, number>
  live_sign_id: ColumnType<string | null, string | null | undefined, string | null>
  live_out_id: ColumnType<string | null, string | null | undefined, string | null>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  same_as_id: ColumnType<string | null, string | null | undefined, string | null>
  amendment_line_id: ColumnType<string | null, string | null | undefined, string | null>
}

export interface TrainingClassEvents {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  class_id: ColumnType<string, string, string>
  status_from: ColumnType<string | null, string | null | undefined, string | null>
  status_to: ColumnType<string, string, string>
  reasons: ColumnType<unknown, string | undefined, string>
  checks: ColumnType<unknown | null, string | null | undefined, string | null>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  submission_id: ColumnType<string | null, string | null | undefined, string | null>
  duty: ColumnType<string | null, string | null | undefined, string | null>
}

export interface TrainingClassHands {
  district: ColumnType<number, number, number>
  submission_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  duty: ColumnType<string, string, string>
  taken_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingClassPasses {
  district: ColumnType<number, number, number>
  token_sha256: ColumnType<Buffer, Buffer, Buffer>
  class_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  device: ColumnType<Buffer, Buffer, Buffer>
  made_at: ColumnType<Date, Date | undefined, Date>
  expires_at: ColumnType<Date, Date, Date>
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface TrainingClassPhotos {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  live_session_id: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  device: ColumnType<Buffer, Buffer, Buffer>
  taken_at: ColumnType<Date, Date | undefined, Date>
  business_at: ColumnType<Date, Date, Date>
  device_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingClasses {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  organisation_id: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  filing_number: ColumnType<string | null, string | null | undefined, string | null>
  kind: ColumnType<string, string, string>
  occupation_id: ColumnType<string, string, string>
  level: ColumnType<string, string, string>
  certificate_kind: ColumnType<string, string, string>
  site_id: ColumnType<string, string, string>
  room_id: ColumnType<string, string, string>
  instructor_id: ColumnType<string, string, string>
  starts_on: ColumnType<string, string, string>
  ends_on: ColumnType<string, string, string>
  theory_hours: ColumnType<number, number, number>
  practice_hours: ColumnType<number, number, number>
  capacity: ColumnType<number, number, number>
  payee: ColumnType<string, string, string>
  fund: ColumnType<string, string, string>
  status: ColumnType<string, string, string>
  roster_import_id: ColumnType<string | null, string | null | undefined, string | null>
  submitted_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  created_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingEnrolmentNames {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  enrolment_id: ColumnType<string, string, string>
  request_id: ColumnType<string, string, string>
  name: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingEnrolments {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  class_id: ColumnType<string, string, string>
  roster_import_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  position: ColumnType<number, number, number>
  sheet_row: ColumnType<number, number, number>
  group_code: ColumnType<string, string, string>
  education: ColumnType<string, string | undefined, string>
  address_sealed: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  bank_account_id: ColumnType<string, string, string>
  doubts: ColumnType<unknown, string | undefined, string>
  name: ColumnType<string, string, string>
  phone_sealed: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  phone_masked: ColumnType<string | null, string | null | undefined, string | null>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingInspectionConfirmations {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  inspection_id: ColumnType<string, string, string>
  inspector_person_id: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingInspectionPhotos {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  inspection_id: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  media_type: ColumnType<string, string, string>
  size_bytes: ColumnType<number, number, number>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingInspections {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  class_id: ColumnType<string, string, string>
  session_id: ColumnType<string, string, string>
  minute: ColumnType<number, number, number>
  head_count: ColumnType<number, number, number>
  note: ColumnType<string, string | undefined, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingInstructors {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  organisation_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  title: ColumnType<string, string | undefined, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingLiveEvents {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  live_session_id: ColumnType<string, string, string>
  phase: ColumnType<string, string, string>
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  device: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  happened_at: ColumnType<Date, Date | undefined, Date>
  business_at: ColumnType<Date, Date, Date>
  device_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingLiveRefusals {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  live_session_id: ColumnType<string, string, string>
  enrolment_id: ColumnType<string | null, string | null | undefined, string | null>
  kind: ColumnType<string, string, string>
  method: ColumnType<string, string, string>
  why: ColumnType<string, string, string>
  device: ColumnType<Buffer, Buffer, Buffer>
  other_enrolment_id: ColumnType<string | null, string | null | undefined, string | null>
  happened_at: ColumnType<Date, Date | undefined, Date>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingLiveSessions {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  class_id: ColumnType<string, string, string>
  session_id: ColumnType<string, string, string>
  phase: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  device: ColumnType<Buffer, Buffer, Buffer>
  opened_at: ColumnType<Date, Date | undefined, Date>
  business_at: ColumnType<Date, Date, Date>
  device_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingLiveSigns {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  live_session_id: ColumnType<string, string, string>
  enrolment_id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  method: ColumnType<string, string, string>
  nth: ColumnType<number, number | undefined, number>
  device: ColumnType<Buffer, Buffer, Buffer>
  seen_at: ColumnType<Date, Date, Date>
  signed_at: ColumnType<Date, Date, Date>
  business_at: ColumnType<Date, Date, Date>
  device_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  minutes_late: ColumnType<number, number | undefined, number>
  minutes_early: ColumnType<number, number | undefined, number>
  quality: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingLiveStrikes {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  sign_id: ColumnType<string, string, string>
  reason: ColumnType<string, string, string>
  account_id: ColumnType<string, string, string>
  person_id: ColumnType<string, string, string>
  device: ColumnType<Buffer, Buffer, Buffer>
  struck_at: ColumnType<Date, Date | undefined, Date>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingLiveTries {
  district: ColumnType<number, number, number>
  what: ColumnType<string, string, string>
  of_whom: ColumnType<Buffer, Buffer, Buffer>
  hour: ColumnType<Date, Date, Date>
  count: ColumnType<number, number, number>
}

export interface TrainingMusters {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  class_id: ColumnType<string, string, string>
  enrolment_id: ColumnType<string, string, string>
  sheet_id: ColumnType<string, string, string>
  planned_sessions: ColumnType<number, number, number>
  attended_sessions: ColumnType<number, number, number>
  planned_minutes: ColumnType<number, number, number>
  attended_minutes: ColumnType<number, number, number>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingProviderDocuments {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  organisation_id: ColumnType<string, string, string>
  site_id: ColumnType<string | null, string | null | undefined, string | null>
  kind: ColumnType<string, string, string>
  number: ColumnType<string, string, string>
  valid_from: ColumnType<string, string, string>
  valid_to: ColumnType<string, string, string>
  filed_by: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  withdrawn_reason: ColumnType<string | null, string | null | undefined, string | null>
}

export interface TrainingRooms {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  site_id: ColumnType<string, string, string>
  name: ColumnType<string, string, string>
  seats: ColumnType<number, number, number>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingRosterImports {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  class_id: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  sha256: ColumnType<Buffer, Buffer, Buffer>
  outcome: ColumnType<string, string, string>
  row_count: ColumnType<number, number, number>
  marks: ColumnType<unknown, string | undefined, string>
  marked_file_id: ColumnType<string | null, string | null | undefined, string | null>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
  judged_by: ColumnType<unknown | null, string | null | undefined, string | null>
}

export interface TrainingSessions {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  class_id: ColumnType<string, string, string>
  day: ColumnType<string, string, string>
  start_minute: ColumnType<number, number, number>
  end_minute: ColumnType<number, number, number>
  class_hours: ColumnType<number, number, number>
  kind: ColumnType<string, string, string>
  room_id: ColumnType<string, string, string>
  instructor_id: ColumnType<string, string, string>
  reason: ColumnType<string, string | undefined, string>
}

export interface TrainingSheetUploads {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  class_id: ColumnType<string, string, string>
  kind: ColumnType<string, string, string>
  file_id: ColumnType<string, string, string>
  file_name: ColumnType<string, string, string>
  sha256: ColumnType<Buffer, Buffer, Buffer>
  issued_on: ColumnType<string | null, string | null | undefined, string | null>
  outcome: ColumnType<string, string, string>
  version: ColumnType<number | null, number | null | undefined, number | null>
  row_count: ColumnType<number, number, number>
  marks: ColumnType<unknown, string | undefined, string>
  marked_file_id: ColumnType<string | null, string | null | undefined, string | null>
  account_id: ColumnType<string, string, string>
  business_at: ColumnType<Date, Date, Date>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingSites {
  district: ColumnType<number, number, number>
  id: ColumnType<string, string, string>
  organisation_id: ColumnType<string, string, string>
  name: ColumnType<string, string, string>
  town_zh: ColumnType<string, string, string>
  address: ColumnType<string, string, string>
  recorded_at: ColumnType<Date, Date | undefined, Date>
}

export interface TrainingSlots {
  district: ColumnType<number, number, number>
  resource_kind: ColumnType<string, string, string>
  resource_id: ColumnType<string, string, string>
  day: ColumnType<string, string, string>
  half_hour: ColumnType<number, number, number>
  class_id: ColumnType<string, string, string>
  session_id: ColumnType<string, string, string>
}

export interface Tables {
  'access.accounts': AccessAccounts
  'access.delegation_ends': AccessDelegationEnds
  'access.delegations': AccessDelegations
  'access.emergencies': AccessEmergencies
  'access.emergency_ends': AccessEmergencyEnds
  'access.emergency_reviews': AccessEmergencyReviews
  'access.emergency_uses': AccessEmergencyUses
  'access.hand_overs': AccessHandOvers
  'access.invitations': AccessInvitations
  'access.passwords': AccessPasswords
  'access.recovery_codes': AccessRecoveryCodes
  'access.resident_codes': AccessResidentCodes
  'access.resident_sessions': AccessResidentSessions
  'access.role_ends': AccessRoleEnds
  'access.role_grants': AccessRoleGrants
  'access.scope_ends': AccessScopeEnds
  'access.scopes': AccessScopes
  'access.second_factors': AccessSecondFactors
  'access.sessions': AccessSessions
  'access.sign_ins': AccessSignIns
  'access.tries': AccessTries
  'access.wrong_tries': AccessWrongTries
  'clock.offsets': ClockOffsets
  'credentials.certificates': CredentialsCertificates
  'credentials.look_up_lines': CredentialsLookUpLines
  'credentials.look_up_screenshots': CredentialsLookUpScreenshots
  'credentials.look_ups': CredentialsLookUps
  'credentials.screenshots': CredentialsScreenshots
  'files.files': FilesFiles
  'funds.account_correction_decisions': FundsAccountCorrectionDecisions
  'funds.account_corrections': FundsAccountCorrections
  'funds.bank_files': FundsBankFiles
  'funds.batch_checks': FundsBatchChecks
  'funds.batch_claims': FundsBatchClaims
  'funds.batch_keepers': FundsBatchKeepers
  'funds.batch_lines': FundsBatchLines
  'funds.batch_signatures': FundsBatchSignatures
  'funds.batch_withdrawals': FundsBatchWithdrawals
  'funds.batches': FundsBatches
  'funds.budget_balances': FundsBudgetBalances
  'funds.budget_lines': FundsBudgetLines
  'funds.claim_confirmations': FundsClaimConfirmations
  'funds.claim_hands': FundsClaimHands
  'funds.claim_lines': FundsClaimLines
  'funds.claim_people': FundsClaimPeople
  'funds.claim_reviews': FundsClaimReviews
  'funds.claims': FundsClaims
  'funds.entitlements': FundsEntitlements
  'funds.history_people': FundsHistoryPeople
  'funds.history_sources': FundsHistorySources
  'funds.history_withdrawals': FundsHistoryWithdrawals
  'funds.instalments': FundsInstalments
  'funds.ledger_mappings': FundsLedgerMappings
  'funds.ledger_wordings': FundsLedgerWordings
  'funds.line_holds': FundsLineHolds
  'funds.line_months': FundsLineMonths
  'funds.objections': FundsObjections
  'funds.old_list_mappings': FundsOldListMappings
  'funds.old_list_settlements': FundsOldListSettlements
  'funds.paper_approval_decisions': FundsPaperApprovalDecisions
  'funds.paper_approvals': FundsPaperApprovals
  'funds.past_payments': FundsPastPayments
  'funds.person_reports': FundsPersonReports
  'funds.promises': FundsPromises
  'funds.province_exports': FundsProvinceExports
  'funds.province_imports': FundsProvinceImports
  'funds.province_list_events': FundsProvinceListEvents
  'funds.province_list_hands': FundsProvinceListHands
  'funds.province_list_people': FundsProvinceListPeople
  'funds.province_lists': FundsProvinceLists
  'funds.province_mappings': FundsProvinceMappings
  'funds.province_rows': FundsProvinceRows
  'funds.public_notice_rows': FundsPublicNoticeRows
  'funds.public_notices': FundsPublicNotices
  'funds.reconciliation_lines': FundsReconciliationLines
  'funds.reconciliation_settlements': FundsReconciliationSettlements
  'funds.reconciliations': FundsReconciliations
  'funds.recoveries': FundsRecoveries
  'funds.recovery_decisions': FundsRecoveryDecisions
  'funds.recovery_receipts': FundsRecoveryReceipts
  'funds.redecision_answers': FundsRedecisionAnswers
  'funds.redecision_files': FundsRedecisionFiles
  'funds.redecision_items': FundsRedecisionItems
  'funds.redecision_made': FundsRedecisionMade
  'funds.redecisions': FundsRedecisions
  'funds.report_answers': FundsReportAnswers
  'funds.return_files': FundsReturnFiles
  'funds.review_draws': FundsReviewDraws
  'funds.status_events': FundsStatusEvents
  'funds.transfers': FundsTransfers
  'funds.trial_blocks': FundsTrialBlocks
  'funds.trials': FundsTrials
  'funds.vouchers': FundsVouchers
  'funds.waiting_claims': FundsWaitingClaims
  'http.idempotency_keys': HttpIdempotencyKeys
  'integrity.case_conclusions': IntegrityCaseConclusions
  'integrity.case_decisions': IntegrityCaseDecisions
  'integrity.case_events': IntegrityCaseEvents
  'integrity.case_evidence': IntegrityCaseEvidence
  'integrity.case_owners': IntegrityCaseOwners
  'integrity.case_subjects': IntegrityCaseSubjects
  'integrity.cases': IntegrityCases
  'integrity.check_results': IntegrityCheckResults
  'integrity.finding_cases': IntegrityFindingCases
  'integrity.finding_files': IntegrityFindingFiles
  'integrity.finding_steps': IntegrityFindingSteps
  'integrity.findings': IntegrityFindings
  'integrity.freeze_gates': IntegrityFreezeGates
  'integrity.hands': IntegrityHands
  'integrity.override_decisions': IntegrityOverrideDecisions
  'integrity.override_files': IntegrityOverrideFiles
  'integrity.override_withdrawals': IntegrityOverrideWithdrawals
  'integrity.overrides': IntegrityOverrides
  'integrity.result_evidence': IntegrityResultEvidence
  'integrity.sample_draws': IntegritySampleDraws
  'integrity.sample_items': IntegritySampleItems
  'integrity.sample_marks': IntegritySampleMarks
  'integrity.samples': IntegritySamples
  'marking.mark_sheets': MarkingMarkSheets
  'marking.marks': MarkingMarks
  'numbering.series': NumberingSeries
  'outbox.events': OutboxEvents
  'people.bank_accounts': PeopleBankAccounts
  'people.corrected_values': PeopleCorrectedValues
  'people.correction_answers': PeopleCorrectionAnswers
  'people.correction_decisions': PeopleCorrectionDecisions
  'people.correction_requests': PeopleCorrectionRequests
  'people.insured_employers': PeopleInsuredEmployers
  'people.insured_imports': PeopleInsuredImports
  'people.insured_staff': PeopleInsuredStaff
  'people.letter_answers': PeopleLetterAnswers
  'people.letter_groups': PeopleLetterGroups
  'people.letter_people': PeopleLetterPeople
  'people.letters': PeopleLetters
  'people.organisations': PeopleOrganisations
  'people.persons': PeoplePersons
  'people.register_hits': PeopleRegisterHits
  'people.restriction_decisions': PeopleRestrictionDecisions
  'people.restriction_hearings': PeopleRestrictionHearings
  'people.restriction_proposals': PeopleRestrictionProposals
  'people.restriction_replies': PeopleRestrictionReplies
  'people.restriction_reply_files': PeopleRestrictionReplyFiles
  'people.restrictions': PeopleRestrictions
  'policy.benefit_events': PolicyBenefitEvents
  'policy.benefit_parties': PolicyBenefitParties
  'policy.benefits': PolicyBenefits
  'policy.decisions': PolicyDecisions
  'policy.documents': PolicyDocuments
  'policy.draft_events': PolicyDraftEvents
  'policy.draft_revisions': PolicyDraftRevisions
  'policy.facts': PolicyFacts
  'policy.person_turns': PolicyPersonTurns
  'policy.person_uses': PolicyPersonUses
  'policy.published_versions': PolicyPublishedVersions
  'policy.scheme_drafts': PolicySchemeDrafts
  'policy.scheme_proposal_answers': PolicySchemeProposalAnswers
  'policy.scheme_proposals': PolicySchemeProposals
  'record.acts': RecordActs
  'record.archive_parts': RecordArchiveParts
  'record.archives': RecordArchives
  'record.emptied_rows': RecordEmptiedRows
  'record.emptyings': RecordEmptyings
  'record.leaves': RecordLeaves
  'record.paper_prints': RecordPaperPrints
  'record.papers': RecordPapers
  'record.resealings': RecordResealings
  'record.reveals': RecordReveals
  'record.scan_strikes': RecordScanStrikes
  'record.scans': RecordScans
  'record.seal_heads': RecordSealHeads
  'record.sealed_forms': RecordSealedForms
  'record.seals': RecordSeals
  'record.subtrees': RecordSubtrees
  'record.verifications': RecordVerifications
  'reference.calendar_changes': ReferenceCalendarChanges
  'reference.calendar_days': ReferenceCalendarDays
  'reference.code_lists': ReferenceCodeLists
  'reference.districts': ReferenceDistricts
  'reference.divisions': ReferenceDivisions
  'reference.occupations': ReferenceOccupations
  'reference.skill_levels': ReferenceSkillLevels
  'reference.towns': ReferenceTowns
  'training.agreement_items': TrainingAgreementItems
  'training.agreements': TrainingAgreements
  'training.amendment_answers': TrainingAmendmentAnswers
  'training.amendment_evidence': TrainingAmendmentEvidence
  'training.amendment_lines': TrainingAmendmentLines
  'training.amendments': TrainingAmendments
  'training.attendance_sheets': TrainingAttendanceSheets
  'training.attendance_signs': TrainingAttendanceSigns
  'training.class_events': TrainingClassEvents
  'training.class_hands': TrainingClassHands
  'training.class_passes': TrainingClassPasses
  'training.class_photos': TrainingClassPhotos
  'training.classes': TrainingClasses
  'training.enrolment_names': TrainingEnrolmentNames
  'training.enrolments': TrainingEnrolments
  'training.inspection_confirmations': TrainingInspectionConfirmations
  'training.inspection_photos': TrainingInspectionPhotos
  'training.inspections': TrainingInspections
  'training.instructors': TrainingInstructors
  'training.live_events': TrainingLiveEvents
  'training.live_refusals': TrainingLiveRefusals
  'training.live_sessions': TrainingLiveSessions
  'training.live_signs': TrainingLiveSigns
  'training.live_strikes': TrainingLiveStrikes
  'training.live_tries': TrainingLiveTries
  'training.musters': TrainingMusters
  'training.provider_documents': TrainingProviderDocuments
  'training.rooms': TrainingRooms
  'training.roster_imports': TrainingRosterImports
  'training.sessions': TrainingSessions
  'training.sheet_uploads': TrainingSheetUploads
  'training.sites': TrainingSites
  'training.slots': TrainingSlots
}
