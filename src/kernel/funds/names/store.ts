import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { ClaimStatus } from '../claims/rules.ts'

export type NamedLine = {
  readonly id: string
  readonly number: string
  readonly status: ClaimStatus
  readonly payeeName: string
}

/** The lines of a person in claims that were not returned, the newest first. */
export async function listNamedLines(tx: Tx, personId: string): Promise<NamedLine[]> {
  const { rows } = await sql<NamedLine>`
    select l.id, k.number, k.status, l.payee_name as "payeeName"
    from funds.claim_lines l join funds.claims k on k.district = l.district and k.id = l.claim_id
    where l.district = ${tx.district} and l.person_id = ${personId} and k.status <> 'returned'
    order by l.id desc`.execute(tx.db)
  return rows
}
