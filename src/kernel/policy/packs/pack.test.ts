import { describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/public.ts'
import { runCases } from './cases.ts'
import { compile } from '../deciding/compile.ts'
import { onUnavailable, readPack } from './pack.ts'
import { givenPack } from '../testing.ts'

function refusal(document: unknown): Problem {
  try {
    compile(document)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('the pack was accepted')
}

const places = (document: unknown) => refusal(document).items.map((item) => item.at)
const words = { zh: '条件', en: 'condition' }
const condition = (over: Record<string, unknown>) => ({ id: 'k', label: words, cite: 'c1', ...over })

describe('a pack that does not validate', () => {
  it('refuses what this version does not support, by name', () => {
    const problem = refusal(givenPack({ lottery: {}, bonus: {} }))
    expect(problem.items).toHaveLength(1)
    expect(problem.sentence.zh).toContain('lottery, bonus')
    expect(problem.sentence.zh).toContain('test.scheme 2022-01')
  })

  it('refuses an unknown key inside a condition', () => {
    expect(
      refusal(givenPack({ conditions: [condition({ fact: 'marks.theory', atleast: 60 })] })).sentence.zh,
    ).toContain('atleast')
  })

  it('refuses a decimal share and a decimal amount: money and shares are whole numbers', () => {
    const conditions = [condition({ fact: 'training.attendedRatio', atLeast: 0.8 })]
    expect(places(givenPack({ conditions }))).toEqual(['conditions.0.atLeast'])
    const amount = { ...(givenPack()['amount'] as object), rows: [{ at: ['L5_JUNIOR'], fen: 1000.5 }] }
    expect(places(givenPack({ amount }))).toEqual(['amount.rows.0.fen'])
  })

  it('refuses two operators, no operator, and a fact mixed with all', () => {
    const of = (over: Record<string, unknown>) => places(givenPack({ conditions: [condition(over)] }))
    expect(of({ fact: 'marks.theory', atLeast: 60, atMost: 90 })).toEqual(['conditions.0'])
    expect(of({ fact: 'marks.theory' })).toEqual(['conditions.0'])
    expect(of({ fact: 'marks.theory', all: [{ fact: 'marks.practice', known: true }] })).toEqual(['conditions.0'])
  })

  it('names every fault at once: unknown fact, unordered comparison, missing clause, wrong value, id used twice', () => {
    const document = givenPack({
      conditions: [
        condition({ fact: 'marks.theorie', atLeast: 60 }),
        condition({ id: 'l', fact: 'person.group', atLeast: 'FLEXIBLE' }),
        condition({ id: 'm', cite: 'c9', fact: 'marks.theory', atLeast: 60 }),
        condition({ id: 'n', fact: 'person.group', oneOf: ['FLEXIBEL'] }),
        condition({ id: 'n', fact: 'class.level', is: { fact: 'marks.theory' } }),
      ],
      inForce: { by: 'training', from: '2022-02-01', to: '2022-01-01' },
      cases: [{ name: 'c', given: {}, expect: { unknown: ['marks.theory'] } }],
    })
    expect(places(document).sort()).toEqual([
      'conditions.0.fact',
      'conditions.1.atLeast',
      'conditions.2.cite',
      'conditions.3.oneOf',
      'conditions.4.id',
      'conditions.4.is',
      'inForce.to',
    ])
  })

  it('refuses a rate table with a repeated row, a wrong value, or too few values', () => {
    const rows = [
      { at: ['L5_JUNIOR'], fen: 1 },
      { at: ['L5_JUNIOR'], fen: 2 },
      { at: ['L9'], fen: 3 },
      { at: ['L4_INTERMEDIATE', 'L3_SENIOR'], fen: 4 },
    ]
    expect(places(givenPack({ amount: { ...(givenPack()['amount'] as object), rows } }))).toEqual([
      'amount.rows.1.at',
      'amount.rows.2.at',
      'amount.rows.3.at',
    ])
  })

  it('refuses a case that gives a fact the scheme does not read or expects a condition it does not have', () => {
    const cases = [
      { name: 'a', given: { 'marks.practice': 60 }, expect: { eligible: 1 } },
      { name: 'a', like: 'b', given: {}, expect: { ineligible: ['attendance'] } },
    ]
    expect(places(givenPack({ cases }))).toEqual([
      'cases.0.given.marks.practice',
      'cases.1.name',
      'cases.1.like',
      'cases.1.expect',
    ])
  })

  it('needs the parameter it refers to', () => {
    const conditions = [condition({ fact: 'marks.theory', atLeast: { parameter: 'marks.theoryPass' } })]
    expect(places(givenPack({ conditions }))).toEqual(['conditions.0.atLeast'])
  })
})

describe('golden cases', () => {
  it('report a case that expects something else than the pack says', () => {
    const given = { 'marks.theory': 59, 'class.level': 'L5_JUNIOR' }
    const cases = [
      { name: 'right', given, expect: { ineligible: ['theory'] } },
      { name: 'planted', given, expect: { eligible: 100_000 } },
    ]
    expect(runCases(compile(givenPack({ cases })))).toEqual([
      { name: 'right', passed: true, expected: 'ineligible theory', got: 'ineligible theory' },
      { name: 'planted', passed: false, expected: 'eligible 100000', got: 'ineligible theory' },
    ])
  })
})

describe('a check that cannot be answered', () => {
  it('holds the money unless the pack says otherwise', () => {
    const pack = readPack(givenPack({ checks: { A03: { onUnavailable: 'note' } } }))
    expect(onUnavailable(pack, 'A03')).toBe('note')
    expect(onUnavailable(pack, 'A04')).toBe('hold')
    expect(onUnavailable(readPack(givenPack()), 'A04')).toBe('note')
  })
})
