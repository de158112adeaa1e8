import { expect, it } from 'vitest'
import { daysLater, readDate, sayDate, sayDates } from './civilDates.ts'

it('says a span the way each language does, without repeating what is the same', () => {
  expect(sayDates('2022-03-07', '2022-03-18', 'zh')).toBe('3月7日至18日')
  expect(sayDates('2022-03-07', '2022-03-18', 'en')).toBe('7–18 March')
  expect(sayDates('2022-03-14', '2022-04-02', 'zh', true)).toBe('2022年3月14日至4月2日')
  expect(sayDates('2022-12-20', '2023-01-05', 'zh')).toBe('2022年12月20日至2023年1月5日')
  expect(sayDates('2022-12-20', '2023-01-05', 'en')).toBe('20 December 2022 – 5 January 2023')
  expect(sayDates('2022-03-20', '2023-03-05', 'zh')).toBe('2022年3月20日至2023年3月5日')
  expect(sayDates('2022-03-07', '2022-03-07', 'zh')).toBe('3月7日')
})

it('says one day with or without its year', () => {
  expect(sayDate('2022-02-25', 'zh')).toBe('2022年2月25日')
  expect(sayDate('2022-02-25', 'en', false)).toBe('25 February')
})

it('reads the ways in which a date is typed', () => {
  for (const typed of ['2022-2-5', '20220205', '2022/02/05', '2022年2月5日', ' 2022.2.5 ', '2022-02-05']) {
    expect(readDate(typed)).toBe('2022-02-05')
  }
})

it('reads no date where there is none', () => {
  for (const typed of ['2022-02-30', '2022-02-00', '2022-13-01', '2022', '2月5日', 'tomorrow', ''])
    expect(readDate(typed)).toBeNull()
})

it('counts days over the end of a month', () => {
  expect(daysLater('2022-02-25', 7)).toBe('2022-03-04')
})
