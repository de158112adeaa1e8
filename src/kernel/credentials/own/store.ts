import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

/** The certificates of a person; only for themselves. */
export async function listOwnCertificates(
  tx: Tx,
  personId: string,
): Promise<{ number: string; level: string; issuedOn: string }[]> {
  const { rows } = await sql<{ number: string; level: string; issuedOn: string }>`
    select certificate_no as number, level, issued_on::text as "issuedOn" from credentials.certificates
    where district = ${tx.district} and person_id = ${personId} and superseded_by is null order by id limit 100`.execute(
    tx.db,
  )
  return rows
}
