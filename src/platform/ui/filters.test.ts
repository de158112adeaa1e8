import { expect, it } from 'vitest'
import { readAddress, readFilters, writeAddress, writeFilters } from './filters.ts'

const DEFAULTS = { state: '', overdue: false, year: 2022, towns: [] as string[] }

it('reads each filter as the type of its default', () => {
  const address = readAddress('?state=filed&overdue=1&year=2023&towns=碧湖镇,大港头镇')
  expect(readFilters(address, DEFAULTS)).toEqual({
    state: 'filed',
    overdue: true,
    year: 2023,
    towns: ['碧湖镇', '大港头镇'],
  })
})

it('takes the default where the address says nothing, or nonsense', () => {
  expect(readFilters(readAddress('?year=soon'), DEFAULTS)).toEqual(DEFAULTS)
})

it('leaves defaults out of the address and keeps what belongs to others', () => {
  const address = writeFilters({ open: '7', state: 'filed' }, { state: '', overdue: true }, DEFAULTS)
  expect(writeAddress(address)).toBe('?open=7&overdue=1')
})

it('gives back the same filters after a way through the address', () => {
  const filters = { state: 'a&b=c', overdue: true, year: 2024, towns: ['x', 'y'] }
  const address = readAddress(writeAddress(writeFilters({}, filters, DEFAULTS)))
  expect(readFilters(address, DEFAULTS)).toEqual(filters)
})

it('keeps a reference that looks like a number as text', () => {
  expect(readFilters(readAddress('?state=0031'), DEFAULTS).state).toBe('0031')
})
