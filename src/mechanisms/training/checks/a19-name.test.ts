import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '../../../platform/db/public.ts'
import {
  askCheck,
  givenClass,
  givenPerson,
  givenProvider,
  type GivenProvider,
  givenRoster,
  givenTrainingHouse,
  type TrainingHouse,
} from '../testing.ts'
import { nameCheck } from './a19-name.ts'

let house: TrainingHouse
let provider: GivenProvider
beforeAll(async () => {
  house = await givenTrainingHouse()
  provider = await house.within((tx) => givenProvider(tx, house.vault))
})
afterAll(() => house.close())

/** A class whose roster calls these persons so. */
async function givenClassCalling(tx: Tx, personIds: readonly string[], name: string): Promise<string> {
  const classId = await givenClass(tx, house.vault, provider)
  await givenRoster(tx, house.vault, classId, personIds, undefined, name)
  return classId
}
const outcomes = async (classId: string) => (await askCheck(house, nameCheck, classId)).map(({ outcome }) => outcome)

describe('A19, the name of an identity number', () => {
  it('passes the name of record, however its parts are set', async () => {
    const classId = await house.within(async (tx) =>
      givenClassCalling(tx, [await givenPerson(tx, house.vault, '阿依古丽·买买提')], '阿依古丽 买买提'),
    )
    expect(await outcomes(classId)).toEqual(['passed'])
  })

  it('holds another name, and tells neither the one nor the other', async () => {
    const classId = await house.within(async (tx) =>
      givenClassCalling(
        tx,
        [await givenPerson(tx, house.vault, '王静'), await givenPerson(tx, house.vault, '李娜')],
        '王静',
      ),
    )
    const [own, other] = await askCheck(house, nameCheck, classId)
    expect(own?.outcome).toBe('passed')
    expect(other).toMatchObject({
      outcome: 'failed',
      zh: expect.stringMatching(/姓名与本县以同一身份证号登记的姓名不一致/),
    })
    expect(other?.zh).not.toMatch(/李|王/)
    expect(nameCheck.action).toBe('hold')
  })

  it('does not ask the earlier class because of what a later one says', async () => {
    const [first, second] = await house.within(async (tx) => {
      const personId = await givenPerson(tx, house.vault, '王静')
      return [await givenClassCalling(tx, [personId], '王静'), await givenClassCalling(tx, [personId], '张三')]
    })
    expect(await outcomes(first)).toEqual(['passed'])
    expect(await outcomes(second)).toEqual(['failed'])
  })
})
