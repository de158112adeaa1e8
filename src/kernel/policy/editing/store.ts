import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type DraftStatus, MANY, type ProposalOutcome } from './rules.ts'

/** Whose hand: the natural person, by which account, and when. */
export type Hand = { readonly personId: string; readonly accountId: string; readonly at: Date }

export type Draft = {
  readonly id: string
  readonly scheme: string
  /** `liandu.training-subsidy 2022-01`, and the hash of that document. */
  readonly begunFrom: string
  readonly begunSha256: Buffer
  readonly note: string
  readonly revision: number
  readonly status: DraftStatus
  readonly begun: Hand
}

export type Revision = {
  readonly revision: number
  readonly document: unknown
  readonly note: string
  readonly saved: Hand
}

export type Proposal = {
  readonly id: string
  readonly draftId: string
  readonly nth: number
  readonly revision: number
  readonly scheme: string
  readonly version: string
  readonly sha256: Buffer
  readonly documentNumber: string
  readonly reason: string
  readonly proposed: Hand
}

export type AnsweredProposal = Proposal & {
  readonly answer: { readonly outcome: ProposalOutcome; readonly reason: string; readonly answered: Hand } | null
}

export async function insertDraft(tx: Tx, draft: Omit<Draft, 'revision' | 'status'>, document: unknown): Promise<void> {
  const { personId, accountId, at } = draft.begun
  await tx.db
    .insertInto('policy.scheme_drafts')
    .values({
      district: tx.district,
      id: draft.id,
      scheme: draft.scheme,
      begun_from: draft.begunFrom,
      begun_sha256: draft.begunSha256,
      note: draft.note,
      begun_by: personId,
      account_id: accountId,
      business_at: at,
    })
    .execute()
  await insertRevision(tx, draft.id, { revision: 1, document, note: '', saved: draft.begun })
}

async function insertRevision(tx: Tx, draftId: string, { revision, document, note, saved }: Revision): Promise<void> {
  await tx.db
    .insertInto('policy.draft_revisions')
    .values({
      district: tx.district,
      draft_id: draftId,
      revision,
      document: JSON.stringify(document),
      note,
      saved_by: saved.personId,
      account_id: saved.accountId,
      business_at: saved.at,
    })
    .execute()
}

/** Keeps the next revision of a draft. Of two who save on one revision the second meets `one_save_a_revision`. */
export async function saveRevision(tx: Tx, draftId: string, revision: Revision): Promise<void> {
  await insertRevision(tx, draftId, revision)
  await tx.db
    .updateTable('policy.scheme_drafts')
    .set({ revision: revision.revision })
    .where('district', '=', tx.district)
    .where('id', '=', draftId)
    .execute()
}

const drafts = (tx: Tx) => tx.db.selectFrom('policy.scheme_drafts').selectAll().where('district', '=', tx.district)

const draftOf = (row: Awaited<ReturnType<ReturnType<typeof drafts>['executeTakeFirstOrThrow']>>): Draft => ({
  id: row.id,
  scheme: row.scheme,
  begunFrom: row.begun_from,
  begunSha256: row.begun_sha256,
  note: row.note,
  revision: row.revision,
  status: row.status as DraftStatus,
  begun: { personId: row.begun_by, accountId: row.account_id, at: row.business_at },
})

export async function findDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const row = await drafts(tx).where('id', '=', id).executeTakeFirst()
  return row && draftOf(row)
}

/** The same, held until the transaction ends: who saves, proposes and publishes one draft take turns. */
export async function lockDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const row = await drafts(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && draftOf(row)
}

/** Newest first. */
export async function listDrafts(tx: Tx): Promise<Draft[]> {
  return (await drafts(tx).orderBy('id', 'desc').execute()).map(draftOf)
}

export async function moveDraft(
  tx: Tx,
  draft: Draft,
  event: { readonly id: string; readonly to: DraftStatus; readonly reason: string; readonly by: Hand },
): Promise<void> {
  await tx.db
    .updateTable('policy.scheme_drafts')
    .set({ status: event.to })
    .where('district', '=', tx.district)
    .where('id', '=', draft.id)
    .execute()
  await tx.db
    .insertInto('policy.draft_events')
    .values({
      district: tx.district,
      id: event.id,
      draft_id: draft.id,
      status_from: draft.status,
      status_to: event.to,
      reason: event.reason,
      person_id: event.by.personId,
      account_id: event.by.accountId,
      business_at: event.by.at,
    })
    .execute()
}

const revisions = (tx: Tx, draftId: string) =>
  tx.db
    .selectFrom('policy.draft_revisions')
    .selectAll()
    .where('district', '=', tx.district)
    .where('draft_id', '=', draftId)

const revisionOf = (row: Awaited<ReturnType<ReturnType<typeof revisions>['executeTakeFirstOrThrow']>>): Revision => ({
  revision: row.revision,
  document: row.document,
  note: row.note,
  saved: { personId: row.saved_by, accountId: row.account_id, at: row.business_at },
})

export async function findRevision(tx: Tx, draftId: string, revision: number): Promise<Revision | undefined> {
  const row = await revisions(tx, draftId).where('revision', '=', revision).executeTakeFirst()
  return row && revisionOf(row)
}

