import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

/** Where somebody stands on claims, the newest first: the last claim of each group and scheme, not those it took the place of. */
export async function listStandingsOfPerson(
  tx: Tx,
  personId: string,
  limit: number,
): Promise<{ claimId: string; decisionId: string }[]> {
  const { rows } = await sql<{ claim_id: string; decision_id: string }>`
    select * from (
      select distinct on (c.group_id, c.scheme) p.claim_id, p.decision_id
      from funds.claim_people p
      join funds.claims c on c.district = p.district and c.id = p.claim_id
      where p.district = ${tx.district} and p.person_id = ${personId}
      order by c.group_id, c.scheme, p.claim_id desc) newest
    order by claim_id desc limit ${limit}`.execute(tx.db)
  return rows.map((row) => ({ claimId: row.claim_id, decisionId: row.decision_id }))
}
