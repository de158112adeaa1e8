import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveOrganisation } from '../../../kernel/people/public.ts'
import { newId } from '../../../kernel/values/public.ts'
import { Refusal } from '../../../platform/contract/public.ts'
import {
  type GivenProvider,
  givenActor,
  givenProvider,
  givenTrainingHouse,
  type Someone,
  type TrainingHouse,
} from '../testing.ts'
import {
  addRoom,
  addSite,
  fileInstructor,
  getAgreement,
  listAgreements,
  listInstructors,
  listProviders,
  listSites,
  makeAgreement,
  registerProvider,
} from './contract.ts'
import { agreementRoutes } from './routes.ts'
import { agreementTrail } from './trail.ts'

let house: TrainingHouse
let school: GivenProvider
let clerk: Someone

beforeAll(async () => {
  house = await givenTrainingHouse((needs) => agreementRoutes(needs))
  school = await house.within((tx) => givenProvider(tx, house.vault))
  clerk = house.as(givenActor('clerk'))
})
afterAll(() => house.close())

async function refused(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error.problem
}

/** A provider that has a site and nothing else. */
async function newcomer() {
  const organisationId = newId()
  await house.within((tx) =>
    saveOrganisation(tx, { id: organisationId, kind: 'provider', name: organisationId, uscc: null }),
  )
  const site = await clerk.call(addSite, {
    params: { organisationId },
    body: { name: '本部', townZh: '万象街道', address: '中山街8号' },
  })
  const item = { occupationId: '2022/养老护理员', highestLevel: 'L4_INTERMEDIATE', siteId: site.id }
  return { organisationId, site, item, own: house.as(givenActor('provider', { organisationId })) }
}

const year = { fromDate: '2022-03-01', toDate: '2022-12-31', document: '莲人社培协〔2022〕3号' }

describe('a provider is put on file', () => {
  it('can be chosen from then on, and has sites', async () => {
    const made = await clerk.call(registerProvider, { body: { name: '青田县某某职业培训学校' } })
    expect((await clerk.call(listProviders, {})).providers).toContainEqual(made)
    await clerk.call(addSite, {
      params: { organisationId: made.id },
      body: { name: '本部', townZh: '鹤城街道', address: '新大街2号' },
    })
  })

  it('is refused with every problem at once: a name that is there already, a code that is none', async () => {
    await clerk.call(registerProvider, { body: { name: '莲都区某某学校' } })
    const problem = await refused(
      clerk.call(registerProvider, { body: { name: '莲都区某某学校', uscc: '91331102MA2A0D3H11' } }),
    )
    expect(problem.items?.map(({ at }) => at)).toEqual(expect.arrayContaining(['body.uscc', 'body.name']))
    expect(JSON.stringify(problem)).toContain('已经登记过')
  })

  it('is not a school’s own to do', async () => {
    const { own } = await newcomer()
    expect((await refused(own.call(registerProvider, { body: { name: '自己登记的学校' } }))).status).toBe(403)
  })
})

