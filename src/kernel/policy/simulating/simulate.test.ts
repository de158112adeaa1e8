import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, type Program } from '../deciding/compile.ts'
import { type Facts, type FactValue, known, notApplicable, unknown } from '../facts/facts.ts'
import { givenPack } from '../testing.ts'
import { startColumns } from './columns.ts'
import { KINDS } from './simulate.ts'

const words = (text: string) => ({ zh: text, en: text })
const FROM = { source: 'test', asOf: '' }
const named = (prefix: string) => (part: object, index: number) => ({
  id: `${prefix}${index}`,
  label: words(`${prefix}${index}`),
  cite: 'c1',
  ...part,
})

/** Everything a single decision says of one subject that a simulation says too. */
function alone(program: Program, facts: Facts): string {
  const answer = program.decide(facts)
  const ids = (verdict: string) =>
    answer.trace.conditions.filter((each) => each.verdict === verdict).map(({ id }) => id)
  const fen = answer.kind === 'eligible' ? answer.effectiveFen : 0n
  return JSON.stringify([answer.kind, String(fen), ids('false'), ids('unknown')])
}

function together(program: Program, subjects: readonly Facts[]): string[] {
  const builder = startColumns(program.slots, 2)
  for (const facts of subjects) builder.add(facts)
  const { kinds, fen, reasons, failed, open } = program.simulate(builder.columns())
  const idsIn = (bits: readonly Int32Array[], at: number) =>
    reasons.filter((id, index) => id !== 'amount' && (bits[Math.floor(index / 31)]![at]! >> (index % 31)) & 1)
  return subjects.map((_, at) =>
    JSON.stringify([KINDS[kinds[at]!], String(fen[at]), idsIn(failed, at), idsIn(open, at)]),
  )
}

function agree(program: Program, subjects: readonly Facts[]): void {
  expect(together(program, subjects)).toEqual(subjects.map((facts) => alone(program, facts)))
}

const test = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map((least) => ({ fact: 'training.hours', atLeast: least })),
  fc.integer({ min: 0, max: 400 }).map((most) => ({ fact: 'training.cost', atMost: most })),
  fc.constant({ fact: 'training.cost', atLeast: { fact: 'received.training' } }),
  fc.constant({ fact: 'class.level', oneOf: ['L5_JUNIOR', 'L3_SENIOR'] }),
  fc.constant({ fact: 'studio.isNew', is: true }),
  fc.constant({ fact: 'training.attendedRatio', atLeast: { numerator: 4, denominator: 5 } }),
  fc.constant({ fact: 'claim.on', within: { of: { fact: 'certificate.issuedOn' }, months: 12 } }),
  fc.constant({ fact: 'certificate.number', known: true }),
)
type Part = object
const part: fc.Arbitrary<Part> = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    test,
    fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('part').map((not) => ({ not })),
  ),
})).part

const share = { numerator: 2, denominator: 3 }
const amounts: readonly object[] = [
  { rate: { fen: 2500, per: { fact: 'training.hours' } } },
  { share: { of: { fact: 'training.cost' }, ratio: share, round: 'half-up-to-fen' } },
  { uplift: { ratio: share, round: 'down-to-yuan' } },
  { times: { ratio: share, round: 'half-up-to-yuan' } },
  { atLeast: 300 },
  { atMost: { fact: 'training.cost' } },
  { round: 'half-up-to-yuan' },
  { fixed: 12_345 },
  { table: { axes: ['class.level', 'studio.isNew'], rows: [{ at: ['L5_JUNIOR', true], fen: 700 }] } },
]
const step = fc
  .tuple(fc.constantFrom(...amounts), fc.option(part, { nil: undefined, freq: 2 }))
  .map(([amount, when]): object => ({ ...amount, ...(when ? { when } : {}) }))
const exception = fc
  .tuple(part, fc.constantFrom('met', 'failed'))
  .map(([when, then]) => ({ id: '', to: 'k0', then, when }))

const pack = fc.record({
  scope: fc.array(part, { maxLength: 2 }),
  conditions: fc.array(part, { minLength: 1, maxLength: 4 }),
  exceptions: fc.array(exception, { maxLength: 2 }),
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
  subtract: fc.boolean(),
})

