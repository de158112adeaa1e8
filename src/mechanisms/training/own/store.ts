import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { nameNow } from '../names/store.ts'

export type OwnEnrolment = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly maskedPhone: string | null
  readonly groupCode: string
  readonly education: string
  readonly hasAddress: boolean
  readonly signs: number
  readonly liveSigns: number
}

/** The classes of a person as their current rosters tell, with how many signs are kept; only for themselves. */
export async function listOwnEnrolments(tx: Tx, personId: string): Promise<OwnEnrolment[]> {
  const { rows } = await sql<OwnEnrolment>`
    select e.id, c.number, ${nameNow(tx)} as name, e.phone_masked as "maskedPhone", e.group_code as "groupCode", e.education,
      e.address_sealed is not null as "hasAddress",
      (select count(distinct s.session_id)::int from training.attendance_signs s
        where s.district = ${tx.district} and s.enrolment_id = e.id) as signs,
      (select count(*)::int from training.live_signs s
        where s.district = ${tx.district} and s.enrolment_id = e.id) as "liveSigns"
    from training.enrolments e
    join training.classes c on c.district = e.district and c.roster_import_id = e.roster_import_id
    where e.district = ${tx.district} and e.person_id = ${personId} order by e.id desc limit 50`.execute(tx.db)
  return rows
}
