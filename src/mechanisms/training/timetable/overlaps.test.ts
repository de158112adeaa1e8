import fc from 'fast-check'
import { expect, it } from 'vitest'
import { civilDate } from '../../../kernel/values/public.ts'
import { overlappingPairs } from './overlaps.ts'
import { minuteOf } from './times.ts'

const on = (day: string, from: string, to: string) => ({
  day: civilDate(day),
  startMinute: minuteOf(from),
  endMinute: minuteOf(to),
})

it('finds the pair that overlaps, and not those that touch or are on other days', () => {
  const sessions = [
    on('2022-03-07', '13:30', '16:30'),
    on('2022-03-07', '08:30', '11:30'),
    on('2022-03-07', '11:30', '13:30'),
    on('2022-03-08', '08:30', '11:30'),
    on('2022-03-07', '11:00', '12:00'),
  ]
  expect(overlappingPairs(sessions, 10)).toEqual({
    pairs: [
      [1, 4],
      [2, 4],
    ],
    found: 2,
  })
})

it('counts every pair of five hundred sessions at one moment, and makes only the first few', () => {
  const { pairs, found } = overlappingPairs(Array(500).fill(on('2022-03-07', '08:30', '11:30')), 3)
  expect([pairs, found]).toEqual([
    [
      [0, 1],
      [0, 2],
      [1, 2],
    ],
    (500 * 499) / 2,
  ])
})

it('always finds exactly the pairs that looking at each pair finds', () => {
  const some = fc
    .tuple(
      fc.constantFrom('2022-03-07', '2022-03-08'),
      fc.integer({ min: 0, max: 48 }),
      fc.integer({ min: 0, max: 48 }),
    )
    .map(([day, start, end]) => ({ day: civilDate(day), startMinute: start * 30, endMinute: end * 30 }))
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), fc.integer({ min: 0, max: 80 }), (sessions, most) => {
      const each = sessions.flatMap((b, later) =>
        sessions.slice(0, later).flatMap((a, earlier) => {
          const real = a.startMinute < a.endMinute && b.startMinute < b.endMinute
          const meet = a.day === b.day && a.startMinute < b.endMinute && b.startMinute < a.endMinute
          return real && meet ? [`${earlier} ${later}`] : []
        }),
      )
      const { pairs, found } = overlappingPairs(sessions, most)
      const told = pairs.map((pair) => pair.join(' '))
      expect(found).toBe(each.length)
      expect(told).toHaveLength(Math.min(most, found))
      expect(new Set(told).size).toBe(told.length)
      expect(each).toEqual(expect.arrayContaining(told))
    }),
  )
})
