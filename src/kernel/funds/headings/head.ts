import { sha256 } from '../../../platform/crypto/public.ts'
import { findHeader, type GridRow, plainName, textAt } from '../../../platform/office/public.ts'
import { holdsLongNumber } from '../../values/public.ts'

/** A heading of an office's file: where it stands and, where two are written alike, which of them it is. */
export type Heading = { readonly column: number; readonly text: string; readonly key: string }

export type SheetHead = {
  readonly headerRow: number
  readonly lastHeaderRow: number
  readonly headings: readonly Heading[]
  /** Names the set of headings, in whatever order they stand. */
  readonly sha256: Buffer
}

/** What the columns of one kind of file can mean, and how offices head them; `ignored` is a meaning too. */
export type Dictionary<M extends string> = {
  readonly meanings: readonly M[]
  readonly names: Record<M, readonly string[]>
  readonly required: readonly M[]
}

/** What a column means, and who says so. */
export type ColumnSaid<M extends string> = Heading & {
  readonly meaning: M | null
  readonly said: 'known' | 'remembered' | 'unknown' | 'ambiguous'
}

/** What a heading means by itself; undefined when nobody has said. */
function meaningOf<M extends string>({ meanings, names }: Dictionary<M>, heading: string): M | undefined {
  const plain = plainName(heading)
  return meanings.find((meaning) => names[meaning].some((name) => plainName(name) === plain))
}

/** The head of a file below its titles: by what its headings mean, or else the line above the first identity number. */
export function findHead<M extends string>(
  rows: readonly GridRow[],
  { meanings, names, required }: Dictionary<M>,
): SheetHead | undefined {
  const columns = meanings.map((key) => ({ key: key as string, names: names[key], required: required.includes(key) }))
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
export function isHeadAgain(head: SheetHead, row: GridRow): boolean {
  const texts = new Map(head.headings.map((each) => [each.column, plainName(each.text)]))
  const filled = row.cells.filter((cell) => cell.text.trim() !== '')
  return filled.length > 1 && filled.every((cell) => texts.get(cell.column) === plainName(cell.text))
}

/** What each column means: as remembered for these headings, else as the heading says by itself. */
export function columnsSaid<M extends string>(
  head: SheetHead,
  dictionary: Dictionary<M>,
  remembered: ReadonlyMap<string, M> | undefined,
): ColumnSaid<M>[] {
  const said = head.headings.map((heading): ColumnSaid<M> => {
    const chosen = remembered?.get(heading.key)
    if (chosen) return { ...heading, meaning: chosen, said: 'remembered' }
    // Under a head of two lines the lower one may say it alone.
    const meaning = meaningOf(dictionary, heading.text) ?? meaningOf(dictionary, heading.text.split('/').at(-1) ?? '')
    return { ...heading, meaning: meaning ?? null, said: meaning ? 'known' : 'unknown' }
  })
  const count = (meaning: M | null) => said.filter((each) => each.meaning === meaning).length
  return said.map((each) =>
    each.meaning !== null && each.meaning !== 'ignored' && count(each.meaning) > 1
      ? { ...each, said: 'ambiguous' }
      : each,
  )
}

/** Columns by what they hold; undefined while somebody has to say what a column means. */
export function columnsRead<M extends string>(
  said: readonly ColumnSaid<M>[],
  { required }: Dictionary<M>,
): ReadonlyMap<Exclude<M, 'ignored'>, number> | undefined {
  if (said.some((each) => each.said === 'unknown' || each.said === 'ambiguous')) return undefined
  if (required.some((key) => !said.some((each) => each.meaning === key))) return undefined
  return new Map(
    said.flatMap(({ meaning, column }) =>
      meaning === null || meaning === 'ignored' ? [] : [[meaning as Exclude<M, 'ignored'>, column] as const],
    ),
  )
}

/** What the file must have and nothing of it is said to be. */
export function missingOf<M extends string>(said: readonly ColumnSaid<M>[], { required }: Dictionary<M>): M[] {
  return required.filter((key) => !said.some((each) => each.meaning === key))
}
