import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, type SkillLevel } from '../../values/public.ts'
import type { HadBefore, History } from './history.ts'
import { findUnder, type Limit, type Taking } from './limits.ts'

const CARER = '2022/养老护理员'
const COOK = '2022/中式烹调师'

const had = (on: string, over: Partial<HadBefore> = {}): HadBefore => ({
  family: 'TRAINING',
  on: { from: civilDate(on), to: civilDate(on) },
  occupation: CARER,
  level: 'L5_JUNIOR',
  fen: 100_000,
  where: 'here',
  ...over,
})
const limit = (over: Partial<Limit>): Limit => ({
  id: 'limit',
  label: { zh: '次数', en: 'how often' },
  cite: 'c1',
  over: ['TRAINING', 'UI_UPGRADE'],
  window: { kind: 'calendarYear' },
  rule: { kind: 'count', most: 3 },
  beyond: 'refuse',
  onUnknown: 'hold',
  ...over,
})
const taking = (on: string, over: Partial<Taking> = {}): Taking => ({
  on: civilDate(on),
  occupation: COOK,
  level: 'L5_JUNIOR',
  certificate: null,
  ...over,
})
const verdict = (of: Limit, receipts: readonly HadBefore[], now: Taking, rest: Omit<History, 'receipts'> = {}) =>
  findUnder(of, { receipts, ...rest }, now).verdict

describe('three a year', () => {
  const THREE = ['2024-02-01', '2024-05-01', '2024-09-01'].map((on) => had(on))

  it('refuses a fourth in December, and not in January (vectors 3 and 4)', () => {
    expect(verdict(limit({}), THREE, taking('2024-12-20'))).toBe('used')
    expect(verdict(limit({}), THREE, taking('2025-01-02'))).toBe('free')
    expect(verdict(limit({}), THREE.slice(1), taking('2024-12-20'))).toBe('free')
  })

  it('counts both families together, another one not', () => {
    const mixed = [had('2024-02-01'), had('2024-05-01', { family: 'UI_UPGRADE' })]
    expect(verdict(limit({}), [...mixed, had('2024-06-01', { family: 'EVALUATION' })], taking('2024-12-20'))).toBe(
      'free',
    )
    expect(verdict(limit({}), [...mixed, had('2024-06-01', { family: 'UI_UPGRADE' })], taking('2024-12-20'))).toBe(
      'used',
    )
  })

  it('is not sure of a receipt whose day or family nobody knows', () => {
    const roughly = had('2023-12-01', { on: { from: civilDate('2023-07-01'), to: civilDate('2024-06-30') } })
    expect(verdict(limit({}), [...THREE.slice(1), roughly], taking('2024-12-20'))).toBe('unclear')
    expect(verdict(limit({}), [...THREE.slice(1), had('2024-03-01', { family: null })], taking('2024-12-20'))).toBe(
      'unclear',
    )
  })
})

describe('what is not known', () => {
  const HALF = { covers: [{ families: ['TRAINING'], from: null, to: '2030-12-31' }] }

  it('is never none: a family nobody asked about leaves it open', () => {
    expect(verdict(limit({}), [], taking('2024-12-20'), HALF)).toBe('not-known')
    expect(verdict(limit({ over: ['TRAINING'] }), [], taking('2024-12-20'), HALF)).toBe('free')
  })

  it('does not matter where the limit is used up already', () => {
    const three = ['2024-02-01', '2024-05-01', '2024-09-01'].map((on) => had(on))
    expect(verdict(limit({}), three, taking('2024-12-20'), { covers: [] })).toBe('used')
  })

  it('names the days of the window that nobody tells of, and no later ones', () => {
    const covers = [{ from: null, to: '2024-03-31' }]
    expect(findUnder(limit({}), { receipts: [], covers }, taking('2024-06-30')).gaps).toEqual([
      { from: '2024-04-01', to: '2024-06-30' },
    ])
  })

  it('of a lifetime begins where the county begins to ask', () => {
    const ever = limit({ window: { kind: 'lifetime' } })
    const covers = [{ from: '2019-01-01', to: '2024-12-31' }]
    expect(verdict(ever, [], taking('2024-06-30'), { covers, since: '2019-01-01' })).toBe('free')
    expect(verdict(ever, [], taking('2024-06-30'), { covers, since: '2018-01-01' })).toBe('not-known')
  })
})

