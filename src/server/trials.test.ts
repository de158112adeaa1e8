import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  askForTrial,
  exportTrial,
  exportTrialCases,
  getTrial,
  getTrialCase,
  listTrialCases,
  listTrialChoices,
} from '../kernel/funds/trials/contract.ts'
import { DIMENSIONS } from '../kernel/funds/trials/rules.ts'
import { beginDraft, listSchemes, saveDraft } from '../kernel/policy/editing/contract.ts'
import { readGrid, textAt } from '../platform/office/public.ts'
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

describe('a trial of a draft', () => {
  it('comes to what is worked out by hand: whoever is eligible gets a hundred yuan more, and the line bears it', async () => {
    const { items } = await clerk.call(listSchemes, { query: {} })
    const version = items.find(({ scheme, state }) => scheme === 'liandu.training-subsidy' && state === 'in-force')!
    const begun = await clerk.call(beginDraft, { body: { from: version.id, note: '' } })
    const { amount, ...rest } = structuredClone(begun.document) as { amount: { rows: { fen: number }[] } }
    for (const row of amount.rows) row.fen += 10_000
    const saving = { revision: 1, document: { ...rest, amount }, note: '' }
    await clerk.call(saveDraft, { params: { draftId: begun.id }, body: saving })
    const { draft } = await clerk.call(listTrialChoices, { query: { draft: begun.id } })
    expect(draft).toMatchObject({ from: expect.stringMatching(/^2022-..-01$/), version: draft!.version })

    const asking = { draftId: begun.id, against: 'in-force', valuesOn: draft!.from, ...DAYS }
    const { id } = await clerk.call(askForTrial, { body: asking })
    await house.trying.make(LIANDU)
    const { all, counts, funds } = await auditor.call(getTrial, { params: { trialId: id } })
    const { items: cases } = await auditor.call(listTrialCases, { params: { trialId: id }, query: { limit: 100 } })
    const eligible = cases.filter(({ before }) => before.answer === 'eligible')
    const paid = eligible.reduce((sum, { before }) => sum + Number(before.fen), 0)
    const more = eligible.length * 10_000
    expect(eligible.map(({ before, after }) => Number(after.fen) - Number(before.fen))).toEqual(
      eligible.map(() => 10_000),
    )
    expect(all).toEqual({
      cases: 40,
      gains: 37,
      loses: 0,
      same: 3,
      undecided: 0,
      beforeFen: '3700000',
      afterFen: '4070000',
      gainFen: '370000',
      lossFen: '0',
    })
    expect([eligible.length, paid, paid + more]).toEqual([37, 3_700_000, 4_070_000])
    expect(counts!.month).toMatchObject([{ code: '2022-03', cases: 40, gains: 37, afterFen: '4070000' }])
    const [{ lines }] = funds as [(typeof funds)[number]]
    const [line] = lines
    expect(line!.before).toEqual({ drawnFen: '3700000', leftFen: leftOf(line!, 3_700_000), breaksIn: null })
    expect(line!.after).toEqual({ drawnFen: '4070000', leftFen: leftOf(line!, 4_070_000), breaksIn: null })
    expect(line!.months).toEqual([
      { month: '2022-03', othersFen: '0', drawnFen: '4070000', leftFen: leftOf(line!, 4_070_000) },
    ])
  })
})

const leftOf = ({ appropriatedFen }: { appropriatedFen: string }, drawn: number) =>
  String(Number(appropriatedFen) - drawn)

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

  it('leaves as exactly the cases that are filtered, names masked, in the order in which they are listed', async () => {
    const { id } = await tried('as-decided')
    const params = { trialId: id }
    const query = { change: 'same', sex: 'F', sort: 'gain' } as const
    const { items } = await auditor.call(listTrialCases, { params, query: { ...query, limit: 100 } })
    const csv = await ((await auditor.call(exportTrialCases, { params, query })) as Blob).text()
    const [head, ...lines] = csv.trim().split('\r\n')
    expect(head).toContain('人员')
    expect(lines.map((line) => line.split(',')[1])).toEqual(items.map(({ maskedName }) => maskedName))
    expect(items.length).toBeGreaterThan(0)
    expect(items.length).toBeLessThan(40)
    const book = (await auditor.call(exportTrial, { params, query: { ...query, what: 'cases' } })) as Blob
    const { rows } = await readGrid(new Uint8Array(await book.arrayBuffer()), { maxRows: 100 })
    expect(rows.slice(-items.length).map((row) => textAt(row, 1))).toEqual(items.map(({ maskedName }) => maskedName))
    const school = await house.as('school')
    await expect(school.call(exportTrialCases, { params, query })).rejects.toMatchObject({ problem: { status: 403 } })
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
