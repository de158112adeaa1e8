import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/public.ts'
import { civilDate } from '../../values/public.ts'
import { notApplicable } from '../facts/facts.ts'
import { givenFacts, givenPack } from '../testing.ts'
import { readAnswer, writeAnswer } from './answer-document.ts'
import { compile } from './compile.ts'
import { explain } from './explain.ts'

const words = (text: string) => ({ zh: text, en: text })
const step = (id: string, over: Record<string, unknown>) => ({ id, label: words(id), cite: 'c1', ...over })
const met = [{ id: 'pass', label: words('pass'), cite: 'c1', fact: 'certificate.kind', is: 'TRAINING_PASS' }]
const NONE = notApplicable({ source: 'test', asOf: '' })

function packOf(steps: readonly unknown[], over: Record<string, unknown> = {}) {
  return givenPack({
    conditions: met,
    amount: { label: words('amount'), cite: 'c1', steps },
    cases: [{ name: 'open', given: {}, expect: { unknown: ['certificate.kind'] } }],
    ...over,
  })
}
const programOf = (steps: readonly unknown[], over: Record<string, unknown> = {}) => compile(packOf(steps, over))
const facts = (values: Parameters<typeof givenFacts>[0]) =>
  givenFacts({ 'certificate.kind': 'TRAINING_PASS', ...values })

function come(steps: readonly unknown[], values: Parameters<typeof givenFacts>[0]) {
  const answer = programOf(steps).decide(facts(values))
  if (answer.kind !== 'eligible') return answer.kind
  return answer.trace.amount.map(({ id, fen }) => `${id} ${fen}`).join(', ')
}

const hours = step('hours', { rate: { fen: 2500, per: { fact: 'training.hours' } } })
const most = step('most', { atMost: 200_000 })

describe('an amount in steps', () => {
  it('pays by the hour up to a limit, and says by how much the limit cut it', () => {
    expect(come([hours, most], { 'training.hours': 60 })).toBe('hours 150000, most 0')
    expect(come([hours, most], { 'training.hours': 90 })).toBe('hours 225000, most -25000')
    const answer = programOf([hours, most]).decide(facts({ 'training.hours': 90 }))
    expect(explain(answer, 'zh').slice(0, 3)).toEqual([
      '符合补贴条件,拟补贴金额 2,000 元。',
      'hours(25 元 × 90 课时):2,250 元(依据《测试办法》第一条)。',
      'most(不超过 2,000 元):-250 元(依据《测试办法》第一条)。',
    ])
  })

  it('takes a share of a cost, not below one amount, not above another, rounded as it is named', () => {
    const of = (round: string) => [
      step('share', { share: { of: { fact: 'training.cost' }, ratio: { numerator: 3, denominator: 5 }, round } }),
      step('least', { atLeast: 400_000 }),
      step('most', { atMost: 600_000 }),
    ]
    expect(come(of('half-up-to-yuan'), { 'training.cost': 700_130 })).toBe('share 420100, least 0, most 0')
    expect(come(of('down-to-yuan'), { 'training.cost': 700_130 })).toBe('share 420000, least 0, most 0')
    expect(come(of('half-up-to-fen'), { 'training.cost': 700_133 })).toBe('share 420080, least 0, most 0')
    expect(come(of('down-to-fen'), { 'training.cost': 700_133 })).toBe('share 420079, least 0, most 0')
    expect(come(of('down-to-fen'), { 'training.cost': 500_000 })).toBe('share 300000, least 100000, most 0')
    expect(come(of('down-to-fen'), { 'training.cost': 1_200_000 })).toBe('share 720000, least 0, most -120000')
  })

  it('raises, reduces and rounds what has come before', () => {
    const half = { ratio: { numerator: 1, denominator: 2 }, round: 'down-to-fen' }
    expect(come([step('a', { fixed: 101 }), step('b', { uplift: half })], {})).toBe('a 101, b 50')
    expect(come([step('a', { fixed: 101 }), step('b', { times: half })], {})).toBe('a 101, b -51')
    expect(come([step('a', { fixed: 149 }), step('b', { round: 'half-up-to-yuan' })], {})).toBe('a 149, b -49')
    expect(come([step('a', { fixed: 150 }), step('b', { round: 'half-up-to-yuan' })], {})).toBe('a 150, b 50')
  })

  it('takes off what was received before, never below nothing, and keeps the three numbers apart', () => {
    const steps = [step('a', { fixed: 150_000 }), step('less', { subtract: { fact: 'received.training' } })]
    expect(come(steps, { 'received.training': 100_000 })).toBe('a 150000, less -100000')
    expect(come(steps, { 'received.training': 170_000 })).toBe('a 150000, less -150000')
    expect(come(steps, { 'received.training': NONE })).toBe('a 150000, less 0')
    const answer = programOf(steps).decide(facts({ 'received.training': 100_000 }))
    expect(answer).toMatchObject({ valueFen: 150_000n, subtractedFen: 100_000n, effectiveFen: 50_000n })
  })

  it('takes a step only while its condition holds, and says of the others that they do not apply', () => {
    const uplift = step('scarce', {
      when: { fact: 'certificate.occupation', is: '焊工' },
      uplift: { ratio: { numerator: 1, denominator: 2 }, round: 'down-to-fen' },
    })
    expect(come([step('a', { fixed: 1000 }), uplift], { 'certificate.occupation': '焊工' })).toBe('a 1000, scarce 500')
    const without = programOf([step('a', { fixed: 1000 }), uplift]).decide(facts({ 'certificate.occupation': '电工' }))
    expect(without.trace.amount[1]).toMatchObject({ fen: 0n, skipped: true, how: { zh: '不适用' } })
  })

  it('waits for a fact that a step needs, also for the one that says whether it is taken', () => {
    const flat = step('flat', { when: { fact: 'studio.level', is: 'DISTRICT' }, fixed: { fact: 'grant.received' } })
    const needs = (values: Parameters<typeof givenFacts>[0]) => {
      const answer = programOf([step('a', { fixed: 1 }), flat]).decide(facts(values))
      return answer.kind === 'unknown' ? answer.needs.map((need) => need.fact) : answer.kind
    }
    expect(needs({})).toEqual(['studio.level', 'grant.received'])
    expect(needs({ 'studio.level': 'DISTRICT' })).toEqual(['grant.received'])
    expect(needs({ 'studio.level': 'CITY' })).toBe('eligible')
  })

  it('looks a number up by the band it falls into', () => {
    const table = {
      axes: ['certificate.level', { fact: 'training.hours', bands: [40, 80] }],
      rows: [
        { at: ['L5_JUNIOR', 40], fen: 1 },
        { at: ['L5_JUNIOR', 80], fen: 2 },
      ],
    }
    const at = (count: number) =>
      come([step('t', { table })], { 'training.hours': count, 'certificate.level': 'L5_JUNIOR' })
    expect([39, 40, 79, 80, 500].map(at)).toEqual(['ineligible', 't 1', 't 1', 't 2', 't 2'])
  })

  it('refuses an amount beyond every limit with the step where it came about', () => {
    const program = programOf([step('cost', { rate: { fen: 99_999_999_999_999, per: { fact: 'training.hours' } } })])
    const deciding = () => program.decide(facts({ 'training.hours': 4000 }))
    expect(deciding).toThrow(Problem)
    expect(deciding).toThrow(/“cost”/)
    expect(() => programOf([step('a', { fixed: 10 ** 15 })])).toThrow(/too large/)
  })
})

