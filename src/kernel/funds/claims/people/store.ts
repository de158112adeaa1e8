import type { Tx } from '../../../../platform/db/public.ts'
import type { Reason, Standing } from '../../deciding/rules.ts'
import { grouped } from '../../history/grouped.ts'

/** One person of a claim, paid by it or not. */
export type ClaimPersonRow = Standing & {
  readonly decisionId: string
  readonly factId: string
  readonly subjectId: string
  readonly personId: string
  readonly position: number
}

export async function insertClaimPeople(tx: Tx, claimId: string, people: readonly ClaimPersonRow[]): Promise<void> {
  await tx.db
    .insertInto('funds.claim_people')
    .values(
      people.map((person) => ({
        district: tx.district,
        claim_id: claimId,
        decision_id: person.decisionId,
        fact_id: person.factId,
        subject_id: person.subjectId,
        person_id: person.personId,
        position: person.position,
        standing: person.standing,
        amount_fen: person.amountFen,
        reasons: JSON.stringify(person.reasons),
      })),
    )
    .execute()
}

const people = (tx: Tx) => tx.db.selectFrom('funds.claim_people').selectAll().where('district', '=', tx.district)

type PersonRow = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>

const personOf = (row: PersonRow): ClaimPersonRow & { claimId: string } => ({
  claimId: row.claim_id,
  decisionId: row.decision_id,
  factId: row.fact_id,
  subjectId: row.subject_id,
  personId: row.person_id,
  position: row.position,
  standing: row.standing as Standing['standing'],
  amountFen: row.amount_fen,
  reasons: row.reasons as Reason[],
})

/** Everybody of a claim, by their number on the roster. A group is at most a class. */
export async function listClaimPeople(tx: Tx, claimId: string): Promise<ClaimPersonRow[]> {
  const rows = await people(tx).where('claim_id', '=', claimId).orderBy('position').orderBy('decision_id').execute()
  return rows.map(personOf)
}

/** The people of claims that rest on a decision, a recorded fact, or a check's answer about a subject. */
export async function listClaimPeopleBy(
  tx: Tx,
  by: { decisionId: string } | { factId: string },
): Promise<(ClaimPersonRow & { claimId: string })[]> {
  const query =
    'decisionId' in by
      ? people(tx).where('decision_id', '=', by.decisionId)
      : people(tx).where('fact_id', '=', by.factId)
  return (await query.orderBy('claim_id').limit(50).execute()).map(personOf)
}

export type ClaimLine = {
  readonly id: string
  readonly claimId: string
  readonly entitlementId: string
  readonly personId: string
  readonly position: number
  readonly payeeName: string
  readonly bankAccountId: string
  readonly amountFen: bigint
}

export async function insertClaimLines(tx: Tx, lines: readonly ClaimLine[]): Promise<void> {
  await tx.db
    .insertInto('funds.claim_lines')
    .values(
      lines.map((line) => ({
        district: tx.district,
        id: line.id,
        claim_id: line.claimId,
        entitlement_id: line.entitlementId,
        person_id: line.personId,
        position: line.position,
        payee_name: line.payeeName,
        bank_account_id: line.bankAccountId,
        amount_fen: line.amountFen,
      })),
    )
    .execute()
}

const lines = (tx: Tx) => tx.db.selectFrom('funds.claim_lines').selectAll().where('district', '=', tx.district)

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>

const lineOf = (row: LineRow): ClaimLine => ({
  id: row.id,
  claimId: row.claim_id,
  entitlementId: row.entitlement_id,
  personId: row.person_id,
  position: row.position,
  payeeName: row.payee_name,
  bankAccountId: row.bank_account_id,
  amountFen: row.amount_fen,
})

/** What a claim pays, by number on the roster. */
export async function listClaimLines(tx: Tx, claimId: string): Promise<ClaimLine[]> {
  return (await lines(tx).where('claim_id', '=', claimId).orderBy('position').orderBy('id').execute()).map(lineOf)
}

/** What several claims pay, by claim, each by number on the roster. */
export async function listLinesOfClaims(tx: Tx, claimIds: readonly string[]): Promise<Map<string, ClaimLine[]>> {
  if (claimIds.length === 0) return new Map()
  const rows = await lines(tx)
    .where('claim_id', 'in', [...new Set(claimIds)])
    .orderBy('claim_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return grouped(rows.map(lineOf), (line) => line.claimId)
}

/** Claim lines by id; unknown ids are absent. */
export async function listClaimLinesById(tx: Tx, ids: readonly string[]): Promise<Map<string, ClaimLine>> {
  if (ids.length === 0) return new Map()
  const rows = await lines(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, lineOf(row)]))
}

export async function findClaimLine(tx: Tx, id: string): Promise<ClaimLine | undefined> {
  const row = await lines(tx).where('id', '=', id).executeTakeFirst()
  return row && lineOf(row)
}

export async function listLinesOfEntitlement(tx: Tx, entitlementId: string): Promise<ClaimLine[]> {
  return (await lines(tx).where('entitlement_id', '=', entitlementId).orderBy('id').execute()).map(lineOf)
}
