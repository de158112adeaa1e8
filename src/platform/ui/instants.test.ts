import { expect, it } from 'vitest'
import { localTime } from './instants.ts'

it('says an instant by the clock on a wall in the county, whatever the zone of the reader', () => {
  expect(localTime('2022-03-01T01:12:59Z')).toBe('2022-03-01 09:12')
  expect(localTime('2022-02-28T16:00:00Z')).toBe('2022-03-01 00:00')
})
