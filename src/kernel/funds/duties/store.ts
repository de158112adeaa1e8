import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { HandDuty } from './rules.ts'

export type Hand = { readonly personId: string; readonly duty: HandDuty }

/**
 * Takes a claim in hand, for ever; a hand that is taken already stays what it is. The keys refuse a duty that may not
 * meet another of the same person's.
 */
export async function insertHand(tx: Tx, claimId: string, hand: Hand): Promise<void> {
  await insertHands(tx, claimId, [hand])
}

/** Takes a locked claim in hand unless the person has it in hand already; what they were to it before stays. */
export async function insertHandUnlessHeld(tx: Tx, claimId: string, hand: Hand): Promise<void> {
  const held = (await listHands(tx, claimId)).some(({ personId }) => personId === hand.personId)
  if (!held) await insertHand(tx, claimId, hand)
}

/** Everybody who has a claim in hand from its first day, each person once. */
export async function insertHands(tx: Tx, claimId: string, hands: readonly Hand[]): Promise<void> {
  await tx.db
    .insertInto('funds.claim_hands')
    .values(
      hands.map(({ personId, duty }) => ({ district: tx.district, claim_id: claimId, person_id: personId, duty })),
    )
    .onConflict((conflict) => conflict.columns(['district', 'claim_id', 'person_id', 'duty']).doNothing())
    .execute()
}

export async function listHands(tx: Tx, claimId: string): Promise<Hand[]> {
  return listHandsOf(tx, [claimId])
}

/** The hands of several claims together. */
export async function listHandsOf(tx: Tx, claimIds: readonly string[]): Promise<Hand[]> {
  if (claimIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('funds.claim_hands')
    .select(['person_id', 'duty'])
    .where('district', '=', tx.district)
    .where('claim_id', 'in', [...claimIds])
    .execute()
  return rows.map((row) => ({ personId: row.person_id, duty: row.duty as HandDuty }))
}

/** A claim as it concerns a person: whose it is, how they have it in hand, and whether they exported a list of it. */
export type ConcernedClaim = {
  readonly personId: string
  readonly id: string
  readonly number: string
  readonly organisationId: string
  readonly factKind: string
  readonly groupId: string
  readonly hands: readonly HandDuty[]
  readonly hasExported: boolean
}

export async function listConcernedClaims(
  tx: Tx,
  claimIds: readonly string[],
  personIds: readonly string[],
): Promise<ConcernedClaim[]> {
  if (claimIds.length === 0 || personIds.length === 0) return []
  const { rows } = await sql<{
    person_id: string
    id: string
    number: string
    organisation_id: string
    fact_kind: string
    group_id: string
    duties: string[]
    has_exported: boolean
  }>`
    select o.person_id, c.id, c.number, c.organisation_id, c.fact_kind, c.group_id,
      array(
        select h.duty from funds.claim_hands h
        where h.district = c.district and h.claim_id = c.id and h.person_id = o.person_id order by h.duty) as duties,
      exists (
        select 1 from funds.batch_claims b join funds.bank_files f on f.district = b.district and f.batch_id = b.batch_id
        where b.district = c.district and b.claim_id = c.id and f.exported_by = o.person_id) as has_exported
    from funds.claims c cross join unnest(${[...new Set(personIds)]}::uuid[]) as o (person_id)
    where c.district = ${tx.district} and c.id = any(${[...claimIds]}::uuid[])
    order by c.id`.execute(tx.db)
  return rows.map((row) => ({
    personId: row.person_id,
    id: row.id,
    number: row.number,
    organisationId: row.organisation_id,
    factKind: row.fact_kind,
    groupId: row.group_id,
    hands: row.duties as HandDuty[],
    hasExported: row.has_exported,
  }))
}
