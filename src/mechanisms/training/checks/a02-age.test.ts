import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { savePersons } from '../../../kernel/people/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import type { CheckSubject } from '../../../kernel/record/public.ts'
import { civilDate, identityCheckDigit, newId } from '../../../kernel/values/public.ts'
import { newKeyRing, vaultOf } from '../../../platform/crypto/public.ts'
import { connect, type Connection, inDistrict } from '../../../platform/db/public.ts'
import { freshDatabase, type TestDatabase } from '../../../platform/testing/database.ts'
import { ageCheck } from './a02-age.ts'

const LIANDU = 331102
const DURING = { from: civilDate('2022-03-07'), to: civilDate('2022-03-18') }
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

/** What the check says of somebody born on a day. */
async function saysOf(birthDate: string, sex: 'M' | 'F') {
  const first17 = `339901${birthDate.replaceAll('-', '')}${sex === 'M' ? '011' : '012'}`
  const identityNumber = first17 + identityCheckDigit(first17)
  return inDistrict(connection.db, LIANDU, async (tx) => {
    const ids = await savePersons(tx, vault, [
      { id: newId(), name: '某人', identityNumber, sex, birthDate, phone: null },
    ])
    const subject: CheckSubject = { kind: 'enrolment', id: newId(), personId: ids.get(identityNumber)!, during: DURING }
    const today = civilDate('2022-02-25')
    const [finding] = await ageCheck.run({
      tx,
      moment: 'filing',
      groupId: newId(),
      subjects: [subject],
      now: new Date(),
      today,
      parameters: parametersOn(LIANDU, today),
    })
    return finding!
  })
}

describe('A02, age on the first day of training', () => {
  it.each([
    ['sixteen that very day', '2006-03-07', 'F', 'passed'],
    ['sixteen a day later', '2006-03-08', 'F', 'failed'],
    ['a man of fifty-nine', '1962-03-08', 'M', 'passed'],
    ['a man of sixty', '1962-03-07', 'M', 'failed'],
    ['a woman of fifty-one, whose category nobody knows', '1971-03-01', 'F', 'passed'],
    ['a woman of fifty-five', '1967-03-07', 'F', 'failed'],
  ] as const)('%s: %s', async (_, birthDate, sex, outcome) => {
    expect((await saysOf(birthDate, sex)).outcome).toBe(outcome)
  })

  it('says which age it found and which is required', async () => {
    expect((await saysOf('2010-03-24', 'F')).sentence.zh).toBe('开班日 2022-03-07 只有11周岁,须满16周岁')
  })
})
