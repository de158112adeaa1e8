import { expect, it } from 'vitest'
import { readMonth } from './months.ts'

it.each([
  '2022-03',
  '2022/3',
  '2022.03',
  '202203',
  '2022年3月',
  '2022年03月',
  ' ２０２２-０３ ',
  '2022-03-01',
  '20220331',
])('reads %s as March 2022', (text) => expect(readMonth(text)).toBe('2022-03'))

it.each(['', '2022', '2022-13', '2022-00', '20223', '2022-02-30', '3月', '至今'])(
  'does not take %j for a month',
  (text) => expect(readMonth(text)).toBeUndefined(),
)
