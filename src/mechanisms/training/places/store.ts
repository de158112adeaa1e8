import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

export type SealedAddress = { readonly personId: string; readonly enrolmentId: string; readonly sealed: Buffer }

/** The newest address of each of these people that a roster gives; who has none is absent. */
export async function listNewestAddresses(tx: Tx, personIds: readonly string[]): Promise<SealedAddress[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ person_id: string; id: string; address_sealed: Buffer }>`
    select distinct on (person_id) person_id, id, address_sealed from training.enrolments
    where district = ${tx.district} and person_id = any(${[...personIds]}::uuid[]) and address_sealed is not null
    order by person_id, id desc`.execute(tx.db)
  return rows.map((row) => ({ personId: row.person_id, enrolmentId: row.id, sealed: row.address_sealed }))
}

/** The classes whose current roster a person stands on, the newest first. */
export async function listEnrolledIn(
  tx: Tx,
  personId: string,
): Promise<{ id: string; classId: string; number: string; status: string }[]> {
  const { rows } = await sql<{ id: string; classId: string; number: string; status: string }>`
    select e.id, c.id as "classId", c.number, c.status from training.enrolments e
    join training.classes c on c.district = e.district and c.roster_import_id = e.roster_import_id
    where e.district = ${tx.district} and e.person_id = ${personId}
    order by e.id desc limit 50`.execute(tx.db)
  return rows
}
