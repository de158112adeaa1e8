import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutDirections } from '../http/directions.ts'
import { type Grid, type Mark, readGrid, textAt, writeMarkedWorkbook, writeTable } from './public.ts'
import { openGuarded } from './reading/zip-guard.ts'
import { readXlsx } from './reading/xlsx.ts'
import { sample } from './testing.ts'

const LIMITS = { maxRows: 2000 }
const title = { problemColumnTitle: '问题', headerRow: 4 }

/** Read in this process: what is read was written by us a moment ago. */
async function reread(bytes: Uint8Array): Promise<Grid> {
  const chunks = readXlsx(bytes, { maxRows: 5000, maxColumns: 300 })
  const rows: Grid['rows'][number][] = []
  for (;;) {
    const step = await chunks.next()
    if (step.done) return { ...step.value, rows }
    rows.push(...step.value)
  }
}

async function sheetOf(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  const sheet = book.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const fill = (sheet: ExcelJS.Worksheet, address: string) =>
  (sheet.getCell(address).fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb

describe('a roster sent back with its marks', () => {
  const marks: Mark[] = [
    { row: 11, column: 3, sentence: '身份证号被存成数字', kind: 'error' },
    { row: 11, column: 8, sentence: '账户与第24行相同', kind: 'doubt' },
    { row: 23, column: 1, sentence: '姓名为空', kind: 'error' },
    { row: 27, column: 8, sentence: '与第24行共用一个银行账号', kind: 'doubt' },
    { row: 30, column: 0, sentence: '序号重复', kind: 'error' },
    { row: 30, column: null, sentence: '与第1行是同一人', kind: 'error' },
  ]

  it('shows every line as it was, the bad cells coloured, and the problems in a last column', async () => {
    const grid = await readGrid(sample('02'), LIMITS)
    const bytes = await writeMarkedWorkbook({ grid, marks, ...title })
    const back = await reread(bytes)
    const without = back.rows.map((r) => ({
      row: r.row,
      texts: r.cells.filter((c) => c.column < 11).map((c) => [c.column, c.text]),
    }))
    expect(without).toEqual(grid.rows.map((r) => ({ row: r.row, texts: r.cells.map((c) => [c.column, c.text]) })))
    const problems = back.rows.filter((r) => textAt(r, 11) !== '').map((r) => [r.row, textAt(r, 11)])
    expect(problems).toEqual([
      [4, '问题'],
      [11, '身份证号被存成数字;账户与第24行相同'],
      [23, '姓名为空'],
      [27, '与第24行共用一个银行账号'],
      [30, '序号重复;与第1行是同一人'],
    ])

    const sheet = await sheetOf(bytes)
    expect(sheet.getCell('D11')).toMatchObject({ value: '339901198912242900', numFmt: '@' })
    expect(sheet.getCell('D12')).toMatchObject({ numFmt: '@' })
    expect(sheet.getCell('A11').value).toBe(7)
    expect(sheet.getCell('A30')).toMatchObject({ value: '26', numFmt: '@' })
    expect([
      fill(sheet, 'D11'),
      fill(sheet, 'I11'),
      fill(sheet, 'B23'),
      fill(sheet, 'L11'),
      fill(sheet, 'L27'),
    ]).toEqual(['FFFFC7CE', 'FFFFEB9C', 'FFFFC7CE', 'FFFFC7CE', 'FFFFEB9C'])
    expect(fill(sheet, 'D12')).toBeUndefined()
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 })
    expect(sheet.model.merges).toEqual(expect.arrayContaining(['A1:K1', 'A2:K2', 'A3:K3']))
  })

  it('is a workbook too when an .xls or a text came in', async () => {
    for (const [number, headerRow] of [
      ['03', 4],
      ['04', 1],
    ] as const) {
      const grid = await readGrid(sample(number), LIMITS)
      const mark: Mark = { row: headerRow + 3, column: 3, sentence: '校验位错误', kind: 'error' }
      const bytes = await writeMarkedWorkbook({ grid, marks: [mark], problemColumnTitle: '问题', headerRow })
      const back = await reread(bytes)
      expect(back.kind).toBe('xlsx')
      expect(back.rows).toHaveLength(grid.rows.length)
      expect(back.rows.flatMap((r) => r.cells.filter((c) => c.column === 11).map((c) => [r.row, c.text]))).toEqual([
        [headerRow, '问题'],
        [headerRow + 3, '校验位错误'],
      ])
    }
  })

  it('can be corrected and sent in again: what was marked is text', async () => {
    const grid = await readGrid(sample('02'), LIMITS)
    const back = await reread(await writeMarkedWorkbook({ grid, marks, ...title }))
    const seventh = back.rows.find((r) => r.row === 11)?.cells.find((c) => c.column === 3)
    expect(seventh).toEqual({ column: 3, text: '339901198912242900', raw: 'text' })
  })
})

