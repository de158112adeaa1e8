import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { compile } from '../../policy/deciding/compile.ts'
import { keepDocument } from '../../policy/decisions/store.ts'
import { contentHash, type Facts, KINDS, known, notApplicable, unknown } from '../../policy/public.ts'
import { givenPack } from '../../policy/testing.ts'
import { BrokenOff, leaveWork } from '../../../platform/outbox/public.ts'
import { civilDate, newId } from '../../values/public.ts'
import { type FundsDatabase, givenFundsDatabase, givenPeople, LIANDU } from '../testing.ts'
import { findCases, type FoundCase } from './finding.ts'
import { tryingOf } from './making.ts'
import { ANSWERS, CHANGES, DIMENSIONS } from './rules.ts'
import { namedOf } from './showing.ts'
import { type RunningNeeds, runTrial } from './running.ts'
import { countBlocks, findTrial, insertTrial, type Trial, type TrialRow, TRIALS } from './store.ts'
import { type Decided, givenDecided, takeTrial } from './testing.ts'

const words = (text: string) => ({ zh: text, en: text })
const FROM = { source: 'test', asOf: '2022-01-01' }
const named = (prefix: string) => (part: object, index: number) => ({
  id: `${prefix}${index}`,
  label: words(`${prefix}${index}`),
  cite: 'c1',
  ...part,
})

/** A scheme that reads values of every type, with a limit over the past. */
const packOf = (over: { hours: number; fen: number; more?: object }) =>
  givenPack({
    scheme: 'test.trial',
    family: 'TEST',
    conditions: [
      { fact: 'training.hours', atLeast: over.hours },
      { fact: 'training.attendedRatio', atLeast: { numerator: 4, denominator: 5 } },
      {
        any: [
          { fact: 'studio.isNew', is: true },
          { fact: 'certificate.issuedOn', atLeast: '2022-03-01' },
        ],
      },
    ].map(named('k')),
    limits: [{ over: ['TEST'], count: 2, window: 'calendarYear' }].map(named('l')),
    amount: {
      label: words('amount'),
      cite: 'c1',
      steps: [
        {
          table: {
            axes: ['class.level'],
            rows: [
              { at: ['L5_JUNIOR'], fen: over.fen },
              { at: ['L4_INTERMEDIATE'], fen: 150_000 },
            ],
          },
        },
        { subtract: { fact: 'received.training' } },
      ].map(named('s')),
    },
    cases: [{ name: 'any', given: { 'training.hours': 0 }, expect: { ineligible: ['k0'] } }],
    ...over.more,
  })

const BEFORE = packOf({ hours: 40, fen: 100_000 })
const AFTER = packOf({ hours: 60, fen: 120_000, more: { version: '2022-02' } })

const value = (of: fc.Arbitrary<Parameters<typeof known>[0]>) =>
  fc.oneof(
    { weight: 12, arbitrary: of.map((each) => known(each, FROM)) },
    { weight: 1, arbitrary: fc.constant(unknown(words('?'), FROM)) },
    { weight: 1, arbitrary: fc.constant(notApplicable(FROM)) },
  )
const receipt = fc.record({
  family: fc.constantFrom('TEST', 'OTHER'),
  on: fc.constant({ from: civilDate('2022-02-01'), to: civilDate('2022-02-01') }),
  fen: fc.integer({ min: 1, max: 400 }),
  where: fc.constant('here' as const),
})
const past = fc.record({
  receipts: fc.array(receipt, { maxLength: 3 }),
  covers: fc.constant([{ from: null, to: '2022-12-31' }]),
})
const facts = fc.record(
  {
    'training.hours': value(fc.integer({ min: 0, max: 100 })),
    'training.attendedRatio': value(fc.integer({ min: 12, max: 20 }).map((n) => ({ numerator: n, denominator: 20 }))),
    'studio.isNew': value(fc.boolean()),
    'certificate.issuedOn': value(fc.constantFrom('2022-02-10', '2022-03-10')),
    'class.level': value(fc.constantFrom('L5_JUNIOR', 'L4_INTERMEDIATE', 'L3_SENIOR')),
    'received.training': value(fc.constantFrom(0, 50_000)),
    'history.receipts': value(past as never),
    'claim.on': value(fc.constant('2022-03-28')),
  },
  { requiredKeys: ['class.level', 'history.receipts', 'claim.on'] },
) as fc.Arbitrary<Facts>

const kept = fc.record({
  facts,
  who: fc.integer({ min: 0, max: 39 }),
  on: fc.constantFrom('2022-01-05', '2022-02-11', '2022-03-20').map(civilDate),
  fund: fc.constantFrom('EMPLOYMENT_SUBSIDY_FUND', 'EMPLOYMENT_SUBSIDY_FUND', 'TALENT_FUND'),
  groupCode: fc.constantFrom('RURAL_TRANSFER', 'FLEXIBLE'),
})

