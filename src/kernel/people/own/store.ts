import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

export type OwnPerson = {
  readonly name: string
  readonly correctedName: string | null
  readonly maskedIdentity: string
  readonly maskedPhone: string | null
  readonly sex: string
  readonly birthDate: string
  readonly isToldByRoster: boolean
}

/** What the county has on record of a person; only for themselves. */
export async function findOwnPerson(tx: Tx, personId: string): Promise<OwnPerson | undefined> {
  const { rows } = await sql<OwnPerson>`
    select p.name, p.identity_masked as "maskedIdentity", p.sex, p.birth_date::text as "birthDate",
      p.told_by is not null as "isToldByRoster",
      (select v.name from people.corrected_values v where v.district = ${tx.district} and v.person_id = p.id
        and v.name is not null order by v.id desc limit 1) as "correctedName",
      coalesce((select v.phone_masked from people.corrected_values v where v.district = ${tx.district}
        and v.person_id = p.id and v.phone_masked is not null order by v.id desc limit 1), p.phone_masked) as "maskedPhone"
    from people.persons p where p.district = ${tx.district} and p.id = ${personId}`.execute(tx.db)
  return rows[0]
}

const MOST = 100

export async function listOwnAccounts(
  tx: Tx,
  personId: string,
): Promise<{ tail: string; bankName: string; on: string }[]> {
  const { rows } = await sql<{ tail: string; bankName: string; on: string }>`
    select account_tail as tail, bank_name as "bankName", (created_at at time zone 'Asia/Shanghai')::date::text as on
    from people.bank_accounts where district = ${tx.district} and person_id = ${personId} order by id limit ${MOST}`.execute(
    tx.db,
  )
  return rows
}

/** What other offices said of a person, each with the letter and the day their data are of. */
export async function listOwnHits(
  tx: Tx,
  personId: string,
): Promise<{ says: string; number: string; office: string; asOf: string }[]> {
  const { rows } = await sql<{ says: string; number: string; office: string; asOf: string }>`
    select h.says, l.number, a.office, a.as_of::text as "asOf" from people.register_hits h
    join people.letter_answers a on a.district = h.district and a.id = h.answer_id
    join people.letters l on l.district = h.district and l.id = h.letter_id
    where h.district = ${tx.district} and h.person_id = ${personId} order by h.id limit ${MOST}`.execute(tx.db)
  return rows
}

/** Letters on whose roster a person stands. */
export async function listOwnLetters(
  tx: Tx,
  personId: string,
): Promise<{ number: string; office: string; on: string }[]> {
  const { rows } = await sql<{ number: string; office: string; on: string }>`
    select l.number, l.office, l.made_on::text as on from people.letter_people p
    join people.letters l on l.district = p.district and l.id = p.letter_id
    where p.district = ${tx.district} and p.person_id = ${personId} order by l.id limit ${MOST}`.execute(tx.db)
  return rows
}
