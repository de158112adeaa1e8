import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../deciding/compile.ts'
import { verdictUnder } from '../deciding/conditions.ts'
import type { ConditionPart } from '../packs/condition.ts'
import { givenFacts, givenPack } from '../testing.ts'
import { lintPack } from './lint.ts'

const MOST = 8
const FACTS = ['marks.theory', 'marks.practice'] as const
const NONE = { state: 'notApplicable', source: 'test', asOf: '' } as const

/** Everything that two marks can be, none at all included. */
const PEOPLE = [...Array.from({ length: MOST + 2 }, (_, mark) => mark), NONE].flatMap((theory, _, all) =>
  all.map((practice) => givenFacts({ 'marks.theory': theory, 'marks.practice': practice })),
)

const mark = fc.integer({ min: 0, max: MOST })
const test = fc
  .record({ fact: fc.constantFrom(...FACTS), operator: fc.constantFrom('is', 'atLeast', 'atMost'), mark })
  .map(({ fact, operator, mark: value }): ConditionPart => ({ fact, [operator]: value }))
const against = fc.constantFrom<ConditionPart>(
  { fact: 'marks.theory', atLeast: { fact: 'marks.practice' } },
  { fact: 'marks.practice', is: { fact: 'marks.theory' } },
)
const part: fc.Arbitrary<ConditionPart> = fc.oneof(
  { weight: 4, arbitrary: test },
  { weight: 1, arbitrary: against },
  { weight: 1, arbitrary: test.map((not): ConditionPart => ({ not })) },
  { weight: 1, arbitrary: fc.tuple(test, test).map((any): ConditionPart => ({ any })) },
  { weight: 1, arbitrary: fc.tuple(test, test).map((all): ConditionPart => ({ all })) },
)

function packOf(parts: readonly ConditionPart[]) {
  const conditions = parts.map((each, index) => ({
    id: `c${index}`,
    label: { zh: '条件', en: 'c' },
    cite: 'c1',
    ...each,
  }))
  const cases = [{ name: 'nobody', given: {}, expect: { notApplicable: true } }]
  const amount = {
    label: { zh: '金额', en: 'amount' },
    cite: 'c1',
    steps: [{ id: 'fixed', label: { zh: '定额', en: 'fixed' }, cite: 'c1', fixed: 1 }],
  }
  return givenPack({ family: 'TRAINING', conditions, cases, amount })
}

describe('what is said of conditions', () => {
  it('that nobody can meet them is so exactly where nobody does; that one never fails where it fails nobody', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const document = packOf(parts)
        const told = lintPack(document)
        const nodes = compile(document).parts.conditions.map(({ node }) => node)
        const verdicts = PEOPLE.map((facts) => nodes.map((node) => verdictUnder(node, facts)))
        const isNobody = !verdicts.some((each) => each.every((verdict) => verdict === 'true'))
        expect(told.some(({ rule }) => rule === 'never-met' || rule === 'never-together')).toBe(isNobody)
        if (isNobody) return
        const idle = nodes.flatMap((_, index) => {
          const fails = verdicts.some((each) =>
            each.every((verdict, other) => (verdict === 'false') === (other === index)),
          )
          return fails ? [] : [`conditions.${index}`]
        })
        expect(told.filter(({ rule }) => rule === 'never-fails').map(({ at }) => at)).toEqual(idle)
      }),
      {
        numRuns: 400,
        // Nothing here names a value.
        examples: [
          [
            [
              { fact: 'marks.practice', is: { fact: 'marks.theory' } },
              { fact: 'marks.theory', atLeast: { fact: 'marks.practice' } },
            ],
          ],
        ],
      },
    )
  })
})
