import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../values/public.ts'
import { type Here, pairUp, type PaidElsewhere, reconcilePerson, type There } from './reconcile.ts'
import { LINE_STATES, lineState, LIST_NEXT, LIST_STATUSES, PROVINCE_STATES, wentBack } from './rules.ts'
import { slices } from './reconciling.ts'

const here = (over: Partial<Here> = {}): Here => ({
  id: 'h1',
  listId: 'l1',
  listNumber: 'YS-2022-0001',
  reference: 'YS-2022-0001-001',
  position: 1,
  maskedName: '王*',
  maskedIdentity: '339901********0675',
  level: 'L5_JUNIOR',
  certificateNo: null,
  amountFen: 100_000n,
  standing: 'due',
  isSent: true,
  decisionId: 'd1',
  groupId: 'g1',
  ...over,
})
const there = (over: Partial<There> = {}): There => ({
  id: 't1',
  reference: 'ZJ-1',
  ourReference: null,
  maskedName: '王*',
  maskedIdentity: '339901********0675',
  level: 'L5_JUNIOR',
  certificateNo: null,
  amountFen: 100_000n,
  state: 'approved',
  reason: '',
  paidOn: null,
  paidFen: null,
  before: null,
  ...over,
})
const paid = (over: Partial<There> = {}) =>
  there({ state: 'paid', paidOn: civilDate('2022-05-20'), paidFen: 100_000n, ...over })
const ledger = (over: Partial<PaidElsewhere> = {}): PaidElsewhere => ({
  kind: 'history-source',
  id: 's1',
  label: { zh: '2022年台账第 3 行', en: 'ledger' },
  level: 'L5_JUNIOR',
  certificateNo: null,
  amountFen: 100_000n,
  paid: { from: civilDate('2022-01-10'), to: civilDate('2022-01-10') },
  ...over,
})
const kinds = (ours: Here[], theirs: There[], elsewhere: PaidElsewhere[] = []) =>
  reconcilePerson(ours, theirs, elsewhere, 31).differences.map(({ kind }) => kind)

