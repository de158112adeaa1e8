import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planSampleClass, sampleFile, teachSampleClass } from '../../demo/sample-class.ts'
import {
  exportProvinceList,
  getDifference,
  getProvinceList,
  importProvinceFile,
  listDifferences,
  listProvinceLists,
  reviewListInitially,
  reviewListSecondly,
  settleDifference,
} from '../kernel/funds/province/contract.ts'
import { findList } from '../kernel/funds/province/list-store.ts'
import { UI_SCHEME } from '../kernel/funds/province/testing.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import type { TrailLink, TrailPlace, TrailStep } from '../kernel/record/public.ts'
import { approveClass, submitClass } from '../mechanisms/training/filing/contract.ts'
import { inDistrict } from '../platform/db/public.ts'
import { csvOf, readGrid, writePlainWorkbook } from '../platform/office/public.ts'
import { playStory, type Story } from './story/testing.ts'
import { givenHouse, LIANDU, QINGTIAN, type TestHouse } from './testing.ts'

/** Of one kind of link between two kinds of step, so many are followed. */
const EXAMPLES = 3

let house: TestHouse
let story: Story
let payment: TrailPlace
let everything: TrailPlace[]
/** The whole way of the payment as the bureau walks it, and every way of the story as its provider does. */
let ofPayment: ReadonlyMap<string, TrailStep>
let ofProvider: ReadonlyMap<string, TrailStep>

/** Where a provider never comes. */
const OF_BUREAU = [
  'account-correction',
  'batch',
  'budget-line',
  'claim-review',
  'letter-answer',
  'line-hold',
  'objection',
  'override',
  'register-hit',
  'restriction',
  'restriction-reply',
  'review-draw',
  'signature',
  'suspicion-case',
]

beforeAll(async () => {
  house = await givenHouse()
  story = await playStory(house)
  payment = { kind: 'payment', id: story.paymentId }
  everything = [
    payment,
    { kind: 'payment', id: story.againId },
    { kind: 'recovery', id: story.recoveryId },
    { kind: 'override', id: story.overrideId },
    { kind: 'account-correction', id: story.correctionId },
    { kind: 'suspicion-case', id: story.caseId },
    { kind: 'suspicion-case', id: story.referredId },
    ...story.restrictionIds.map((id) => ({ kind: 'restriction', id })),
    ...story.holdIds.map((id) => ({ kind: 'line-hold', id })),
  ]
  ofPayment = await walkFrom([payment])
  const own = everything.filter(({ kind }) => !OF_BUREAU.includes(kind))
  ofProvider = await walkFrom(own, story.organisationId)
}, 240_000)
afterAll(() => house.close())

const nameOf = ({ kind, id }: TrailPlace) => `${kind}.${id}`

/** Everything that can be reached, with some examples of every kind of link, as somebody of an organisation or the bureau. */
async function walkFrom(
  starts: readonly TrailPlace[],
  whose: string | null = null,
  at: TestHouse = house,
): Promise<Map<string, TrailStep>> {
  const followed = new Map<string, number>()
  const steps = new Map<string, TrailStep>()
  const waiting = [...starts]
  await inDistrict(at.connection.db, LIANDU, async (tx) => {
    for (let place = waiting.shift(); place; place = waiting.shift()) {
      if (steps.has(nameOf(place))) continue
      const step = await at.walking.step(tx, place, whose)
      expect(step, `${nameOf(place)} can be walked`).toBeDefined()
      steps.set(nameOf(place), step!)
      for (const [direction, links] of [
        ['restsOn', step!.restsOn],
        ['leadsTo', step!.leadsTo],
      ] as const) {
        for (const link of links) {
          // Every check is followed: each names records of its own.
          const which = link.kind === 'check-result' ? link.title.zh : ''
          const edge = `${step!.kind} ${direction} ${link.kind} ${which}`
          const times = followed.get(edge) ?? 0
          if (times >= EXAMPLES) continue
          followed.set(edge, times + 1)
          waiting.push(link)
        }
      }
    }
  })
  return steps
}

