import type { Sentence } from '../../../platform/contract/public.ts'
import { type Grid, type GridRow, textAt } from '../../../platform/office/grid.ts'
import { findHeader, type Header, plainName } from '../../../platform/office/header.ts'
import {
  type BankAccount,
  type CivilDate,
  compactText,
  type IdentityNumber,
  isSameName,
  maskName,
  type PersonName,
  type Phone,
  quotable,
  type Sex,
} from '../../../kernel/values/public.ts'
import { COLUMN_MEANINGS, NEEDED_COLUMNS, type RosterColumn } from './columns.ts'
import type { RosterMark } from './contract.ts'
import { type PersonGroup, readRow, type RowReading, type RowTerms } from './row-rules.ts'
import type { JudgedField } from './judged-by.ts'
import { type ClassNamed, namedIn, titleProblems } from './title-rules.ts'
import { notes, problems } from './words.ts'

/** What a roster is judged by: the class it is for, and the county's terms on the day. */
export type RosterTerms = ClassNamed & RowTerms & { readonly maxRows: number }

export type { PersonGroup }

/** One person of a roster, everything right and normalised. */
export type RosterRow = {
  readonly seq: number
  readonly sheetRow: number
  readonly name: PersonName
  readonly identityNumber: IdentityNumber
  readonly sex: Sex
  readonly birthDate: CivilDate
  readonly groupCode: string
  readonly phone: Phone
  readonly bankAccount: BankAccount
  readonly bankName: string
  readonly education: string
  readonly address: string
  readonly doubts: readonly Sentence[]
}

export type JudgedRoster = {
  /** The header's last row: where a marked workbook puts the column of problems. */
  readonly headerRow: number
  readonly columnOf: ReadonlyMap<RosterColumn, number>
  readonly rowCount: number
  /** Empty when there is any error: a roster is imported as a whole or not at all. */
  readonly rows: readonly RosterRow[]
  readonly marks: readonly RosterMark[]
  readonly notes: readonly Sentence[]
  /** What of the plan the title lines name. */
  readonly named: readonly JudgedField[]
}

/** A sheet that is no roster at all, or too long for one: there is nothing to mark. */
export type UnfitRoster = { readonly unfit: Sentence }

/** A sheet read as a roster, before it is known who the people on it are. */
export type RosterRead = {
  readonly grid: Grid
  readonly header: Header<RosterColumn>
  readonly readings: readonly RowReading[]
}

/** Reads a sheet as a roster, row by row. */
export function readRoster(grid: Grid, terms: RosterTerms): RosterRead | UnfitRoster {
  const header = findHeader(grid, COLUMN_MEANINGS)
  if (!header) return { unfit: problems.noHeader }
  const body = header.bodyRows.filter((row) => !isHeaderAgain(row, header))
  if (body.length > terms.maxRows) return { unfit: problems.tooManyRows(terms.maxRows, body.length) }

  return { grid, header, readings: body.map((row) => readRow(row, header.columnOf, terms)) }
}

/** The right identity numbers on a sheet, for looking up who is known already. */
export function identityNumbersOn({ readings }: RosterRead): string[] {
  return readings.flatMap((reading) => reading.identity?.value ?? [])
}

/** Every person of a roster, or every problem of all rows at once. `knownNames` is what the district calls whom it knows. */
export function judgeRoster(
  { grid, header, readings }: RosterRead,
  terms: RosterTerms,
  knownNames: ReadonlyMap<string, string>,
): JudgedRoster {
  const numbering = numberRows(readings)
  const marks = [
    ...fileMarks(grid, header, terms, readings.length),
    ...rowMarks(readings, numbering.seqs, knownNames),
    ...strayMarks(header),
  ].sort((a, b) => a.sheetRow - b.sheetRow)
  const stopped = marks.some((mark) => mark.kind === 'error')
  return {
    headerRow: header.lastHeaderRow,
    columnOf: header.columnOf,
    rowCount: readings.length,
    rows: stopped ? [] : readings.map((reading, at) => rowOf(reading, numbering.seqs[at] ?? 0, marks)),
    marks,
    named: namedIn(header.titles),
    notes: [...(numbering.renumbered ? [notes.renumbered] : []), ...sheetNotes(grid)],
  }
}

/** A header printed again on every page of a long list. */
function isHeaderAgain(row: GridRow, { columnOf }: Header<RosterColumn>): boolean {
  return COLUMN_MEANINGS.filter((column) => column.required).every(({ key, names }) => {
    const at = columnOf.get(key)
    return at !== undefined && names.some((name) => plainName(name) === plainName(textAt(row, at)))
  })
}

/** Rows go by the numbers people wrote, as long as each has one of its own. */
function numberRows(readings: readonly RowReading[]): { seqs: readonly number[]; renumbered: boolean } {
  const written = readings.map((reading) => reading.numbered)
  const usable = !written.includes(null) && new Set(written).size === written.length
  return { seqs: readings.map((reading, at) => (usable ? reading.numbered : null) ?? at + 1), renumbered: !usable }
}

