import type { Block, Cell, GridRow, Orientation, Sheet, TextStyle } from './sheet.ts'

/*
 * Lays sheets out on A4 before anything is printed, so that the index of a file knows every page number. Heights are
 * estimated from above: a character is as wide as its font allows, a line holds one character less than fits. What the
 * estimate leaves over is white paper, never a cut row. paper.css draws exactly these measures.
 */

/** A4 less its margins, in millimetres; the left margin is wider, for binding. */
export const FRAME = {
  portrait: { widthMm: 165, heightMm: 249 },
  landscape: { widthMm: 252, heightMm: 166 },
} as const satisfies Record<Orientation, { widthMm: number; heightMm: number }>

const POINT_MM = 25.4 / 72
export const TEXT = {
  title: { fontMm: 18 * POINT_MM, lineMm: 9.5 },
  body: { fontMm: 14 * POINT_MM, lineMm: 8.6 },
  flush: { fontMm: 14 * POINT_MM, lineMm: 8.6 },
  plain: { fontMm: 12 * POINT_MM, lineMm: 7 },
  note: { fontMm: 9 * POINT_MM, lineMm: 4.8 },
  heading: { fontMm: 12 * POINT_MM, lineMm: 9.4 },
  cell: { fontMm: 10.5 * POINT_MM, lineMm: 5 },
  small: { fontMm: 9 * POINT_MM, lineMm: 4.2 },
} as const

/** Beside the title stands the QR: this much is kept free at either side of it. */
const BESIDE_TITLE_MM = 16
const TITLE_GAP_MM = 9
const LEAD_LINE_MM = 7
/** The title again, small, on every further page. */
const AGAIN_MM = 10
const CELL_PADDING_MM = { x: 1.2, y: 0.9 }
const RULE_MM = 0.4
const SIGNATURES_MM = 24
const BLOCK_GAP_MM = 2
const HEADING_NEEDS_MM = 30
const ROWS_WITH_SIGNATURES = 3

/** One physical page: what stands on it, in order. */
export type Page = {
  readonly orientation: Orientation
  readonly title: string
  readonly number: string | null
  readonly english: string
  readonly lead: Sheet['lead']
  /** Not the sheet's first page: its title is repeated small. */
  readonly again: boolean
  readonly blocks: readonly Block[]
}

/** Full-width characters are one em; others are taken as wide as the widest usual font has them. */
export function widthOf(text: string, fontMm: number): number {
  let ems = 0
  for (const character of text)
    ems += /[\u1100-\u115f\u2018-\u201d\u2026\u2e80-\uffe6\u{20000}-\u{3fffd}]/u.test(character)
      ? 1
      : /[0-9 .,:;*/()\-–]/.test(character)
        ? 0.56
        : /[a-z]/.test(character)
          ? 0.62
          : 0.85
  return ems * fontMm
}

/** How many lines a text takes in this width, at most: what does not fit in one may lose a character's room in each. */
export function linesOf(text: string, widthMm: number, fontMm: number): number {
  const usable = Math.max(fontMm, widthMm - fontMm)
  return text.split('\n').reduce((lines, part) => {
    const width = widthOf(part, fontMm)
    return lines + (width <= widthMm ? 1 : Math.ceil(width / usable))
  }, 0)
}

const partsOf = (cell: Cell) => (typeof cell === 'string' ? { text: cell } : cell)

/** The height of a row, from its tallest cell. */
export function rowMm(row: GridRow, widthsMm: readonly number[], small: boolean): number {
  const { fontMm, lineMm } = small ? TEXT.small : TEXT.cell
  let column = 0
  let lines = 1
  for (const cell of row.cells) {
    const { text, span = 1, foot } = partsOf(cell)
    const width = widthsMm.slice(column, column + span).reduce((sum, each) => sum + each, 0) - 2 * CELL_PADDING_MM.x
    lines = Math.max(lines, linesOf(text, width, fontMm) + (foot === undefined ? 0 : linesOf(foot, width, fontMm)))
    column += span
  }
  return Math.max(row.atLeastMm ?? 0, lines * lineMm + 2 * CELL_PADDING_MM.y + RULE_MM)
}