/** What the last save of each open draft says of itself, by draft: its title, version and dates, and no more of the document. */
export async function listHeads(tx: Tx): Promise<ReadonlyMap<string, unknown>> {
  const rows = await tx.db
    .selectFrom('policy.scheme_drafts as d')
    .innerJoin('policy.draft_revisions as r', (join) =>
      join
        .onRef('r.district', '=', 'd.district')
        .onRef('r.draft_id', '=', 'd.id')
        .onRef('r.revision', '=', 'd.revision'),
    )
    .select([
      'd.id',
      sql<unknown>`r.document -> 'title'`.as('title'),
      sql<unknown>`r.document -> 'version'`.as('version'),
      sql<unknown>`r.document -> 'inForce'`.as('inForce'),
    ])
    .where('d.district', '=', tx.district)
    .where('d.status', '=', 'open')
    .execute()
  return new Map(rows.map(({ id, ...head }) => [id, head]))
}

/** Every save, the newest first, without the documents. */
export async function listRevisions(tx: Tx, draftId: string): Promise<Omit<Revision, 'document'>[]> {
  const rows = await tx.db
    .selectFrom('policy.draft_revisions')
    .select(['revision', 'note', 'saved_by', 'account_id', 'business_at'])
    .where('district', '=', tx.district)
    .where('draft_id', '=', draftId)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map(({ revision, note, saved_by, account_id, business_at }) => ({
    revision,
    note,
    saved: { personId: saved_by, accountId: account_id, at: business_at },
  }))
}

export type DraftEvent = {
  readonly from: DraftStatus
  readonly to: DraftStatus
  readonly reason: string
  readonly by: Hand
}

export async function listDraftEvents(tx: Tx, draftId: string): Promise<DraftEvent[]> {
  const rows = await tx.db
    .selectFrom('policy.draft_events')
    .selectAll()
    .where('district', '=', tx.district)
    .where('draft_id', '=', draftId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    from: row.status_from as DraftStatus,
    to: row.status_to as DraftStatus,
    reason: row.reason,
    by: { personId: row.person_id, accountId: row.account_id, at: row.business_at },
  }))
}

export async function insertProposal(tx: Tx, proposal: Proposal): Promise<void> {
  await tx.db
    .insertInto('policy.scheme_proposals')
    .values({
      district: tx.district,
      id: proposal.id,
      draft_id: proposal.draftId,
      nth: proposal.nth,
      revision: proposal.revision,
      scheme: proposal.scheme,
      version: proposal.version,
      sha256: proposal.sha256,
      document_number: proposal.documentNumber,
      reason: proposal.reason,
      proposed_by: proposal.proposed.personId,
      account_id: proposal.proposed.accountId,
      business_at: proposal.proposed.at,
    })
    .execute()
}

/** What was proposed of these drafts, the newest first, each with its answer. */
export async function listProposals(tx: Tx, draftIds: readonly string[]): Promise<AnsweredProposal[]> {
  if (draftIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('policy.scheme_proposals as p')
    .leftJoin('policy.scheme_proposal_answers as a', (join) =>
      join.onRef('a.district', '=', 'p.district').onRef('a.proposal_id', '=', 'p.id'),
    )
    .selectAll('p')
    .select(['a.outcome', 'a.reason as answer_reason', 'a.answered_by', 'a.account_id as answered_account_id'])
    .select('a.business_at as answered_at')
    .where('p.district', '=', tx.district)
    .where('p.draft_id', 'in', [...draftIds])
    .orderBy('p.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    draftId: row.draft_id,
    nth: row.nth,
    revision: row.revision,
    scheme: row.scheme,
    version: row.version,
    sha256: row.sha256,
    documentNumber: row.document_number,
    reason: row.reason,
    proposed: { personId: row.proposed_by, accountId: row.account_id, at: row.business_at },
    answer:
      row.outcome && row.answered_by && row.answered_account_id && row.answered_at
        ? {
            outcome: row.outcome as ProposalOutcome,
            reason: row.answer_reason ?? '',
            answered: { personId: row.answered_by, accountId: row.answered_account_id, at: row.answered_at },
          }
        : null,
  }))
}

export async function insertProposalAnswer(
  tx: Tx,
  { id, proposed }: Pick<Proposal, 'id' | 'proposed'>,
  { outcome, reason, answered }: NonNullable<AnsweredProposal['answer']>,
): Promise<void> {
  await tx.db
    .insertInto('policy.scheme_proposal_answers')
    .values({
      district: tx.district,
      proposal_id: id,
      proposed_by: proposed.personId,
      answered_by: answered.personId,
      account_id: answered.accountId,
      outcome,
      reason,
      business_at: answered.at,
    })
    .execute()
}

/** How many facts of a kind that happened since a day the scheme has decided about; counted no further than `MANY`. */
export async function countDecidedSince(
  tx: Tx,
  { scheme, kind, from }: { readonly scheme: string; readonly kind: string; readonly from: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from policy.facts f
      where f.district = ${tx.district} and f.kind = ${kind} and f.occurred_on >= ${from}
        and exists (select 1 from policy.decisions d
          where d.district = ${tx.district} and d.fact_id = f.id and d.scheme = ${scheme})
      limit ${MANY}) found`.execute(tx.db)
  return rows[0]?.count ?? 0
}
