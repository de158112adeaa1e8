import { afterAll, beforeAll, expect, it } from 'vitest'
import { planSampleClass, teachSampleClass } from '../../demo/sample-class.ts'
import { getClaim, listClaims } from '../kernel/funds/claims/contract.ts'
import { claimNotices, recordNoticesPrinted } from '../kernel/funds/telling/contract.ts'
import { textOf } from '../kernel/funds/telling/rules.ts'
import { CHECK_TOLD, CONDITION_TOLD } from '../kernel/funds/telling/words.ts'
import { listActs } from '../kernel/record/public.ts'
import { newId } from '../kernel/values/public.ts'
import { approveClass, submitClass } from '../mechanisms/training/filing/contract.ts'
import { readFileSync } from 'node:fs'
import { Refusal } from '../platform/contract/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, QINGTIAN, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let clerk: Someone
let claimId: string
beforeAll(async () => {
  house = await givenHouse()
  clerk = await house.as('clerk')
  const school = await house.as('school')
  const { classId } = await planSampleClass(school.call)
  await school.call(submitClass, { params: { classId } })
  await clerk.call(approveClass, { params: { classId } })
  await teachSampleClass(school.call, classId)
  await house.outbox.drain(LIANDU)
  claimId = (await clerk.call(listClaims, { query: { status: 'assembled' } })).items[0]!.id
}, 120_000)
afterAll(() => house.close())

const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}
const notices = (who = clerk, query: { person?: string } = {}) => who.call(claimNotices, { params: { claimId }, query })

it('has a sentence for every check of the house and every condition of the county’s scheme', () => {
  const unspoken = house.integrity.checks.map(({ id }) => id).filter((id) => !Object.hasOwn(CHECK_TOLD, id))
  expect(unspoken).toEqual([])
  const pack = JSON.parse(
    readFileSync(new URL('../../policies/331102/training-subsidy/2022-01.json', import.meta.url), 'utf8'),
  ) as { conditions: { id: string }[] }
  expect(pack.conditions.map(({ id }) => id).filter((id) => !Object.hasOwn(CONDITION_TOLD, id))).toEqual([])
})

it('tells everybody held or refused on a claim, and nobody who is due', async () => {
  const claim = await clerk.call(getClaim, { params: { claimId } })
  const stopped = claim.people.filter(({ standing }) => standing !== 'due').map(({ position }) => position)
  const told = await notices()
  expect(told.notices.map(({ position }) => position)).toEqual(stopped)
  expect(stopped.length).toBeGreaterThan(2)
  expect(told.until).toBe('2022-04-12')
})

it('gives each their own: no other name, no number in clear, nobody of the bureau by name', async () => {
  const { people } = await clerk.call(getClaim, { params: { claimId } })
  for (const notice of (await notices()).notices) {
    const text = textOf(notice, 'zh')
    const others = people.filter(({ decisionId }) => decisionId !== notice.decisionId)
    for (const { maskedIdentity } of others) expect(text).not.toContain(maskedIdentity)
    expect(text).not.toMatch(/\d{15}/)
    expect(text).not.toMatch(/叶青|叶\*|蓝松/)
    expect(text).toContain('丽水市莲都区人力资源和社会保障局')
  }
})

it('is read one person at a time, and by the provider for its own', async () => {
  const first = (await notices()).notices[0]!
  expect((await notices(clerk, { person: first.decisionId })).notices).toEqual([first])
  expect((await notices(clerk, { person: newId() })).notices).toEqual([])
  const school = await house.as('school')
  expect((await notices(school)).notices).toHaveLength((await notices()).notices.length)
  const other = await house.as('jigong')
  expect((await refusal(notices(other))).status).toBe(404)
  expect((await refusal(notices(await house.as('clerk', QINGTIAN)))).status).toBe(404)
})

it('records that they were printed, by whom and whose; of nobody else', async () => {
  expect((await notices()).lastPrintedAt).toBeNull()
  const people = (await notices()).notices.map(({ decisionId }) => decisionId)
  const printed = (who: Someone, whom: string[]) =>
    who.call(recordNoticesPrinted, { params: { claimId }, body: { people: whom } })
  expect(await printed(clerk, people)).toEqual({ printed: people.length })
  const acts = await inDistrict(house.connection.db, LIANDU, (tx) => listActs(tx, 'claim', claimId))
  expect(acts.at(-1)).toMatchObject({ act: 'claim.notices-printed', detail: { people } })
  expect((await notices()).lastPrintedAt).not.toBeNull()
  const { people: all } = await clerk.call(getClaim, { params: { claimId } })
  const due = all.find(({ standing }) => standing === 'due')!
  expect((await refusal(printed(clerk, [due.decisionId]))).status).toBe(409)
  expect((await refusal(printed(await house.as('school'), people))).status).toBe(403)
})
