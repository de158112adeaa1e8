import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate, civilDateOf } from '../../values/public.ts'
import { TWO_HANDS } from '../hands.ts'
import type { CaseOutcome, Proposed } from './rules.ts'

/** Of a case's confirmed decisions `d` the one that counts: the answer to a referral, where there is one. */
export const isLast = (tx: Tx) => sql<boolean>`(d.is_answer or not exists (
  select 1 from integrity.case_decisions a
  where a.district = ${tx.district} and a.case_id = d.case_id and a.verdict = 'confirmed' and a.is_answer))`

/** What another authority answered to a referral: whose answer, by which document, of which day. */
export type AuthorityAnswer = { readonly by: string; readonly document: string; readonly on: CivilDate }

export type ConclusionRow = Proposed & {
  readonly caseId: string
  readonly nth: number
  readonly reasons: string
  readonly answer: AuthorityAnswer | null
  readonly accountId: string
  readonly businessAt: Date
  /** The day it was confirmed or declined on. */
  readonly decidedOn: CivilDate | null
  readonly decision: { readonly reason: string; readonly accountId: string; readonly businessAt: Date } | null
}

export async function insertConclusion(
  tx: Tx,
  row: Omit<ConclusionRow, 'verdict' | 'decision' | 'decidedOn' | 'isAnswer'>,
): Promise<void> {
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
      is_answer: row.answer !== null,
      answered_by: row.answer?.by ?? null,
      answer_document: row.answer?.document ?? null,
      answered_on: row.answer?.on ?? null,
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
    isAnswer: row.is_answer,
    answer:
      row.answered_by === null
        ? null
        : { by: row.answered_by, document: row.answer_document!, on: civilDate(row.answered_on!) },
    proposedBy: row.proposed_by,
    accountId: row.proposed_account_id,
    businessAt: row.business_at,
    verdict: row.verdict as Proposed['verdict'],
    decidedOn: row.decided_at ? civilDateOf(row.decided_at) : null,
    decision:
      row.decided_account_id && row.decided_at
        ? { reason: row.decision_reason ?? '', accountId: row.decided_account_id, businessAt: row.decided_at }
        : null,
  }))
}

export async function insertDecision(
  tx: Tx,
  row: {
    conclusion: Pick<ConclusionRow, 'id' | 'caseId' | 'proposedBy' | 'isAnswer'>
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
      is_answer: row.conclusion.isAnswer,
      decided_by: row.decidedBy,
      decided_account_id: row.accountId,
      verdict: row.verdict,
      reason: row.reason,
      business_at: row.businessAt,
      ...TWO_HANDS,
    })
    .execute()
}
