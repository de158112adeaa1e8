import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SKILL_LEVELS } from '../../../../values/public.ts'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import { amountText, readAmount, UNITS } from './amount-cells.ts'
import { withBand, withoutBand } from './bands.ts'
import { faultsOf, gapsOf } from './faults.ts'
import { combination, gridOf, sayCombination, type Table, withCells, withoutLine } from './grid.ts'
import { copied, pasted } from './paste.ts'
import { cellsOf, tsvOf } from './tsv.ts'

const OCCUPATIONS = ['焊工', '电工', '养老护理员', '保育师']
const GROUPS = ['RURAL_TRANSFER', 'FLEXIBLE', 'HARD_TO_EMPLOY']

const LEVELS: Table = {
  axes: ['class.level'],
  rows: [
    { at: ['L4_INTERMEDIATE'], fen: 150_000 },
    { at: ['L5_JUNIOR'], fen: 100_000 },
  ],
}
const BY_GROUP: Table = {
  axes: ['person.group', 'class.level'],
  rows: [
    { at: ['RURAL_TRANSFER', 'L5_JUNIOR'], fen: 100_000 },
    { at: ['RURAL_TRANSFER', 'L4_INTERMEDIATE'], fen: 150_000 },
    { at: ['HARD_TO_EMPLOY', 'L5_JUNIOR'], fen: 120_000 },
  ],
}
const grid = (table: Table) => gridOf(table, FACT_DICTIONARY)

/** Tables of three axes as people might leave them: any order, gaps, overlaps. */
const tables: fc.Arbitrary<Table> = fc
  .array(
    fc.record({
      at: fc.tuple(fc.constantFrom(...OCCUPATIONS), fc.constantFrom(...SKILL_LEVELS), fc.constantFrom(...GROUPS)),
      fen: fc.nat({ max: 10 ** 12 }),
    }),
    { maxLength: 30 },
  )
  .map((rows) => ({ axes: ['certificate.occupation', 'class.level', 'person.group'], rows }))

describe('amounts as offices type them', () => {
  it('reads yuan and ten thousands, thousands separators, full-width digits, and the unit behind the figure', () => {
    const read = (text: string, unit: 'yuan' | 'wan' = 'yuan') => {
      const found = readAmount(text, unit)
      return found.ok ? found.value : found.problems[0]!.zh
    }
    expect(read('1,800')).toBe(180_000)
    expect(read('¥1800.50')).toBe(180_050)
    expect(read('1,800元')).toBe(180_000)
    expect(read('1.8万元')).toBe(1_800_000)
    expect(read('1.8', 'wan')).toBe(1_800_000)
    expect(read('1800元', 'wan')).toBe(180_000)
    expect(read('0.000001万')).toBe(1)
    expect(read('18,00')).toContain('不是金额')
    expect(read('约一千')).toBe('“约一千”不是金额,应写成 1000、1,000.00 或 0.1万')
    expect(read('-5')).toContain('负数')
    expect(read('1.005')).toContain('不是金额')
    expect(read('10000000000000')).toContain('太大')
  })

  it('never changes by being shown and read again, in either unit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999_999 }), fc.constantFrom(...UNITS), (fen, unit) => {
        expect(readAmount(amountText(fen, unit), unit)).toEqual({ ok: true, value: fen })
      }),
    )
  })
})

