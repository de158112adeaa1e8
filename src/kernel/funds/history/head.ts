import { sha256 } from '../../../platform/crypto/public.ts'
import { findHeader, type GridRow, plainName, textAt } from '../../../platform/office/public.ts'
import { meaningOf, namesOf } from './columns.ts'
import { type LedgerColumn, LEDGER_COLUMNS, type Meaning, MEANINGS, REQUIRED_COLUMNS } from './meanings.ts'
import { holdsLongNumber } from './wordings.ts'

/** A heading of a ledger: where it stands and, where two are written alike, which of them it is. */
export type Heading = { readonly column: number; readonly text: string; readonly key: string }

export type LedgerHead = {
  readonly headerRow: number
  readonly lastHeaderRow: number
  readonly headings: readonly Heading[]
  /** Names the set of headings, in whatever order they stand. */
  readonly sha256: Buffer
}

/** What a column means, and who says so. */
export type ColumnSaid = Heading & {
  readonly meaning: Meaning | null
  readonly said: 'known' | 'remembered' | 'unknown' | 'ambiguous'
}

/** The head of a ledger below its titles: by what its headings mean, or else the line above the first identity number. */
export function findHead(rows: readonly GridRow[]): LedgerHead | undefined {
  const columns = MEANINGS.map((key) => ({
    key,
    names: namesOf(key),
    required: REQUIRED_COLUMNS.some((each) => each === key),
  }))
  const found = findHeader({ rows, merges: [] }, columns)
  const byMeaning = found && { first: found.headerRow, last: found.lastHeaderRow }
  const place =
    byMeaning && !found.missing.includes('identityNumber') ? byMeaning : (aboveFirstPerson(rows) ?? byMeaning)
  if (!place) return undefined
  const lines = rows.filter((row) => row.row >= place.first && row.row <= place.last)
  const at = [...new Set(lines.flatMap((line) => line.cells.map((cell) => cell.column)))].sort((a, b) => a - b)
  const seen = new Map<string, number>()
  const headings = at.flatMap((column): Heading[] => {
    const text = lines
      .map((line) => textAt(line, column).trim())
      .filter((part) => part !== '')
      .join('/')
    if (text === '') return []
    const plain = plainName(text)
    const nth = (seen.get(plain) ?? 0) + 1
    seen.set(plain, nth)
    return [{ column, text: text.slice(0, 60), key: nth === 1 ? plain : `${plain}#${nth}` }]
  })
  // A line with numbers of people is not a head, whatever else it looks like.
  if (headings.length < 2 || headings.some((each) => holdsLongNumber(each.text))) return undefined
  const sorted = headings.map((each) => each.key).sort()
  return { headerRow: place.first, lastHeaderRow: place.last, headings, sha256: sha256(JSON.stringify(sorted)) }
}

const IDENTITY_SHAPE = /^\d{17}[\dXx]$/

function aboveFirstPerson(rows: readonly GridRow[]): { first: number; last: number } | undefined {
  const person = rows.findIndex((row) => row.cells.some((cell) => IDENTITY_SHAPE.test(cell.text.replace(/\s/g, ''))))
  const head = rows
    .slice(0, Math.max(person, 0))
    .findLast((row) => row.cells.filter((cell) => cell.text.trim() !== '').length > 1)
  return head && { first: head.row, last: head.row }
}

/** Whether a row is the head printed again on the next page. */
export function isHeadAgain(head: LedgerHead, row: GridRow): boolean {
  const texts = new Map(head.headings.map((each) => [each.column, plainName(each.text)]))
  const filled = row.cells.filter((cell) => cell.text.trim() !== '')
  return filled.length > 1 && filled.every((cell) => texts.get(cell.column) === plainName(cell.text))
}

/** What each column means: as remembered for these headings, else as the heading says by itself. */
export function columnsSaid(head: LedgerHead, remembered: ReadonlyMap<string, Meaning> | undefined): ColumnSaid[] {
  const said = head.headings.map((heading): ColumnSaid => {
    const chosen = remembered?.get(heading.key)
    if (chosen) return { ...heading, meaning: chosen, said: 'remembered' }
    // Under a head of two lines the lower one may say it alone.
    const meaning = meaningOf(heading.text) ?? meaningOf(heading.text.split('/').at(-1) ?? '')
    return { ...heading, meaning: meaning ?? null, said: meaning ? 'known' : 'unknown' }
  })
  const count = (meaning: Meaning | null) => said.filter((each) => each.meaning === meaning).length
  return said.map((each) =>
    each.meaning !== null && each.meaning !== 'ignored' && count(each.meaning) > 1
      ? { ...each, said: 'ambiguous' }
      : each,
  )
}

/** Columns by what they hold; undefined while somebody has to say what a column means. */
export function columnsRead(said: readonly ColumnSaid[]): ReadonlyMap<LedgerColumn, number> | undefined {
  if (said.some((each) => each.said === 'unknown' || each.said === 'ambiguous')) return undefined
  if (missingOf(said).length > 0) return undefined
  return new Map(
    LEDGER_COLUMNS.flatMap((key) => {
      const found = said.find((each) => each.meaning === key)
      return found ? [[key, found.column] as const] : []
    }),
  )
}

export function missingOf(said: readonly ColumnSaid[]): LedgerColumn[] {
  return REQUIRED_COLUMNS.filter((key) => !said.some((each) => each.meaning === key))
}
