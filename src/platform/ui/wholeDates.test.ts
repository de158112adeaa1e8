import { expect, it } from 'vitest'
import { datesWhole, partedAtDates } from './wholeDates.ts'

it('knows a date as it is written and as it is said, with its time or its last day', () => {
  for (const [text, dates] of [
    ['请在2022-05-06前办理', ['2022-05-06']],
    ['2022-05-06 09:12 封存', ['2022-05-06 09:12']],
    ['公示2022年5月6日至5月12日', ['2022年5月6日', '5月12日']],
    ['3月7日至18日 · 碧湖镇', ['3月7日至18日']],
    ['From 7–18 March 2022 and again on 2 April', ['7–18 March 2022', '2 April']],
    ['S-2022-0001 · 2022年第3期 · 12 people', []],
  ] as const)
    expect(
      partedAtDates(text).filter((_, at) => at % 2 === 1),
      text,
    ).toEqual(dates)
})

it('loses nothing of a text', () => {
  const text = '2022-05-06:自5月6日起'
  expect(partedAtDates(text).join('')).toBe(text)
})

it('marks the dates of a document where they are read, and not in addresses or titles', () => {
  expect(datesWhole('<title>5月6日</title><a href="?on=2022-05-06">至5月6日</a>')).toBe(
    '<title>5月6日</title><a href="?on=2022-05-06">至<span class="day">5月6日</span></a>',
  )
})