describe('so many months', () => {
  const year = limit({ window: { kind: 'months', months: 12 }, rule: { kind: 'count', most: 1 } })

  it('end on the day itself, and begin the day after so many months before', () => {
    expect(verdict(year, [had('2023-06-30')], taking('2024-06-29'))).toBe('used')
    expect(verdict(year, [had('2023-06-30')], taking('2024-06-30'))).toBe('free')
  })

  it('are looked at from later receipts too: what was taken since must stay within the limit', () => {
    expect(verdict(year, [had('2024-09-01')], taking('2024-06-30'))).toBe('used')
    expect(verdict(year, [had('2025-06-30')], taking('2024-06-30'))).toBe('free')
  })

  it('of whatever receipts, taken in whatever order, never hold more than the limit', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(civilDate('2022-01-01'), days))
    fc.assert(
      fc.property(fc.array(day, { maxLength: 12 }), fc.integer({ min: 1, max: 3 }), (days, most) => {
        const of = limit({ window: { kind: 'months', months: 12 }, rule: { kind: 'count', most } })
        const taken: HadBefore[] = []
        for (const on of days) if (verdict(of, taken, taking(on)) === 'free') taken.push(had(on))
        for (const { on } of taken) {
          const within = taken.filter((each) => each.on.to <= on.to && verdict(year, [each], taking(on.to)) === 'used')
          expect(within.length).toBeLessThanOrEqual(most)
        }
      }),
    )
  })
})

describe('a period of its own', () => {
  const action = limit({
    window: { kind: 'period', from: civilDate('2019-05-01'), to: civilDate('2021-12-31') },
    rule: { kind: 'count', most: 1 },
  })
  it('counts what falls into it, and says nothing of other days', () => {
    expect(verdict(action, [had('2020-01-01')], taking('2021-12-31'))).toBe('used')
    expect(verdict(action, [had('2019-04-30')], taking('2021-12-31'))).toBe('free')
    expect(verdict(action, [had('2020-01-01')], taking('2022-01-01'))).toBe('free')
  })
})

describe('more of one that was had', () => {
  it('counts in a sum and is not one more time', () => {
    const two = [had('2024-01-01'), had('2024-02-01'), had('2024-02-01', { more: true, fen: 50_000 })]
    expect(verdict(limit({}), two, taking('2024-12-20'))).toBe('free')
    const sum = limit({ rule: { kind: 'sum', mostFen: 249_999n } })
    expect(verdict(sum, two, taking('2024-12-20'))).toBe('used')
    expect(verdict(sum, two.slice(0, 2), taking('2024-12-20'))).toBe('free')
  })
})

describe('a sum', () => {
  const sum = (beyond: Limit['beyond']) => limit({ rule: { kind: 'sum', mostFen: 300_000n }, beyond })
  const past = { receipts: [had('2024-02-01', { fen: 200_000 })] }

  it('refuses what is more than is left, or leaves what there is', () => {
    const now = taking('2024-06-01')
    expect(findUnder(sum('refuse'), past, now, 100_000n)).toMatchObject({ verdict: 'free', left: 100_000n })
    expect(findUnder(sum('refuse'), past, now, 100_001n)).toMatchObject({ verdict: 'used', left: 100_000n })
    expect(findUnder(sum('trim'), past, now, 500_000n)).toMatchObject({ verdict: 'free', left: 100_000n })
  })

  it('is used up when nothing is left', () => {
    const all = { receipts: [had('2024-02-01', { fen: 300_000 })] }
    expect(findUnder(sum('trim'), all, taking('2024-06-01'), 1n).verdict).toBe('used')
  })
})