describe('the two sides of one person', () => {
  it('agree where the province has the sum, whatever step it is at', () => {
    for (const state of ['received', 'approved'] as const) expect(kinds([here()], [there({ state })])).toEqual([])
    expect(kinds([here()], [paid()])).toEqual([])
  })

  it('differ by each kind', () => {
    expect(kinds([here()], [])).toEqual(['here-not-there'])
    expect(kinds([], [there()])).toEqual(['there-not-here'])
    expect(kinds([here()], [there({ amountFen: 80_000n })])).toEqual(['sum-differs'])
    expect(kinds([here()], [paid({ paidFen: 80_000n })])).toEqual(['sum-differs'])
    expect(kinds([here()], [there({ state: 'returned', reason: '材料不全' })])).toEqual(['state-differs'])
    expect(kinds([here()], [there({ before: 'paid' })])).toEqual(['state-differs'])
    expect(kinds([here()], [paid()], [ledger()])).toEqual(['paid-twice'])
  })

  it('tells every difference of a line, not only the first', () => {
    const twice = ledger({ kind: 'claim', id: 'c1' })
    expect(kinds([here()], [paid({ paidFen: 80_000n })], [twice])).toEqual(['sum-differs', 'paid-twice'])
  })

  it('do not ask the province for whom we hold or have not sent, and tell when it has them all the same', () => {
    for (const unsent of [here({ standing: 'held' }), here({ isSent: false })]) {
      expect(kinds([unsent], [])).toEqual([])
      expect(kinds([unsent], [there()])).toEqual(['there-not-here'])
      expect(kinds([unsent], [there({ state: 'returned' })])).toEqual([])
    }
  })

  it('are not paid twice by what a ledger tells of the province’s own payment, and are by what this platform paid', () => {
    const near = { paid: { from: civilDate('2022-05-01'), to: civilDate('2022-05-31') } }
    expect(kinds([here()], [paid()], [ledger(near)])).toEqual([])
    expect(kinds([here()], [paid()], [ledger({ ...near, amountFen: 90_000n })])).toEqual(['paid-twice'])
    expect(kinds([here()], [paid()], [ledger({ ...near, kind: 'claim' })])).toEqual(['paid-twice'])
    expect(kinds([here()], [paid()], [ledger({ level: 'L4_INTERMEDIATE' })])).toEqual([])
  })

  it('keep two classes of one person apart by reference, certificate or level', () => {
    const four = here({ id: 'h2', reference: 'YS-2022-0002-001', level: 'L4_INTERMEDIATE', amountFen: 150_000n })
    const pairs = pairUp([here(), four], [there({ reference: 'ZJ-9', level: 'L4_INTERMEDIATE', amountFen: 100_000n })])
    expect(pairs.find((pair) => pair.there)?.here?.id).toBe('h2')
    expect(kinds([here(), four], [there({ level: 'L4_INTERMEDIATE' })])).toEqual(['sum-differs', 'here-not-there'])
    const named = there({ level: 'L3_SENIOR', ourReference: 'YS-2022-0001-001' })
    expect(pairUp([here()], [named])).toHaveLength(1)
  })

  it('are matched by the reference we sent before anything else', () => {
    const second = here({ id: 'h2', reference: 'YS-2022-0002-001' })
    const pairs = pairUp([here(), second], [there({ ourReference: 'YS-2022-0002-001' })])
    expect(pairs.find((pair) => pair.there)?.here?.id).toBe('h2')
  })

  it('stand in exactly one pair each, however many there are', () => {
    const level = fc.constantFrom('L5_JUNIOR', 'L4_INTERMEDIATE', null)
    const sum = fc.constantFrom(100_000n, 150_000n)
    const ours = fc.array(fc.record({ level, amountFen: sum, isSent: fc.boolean() }), { maxLength: 5 })
    const theirs = fc.array(
      fc.record({ level, amountFen: sum, state: fc.constantFrom(...PROVINCE_STATES), names: fc.nat({ max: 6 }) }),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(ours, theirs, (mine, yours) => {
        const left = mine.map((each, nth) => here({ ...each, id: `h${nth}`, reference: `YS-${nth}` }))
        const right = yours.map(({ names, ...each }, nth) =>
          there({ ...each, id: `t${nth}`, reference: `ZJ-${nth}`, ourReference: `YS-${names}` }),
        )
        const pairs = pairUp(left, right)
        expect(pairs.flatMap((pair) => pair.here?.id ?? []).sort()).toEqual(left.map(({ id }) => id).sort())
        expect(pairs.flatMap((pair) => pair.there?.id ?? []).sort()).toEqual(right.map(({ id }) => id).sort())
        // In whatever order they come, the same pairs.
        const named = (all: typeof pairs) => all.map((pair) => `${pair.here?.id} ${pair.there?.id}`).sort()
        expect(named(pairUp([...left].reverse(), [...right].reverse()))).toEqual(named(pairs))
      }),
    )
  })
})

describe('a settlement', () => {
  it('counts while both sides say what they said', () => {
    expect(lineState('a', undefined)).toBe('open')
    expect(lineState('a', { says: 'a', outcome: 'theirs' })).toBe('settled')
    expect(lineState('a', { says: 'a', outcome: 'asked' })).toBe('asked')
    expect(lineState('b', { says: 'a', outcome: 'theirs' })).toBe('reopened')
    expect(LINE_STATES).toContain('reopened')
  })
})

describe('the ways of a list', () => {
  it('end with the province, or with a return', () => {
    const ends = LIST_STATUSES.filter((status) => Object.keys(LIST_NEXT[status]).length === 0)
    expect(ends).toEqual(['returned'])
    expect(Object.values(LIST_NEXT['second-passed'])).toContain('exported')
  })
  it('go back only from further on', () => {
    expect(wentBack('paid', 'approved')).toBe(true)
    expect(wentBack('received', 'paid')).toBe(false)
    expect(wentBack('returned', 'received')).toBe(false)
  })
})

describe('slices of the keyed hash', () => {
  it('hold every hash exactly once', () => {
    const all = slices(1_000_000)
    expect(all.length).toBeGreaterThan(32)
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const hash = Buffer.from(bytes)
        const holding = all.filter(
          ({ from, before }) => hash.compare(from) >= 0 && (before === null || hash.compare(before) < 0),
        )
        expect(holding).toHaveLength(1)
      }),
    )
  })
})
