import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  askForTrial,
  exportTrial,
  getTrial,
  getTrialCase,
  listTrialCases,
  listTrialChoices,
} from '../kernel/funds/trials/contract.ts'
import { DIMENSIONS } from '../kernel/funds/trials/rules.ts'
import { givenHouse, givenTaughtClass, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let clerk: Someone
let auditor: Someone
beforeAll(async () => {
  house = await givenHouse()
  clerk = await house.as('clerk')
  auditor = await house.as('auditor')
  await givenTaughtClass(house, await house.as('school'), clerk)
}, 120_000)
afterAll(() => house.close())

const DAYS = { from: '2022-01-01', to: '2022-12-31' }

async function tried(against: string) {
  const { schemes } = await clerk.call(listTrialChoices)
  const versions = schemes.find(({ scheme }) => scheme === 'liandu.training-subsidy')!.versions
  const version = versions.find(({ from }) => from <= '2022-04-01')!
  const { id } = await clerk.call(askForTrial, { body: { sha256: version.sha256, against, ...DAYS } })
  await house.trying.make(LIANDU)
  return { trial: await auditor.call(getTrial, { params: { trialId: id } }), id }
}

describe('a trial of the version in force on the demonstration’s class', () => {
  it('changes nothing beside what was decided, and every number opens into its cases', async () => {
    const { trial, id } = await tried('as-decided')
    expect(trial.status).toBe('done')
    const { all, counts } = trial
    expect(all).toMatchObject({ gains: 0, loses: 0, beforeFen: all!.afterFen })
    expect(all!.cases).toBeGreaterThan(10)
    for (const dimension of DIMENSIONS)
      for (const { code, cases } of counts![dimension]) {
        const query = { [dimension]: code, limit: 100 }
        const { items } = await auditor.call(listTrialCases, { params: { trialId: id }, query: query })
        expect([dimension, code, items.length]).toEqual([dimension, code, cases])
      }
  })

  it('decides every case alone as it says of it', async () => {
    const { id } = await tried('in-force')
    const { items } = await auditor.call(listTrialCases, { params: { trialId: id }, query: { limit: 100 } })
    for (const { factId, before, after } of items) {
      const alone = await auditor.call(getTrialCase, { params: { trialId: id, factId } })
      expect(alone.beforeExplained).toMatchObject(before)
      expect(alone.afterExplained).toMatchObject(after)
      expect(alone.afterExplained.sentences.length).toBeGreaterThan(0)
    }
  })

  it('is exported as a workbook, and refuses days that end before they begin', async () => {
    const { id } = await tried('as-decided')
    const file = (await auditor.call(exportTrial, { params: { trialId: id }, query: {} })) as Blob
    expect(file.size).toBeGreaterThan(1_000)
    const wrong = clerk.call(askForTrial, { body: { sha256: 'a'.repeat(64), ...DAYS, to: '2021-01-01' } })
    await expect(wrong).rejects.toMatchObject({ problem: { status: 422 } })
    await expect(auditor.call(askForTrial, { body: { sha256: 'a'.repeat(64), ...DAYS } })).rejects.toMatchObject({
      problem: { status: 403 },
    })
  })
})
