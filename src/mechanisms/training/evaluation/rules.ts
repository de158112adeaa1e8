import type { Sentence } from '../../../platform/contract/public.ts'
import { cellAt, type Grid, type GridCell } from '../../../platform/office/grid.ts'
import { findHeader, type Header } from '../../../platform/office/header.ts'
import {
  type Aspect,
  ASPECTS,
  notPassed,
  type PassLines,
  type PointsTerms,
  readPoints,
} from '../../../kernel/marking/rules.ts'
import { ASPECT_WORDS } from '../../../kernel/marking/words.ts'
import { type Checked, type CivilDate, compactText, quotable, refused } from '../../../kernel/values/public.ts'
import { isRefused, type JudgedSheet, listed, sheetNotes, type UnfitSheet } from '../sheets/judged.ts'
import {
  type FoundProblem,
  type MatchedRow,
  matchPeople,
  type PersonOfClass,
  type PersonRow,
  problemOf,
  problemOfSheet,
  readPersonRows,
  storageProblem,
} from '../sheets/person-rows.ts'
import { COLUMN_WORDS as PERSON_WORDS, notes, problems as sheetProblems } from '../sheets/words.ts'
import { type CertificateTerms, type KnownCertificate, readCertificate, takenBy } from './certificate-rules.ts'
import { MARKS_COLUMNS, type MarksColumn } from './columns.ts'
import { COLUMN_WORDS, problems } from './words.ts'

const HEADINGS = { ...PERSON_WORDS, ...COLUMN_WORDS } as const satisfies Record<MarksColumn, Sentence>

/** What somebody came to: marks (null is absent) and the certificate they were given, if any. */
export type PersonMarked = {
  readonly enrolmentId: string
  readonly personId: string
  readonly points: { readonly [A in Aspect]: number | null }
  readonly certificateNumber: string | null
  readonly sheetRow: number
}

/** What a mark sheet is judged by. */
export type MarksTerms = CertificateTerms & {
  readonly people: readonly PersonOfClass[]
  readonly personIdOf: ReadonlyMap<string, string>
  readonly points: PointsTerms
  readonly lines: PassLines
  /** Certificates in force with the numbers that the sheet names. */
  readonly known: ReadonlyMap<string, KnownCertificate>
}

export type MarksGrid = {
  readonly grid: Grid
  readonly header: Header<MarksColumn>
  readonly rows: readonly PersonRow[]
}

/** Finds the header and the people of a mark sheet. */
export function readMarks(grid: Grid, today: CivilDate): MarksGrid | UnfitSheet {
  const header = findHeader(grid, MARKS_COLUMNS)
  if (!header) return { unfit: sheetProblems.noHeader('marks') }
  return { grid, header, rows: readPersonRows(header.bodyRows, header.columnOf, today) }
}

/** The certificate numbers a sheet names, right or wrong, for looking up which are on record. */
export function numbersOn({ header, rows }: MarksGrid): string[] {
  const column = header.columnOf.get('certificate')
  if (column === undefined) return []
  return rows.flatMap(({ row }) => compactText(cellAt(row, column)?.text).toUpperCase() || [])
}

/** Everybody's marks and certificate, or every problem of all cells at once. */
export function judgeMarks(read: MarksGrid, terms: MarksTerms): JudgedSheet<readonly PersonMarked[]> {
  const { grid, header, rows } = read
  const { lastHeaderRow: headerRow, columnOf } = header
  const lacking = [...header.missing, ...ASPECTS.filter((aspect) => !columnOf.has(aspect))]
  const found: FoundProblem[] = [
    ...lacking.map((column) => problemOfSheet(headerRow, sheetProblems.missingColumn(HEADINGS[column]))),
    ...header.repeated
      .filter(({ key }) => key !== 'remark' && key !== 'seq')
      .map(({ key, column }) => problemOfSheet(headerRow, sheetProblems.repeatedColumn(HEADINGS[key]), column)),
    ...(rows.length === 0 ? [problemOfSheet(headerRow, sheetProblems.nobody)] : []),
  ]
  const marked: PersonMarked[] = []
  if (lacking.length === 0) {
    const { matched, problems: mismatches } = matchPeople(rows, terms.people, { ...terms, columnOf, headerRow })
    found.push(...mismatches)
    const firstRow = new Map<string, number>()
    for (const row of matched) {
      const judged = judgeRow(row, columnOf, terms, firstRow)
      found.push(...judged.problems)
      if (judged.person) marked.push(judged.person)
    }
  }
  const ignored = header.unknown.map((cell) => quotable(cell.parts.join('')))
  return {
    headerRow,
    rowCount: rows.length,
    problems: listed(found),
    notes: [...sheetNotes(grid), ...(ignored.length > 0 ? [notes.ignoredColumns(ignored)] : [])],
    value: isRefused(found) ? null : marked,
  }
}

