import { afterAll, beforeAll, expect, it } from 'vitest'
import { newKeyRing, vaultOf } from '../../../platform/crypto/public.ts'
import { connect, type Connection, inDistrict } from '../../../platform/db/public.ts'
import { freshDatabase, type TestDatabase } from '../../../platform/testing/database.ts'
import type { CheckSubject } from '../../record/public.ts'
import { civilDate, newId } from '../../values/public.ts'
import { savePersons } from '../store.ts'
import { identityCheck } from './a01-identity.ts'

const LIANDU = 331102
const vault = vaultOf(newKeyRing())
let database: TestDatabase
let connection: Connection
beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.appUrl)
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

async function outcomeFor(identityNumber: string): Promise<string> {
  return inDistrict(connection.db, LIANDU, async (tx) => {
    const ids = await savePersons(tx, vault, [
      { id: newId(), name: '王静', identityNumber, sex: 'M', birthDate: '1977-06-18', phone: null },
    ])
    const during = { from: civilDate('2022-03-07'), to: civilDate('2022-03-18') }
    const subject: CheckSubject = { kind: 'enrolment', id: newId(), personId: ids.get(identityNumber)!, during }
    const [finding] = await identityCheck(vault).run({
      tx,
      moment: 'claim',
      groupId: newId(),
      subjects: [subject],
      now: new Date(),
      today: civilDate('2022-03-28'),
      parameters: { get: () => ({ value: null }) },
    })
    return finding!.outcome
  })
}

it('passes a number that can exist, and no other', async () => {
  expect(await outcomeFor('339901197706180675')).toBe('passed')
  expect(await outcomeFor('339901197706180676')).toBe('failed')
  expect(await outcomeFor('339901197706310675')).toBe('failed')
})
