import { afterAll, beforeAll, expect, it } from 'vitest'
import pg from 'pg'
import { listClaims } from '../kernel/funds/claims/contract.ts'
import { writeFinding } from '../kernel/integrity/findings/contract.ts'
import {
  countCandidates,
  drawSample,
  getSample,
  listSampleItems,
  listSamples,
  markSampleItem,
  planSample,
  samplePopulation,
  samplingChoices,
} from '../kernel/integrity/samples/contract.ts'
import { drawOrder } from '../kernel/integrity/samples/drawing.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import { lastSeal } from '../kernel/record/sealing/contract.ts'
import { Refusal } from '../platform/contract/public.ts'
import { givenHouse, givenTaughtClass, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let school: Someone
let clerk: Someone
let auditor: Someone
let superuser: pg.Client
let lines: number
beforeAll(async () => {
  house = await givenHouse()
  school = await house.as('school')
  clerk = await house.as('clerk')
  auditor = await house.as('auditor')
  superuser = new pg.Client({ connectionString: house.database.superuserUrl })
  await superuser.connect()
  await givenTaughtClass(house, school, clerk)
  const { items } = await clerk.call(listClaims, { query: { status: 'assembled' } })
  lines = (await superuser.query('select 1 from funds.claim_lines where claim_id = $1', [items[0]!.id])).rowCount!
}, 120_000)
afterAll(async () => {
  await superuser.end()
  await house.close()
})

const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}
const planned = (over: object = {}, by = auditor) =>
  by.call(planSample, {
    body: { population: 'claim-line', purpose: '一季度补贴抽查', stratifiedBy: null, take: 5, ...over },
  })

it('is planned by the auditor alone, and every mistake in the plan is named at once', async () => {
  for (const who of [clerk, school]) expect((await refusal(planned({}, who))).status).toBe(403)
  const wrong = await refusal(
    planned({ population: 'class', scheme: 'x', from: '2022-05-01', to: '2022-04-01', state: 'q' }),
  )
  expect(wrong.items.map(({ at }) => at)).toEqual(['body.state', 'body.scheme', 'body.from'])
  expect((await refusal(planned({ population: 'nothing' }))).items[0]?.at).toBe('body.population')
  expect((await refusal(planned({ leastFen: '999999999' }))).code).toBe('nobody')
  const { populations } = await auditor.call(samplingChoices, {})
  expect(populations.map(({ kind }) => kind)).toEqual(['class', 'payment', 'claim-line'])
  expect((await auditor.call(countCandidates, { query: { population: 'claim-line' } })).candidates).toBe(lines)
})

it('has no seed before its plan is sealed, and then the root of that seal, which the plan itself is under', async () => {
  const plan = await planned()
  expect(plan).toMatchObject({ sealed: false, draw: null, candidates: lines })
  const draw = () => auditor.call(drawSample, { params: { sampleId: plan.id } })
  expect((await refusal(draw())).code).toBe('not-sealed-yet')
  await house.sealing.seal(LIANDU)
  const sample = await draw()
  const { seal } = await auditor.call(lastSeal, {})
  expect(sample).toMatchObject({ items: 5, draw: { seed: seal?.root, sealNumber: seal?.number } })
  expect((await refusal(draw())).code).toBe('drawn')

  const { items } = await auditor.call(listSampleItems, { params: { sampleId: plan.id } })
  const seed = sample.draw!.seed
  const orders = items.map(({ subject }) => drawOrder(seed, subject.id))
  expect(orders).toEqual(orders.toSorted())
  const file = (await auditor.call(samplePopulation, { params: { sampleId: plan.id } })) as Blob
  const ids = [...(await file.text()).matchAll(/^([0-9a-f-]{36}),/gm)].map(([, id]) => id!)
  expect(ids).toHaveLength(lines)
  expect(items.map(({ subject }) => subject.id)).toEqual(
    ids.toSorted((one, other) => (drawOrder(seed, one) < drawOrder(seed, other) ? -1 : 1)).slice(0, 5),
  )
})

