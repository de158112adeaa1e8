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
  isSameName,
  keptText,
  maskName,
  parseCivilDate,
  readPersonName,
  refused,
} from '../../values/public.ts'
import { readMonth } from '../insured/months.ts'
import {
  type AnswerColumn,
  columnsOf,
  type FormColumn,
  LETTER_FORMS,
  type LetterColumn,
  type LetterRegister,
} from './columns.ts'
import { lineWords } from './words.ts'

/** Somebody a letter asks about. */
export type AskedPerson = { readonly personId: string; readonly name: string }

/** A line of the office's list about somebody the letter asks about. */
export type LetterHit = {
  readonly personId: string
  readonly sheetRow: number
  readonly from: string | null
  readonly to: string | null
  readonly says: string
  readonly uscc: string | null
  /** The name the office has, masked, where it is not ours. */
  readonly otherName: string | null
}

/** What a row came to. Of a stranger nothing is told, not even what is wrong. */
export type LineReading =
  | { readonly is: 'hit'; readonly hit: LetterHit }
  | { readonly is: 'no-hit' }
  | { readonly is: 'stranger' }
  | { readonly is: 'wrong'; readonly problems: readonly Sentence[] }
  | undefined

export type LineTerms = {
  readonly register: LetterRegister
  readonly columnOf: ReadonlyMap<LetterColumn, number>
  /** Everybody the letter asks about, by identity number. */
  readonly asked: ReadonlyMap<string, AskedPerson>
  /** The list is our own roster, filled in: a person without an answer is not in the register. */
  readonly isOurRoster: boolean
  readonly today: CivilDate
}

const LONGEST_SAYING = 200
const LONGEST_NAME = 50
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d+$/i
/** How offices write that there is nothing to write. */
const NOTHING = new Set(['', '无', '否', '没有', '未命中', '未查到', '/', '\\', '-', '--', '—', '——', '0'])

/** Reads the rows of one answer. */
export function lineReader(terms: LineTerms): (row: GridRow) => LineReading {
  const form = LETTER_FORMS[terms.register].filter(({ key }) => terms.columnOf.has(key))
  const headings = new Set(columnsOf(terms.register).flatMap(({ names }) => names.map(plainName)))
  const at = (row: GridRow, column: LetterColumn) => cellAt(row, terms.columnOf.get(column) ?? -1)

  return (row) => {
    const identity = readIdentity(at(row, 'identityNumber'), terms.today)
    if (!identity.ok)
      return isNoEntry(row, terms.columnOf, headings) ? undefined : { is: 'wrong', problems: identity.problems }
    const person = terms.asked.get(identity.value)
    if (!person) return { is: 'stranger' }
    const isSilent = form.every(({ key }) => NOTHING.has(compactText(at(row, key)?.text)))
    if (terms.isOurRoster && isSilent) return { is: 'no-hit' }
    const told = readAnswer(form, (key) => at(row, key), terms.today)
    if (!told.ok) return { is: 'wrong', problems: told.problems }
    const { fromMonth = null, toMonth = null, diedOn = null, unit = null, uscc = null } = told.value
    const from = diedOn ?? fromMonth
    if (from !== null && toMonth !== null && toMonth < from)
      return { is: 'wrong', problems: [lineWords.endsBeforeItBegins] }
    const otherName = nameUnlike(person.name, at(row, 'name')?.text)
    return {
      is: 'hit',
      hit: { personId: person.personId, sheetRow: row.row, from, to: toMonth, says: unit ?? '', uscc, otherName },
    }
  }
}

function readIdentity(cell: GridCell | undefined, today: CivilDate): Checked<string> {
  if (cell?.raw === 'formula' || cell?.raw === 'error') return refused(lineWords.formula)
  if (cell?.raw === 'number' || cell?.raw === 'date' || SCIENTIFIC.test(compactText(cell?.text)))
    return refused(lineWords.storedAsNumber)
  const checked = checkIdentityNumber(cell?.text ?? '', { today })
  return checked.ok ? accepted(checked.value) : refused(...checked.problems)
}

type Told = { [K in AnswerColumn]?: string }

function readAnswer(
  form: readonly FormColumn[],
  at: (key: AnswerColumn) => GridCell | undefined,
  today: CivilDate,
): Checked<Told> {
  const told: Told = {}
  const problems: Sentence[] = []
  for (const column of form) {
    const cell = at(column.key)
    if (cell?.raw === 'error') {
      problems.push(lineWords.brokenFormula(column.title))
      continue
    }
    if (NOTHING.has(compactText(cell?.text))) {
      if (column.mustBeFilled) problems.push(lineWords.empty(column.title))
      continue
    }
    const read = READERS[column.key](cell?.text ?? '', column, today)
    if (read.ok) told[column.key] = read.value
    else problems.push(...read.problems)
  }
  return problems.length > 0 ? refused(...problems) : accepted(told)
}

type Reader = (text: string, column: FormColumn, today: CivilDate) => Checked<string>

const month: Reader = (text, { title }) => {
  const read = readMonth(text)
  return read ? accepted(read) : refused(lineWords.noMonth(title))
}

const READERS: Readonly<Record<AnswerColumn, Reader>> = {
  fromMonth: month,
  toMonth: month,
  diedOn: (text, { title }, today) => {
    const read = parseCivilDate(text)
    if (!read.ok) return refused(lineWords.noDay(title))
    return read.value > today ? refused(lineWords.afterToday(title)) : accepted(read.value)
  },
  unit: (text, { title }) => {
    const said = keptText(text)
    return said.length > LONGEST_SAYING ? refused(lineWords.tooLong(title, LONGEST_SAYING)) : accepted(said)
  },
  uscc: (text, { title }) => {
    const read = checkUscc(text)
    return read.ok ? accepted(read.value) : refused(lineWords.noCode(title))
  },
}

/** The office's name for a number of ours, masked, when it is another than ours. */
function nameUnlike(ours: string, theirs: string | undefined): string | null {
  const read = readPersonName(keptText(theirs ?? '').slice(0, LONGEST_NAME))
  return !read.ok || isSameName(ours, read.value) ? null : maskName(read.value)
}

/** A blank row, a line of the form's foot, or the header printed again on the next page. */
function isNoEntry(row: GridRow, columnOf: ReadonlyMap<LetterColumn, number>, headings: ReadonlySet<string>): boolean {
  const known = [...columnOf].filter(([key]) => key !== 'seq').map(([, column]) => column)
  const filled = known.map((column) => cellAt(row, column)?.text ?? '').filter((text) => text.trim() !== '')
  if (filled.length > 1 && filled.every((text) => headings.has(plainName(text)))) return true
  return isFooter(row, { sequence: -1, identity: known })
}
