import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, daysBetween, SKILL_LEVELS, rankOf } from '../../values/public.ts'
import type { Cover } from './covers.ts'
import { coverageOf, gapsOf } from '../../policy/public.ts'
import { readPaidOn } from './paid-on.ts'
import { type OccupationKnown, sameOccupation } from '../../policy/public.ts'
import { distinctReceipts, type Receipt } from './receipts.ts'
import { lastDayToClaim, type Limit, quotaFinding, repeatFinding, windowOf } from './findings.ts'

const day = civilDate
const TODAY = day('2024-12-10')
const SINCE = day('2019-01-01')
const DAYS = { today: TODAY, since: SINCE }
const CARER: OccupationKnown = { id: '2022/养老护理员', name: '养老护理员', trade: '' }

let made = 0
function receipt(over: Partial<Receipt> & { on?: string } = {}): Receipt {
  made += 1
  const on = day(over.on ?? '2024-05-20')
  return {
    id: String(made),
    sourceId: 'ledger',
    kind: 'ledger',
    family: 'TRAINING',
    occupation: CARER,
    level: 'L5_JUNIOR',
    certificateNo: null,
    amountFen: 100_000n + BigInt(made),
    paid: { from: on, to: on },
    source: '区人社局台账',
    evidence: { label: { zh: '台账', en: 'ledger' } },
    ...over,
  }
}

const everything: Cover = {
  kind: 'ledger',
  families: ['TRAINING', 'UI_UPGRADE'],
  from: SINCE,
  to: TODAY,
  source: '台账',
  on: null,
}
const YEAR: Limit = { families: ['TRAINING', 'UI_UPGRADE'], window: { kind: 'calendarYear' }, max: 3, mode: 'block' }
const LIFE: Limit = { families: ['TRAINING'], window: { kind: 'lifetime' }, max: 3, mode: 'warn' }

describe('how many subsidies a person may have', () => {
  const three = [receipt(), receipt({ family: 'UI_UPGRADE' }), receipt({ on: '2024-02-01' })]

  it('counts those paid to a provider and both schemes together: the fourth of 2024 is too many (vector 3)', () => {
    expect(quotaFinding(YEAR, { receipts: three, covers: [] }, DAYS).kind).toBe('hit')
  })

  it('begins again with the calendar year, while the lifetime still tells (vector 4)', () => {
    const days = { today: day('2025-01-05'), since: SINCE }
    const past = { receipts: [...three, receipt()], covers: [{ ...everything, to: days.today }] }
    expect(quotaFinding(YEAR, past, days).kind).toBe('clear')
    expect(quotaFinding(LIFE, past, days).kind).toBe('hit')
  })

  it('never says clear of a time that is not known, and never lets what is unknown hide a hit', () => {
    const dayOf = fc.integer({ min: 0, max: 2200 }).map((n) => addDays(SINCE, n))
    const span = fc.tuple(dayOf, dayOf).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)))
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 4 }),
        fc.array(dayOf, { maxLength: 5 }),
        fc.constantFrom(YEAR, LIFE),
        (spans, paid, limit) => {
          const covers = spans.map(([from, to]): Cover => ({ ...everything, from, to }))
          const receipts = paid.map((on) => receipt({ on }))
          const window = windowOf(limit.window, TODAY, SINCE)
          const counted = receipts.filter(
            (each) => each.paid.from >= window.from && each.paid.from <= day('2024-12-31'),
          ).length
          const found = quotaFinding(limit, { receipts, covers }, DAYS)
          if (limit === YEAR) expect(found.kind === 'hit').toBe(counted >= limit.max)
          if (found.kind !== 'clear') return
          for (let on = window.from; on <= window.to; on = addDays(on, 1))
            if (!spans.some(([from, to]) => from <= on && on <= to)) throw new Error(`${on} is not known`)
        },
      ),
    )
  })

  it('does not know whether a payment known only to the year falls into a rolling window', () => {
    const rolling: Limit = { ...YEAR, window: { kind: 'months', months: 6 }, max: 1 }
    const past = {
      receipts: [receipt({ paid: { from: day('2024-01-01'), to: day('2024-12-31') } })],
      covers: [everything],
    }
    expect(quotaFinding(rolling, past, DAYS).kind).toBe('unclear')
  })

  it('counts a payment that the ledger and the province both tell of once', () => {
    const inLedger = receipt({ amountFen: 150_000n })
    const atProvince = receipt({ amountFen: 150_000n, sourceId: 'province', kind: 'province', on: '2024-05-28' })
    expect(distinctReceipts([inLedger, atProvince], 31)).toEqual([inLedger])
    expect(distinctReceipts([inLedger, receipt({ amountFen: 150_000n })], 31)).toHaveLength(2)
    expect(distinctReceipts([inLedger, { ...atProvince, level: 'L4_INTERMEDIATE' }], 31)).toHaveLength(2)
  })

  it('takes two records for one payment only within as many days as the county says', () => {
    const inLedger = receipt({ paid: { from: day('2024-05-01'), to: day('2024-05-01') } })
    const atProvince = { ...inLedger, sourceId: 'province', paid: { from: day('2024-05-21'), to: day('2024-05-21') } }
    expect(distinctReceipts([inLedger, atProvince], 20)).toHaveLength(1)
    expect(distinctReceipts([inLedger, atProvince], 19)).toHaveLength(2)
  })
})