const scalar = {
  'training.hours': fc.integer({ min: -1, max: 400 }),
  'training.cost': fc.integer({ min: 0, max: 400 }),
  'received.training': fc.integer({ min: 0, max: 400 }),
  'class.level': fc.constantFrom('L5_JUNIOR', 'L4_INTERMEDIATE', 'L3_SENIOR'),
  'studio.isNew': fc.boolean(),
  'training.attendedRatio': fc.integer({ min: 0, max: 20 }).map((numerator) => ({ numerator, denominator: 20 })),
  'claim.on': fc.constantFrom('2022-03-10', '2023-03-10', '2023-03-11'),
  'certificate.issuedOn': fc.constantFrom('2022-03-10', '2022-03-11'),
  'certificate.number': fc.constant('Z1'),
}
const value = (of: fc.Arbitrary<string | number | boolean | { numerator: number; denominator: number }>) =>
  fc.oneof(
    { weight: 8, arbitrary: of.map((each): FactValue => known(each, FROM)) },
    { weight: 1, arbitrary: fc.constant<FactValue>(unknown(words('?'), FROM)) },
    { weight: 1, arbitrary: fc.constant<FactValue>(notApplicable(FROM)) },
  )
const facts = fc.record(
  Object.fromEntries(Object.entries(scalar).map(([key, of]) => [key, value(of as Parameters<typeof value>[0])])),
  { requiredKeys: [] },
) as fc.Arbitrary<Facts>

function programOf({
  scope,
  conditions,
  exceptions,
  steps,
  subtract,
}: typeof pack extends fc.Arbitrary<infer P> ? P : never) {
  const received = subtract ? [{ subtract: { fact: 'received.training' } }] : []
  return compile(
    givenPack({
      scope: scope.map(named('s')),
      conditions: conditions.map(named('k')),
      exceptions: exceptions.map((each, index) => ({ ...named('e')({}, index), ...each, id: `e${index}` })),
      amount: { label: words('amount'), cite: 'c1', steps: [...steps, ...received].map(named('t')) },
      cases: [{ name: 'any', given: {}, expect: { notApplicable: true } }],
    }),
  )
}

describe('many subjects at once', () => {
  it('each gets the answer, the amount and the reasons that it would get alone', () => {
    fc.assert(
      fc.property(pack, fc.array(facts, { minLength: 1, maxLength: 40 }), (given, subjects) => {
        agree(programOf(given), subjects)
      }),
      { numRuns: 120 },
    )
  })

  it('also where the values of its facts are too many to be laid out', () => {
    const either = {
      any: [
        { fact: 'training.hours', atLeast: 200 },
        { fact: 'training.cost', atLeast: { fact: 'received.training' } },
      ],
    }
    const program = programOf({
      scope: [],
      conditions: [either, { not: { all: [either, { fact: 'studio.isNew', is: true }] } }],
      exceptions: [
        { id: '', to: 'k0', then: 'failed', when: { all: [either, { fact: 'training.hours', atMost: 300 }] } },
      ],
      steps: [amounts[0]!, { ...amounts[1]!, when: either }],
      subtract: true,
    } as Parameters<typeof programOf>[0])
    const many = fc.sample(facts, { numRuns: 5000, seed: 7 })
    agree(program, many)
  })

  it('keeps more values of one fact than fit into two bytes', () => {
    const program = programOf({
      scope: [],
      conditions: [{ fact: 'training.cost', atLeast: 70_000 }],
      exceptions: [],
      steps: [{ fixed: 1 }],
      subtract: false,
    })
    const subjects = Array.from({ length: 70_010 }, (_, at) => ({ 'training.cost': known(at, FROM) }))
    const builder = startColumns(program.slots)
    for (const each of subjects) builder.add(each)
    const { kinds } = program.simulate(builder.columns())
    expect(kinds.reduce((count, kind) => count + (KINDS[kind] === 'eligible' ? 1 : 0), 0)).toBe(10)
    expect([...kinds.slice(69_999, 70_001)].map((kind) => KINDS[kind])).toEqual(['ineligible', 'eligible'])
  })

  it('has a bit for each of more reasons than a number has bits', () => {
    const conditions = Array.from({ length: 40 }, (_, index) => ({ fact: 'training.hours', atLeast: index * 10 }))
    const program = programOf({ scope: [], conditions, exceptions: [], steps: [{ fixed: 1 }], subtract: false })
    agree(
      program,
      [0, 5, 200, 310, 390, 400].map((hours) => ({ 'training.hours': known(hours, FROM) })),
    )
  })

  it('refuses a value of the wrong type, as deciding does', () => {
    const program = programOf({
      scope: [],
      conditions: [{ fact: 'training.hours', atLeast: 1 }],
      exceptions: [],
      steps: [{ fixed: 1 }],
      subtract: false,
    })
    expect(() => startColumns(program.slots).add({ 'training.hours': known('many', FROM) })).toThrow(/training\.hours/)
  })
})
