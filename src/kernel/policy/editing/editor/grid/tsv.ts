/** Cells as spreadsheets put them on the clipboard: tabs between, lines below one another; what holds either, or a quotation mark, is quoted. */
export function tsvOf(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => row.map(quoted).join('\t')).join('\n')
}

/** Reads what a spreadsheet puts on the clipboard; the line break that Excel writes at the end is no row. */
export function cellsOf(tsv: string): string[][] {
  const text = tsv.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? quotedFrom(text, at) : plainFrom(text, at)
    rows.at(-1)!.push(cell)
    if (text[end] === '\n') rows.push([])
    at = end + 1
  }
  return rows
}

function plainFrom(text: string, at: number): { cell: string; end: number } {
  let end = at
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1
  return { cell: text.slice(at, end), end }
}

/** A quoted cell; one whose quotation mark is not the whole cell's is an ordinary text. */
function quotedFrom(text: string, at: number): { cell: string; end: number } {
  let cell = ''
  let end = at + 1
  while (end < text.length) {
    if (text[end] !== '"') cell += text[end++]
    else if (text[end + 1] === '"') {
      cell += '"'
      end += 2
    } else break
  }
  const after = text[end + 1]
  const isWhole = text[end] === '"' && (after === undefined || after === '\t' || after === '\n')
  return isWhole ? { cell, end: end + 1 } : plainFrom(text, at)
}
