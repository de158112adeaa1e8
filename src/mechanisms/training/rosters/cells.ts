import type { Sentence } from '../../../platform/contract/public.ts'
import type { GridCell } from '../../../platform/office/grid.ts'
import { cleanText } from '../../../kernel/values/public.ts'
import type { RosterColumn } from './columns.ts'
import { problems } from './words.ts'

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
