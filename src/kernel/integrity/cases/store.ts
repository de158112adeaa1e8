import { sql } from 'kysely'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { CaseOutcome, CaseState, FreezingCase, Proposed } from './rules.ts'
import type { CaseEventKind } from './words.ts'

export type CaseRow = {
  readonly id: string
  readonly number: string
  readonly groupKind: string
  readonly groupId: string
  readonly organisationId: string
  readonly checkId: string | null
  readonly reason: string | null
  readonly openedBy: string | null
  readonly openedAccountId: string | null
  readonly businessAt: Date
}

const cases = (tx: Tx) => tx.db.selectFrom('integrity.cases as c').selectAll('c').where('c.district', '=', tx.district)

const caseOf = (row: Awaited<ReturnType<ReturnType<typeof cases>['executeTakeFirstOrThrow']>>): CaseRow => ({
  id: row.id,
  number: row.number,
  groupKind: row.group_kind,
  groupId: row.group_id,
  organisationId: row.organisation_id,
  checkId: row.check_id,
  reason: row.reason,
  openedBy: row.opened_by,
  openedAccountId: row.opened_account_id,
  businessAt: row.business_at,
})

export async function insertCase(tx: Tx, row: CaseRow): Promise<void> {
  await tx.db
    .insertInto('integrity.cases')
    .values({
      district: tx.district,
      id: row.id,
      number: row.number,
      group_kind: row.groupKind,
      group_id: row.groupId,
      organisation_id: row.organisationId,
      check_id: row.checkId,
      reason: row.reason,
      opened_by: row.openedBy,
      opened_account_id: row.openedAccountId,
      business_at: row.businessAt,
    })
    .execute()
}

export async function findCase(tx: Tx, id: string): Promise<CaseRow | undefined> {
  const row = await cases(tx).where('c.id', '=', id).executeTakeFirst()
  return row && caseOf(row)
}

export type CaseFilter = {
  readonly state?: CaseState | undefined
  readonly organisationId?: string | undefined
  readonly groupId?: string | undefined
  /** Cases this person looks after now. */
  readonly ownerId?: string | undefined
}

const isConcluded = (tx: Tx) => sql<boolean>`exists (
  select 1 from integrity.case_decisions d
  where d.district = ${tx.district} and d.case_id = c.id and d.verdict = 'confirmed')`

/** Newest first; `after` is the last id of the page before. */
export async function listCasesBy(
  tx: Tx,
  filter: CaseFilter,
  page: { after?: string | undefined; limit: number },
): Promise<CaseRow[]> {
  let query = cases(tx)
  if (filter.state === 'open') query = query.where(sql<boolean>`not ${isConcluded(tx)}`)
  if (filter.state === 'concluded') query = query.where(isConcluded(tx))
  if (filter.organisationId) query = query.where('c.organisation_id', '=', filter.organisationId)
  if (filter.groupId) query = query.where('c.group_id', '=', filter.groupId)
  if (filter.ownerId)
    query = query.where(
      sql<boolean>`${filter.ownerId} = (select o.person_id from integrity.case_owners o
        where o.district = ${tx.district} and o.case_id = c.id order by o.nth desc limit 1)`,
    )
  if (page.after) query = query.where('c.id', '<', page.after)
  return (await query.orderBy('c.id', 'desc').limit(page.limit).execute()).map(caseOf)
}

/** The open case that a check has opened about a group. */
export async function findOpenCase(tx: Tx, groupId: string, checkId: string): Promise<CaseRow | undefined> {
  const row = await cases(tx)
    .where('c.group_id', '=', groupId)
    .where('c.check_id', '=', checkId)
    .where(sql<boolean>`not ${isConcluded(tx)}`)
    .orderBy('c.id')
    .executeTakeFirst()
  return row && caseOf(row)
}

/** Held alone until the transaction ends: whoever opens or concludes a case about this organisation. */
export async function holdGateAlone(tx: Tx, organisationId: string): Promise<void> {
  await sql`
    insert into integrity.freeze_gates (district, organisation_id, passed) values (${tx.district}, ${organisationId}, 1)
    on conflict (district, organisation_id) do update set passed = integrity.freeze_gates.passed + 1`.execute(tx.db)
}

