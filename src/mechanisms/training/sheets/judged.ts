import type { Sentence } from '../../../platform/contract/public.ts'
import type { Grid } from '../../../platform/office/grid.ts'
import { quotable } from '../../../kernel/values/public.ts'
import type { SheetMark } from './contract.ts'
import { cellName, type FoundProblem } from './person-rows.ts'
import { notes, problems } from './words.ts'

/** A sheet that was read and judged: what it says when nothing is wrong, and everything that is. */
export type JudgedSheet<T> = {
  /** The header's last row: where a marked workbook puts the column of problems. */
  readonly headerRow: number
  readonly rowCount: number
  readonly problems: readonly FoundProblem[]
  readonly notes: readonly Sentence[]
  /** Null when there is any error: a sheet is imported as a whole or not at all. */
  readonly value: T | null
}

/** A file in which there is no such sheet: there is nothing to mark. */
export type UnfitSheet = { readonly unfit: Sentence }

/** More than these nobody reads; what is wrong with the rest shows at the next upload. */
const LISTED_PROBLEMS = 1000

/** Problems in the order of the sheet; of very many the first, and how many more there are. */
export function listed(found: readonly FoundProblem[]): FoundProblem[] {
  const ordered = [...found].sort((a, b) => a.sheetRow - b.sheetRow || (a.column ?? -1) - (b.column ?? -1))
  const left = ordered.length - LISTED_PROBLEMS
  const last = ordered[LISTED_PROBLEMS - 1]
  if (left <= 0 || !last) return ordered
  const more = { ...last, column: null, seq: null, maskedName: '', kind: 'error' as const }
  return [...ordered.slice(0, LISTED_PROBLEMS), { ...more, sentence: problems.more(left) }]
}

export function isRefused(found: readonly FoundProblem[]): boolean {
  return found.some((problem) => problem.kind === 'error')
}

/** Problems as they are kept and told. */
export function marksOf(found: readonly FoundProblem[]): SheetMark[] {
  return found.map(({ sheetRow, column, seq, maskedName, kind, sentence }) => ({
    seq,
    sheetRow,
    cell: column === null ? null : cellName(sheetRow, column),
    maskedName,
    kind,
    sentence,
  }))
}

/** Sheets of the workbook that were not read. */
export function sheetNotes(grid: Grid): Sentence[] {
  const left = grid.sheetNames.filter((name) => name !== grid.sheetName)
  return left.length > 0 ? [notes.otherSheets(quotable(grid.sheetName), left.map(quotable))] : []
}