/** One row; `firstRow` is where each certificate number was seen first. */
function judgeRow(
  { row, person }: MatchedRow,
  columnOf: ReadonlyMap<MarksColumn, number>,
  terms: MarksTerms,
  firstRow: Map<string, number>,
): { person: PersonMarked | null; problems: FoundProblem[] } {
  const found: FoundProblem[] = []
  const cells = cellsOf(row, columnOf, found)
  const points = readBoth(cells, terms.points)
  const read = cells.read('certificate', (cell) => readCertificate(cell, terms))
  const number = read.ok ? read.value : null
  if (number !== null) {
    const earlier = firstRow.get(number)
    const taken = takenBy(terms.known.get(number), person.personId)
    if (earlier !== undefined) cells.against('certificate', [problems.repeatedCertificate(earlier)])
    else firstRow.set(number, row.row.row)
    if (taken) cells.against('certificate', [taken])
  }
  // With a mark that cannot be read, what it would have meant is not told as well.
  if (!points) return { person: null, problems: found }
  const reasons = reasonsAgainst(points, terms.lines)
  const passed = reasons.length === 0
  cells.against('result', resultProblems(compactText(cells.at('result')?.text), passed, reasons))
  if (number !== null && !passed) cells.against('certificate', [problems.certificateNotEarned(reasons)])
  if (read.ok && number === null && passed) cells.against('certificate', [problems.noCertificate], 'doubt')
  const { enrolmentId, personId } = person
  return {
    person: { enrolmentId, personId, points, certificateNumber: number, sheetRow: row.row.row },
    problems: found,
  }
}

/** The cells of a row by their column's meaning; what is wrong with them is added to `found`. */
function cellsOf(row: PersonRow, columnOf: ReadonlyMap<MarksColumn, number>, found: FoundProblem[]) {
  const at = (column: MarksColumn): GridCell | undefined => {
    const place = columnOf.get(column)
    return place === undefined ? undefined : cellAt(row.row, place)
  }
  const against = (column: MarksColumn, sentences: readonly Sentence[], kind: FoundProblem['kind'] = 'error') => {
    found.push(...sentences.map((sentence) => problemOf(row, columnOf.get(column) ?? null, sentence, kind)))
  }
  const read = <T>(column: MarksColumn, reader: (cell: GridCell | undefined) => Checked<T>): Checked<T> => {
    const stored = storageProblem(at(column))
    const value = stored ? refused(stored) : reader(at(column))
    if (!value.ok) against(column, value.problems)
    return value
  }
  return { at, against, read }
}

/** Both marks; undefined when either cannot be read. */
function readBoth(cells: ReturnType<typeof cellsOf>, terms: PointsTerms): PersonMarked['points'] | undefined {
  const [theory, practice] = ASPECTS.map((aspect) =>
    cells.read(aspect, (cell) => readPoints(cell?.text ?? '', aspect, terms)),
  )
  return theory?.ok && practice?.ok ? { theory: theory.value, practice: practice.value } : undefined
}

/** Why marks do not pass, one sentence for each aspect. */
export function reasonsAgainst(points: { readonly [A in Aspect]: number | null }, lines: PassLines): Sentence[] {
  return notPassed(points, lines).map((aspect) => {
    const reached = points[aspect]
    if (reached === null) return problems.absent(ASPECT_WORDS[aspect])
    return problems.belowLine(ASPECT_WORDS[aspect], reached, lines[aspect])
  })
}

/** How offices write the outcome. Who was absent did not pass. */
const PASSED = ['合格', '通过', '及格', '是', '√']
const NOT_PASSED = ['不合格', '未合格', '未通过', '不及格', '否', '×', '缺考']

function resultProblems(written: string, passed: boolean, reasons: readonly Sentence[]): Sentence[] {
  if (written === '') return []
  const saysPassed = PASSED.includes(written)
  if (!saysPassed && !NOT_PASSED.includes(written)) return [problems.unknownResult(quotable(written))]
  return saysPassed === passed ? [] : [problems.resultContradicts(quotable(written), passed, reasons)]
}
