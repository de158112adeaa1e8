import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

/** The claim that an act was done on, by the act's own id. */
export async function findClaimOfAct(
  tx: Tx,
  kind: 'claim-review' | 'claim-confirmation' | 'review-draw',
  id: string,
): Promise<string | undefined> {
  const table = (
    {
      'claim-review': 'funds.claim_reviews',
      'claim-confirmation': 'funds.claim_confirmations',
      'review-draw': 'funds.review_draws',
    } as const
  )[kind]
  const row = await tx.db
    .selectFrom(table)
    .select('claim_id')
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.claim_id
}

export async function findBatchOfSignature(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('funds.batch_signatures')
    .select('batch_id')
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.batch_id
}

/** The claim line that a correction is for. */
export async function findLineOfCorrection(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('funds.account_corrections')
    .select('claim_line_id')
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.claim_line_id
}

export async function findClaimOfHold(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('funds.line_holds')
    .select('claim_id')
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.claim_id
}

/** The batches in which a claim is paid, the oldest first. */
export async function listBatchesOfClaim(tx: Tx, claimId: string): Promise<{ id: string; number: string }[]> {
  const { rows } = await sql<{ id: string; number: string }>`
    select b.id, b.number from funds.batch_claims c
    join funds.batches b on b.district = c.district and b.id = c.batch_id
    where c.district = ${tx.district} and c.claim_id = ${claimId} order by b.id`.execute(tx.db)
  return rows
}

/** The run of the checks that was asked about a payment's claim before it was frozen, and about whom the payment is. */
export async function findRunBeforePayment(
  tx: Tx,
  paymentId: string,
): Promise<{ runId: string; groupId: string; subjectId: string } | undefined> {
  const { rows } = await sql<{ run_id: string; group_id: string; subject_id: string }>`
    select k.run_id, c.group_id, p.subject_id
    from funds.batch_lines x
    join funds.claim_lines l on l.district = x.district and l.id = x.claim_line_id
    join funds.claims c on c.district = l.district and c.id = l.claim_id
    join funds.batch_checks k on k.district = x.district and k.batch_id = x.batch_id and k.claim_id = l.claim_id
    join funds.claim_people p on p.district = l.district and p.claim_id = l.claim_id and p.person_id = l.person_id
    where x.district = ${tx.district} and x.id = ${paymentId} limit 1`.execute(tx.db)
  const [row] = rows
  return row && { runId: row.run_id, groupId: row.group_id, subjectId: row.subject_id }
}

/** The payments that a run of the checks let go, of one subject or of everybody of the group. */
export async function listPaymentsAfterRun(
  tx: Tx,
  runId: string,
  subjectId: string,
): Promise<{ id: string; reference: string }[]> {
  const { rows } = await sql<{ id: string; reference: string }>`
    select distinct x.id, x.reference
    from funds.batch_checks k
    join funds.claims c on c.district = k.district and c.id = k.claim_id
    join funds.claim_lines l on l.district = c.district and l.claim_id = c.id
    join funds.claim_people p on p.district = l.district and p.claim_id = l.claim_id and p.person_id = l.person_id
    join funds.batch_lines x on x.district = k.district and x.batch_id = k.batch_id and x.claim_line_id = l.id
    where k.district = ${tx.district} and k.run_id = ${runId} and (p.subject_id = ${subjectId} or c.group_id = ${subjectId})
    order by x.reference`.execute(tx.db)
  return rows
}

/**
 * The people of the claims and of the province's lists made on a run of the checks, of one subject or of everybody of the
 * group, with their entitlements.
 */
