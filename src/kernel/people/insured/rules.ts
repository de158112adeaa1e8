import type { Sentence } from '../../../platform/contract/public.ts'
import { cellAt, type GridCell, type GridRow } from '../../../platform/office/grid.ts'
import { isFooter, plainName } from '../../../platform/office/header.ts'
import {
  checkIdentityNumber,
  checkUscc,
  type CivilDate,
  compactText,
  type IdentityNumber,
  plainText,
  type Uscc,
  type YearMonth,
} from '../../values/public.ts'
import { COLUMN_MEANINGS, INSURED_COLUMNS, type InsuredColumn } from './columns.ts'
import { readMonth } from './months.ts'
import { words } from './words.ts'

/** One line of the list, everything right and normalised. */
export type InsuredLine = {
  readonly uscc: Uscc
  readonly employerName: string
  readonly identityNumber: IdentityNumber
  readonly fromMonth: YearMonth
  readonly toMonth: YearMonth | null
}

/** What a row of the sheet came to: a line, every reason against it, or nothing (a blank row, a footer, the header again). */
export type RowReading = { readonly line: InsuredLine } | { readonly problems: readonly Sentence[] } | undefined

type Columns = ReadonlyMap<InsuredColumn, number>
type Read<T> = { readonly value: T } | { readonly problems: readonly Sentence[] }

const LONGEST_EMPLOYER = 200
const SCIENTIFIC = /^\s*\d(?:\.\d+)?e\+?\d+\s*$/i

/** Reads the rows of one list. Employers and months come by the thousand and are read once each. */
export function lineReader(columnOf: Columns, today: CivilDate): (row: GridRow) => RowReading {
  const uscc = remembering(once('uscc', (text) => outcomeOf(checkUscc(text))))
  const employerName = remembering(once('employerName', readEmployer))
  const fromMonth = remembering(once('fromMonth', (text) => readMonthOf('fromMonth', text)))
  const toMonth = remembering(
    once('toMonth', (text) => (compactText(text) === '' ? { value: null } : readMonthOf('toMonth', text))),
  )
  const identity = once('identityNumber', (text) => outcomeOf(checkIdentityNumber(text, { today })))
  const at = (row: GridRow, column: InsuredColumn) => cellAt(row, columnOf.get(column) ?? -1)

  return (row) => {
    const read = {
      uscc: uscc(at(row, 'uscc')),
      employerName: employerName(at(row, 'employerName')),
      identityNumber: identity(at(row, 'identityNumber')),
      fromMonth: fromMonth(at(row, 'fromMonth')),
      toMonth: toMonth(at(row, 'toMonth')),
    }
    const problems = Object.values(read).flatMap((each) => ('problems' in each ? each.problems : []))
    if (problems.length > 0) return isNoEntry(row, columnOf) ? undefined : { problems }
    const line = Object.fromEntries(
      Object.entries(read).map(([key, each]) => [key, 'value' in each && each.value]),
    ) as InsuredLine
    if (line.toMonth !== null && line.toMonth < line.fromMonth) return { problems: [words.endsBeforeItBegins] }
    return { line }
  }
}

/** A cell as it was stored first, then what it says. */
function once<T>(column: InsuredColumn, read: (text: string) => Read<T>): (cell: GridCell | undefined) => Read<T> {
  return (cell) => {
    const stored = cell && storageProblem(cell, column)
    return stored ? { problems: [stored] } : read(cell?.text ?? '')
  }
}

function remembering<T>(read: (cell: GridCell | undefined) => Read<T>): (cell: GridCell | undefined) => Read<T> {
  const known = new Map<string, Read<T>>()
  return (cell) => {
    const key = cell ? `${cell.raw} ${cell.text}` : ''
    const before = known.get(key)
    if (before) return before
    const now = read(cell)
    known.set(key, now)
    return now
  }
}

/** A month or a day may be stored as a number or a date; an identity number or a code may not. */
function storageProblem(cell: GridCell, column: InsuredColumn): Sentence | undefined {
  if (cell.raw === 'error') return words.brokenFormula(column)
  if (cell.raw === 'formula') return words.formula(column)
  if (column !== 'identityNumber' && column !== 'uscc') return undefined
  const isNumber = cell.raw === 'number' || cell.raw === 'date' || SCIENTIFIC.test(cell.text)
  return isNumber ? words.storedAsNumber(column) : undefined
}

function outcomeOf<T>(checked: { ok: true; value: T } | { ok: false; problems: readonly Sentence[] }): Read<T> {
  return checked.ok ? { value: checked.value } : { problems: checked.problems }
}

function readEmployer(text: string): Read<string> {
  const name = plainText(text)
  if (name === '') return { problems: [words.empty('employerName')] }
  return name.length > LONGEST_EMPLOYER
    ? { problems: [words.tooLong('employerName', LONGEST_EMPLOYER)] }
    : { value: name }
}

function readMonthOf(column: 'fromMonth' | 'toMonth', text: string): Read<YearMonth> {
  if (compactText(text) === '') return { problems: [words.empty(column)] }
  const month = readMonth(text)
  return month ? { value: month } : { problems: [words.noMonth(column)] }
}

const HEADINGS = new Set(COLUMN_MEANINGS.flatMap(({ names }) => names.map(plainName)))

/** A row that fills none of the columns, a line of the form's foot, or the header printed again on the next page. */
function isNoEntry(row: GridRow, columnOf: Columns): boolean {
  const texts = INSURED_COLUMNS.map((column) => cellAt(row, columnOf.get(column) ?? -1)?.text ?? '')
  const filled = texts.filter((text) => text.trim() !== '')
  if (filled.length > 1) return filled.every((text) => HEADINGS.has(plainName(text)))
  return isFooter(row, { sequence: -1, identity: [...columnOf.values()] }) || filled.length === 0
}

const LONG_NUMBER = /\p{Nd}(?:[ -]?\p{Nd}){10,}[xX]?/gu

/** The file's name without a number as long as a phone's or longer. */
export function keptFileName(fileName: string): string {
  return plainText(fileName).replace(/\p{Cc}/gu, '').replace(LONG_NUMBER, '***').slice(0, 300) || 'insured-staff'
}