describe('not the same again', () => {
  const once = limit({ window: { kind: 'lifetime' }, rule: { kind: 'once', of: ['occupation', 'level'] } })
  const now = (level: SkillLevel, occupation: string | null = CARER) => taking('2024-06-01', { level, occupation })

  it('refuses an occupation and level that were had, in whatever family of these', () => {
    expect(verdict(once, [had('2020-01-01')], now('L5_JUNIOR'))).toBe('used')
    expect(verdict(once, [had('2020-01-01')], now('L4_INTERMEDIATE'))).toBe('free')
    expect(verdict(once, [had('2020-01-01')], now('L5_JUNIOR', COOK))).toBe('free')
    expect(verdict(once, [had('2020-01-01', { family: 'EVALUATION' })], now('L5_JUNIOR'))).toBe('free')
  })

  it('is not sure of a wording that nobody has mapped, or a level that nobody wrote', () => {
    expect(verdict(once, [had('2020-01-01', { occupation: '老年人照护' })], now('L5_JUNIOR'))).toBe('unclear')
    const { level: _, ...without } = had('2020-01-01')
    expect(verdict(once, [without], now('L5_JUNIOR'))).toBe('unclear')
  })

  it('does not apply where there is no such thing', () => {
    expect(verdict(once, [had('2020-01-01')], now('L5_JUNIOR', null))).toBe('free')
  })

  it('of a certificate looks at its number', () => {
    const one = limit({ window: { kind: 'lifetime' }, rule: { kind: 'once', of: ['certificate'] } })
    const receipts = [had('2020-01-01', { certificate: 'S1' })]
    expect(verdict(one, receipts, taking('2024-06-01', { certificate: 'S1' }))).toBe('used')
    expect(verdict(one, receipts, taking('2024-06-01', { certificate: 'S2' }))).toBe('free')
  })
})

describe('no lower level afterwards', () => {
  const down = limit({ window: { kind: 'lifetime' }, rule: { kind: 'noLower' } })
  it('refuses a lower one after a higher one of the occupation, and neither the same nor a higher one', () => {
    const senior = [had('2020-01-01', { level: 'L3_SENIOR' })]
    const at = (level: SkillLevel, occupation = CARER) =>
      verdict(down, senior, taking('2024-06-01', { level, occupation }))
    expect(at('L4_INTERMEDIATE')).toBe('used')
    expect(at('L3_SENIOR')).toBe('free')
    expect(at('L2_TECHNICIAN')).toBe('free')
    expect(at('L4_INTERMEDIATE', COOK)).toBe('free')
  })
})

it('the order in which receipts are told changes nothing', () => {
  const receipt = fc
    .record({
      days: fc.integer({ min: 0, max: 700 }),
      family: fc.constantFrom('TRAINING', 'UI_UPGRADE', null),
      level: fc.constantFrom<SkillLevel>('L5_JUNIOR', 'L4_INTERMEDIATE', 'L3_SENIOR'),
      fen: fc.integer({ min: 1, max: 200_000 }),
    })
    .map(({ days, ...rest }) => had(addDays(civilDate('2023-01-01'), days), rest))
  const rule = fc.constantFrom<Pick<Limit, 'rule' | 'window'>>(
    { rule: { kind: 'count', most: 2 }, window: { kind: 'calendarYear' } },
    { rule: { kind: 'count', most: 2 }, window: { kind: 'months', months: 6 } },
    { rule: { kind: 'sum', mostFen: 250_000n }, window: { kind: 'lifetime' } },
    { rule: { kind: 'once', of: ['occupation', 'level'] }, window: { kind: 'lifetime' } },
    { rule: { kind: 'noLower' }, window: { kind: 'lifetime' } },
  )
  const shuffled = fc
    .array(receipt, { maxLength: 8 })
    .chain((receipts) => fc.tuple(fc.constant(receipts), fc.shuffledSubarray(receipts, { minLength: receipts.length })))
  fc.assert(
    fc.property(shuffled, rule, ([receipts, other], over) => {
      const [one, two] = [receipts, other].map((each) =>
        findUnder(
          limit(over),
          { receipts: each },
          taking('2024-06-01', { occupation: CARER, level: 'L4_INTERMEDIATE' }),
          90_000n,
        ),
      )
      expect([two!.verdict, two!.left]).toEqual([one!.verdict, one!.left])
    }),
  )
})
