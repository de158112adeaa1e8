import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'
import type { Answer } from './decide.ts'
import { defineFact, dictionaryOf, type Facts, notApplicable } from '../facts/facts.ts'
import type { ConditionPart } from '../packs/condition.ts'
import { givenFacts, givenPack } from '../testing.ts'
import type { Verdict } from './trace.ts'

const words = (text: string) => ({ zh: text, en: text })
const NAMES = ['a', 'b', 'c', 'd', 'e'] as const
const DICTIONARY = dictionaryOf([
  ...NAMES.map((name) =>
    defineFact({
      key: `x.${name}`,
      type: 'boolean',
      label: words(name),
      suppliedBy: 'test',
      comesFrom: words('test'),
      personal: false,
    }),
  ),
  defineFact({
    key: 'x.size',
    type: 'integer',
    label: words('size'),
    suppliedBy: 'test',
    comesFrom: words('test'),
    personal: false,
  }),
])

const amount = {
  table: 'bySize',
  label: words('rate'),
  cite: 'c1',
  axes: ['x.size'],
  rows: [
    { at: [1], fen: 100 },
    { at: [2], fen: 250 },
  ],
}

function programOf(conditions: readonly ConditionPart[], scope: readonly ConditionPart[] = []) {
  const named = (list: readonly ConditionPart[], prefix: string) =>
    list.map((part, index) => ({ id: `${prefix}${index}`, label: words(`${prefix}${index}`), cite: 'c1', ...part }))
  const pack = givenPack({
    scope: named(scope, 's'),
    conditions: named(conditions, 'k'),
    amount,
    cases: [{ name: 'none', given: {}, expect: { notApplicable: true } }],
  })
  return compile(pack, { dictionary: DICTIONARY })
}

const test = (name: string): ConditionPart => ({ fact: `x.${name}`, is: true })
const part: fc.Arbitrary<ConditionPart> = fc.letrec<{ part: ConditionPart }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...NAMES).map(test),
    fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('part').map((not) => ({ not })),
  ),
})).part
const conditions = fc.array(part, { minLength: 1, maxLength: 4 })
const scope = fc.array(part, { maxLength: 1 })

type Values = Partial<Record<string, boolean | number | 'none'>>
const values: fc.Arbitrary<Values> = fc.record(
  {
    ...Object.fromEntries(
      NAMES.map((name) => [`x.${name}`, fc.constantFrom<boolean | 'none'>(true, true, false, 'none')]),
    ),
    'x.size': fc.constantFrom(1, 2, 3),
  },
  { requiredKeys: [] },
)
const everything: fc.Arbitrary<Values> = fc.record({
  ...Object.fromEntries(NAMES.map((name) => [`x.${name}`, fc.boolean()])),
  'x.size': fc.constantFrom(1, 2, 3),
})

function factsOf(from: Values): Facts {
  const entries = Object.entries(from).filter(([, value]) => value !== undefined)
  return givenFacts(
    Object.fromEntries(
      entries.map(([key, value]) => [
        key,
        value === 'none' ? notApplicable({ source: 'test', asOf: '' }) : (value as boolean | number),
      ]),
    ),
  )
}

/** Kleene's tables once more, written differently: false < unknown < true, all is the least and any the greatest. */
function oracle(given: ConditionPart, from: Values): Verdict {
  const rank = (p: ConditionPart): number => {
    if (p.all) return Math.min(...p.all.map(rank))
    if (p.any) return Math.max(...p.any.map(rank))
    if (p.not) return 2 - rank(p.not)
    const value = from[p.fact as string]
    return value === undefined ? 1 : value === true ? 2 : 0
  }
  return (['false', 'unknown', 'true'] as const)[rank(given)] as Verdict
}

const outcome = (answer: Answer) => (answer.kind === 'eligible' ? `eligible ${answer.effectiveFen}` : answer.kind)

describe('the four answers', () => {
  it('pays the rate when every condition is met', () => {
    const answer = compile(givenPack()).decide(givenFacts({ 'marks.theory': 60, 'class.level': 'L4_INTERMEDIATE' }))
    expect(answer).toMatchObject({ kind: 'eligible', valueFen: 150_000n, subtractedFen: 0n, effectiveFen: 150_000n })
  })

  it('gives every reason for refusing, not only the first, and what is unknown besides', () => {
    const program = programOf([test('a'), test('b'), test('c'), test('d')])
    const answer = program.decide(factsOf({ 'x.a': false, 'x.b': true, 'x.c': false, 'x.size': 1 }))
    expect(answer).toMatchObject({ kind: 'ineligible', reasons: [{ id: 'k0' }, { id: 'k2' }], unknown: [{ id: 'k3' }] })
  })

  it('says which fact is missing, why, and where it comes from', () => {
    const answer = compile(givenPack()).decide(givenFacts({ 'marks.theory': null, 'class.level': 'L5_JUNIOR' }))
    expect(answer).toMatchObject({
      kind: 'unknown',
      needs: [
        {
          fact: 'marks.theory',
          why: { zh: '尚未收到' },
          comesFrom: { zh: '成绩登记表' },
          suppliedBy: 'training/evaluation',
        },
      ],
    })
  })

  it('does not apply outside its scope, whatever the conditions say', () => {
    const answer = programOf([test('a')], [test('b')]).decide(factsOf({ 'x.a': false, 'x.b': false }))
    expect(answer).toMatchObject({ kind: 'notApplicable', reasons: [{ id: 's0' }] })
  })

  it('asks for the axis of the amount when only that is missing', () => {
    const answer = compile(givenPack()).decide(givenFacts({ 'marks.theory': 90 }))
    expect(answer).toMatchObject({ kind: 'unknown', needs: [{ fact: 'class.level' }] })
  })

  it('refuses with a reason where the table has no rate', () => {
    const answer = programOf([test('a')]).decide(factsOf({ 'x.a': true, 'x.size': 3 }))
    expect(answer).toMatchObject({ kind: 'ineligible', reasons: [{ id: 'amount' }] })
  })

  it('does not ask for what a met alternative has made idle', () => {
    const program = programOf([{ any: [test('a'), test('b')] }, test('c')])
    const answer = program.decide(factsOf({ 'x.a': true, 'x.size': 1 }))
    expect(answer).toMatchObject({ kind: 'unknown', needs: [{ fact: 'x.c' }] })
  })

  it('finds the smaller set where one fact stands in two tests', () => {
    const program = programOf([{ any: [test('a'), { all: [test('a'), test('b')] }] }])
    const answer = program.decide(factsOf({ 'x.size': 1 }))
    expect(answer.kind === 'unknown' && answer.needs.map((need) => need.fact)).toEqual(['x.a'])
  })

  it('refuses a value of the wrong type as a defect of its supplier', () => {
    expect(() => compile(givenPack()).decide(givenFacts({ 'marks.theory': 58.5, 'class.level': 'L5_JUNIOR' }))).toThrow(
      /marks\.theory/,
    )
  })
})

