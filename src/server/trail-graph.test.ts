import { afterAll, beforeAll, expect, it } from 'vitest'
import { lookUpSampleCertificates } from '../../demo/sample-class.ts'
import { approveDemoClaim, publishDemoClaim } from '../../demo/claim-way.ts'
import {
  applyReturnFile,
  demonstrationReturnFile,
  exportBatch,
  getBatch,
  listPayableClaims,
  listPayments,
  makeBatch,
  signBatch,
} from '../kernel/funds/batches/contract.ts'
import { getClaim, listClaims } from '../kernel/funds/claims/contract.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import type { TrailLink, TrailPlace, TrailStep } from '../kernel/record/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import {
  givenHouse,
  givenLetters,
  givenTaughtClass,
  LIANDU,
  QINGTIAN,
  type Someone,
  type TestHouse,
} from './testing.ts'

/** Of one kind of link between two kinds of step, so many are followed. */
const EXAMPLES = 3

let house: TestHouse
let school: Someone
let clerk: Someone
let finance: Someone
let payment: TrailPlace
let organisationId = ''

beforeAll(async () => {
  house = await givenHouse()
  school = await house.as('school')
  clerk = await house.as('clerk')
  finance = await house.as('finance')
  const classId = await givenTaughtClass(house, school, clerk)
  const tell = await givenLetters(house, clerk, classId, ['pension-payments', 'government-payroll'])
  await tell('pension-payments')
  await tell('government-payroll')
  await house.outbox.drain(LIANDU)
  const { items } = await clerk.call(listClaims, { query: { status: 'assembled' } })
  const claimId = items[0]!.id
  organisationId = items[0]!.organisationId
  const reviewer = await house.as('reviewer')
  const deputy = await house.as('deputy')
  await approveDemoClaim(
    { school: school.call, clerk: clerk.call, reviewer: reviewer.call, approver: deputy.call },
    claimId,
  )
  await house.passTo(await publishDemoClaim(clerk.call, claimId))
  await lookUpSampleCertificates(clerk.call, classId)
  const payable = await finance.call(listPayableClaims)
  const batch = await finance.call(makeBatch, { body: { claimIds: [payable.lines[0]!.claims[0]!.id] } })
  const params = { batchId: batch.id }
  for (const name of ['approver', 'director'])
    await (await house.as(name)).call(signBatch, { params, body: { contentSha256: batch.contentSha256 } })
  await finance.call(exportBatch, { params })
  const file = (await finance.call(demonstrationReturnFile, { params })) as Blob
  await finance.call(applyReturnFile, { params, query: { fileName: '回盘.csv' }, file })
  expect((await finance.call(getBatch, { params })).batch.status).toBe('settled')
  expect((await clerk.call(getClaim, { params: { claimId } })).status).toBe('paid')
  payment = { kind: 'payment', id: (await finance.call(listPayments, { params })).items[0]!.id }
}, 240_000)
afterAll(() => house.close())

const nameOf = ({ kind, id }: TrailPlace) => `${kind}.${id}`

/** Everything that can be reached, with some examples of every kind of link, as somebody of an organisation or the bureau. */
async function walkFrom(start: TrailPlace, whose: string | null = null): Promise<Map<string, TrailStep>> {
  const followed = new Map<string, number>()
  const steps = new Map<string, TrailStep>()
  const waiting = [start]
  await inDistrict(house.connection.db, LIANDU, async (tx) => {
    for (let place = waiting.shift(); place; place = waiting.shift()) {
      if (steps.has(nameOf(place))) continue
      const step = await house.walking.step(tx, place, whose)
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
  const steps = await walkFrom(payment)
  expect(oneWay(steps)).toEqual([])
  const kinds = new Set([...steps.values()].map(({ kind }) => kind))
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
  for (const step of steps.values())
    expect(JSON.stringify(step)).not.toMatch(/(?<!\w)\d{17}[\dXx](?!\w)|(?<![\w-])1[3-9]\d{9}(?!\w)/)
}, 120_000)

it('leads from a sign of the sample class to the bank line, by the same steps', async () => {
  const steps = await walkFrom(payment)
  const sign = [...steps.values()].find(({ kind }) => kind === 'attendance-sign')!
  const back = await walkFrom(sign)
  expect(oneWay(back)).toEqual([])
  for (const kind of ['muster', 'fact', 'decision', 'entitlement', 'claim-line', 'payment', 'return-file'])
    expect([...back.values()].some((step) => step.kind === kind)).toBe(true)
}, 120_000)

it('shows a provider its own steps, and not one link that it may not walk', async () => {
  const steps = await walkFrom(payment, organisationId)
  const kinds = new Set([...steps.values()].map(({ kind }) => kind))
  expect(kinds).toContain('attendance-sign')
  for (const kind of [
    'batch',
    'signature',
    'claim-review',
    'review-draw',
    'budget-line',
    'register-hit',
    'letter-answer',
  ])
    expect(kinds).not.toContain(kind)
  // As its browser asks for it, too.
  const step = await school.call(walkTrail, { params: { kind: 'claim-line', id: lineOf(steps) } })
  expect(step.restsOn.map(({ kind }) => kind)).toEqual(['entitlement'])
}, 120_000)

const lineOf = (steps: ReadonlyMap<string, TrailStep>) =>
  [...steps.values()].find(({ kind }) => kind === 'claim-line')!.id

it('is walked in its own district alone', async () => {
  const elsewhere = await house.as('clerk', QINGTIAN)
  await expect(elsewhere.call(walkTrail, { params: payment })).rejects.toMatchObject({ problem: { status: 404 } })
})