const has = (links: readonly TrailLink[], { kind, id }: TrailPlace) =>
  links.some((link) => link.kind === kind && link.id === id)

/** Links between steps that were both walked, and that lead one way only. */
function oneWay(steps: ReadonlyMap<string, TrailStep>): string[] {
  const found = new Set<string>()
  for (const step of steps.values()) {
    for (const link of step.restsOn) {
      const next = steps.get(nameOf(link))
      if (next && !has(next.leadsTo, step)) found.add(`${step.kind} rests on ${link.kind}, which does not lead back`)
    }
    for (const link of step.leadsTo) {
      const next = steps.get(nameOf(link))
      if (next && !has(next.restsOn, step)) found.add(`${step.kind} leads to ${link.kind}, which does not rest on it`)
    }
  }
  return [...found].toSorted()
}

it('leads from a bank line to everything the yuan rests on and leads to, and every step has its way back', async () => {
  expect(oneWay(ofPayment)).toEqual([])
  const kinds = new Set([...ofPayment.values()].map(({ kind }) => kind))
  expect([...kinds].toSorted()).toEqual(
    expect.arrayContaining([
      'agreement',
      'attendance-sheet',
      'attendance-sign',
      'batch',
      'budget-line',
      'certificate',
      'certificate-look-up',
      'certificate-screenshot',
      'check-result',
      'claim',
      'claim-confirmation',
      'claim-line',
      'claim-review',
      'class',
      'comparison-letter',
      'decision',
      'enrolment',
      'entitlement',
      'fact',
      'letter-answer',
      'mark',
      'mark-sheet',
      'muster',
      'payment',
      'public-notice',
      'register-hit',
      'return-file',
      'review-draw',
      'roster-import',
      'session',
      'signature',
    ]),
  )
  for (const step of ofPayment.values())
    expect(JSON.stringify(step)).not.toMatch(/(?<!\w)\d{17}[\dXx](?!\w)|(?<![\w-])1[3-9]\d{9}(?!\w)/)
}, 120_000)

it('leads from a sign of the sample class to the bank line, by the same steps', async () => {
  const sign = [...ofPayment.values()].find(({ kind }) => kind === 'attendance-sign')!
  const back = await walkFrom([sign])
  expect(oneWay(back)).toEqual([])
  for (const kind of ['muster', 'fact', 'decision', 'entitlement', 'claim-line', 'payment', 'return-file'])
    expect([...back.values()].some((step) => step.kind === kind)).toBe(true)
}, 120_000)

it('shows a provider its own steps, and not one link that it may not walk', async () => {
  const kinds = new Set([...ofProvider.values()].map(({ kind }) => kind))
  expect([...kinds]).toEqual(
    expect.arrayContaining(['attendance-sign', 'claim-line', 'public-notice', 'recovery', 'recovery-receipt']),
  )
  expect(OF_BUREAU.filter((kind) => kinds.has(kind))).toEqual([])
  // As its browser asks for it, too.
  const step = await story.school.call(walkTrail, { params: { kind: 'claim-line', id: lineOf(ofProvider) } })
  expect(step.restsOn.map(({ kind }) => kind)).toEqual(['entitlement'])
  // A decision is explained on paper: to a provider as to the person, to the bureau with clauses, to an auditor with hashes.
  const decision = [...ofProvider.values()].find(({ kind }) => kind === 'decision')!
  const papersFor = async ({ call }: Pick<Story['school'], 'call'>) => {
    const { papers } = await call(walkTrail, { params: { kind: 'decision', id: decision.id } })
    return papers.map(({ form, part }) => [form, part])
  }
  const readings = (...of: string[]) => of.map((reading) => [`decision-${reading}`, decision.id])
  expect(await papersFor(story.school)).toEqual(readings('resident'))
  expect(await papersFor(story.clerk)).toEqual(readings('resident', 'clerk', 'auditor'))
})

const lineOf = (steps: ReadonlyMap<string, TrailStep>) =>
  [...steps.values()].find(({ kind }) => kind === 'claim-line')!.id

