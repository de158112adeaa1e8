import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, type Program } from '../deciding/compile.ts'
import { type FactScalar, type Facts, type FactValue, known, notApplicable, unknown } from '../facts/facts.ts'
import { civilDate, type SkillLevel } from '../../values/public.ts'
import { STACKING_RULES } from '../packs/stacking.ts'
import type { BesideScheme } from '../stacking/beside.ts'
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

const test = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map((least) => ({ fact: 'training.hours', atLeast: least })),
  fc.integer({ min: 0, max: 400 }).map((most) => ({ fact: 'training.cost', atMost: most })),
  fc.constant({ fact: 'training.cost', atLeast: { fact: 'received.training' } }),
  fc.constant({ fact: 'class.level', oneOf: ['L5_JUNIOR', 'L3_SENIOR'] }),
  fc.constant({ fact: 'studio.isNew', is: true }),
  fc.constant({ fact: 'studio.isNew', at: 'certificate', is: true }),
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
  .tuple(part, fc.constantFrom('met', 'failed'), fc.constantFrom('k0', 'k0', 'l0', 'stacking'))
  .map(([when, then, to]) => ({ to, then, when }))

const limit = fc
  .record({
    over: fc.constant(['TEST']),
    rule: fc.constantFrom<object>(
      { count: 2, window: 'calendarYear' },
      { sum: 500, window: 'calendarYear', beyond: 'trim' },
      { sum: 60_000, window: 'lifetime', beyond: 'refuse' },
      { once: ['occupation', 'level'] },
      { noLowerLevel: true, onUnknown: 'note' },
    ),
  })
  .map(({ over, rule }): object => ({ over, ...rule }))

const stacking = fc.record({
  rule: fc.constantFrom(...STACKING_RULES),
  same: fc.constantFrom(['certificate'], ['occupation', 'level'], undefined),
  onUnknown: fc.constantFrom('hold', 'note'),
})

const pack = fc.record({
  stacking: fc.option(stacking),
  instalments: fc.option(fc.constantFrom(['k0'], ['k0', 'l0']), { freq: 2 }),
  limits: fc.array(limit, { maxLength: 2 }),
  scope: fc.array(part, { maxLength: 2 }),
  conditions: fc.array(part, { minLength: 1, maxLength: 4 }),
  exceptions: fc.array(exception, { maxLength: 2 }),
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
  subtract: fc.boolean(),
})

const receipt = fc.record({
  family: fc.constantFrom('TEST', 'TEST', 'OTHER', null),
  on: fc.constantFrom('2022-02-01', '2021-05-05').map((day) => ({ from: civilDate(day), to: civilDate(day) })),
  occupation: fc.constantFrom('电工', '焊工'),
  level: fc.constantFrom<SkillLevel>('L5_JUNIOR', 'L3_SENIOR'),
  fen: fc.integer({ min: 1, max: 400 }),
  where: fc.constantFrom('here' as const, 'elsewhere' as const),
})
const covers = fc.option(fc.constant([{ from: null, to: '2022-06-30' }]), { nil: undefined })
const past = fc.record({ receipts: fc.array(receipt, { maxLength: 3 }), covers })

const rival = fc
  .oneof(
    fc.record({ scheme: fc.constantFrom('a', 'z'), fen: fc.integer({ min: 1, max: 900 }) }),
    fc.constant({ scheme: 'b', unknown: words('?') }),
  )
  .map((each): BesideScheme => ({ title: words('rival'), ...each }))

const scalar: Record<string, fc.Arbitrary<FactScalar>> = {
  'training.hours': fc.integer({ min: -1, max: 400 }),
  'training.cost': fc.integer({ min: 0, max: 400 }),
  'received.training': fc.integer({ min: 0, max: 400 }),
  'class.level': fc.constantFrom('L5_JUNIOR', 'L4_INTERMEDIATE', 'L3_SENIOR'),
  'studio.isNew': fc.boolean(),
  'training.attendedRatio': fc.integer({ min: 0, max: 20 }).map((numerator) => ({ numerator, denominator: 20 })),
  'claim.on': fc.constantFrom('2022-03-10', '2023-03-10', '2023-03-11'),
  'certificate.issuedOn': fc.constantFrom('2022-03-10', '2022-03-11'),
  'certificate.number': fc.constant('Z1'),
  'claim.occupation': fc.constantFrom('电工', '焊工'),
  'claim.level': fc.constantFrom('L5_JUNIOR', 'L4_INTERMEDIATE'),
  'history.receipts': past,
  'studio.isNew@certificate': fc.boolean(),
  'studio.isNew@due': fc.boolean(),
  'instalment.number': fc.integer({ min: 1, max: 4 }),
  'stacking.beside': fc.array(rival, { maxLength: 2 }).map((beside) => ({ beside })),
}
const value = (of: fc.Arbitrary<FactScalar>) =>
  fc.oneof(
    { weight: 8, arbitrary: of.map((each): FactValue => known(each, FROM)) },
    { weight: 1, arbitrary: fc.constant<FactValue>(unknown(words('?'), FROM)) },
    { weight: 1, arbitrary: fc.constant<FactValue>(notApplicable(FROM)) },
  )
const facts = fc.record(Object.fromEntries(Object.entries(scalar).map(([key, of]) => [key, value(of)])), {
  requiredKeys: [],
}) as fc.Arbitrary<Facts>