/** Held together until the transaction ends: whoever moves claims of these organisations on, in one order. */
export async function holdGates(tx: Tx, organisationIds: readonly string[]): Promise<void> {
  for (const organisationId of [...new Set(organisationIds)].sort()) {
    await sql`
      insert into integrity.freeze_gates (district, organisation_id) values (${tx.district}, ${organisationId})
      on conflict (district, organisation_id) do nothing`.execute(tx.db)
    await sql`
      select 1 from integrity.freeze_gates
      where district = ${tx.district} and organisation_id = ${organisationId} for share`.execute(tx.db)
  }
}

export type FreezingRow = FreezingCase & { readonly id: string; readonly number: string }

/** Cases of these organisations that are open or were referred, oldest first. */
export async function listFreezingCases(tx: Tx, organisationIds: readonly string[]): Promise<FreezingRow[]> {
  if (organisationIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('integrity.cases as c')
    .leftJoin('integrity.case_decisions as d', (join) =>
      join.onRef('d.district', '=', 'c.district').onRef('d.case_id', '=', 'c.id').on('d.verdict', '=', 'confirmed'),
    )
    .leftJoin('integrity.case_conclusions as n', (join) =>
      join.onRef('n.district', '=', 'd.district').onRef('n.id', '=', 'd.conclusion_id'),
    )
    .select(['c.id', 'c.number', 'c.group_id', 'c.organisation_id', 'n.outcome', 'n.keeps_provider_frozen'])
    .where('c.district', '=', tx.district)
    .where('c.organisation_id', 'in', [...new Set(organisationIds)])
    .where((where) => where.or([where('d.conclusion_id', 'is', null), where('n.outcome', '=', 'referred')]))
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    groupId: row.group_id,
    organisationId: row.organisation_id,
    outcome: row.outcome as CaseOutcome | null,
    keepsProviderFrozen: row.keeps_provider_frozen ?? false,
  }))
}

export type SubjectRow = {
  readonly caseId: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly personId: string | null
  readonly checkId: string
  readonly resultId: string
  readonly answerSha256: Buffer
  readonly businessAt: Date
}

const subjects = (tx: Tx) => tx.db.selectFrom('integrity.case_subjects').selectAll().where('district', '=', tx.district)

const subjectOf = (row: Awaited<ReturnType<ReturnType<typeof subjects>['executeTakeFirstOrThrow']>>): SubjectRow => ({
  caseId: row.case_id,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  personId: row.person_id,
  checkId: row.check_id,
  resultId: row.result_id,
  answerSha256: row.answer_sha256,
  businessAt: row.business_at,
})

export async function insertSubjects(tx: Tx, rows: readonly SubjectRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    await tx.db
      .insertInto('integrity.case_subjects')
      .values(
        rows.slice(at, at + 1000).map((row) => ({
          district: tx.district,
          case_id: row.caseId,
          subject_kind: row.subjectKind,
          subject_id: row.subjectId,
          person_id: row.personId,
          check_id: row.checkId,
          result_id: row.resultId,
          answer_sha256: row.answerSha256,
          business_at: row.businessAt,
        })),
      )
      .execute()
  }
}

export async function listSubjects(tx: Tx, caseIds: readonly string[]): Promise<SubjectRow[]> {
  if (caseIds.length === 0) return []
  const rows = await subjects(tx)
    .where('case_id', 'in', [...caseIds])
    .orderBy('case_id')
    .orderBy('result_id')
    .execute()
  return rows.map(subjectOf)
}

