import type { Sentence } from '../../../platform/contract/public.ts'
import type { GridCell } from '../../../platform/office/grid.ts'
import { plainText } from '../../../kernel/values/public.ts'
import type { RosterColumn } from './columns.ts'
import { problems } from './words.ts'

/** What is quoted in a sentence is short, and never a phone, an identity number or an account put into the wrong place. */
const LONG_NUMBER = /\p{Nd}(?:[ -]?\p{Nd}){10,}[xX]?/gu
const QUOTED_CHARACTERS = 40

/** A cell's text as a person reads it, without the control characters that some exports leave behind. */
export function cleanText(text: string | undefined): string {
  return plainText(text).replace(/\p{Cc}/gu, '')
}

/** Whether a text holds a number as long as a phone's or longer. */
export function holdsLongNumber(text: string): boolean {
  return text.search(LONG_NUMBER) >= 0
}

/** A text without the long numbers in it. */
export function withoutLongNumbers(text: string): string {
  return text.replace(LONG_NUMBER, '***')
}

/** A written value as it may stand in a stored sentence. */
export function quotable(text: string): string {
  const safe = withoutLongNumbers(cleanText(text))
  return safe.length > QUOTED_CHARACTERS ? `${safe.slice(0, QUOTED_CHARACTERS)}…` : safe
}

/** A running number, and a sex that is compared with the identity number anyway, may be computed; nothing else may. */
const MAY_BE_FORMULA: readonly RosterColumn[] = ['seq', 'sex', 'remark']

/** More digits than a spreadsheet's number holds. */
const LOST_AFTER_DIGITS = 15
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d+$/i

/** What is wrong with how a cell was stored, whatever it says. */
export function storageProblem(cell: GridCell, column: RosterColumn): Sentence | undefined {
  if (cell.raw === 'error') return problems.brokenFormula(column)
  if (cell.raw === 'formula' && !MAY_BE_FORMULA.includes(column)) return problems.formula(column)
  const isNumber = cell.raw === 'number' || cell.raw === 'date' || SCIENTIFIC.test(cleanText(cell.text))
  if (column === 'identityNumber' && isNumber) return problems.identityAsNumber
  const isLong = cell.text.replace(/\D/g, '').length > LOST_AFTER_DIGITS || SCIENTIFIC.test(cleanText(cell.text))
  if (column === 'bankAccount' && isNumber && isLong) return problems.accountAsNumber
  return undefined
}
