import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'
import type { Proposal } from './rules.ts'

export type ProposalKept = Proposal & {
  readonly id: string
  readonly restrictionId: string
  readonly nth: number
  readonly reason: string
  readonly proposedBy: string
  readonly accountId: string
  readonly businessAt: Date
  readonly decision: { readonly reason: string; readonly accountId: string; readonly businessAt: Date } | null
}

export type RestrictionRow = {
  readonly id: string
  readonly kind: 'restricted' | 'recovery'
  readonly personId: string | null
  readonly organisationId: string | null
  readonly reason: string
  readonly document: string
  /** The article of it; empty on restrictions from before it was asked for. */
  readonly clause: string
  readonly from: CivilDate
  readonly to: CivilDate | null
}

export type RestrictionKept = RestrictionRow & { readonly proposals: readonly ProposalKept[] }

const dateOf = (text: string | null) => (text === null ? null : civilDate(text))

const restrictions = (tx: Tx) =>
  tx.db
    .selectFrom('people.restrictions')
    .select(['id', 'kind', 'person_id', 'organisation_id', 'reason', 'document', 'clause', 'from_date', 'to_date'])
    .where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof restrictions>['execute']>>[number]

async function withProposals(tx: Tx, rows: readonly Row[]): Promise<RestrictionKept[]> {
  const proposals = await listProposals(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as RestrictionRow['kind'],
    personId: row.person_id,
    organisationId: row.organisation_id,
    reason: row.reason,
    document: row.document,
    clause: row.clause,
    from: civilDate(row.from_date),
    to: dateOf(row.to_date),
    proposals: proposals.filter((proposal) => proposal.restrictionId === row.id),
  }))
}

async function listProposals(tx: Tx, restrictionIds: readonly string[]): Promise<ProposalKept[]> {
  if (restrictionIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('people.restriction_proposals as p')
    .leftJoin('people.restriction_decisions as d', (join) =>
      join.onRef('d.district', '=', 'p.district').onRef('d.proposal_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.restriction_id', 'p.step', 'p.nth', 'p.ends_on', 'p.reason', 'p.proposed_by'])
    .select(['p.proposed_account_id', 'p.business_at', 'd.outcome', 'd.reason as decision_reason'])
    .select(['d.decided_account_id', 'd.business_at as decided_at'])
    .where('p.district', '=', tx.district)
    .where('p.restriction_id', 'in', [...restrictionIds])
    .orderBy('p.restriction_id')
    .orderBy('p.nth')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    restrictionId: row.restriction_id,
    step: row.step as Proposal['step'],
    nth: row.nth,
    endsOn: dateOf(row.ends_on),
    reason: row.reason,
    proposedBy: row.proposed_by,
    accountId: row.proposed_account_id,
    businessAt: row.business_at,
    outcome: row.outcome as Proposal['outcome'],
    decision:
      row.decided_account_id && row.decided_at
        ? { reason: row.decision_reason ?? '', accountId: row.decided_account_id, businessAt: row.decided_at }
        : null,
  }))
}

/** Restrictions, newest first, paged by id. */
export async function listRestrictions(
  tx: Tx,
  page: { after?: string | undefined; limit: number },
  only: { readonly unheard?: boolean; readonly organisationId?: string } = {},
): Promise<RestrictionKept[]> {
  let query = restrictions(tx)
  if (only.organisationId !== undefined) query = query.where('organisation_id', '=', only.organisationId)
  if (only.unheard)
    query = query.where(
      sql<boolean>`exists (
        select 1 from people.restriction_replies r
        where r.district = ${tx.district} and r.restriction_id = people.restrictions.id and not exists (
          select 1 from people.restriction_hearings h where h.district = ${tx.district} and h.reply_id = r.id))`,
    )
  if (page.after) query = query.where('id', '<', page.after)
  return withProposals(tx, await query.orderBy('id', 'desc').limit(page.limit).execute())
}

export async function findRestriction(tx: Tx, id: string): Promise<RestrictionKept | undefined> {
  return (await withProposals(tx, await restrictions(tx).where('id', '=', id).execute()))[0]
}

/** Everything ever proposed against these persons, oldest first. */
export async function listRestrictionsOfPersons(tx: Tx, personIds: readonly string[]): Promise<RestrictionKept[]> {
  if (personIds.length === 0) return []
  const query = restrictions(tx).where('person_id', 'in', [...new Set(personIds)])
  return withProposals(tx, await query.orderBy('id').execute())
}

/** Everything ever proposed against these organisations, oldest first. */
export async function listRestrictionsOfOrganisations(tx: Tx, ids: readonly string[]): Promise<RestrictionKept[]> {
  if (ids.length === 0) return []
  const query = restrictions(tx).where('organisation_id', 'in', [...new Set(ids)])
  return withProposals(tx, await query.orderBy('id').execute())
}

export async function insertRestriction(tx: Tx, row: RestrictionRow): Promise<void> {
  await tx.db
    .insertInto('people.restrictions')
    .values({
      district: tx.district,
      id: row.id,
      kind: row.kind,
      person_id: row.personId,
      organisation_id: row.organisationId,
      reason: row.reason,
      document: row.document,
      clause: row.clause,
      from_date: row.from,
      to_date: row.to,
    })
    .execute()
}

export async function insertProposal(tx: Tx, proposal: Omit<ProposalKept, 'outcome' | 'decision'>): Promise<void> {
  await tx.db
    .insertInto('people.restriction_proposals')
    .values({
      district: tx.district,
      id: proposal.id,
      restriction_id: proposal.restrictionId,
      step: proposal.step,
      nth: proposal.nth,
      ends_on: proposal.endsOn,
      reason: proposal.reason,
      proposed_by: proposal.proposedBy,
      proposed_account_id: proposal.accountId,
      business_at: proposal.businessAt,
    })
    .execute()
}

export async function insertDecision(
  tx: Tx,
  decision: {
    proposal: Pick<ProposalKept, 'id' | 'proposedBy'>
    decidedBy: string
    accountId: string
    outcome: 'confirmed' | 'declined'
    reason: string
    businessAt: Date
  },
): Promise<void> {
  await tx.db
    .insertInto('people.restriction_decisions')
    .values({
      district: tx.district,
      proposal_id: decision.proposal.id,
      proposed_by: decision.proposal.proposedBy,
      decided_by: decision.decidedBy,
      decided_account_id: decision.accountId,
      outcome: decision.outcome,
      reason: decision.reason,
      business_at: decision.businessAt,
    })
    .execute()
}

/** How many proposals wait for somebody other than this person, up to `most`. */
export async function countWaiting(tx: Tx, exceptOf: string, most: number): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from (
      select 1 from people.restriction_proposals p
      where p.district = ${tx.district} and p.proposed_by <> ${exceptOf} and not exists (
        select 1 from people.restriction_decisions d where d.district = ${tx.district} and d.proposal_id = p.id)
      limit ${most}
    ) waiting`.execute(tx.db)
  return rows[0]?.waiting ?? 0
}