describe('what is covered', () => {
  it('leaves exactly the days that nothing tells of', () => {
    const dayOf = fc.integer({ min: 0, max: 60 }).map((n) => addDays(SINCE, n))
    const span = fc.tuple(fc.option(dayOf, { nil: null }), dayOf).filter(([from, to]) => from === null || from <= to)
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), dayOf, fc.integer({ min: 0, max: 30 }), (spans, from, length) => {
        const window = { from, to: addDays(from, length) }
        const gaps = gapsOf(
          spans.map(([start, to]) => ({ from: start, to })),
          window,
        )
        for (let n = 0; n <= length; n++) {
          const on = addDays(from, n)
          const known = spans.some(([start, to]) => (start === null || start <= on) && on <= to)
          expect(gaps.some((gap) => gap.from <= on && on <= gap.to)).toBe(!known)
        }
        expect(gaps.every((gap, at) => at === 0 || daysBetween(gaps[at - 1]!.to, gap.from) > 1)).toBe(true)
      }),
    )
  })

  it('is known up to a day when only the end is missing, and only where every family is', () => {
    const until = coverageOf([{ ...everything, to: day('2024-06-30') }], ['TRAINING'], { from: SINCE, to: TODAY })
    expect(until).toMatchObject({ kind: 'known-until', until: '2024-06-30' })
    const one = coverageOf([{ ...everything, families: ['TRAINING'] }], ['TRAINING', 'UI_UPGRADE'], {
      from: SINCE,
      to: TODAY,
    })
    expect(one.kind).toBe('unknown')
    expect(coverageOf([everything], ['TRAINING', 'UI_UPGRADE'], { from: SINCE, to: TODAY }).kind).toBe('known')
  })
})

