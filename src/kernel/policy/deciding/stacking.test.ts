import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Facts } from '../facts/facts.ts'
import { answerText } from '../packs/cases.ts'
import type { HadBefore } from '../limits/history.ts'
import { STACKING_RULES, type StackingRule } from '../packs/stacking.ts'
import type { BesideScheme } from '../stacking/beside.ts'
import { besideEach } from '../stacking/together.ts'
import { givenFacts, givenPack } from '../testing.ts'
import { compile } from './compile.ts'
import { explain } from './explain.ts'

const words = (text: string) => ({ zh: text, en: text })
const stacked = (rule: StackingRule, over: object = {}, name = 'test.scheme') =>
  compile(
    givenPack({
      scheme: name,
      title: words(name),
      family: 'TALENT',
      stacking: { label: words('合并享受'), cite: 'c1', family: 'TALENT', rule, ...over },
      amount: {
        label: words('金额'),
        cite: 'c1',
        steps: [{ id: 'paid', label: words('金额'), cite: 'c1', fixed: { fact: 'training.cost' } }],
      },
      cases: [
        {
          name: 'passes',
          given: { 'marks.theory': 60, 'training.cost': 1 },
          expect: { unknown: ['history.receipts', 'claim.on'] },
        },
      ],
    }),
  )

const had = (fen: number, more: Partial<HadBefore> = {}): HadBefore => ({
  family: 'TALENT',
  on: { from: '2022-01-05', to: '2022-01-05' } as HadBefore['on'],
  fen,
  where: 'here',
  ...more,
})
const rival = (fen: number, scheme = 'test.rival'): BesideScheme => ({ scheme, title: words('另一项'), fen })
const open: BesideScheme = { scheme: 'test.open', title: words('第三项'), unknown: words('待确认') }

type Stands = { fen?: number | null; beside?: BesideScheme[]; receipts?: HadBefore[]; covers?: [] }
const facts = ({ fen = 1500, beside = [], receipts = [], covers }: Stands = {}): Facts =>
  givenFacts({
    'marks.theory': 60,
    'training.cost': fen,
    'claim.on': '2022-06-01',
    'certificate.number': 'S1',
    'history.receipts': { receipts, ...(covers ? { covers } : {}) },
    'stacking.beside': { beside },
  })
const said = (rule: StackingRule, stands: Stands, over: object = {}) =>
  answerText(stacked(rule, over).decide(facts(stands)))

describe('subsidies of one family', () => {
  it.each([
    ['exclusive', 'ineligible stacking', 'ineligible stacking', 'ineligible stacking'],
    ['higherOf', 'eligible 500', 'ineligible stacking', 'ineligible stacking'],
    ['difference', 'eligible 500', 'eligible 0', 'eligible 0'],
  ] as const)('%s: 1,000, as much and more had before', (rule, less, same, more) => {
    expect([1000, 1500, 2000].map((fen) => said(rule, { receipts: [had(fen)] }))).toEqual([less, same, more])
  })

  it.each([
    ['exclusive', 'ineligible stacking'],
    ['higherOf', 'ineligible stacking'],
    ['difference', 'eligible 0'],
  ] as const)('%s: of two that are due together the higher one is given', (rule, gives) => {
    expect(said(rule, { beside: [rival(1400)] })).toBe('eligible 1500')
    expect(said(rule, { beside: [rival(1600)] })).toBe(gives)
  })

  it('gives of two alike the one whose name comes first', () => {
    expect(said('exclusive', { beside: [rival(1500, 'test.a')] })).toBe('ineligible stacking')
    expect(said('exclusive', { beside: [rival(1500, 'test.z')] })).toBe('eligible 1500')
  })

  it('counts only what is for the same, in the time that it says', () => {
    const same = { same: ['certificate'] }
    expect(said('exclusive', { receipts: [had(10, { certificate: 'S2' })] }, same)).toBe('eligible 1500')
    expect(said('exclusive', { receipts: [had(10, { certificate: 'S1' })] }, same)).toBe('ineligible stacking')
    const lastYear = had(10, { on: { from: '2021-12-31', to: '2021-12-31' } as HadBefore['on'] })
    expect(said('exclusive', { receipts: [lastYear] }, { window: 'calendarYear' })).toBe('eligible 1500')
    expect(said('exclusive', { receipts: [lastYear] })).toBe('ineligible stacking')
    expect(said('exclusive', { receipts: [had(10, { family: 'OTHER' })] })).toBe('eligible 1500')
  })

  it.each(STACKING_RULES)(
    '%s: waits for another whose answer is not known, and for a past that nobody was asked about',
    (rule) => {
      expect(said(rule, { beside: [open] })).toBe('unknown stacking.beside')
      expect(said(rule, { covers: [] })).toBe('unknown history.receipts')
      expect(said(rule, { beside: [open] }, { onUnknown: 'note' })).toBe('eligible 1500')
    },
  )

  it('says what is given, what is forgone, and why it waits', () => {
    const program = stacked('higherOf')
    const told = (stands: Stands) => explain(program.decide(facts(stands)), 'zh').join('\n')
    expect(told({ beside: [rival(1400)] })).toContain('享受本项,不再另给“另一项” 14 元')
    expect(told({ beside: [rival(1600)] })).toContain('同时应享受“另一项” 16 元,以其为准;本项 15 元不再另给')
    expect(told({ beside: [open] })).toContain('“第三项”能否享受还没有认定(待确认)')
    expect(told({ receipts: [had(1000)] })).toContain('核定 15 元,扣减 10 元,实际拟补贴 5 元')
  })

  it('refuses a rule over families that nobody has, and a family that is not its own, by name', () => {
    const wrong = (over: object) => () =>
      compile(
        givenPack({
          family: 'TALENT',
          stacking: { label: words('x'), cite: 'c9', family: 'TALENT', rule: 'exclusive', ...over },
        }),
        {
          families: new Set(['TALENT']),
        },
      )
    expect(wrong({})).toThrow(/c9/)
    expect(wrong({ cite: 'c1', over: ['NOBODY'] })).toThrow(/NOBODY/)
    expect(wrong({ cite: 'c1', family: 'HOUSING' })).toThrow(/TALENT/)
    expect(wrong({ cite: 'c1', rule: 'sum' })).toThrow(/stacking\.rule/)
  })
})