function textMm(lines: readonly string[], style: TextStyle, widthMm: number): number {
  const { fontMm, lineMm } = TEXT[style]
  // The indent of a paragraph takes two characters.
  const indent = style === 'body' || style === 'plain' ? '　　' : ''
  return lines.reduce((sum, line) => sum + linesOf(indent + line, widthMm, fontMm) * lineMm, 0)
}

/** Both in one line where they fit, else one under the other. */
function leadMm([left, right]: readonly [string, string], widthMm: number): number {
  const { fontMm } = TEXT.cell
  const apart = linesOf(left, widthMm, fontMm) + linesOf(right, widthMm, fontMm)
  return (linesOf(`${left}　　${right}`, widthMm, fontMm) === 1 ? 1 : apart) * LEAD_LINE_MM
}

const headMm = (sheet: Sheet) =>
  linesOf(sheet.title, FRAME[sheet.orientation].widthMm - 2 * BESIDE_TITLE_MM, TEXT.title.fontMm) * TEXT.title.lineMm +
  TITLE_GAP_MM +
  (sheet.lead ? leadMm(sheet.lead, FRAME[sheet.orientation].widthMm) : 0)

type Grid = Extract<Block, { kind: 'grid' }>

const rowsMm = (rows: readonly GridRow[], { widthsMm, small }: Grid) =>
  rows.reduce((sum, row) => sum + rowMm(row, widthsMm, small ?? false), 0)

/** What is put on pages one after another; a new page is turned where the next thing does not fit. */
class Flow {
  readonly pages: Block[][] = [[]]
  leftMm: number
  readonly #wholeMm: number

  constructor(wholeMm: number, headMm: number) {
    this.#wholeMm = wholeMm
    this.leftMm = wholeMm - headMm
  }

  get here(): Block[] {
    return this.pages.at(-1)!
  }

  turn(): void {
    this.pages.push([])
    this.leftMm = this.#wholeMm - AGAIN_MM
  }

  put(block: Block, mm: number): void {
    if (mm > this.leftMm && this.here.length > 0) this.turn()
    this.here.push(block)
    this.leftMm -= mm
  }

  /** As many rows on each page as fit, under the table's head. */
  putGrid(grid: Grid): void {
    const head = rowsMm(grid.head, grid)
    if (head + rowsMm(grid.rows.slice(0, 1), grid) > this.leftMm && this.here.length > 0) this.turn()
    this.leftMm -= head
    let rows: GridRow[] = []
    const close = () => this.here.push({ ...grid, rows })
    for (const row of grid.rows) {
      const mm = rowsMm([row], grid)
      if (mm > this.leftMm && rows.length > 0) {
        close()
        this.turn()
        this.leftMm -= head
        rows = []
      }
      rows.push(row)
      this.leftMm -= mm
    }
    close()
    this.leftMm -= BLOCK_GAP_MM
  }

  /** Nobody signs an empty page: what does not fit takes the last rows above it along. */
  putSignatures(block: Block): void {
    const above = this.here.at(-1)
    if (SIGNATURES_MM > this.leftMm && above?.kind === 'grid' && above.rows.length > 2 * ROWS_WITH_SIGNATURES) {
      const stays = above.rows.slice(0, -ROWS_WITH_SIGNATURES)
      this.here.splice(-1, 1, { ...above, rows: stays })
      this.turn()
      this.putGrid({ ...above, rows: above.rows.slice(-ROWS_WITH_SIGNATURES) })
    }
    this.put(block, SIGNATURES_MM)
  }
}

/** The pages of a sheet: rows in their order, each on one page; the head of a table above its rows on every page. */
export function layOut(sheet: Sheet): Page[] {
  const { widthMm, heightMm } = FRAME[sheet.orientation]
  const flow = new Flow(heightMm, headMm(sheet))
  for (const block of sheet.blocks) {
    if (block.kind === 'grid') flow.putGrid(block)
    else if (block.kind === 'signatures') flow.putSignatures(block)
    else if (block.kind === 'picture') flow.put(block, flow.leftMm)
    else {
      // A heading is not left alone at the foot of a page.
      if (block.style === 'heading' && flow.leftMm < HEADING_NEEDS_MM) flow.turn()
      for (const line of block.lines) flow.put({ ...block, lines: [line] }, textMm([line], block.style, widthMm))
    }
  }
  const { orientation, title, number, english, lead } = sheet
  return flow.pages.map((blocks, at) => ({ orientation, title, number, english, lead, again: at > 0, blocks }))
}
