import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { writePlainWorkbook } from './plain-workbook.ts'
import { readGrid } from './read-grid.ts'

const rows = [
  ['序号', '身份证号', '备注'],
  [1, '339901197706180675', '=1+1 & <b>'],
]

describe('a workbook that is a function of its rows', () => {
  it('is the same byte for byte whenever it is written', () => {
    expect(writePlainWorkbook({ name: '名单', rows })).toEqual(writePlainWorkbook({ name: '名单', rows }))
  })

  it('is read by us and by others as it was written: text is text, a formula is its characters', async () => {
    const bytes = writePlainWorkbook({ name: '名单', rows })
    const grid = await readGrid(bytes, { fileName: '名单.xlsx', maxRows: 10 })
    expect(grid.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual(rows.map((row) => row.map(String)))
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
    const sheet = book.getWorksheet('名单')!
    expect(sheet.getCell('B2').value).toBe('339901197706180675')
    expect(sheet.getCell('C2').value).toBe('=1+1 & <b>')
  })
})
