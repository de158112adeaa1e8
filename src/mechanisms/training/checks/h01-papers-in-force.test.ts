import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileDocument, listDocuments, withdrawDocument } from '../documents/contract.ts'
import { documentRoutes } from '../documents/routes.ts'
import {
  askCheck,
  givenActor,
  givenClass,
  type GivenProvider,
  givenProvider,
  givenTrainingHouse,
  type Someone,
  type TrainingHouse,
} from '../testing.ts'
import { papersInForceCheck } from './h01-papers-in-force.ts'

let house: TrainingHouse
let clerk: Someone
beforeAll(async () => {
  house = await givenTrainingHouse(() => documentRoutes())
  clerk = house.as(givenActor('clerk'))
})
afterAll(() => house.close())

const school = () => house.within((tx) => givenProvider(tx, house.vault, { papers: [] }))
const filed = (of: GivenProvider, kind: string, validTo = '2022-12-31', validFrom = '2022-01-01') =>
  clerk.call(fileDocument, {
    params: { organisationId: of.organisationId },
    body: { kind, siteId: kind === 'LICENCE' ? null : of.siteId, number: `${kind}-1`, validFrom, validTo },
  })
const asked = async (of: GivenProvider) =>
  (await askCheck(house, papersInForceCheck, await house.within((tx) => givenClass(tx, house.vault, of))))[0]!

describe('the papers of a provider', () => {
  it('that nobody filed are unknown, each by its name and place', async () => {
    expect(await asked(await school())).toMatchObject({
      outcome: 'unavailable',
      zh: expect.stringMatching(/没有登记办学许可证.*消防安全证明\(碧湖镇成人文化技术学校\).*场地产权或租赁合同/),
    })
  })

  it('pass a class when all are valid on every day', async () => {
    const of = await school()
    for (const kind of ['LICENCE', 'FIRE_SAFETY', 'PREMISES']) await filed(of, kind)
    expect(await asked(of)).toMatchObject({ outcome: 'passed', zh: '协议和3种证照在全部上课日有效' })
  })

  it('stop a class that outlasts one of them by a day, until it is renewed', async () => {
    const of = await school()
    for (const kind of ['LICENCE', 'PREMISES']) await filed(of, kind)
    await filed(of, 'FIRE_SAFETY', '2022-03-17')
    expect(await asked(of)).toMatchObject({
      outcome: 'failed',
      zh: expect.stringContaining('有效至 2022-03-17,2022-03-18 等1个上课日不在有效期内'),
    })
    await filed(of, 'FIRE_SAFETY', '2022-12-31', '2022-03-18')
    expect((await asked(of)).outcome).toBe('passed')
  })

  it('count no more once withdrawn, and stay on record with the reason', async () => {
    const of = await school()
    for (const kind of ['LICENCE', 'FIRE_SAFETY', 'PREMISES']) await filed(of, kind)
    const { documents } = await clerk.call(listDocuments, { params: { organisationId: of.organisationId } })
    const licence = documents.find((each) => each.kind.code === 'LICENCE')!
    await clerk.call(withdrawDocument, { params: { documentId: licence.id }, body: { reason: '登记错了机构' } })
    expect((await asked(of)).outcome).toBe('unavailable')
    const after = await clerk.call(listDocuments, { params: { organisationId: of.organisationId } })
    expect(after.documents.find((each) => each.id === licence.id)).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: '登记错了机构',
    })
    expect(after.missing.map((each) => each.zh)).toEqual(['今天没有有效的办学许可证'])
    const again = clerk.call(withdrawDocument, { params: { documentId: licence.id }, body: { reason: '再一次' } })
    await expect(again).rejects.toMatchObject({ problem: { code: 'document-withdrawn' } })
  })

  it('are seen by their own provider and not by another', async () => {
    const [own, other] = [await school(), await school()]
    const reading = (of: GivenProvider) =>
      house.as(own.actor).call(listDocuments, { params: { organisationId: of.organisationId } })
    expect((await reading(own)).documents).toEqual([])
    await expect(reading(other)).rejects.toMatchObject({ problem: { status: 404 } })
  })
})
