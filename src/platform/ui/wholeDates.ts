import { inTexts } from './markup.ts'

/*
 * A browser ends a line within a date: after a hyphen, before 月, between a day and its month. Somebody who reads it then
 * takes half of it for the whole.
 */

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'
const WRITTEN = String.raw`\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?`
const CHINESE = String.raw`(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?`
const ENGLISH = String.raw`\d{1,2}(?:–\d{1,2})? (?:${MONTH})(?: \d{4})?`
const DATE = new RegExp(`(${WRITTEN}|${CHINESE}|${ENGLISH})`)

/** A text parted at its dates: every second part is one. */
export function partedAtDates(text: string): readonly string[] {
  return text.split(DATE)
}

/** A document as text in which no line ends within a date. */
export function datesWhole(html: string): string {
  return inTexts(html, (text) =>
    partedAtDates(text)
      .map((part, at) => (at % 2 === 1 ? `<span class="day">${part}</span>` : part))
      .join(''),
  )
}