it('leads through everything that can happen on the way, and every step has its way back', async () => {
  const steps = await walkFrom(everything)
  expect(oneWay(steps)).toEqual([])
  const kinds = new Set([...steps.values()].map(({ kind }) => kind))
  expect([...kinds].toSorted()).toEqual(
    expect.arrayContaining([
      'account-correction',
      'line-hold',
      'objection',
      'override',
      'recovery',
      'recovery-receipt',
      'restriction',
      'restriction-reply',
      'suspicion-case',
    ]),
  )
  for (const step of steps.values())
    expect(JSON.stringify(step)).not.toMatch(/(?<!\w)\d{17}[\dXx](?!\w)|(?<![\w-])1[3-9]\d{9}(?!\w)/)
}, 120_000)

it('leads from a hold to the objections, the notice and the case it rests on, and from a payment to the one in its place', async () => {
  const step = (place: TrailPlace) => story.clerk.call(walkTrail, { params: place })
  const [cleared, dropped] = await Promise.all(story.holdIds.map((id) => step({ kind: 'line-hold', id })))
  for (const hold of [cleared!, dropped!])
    expect(new Set(hold.restsOn.map(({ kind }) => kind))).toEqual(
      new Set(['claim-line', 'objection', 'public-notice', 'suspicion-case']),
    )
  // A hold that was dropped gave its money back to the line; one that was cleared moved none.
  expect(dropped!.leadsTo.map(({ kind }) => kind)).toEqual(['budget-line'])
  expect(cleared!.leadsTo).toEqual([])
  const back = await step({ kind: 'payment', id: story.paymentId })
  expect(has(back.leadsTo, { kind: 'payment', id: story.againId })).toBe(true)
  expect(has(back.leadsTo, { kind: 'account-correction', id: story.correctionId })).toBe(true)
  const [ofPerson] = story.restrictionIds
  const restriction = await step({ kind: 'restriction', id: ofPerson })
  expect(restriction.leadsTo.map(({ kind }) => kind)).toContain('restriction-reply')
})

it('shows a provider no doubt, hold, override, account or other office, by whatever address', async () => {
  const places = everything.filter(({ kind }) => OF_BUREAU.includes(kind))
  expect(places.length).toBeGreaterThan(5)
  await inDistrict(house.connection.db, LIANDU, async (tx) => {
    for (const place of places)
      expect(await house.walking.step(tx, place, story.organisationId), nameOf(place)).toBeUndefined()
  })
})

it('is walked in its own district alone', async () => {
  const elsewhere = await house.as('clerk', QINGTIAN)
  await expect(elsewhere.call(walkTrail, { params: payment })).rejects.toMatchObject({ problem: { status: 404 } })
})

