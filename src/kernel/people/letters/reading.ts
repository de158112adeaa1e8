import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import {
  findHeader,
  type GridRow,
  type Header,
  streamRows,
  titleFacts,
  UnreadableFile,
} from '../../../platform/office/public.ts'
import { plainName } from '../../../platform/office/header.ts'
import { compactText, type CivilDate } from '../../values/public.ts'
import {
  type AnswerColumn,
  columnsOf,
  LETTER_FORMS,
  LETTER_REGISTERS,
  type LetterColumn,
  type LetterRegister,
  PERSON_TITLES,
} from './columns.ts'
import { type AskedPerson, type LetterHit, type LineReading, lineReader } from './lines.ts'
import { lineWords, refusals, rosterFile } from './words.ts'

/** Technical bounds: how long another office's list may be, and how many of its problems are named. */
const MOST_ROWS = 300_000
const MOST_NAMED = 200

export type AnswerFile = {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly letter: { readonly number: string; readonly register: LetterRegister }
  readonly asked: ReadonlyMap<string, AskedPerson>
  readonly today: CivilDate
}

/** What is kept of a file: the hits about the people of the letter, and how many lines there were. */
export type ReadAnswer = {
  readonly hits: readonly LetterHit[]
  readonly lineCount: number
  readonly strangerCount: number
}

/**
 * Reads an office's answer to its end, or refuses it with every problem. Of people the letter does not name nothing is
 * taken but their count, and nothing of what is wrong with their lines is told.
 */
export async function readAnswerFile(file: AnswerFile): Promise<ReadAnswer> {
  const hits: LetterHit[] = []
  const faults: ProblemItem[] = []
  let [faultCount, lineCount, strangerCount] = [0, 0, 0]
  const shape = { isOurRoster: false }
  for await (const { row, reading } of readingsOf(file, shape)) {
    lineCount += 1
    if (reading.is === 'hit') hits.push(reading.hit)
    if (reading.is === 'stranger') strangerCount += 1
    if (reading.is !== 'wrong') continue
    faultCount += reading.problems.length
    for (const what of reading.problems)
      if (faults.length < MOST_NAMED) faults.push({ at: String(row), sentence: lineWords.inRow(row, what) })
  }
  if (faultCount > 0)
    throw new Problem('not-acceptable', refusals.wrong(faultCount, MOST_NAMED), { items: faults, code: 'answer-wrong' })
  if (lineCount === 0) throw new Problem('not-acceptable', refusals.nobody, { code: 'answer-empty' })
  // An untouched roster of ours is more likely the wrong file than an answer: no hits have a button of their own.
  if (shape.isOurRoster && hits.length === 0)
    throw new Problem('not-acceptable', refusals.nothingFilled, { code: 'answer-not-filled' })
  return { hits, lineCount, strangerCount }
}

type Line = { readonly row: number; readonly reading: NonNullable<LineReading> }

async function* readingsOf(file: AnswerFile, shape: { isOurRoster: boolean }): AsyncGenerator<Line> {
  let read: ((row: GridRow) => LineReading) | undefined
  try {
    for await (const rows of streamRows(file.bytes, { fileName: file.fileName, maxRows: MOST_ROWS })) {
      // A first chunk is longer than any header and its titles.
      const header = read ? undefined : headerOf(rows, file.letter)
      if (header) {
        shape.isOurRoster = header.isOurRoster
        read = lineReader({ ...header, register: file.letter.register, asked: file.asked, today: file.today })
      }
      for (const row of rows) {
        const reading = header && row.row <= header.lastRow ? undefined : read?.(row)
        if (reading) yield { row: row.row, reading }
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const kind = error.code === 'busy' ? 'unavailable' : error.code === 'too-large' ? 'too-large' : 'not-acceptable'
    throw new Problem(kind, error.sentence, { code: `answer-${error.code}` })
  }
}

type FoundHeader = {
  readonly lastRow: number
  readonly columnOf: ReadonlyMap<LetterColumn, number>
  readonly isOurRoster: boolean
}

/** The header of an answer to this letter; refuses what answers another letter or comes from another register. */
function headerOf(rows: readonly GridRow[], letter: AnswerFile['letter']): FoundHeader {
  const { register, number } = letter
  const header = findHeader({ rows, merges: [] }, columnsOf(register))
  if (!header) {
    const titles = [PERSON_TITLES.identityNumber.zh, ...LETTER_FORMS[register].map(({ title }) => title.zh)]
    throw new Problem('not-acceptable', refusals.noHeader(register, titles), { code: 'answer-no-header' })
  }
  const ownNumber = titleFacts(header.titles).get(rosterFile.numberLabel)
  if (ownNumber !== undefined && compactText(ownNumber) !== number)
    throw new Problem('not-acceptable', refusals.otherLetter(number), { code: 'answer-to-another-letter' })
  refuseOtherRegister(header, register)
  const wrong = [
    ...header.missing.map((key) => refusals.missingColumn(titleOf(register, key))),
    ...header.repeated.map(({ key }) => refusals.repeatedColumn(titleOf(register, key))),
  ]
  if (wrong.length > 0) {
    const items = wrong.map((sentence) => ({ at: '', sentence }))
    throw new Problem('not-acceptable', refusals.columns(register), { items, code: 'answer-columns' })
  }
  return { lastRow: header.lastHeaderRow, columnOf: header.columnOf, isOurRoster: ownNumber !== undefined }
}

/** A list with another register's own column, and none of this one's, is that other register's. */
function refuseOtherRegister(header: Header<LetterColumn>, register: LetterRegister): void {
  const fits =
    header.missing.length === 0 && LETTER_FORMS[register].some(({ key, tells }) => tells && header.columnOf.has(key))
  if (fits) return
  const others = LETTER_REGISTERS.filter((each) => each !== register)
  for (const cell of header.unknown) {
    const heading = plainName(cell.parts.at(-1) ?? '')
    const other = others.find((each) => tellingNames(each).has(heading))
    const column = other && LETTER_FORMS[other].find(({ names }) => names.map(plainName).includes(heading))
    if (!other || !column) continue
    // The column's own title and not what stands in the cell: any cell may hold a number.
    throw new Problem('not-acceptable', refusals.otherRegister(register, other, column.title.zh), {
      code: 'answer-of-another-register',
    })
  }
}

function tellingNames(register: LetterRegister): Set<string> {
  return new Set(LETTER_FORMS[register].flatMap(({ tells, names }) => (tells ? names.map(plainName) : [])))
}

function titleOf(register: LetterRegister, key: LetterColumn) {
  if (key === 'seq' || key === 'identityNumber' || key === 'name') return PERSON_TITLES[key]
  return LETTER_FORMS[register].find((column) => column.key === (key satisfies AnswerColumn))!.title
}