describe('steps that cannot be', () => {
  const places = (steps: readonly unknown[], over: Record<string, unknown> = {}) => {
    try {
      programOf(steps, over)
    } catch (error) {
      if (error instanceof Problem) return error.items.map((item) => item.at)
      throw error
    }
    return []
  }

  it('are all named at once', () => {
    const steps = [
      step('a', { fixed: 1, atMost: 2 }),
      step('b', { rate: { fen: 1, per: { fact: 'certificate.kind' } } }),
      step('c', { fixed: { fact: 'training.hours' } }),
    ]
    expect(places(steps)).toEqual(['amount.steps.0'])
    expect(places(steps.slice(1))).toEqual(['amount.steps.0.rate', 'amount.steps.1.fixed'])
  })

  it('are a value after what was taken off, a name used twice, bands out of order, a parameter that is none', () => {
    const less = step('less', { subtract: 1 })
    expect(places([step('a', { fixed: 1 }), less, step('b', { fixed: 1 })])).toEqual(['amount.steps.2'])
    expect(places([step('a', { fixed: 1 }), step('a', { fixed: 1 })])).toEqual(['amount.steps.1.id'])
    const table = { axes: [{ fact: 'training.hours', bands: [80, 40] }], rows: [{ at: [40], fen: 1 }] }
    expect(places([step('a', { table })])).toEqual(['amount.steps.0.table.axes.0'])
    expect(places([step('a', { fixed: { parameter: 'nowhere' } })])).toEqual(['amount.steps.0.fixed'])
  })
})