describe('what always holds', () => {
  it('the amount is the sum of the trace, and is the rate of the table', () => {
    fc.assert(
      fc.property(conditions, scope, values, (list, outer, from) => {
        const answer = programOf(list, outer).decide(factsOf(from))
        const sum = answer.trace.amount.reduce((total, step) => total + step.fen, 0n)
        expect(answer.trace.totalFen).toBe(sum)
        if (answer.kind !== 'eligible') {
          expect(sum).toBe(0n)
          return
        }
        expect(answer.effectiveFen).toBe(sum)
        expect(answer.valueFen - answer.subtractedFen).toBe(answer.effectiveFen)
        expect(sum).toBe(from['x.size'] === 1 ? 100n : 250n)
      }),
    )
  })

  it('every condition has the verdict of the three-valued tables, and reasons are all the false ones', () => {
    fc.assert(
      fc.property(conditions, values, (list, from) => {
        const answer = programOf(list).decide(factsOf(from))
        const verdicts = list.map((each) => oracle(each, from))
        expect(answer.trace.conditions.map((node) => node.verdict)).toEqual(verdicts)
        const ids = (verdict: Verdict) => verdicts.flatMap((each, index) => (each === verdict ? [`k${index}`] : []))
        if (answer.kind !== 'ineligible') {
          expect(ids('false')).toEqual([])
          return
        }
        const gap = from['x.size'] === 3 ? ['amount'] : []
        expect(answer.reasons.map((reason) => reason.id)).toEqual([...ids('false'), ...gap])
        expect(answer.unknown.map((reason) => reason.id)).toEqual(ids('unknown'))
      }),
    )
  })

  it('what is settled stays settled: learning a fact never turns eligible, refused or not applicable into anything else', () => {
    fc.assert(
      fc.property(conditions, scope, values, everything, (list, outer, from, rest) => {
        const program = programOf(list, outer)
        const before = program.decide(factsOf(from))
        const after = program.decide(factsOf({ ...rest, ...from }))
        if (before.kind !== 'unknown') expect(outcome(after)).toBe(outcome(before))
        expect(after.kind).not.toBe('unknown')
      }),
    )
  })

  it('nothing that is unknown is ever paid: an eligible answer read only known facts in its conditions', () => {
    fc.assert(
      fc.property(conditions, values, (list, from) => {
        const answer = programOf(list).decide(factsOf(from))
        if (answer.kind !== 'eligible') return
        for (const step of answer.trace.amount) for (const read of step.read) expect(read.state).toBe('known')
        expect(answer.trace.conditions.map((node) => node.verdict)).toEqual(list.map(() => 'true'))
      }),
    )
  })

  it('the facts asked for settle the answer however they come out, and no smaller set does', () => {
    fc.assert(
      fc.property(conditions, scope, values, (list, outer, from) => {
        const program = programOf(list, outer)
        const answer = program.decide(factsOf(from))
        if (answer.kind !== 'unknown') return
        const settles = (slots: readonly string[]) =>
          completions(slots).every((learnt) => program.decide(factsOf({ ...from, ...learnt })).kind !== 'unknown')
        const asked = answer.needs.map((need) => need.fact)
        expect(asked.length).toBeGreaterThan(0)
        expect(settles(asked)).toBe(true)
        const missing = [...NAMES.map((name) => `x.${name}`), 'x.size'].filter((key) => from[key] === undefined)
        const smaller = subsets(missing).filter((subset) => subset.length < asked.length)
        expect(smaller.filter(settles)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

function completions(keys: readonly string[]): Values[] {
  return keys.reduce<Values[]>(
    (all, key) => {
      const options = key === 'x.size' ? [1, 3] : [true, false]
      return all.flatMap((values) => options.map((value) => ({ ...values, [key]: value })))
    },
    [{}],
  )
}

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((all, item) => [...all, ...all.map((subset) => [...subset, item])], [[]])
}