describe('a table as rows and columns', () => {
  it('has the levels in their order and one column of amounts where there is one axis', () => {
    expect(grid(LEVELS).lines).toEqual([['L5_JUNIOR'], ['L4_INTERMEDIATE']])
    expect(grid(LEVELS).columns).toEqual([null])
  })

  it('lays few values across', () => {
    const { columns, lines } = grid(BY_GROUP)
    expect(columns).toEqual(['L5_JUNIOR', 'L4_INTERMEDIATE'])
    expect(lines).toEqual([['RURAL_TRANSFER'], ['HARD_TO_EMPLOY']])
  })

  it('loses nothing: every row is in a cell of the grid, and every cell stands for its rows', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { lines, columns, rowsFor } = grid(table)
        const found = lines.flatMap((line) => columns.flatMap((column) => [...rowsFor(line, column)]))
        expect([...found].sort((a, b) => a - b)).toEqual(table.rows.map((_, index) => index))
      }),
    )
  })

  it('is the same table when what a cell shows is typed again', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const whole = grid({
          ...table,
          rows: [...new Map(table.rows.map((row) => [JSON.stringify(row.at), row])).values()],
        })
        const edits = whole.lines.flatMap((line) =>
          whole.columns.map((column) => {
            const [row] = whole.rowsFor(line, column)
            return {
              at: combination(line, column, whole.across),
              text: row === undefined ? '' : amountText(whole.table.rows[row]!.fen),
            }
          }),
        )
        expect(withCells(whole.table, edits, 'yuan')).toBe(whole.table)
      }),
    )
  })

  it('changes one price, leaves a gap where a cell is emptied, and adds what had none', () => {
    const at = ['HARD_TO_EMPLOY', 'L4_INTERMEDIATE']
    const added = withCells(BY_GROUP, [{ at, text: '1,600' }], 'yuan')
    expect(added.rows.at(-1)).toEqual({ at, fen: 160_000 })
    expect(withCells(added, [{ at, text: '' }], 'yuan').rows).toEqual(BY_GROUP.rows)
  })

  it('keeps a text that is no amount, and says in which row and column it stands', () => {
    const at = ['HARD_TO_EMPLOY', 'L5_JUNIOR']
    const table = withCells(BY_GROUP, [{ at, text: '约一千' }], 'yuan')
    expect(table.rows[2]).toEqual({ at, fen: '约一千' })
    expect(faultsOf(grid(table)).map(({ sentence }) => sentence.zh)).toEqual([
      '第 2 行“就业困难人员”、“五级/初级工”列:“约一千”不是金额,应写成 1000、1,000.00 或 0.1万',
    ])
  })

  it('tells two rows for one combination, and makes them one when the cell is typed', () => {
    const table = { ...LEVELS, rows: [...LEVELS.rows, { at: ['L5_JUNIOR'], fen: 120_000 }] }
    expect(faultsOf(grid(table)).map(({ sentence }) => sentence.zh)).toEqual([
      '“五级/初级工”有 2 个标准:1,000.00、1,200.00。请只留一个',
    ])
    expect(
      withCells(table, [{ at: ['L5_JUNIOR'], text: '1200' }], 'yuan').rows.filter(({ at }) => at[0] === 'L5_JUNIOR'),
    ).toHaveLength(1)
  })

  it('tells the combinations without a rate', () => {
    const whole = grid(BY_GROUP)
    expect(gapsOf(whole).map((at) => sayCombination(whole.heads, at).zh)).toEqual(['就业困难人员、四级/中级工'])
  })

  it('names bands by where they begin and end, adds one in its place, and tells those that cross', () => {
    const table: Table = {
      axes: [{ fact: 'training.hours', bands: [64, 104] }],
      rows: [
        { at: [64], fen: 1 },
        { at: [104], fen: 2 },
      ],
    }
    const said = (of: Table) => grid(of).lines.map((line) => sayCombination(grid(of).heads, line).zh)
    expect(said(table)).toEqual(['64–103 课时', '104 课时以上'])
    const more = withBand(table, 0, 80)
    expect(said(more)).toEqual(['64–79 课时', '80–103 课时', '104 课时以上'])
    expect(gapsOf(grid(more))).toEqual([[80]])
    expect(withoutBand(more, 0, 80)).toEqual(table)
    const crossing: Table = { ...table, axes: [{ fact: 'training.hours', bands: [104, 64] }] }
    expect(faultsOf(grid(crossing))[0]!.sentence.zh).toContain('分段交叉:104 之后又是 64')
  })

  it('tells a value that there is not, and a row that has too few', () => {
    const table = {
      ...BY_GROUP,
      rows: [
        { at: ['VETERAN', 'L5_JUNIOR'], fen: 1 },
        { at: ['FLEXIBLE'], fen: 1 },
      ],
    }
    expect(faultsOf(grid(table)).map(({ sentence }) => sentence.zh)).toEqual([
      expect.stringContaining('“人员类别”没有“VETERAN”这个值'),
      '“灵活就业人员”一行有 1 个表头值,应有 2 个,请删除后重新增加',
    ])
  })

  it('removes a row with all that it stands for', () => {
    expect(withoutLine(grid(BY_GROUP), ['RURAL_TRANSFER']).rows).toEqual([BY_GROUP.rows[2]])
  })

  it('is quick with 300 occupations, 5 levels and 6 groups', () => {
    const rows = Array.from({ length: 300 }, (_, occupation) =>
      SKILL_LEVELS.slice(1, 6).flatMap((level) =>
        [...GROUPS, 'GRADUATE_YEAR', 'SCHOOL_LEAVER', 'POVERTY_MONITORED'].map((group) => ({
          at: [`职业${occupation}`, level, group],
          fen: 100_000,
        })),
      ),
    ).flat()
    const began = performance.now()
    const whole = grid({ axes: ['certificate.occupation', 'class.level', 'person.group'], rows })
    expect(whole.lines).toHaveLength(1800)
    expect(gapsOf(whole)).toEqual([])
    const texts = grid({ ...whole.table, rows: rows.map((row) => ({ ...row, fen: '待定' })) })
    expect(faultsOf(texts)).toHaveLength(9000)
    // Far more than it takes: what grows with the square of the rows takes minutes.
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

describe('cells to and from a spreadsheet', () => {
  it('keeps every text, with tabs, line breaks and quotation marks in it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '焊', '"', '\t', '\n', ',', ' ') })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        // An empty last line is what Excel writes behind the last row.
        fc.pre(!(rows.length > 1 && rows.at(-1)!.length === 1 && rows.at(-1)![0] === ''))
        expect(cellsOf(tsvOf(rows))).toEqual(rows)
      }),
    )
  })

  it('gives back what was pasted', () => {
    const amounts = fc.array(fc.array(fc.nat({ max: 10 ** 9 }), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 2,
    })
    fc.assert(
      fc.property(amounts, fc.constantFrom(...UNITS), (fens, unit) => {
        const tsv = tsvOf(fens.map((row) => row.map((fen) => amountText(fen, unit).replaceAll(',', ''))))
        const done = pasted(grid(BY_GROUP), cellsOf(tsv), { line: 0, column: 0 }, unit)
        expect(done.left).toEqual([])
        expect(tsvOf(copied(grid(done.table), { line: 0, column: 0, lines: fens.length, columns: 2 }, unit))).toBe(tsv)
      }),
    )
  })

  it('puts in what carries its heads by these, in whatever order, with new occupations as new rows', () => {
    const table: Table = {
      axes: ['certificate.occupation', 'class.level'],
      rows: [
        { at: ['焊工', 'L5_JUNIOR'], fen: 1 },
        { at: ['电工', 'L4_INTERMEDIATE'], fen: 2 },
      ],
    }
    const done = pasted(
      grid(table),
      cellsOf('职业\t四级\t初级工\n电工\t1500\t1000\n育婴员\t1,600\t1,100\r\n'),
      { line: 1, column: 1 },
      'yuan',
    )
    expect(done.left).toEqual([])
    const after = grid(done.table)
    expect(copied(after, { line: 0, column: 0, lines: 3, columns: 2 }, 'yuan')).toEqual([
      ['0.01', ''],
      ['1000.00', '1500.00'],
      ['1100.00', '1600.00'],
    ])
  })

  it('takes a list that has another axis across', () => {
    const turned = cellsOf('等级\t农村转移就业劳动者\t灵活就业人员\n五级\t1000\t900')
    const done = pasted(grid(BY_GROUP), turned, { line: 0, column: 0 }, 'yuan')
    expect(done.left).toEqual([])
    expect(done.table.rows.at(-1)).toEqual({ at: ['FLEXIBLE', 'L5_JUNIOR'], fen: 90_000 })
  })

  it('says what had no room, and what head it does not know', () => {
    const beyond = pasted(grid(LEVELS), [['1'], ['2'], ['3']], { line: 0, column: 0 }, 'yuan')
    expect(beyond.left.map(({ zh }) => zh)).toEqual([
      '粘贴内容第 3 行第 1 列“3”超出表格,没有放入。请先增加行或列,或从更靠左上的格子开始粘贴',
    ])
    const strange = pasted(
      grid(BY_GROUP),
      cellsOf('类别\t五级\n农村转移就业劳动者\t1000\n退役军人\t900'),
      { line: 0, column: 0 },
      'yuan',
    )
    expect(strange.left.map(({ zh }) => zh)).toEqual([
      '粘贴内容第 3 行“退役军人 900”的表头不认识,没有放入。请按表格里的名称改写后再粘贴',
    ])
  })
})