describe('what may not be subsidised again', () => {
  const FAMILIES = ['TRAINING', 'UI_UPGRADE']
  const asked = { occupation: CARER, level: 'L4_INTERMEDIATE' as const }
  const find = (rule: 'same-level' | 'lower-level', receipts: Receipt[], covers: Cover[] = [everything]) =>
    repeatFinding(rule, FAMILIES, asked, { receipts, covers }, DAYS).kind

  it('is the same occupation and level, and a lower level after a higher one', () => {
    for (const level of SKILL_LEVELS) {
      const receipts = [receipt({ level })]
      expect(find('same-level', receipts)).toBe(level === 'L4_INTERMEDIATE' ? 'hit' : 'clear')
      expect(find('lower-level', receipts)).toBe(rankOf(level) > rankOf('L4_INTERMEDIATE') ? 'hit' : 'clear')
    }
  })

  it('is not known where an occupation is only a wording nobody has mapped, or a level is missing', () => {
    const elderly: OccupationKnown = { id: null, name: '老年人照护', trade: '' }
    expect(find('same-level', [receipt({ occupation: elderly, level: 'L4_INTERMEDIATE' })])).toBe('unclear')
    expect(find('same-level', [receipt({ occupation: elderly, level: 'L5_JUNIOR' })])).toBe('clear')
    expect(find('same-level', [receipt({ level: null })])).toBe('unclear')
    expect(
      find('same-level', [receipt({ occupation: { ...elderly, name: '养老护理员' }, level: 'L4_INTERMEDIATE' })]),
    ).toBe('hit')
  })

  it('is not another family’s matter, and another occupation’s neither', () => {
    expect(find('same-level', [receipt({ family: 'EVALUATION', level: 'L4_INTERMEDIATE' })])).toBe('clear')
    const other = { id: '2022/焊工', name: '焊工', trade: '' }
    expect(find('same-level', [receipt({ occupation: other, level: 'L4_INTERMEDIATE' })])).toBe('clear')
  })

  it('is hit whatever is not known, and never clear of an uncovered life', () => {
    expect(find('same-level', [receipt({ level: 'L4_INTERMEDIATE' })], [])).toBe('hit')
    expect(find('same-level', [], [])).toBe('unknown')
  })

  it('compares occupations the same way round, and knows nothing of an empty wording', () => {
    const part = fc.constantFrom('', '养老护理员', '家政服务员', '母婴护理员')
    const occupation = fc.record({ id: fc.constantFrom(null, 'a', 'b'), name: part, trade: part })
    fc.assert(fc.property(occupation, occupation, (a, b) => sameOccupation(a, b) === sameOccupation(b, a)))
    const nothing = { id: null, name: '', trade: '' }
    fc.assert(fc.property(occupation, (a) => sameOccupation(a, nothing) === 'unknown'))
  })
})

describe('the deadline after the certificate', () => {
  it('is twelve months, its last day included (vectors 1 and 2)', () => {
    const last = lastDayToClaim(day('2024-03-10'), 12)
    expect(last).toBe('2025-03-10')
    expect(day('2025-03-10') <= last!).toBe(true)
    expect(day('2025-03-11') <= last!).toBe(false)
  })

  it('ends on the last day of a shorter month, and is none where the county sets none', () => {
    expect(lastDayToClaim(day('2024-02-29'), 12)).toBe('2025-02-28')
    expect(lastDayToClaim(day('2024-08-31'), 6)).toBe('2025-02-28')
    expect(lastDayToClaim(day('2024-08-31'), null)).toBeNull()
  })
})

describe('when something was paid', () => {
  it.each([
    ['2021-05-20', undefined, '2021-05-20', '2021-05-20'],
    ['2021年5月20日', undefined, '2021-05-20', '2021-05-20'],
    ['2021.5', undefined, '2021-05-01', '2021-05-31'],
    ['202102', undefined, '2021-02-01', '2021-02-28'],
    ['2021年2月', undefined, '2021-02-01', '2021-02-28'],
    ['2021年2月份', undefined, '2021-02-01', '2021-02-28'],
    ['2021', undefined, '2021-01-01', '2021-12-31'],
    ['2021年度', undefined, '2021-01-01', '2021-12-31'],
    ['3月', '2021年度', '2021-03-01', '2021-03-31'],
    ['3.7', '2021', '2021-03-07', '2021-03-07'],
    ['２０２１－０５', undefined, '2021-05-01', '2021-05-31'],
  ])('reads %s (%s) as %s to %s', (text, year, from, to) => {
    expect(readPaidOn(text, year)).toEqual({ from, to })
  })

  it.each(['3月', '去年', '2021-13', '45001', ''])('does not guess at “%s”', (text) => {
    expect(readPaidOn(text)).toBeUndefined()
  })
})
