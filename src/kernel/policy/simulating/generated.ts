import fc from 'fast-check'
import { compile, type Program } from '../deciding/compile.ts'
import { type FactScalar, type Facts, type FactValue, known, notApplicable, unknown } from '../facts/facts.ts'
import { civilDate, ROUNDINGS, type SkillLevel } from '../../values/public.ts'
import { STACKING_RULES } from '../packs/stacking.ts'
import type { BesideScheme } from '../stacking/beside.ts'
import { givenPack } from '../testing.ts'

/* Packs that nobody wrote, of everything that a pack can say, and facts for them. */
const words = (text: string) => ({ zh: text, en: text })
const FROM = { source: 'test', asOf: '' }
const named = (prefix: string) => (part: object, index: number) => ({
  id: `${prefix}${index}`,
  label: words(`${prefix}${index}`),
  cite: 'c1',
  ...part,
})

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
  fc.constant({ fact: 'claim.on', within: { of: { fact: 'certificate.issuedOn' }, workingDays: 10 } }),
  // An age by a table that has no row for everybody.
  fc.constant({
    fact: 'claim.on',
    within: { of: { fact: 'certificate.issuedOn' }, months: { parameter: 'months' }, lastDay: 'excluded' },
  }),
  fc.constant({ fact: 'training.hours', atLeast: { parameter: 'least' } }),
  fc.constant({ fact: 'own.count', between: [1, 3] }),
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
export const generatedAmounts: readonly object[] = [
  { rate: { fen: 2500, per: { fact: 'training.hours' } } },
  { share: { of: { fact: 'training.cost' }, ratio: share, round: 'half-up-to-fen' } },
  { uplift: { ratio: share, round: 'down-to-yuan' } },
  { times: { ratio: share, round: 'half-up-to-yuan' } },
  { rate: { fen: 100, per: { fact: 'training.hours' }, above: 40, upTo: 120 } },
  {
    rate: {
      fen: { table: { axes: ['class.level'], rows: [{ at: ['L5_JUNIOR'], fen: 7 }] } },
      per: { fact: 'own.count' },
    },
  },
  {
    atMost: { share: { of: { rate: { fen: 333, per: { fact: 'own.count' } } }, ratio: share, round: 'up-to-ten-fen' } },
  },
  ...ROUNDINGS.map((round) => ({ uplift: { ratio: share, round } })),
  { atLeast: 300 },
  { atMost: { fact: 'training.cost' } },
  { round: 'half-up-to-yuan' },
  { fixed: 12_345 },
  { table: { axes: ['class.level', 'studio.isNew'], rows: [{ at: ['L5_JUNIOR', true], fen: 700 }] } },
]
const step = fc
  .tuple(fc.constantFrom(...generatedAmounts), fc.option(part, { nil: undefined, freq: 2 }))
  .map(([amount, when]): object => ({ ...amount, ...(when ? { when } : {}) }))
const exception = fc
  .tuple(
    part,
    fc.oneof(
      fc.tuple(fc.constantFrom('met', 'failed'), fc.constantFrom('k0', 'k0', 'l0', 'stacking')),
      fc.constant(['skipped', 't0'] as const),
      // An exception to the first exception.
      fc.constant(['lifted', 'e0'] as const),
    ),
  )
  .map(([when, [then, to]]) => ({ to, then, when }))

const limit = fc
  .record({
    over: fc.constant(['TEST']),
    rule: fc.constantFrom<object>(
      { count: 2, window: 'calendarYear' },
      { sum: 500, window: 'calendarYear', beyond: 'trim' },
      { sum: 60_000, window: 'lifetime', beyond: 'refuse' },
      { once: ['occupation', 'level'] },
      { noLowerLevel: true, onUnknown: 'note' },
      { count: 1, window: { months: 12 } },
      { count: 1, window: { from: '2022-01-01', to: '2022-12-31' }, beyond: 'tell' },
      { once: ['certificate'] },
      { per: 'provider', count: 2, window: 'calendarYear' },
      { per: 'studio', sum: 500, window: 'calendarYear', beyond: 'trim' },
    ),
  })
  .map(({ over, rule }): object => ({ over, ...rule }))

