import fc from 'fast-check'
import { expect, it } from 'vitest'
import { notPassed, readPoints } from './rules.ts'

const TERMS = { maximum: 100, absentWords: ['缺考', '旷考'] }

it('reads absent as absent, not as zero', () => {
  expect(readPoints('缺 考', 'practice', TERMS)).toEqual({ ok: true, value: null })
  expect(readPoints('0', 'practice', TERMS)).toEqual({ ok: true, value: 0 })
})

it('reads full-width points and points followed by 分', () => {
  expect(readPoints('８５', 'theory', TERMS)).toEqual({ ok: true, value: 85 })
  expect(readPoints('85分', 'theory', TERMS)).toEqual({ ok: true, value: 85 })
  expect(readPoints('85.0', 'theory', TERMS)).toEqual({ ok: true, value: 85 })
})

it('refuses what is not a whole number within the maximum, and never repeats a long number', () => {
  for (const text of ['101', '-1', '85.5', '良好', '']) expect(readPoints(text, 'theory', TERMS).ok, text).toBe(false)
  const read = readPoints('339901197706180675', 'theory', TERMS)
  expect(JSON.stringify(read)).not.toContain('1977')
})

it('never passes somebody who was absent, whatever the other mark', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (points, line) => {
      expect(notPassed({ theory: points, practice: null }, { theory: line, practice: line })).toContain('practice')
    }),
  )
})

it('passes on the line itself', () => {
  expect(notPassed({ theory: 60, practice: 60 }, { theory: 60, practice: 60 })).toEqual([])
  expect(notPassed({ theory: 59, practice: 60 }, { theory: 60, practice: 60 })).toEqual(['theory'])
})