function fileMarks(grid: Grid, header: Header<RosterColumn>, terms: RosterTerms, people: number): RosterMark[] {
  const mark = (sheetRow: number, sentence: Sentence): RosterMark => ({
    seq: null,
    sheetRow,
    column: null,
    maskedName: '',
    kind: 'error',
    sentence,
  })
  const titleRows = grid.rows.filter((row) => row.row < header.headerRow)
  const needs = (column: RosterColumn) => NEEDED_COLUMNS.includes(column)
  return [
    ...titleProblems(header.titles, terms).map(({ line, sentence }) =>
      mark(titleRows[line]?.row ?? header.headerRow, sentence),
    ),
    ...NEEDED_COLUMNS.filter((column) => !header.columnOf.has(column)).map((column) =>
      mark(header.headerRow, problems.missingColumn(column)),
    ),
    ...header.repeated
      .filter(({ key }) => needs(key))
      .map(({ key }) => mark(header.headerRow, problems.repeatedColumn(key))),
    ...(people === 0 ? [mark(header.headerRow, problems.nobody)] : []),
  ]
}

function rowMarks(
  readings: readonly RowReading[],
  seqs: readonly number[],
  knownNames: ReadonlyMap<string, string>,
): RosterMark[] {
  return readings.flatMap((reading, at) => {
    const mark = (kind: RosterMark['kind'], column: RosterColumn, sentence: Sentence): RosterMark => ({
      seq: seqs[at] ?? null,
      sheetRow: reading.sheetRow,
      column,
      maskedName: maskName(quotable(reading.writtenName)),
      kind,
      sentence,
    })
    const own = reading.problems.map(({ column, sentence }) => mark('error', column, sentence))
    const earlier = readings.findIndex((other, index) => index < at && isSamePerson(other, reading))
    if (earlier >= 0) own.push(mark('error', 'identityNumber', problems.samePerson(seqs[earlier] ?? 0)))
    else if (isCalledOtherwise(reading, knownNames)) own.push(mark('doubt', 'name', problems.nameDiffers))
    const sharers = sharersOf(readings, at).map((index) => seqs[index] ?? 0)
    if (sharers.length > 0) own.push(mark('doubt', 'bankAccount', problems.sharedAccount(sharers)))
    return own
  })
}

function isCalledOtherwise({ identity, name }: RowReading, knownNames: ReadonlyMap<string, string>): boolean {
  const known = identity && knownNames.get(identity.value)
  return known !== undefined && name !== undefined && !isSameName(known, name)
}

function isSamePerson(a: RowReading, b: RowReading): boolean {
  return a.identity !== undefined && a.identity.value === b.identity?.value
}

/** Later rows of other people with the account of this one; told once, on the first of them. */
function sharersOf(readings: readonly RowReading[], at: number): number[] {
  const reading = readings[at]
  if (!reading?.bankAccount) return []
  const shares = (other: RowReading) => other.bankAccount === reading.bankAccount && !isSamePerson(other, reading)
  if (readings.slice(0, at).some(shares)) return []
  return readings.flatMap((other, index) => (index > at && shares(other) ? [index] : []))
}

/** Rows taken for part of the form although somebody's phone or account stands in them: never dropped in silence. */
function strayMarks(header: Header<RosterColumn>): RosterMark[] {
  const columns = (['phone', 'bankAccount'] as const).flatMap((column) => header.columnOf.get(column) ?? [])
  return header.footerRows
    .filter((row) => columns.some((column) => /^\d{11,}$/.test(compactText(textAt(row, column)))))
    .map((row) => ({
      seq: null,
      sheetRow: row.row,
      column: null,
      maskedName: '',
      kind: 'error',
      sentence: problems.unidentified,
    }))
}

function sheetNotes(grid: Grid): Sentence[] {
  const left = grid.sheetNames.filter((name) => name !== grid.sheetName)
  return left.length > 0 ? [notes.otherSheets(quotable(grid.sheetName), left.map(quotable))] : []
}

/** A row nothing is wrong with: every value is there. */
function rowOf(reading: RowReading, seq: number, marks: readonly RosterMark[]): RosterRow {
  const { sheetRow, name, identity, groupCode, phone, bankAccount, bankName, education, address } = reading
  if (!name || !identity || !groupCode || !phone || !bankAccount || !bankName) {
    throw new Error(`row ${sheetRow} has neither its values nor a problem`)
  }
  return {
    seq,
    sheetRow,
    name,
    identityNumber: identity.value,
    sex: identity.sex,
    birthDate: identity.birthDate,
    groupCode,
    phone,
    bankAccount,
    bankName,
    education,
    address,
    doubts: marks.filter((mark) => mark.sheetRow === sheetRow && mark.kind === 'doubt').map((mark) => mark.sentence),
  }
}