const stacking = fc.record({
  rule: fc.constantFrom(...STACKING_RULES),
  same: fc.constantFrom(['certificate'], ['occupation', 'level'], undefined),
  onUnknown: fc.constantFrom('hold', 'note'),
})

export const generatedPack = fc.record({
  stacking: fc.option(stacking),
  instalments: fc.option(fc.constantFrom(['k0'], ['k0', 'l0']), { freq: 2 }),
  limits: fc.array(limit, { maxLength: 2 }),
  scope: fc.array(part, { maxLength: 2 }),
  conditions: fc.array(part, { minLength: 1, maxLength: 4 }),
  exceptions: fc.array(exception, { maxLength: 3 }),
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

export const generatedScalars: Record<string, fc.Arbitrary<FactScalar>> = {
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
  'history.ofProvider': past,
  'history.ofStudio': past,
  'own.count': fc.integer({ min: 0, max: 5 }),
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
export const generatedFacts = fc.record(
  Object.fromEntries(Object.entries(generatedScalars).map(([key, of]) => [key, value(of)])),
  {
    requiredKeys: [],
  },
) as fc.Arbitrary<Facts>

type Given = typeof generatedPack extends fc.Arbitrary<infer Pack> ? Pack : never

/** The document of a generated pack; what is left out is not in it. */
export function documentOf({ scope = [], conditions = [], exceptions = [], limits = [], ...more }: Partial<Given>) {
  const { steps = [{ fixed: 1 }], subtract = false, stacking: stands, instalments: keep } = more
  const received = subtract ? [{ subtract: { fact: 'received.training' } }] : []
  const isThere: Record<string, boolean> = {
    k0: conditions.length > 0,
    l0: limits.length > 0,
    stacking: Boolean(stands),
    t0: true,
  }
  const first = exceptions.find(({ to }) => isThere[to])
  const meant = exceptions.filter((each) => isThere[each.to] || (first && each.to === 'e0' && each !== first))
  const ordered = first ? [first, ...meant.filter((each) => each !== first)] : []
  const parts = { label: words('part'), cite: 'c1' }
  const kept = keep?.filter((id) => isThere[id])
  const dated = { from: '2022-01-01', cite: 'c1' }
  return givenPack({
    facts: { 'own.count': { type: 'integer', label: words('own'), comesFrom: words('own'), personal: false } },
    parameters: {
      months: {
        label: words('months'),
        axes: ['class.level', { fact: 'certificate.issuedOn', bands: ['2022-01-01', '2022-03-11'] }],
        lookups: [
          {
            ...dated,
            rows: [
              { at: ['L5_JUNIOR', '2022-01-01'], value: 12 },
              { at: ['L5_JUNIOR', '2022-03-11'], value: 13 },
              { at: ['L3_SENIOR', '2022-03-11'], value: 6 },
            ],
          },
        ],
      },
      least: {
        label: words('least'),
        axes: ['studio.isNew'],
        lookups: [{ ...dated, rows: [{ at: [true], value: 100 }] }],
      },
    },
    scope: scope.map(named('s')),
    conditions: conditions.map(named('k')),
    ...(limits.length > 0 ? { limits: limits.map(named('l')) } : {}),
    ...(stands ? { family: 'TEST', stacking: { ...parts, family: 'TEST', ...stands } } : {}),
    ...(kept
      ? { instalments: { ...parts, count: 3, every: 'P1Y', first: { fact: 'certificate.issuedOn' }, keep: kept } }
      : {}),
    exceptions: ordered.map((each, index) => ({ ...named('e')(each, index), id: `e${index}` })),
    amount: { label: words('amount'), cite: 'c1', steps: [...steps, ...received].map(named('t')) },
    cases: [{ name: 'any', given: {}, expect: { notApplicable: true } }],
  })
}

export const programOf = (given: Partial<Given>): Program => compile(documentOf(given))
