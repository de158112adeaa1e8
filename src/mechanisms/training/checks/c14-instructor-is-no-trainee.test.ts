import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../../kernel/values/public.ts'
import { insertInstructor } from '../agreements/store.ts'
import {
  askCheck,
  givenClass,
  givenPerson,
  givenProvider,
  givenTrainingHouse,
  session,
  type TrainingHouse,
} from '../testing.ts'
import { instructorIsNoTraineeCheck } from './c14-instructor-is-no-trainee.ts'

let house: TrainingHouse

beforeAll(async () => {
  house = await givenTrainingHouse()
})
afterAll(() => house.close())

it('passes a class that nobody who teaches it attends', async () => {
  const classId = await house.within(async (tx) =>
    givenClass(tx, house.vault, await givenProvider(tx, house.vault), { people: 3 }),
  )
  expect(await askCheck(house, instructorIsNoTraineeCheck, classId)).toMatchObject([
    { outcome: 'passed', zh: '花名册中没有本班教师' },
  ])
})

it('fails with the instructor of the plan and with the one of a single session, each by row', async () => {
  const classId = await house.within(async (tx) => {
    const provider = await givenProvider(tx, house.vault)
    const [guest, lan] = [await givenPerson(tx, house.vault, '潘立'), await givenPerson(tx, house.vault)]
    const instructorId = newId()
    await insertInstructor(tx, {
      id: instructorId,
      organisationId: provider.organisationId,
      personId: guest,
      title: '技师',
    })
    return givenClass(tx, house.vault, provider, {
      personIds: [lan, guest, provider.instructorPersonId],
      sessions: [
        session(provider, '2022-03-07', '08:30', '11:30'),
        session(provider, '2022-03-07', '13:30', '16:30', { instructorId }),
      ],
    })
  })
  const [answer] = await askCheck(house, instructorIsNoTraineeCheck, classId)
  expect(answer!.outcome).toBe('failed')
  expect(answer!.zh).toBe(
    '花名册第2号 潘* 是本班教师,不能同时是本班学员,请移出花名册或换教师;花名册第3号 何*芳 是本班教师,不能同时是本班学员,请移出花名册或换教师',
  )
})

it('does not mind an instructor of the provider who attends a class that another teaches', async () => {
  const classId = await house.within(async (tx) => {
    const provider = await givenProvider(tx, house.vault)
    const colleague = await givenPerson(tx, house.vault)
    await insertInstructor(tx, {
      id: newId(),
      organisationId: provider.organisationId,
      personId: colleague,
      title: '技师',
    })
    return givenClass(tx, house.vault, provider, { personIds: [colleague] })
  })
  expect((await askCheck(house, instructorIsNoTraineeCheck, classId))[0]!.outcome).toBe('passed')
})