let at: FundsDatabase
let needs: RunningNeeds
let decided: Decided[]
let personId: string
const program = compile(BEFORE)

beforeAll(async () => {
  at = await givenFundsDatabase()
  needs = {
    db: at.connection.db,
    slowDb: at.connection.db,
    suppliers: [],
    gather: async () => new Map(),
    keptDays: () => 30,
    blockCases: 37,
  }
  const sha256 = contentHash(BEFORE)
  decided = await at.within(async (tx) => {
    await keepDocument(tx.db, {
      sha256: Buffer.from(sha256, 'hex'),
      kind: 'pack',
      region: '331102',
      name: 'test.trial',
      version: '2022-01',
      document: BEFORE,
    })
    const people = await givenPeople(tx, 40)
    personId = people[0]!.personId
    const given = fc.sample(kept, { numRuns: 300, seed: 11 })
    return givenDecided(
      tx,
      program,
      sha256,
      given.map(({ who, ...each }) => ({ ...each, personId: people[who]!.personId })),
    )
  })
}, 120_000)
afterAll(() => at.close())

async function tried(
  over: Partial<Trial> = {},
  more: Partial<RunningNeeds> = {},
  isStopping = () => false,
): Promise<TrialRow> {
  const trial = asked(over)
  await at.within((tx) => insertTrial(tx, trial))
  const taken = await at.within(takeTrial)
  await runTrial({ ...needs, ...more }, LIANDU, taken!, isStopping)
  return (await at.within((tx) => findTrial(tx, trial.id)))!
}

function asked(over: Partial<Trial>): Trial {
  return {
    id: newId(),
    scheme: 'test.trial',
    factKind: 'training.completed',
    afterNamed: namedOf(AFTER),
    afterDocument: AFTER,
    afterSha256: Buffer.from(contentHash(AFTER), 'hex'),
    draftId: null,
    beforeNamed: null,
    beforeDocument: null,
    beforeSha256: null,
    valuesOn: null,
    from: civilDate('2022-01-01'),
    to: civilDate('2022-12-31'),
    accountId: newId(),
    personId,
    businessAt: new Date(),
    ...over,
  }
}

async function allCases({ id, names, tally }: TrialRow): Promise<FoundCase[]> {
  const found: FoundCase[] = []
  for (let after: string | undefined; ; ) {
    const page = await at.within((tx) =>
      findCases(tx, { id, names: names!, tally: tally! }, { sort: 'day' }, { after, limit: 41 }),
    )
    found.push(...page.items)
    if (page.next === null) return found
    after = page.next
  }
}

const beside = {
  beforeNamed: namedOf(BEFORE),
  beforeDocument: BEFORE,
  beforeSha256: Buffer.from(contentHash(BEFORE), 'hex'),
}

