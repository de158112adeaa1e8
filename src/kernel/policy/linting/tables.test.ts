import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SKILL_LEVELS } from '../../values/public.ts'
import { compile } from '../deciding/compile.ts'
import type { ConditionPart } from '../packs/condition.ts'
import { givenFacts, givenPack } from '../testing.ts'
import { lintPack } from './lint.ts'

const MOST = 8
const LEVELS = SKILL_LEVELS.slice(1, 4)
const PEOPLE = SKILL_LEVELS.flatMap((level) =>
  Array.from({ length: MOST + 2 }, (_, hours) => ({
    level,
    hours,
    facts: givenFacts({ 'class.level': level, 'training.hours': hours }),
  })),
)

const words = (text: string) => ({ zh: text, en: text })
const hours = fc.integer({ min: 0, max: MOST })
const part: fc.Arbitrary<ConditionPart> = fc.oneof(
  hours.map((atLeast): ConditionPart => ({ fact: 'training.hours', atLeast })),
  hours.map((atMost): ConditionPart => ({ fact: 'training.hours', atMost })),
  fc.subarray([...LEVELS], { minLength: 1 }).map((oneOf): ConditionPart => ({ fact: 'class.level', oneOf })),
  hours.map(
    (atLeast): ConditionPart => ({
      any: [
        { fact: 'class.level', is: LEVELS[0] },
        { fact: 'training.hours', atLeast },
      ],
    }),
  ),
)
const bands = fc.uniqueArray(hours, { minLength: 1, maxLength: 3 }).map((each) => each.sort((a, b) => a - b))
const table = bands.chain((own) =>
  fc.record({
    bands: fc.constant(own),
    rows: fc.subarray(
      LEVELS.flatMap((level) => own.map((band): [string, number] => [level, band])),
      { minLength: 1 },
    ),
  }),
)

function packOf(parts: readonly ConditionPart[], { bands: own, rows }: { bands: number[]; rows: [string, number][] }) {
  return givenPack({
    family: 'TRAINING',
    conditions: parts.map((each, index) => ({ id: `c${index}`, label: words('条件'), cite: 'c1', ...each })),
    amount: {
      table: 'rates',
      label: words('标准'),
      cite: 'c1',
      axes: ['class.level', { fact: 'training.hours', bands: own }],
      rows: rows.map((at, index) => ({ at, fen: index + 1 })),
    },
    cases: [{ name: 'nobody', given: {}, expect: { notApplicable: true } }],
  })
}

describe('what is said of a table', () => {
  it('that a rate is missing is so exactly where somebody is refused for nothing else; that a row is idle, where nobody gets it', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), table, (parts, rates) => {
        const document = packOf(parts, rates)
        const told = lintPack(document)
        const { decide } = compile(document)
        const answers = PEOPLE.map(({ facts }) => decide(facts))
        if (told.some(({ rule }) => rule === 'never-met' || rule === 'never-together')) return
        const isGap = answers.some(
          (answer) => answer.kind === 'ineligible' && answer.reasons.every(({ id }) => id === 'amount'),
        )
        expect(told.some(({ rule }) => rule === 'table-gap' || rule === 'table-outside')).toBe(isGap)
        const got = new Set(
          answers.flatMap((answer) => (answer.kind === 'eligible' ? [Number(answer.effectiveFen) - 1] : [])),
        )
        const idle = rates.rows.flatMap((_, index) => (got.has(index) ? [] : [`amount.rows.${index}`]))
        expect(told.filter(({ rule }) => rule === 'row-unreachable').map(({ at }) => at)).toEqual(idle)
      }),
      { numRuns: 200 },
    )
  })
})
