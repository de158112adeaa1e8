import { putText, setUpPage, sheetTitle, textWidth } from './sheet-cells.ts'

export type Table = {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** A table as an .xlsx: title line, bold header, text as text and numbers as numbers. */
export async function writeTable({ title, columns, rows }: Table): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(sheetTitle(title))
  ;[[title], columns, ...rows].forEach((row, r) =>
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
  if (columns.length > 1) sheet.mergeCells(1, 1, 1, columns.length)
  sheet.getCell(1, 1).font = { bold: true, size: 16 }
  sheet.getRow(2).font = { bold: true }
  setUpPage(sheet, 2)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