describe('a trial', () => {
  it('numbers answers as policy does', () => {
    expect(ANSWERS.slice(0, -1)).toEqual(KINDS)
  })

  it('says of each case what deciding about it alone says: answer, fen, conditions and missing facts', async () => {
    const cases = new Map((await allCases(await tried(beside))).map((each) => [each.factId, each]))
    expect(cases.size).toBe(300)
    const [was, is] = [program, compile(AFTER)]
    for (const { fact, decision } of decided) {
      const found = cases.get(fact.id)!
      const given = (decision.facts as { facts: Facts }).facts
      const isOfIt = fact.body['fund'] === 'EMPLOYMENT_SUBSIDY_FUND'
      const [before, after] = [was.decide(given), is.decide(given)]
      const fenOf = (answer: typeof before) => (answer.kind === 'eligible' ? Number(answer.effectiveFen) : 0)
      expect(found.before).toEqual(isOfIt ? { answer: before.kind, fen: fenOf(before) } : NOT_OF_IT)
      expect(found.after).toEqual(isOfIt ? { answer: after.kind, fen: fenOf(after) } : NOT_OF_IT)
      if (!isOfIt) continue
      const failed = after.trace.conditions.filter(({ verdict }) => verdict === 'false').map(({ id }) => id)
      expect(found.failed.filter((id) => id !== 'amount')).toEqual(failed)
      const needed = [before, after].flatMap((answer) => (answer.kind === 'unknown' ? answer.needs : []))
      expect(found.missing.toSorted()).toEqual([...new Set(needed.map((need) => need.fact))].toSorted())
    }
  })

  it('keeps sums that are those of its cases, by every dimension', async () => {
    const trial = await tried(beside)
    const cases = await allCases(trial)
    const sum = (of: readonly FoundCase[], pick: (each: FoundCase) => number) =>
      of.reduce((all, each) => all + pick(each), 0)
    const { all, codes, counts, missing, monthFunds } = trial.tally!
    const sumsOf = (of: readonly FoundCase[]) => ({
      cases: of.length,
      ...Object.fromEntries(CHANGES.map((change) => [change, of.filter((each) => each.change === change).length])),
      beforeFen: sum(of, ({ before }) => before.fen),
      afterFen: sum(of, ({ after }) => after.fen),
      gainFen: sum(of, ({ change, before, after }) => (change === 'gains' ? after.fen - before.fen : 0)),
      lossFen: sum(of, ({ change, before, after }) => (change === 'loses' ? before.fen - after.fen : 0)),
    })
    expect(all).toEqual(sumsOf(cases))
    for (const dimension of DIMENSIONS)
      for (const [nth, code] of codes[dimension].entries())
        expect(counts[dimension][nth]).toEqual(sumsOf(cases.filter((each) => each.codes[dimension] === code)))
    for (const [fact, count] of Object.entries(missing))
      expect(cases.filter((each) => each.missing.includes(fact)).length).toBe(count)
    const costs = Object.values(monthFunds)
    expect(costs.reduce((all, { afterFen }) => all + afterFen, 0)).toBe(all.afterFen)
    expect([all.gains, all.loses, all.undecided].every((count) => count > 0)).toBe(true)
  })

  it('changes nothing where the version that decided is held against what was decided', async () => {
    const { all } = (await tried({ afterDocument: BEFORE })).tally!
    const others = decided.filter(({ fact }) => fact.body['fund'] !== 'EMPLOYMENT_SUBSIDY_FUND')
    // What the test decided although the money is another's is no business of the scheme.
    expect(all.gains).toBe(0)
    expect(all.loses).toBe(
      others.filter(({ decision }) => decision.effectiveFen > 0n && decision.answer === 'eligible').length,
    )
  })

  it('says nothing of a case that is not known: it neither gains nor loses', async () => {
    const cases = await allCases(await tried(beside))
    for (const { change, before, after } of cases)
      expect(change === 'undecided').toBe(before.answer === 'unknown' || after.answer === 'unknown')
  })

  it('goes on after the last block where its process died, to the same sums and cases', async () => {
    const whole = await tried(beside)
    const id = newId()
    let looks = 0
    const dies = tried({ ...beside, id }, {}, () => (looks += 1) === 3)
    await expect(dies).rejects.toBeInstanceOf(BrokenOff)
    await at.within((tx) => leaveWork(tx, TRIALS, id, 'asked'))
    expect((await at.within((tx) => findTrial(tx, id)))!.casesDone).toBe(3 * 37)
    const taken = await at.within(takeTrial)
    await runTrial(needs, LIANDU, taken!)
    const again = (await at.within((tx) => findTrial(tx, id)))!
    expect(again.tally).toEqual(whole.tally)
    expect(await allCases(again)).toEqual(await allCases(whole))
  })

  const hasRun = 3 * 37
  const blocksOf = (id: string) => at.within((tx) => countBlocks(tx, id))
  const dying = async (id: string) => {
    let looks = 0
    await expect(tried({ ...beside, id }, {}, () => (looks += 1) === 3)).rejects.toBeInstanceOf(BrokenOff)
    return (await at.within((tx) => findTrial(tx, id)))!
  }
  const silent = (id: string) =>
    at.within((tx) =>
      sql`update funds.trials set beat_at = now() - interval '61 seconds' where id = ${id}`.execute(tx.db),
    )

  it('is taken up once its process has said nothing for a minute; the one that was thought dead writes nothing more', async () => {
    const whole = await tried(beside)
    const id = newId()
    const dead = await dying(id)
    expect(await at.within(takeTrial)).toBeUndefined()
    await silent(id)
    const taken = await at.within(takeTrial)
    expect(taken).toMatchObject({ id, begun: 2, casesDone: hasRun })
    await expect(runTrial(needs, LIANDU, dead)).rejects.toBeInstanceOf(BrokenOff)
    expect(await blocksOf(id)).toBe(3)
    await runTrial(needs, LIANDU, taken!)
    expect((await at.within((tx) => findTrial(tx, id)))!.tally).toEqual(whole.tally)
  })

  it('is given up when three processes died of it, and its cases go', async () => {
    const id = newId()
    await dying(id)
    for (const begun of [2, 3]) {
      await silent(id)
      expect(await at.within(takeTrial)).toMatchObject({ id, begun })
    }
    await silent(id)
    expect(await at.within(takeTrial)).toBeUndefined()
    expect(await at.within((tx) => findTrial(tx, id))).toMatchObject({ status: 'failed', endedAt: expect.any(Date) })
    expect(await blocksOf(id)).toBe(0)
  })

  it('is broken off where somebody cancels it while it runs: its cases go, and no further block is kept', async () => {
    const id = newId()
    let asked = 0
    const more = {
      suppliers: [
        { name: 'hours', keys: ['training.hours'], triggers: ['training.completed'], supply: async () => new Map() },
      ],
      gather: async () => {
        asked += 1
        if (asked === 3) await at.within((tx) => leaveWork(tx, TRIALS, id, 'cancelled'))
        return new Map()
      },
    } as unknown as Partial<RunningNeeds>
    await expect(tried({ ...beside, id }, more)).rejects.toBeInstanceOf(BrokenOff)
    expect(asked).toBeGreaterThanOrEqual(3)
    const left = (await at.within((tx) => findTrial(tx, id)))!
    expect(left.status).toBe('cancelled')
    expect(left.casesDone).toBeLessThan(300)
    expect(await blocksOf(id)).toBe(0)
  })

  it('is left to the next process where this one stops, and swept when its days are over: its sums stay', async () => {
    const [trying, next] = [
      tryingOf({ ...needs, failed: () => undefined }),
      tryingOf({ ...needs, failed: () => undefined }),
    ]
    const id = newId()
    await at.within((tx) => insertTrial(tx, { ...asked(beside), id }))
    await trying.stop()
    await trying.make(LIANDU)
    expect(await at.within((tx) => findTrial(tx, id))).toMatchObject({ status: 'asked', begun: 0 })
    await next.make(LIANDU)
    const done = (await at.within((tx) => findTrial(tx, id)))!
    expect(done).toMatchObject({ status: 'done', begun: 1, casesDone: 300 })
    const sweep = next.chores.find(({ name }) => name === 'sweep trials')!
    expect(await at.within(sweep.run)).toBe(false)
    await at.within((tx) =>
      sql`update funds.trials set expires_at = now() - interval '1 day' where id = ${id}`.execute(tx.db),
    )
    expect(await at.within(sweep.run)).toBe(true)
    expect(await at.within((tx) => findTrial(tx, id))).toMatchObject({ status: 'swept', tally: done.tally })
    expect(await blocksOf(id)).toBe(0)
  })

  it('is done by the chore, however long the transaction in which it looks stays open', async () => {
    const id = newId()
    await at.within((tx) => insertTrial(tx, { ...asked(beside), id }))
    const { chores } = tryingOf({ ...needs, failed: () => undefined })
    const done = await at.within(async (tx) => {
      await chores[0]!.run(tx)
      return vi.waitFor(async () => {
        const trial = await at.within((other) => findTrial(other, id))
        if (trial?.status !== 'done') throw new Error(`it is ${trial?.status}`)
        return trial
      }, 10_000)
    })
    expect(done).toMatchObject({ begun: 1, casesDone: 300 })
  })

  it('comes to what is worked out by hand, and says of how many it cannot tell for want of which fact', async () => {
    const sure = {
      'training.hours': known(80, FROM),
      'training.attendedRatio': known({ numerator: 1, denominator: 1 }, FROM),
      'studio.isNew': known(true, FROM),
      'class.level': known('L5_JUNIOR', FROM),
      'received.training': known(0, FROM),
      'history.receipts': known({ receipts: [], covers: [{ from: null, to: '2023-12-31' }] }, FROM),
      'claim.on': known('2023-06-01', FROM),
    }
    const noHours = { 'training.hours': unknown(words('?'), FROM) }
    const noRatio = { 'training.attendedRatio': unknown(words('?'), FROM) }
    // 1,000 before and 1,200 after; 1,000 and, with too few hours for the new rule, nothing; and three of whom a fact is missing.
    const given = [{}, { 'training.hours': known(50, FROM) }, noHours, noRatio, { ...noHours, ...noRatio }]
    const days = { from: civilDate('2023-05-01'), to: civilDate('2023-05-31') }
    await at.within((tx) =>
      givenDecided(
        tx,
        program,
        contentHash(BEFORE),
        given.map((over) => ({ personId, facts: { ...sure, ...over } as Facts, on: civilDate('2023-05-08') })),
      ),
    )
    const { all, missing, refused } = (await tried({ ...beside, ...days })).tally!
    expect(all).toEqual({
      cases: 5,
      gains: 1,
      loses: 1,
      same: 0,
      undecided: 3,
      beforeFen: 200_000,
      afterFen: 120_000,
      gainFen: 20_000,
      lossFen: 100_000,
    })
    expect(missing).toEqual({ 'training.hours': 2, 'training.attendedRatio': 2 })
    expect(refused).toEqual({ k0: 1 })
  })

  it('takes only facts of its days', async () => {
    const trial = await tried({ ...beside, from: civilDate('2022-02-01'), to: civilDate('2022-02-28') })
    expect(trial.tally!.codes.month).toEqual(['2022-02'])
    expect(trial.casesDone).toBe(decided.filter(({ fact }) => fact.occurredOn.startsWith('2022-02')).length)
  })
})

const NOT_OF_IT = { answer: 'notApplicable', fen: 0 }
