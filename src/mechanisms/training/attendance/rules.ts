import type { Sentence } from '../../../platform/contract/public.ts'
import { cellAt, type Grid } from '../../../platform/office/grid.ts'
import { findHeader } from '../../../platform/office/header.ts'
import { type CivilDate, compactText, quotable } from '../../../kernel/values/public.ts'
import { isRefused, type JudgedSheet, listed, sheetNotes, type UnfitSheet } from '../sheets/judged.ts'
import {
  cellName,
  type FoundProblem,
  type MatchedRow,
  matchPeople,
  PERSON_COLUMNS,
  type PersonOfClass,
  type PersonRow,
  problemOf,
  problemOfSheet,
  readPersonRows,
  storageProblem,
} from '../sheets/person-rows.ts'
import { COLUMN_WORDS, notes, problems as sheetProblems } from '../sheets/words.ts'
import { type ClassDays, sessionColumns, type SessionPlanned, type SignColumn } from './session-columns.ts'
import { problems } from './words.ts'

/** What a sign on paper counts as. */
export type Credit = 'present' | 'late' | 'leave' | 'absent'

/** The words of the county for one way of being there or not (its parameter `attendance.marks`). */
export type AttendanceMark = {
  readonly kind: Credit
  readonly label: Sentence
  readonly credited: boolean
  readonly words: readonly string[]
}

/** One sign: this person, this session, what was written, and the very cell it stands in (row 1-based, column 0-based). */
export type SignRead = {
  readonly enrolmentId: string
  readonly sessionId: string
  readonly written: string
  readonly credit: Credit
  readonly sheetRow: number
  readonly sheetColumn: number
}

/** What a sheet of attendance is judged by: the class's people and timetable, and the county's marks. */
export type AttendanceTerms = ClassDays & {
  readonly sessions: readonly SessionPlanned[]
  readonly people: readonly PersonOfClass[]
  readonly personIdOf: ReadonlyMap<string, string>
  readonly marks: readonly AttendanceMark[]
}

/** The people a grid names, before it is known who they are. */
export type AttendanceGrid = {
  readonly grid: Grid
  readonly header: NonNullable<ReturnType<typeof findHeader<(typeof PERSON_COLUMNS)[number]['key']>>>
  readonly rows: readonly PersonRow[]
}

/** Finds the header and the people of a sheet of attendance. */
export function readAttendance(grid: Grid, today: CivilDate): AttendanceGrid | UnfitSheet {
  const header = findHeader(grid, PERSON_COLUMNS)
  if (!header) return { unfit: sheetProblems.noHeader('attendance') }
  return { grid, header, rows: readPersonRows(header.bodyRows, header.columnOf, today) }
}

/** Every sign of the sheet, or every problem of all its cells at once. */
export function judgeAttendance(read: AttendanceGrid, terms: AttendanceTerms): JudgedSheet<readonly SignRead[]> {
  const { grid, header, rows } = read
  const { lastHeaderRow: headerRow, columnOf } = header
  const found: FoundProblem[] = [
    ...header.missing.map((column) => problemOfSheet(headerRow, sheetProblems.missingColumn(COLUMN_WORDS[column]))),
    ...header.repeated.map(({ key, column }) =>
      problemOfSheet(headerRow, sheetProblems.repeatedColumn(COLUMN_WORDS[key]), column),
    ),
    ...(rows.length === 0 ? [problemOfSheet(headerRow, sheetProblems.nobody)] : []),
  ]
  const layout = sessionColumns(grid, header, terms)
  found.push(...layout.problems)
  const signs: SignRead[] = []
  if (header.missing.length === 0) {
    const { matched, problems: mismatches } = matchPeople(rows, terms.people, { ...terms, columnOf, headerRow })
    found.push(...mismatches)
    for (const row of matched) {
      const read = readSigns(row, layout.columns, terms.marks)
      signs.push(...read.signs)
      found.push(...read.problems)
    }
  }
  return {
    headerRow,
    rowCount: rows.length,
    problems: listed(found),
    notes: [...sheetNotes(grid), ...(layout.ignored.length > 0 ? [notes.ignoredColumns(layout.ignored)] : [])],
    value: isRefused(found) ? null : signs,
  }
}

/** The mark that a cell's text is one of; width and white space do not matter. */
export function markFor(written: string, marks: readonly AttendanceMark[]): AttendanceMark | undefined {
  const typed = compactText(written)
  return marks.find((mark) => mark.words.some((word) => compactText(word) === typed))
}

function readSigns({ row, person }: MatchedRow, columns: readonly SignColumn[], marks: readonly AttendanceMark[]) {
  const signs: SignRead[] = []
  const found: FoundProblem[] = []
  for (const { column, label, sessions } of columns) {
    const cell = cellAt(row.row, column)
    const written = compactText(cell?.text)
    const mark = markFor(written, marks)
    const wrong =
      storageProblem(cell) ?? (mark ? undefined : notAMark(cellName(row.row.row, column), label, written, marks))
    if (wrong) found.push(problemOf(row, column, wrong))
    if (wrong || !mark) continue
    for (const session of sessions) {
      signs.push({
        enrolmentId: person.enrolmentId,
        sessionId: session.id,
        written,
        credit: mark.kind,
        sheetRow: row.row.row,
        sheetColumn: column,
      })
    }
  }
  return { signs, problems: found }
}

function notAMark(cell: string, label: Sentence, written: string, marks: readonly AttendanceMark[]): Sentence {
  const known = marks.flatMap((mark) => mark.words)
  if (written === '') return problems.empty(cell, label, known)
  return problems.unknownMark(cell, label, quotable(written), known)
}
