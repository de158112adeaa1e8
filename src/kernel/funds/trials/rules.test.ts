import { describe, expect, it } from 'vitest'
import { courseOf, suggestedValuesOn, type TrialLine } from './rules.ts'

const line = (
  name: string,
  appropriatedFen: number,
  others: readonly (readonly [string, number])[] = [],
): TrialLine => ({
  id: name,
  name,
  year: 2022,
  appropriatedFen,
  others: others.map(([month, fen]) => ({ month, fen })),
})
const costs = (...months: [string, number][]) => months.map(([month, fen]) => ({ month, fen }))
const told = ({ lines, lackingFen, breaksIn }: ReturnType<typeof courseOf>) => ({
  lines: lines.map(({ name, drawnFen, leftFen, breaksIn: own }) => [name, drawnFen, leftFen, own]),
  lackingFen,
  breaksIn,
})

describe('how the lines of a fund bear a year', () => {
  it('draws on them in the order they were opened, and names the month in which each is used up', () => {
    const course = courseOf(2022, [line('first', 500), line('second', 300)], costs(['2022-05', 400], ['2022-03', 300]))
    expect(told(course)).toEqual({
      lines: [
        ['first', 500, 0, '2022-05'],
        ['second', 200, 100, null],
      ],
      lackingFen: 0,
      breaksIn: null,
    })
  })

  it('takes what others drew in the month in which they did, not before', () => {
    const lines = [line('first', 500, [['2022-11', 300]])]
    const course = courseOf(2022, lines, costs(['2022-03', 150], ['2022-12', 100]))
    expect(told(course)).toEqual({ lines: [['first', 200, 0, '2022-12']], lackingFen: 50, breaksIn: '2022-12' })
    expect(course.lines[0]!.months).toEqual([
      { month: '2022-03', othersFen: 0, drawnFen: 150, leftFen: 350 },
      { month: '2022-11', othersFen: 300, drawnFen: 0, leftFen: 50 },
      { month: '2022-12', othersFen: 0, drawnFen: 50, leftFen: 0 },
    ])
  })

  it('is used up by others too, where the scheme left them too little', () => {
    const course = courseOf(2022, [line('first', 500, [['2022-11', 300]])], costs(['2022-03', 400]))
    expect(told(course)).toEqual({ lines: [['first', 400, 0, '2022-11']], lackingFen: 0, breaksIn: null })
  })

  it('lacks all of it where there is no line', () => {
    expect(told(courseOf(2022, [], costs(['2022-03', 400])))).toEqual({
      lines: [],
      lackingFen: 400,
      breaksIn: '2022-03',
    })
  })
})

describe('the day whose values are suggested', () => {
  it('is the first day of a version that begins after the first case', () => {
    expect(suggestedValuesOn('2022-06-01', '2021-01-01')).toBe('2022-06-01')
  })
  it('is each case’s own where the version was in force all the time', () => {
    expect(suggestedValuesOn('2022-01-01', '2022-01-01')).toBe('')
  })
})
