import { describe, expect, it } from 'vitest'
import type { LintOptions } from './lint.ts'
import { beside, fails, FIXED, level, named, passes, places, steps, theory, told, two, up } from './testing.ts'

const HALF = { times: { ratio: { numerator: 1, denominator: 2 }, round: 'down-to-fen' } }
const practice = { fact: 'marks.practice', atLeast: 90 }

/** Packs of which nothing is to be said, though it looks like it. */
const SOUND: { what: string; over: object; options?: LintOptions }[] = [
  {
    what: 'a mark above another, which takes one that no text names',
    over: {
      conditions: [
        theory,
        level,
        named('practice', { fact: 'marks.practice', atLeast: 60 }),
        named('less', { not: { fact: 'marks.practice', atLeast: { fact: 'marks.theory' } } }),
      ],
    },
  },
  {
    what: 'a share between two that are both excluded',
    over: {
      conditions: [
        theory,
        level,
        named('between', {
          all: [
            { fact: 'training.attendedRatio', known: true },
            { not: { fact: 'training.attendedRatio', atMost: { numerator: 3, denominator: 5 } } },
            { not: { fact: 'training.attendedRatio', atLeast: { numerator: 4, denominator: 5 } } },
          ],
        }),
      ],
    },
  },
  {
    what: 'every kind of certificate, which who has none does not meet',
    over: {
      conditions: [
        theory,
        level,
        named('kind', {
          fact: 'certificate.kind',
          oneOf: ['QUALIFICATION', 'SKILL_LEVEL', 'SPECIAL_ABILITY', 'TRAINING_PASS'],
        }),
      ],
    },
  },
  {
    what: 'a half of what one step came to, which the other way round is half of nothing',
    over: { ...two, ...steps(FIXED, up('half', HALF)), cases: [passes, fails] },
  },
  {
    what: 'an order of steps that one clause sets',
    over: steps(FIXED, named('half', HALF), named('more', { fixed: 10_000, when: practice })),
  },
  {
    what: 'another scheme that answers to something else',
    over: {},
    options: beside({ scheme: 'test.other', trigger: 'grant.arrived' }),
  },
  { what: 'another scheme of another county', over: {}, options: beside({ scheme: 'test.other', region: '330381' }) },
  {
    what: 'another version that corrects this one',
    over: {},
    options: beside({ version: '2022-06', corrects: { versions: ['2022-01'], from: '2022-06-01', cite: 'c1' } }),
  },
  { what: 'a clause by which people decide one case', over: { ...two, manual: { cite: 'c2' } } },
  {
    what: 'another version after this one',
    over: { inForce: { by: 'training', from: '2022-01-01', to: '2022-12-31' } },
    options: beside({ version: '2023-01', inForce: { by: 'training', from: '2023-01-01' } }),
  },
]

describe('a pack that only looks as if something were wrong', () => {
  it.each(SOUND)('is told nothing of $what', ({ over, options }) => {
    expect(places(told(over, options))).toEqual([])
  })
})