it('has each item opened into its trail and marked; a mark that says finding names one about that very item', async () => {
  const [sample] = (await auditor.call(listSamples, {})).items
  const params = { sampleId: sample!.id }
  const page = await auditor.call(listSampleItems, { params, query: { limit: 2 } })
  expect([page.items.length, page.next]).toEqual([2, '2'])
  const [first, second] = page.items
  const step = await auditor.call(walkTrail, { params: { kind: first!.subject.kind, id: first!.subject.id } })
  expect(step.leadsTo).toContainEqual(expect.objectContaining({ kind: 'sample', id: sample!.id }))
  const own = await school.call(walkTrail, { params: { kind: first!.subject.kind, id: first!.subject.id } })
  expect(own.leadsTo.filter(({ kind }) => kind === 'sample')).toEqual([])

  const mark = (itemId: string, body: { verdict: 'fine' | 'finding'; findingId: string | null }) =>
    auditor.call(markSampleItem, { params: { ...params, itemId }, body: { note: '', ...body } })
  await mark(first!.id, { verdict: 'fine', findingId: null })
  const { id: findingId } = await auditor.call(writeFinding, {
    body: {
      kind: second!.subject.kind,
      subject: second!.subject.id,
      found: '银行卡非本人',
      rule: '莲人社〔2022〕3号',
      severity: 'grave',
      remedy: '追回并更正',
      dueOn: '2022-12-31',
      forOrganisation: false,
    },
  })
  expect((await refusal(mark(first!.id, { verdict: 'finding', findingId }))).items[0]?.at).toBe('body.findingId')
  await mark(second!.id, { verdict: 'finding', findingId })
  expect(await auditor.call(getSample, { params })).toMatchObject({ items: 5, marked: 2, findings: 1 })
  await mark(second!.id, { verdict: 'fine', findingId: null })
  expect(await auditor.call(getSample, { params })).toMatchObject({ marked: 2, findings: 0 })
})

it('draws nothing from a population that was changed after its plan was sealed', async () => {
  const plan = await planned({ stratifiedBy: 'state', take: 2 })
  await house.sealing.seal(LIANDU)
  await superuser.query("update integrity.samples set population_sha256 = sha256('x') where id = $1", [plan.id])
  expect((await refusal(auditor.call(drawSample, { params: { sampleId: plan.id } }))).code).toBe('population-changed')
})

it('shows strata by the names of providers, schemes and states, and keeps them as ids and codes', async () => {
  const named: Record<string, string> = {}
  for (const stratifiedBy of ['organisation', 'scheme', 'state'] as const) {
    const plan = await planned({ stratifiedBy, take: 1 })
    await house.sealing.seal(LIANDU)
    await auditor.call(drawSample, { params: { sampleId: plan.id } })
    const [item] = (await auditor.call(listSampleItems, { params: { sampleId: plan.id } })).items
    expect(item!.stratum).not.toMatch(/\p{Script=Han}/u)
    named[stratifiedBy] = item!.stratumName.zh
  }
  expect(named).toEqual({
    organisation: expect.stringContaining('学校'),
    scheme: expect.stringContaining('补贴'),
    state: expect.stringMatching(/^\p{Script=Han}+$/u),
  })
  const { schemes } = await auditor.call(samplingChoices, {})
  expect(schemes.map(({ name }) => name.zh)).toContain(named.scheme)
})

it('is drawn once by two at once, with one number for each plan', async () => {
  const plans = await Promise.all(Array.from({ length: 4 }, () => planned({ take: 2 })))
  expect(new Set(plans.map(({ number }) => number)).size).toBe(4)
  await house.sealing.seal(LIANDU)
  for (const { id: sampleId } of plans) {
    const draw = () => auditor.call(drawSample, { params: { sampleId } })
    const told = await Promise.allSettled([draw(), draw(), draw()])
    expect(told.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
    const { rows } = await superuser.query(
      'select count(*)::int as items, count(distinct nth)::int as places from integrity.sample_items where sample_id = $1',
      [sampleId],
    )
    expect(rows).toEqual([{ items: 2, places: 2 }])
  }
})
