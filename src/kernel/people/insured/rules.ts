import type { Sentence } from '../../../platform/contract/public.ts'
import { cellAt, type GridCell, type GridRow } from '../../../platform/office/grid.ts'
import { isFooter, plainName } from '../../../platform/office/header.ts'
import {
  accepted,
  type Checked,
  checkIdentityNumber,
  checkUscc,
  type CivilDate,
  compactText,
  type IdentityNumber,
  keptText,
  refused,
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

const LONGEST_EMPLOYER = 200
const SCIENTIFIC = /^\s*\d(?:\.\d+)?e\+?\d+\s*$/i

/** Reads the rows of one list. Employers and months come by the thousand and are read once each. */
export function lineReader(columnOf: Columns, today: CivilDate): (row: GridRow) => RowReading {
  const readUscc = remembering(asStored('uscc', checkUscc))
  const readName = remembering(asStored('employerName', checkEmployer))
  const readIdentity = asStored<IdentityNumber>('identityNumber', (text) => checkIdentityNumber(text, { today }))
  const readFrom = remembering(asStored('fromMonth', (text) => checkMonth('fromMonth', text)))
  const readTo = remembering(
    asStored<YearMonth | null>('toMonth', (text) =>
      compactText(text) === '' ? accepted(null) : checkMonth('toMonth', text),
    ),
  )
  const at = (row: GridRow, column: InsuredColumn) => cellAt(row, columnOf.get(column) ?? -1)

  return (row) => {
    const uscc = readUscc(at(row, 'uscc'))
    const name = readName(at(row, 'employerName'))
    const identity = readIdentity(at(row, 'identityNumber'))
    const from = readFrom(at(row, 'fromMonth'))
    const to = readTo(at(row, 'toMonth'))
    if (!uscc.ok || !name.ok || !identity.ok || !from.ok || !to.ok) {
      if (isNoEntry(row, columnOf)) return undefined
      return { problems: [uscc, name, identity, from, to].flatMap((read) => (read.ok ? [] : read.problems)) }
    }
    if (to.value !== null && to.value < from.value) return { problems: [words.endsBeforeItBegins] }
    return {
      line: {
        uscc: uscc.value,
        employerName: name.value,
        identityNumber: identity.value,
        fromMonth: from.value,
        toMonth: to.value,
      },
    }
  }
}

type ReadCell<T> = (cell: GridCell | undefined) => Checked<T>

/** A cell that was stored wrongly is not read at all. */
function asStored<T>(column: InsuredColumn, check: (text: string) => Checked<T>): ReadCell<T> {
  return (cell) => {
    const stored = cell && storageProblem(cell, column)
    return stored ? refused(stored) : check(cell?.text ?? '')
  }
}

/** Remembers by the text alone what text cells came to; the others are few. */
function remembering<T>(read: ReadCell<T>): ReadCell<T> {
  const known = new Map<string, Checked<T>>()
  return (cell) => {
    if (cell && cell.raw !== 'text') return read(cell)
    const text = cell?.text ?? ''
    const before = known.get(text)
    if (before) return before
    const now = read(cell)
    known.set(text, now)
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

function checkEmployer(text: string): Checked<string> {
  // Whoever typed somebody's number into the wrong column has not told it.
  const name = keptText(text)
  if (name === '') return refused(words.empty('employerName'))
  return name.length > LONGEST_EMPLOYER ? refused(words.tooLong('employerName', LONGEST_EMPLOYER)) : accepted(name)
}

function checkMonth(column: 'fromMonth' | 'toMonth', text: string): Checked<YearMonth> {
  if (compactText(text) === '') return refused(words.empty(column))
  const month = readMonth(text)
  return month ? accepted(month) : refused(words.noMonth(column))
}

const HEADINGS = new Set(COLUMN_MEANINGS.flatMap(({ names }) => names.map(plainName)))

/** A row that fills none of the columns, a line of the form's foot, or the header printed again on the next page. */
function isNoEntry(row: GridRow, columnOf: Columns): boolean {
  const texts = INSURED_COLUMNS.map((column) => cellAt(row, columnOf.get(column) ?? -1)?.text ?? '')
  const filled = texts.filter((text) => text.trim() !== '')
  if (filled.length > 1) return filled.every((text) => HEADINGS.has(plainName(text)))
  return isFooter(row, { sequence: -1, identity: [...columnOf.values()] }) || filled.length === 0
}