type Given = typeof pack extends fc.Arbitrary<infer Pack> ? Pack : never

function programOf({ scope = [], conditions = [], exceptions = [], limits = [], ...more }: Partial<Given>) {
  const { steps = [{ fixed: 1 }], subtract = false, stacking: stands, instalments: keep } = more
  const received = subtract ? [{ subtract: { fact: 'received.training' } }] : []
  const isThere: Record<string, boolean> = { k0: true, l0: limits.length > 0, stacking: Boolean(stands) }
  const meant = exceptions.filter(({ to }) => isThere[to])
  const parts = { label: words('part'), cite: 'c1' }
  const kept = keep?.filter((id) => isThere[id])
  return compile(
    givenPack({
      scope: scope.map(named('s')),
      conditions: conditions.map(named('k')),
      ...(limits.length > 0 ? { limits: limits.map(named('l')) } : {}),
      ...(stands ? { family: 'TEST', stacking: { ...parts, family: 'TEST', ...stands } } : {}),
      ...(kept
        ? { instalments: { ...parts, count: 3, every: 'P1Y', first: { fact: 'certificate.issuedOn' }, keep: kept } }
        : {}),
      exceptions: meant.map((each, index) => ({ ...named('e')(each, index), id: `e${index}` })),
      amount: { label: words('amount'), cite: 'c1', steps: [...steps, ...received].map(named('t')) },
      cases: [{ name: 'any', given: {}, expect: { notApplicable: true } }],
    }),
  )
}

describe('many subjects at once', () => {
  it('each gets the answer, the amount and the reasons that it would get alone', () => {
    fc.assert(
      fc.property(pack, fc.array(facts, { minLength: 1, maxLength: 40 }), (given, subjects) => {
        const program = programOf(given)
        expect(together(program, subjects)).toEqual(subjects.map((each) => alone(program, each)))
      }),
      { numRuns: 90 },
    )
  }, 90_000)

  it('also where the values of its facts are too many to be laid out', () => {
    const either = {
      any: [
        { fact: 'training.hours', atLeast: 200 },
        { fact: 'training.cost', atLeast: { fact: 'received.training' } },
      ],
    }
    const program = programOf({
      conditions: [either, { not: { all: [either, { fact: 'studio.isNew', is: true }] } }],
      exceptions: [{ to: 'k0', then: 'failed', when: { all: [either, { fact: 'training.hours', atMost: 300 }] } }],
      steps: [amounts[0]!, { ...amounts[1]!, when: either }],
      subtract: true,
    })
    const subjects = fc.sample(facts, { numRuns: 2000, seed: 7 })
    expect(together(program, subjects)).toEqual(subjects.map((each) => alone(program, each)))
  })

  it('and has taken off what was had for the same, or goes first', () => {
    const needed = [
      'training.cost',
      'claim.on',
      'certificate.issuedOn',
      'instalment.number',
      'history.receipts',
      'stacking.beside',
    ]
    const known = fc.record(
      Object.fromEntries(
        needed.map((key) => [key, scalar[key]!.map((each) => ({ state: 'known', value: each, ...FROM }))]),
      ),
    )
    for (const rule of ['higherOf', 'difference'] as const) {
      const program = programOf({
        conditions: [{ fact: 'training.cost', atLeast: 0 }],
        steps: [{ fixed: { fact: 'training.cost' } }],
        stacking: { rule, same: undefined, onUnknown: 'note' },
        instalments: ['k0'],
      })
      const subjects = fc.sample(known, { numRuns: 500, seed: 7 }) as Facts[]
      const answers = subjects.map((each) => program.decide(each))
      expect(answers.some((each) => each.kind === 'eligible' && each.subtractedFen > 0n)).toBe(true)
      expect(together(program, subjects)).toEqual(subjects.map((each) => alone(program, each)))
    }
  })

  it('keeps more values of one fact than fit into two bytes', () => {
    const program = programOf({ conditions: [{ fact: 'training.cost', atLeast: 70_000 }] })
    const builder = startColumns(program.slots)
    for (let cost = 0; cost < 70_010; cost += 1) builder.add({ 'training.cost': known(cost, FROM) })
    const { kinds } = program.simulate(builder.columns())
    expect(kinds.reduce((count, kind) => count + (KINDS[kind] === 'eligible' ? 1 : 0), 0)).toBe(10)
    expect(Array.from(kinds.slice(69_999, 70_001), (kind) => KINDS[kind])).toEqual(['ineligible', 'eligible'])
  })

  it('has a bit for each of more reasons than a number has bits', () => {
    const conditions = Array.from({ length: 40 }, (_, index) => ({ fact: 'training.hours', atLeast: index * 10 }))
    const subjects = [0, 5, 200, 310, 390, 400].map((hours) => ({ 'training.hours': known(hours, FROM) }))
    const program = programOf({ conditions })
    expect(together(program, subjects)).toEqual(subjects.map((each) => alone(program, each)))
  })

  it('refuses a value of the wrong type, as deciding does', () => {
    const { slots } = programOf({ conditions: [{ fact: 'training.hours', atLeast: 1 }] })
    expect(() => startColumns(slots).add({ 'training.hours': known('many', FROM) })).toThrow(/training\.hours/)
  })
})
