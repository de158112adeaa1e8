import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../../../platform/db/migrate.ts'
import { type RowsBefore, rowsBefore } from '../../../platform/testing/database.ts'
import { newId } from '../../../kernel/values/public.ts'

const DISTRICTS = [331102, 331121]

let database: RowsBefore
let looker: pg.Client
beforeAll(async () => {
  database = await rowsBefore('202611252050-records-are-kept.sql')
  looker = database.looker
})
afterAll(() => database.drop())

async function givenTrainee(district: number, person: { id: string; name: string; phone: string | null }) {
  await looker.query(
    `insert into people.persons (district, id, name, identity_sealed, identity_lookup, identity_masked, sex, birth_date, phone_masked)
     values ($1, $2, $3, '\\x00', $5, '339901********0675', 'M', '1977-06-18', $4)`,
    [district, person.id, person.name, person.phone, Buffer.from(person.id)],
  )
}
let enrolments = 0
/** Enrolments in the order they were made: ids of one moment are in none. */
async function givenEnrolment(district: number, personId: string, importId: string) {
  enrolments += 1
  const id = `00000000-0000-7000-8000-${String(enrolments).padStart(12, '0')}`
  await looker.query(
    `insert into training.enrolments (district, id, class_id, roster_import_id, person_id, position, sheet_row, group_code, bank_account_id)
     values ($1, $2, $3, $4, $5, 1, 5, 'RURAL_TRANSFER', $6)`,
    [district, id, newId(), importId, personId, newId()],
  )
}

it('gives every enrolment of every district the name and phone its person had, and closes the fence again', async () => {
  const [trainee, teacher] = [newId(), newId()]
  const [older, newer, taught] = [newId(), newId(), newId()]
  for (const district of DISTRICTS) {
    await givenTrainee(district, { id: trainee, name: `蓝凤英${district}`, phone: '179****8860' })
    await givenTrainee(district, { id: teacher, name: '何慧芳', phone: null })
    await givenEnrolment(district, trainee, older)
    await givenEnrolment(district, trainee, newer)
    await givenEnrolment(district, teacher, taught)
    await looker.query(
      `insert into training.instructors (district, id, organisation_id, person_id) values ($1, $2, $3, $4)`,
      [district, newId(), newId(), teacher],
    )
  }

  await migrate(database.ownerUrl)

  const { rows } = await looker.query(
    'select district, name, phone_masked, phone_sealed from training.enrolments order by district, id',
  )
  expect(rows.map((row) => [row.district, row.name, row.phone_masked, row.phone_sealed])).toEqual(
    DISTRICTS.flatMap((district) => [
      [district, `蓝凤英${district}`, '179****8860', null],
      [district, `蓝凤英${district}`, '179****8860', null],
      [district, '何慧芳', null, null],
    ]),
  )
  const told = await looker.query('select id, told_by from people.persons order by district, name desc')
  expect(told.rows).toEqual(
    DISTRICTS.flatMap(() => [
      { id: trainee, told_by: newer },
      { id: teacher, told_by: null },
    ]),
  )
  const open = await looker.query(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('people', 'training', 'access') and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
  )
  expect(open.rows).toEqual([])
})
