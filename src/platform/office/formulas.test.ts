import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvOf, writeMarkedWorkbook, writePlainWorkbook, writeTable } from './public.ts'

const CELLS = 20_000
const WIDE = 20

/** Everything a spreadsheet program may take for the beginning of a formula, and what hides it. */
const START = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '\t=',
  '\r=',
  ' =',
  '\u200b=',
  '\u202e=',
  "'=",
  '﹢',
  '',
)
const REST = fc.oneof(
  fc.constantFrom("cmd|' /C calc'!A0", 'HYPERLINK("http://x","y")', '1+1', 'SUM(A1:A9)', '2+5+cmd|x', 'DDE("x";"y")'),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
)
const texts = fc
  .sample(fc.tuple(START, REST), { numRuns: CELLS, seed: 20261126 })
  .map(([start, rest]) => `${start}${rest}`.toWellFormed())
const rows = Array.from({ length: CELLS / WIDE }, (_, row) => texts.slice(row * WIDE, (row + 1) * WIDE))

/** What a spreadsheet program does with a field of a CSV: quotes are taken off, then the first thing seen decides. */
const looksLikeFormula = (field: string) => /^[\s\p{C}]*[=+\-@]/u.test(field.normalize('NFKC')) || /^[\t\r]/.test(field)

/** The fields of a CSV text, read without any of our own code. */
function fieldsOf(csv: string): string[] {
  const fields: string[] = []
  for (const [, quoted, plain] of csv.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(?:,|\r\n)/g))
    fields.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
  return fields
}

it('no cell of a CSV of ours is taken for a formula, though thousands of these texts would be', () => {
  expect(texts.filter(looksLikeFormula).length).toBeGreaterThan(CELLS / 4)
  const fields = fieldsOf(csvOf(rows))
  expect(fields.length).toBe(CELLS)
  expect(fields.filter(looksLikeFormula)).toEqual([])
})

/** The same texts as they come back to whoever sent them, each row marked with one of them too. */
const marked = () =>
  writeMarkedWorkbook({
    grid: {
      kind: 'csv',
      sheetName: '=1+1',
      sheetNames: ['=1+1'],
      merges: [],
      rows: rows.map((row, at) => ({ row: at + 1, cells: row.map((text, column) => ({ column, text, raw: 'text' })) })),
    },
    marks: rows.map((row, at) => ({ row: at + 1, column: 0, sentence: row[1]!, kind: 'error' })),
    problemColumnTitle: '问题',
    headerRow: 1,
  })

it.each([
  ['a marked workbook', marked],
  ['a table', () => writeTable({ title: '表', columns: rows[0]!.map((_, n) => `列${n}`), rows })],
  ['a plain workbook', async () => writePlainWorkbook({ name: '表', rows })],
] as const)('no cell of %s is a formula: each is text, as it was given', { timeout: 60_000 }, async (what, write) => {
  const book = Buffer.from(await write())
  const { default: ExcelJS } = await import('exceljs')
  const read = new ExcelJS.Workbook()
  await read.xlsx.load(book as never)
  let seen = 0
  read.worksheets[0]!.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.type === ExcelJS.ValueType.Merge || cell.type === ExcelJS.ValueType.Null) return
      seen += 1
      expect(cell.type).toBe(ExcelJS.ValueType.String)
      expect(cell.formula).toBeUndefined()
      if (what !== 'a plain workbook') expect(cell.text).not.toMatch(/[\u202A-\u202E]/)
    }),
  )
  expect(seen).toBeGreaterThan(CELLS * 0.9)
})