describe('the pack’s own values', () => {
  const dated = (...values: [string, unknown][]) => ({
    label: words('cap'),
    values: values.map(([from, value]) => ({ from, value, cite: 'c1' })),
  })
  const steps = [step('a', { fixed: 500 }), step('cap', { atMost: { parameter: 'cap' } })]
  const over = { parameters: { cap: dated(['2022-01-01', 100], ['2022-07-01', 200]) } }
  const on = (day: string) => compile(packOf(steps, over), { on: civilDate(day) }).decide(facts({}))

  it('are those of the day that decides: a new one from a date leaves the days before as they were', () => {
    expect(on('2022-06-30')).toMatchObject({ effectiveFen: 100n })
    expect(on('2022-07-01')).toMatchObject({ effectiveFen: 200n })
  })

  it('are refused where the day has none, where two begin on one day, and where a clause is not there', () => {
    const early = { parameters: { cap: dated(['2022-07-01', 200]) } }
    expect(() => compile(packOf(steps, early))).toThrow(/2022-01-01/)
    const twice = { parameters: { cap: dated(['2022-01-01', 100], ['2022-01-01', 200]) } }
    expect(() => compile(packOf(steps, twice))).toThrow(/two values begin/)
  })

  it('are kept with the decision by name and day, not copied', () => {
    const program = compile(packOf(steps, over), { on: civilDate('2022-08-01') })
    expect(program.parameters).toMatchObject([{ name: 'cap', origin: '331102', from: '2022-07-01' }])
    expect(program.parameters[0]).not.toHaveProperty('value')
  })

  it('may be a list or a table', () => {
    const parameters = {
      scarce: { label: words('目录'), lists: [{ from: '2022-01-01', value: ['焊工'], cite: 'c1' }] },
      prices: {
        label: words('价目'),
        axes: ['certificate.level'],
        tables: [{ from: '2022-01-01', rows: [{ at: ['L5_JUNIOR'], fen: 7 }], cite: 'c1' }],
      },
    }
    const priced = [
      step('price', { table: { parameter: 'prices' } }),
      step('more', { when: { fact: 'certificate.occupation', oneOf: { parameter: 'scarce' } }, fixed: 1 }),
    ]
    const program = programOf(priced, { parameters })
    const answer = (occupation: string) =>
      program.decide(facts({ 'certificate.level': 'L5_JUNIOR', 'certificate.occupation': occupation }))
    expect(answer('焊工')).toMatchObject({ effectiveFen: 8n })
    expect(answer('电工')).toMatchObject({ effectiveFen: 7n })
  })
})

describe('what always holds of steps', () => {
  const fen = fc.nat({ max: 1_000_000 })
  const ratio = fc.record({ numerator: fc.nat({ max: 300 }), denominator: fc.integer({ min: 1, max: 100 }) })
  const round = fc.constantFrom('half-up-to-yuan', 'half-up-to-fen', 'down-to-yuan', 'down-to-fen')
  const when = fc.option(fc.constantFrom<unknown>({ fact: 'studio.isNew', is: true }), { nil: undefined })
  const value = fc.oneof(
    fen.map((each) => ({ fixed: each })),
    fc.constant({ fixed: { fact: 'grant.received' } }),
    fen.map((each) => ({ rate: { fen: each, per: { fact: 'training.hours' } } })),
    fc.record({ ratio, round }).map((each) => ({ share: { of: { fact: 'training.cost' }, ...each } })),
    fc.record({ ratio, round }).map((each) => ({ uplift: each })),
    fc.record({ ratio, round }).map((each) => ({ times: each })),
    fen.map((each) => ({ atLeast: each })),
    fen.map((each) => ({ atMost: each })),
    round.map((each) => ({ round: each })),
  )
  const off = fc.oneof(
    fen.map((each) => ({ subtract: each })),
    fc.constant({ subtract: { fact: 'received.training' } }),
  )
  const steps = fc
    .tuple(
      fc.array(fc.tuple(value, when), { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(off, when), { maxLength: 2 }),
    )
    .map(([values, subtracts]) =>
      [...values, ...subtracts].map(([kind, condition], index) =>
        step(`s${index}`, { ...kind, ...(condition ? { when: condition } : {}) }),
      ),
    )
  const known = {
    'training.hours': fc.nat({ max: 400 }),
    'training.cost': fen,
    'grant.received': fen,
    'received.training': fen,
    'studio.isNew': fc.boolean(),
  }
  const some = fc.record(known, { requiredKeys: [] })
  const all = fc.record(known)

  it('the sum of the trace is the amount, which is the value less what is taken off and is never below nothing', () => {
    fc.assert(
      fc.property(steps, some, (list, values) => {
        const answer = programOf(list).decide(facts(values))
        const sum = answer.trace.amount.reduce((total, each) => total + each.fen, 0n)
        expect(answer.trace.totalFen).toBe(sum)
        expect(readAnswer(JSON.parse(JSON.stringify(writeAnswer(answer))))).toEqual(answer)
        if (answer.kind !== 'eligible') {
          expect(sum).toBe(0n)
          return
        }
        expect(answer.effectiveFen).toBe(sum)
        expect(answer.valueFen - answer.subtractedFen).toBe(sum)
        expect(sum).toBeGreaterThanOrEqual(0n)
        const taken = answer.trace.amount.filter((each) => !each.skipped)
        for (const each of taken) for (const read of each.read) expect(read.state).toBe('known')
      }),
    )
  })

  it('what is settled stays settled, and the facts asked for settle it', () => {
    fc.assert(
      fc.property(steps, some, all, (list, values, rest) => {
        const program = programOf(list)
        const before = program.decide(facts(values))
        const after = program.decide(facts({ ...rest, ...values }))
        expect(after.kind).not.toBe('unknown')
        if (before.kind === 'eligible') expect(after).toEqual(before)
        if (before.kind !== 'unknown') return
        const asked = Object.fromEntries(before.needs.map(({ fact }) => [fact, rest[fact as keyof typeof rest]]))
        expect(before.needs.length).toBeGreaterThan(0)
        expect(program.decide(facts({ ...asked, ...values })).kind).not.toBe('unknown')
      }),
    )
  })
})