const rules = fc.constantFrom(...STACKING_RULES)
const several = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    fen: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 4 }),
    marks: fc.constantFrom(59, 60, null),
  }),
  { minLength: 1, maxLength: 4, selector: ({ name }) => name },
)
const pasts = fc.record({
  receipts: fc.array(
    fc.integer({ min: 1, max: 9 }).map((fen) => had(fen)),
    { maxLength: 2 },
  ),
})

describe('several schemes of one family, decided together', () => {
  const decided = (
    rule: StackingRule,
    all: { name: string; fen: number | null; marks: number | null }[],
    receipts: HadBefore[],
  ) => {
    const competing = all.map(({ name, fen, marks }) => ({
      program: stacked(rule, {}, `test.${name}`),
      facts: givenFacts({
        'marks.theory': marks,
        'training.cost': fen,
        'claim.on': '2022-06-01',
        'history.receipts': { receipts },
      }),
    }))
    const beside = besideEach(competing, '2022-06-01')
    return new Map(
      competing.map(({ program, facts: own }) => {
        const name = program.pack.scheme
        return [name, program.decide({ ...own, 'stacking.beside': beside.get(name)! })] as const
      }),
    )
  }

  it('answer the same in whatever order they are decided', () => {
    fc.assert(
      fc.property(rules, several, pasts, fc.integer(), (rule, all, { receipts }, seed) => {
        const turned = [...all].sort(
          (a, b) => ((a.name.charCodeAt(0) * seed) % 7) - ((b.name.charCodeAt(0) * seed) % 7),
        )
        const [one, other] = [decided(rule, all, receipts), decided(rule, turned, receipts)]
        for (const [name, answer] of one) expect(answerText(other.get(name)!)).toBe(answerText(answer))
      }),
    )
  })

  it('never give two of them, and never more than the highest by itself', () => {
    fc.assert(
      fc.property(rules, several, pasts, (rule, all, { receipts }) => {
        const answers = [...decided(rule, all, receipts).values()]
        const given = answers.flatMap((answer) =>
          answer.kind === 'eligible' && answer.effectiveFen > 0n ? [answer.effectiveFen] : [],
        )
        expect(given.length).toBeLessThanOrEqual(1)
        const most = Math.max(0, ...all.flatMap(({ fen, marks }) => (marks === 60 && fen !== null ? [fen] : [])))
        expect(Number(given[0] ?? 0n)).toBeLessThanOrEqual(most)
      }),
    )
  })

  it('never pay while it is not known whether another one is due', () => {
    fc.assert(
      fc.property(rules, several, (rule, all) => {
        const answers = decided(rule, all, [])
        const isOpen = all.some(({ fen, marks }) => marks !== 59 && (fen === null || marks === null))
        const others = all.length > 1
        for (const { name, fen, marks } of all)
          if (isOpen && others && marks === 60 && fen !== null) {
            const own = answers.get(`test.${name}`)!
            const another = all.some(
              (each) => each.name !== name && each.marks !== 59 && (each.fen === null || each.marks === null),
            )
            if (another) expect(own.kind).not.toBe('eligible')
          }
      }),
    )
  })

  it('say an amount that is the sum of their steps: what was assessed less what was taken off', () => {
    fc.assert(
      fc.property(rules, several, pasts, (rule, all, { receipts }) => {
        for (const answer of decided(rule, all, receipts).values()) {
          if (answer.kind !== 'eligible') continue
          expect(answer.trace.amount.reduce((sum, { fen }) => sum + fen, 0n)).toBe(answer.effectiveFen)
          expect(answer.valueFen - answer.subtractedFen).toBe(answer.effectiveFen)
        }
      }),
    )
  })
})
