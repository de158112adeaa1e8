import { putText, setUpPage, sheetTitle, textWidth } from './sheet-cells.ts'

export type Table = {
  readonly title: string
  /** Lines between the title and the header. */
  readonly lines?: readonly string[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** A table as an .xlsx: title and its lines, bold header, text as text and numbers as numbers. */
export async function writeTable({ title, lines = [], columns, rows }: Table): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(sheetTitle(title))
  const above = [title, ...lines]
  const header = above.length + 1
  ;[...above.map((line) => [line]), columns, ...rows].forEach((row, r) =>
    row.forEach((value, c) => {
      const cell = sheet.getCell(r + 1, c + 1)
      if (typeof value === 'number') cell.value = value
      else if (value !== null) putText(cell, value)
    }),
  )
  columns.forEach((name, c) => {
    const widths = [name, ...rows.map((row) => row[c])].map((value) => textWidth(String(value ?? '')))
    sheet.getColumn(c + 1).width = Math.min(60, Math.max(6, ...widths) + 2)
  })
  const width = columns.reduce((sum, _, c) => sum + (sheet.getColumn(c + 1).width ?? 0), 0)
  above.forEach((line, at) => {
    if (columns.length > 1) sheet.mergeCells(at + 1, 1, at + 1, columns.length)
    if (at === 0) return
    // A merged cell does not grow with its text by itself.
    sheet.getCell(at + 1, 1).alignment = { wrapText: true, vertical: 'top' }
    sheet.getRow(at + 1).height = LINE_HEIGHT * Math.max(1, Math.ceil(textWidth(line) / width))
  })
  sheet.getCell(1, 1).font = { bold: true, size: 16 }
  sheet.getRow(header).font = { bold: true }
  setUpPage(sheet, header)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Points. */
const LINE_HEIGHT = 16
