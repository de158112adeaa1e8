import type { Sentence } from '../../../platform/contract/public.ts'
import { cellAt, columnLetters, type GridCell, type GridRow, textAt } from '../../../platform/office/grid.ts'
import { type ColumnMeaning, plainName } from '../../../platform/office/header.ts'
import {
  checkIdentityNumber,
  type CivilDate,
  compactText,
  type IdentityNumber,
  maskName,
  quotable,
  readPersonName,
} from '../../../kernel/values/public.ts'
import { problems } from './words.ts'

/** The columns by which a sheet says who a row is about. */
export type PersonColumn = 'seq' | 'name' | 'identityNumber'

export const PERSON_COLUMNS = [
  { key: 'seq', names: ['序号', '编号', '序', '学号', 'No', 'No.'] },
  { key: 'name', names: ['姓名', '学员姓名', '考生姓名', '学员', 'Name'], required: true },
  {
    key: 'identityNumber',
    names: [
      '身份证号',
      '身份证号码',
      '身份证',
      '居民身份证号码',
      '公民身份号码',
      '证件号码',
      '证件号',
      '身份证件号码',
      'Identity number',
    ],
    required: true,
  },
] as const satisfies readonly ColumnMeaning<PersonColumn>[]

/** Somebody of the class, with the name in clear for comparing; it is never told. */
export type PersonOfClass = {
  readonly enrolmentId: string
  readonly personId: string
  readonly seq: number
  readonly name: string
}

/** A problem of a cell, a row or the file, before it is told. Columns are 0-based, as in the grid. */
export type FoundProblem = {
  readonly sheetRow: number
  readonly column: number | null
  readonly seq: number | null
  readonly maskedName: string
  readonly kind: 'error' | 'doubt'
  readonly sentence: Sentence
}

/** Who a row says it is about. */
export type PersonRow = {
  readonly row: GridRow
  readonly seq: number | null
  readonly maskedName: string
  readonly name: string
  /** Undefined when the number is wrong; why, the problems say. */
  readonly identity: IdentityNumber | undefined
  readonly problems: readonly FoundProblem[]
}

type ColumnOf = { get(column: PersonColumn): number | undefined }

/** Something wrong with a row, or with one cell of it. */
export function problemOf(
  who: Pick<PersonRow, 'row' | 'seq' | 'maskedName'>,
  column: number | null,
  sentence: Sentence,
  kind: FoundProblem['kind'] = 'error',
): FoundProblem {
  return { sheetRow: who.row.row, column, seq: who.seq, maskedName: who.maskedName, kind, sentence }
}

/** Something wrong with the sheet as a whole; it is told at its header. */
export function problemOfSheet(headerRow: number, sentence: Sentence, column: number | null = null): FoundProblem {
  return { sheetRow: headerRow, column, seq: null, maskedName: '', kind: 'error', sentence }
}

/** What is wrong with how a cell was stored, whatever it says. */
export function storageProblem(cell: GridCell | undefined): Sentence | undefined {
  if (cell?.raw === 'error') return problems.brokenFormula
  return cell?.raw === 'formula' ? problems.formula : undefined
}

/** The people of a sheet, row by row; a header printed again on the next page is not one of them. */
export function readPersonRows(rows: readonly GridRow[], columnOf: ColumnOf, today: CivilDate): PersonRow[] {
  const headings = new Set(PERSON_COLUMNS.find(({ key }) => key === 'identityNumber')?.names.map(plainName))
  const identityAt = columnOf.get('identityNumber')
  const isHeaderAgain = (row: GridRow) => identityAt !== undefined && headings.has(plainName(textAt(row, identityAt)))
  return rows.filter((row) => !isHeaderAgain(row)).map((row) => readPersonRow(row, columnOf, today))
}