/** What earlier cases say of these subjects, and how each ended. */
export async function listCasesOfSubjects(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<(SubjectRow & { readonly number: string; readonly outcome: CaseOutcome | null })[]> {
  if (subjectIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('integrity.case_subjects as s')
    .innerJoin('integrity.cases as c', (join) =>
      join.onRef('c.district', '=', 's.district').onRef('c.id', '=', 's.case_id'),
    )
    .leftJoin('integrity.case_decisions as d', (join) =>
      join
        .onRef('d.district', '=', 's.district')
        .onRef('d.case_id', '=', 's.case_id')
        .on('d.verdict', '=', 'confirmed'),
    )
    .leftJoin('integrity.case_conclusions as n', (join) =>
      join.onRef('n.district', '=', 'd.district').onRef('n.id', '=', 'd.conclusion_id'),
    )
    .selectAll('s')
    .select(['c.number', 'n.outcome'])
    .where('s.district', '=', tx.district)
    .where('s.subject_id', 'in', [...new Set(subjectIds)])
    .orderBy('s.case_id')
    .execute()
  return rows.map((row) => ({
    ...subjectOf(row),
    number: row.number,
    outcome: row.outcome as CaseOutcome | null,
  }))
}

export type EvidenceRow = {
  readonly id: string
  readonly caseId: string
  readonly kind: 'link' | 'note' | 'file'
  readonly trail: { readonly kind: string; readonly id: string; readonly label: Sentence } | null
  readonly note: string | null
  readonly file: {
    readonly id: string
    readonly name: string
    readonly mediaType: string
    readonly sizeBytes: number
    readonly sha256: Buffer
  } | null
  readonly personId: string | null
  readonly accountId: string | null
  readonly businessAt: Date
}

/** Evidence that is there already (the same link, the same bytes) is left as it is. */
export async function insertEvidence(tx: Tx, rows: readonly EvidenceRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.db
    .insertInto('integrity.case_evidence')
    .values(
      rows.map((row) => ({
        district: tx.district,
        id: row.id,
        case_id: row.caseId,
        kind: row.kind,
        trail_kind: row.trail?.kind ?? null,
        trail_id: row.trail?.id ?? null,
        label: row.trail ? JSON.stringify(row.trail.label) : null,
        note: row.note,
        file_id: row.file?.id ?? null,
        file_name: row.file?.name ?? null,
        media_type: row.file?.mediaType ?? null,
        size_bytes: row.file?.sizeBytes ?? null,
        file_sha256: row.file?.sha256 ?? null,
        person_id: row.personId,
        account_id: row.accountId,
        business_at: row.businessAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const evidence = (tx: Tx) => tx.db.selectFrom('integrity.case_evidence').selectAll().where('district', '=', tx.district)

const evidenceOf = (row: Awaited<ReturnType<ReturnType<typeof evidence>['executeTakeFirstOrThrow']>>): EvidenceRow => ({
  id: row.id,
  caseId: row.case_id,
  kind: row.kind as EvidenceRow['kind'],
  trail: row.trail_kind === null ? null : { kind: row.trail_kind, id: row.trail_id!, label: row.label as Sentence },
  note: row.note,
  file:
    row.file_id === null
      ? null
      : {
          id: row.file_id,
          name: row.file_name!,
          mediaType: row.media_type!,
          sizeBytes: row.size_bytes!,
          sha256: row.file_sha256!,
        },
  personId: row.person_id,
  accountId: row.account_id,
  businessAt: row.business_at,
})

export async function listEvidence(tx: Tx, caseId: string): Promise<EvidenceRow[]> {
  return (await evidence(tx).where('case_id', '=', caseId).orderBy('id').limit(1000).execute()).map(evidenceOf)
}

export async function findEvidence(tx: Tx, id: string): Promise<EvidenceRow | undefined> {
  const row = await evidence(tx).where('id', '=', id).executeTakeFirst()
  return row && evidenceOf(row)
}

export async function findSameFile(tx: Tx, caseId: string, sha256: Buffer): Promise<EvidenceRow | undefined> {
  const row = await evidence(tx).where('case_id', '=', caseId).where('file_sha256', '=', sha256).executeTakeFirst()
  return row && evidenceOf(row)
}

export type OwnerRow = {
  readonly caseId: string
  readonly nth: number
  readonly personId: string
  readonly accountId: string
  readonly givenBy: string
  readonly businessAt: Date
}

export async function insertOwner(tx: Tx, row: OwnerRow): Promise<void> {
  await tx.db
    .insertInto('integrity.case_owners')
    .values({
      district: tx.district,
      case_id: row.caseId,
      nth: row.nth,
      person_id: row.personId,
      account_id: row.accountId,
      given_by: row.givenBy,
      business_at: row.businessAt,
    })
    .execute()
}

/** Who looks after each of these cases now. */
export async function listOwners(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, OwnerRow>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('integrity.case_owners')
    .selectAll()
    .where('district', '=', tx.district)
    .where('case_id', 'in', [...caseIds])
    .orderBy('nth')
    .execute()
  return new Map(
    rows.map((row) => [
      row.case_id,
      {
        caseId: row.case_id,
        nth: row.nth,
        personId: row.person_id,
        accountId: row.account_id,
        givenBy: row.given_by,
        businessAt: row.business_at,
      },
    ]),
  )
}

export type EventRow = {
  readonly id: string
  readonly caseId: string
  readonly what: CaseEventKind
  readonly said: string
  readonly personId: string | null
  readonly accountId: string | null
  readonly businessAt: Date
}

export async function insertEvent(tx: Tx, row: EventRow): Promise<void> {
  await tx.db
    .insertInto('integrity.case_events')
    .values({
      district: tx.district,
      id: row.id,
      case_id: row.caseId,
      what: row.what,
      said: row.said,
      person_id: row.personId,
      account_id: row.accountId,
      business_at: row.businessAt,
    })
    .execute()
}

/** Oldest first. */
export async function listEvents(tx: Tx, caseIds: readonly string[]): Promise<EventRow[]> {
  if (caseIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('integrity.case_events')
    .selectAll()
    .where('district', '=', tx.district)
    .where('case_id', 'in', [...caseIds])
    .orderBy('id')
    .limit(2000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    what: row.what as CaseEventKind,
    said: row.said,
    personId: row.person_id,
    accountId: row.account_id,
    businessAt: row.business_at,
  }))
}

export type ConclusionRow = Proposed & {
  readonly caseId: string
  readonly nth: number
  readonly reasons: string
  readonly accountId: string
  readonly businessAt: Date
  readonly decision: { readonly reason: string; readonly accountId: string; readonly businessAt: Date } | null
}

export async function insertConclusion(tx: Tx, row: Omit<ConclusionRow, 'verdict' | 'decision'>): Promise<void> {
  await tx.db
    .insertInto('integrity.case_conclusions')
    .values({
      district: tx.district,
      id: row.id,
      case_id: row.caseId,
      nth: row.nth,
      outcome: row.outcome,
      keeps_provider_frozen: row.keepsProviderFrozen,
      reasons: row.reasons,
      proposed_by: row.proposedBy,
      proposed_account_id: row.accountId,
      business_at: row.businessAt,
    })
    .execute()
}

/** What was proposed about these cases, in order, and what became of it. */
export async function listConclusions(tx: Tx, caseIds: readonly string[]): Promise<ConclusionRow[]> {
  if (caseIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('integrity.case_conclusions as n')
    .leftJoin('integrity.case_decisions as d', (join) =>
      join.onRef('d.district', '=', 'n.district').onRef('d.conclusion_id', '=', 'n.id'),
    )
    .selectAll('n')
    .select(['d.verdict', 'd.reason as decision_reason', 'd.decided_account_id', 'd.business_at as decided_at'])
    .where('n.district', '=', tx.district)
    .where('n.case_id', 'in', [...caseIds])
    .orderBy('n.case_id')
    .orderBy('n.nth')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    nth: row.nth,
    outcome: row.outcome as CaseOutcome,
    keepsProviderFrozen: row.keeps_provider_frozen,
    reasons: row.reasons,
    proposedBy: row.proposed_by,
    accountId: row.proposed_account_id,
    businessAt: row.business_at,
    verdict: row.verdict as Proposed['verdict'],
    decision:
      row.decided_account_id && row.decided_at
        ? { reason: row.decision_reason ?? '', accountId: row.decided_account_id, businessAt: row.decided_at }
        : null,
  }))
}

export async function insertDecision(
  tx: Tx,
  row: {
    conclusion: Pick<ConclusionRow, 'id' | 'caseId' | 'proposedBy'>
    decidedBy: string
    accountId: string
    verdict: 'confirmed' | 'declined'
    reason: string
    businessAt: Date
  },
): Promise<void> {
  await tx.db
    .insertInto('integrity.case_decisions')
    .values({
      district: tx.district,
      conclusion_id: row.conclusion.id,
      case_id: row.conclusion.caseId,
      proposed_by: row.conclusion.proposedBy,
      decided_by: row.decidedBy,
      decided_account_id: row.accountId,
      verdict: row.verdict,
      reason: row.reason,
      business_at: row.businessAt,
    })
    .execute()
}