describe('a scheme whose record the province holds', () => {
  let province: TestHouse
  let list: TrailPlace
  let differences: TrailPlace[]
  let organisationOfList = ''

  beforeAll(async () => {
    province = await givenHouse()
    const [school, clerk, reviewer] = [
      await province.as('school'),
      await province.as('clerk'),
      await province.as('reviewer'),
    ]
    const { classId } = await planSampleClass(school.call, { fund: 'UI_FUND', roster: await rosterOfTheUnemployed() })
    await school.call(submitClass, { params: { classId } })
    await clerk.call(approveClass, { params: { classId } })
    await teachSampleClass(school.call, classId)
    await province.outbox.drain(LIANDU)
    const { id: listId } = (await clerk.call(listProvinceLists)).items[0]!
    const params = { listId }
    const { contentSha256, people } = await clerk.call(getProvinceList, { params })
    organisationOfList = await inDistrict(province.connection.db, LIANDU, async (tx) => {
      return (await findList(tx, listId))!.organisationId
    })
    const passed = { params, body: { outcome: 'passed' as const, reasons: [], contentSha256 } }
    await clerk.call(reviewListInitially, passed)
    await reviewer.call(reviewListSecondly, passed)
    const grid = (await clerk.call(exportProvinceList, { params, body: { purpose: '报送省平台' } })) as Blob
    const { rows } = await readGrid(new Uint8Array(await grid.arrayBuffer()), { fileName: 'list.xlsx', maxRows: 100 })
    const [one, other] = rows.slice(1).map(({ cells }) => {
      const at = (column: number) => cells.find((cell) => cell.column === column)?.text ?? ''
      return { ours: at(1), name: at(2), identity: at(3), amount: at(7) }
    })
    const head = ['业务编号', '县级流水号', '姓名', '身份证号', '补贴金额(元)', '办理状态', '退回原因', '支付日期']
    const line = (of: NonNullable<typeof one>, nth: number, amount: string) => [
      `ZJ-${nth}`,
      of.ours,
      of.name,
      of.identity,
      amount,
      '审核通过',
      '',
      '',
    ]
    const lines = [head, line(one!, 1, one!.amount), line(other!, 2, '800.00')]
    const imported = await clerk.call(importProvinceFile, {
      query: { fileName: '省平台导出.csv', scheme: UI_SCHEME, asOf: '2022-03-28', whole: 'yes' },
      file: new Blob([csvOf(lines)]),
    })
    expect(imported.outcome, JSON.stringify(imported)).toBe('imported')
    const { items } = await clerk.call(listDifferences, { query: { scheme: UI_SCHEME } })
    const differs = items.find(({ kind }) => kind === 'sum-differs')!
    const { says } = await clerk.call(getDifference, { params: { lineId: differs.id } })
    await clerk.call(settleDifference, {
      params: { lineId: differs.id },
      body: { says, outcome: 'theirs', reason: '省平台按八折核定' },
    })
    list = { kind: 'province-list', id: listId }
    differences = items.map(({ id }) => ({ kind: 'province-difference', id }))
    expect(people.length).toBeGreaterThan(2)
  }, 120_000)
  afterAll(() => province.close())

  it('is walked from the list to every difference and its file, and back, and to the sign-in of those on it', async () => {
    const steps = await walkFrom([list], null, province)
    expect(oneWay(steps)).toEqual([])
    const kinds = new Set([...steps.values()].map(({ kind }) => kind))
    for (const kind of [
      'province-list',
      'province-difference',
      'province-import',
      'decision',
      'fact',
      'attendance-sign',
    ])
      expect([...kinds], kind).toContain(kind)
    const back = await walkFrom(differences, null, province)
    expect(oneWay(back)).toEqual([])
    const settled = [...back.values()].find(({ title }) => title.zh.endsWith('金额不一致'))!
    expect(settled.says.map(({ value }) => value.zh)).toEqual(expect.arrayContaining(['已处理', '省平台按八折核定']))
    expect(new Set(settled.restsOn.map(({ kind }) => kind))).toEqual(new Set(['province-list', 'province-import']))
  }, 120_000)

  it('shows a provider its list, and nothing of what the province says', async () => {
    const steps = await walkFrom([list], organisationOfList, province)
    const kinds = new Set([...steps.values()].map(({ kind }) => kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['province-list', 'decision']))
    for (const kind of ['province-difference', 'province-import']) expect([...kinds]).not.toContain(kind)
    await inDistrict(province.connection.db, LIANDU, async (tx) => {
      for (const place of differences)
        expect(await province.walking.step(tx, place, organisationOfList)).toBeUndefined()
    })
  }, 120_000)
})

/** The roster of sample 01, as if all of them were registered as unemployed: whom the fund of the class may pay for. */
async function rosterOfTheUnemployed(): Promise<Blob> {
  const bytes = new Uint8Array(await sampleFile('01-花名册-规范.xlsx').arrayBuffer())
  const { rows } = await readGrid(bytes, { fileName: '01.xlsx', maxRows: 100 })
  const width = Math.max(...rows.flatMap((row) => row.cells.map((cell) => cell.column))) + 1
  const lines = rows.map((row) => {
    const line: string[] = Array.from({ length: width }, () => '')
    for (const { column, text } of row.cells)
      line[column] = /^(农村转移就业劳动者|就业困难人员)$/.test(text) ? '城镇登记失业人员' : text
    return line
  })
  return new Blob([new Uint8Array(writePlainWorkbook({ name: '花名册', rows: lines }))])
}
