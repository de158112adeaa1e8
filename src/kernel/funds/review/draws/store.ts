import { sql } from 'kysely'
import type { Sentence } from '../../../../platform/contract/public.ts'
import type { Tx } from '../../../../platform/db/public.ts'

/** Somebody in the lot: a natural person and the account by which they are shown. */
export type InLot = { readonly personId: string; readonly accountId: string }

export type LeftOut = InLot & { readonly code: string; readonly why: Sentence }

/** Who gives the second review of a claim, and how they came to it. */
export type Draw = {
  readonly id: string
  readonly claimId: string
  readonly nth: number
  readonly way: 'drawn' | 'named' | 'none'
  readonly chosen: InLot | null
  /** By which, with the candidates in their order, the draw can be made again; empty where nothing was drawn. */
  readonly seed: string
  readonly candidates: readonly InLot[]
  readonly excluded: readonly LeftOut[]
  readonly reason: string
  readonly by: InLot | null
  readonly businessAt: Date
}

export async function insertDraw(tx: Tx, draw: Draw): Promise<void> {
  await tx.db
    .insertInto('funds.review_draws')
    .values({
      district: tx.district,
      id: draw.id,
      claim_id: draw.claimId,
      nth: draw.nth,
      way: draw.way,
      person_id: draw.chosen?.personId ?? null,
      account_id: draw.chosen?.accountId ?? null,
      seed: draw.seed,
      candidates: JSON.stringify(draw.candidates),
      excluded: JSON.stringify(draw.excluded),
      reason: draw.reason,
      by_person: draw.by?.personId ?? null,
      by_account: draw.by?.accountId ?? null,
      business_at: draw.businessAt,
    })
    .execute()
}

/** Every draw of a claim, the newest first: it alone counts. */
export async function listDraws(tx: Tx, claimId: string): Promise<Draw[]> {
  const rows = await tx.db
    .selectFrom('funds.review_draws')
    .selectAll()
    .where('district', '=', tx.district)
    .where('claim_id', '=', claimId)
    .orderBy('nth', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    claimId: row.claim_id,
    nth: row.nth,
    way: row.way as Draw['way'],
    chosen: row.person_id && row.account_id ? { personId: row.person_id, accountId: row.account_id } : null,
    seed: row.seed,
    candidates: row.candidates as InLot[],
    excluded: row.excluded as LeftOut[],
    reason: row.reason,
    by: row.by_person && row.by_account ? { personId: row.by_person, accountId: row.by_account } : null,
    businessAt: row.business_at,
  }))
}

/** Claims that await the second review of somebody who was drawn or named for it, the oldest first. */
export async function listDrawnTo(tx: Tx, personId: string): Promise<{ id: string; number: string }[]> {
  const { rows } = await sql<{ id: string; number: string }>`
    select c.id, c.number from funds.claims c
    where c.district = ${tx.district} and c.status = 'first-passed' and ${personId} = (
      select d.person_id from funds.review_draws d
      where d.district = c.district and d.claim_id = c.id order by d.nth desc limit 1)
    order by c.id limit 200`.execute(tx.db)
  return rows
}

/** Claims that await a second review, the oldest first. */
export async function listAwaitingSecond(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from funds.claims where district = ${tx.district} and status = 'first-passed' order by id limit ${limit}
  `.execute(tx.db)
  return rows.map((row) => row.id)
}