function readPersonRow(row: GridRow, columnOf: ColumnOf, today: CivilDate): PersonRow {
  const written = (column: PersonColumn) => {
    const at = columnOf.get(column)
    return at === undefined ? undefined : cellAt(row, at)
  }
  const read = readPersonName(written('name')?.text ?? '')
  const name = read.ok ? read.value : ''
  const number = /^\d{1,6}$/.exec(compactText(written('seq')?.text))?.[0]
  const who = { row, seq: number === undefined ? null : Number(number), maskedName: maskName(quotable(name)) }
  const against = (column: PersonColumn, ...sentences: readonly Sentence[]) =>
    sentences.map((sentence) => problemOf(who, columnOf.get(column) ?? null, sentence))
  const identity = readIdentity(written('identityNumber'), today)
  return {
    ...who,
    name,
    identity: identity.ok ? identity.value : undefined,
    problems: [
      ...(read.ok ? [] : against('name', ...read.problems)),
      ...(identity.ok ? [] : against('identityNumber', ...identity.problems)),
    ],
  }
}

/** More digits than a spreadsheet's number holds: what is left of them is not the number. */
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d+$/i

function readIdentity(cell: GridCell | undefined, today: CivilDate) {
  const stored = storageProblem(cell)
  const isNumber = cell?.raw === 'number' || cell?.raw === 'date' || SCIENTIFIC.test(compactText(cell?.text))
  const wrong = isNumber ? problems.identityAsNumber : stored
  return wrong ? { ok: false as const, problems: [wrong] } : checkIdentityNumber(cell?.text ?? '', { today })
}

export type MatchedRow = { readonly row: PersonRow; readonly person: PersonOfClass }

/** Rows matched to the people of the class by identity number: everybody once, nobody else, each under their own name. */
export function matchPeople(
  rows: readonly PersonRow[],
  people: readonly PersonOfClass[],
  known: { readonly personIdOf: ReadonlyMap<string, string>; readonly columnOf: ColumnOf; readonly headerRow: number },
): { matched: MatchedRow[]; problems: FoundProblem[] } {
  const byPerson = new Map(people.map((person) => [person.personId, person]))
  const firstRow = new Map<string, number>()
  const matched: MatchedRow[] = []
  const found: FoundProblem[] = rows.flatMap((row) => row.problems)
  const at = (column: PersonColumn) => known.columnOf.get(column) ?? null
  for (const row of rows) {
    if (row.identity === undefined) continue
    const earlier = firstRow.get(row.identity)
    const person = byPerson.get(known.personIdOf.get(row.identity) ?? '')
    if (earlier !== undefined) found.push(problemOf(row, at('identityNumber'), problems.samePerson(earlier)))
    else if (!person) found.push(problemOf(row, at('identityNumber'), problems.notInClass))
    else {
      matched.push({ row, person })
      if (row.name !== '' && row.name !== person.name) found.push(problemOf(row, at('name'), problems.otherName))
    }
    if (earlier === undefined) firstRow.set(row.identity, row.row.row)
  }
  const missing = missingPeople(rows, matched, people)
  found.push(
    ...missing.map(({ seq, name }) =>
      problemOfSheet(known.headerRow, problems.missingPerson(seq, maskName(quotable(name)))),
    ),
  )
  return { matched, problems: found }
}

/** Whom the sheet leaves out. Somebody whose number is wrong on a row with their name is not missing as well. */
function missingPeople(
  rows: readonly PersonRow[],
  matched: readonly MatchedRow[],
  people: readonly PersonOfClass[],
): PersonOfClass[] {
  const onSheet = new Set(matched.map(({ person }) => person.personId))
  const known = new Set(matched.map(({ row }) => row))
  const named = rows.flatMap((row) => (known.has(row) ? [] : row.name))
  return people.filter(({ personId, name }) => {
    if (onSheet.has(personId)) return false
    const at = named.indexOf(name)
    if (at >= 0) named.splice(at, 1)
    return at < 0
  })
}

/** `V9`, as the person sees it. */
export function cellName(sheetRow: number, column: number): string {
  return `${columnLetters(column)}${sheetRow}`
}
