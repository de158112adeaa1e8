/*
 * What an official form says, as plain data: it is laid out on A4 by `layOut`, and its content is named by a hash.
 * Text only: nothing in it is ever markup.
 */

export type Orientation = 'portrait' | 'landscape'

export type Cell =
  | string
  | {
      readonly text: string
      /** Columns it takes. */
      readonly span?: number
      /** Rows it takes; the rows below leave its column out. */
      readonly down?: number
      readonly align?: 'left' | 'center' | 'right'
      /** A label, set in 黑体. */
      readonly head?: true
      /** Stands at the bottom right: where somebody signs, seals and dates. */
      readonly foot?: string
    }

/** `atLeastMm` is the room left for writing by hand. */
export type GridRow = { readonly cells: readonly Cell[]; readonly atLeastMm?: number }

export type TextStyle = 'body' | 'plain' | 'flush' | 'note' | 'heading'

export type Block =
  /** Paragraphs: 正文 indented, the same smaller, flush at the margin, 小字 notes, a heading. */
  | { readonly kind: 'text'; readonly style: TextStyle; readonly lines: readonly string[] }
  /** A ruled table; its head is repeated on every page, and a row is never cut. `small` is for many columns. */
  | {
      readonly kind: 'grid'
      readonly widthsMm: readonly number[]
      readonly head: readonly GridRow[]
      readonly rows: readonly GridRow[]
      readonly small?: true
    }
  /** Who signs and dates, in one line; `seal` is where the seal goes. */
  | { readonly kind: 'signatures'; readonly signs: readonly string[]; readonly seal: string | null }
  /** A scanned page, as large as the sheet allows. */
  | { readonly kind: 'picture'; readonly source: string; readonly alt: string }

export type Sheet = {
  readonly orientation: Orientation
  readonly title: string
  /** 表号, at the top left; null where the county gives none. */
  readonly number: string | null
  /** The English name, small. */
  readonly english: string
  /** Under the title, at the left and at the right: 填报单位, 填报日期. */
  readonly lead: readonly [string, string] | null
  readonly blocks: readonly Block[]
}