describe('what is written', () => {
  const gridOf = (texts: readonly (readonly string[])[], row = 1): Grid => ({
    kind: 'csv',
    sheetName: '名单',
    sheetNames: ['名单'],
    merges: [],
    rows: texts.map((line, i) => ({
      row: row + i,
      cells: line.flatMap((text, column) => (text === '' ? [] : [{ column, text, raw: 'text' as const }])),
    })),
  })

  it('is never a formula, whatever the text begins with', async () => {
    const starts = ['=', '+', '-', '@', '\t', '\r', '\uff1d', '\uff0b', '\uff0d', '\uff20', ' =', '\u200b=', '\ufeff=']
    const grid = gridOf([['序号', '姓名'], ...starts.map((s) => [`${s}cmd|'/c calc'!A1`, `${s}1+1`])])
    const marks: Mark[] = [{ row: 2, column: 0, sentence: '=HYPERLINK("http://x")', kind: 'error' }]
    const bytes = await writeMarkedWorkbook({ grid, marks, problemColumnTitle: '=1+1', headerRow: 1 })
    const parts = await openGuarded(bytes)
    const xml = await parts.whole('xl/worksheets/sheet1.xml')
    expect(xml).not.toMatch(/<f[ >/]/)
    const kinds = (xml.match(/<c [^>]*>(?=<v>|<is>)/g) ?? []).map((tag) => / t="(\w+)"/.exec(tag)?.[1])
    expect(kinds.length).toBeGreaterThan(starts.length * 2)
    expect(new Set(kinds)).toEqual(new Set(['s']))
    const back = await reread(bytes)
    expect(back.rows.slice(1).map((r) => r.cells.slice(0, 2).map((c) => c.text))).toEqual(
      grid.rows.slice(1).map((r) => r.cells.map((c) => c.text)),
    )
  })

  it('reads back as the same text, always, but for marks that turn it around', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.stringMatching(/^[_x0-9A-Fa-f\s<>&"'=\t\r\n]{0,20}$/),
    )
    const wellFormed = text.filter((s) => !/\p{Surrogate}/u.test(s))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(wellFormed, { maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        async (lines) => {
          const header = ['序号', '姓名', '甲', '乙', '丙']
          const grid = gridOf([header, ...lines])
          const back = await reread(
            await writeMarkedWorkbook({ grid, marks: [], problemColumnTitle: '问题', headerRow: 1 }),
          )
          const cells = (g: Grid) =>
            g.rows.map((r) => [r.row, ...r.cells.filter((c) => c.column < 5).map((c) => [c.column, c.text])])
          const unturned = gridOf([header, ...lines.map((line) => line.map(withoutDirections))])
          expect(cells(back)).toEqual(cells(unturned).filter((r) => r.length > 1))
        },
      ),
      { numRuns: 150, examples: [[[['\u202a'], ['a\u202eb']]]] },
    )
  })

  it('keeps a text that looks like a stored character', async () => {
    const grid = gridOf([
      ['序号', '姓名'],
      ['_x0041_', 'a_x005F_x000D_'],
    ])
    const back = await reread(await writeMarkedWorkbook({ grid, marks: [], problemColumnTitle: '问题', headerRow: 1 }))
    expect(back.rows[1]?.cells.map((c) => c.text)).toEqual(['_x0041_', 'a_x005F_x000D_'])
  })

  it('a cell in the last row of the sheet does not make a million rows', async () => {
    const base = gridOf([
      ['序号', '姓名'],
      ['1', '王静'],
    ])
    const grid: Grid = {
      ...base,
      rows: [...base.rows, { row: 1_048_576, cells: [{ column: 0, text: '底', raw: 'text' }] }],
    }
    const marks: Mark[] = [{ row: 1_048_576, column: 0, sentence: '不是序号', kind: 'error' }]
    const back = await reread(await writeMarkedWorkbook({ grid, marks, problemColumnTitle: '问题', headerRow: 1 }))
    expect(back.rows.map((r) => [r.row, textAt(r, 2)])).toEqual([
      [1, '问题'],
      [2, ''],
      [23, '不是序号'],
    ])
  })

  it('a problem of the header, and one of a line that was blank, are shown where they are', async () => {
    const marks: Mark[] = [
      { row: 1, column: null, sentence: '缺少列: 身份证号', kind: 'error' },
      { row: 4, column: 1, sentence: '姓名为空', kind: 'error' },
    ]
    const back = await reread(
      await writeMarkedWorkbook({
        grid: gridOf([
          ['序号', '姓名'],
          ['1', '王静'],
        ]),
        marks,
        problemColumnTitle: '问题',
        headerRow: 1,
      }),
    )
    expect(back.rows.map((r) => [r.row, textAt(r, 2)])).toEqual([
      [1, '问题:缺少列: 身份证号'],
      [2, ''],
      [4, '姓名为空'],
    ])
  })

  it('a merge that would hide a text is not made again', async () => {
    const grid: Grid = {
      ...gridOf([
        ['序号', '姓名'],
        ['1', '王静'],
      ]),
      merges: [{ top: 2, left: 0, bottom: 2, right: 1 }],
    }
    const back = await reread(await writeMarkedWorkbook({ grid, marks: [], problemColumnTitle: '问题', headerRow: 1 }))
    expect(textAt(back.rows[1] ?? { row: 0, cells: [] }, 1)).toBe('王静')
  })
})

describe('a table for export', () => {
  it('has its title, its header, text as text and numbers as numbers', async () => {
    const bytes = await writeTable({
      title: '公示[表]',
      columns: ['姓名', '金额'],
      rows: [
        ['=王静', 1000],
        ['胡勇平', null],
      ],
    })
    const back = await reread(bytes)
    expect(back.sheetName).toBe('公示 表')
    expect(back.rows.map((r) => r.cells.map((c) => [c.text, c.raw]))).toEqual([
      [['公示[表]', 'text']],
      [
        ['姓名', 'text'],
        ['金额', 'text'],
      ],
      [
        ['=王静', 'text'],
        ['1000', 'number'],
      ],
      [['胡勇平', 'text']],
    ])
  })
})