export async function listStandingsOfRun(
  tx: Tx,
  runId: string,
  subjectId: string,
): Promise<{ decisionId: string; entitlementId: string | null; position: number }[]> {
  const { rows } = await sql<{ decision_id: string; entitlement_id: string | null; position: number }>`
    select s.decision_id, e.id as entitlement_id, min(s.position) as position
    from (
      select p.decision_id, p.position from funds.claims c
      join funds.claim_people p on p.district = c.district and p.claim_id = c.id
      where c.district = ${tx.district} and c.check_run_id = ${runId}
        and (p.subject_id = ${subjectId} or c.group_id = ${subjectId})
      union all
      select p.decision_id, p.position from funds.province_lists l
      join funds.province_list_people p on p.district = l.district and p.list_id = l.id
      where l.district = ${tx.district} and l.check_run_id = ${runId}
        and (p.subject_id = ${subjectId} or l.group_id = ${subjectId})
    ) s
    left join funds.entitlements e on e.district = ${tx.district} and e.decision_id = s.decision_id
    group by s.decision_id, e.id order by 3`.execute(tx.db)
  return rows.map((row) => ({
    decisionId: row.decision_id,
    entitlementId: row.entitlement_id,
    position: row.position,
  }))
}

export type Listed = {
  readonly decisionId: string
  readonly subjectId: string
  readonly groupId: string
  readonly checkRunId: string
}

/** Where a decision, or those on a fact, stand on the province's lists, the newest list first. */
export async function listListedBy(
  tx: Tx,
  by: { readonly decisionId: string } | { readonly factId: string },
): Promise<Listed[]> {
  const which = 'decisionId' in by ? sql`p.decision_id = ${by.decisionId}` : sql`p.fact_id = ${by.factId}`
  const { rows } = await sql<Listed>`
    select p.decision_id as "decisionId", p.subject_id as "subjectId", l.group_id as "groupId",
      l.check_run_id as "checkRunId"
    from funds.province_list_people p
    join funds.province_lists l on l.district = p.district and l.id = p.list_id
    where p.district = ${tx.district} and ${which} order by l.id desc limit 50`.execute(tx.db)
  return rows
}

/** Whose list for the province was made on a run of the checks. */
export async function findOrganisationListedOn(tx: Tx, runId: string): Promise<string | undefined> {
  const { rows } = await sql<{ organisation_id: string }>`
    select organisation_id from funds.province_lists
    where district = ${tx.district} and check_run_id = ${runId} limit 1`.execute(tx.db)
  return rows[0]?.organisation_id
}

/** The lines a suspicion case holds or held, with their claims' numbers. */
export async function listHoldsOfCase(tx: Tx, caseId: string): Promise<{ id: string; number: string }[]> {
  const { rows } = await sql<{ id: string; number: string }>`
    select h.id, c.number from funds.line_holds h
    join funds.claims c on c.district = h.district and c.id = h.claim_id
    where h.district = ${tx.district} and h.case_id = ${caseId} order by h.id`.execute(tx.db)
  return rows
}

/** The pre-checked lists for the province on which a decision made somebody due. */
export async function listListsOnDecision(tx: Tx, decisionId: string): Promise<{ id: string; number: string }[]> {
  const { rows } = await sql<{ id: string; number: string }>`
    select distinct l.id, l.number from funds.province_list_people p
    join funds.province_lists l on l.district = p.district and l.id = p.list_id
    where p.district = ${tx.district} and p.decision_id = ${decisionId} and p.standing = 'due'
    order by l.id`.execute(tx.db)
  return rows
}

/** Money of a line that came back to it after it was committed or paid: held lines that were dropped, and recoveries. */
export async function listCameBack(
  tx: Tx,
  lineId: string,
  limit: number,
): Promise<{ kind: 'line-hold' | 'recovery-receipt'; id: string; amountFen: bigint }[]> {
  const { rows } = await sql<{ kind: 'line-hold' | 'recovery-receipt'; id: string; amountFen: bigint }>`
    select subject_kind as kind, subject_id as id, amount_fen as "amountFen" from funds.transfers
    where district = ${tx.district} and line_id = ${lineId} and subject_kind in ('line-hold', 'recovery-receipt')
    order by id desc limit ${limit}`.execute(tx.db)
  return rows
}