describe('an agreement is recorded', () => {
  it('gets the county’s next number and reads back with names', async () => {
    const { organisationId, item, own } = await newcomer()
    const made = await clerk.call(makeAgreement, { body: { organisationId, ...year, items: [item] } })
    expect(made.number).toMatch(/^X-2022-\d{3}$/)
    expect(made.items[0]).toMatchObject({
      occupation: { name: { zh: '养老护理员' } },
      highestLevelName: { zh: '四级/中级工' },
      site: { name: '本部' },
    })
    // The demonstration's day is 25 February: not in force yet.
    expect(made.inForce).toBe(false)
    expect(await own.call(getAgreement, { params: { agreementId: made.id } })).toEqual(made)
    const trail = await house.within((tx) => agreementTrail.describe(tx, made.id))
    expect(trail).toMatchObject({ kind: 'agreement', organisationId, title: { zh: `培训协议 ${made.number}` } })
  })

  it('is refused with every problem at once, and takes no number', async () => {
    const { organisationId, item } = await newcomer()
    const first = await clerk.call(makeAgreement, { body: { organisationId, ...year, items: [item] } })
    const problem = await refused(
      clerk.call(makeAgreement, {
        body: {
          organisationId,
          fromDate: '2022-06-01',
          toDate: '2022-05-01',
          document: '',
          items: [
            { ...item, occupationId: '2022/炼丹师' },
            { ...item, siteId: school.siteId },
          ],
        },
      }),
    )
    expect(problem.items.map(({ at }) => at)).toEqual([
      'body.toDate',
      'body.items.0.occupationId',
      'body.items.1.siteId',
    ])
    const overlapping = await refused(clerk.call(makeAgreement, { body: { organisationId, ...year, items: [item] } }))
    expect(overlapping.items.map(({ detail }) => detail)).toEqual([
      `同一职业、同一地点已有协议 ${first.number}(2022-03-01 至 2022-12-31),日期不能重叠`,
    ])
    const next = await clerk.call(makeAgreement, {
      body: { organisationId, ...year, fromDate: '2023-01-01', toDate: '2023-12-31', items: [item] },
    })
    expect(Number(next.number.slice(-3))).toBe(Number(first.number.slice(-3)) + 1)
  })

  it('made twice at once is made once', async () => {
    const { organisationId, item } = await newcomer()
    const answers = await Promise.allSettled(
      [1, 2].map(() => clerk.call(makeAgreement, { body: { organisationId, ...year, items: [item] } })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is made by the bureau, not by a provider', async () => {
    const { organisationId, item, own } = await newcomer()
    expect((await refused(own.call(makeAgreement, { body: { organisationId, ...year, items: [item] } }))).status).toBe(
      403,
    )
  })
})

describe('the list of agreements', () => {
  it('is narrowed by provider, occupation and the day they are in force', async () => {
    const { organisationId, item } = await newcomer()
    await clerk.call(makeAgreement, { body: { organisationId, ...year, items: [item] } })
    const count = async (query: object) =>
      (await clerk.call(listAgreements, { query: { provider: organisationId, ...query } })).items.length
    expect(await count({})).toBe(1)
    expect(await count({ occupation: '2022/养老护理员' })).toBe(1)
    expect(await count({ occupation: '2022/电工' })).toBe(0)
    expect(await count({ inForceOn: '2022-02-28' })).toBe(0)
    expect(await count({ inForceOn: '2022-03-01' })).toBe(1)
  })

  it('shows a provider its own and nothing of another', async () => {
    const { own } = await newcomer()
    expect((await own.call(listAgreements)).items).toEqual([])
    expect((await own.call(listAgreements, { query: { provider: school.organisationId } })).items).toEqual([])
    expect((await own.call(listProviders)).providers).toHaveLength(1)
    const absent = await refused(own.call(getAgreement, { params: { agreementId: newId() } }))
    expect(await refused(own.call(getAgreement, { params: { agreementId: school.agreementId } }))).toEqual(absent)
    expect((await refused(own.call(listSites, { params: { organisationId: school.organisationId } }))).status).toBe(404)
  })

  it('is read page by page', async () => {
    const first = await clerk.call(listAgreements, { query: { limit: 2 } })
    const second = await clerk.call(listAgreements, { query: { limit: 2, after: first.next! } })
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(
      first.items.length + second.items.length,
    )
  })
})

describe('sites, rooms and instructors', () => {
  it('keeps a room with its seats, once per name', async () => {
    const { organisationId, site } = await newcomer()
    const room = { params: { siteId: site.id }, body: { name: '电工实训室', seats: 40 } }
    await clerk.call(addRoom, room)
    expect((await clerk.call(listSites, { params: { organisationId } })).sites[0]!.rooms).toMatchObject([
      { name: '电工实训室', seats: 40 },
    ])
    expect((await refused(clerk.call(addRoom, room))).detail).toBe('这个培训地点已经登记了同名的教室,请换一个名称')
  })

  it('files an instructor by identity number and shows them masked from then on', async () => {
    const { organisationId } = await newcomer()
    const body = { name: '程 工', identityNumber: ' 339901197406221236', phone: '139 5780 0122', title: '电工高级技师' }
    const filed = await clerk.call(fileInstructor, { params: { organisationId }, body })
    expect(filed).toMatchObject({ maskedName: '程*', maskedIdentity: '339901********1236' })
    const listed = await clerk.call(listInstructors, { params: { organisationId } })
    expect(JSON.stringify(listed)).not.toContain('339901197406221236')
    expect((await refused(clerk.call(fileInstructor, { params: { organisationId }, body }))).detail).toMatch(
      /已经在这家机构登记过/,
    )
  })

  it('says everything wrong with an instructor at once and never repeats the number', async () => {
    const { organisationId } = await newcomer()
    const body = { name: ' ', identityNumber: '339901197406221237', phone: '139', title: '' }
    const problem = await refused(clerk.call(fileInstructor, { params: { organisationId }, body }))
    expect(problem.items.map(({ at }) => at)).toEqual(['body.name', 'body.identityNumber', 'body.phone'])
    expect(JSON.stringify(problem)).not.toContain('339901197406221237')
  })
})
