import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { ClaimStatus } from '../claims/rules.ts'
import type { Kind } from './rules.ts'

export type PersonOfClaim = {
  readonly personId: string
  readonly claimId: string
  readonly claimNumber: string
  readonly position: number
  readonly standing: string
  readonly status: ClaimStatus
  readonly amountFen: bigint
}

/** Everybody of the claims that were assembled on these days and not returned, in the order of the claims. */
export async function listPeopleOfClaims(
  tx: Tx,
  days: { readonly from: string; readonly to: string },
  limit: number,
): Promise<PersonOfClaim[]> {
  const { rows } = await sql<PersonOfClaim>`
    select p.person_id as "personId", c.id as "claimId", c.number as "claimNumber", p.position, p.standing, c.status,
           p.amount_fen as "amountFen"
    from funds.claims c
    join funds.claim_people p on p.district = c.district and p.claim_id = c.id
    where c.district = ${tx.district} and c.status <> 'returned'
      and (c.assembled_at at time zone 'Asia/Shanghai')::date between ${days.from}::date and ${days.to}::date
    order by c.number, p.position
    limit ${limit}`.execute(tx.db)
  return rows
}

export async function insertSettlement(
  tx: Tx,
  settlement: {
    readonly id: string
    readonly key: Buffer
    readonly kind: Kind
    readonly reason: string
    readonly actor: { readonly personId: string; readonly accountId: string }
    readonly now: Date
  },
): Promise<void> {
  await tx.db
    .insertInto('funds.old_list_settlements')
    .values({
      district: tx.district,
      id: settlement.id,
      difference_key: settlement.key,
      kind: settlement.kind,
      reason: settlement.reason,
      person_id: settlement.actor.personId,
      account_id: settlement.actor.accountId,
      business_at: settlement.now,
    })
    .execute()
}

/** The newest reason of each difference that has one. */
export async function listReasons(tx: Tx, keys: readonly Buffer[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{ difference_key: Buffer; reason: string }>`
    select distinct on (difference_key) difference_key, reason
    from funds.old_list_settlements
    where district = ${tx.district} and difference_key = any(${[...keys]}::bytea[])
    order by difference_key, id desc`.execute(tx.db)
  return new Map(rows.map((row) => [row.difference_key.toString('hex'), row.reason]))
}
