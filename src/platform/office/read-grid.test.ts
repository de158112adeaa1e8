import { describe, expect, it } from 'vitest'
import { cellAt, type Grid, readGrid, streamRows, textAt } from './public.ts'
import { inlineCell, sample, workbookOf } from './testing.ts'

const LIMITS = { maxRows: 2000 }
const texts = (grid: Grid) => grid.rows.map((r) => r.cells.map((c) => `${c.column} ${c.text.trim()}`))

describe('the demonstration samples', () => {
  it('01: forty people below three title lines, a header and above a line of signatures', async () => {
    const grid = await readGrid(sample('01'), LIMITS)
    expect(grid).toMatchObject({ kind: 'xlsx', sheetName: '花名册', sheetNames: ['花名册'] })
    expect(grid.rows.map((r) => r.row)).toEqual([...Array.from({ length: 44 }, (_, i) => i + 1), 46])
    expect(grid.merges).toContainEqual({ top: 46, left: 0, bottom: 46, right: 2 })
    expect(grid.rows[4]?.cells[3]).toEqual({ column: 3, text: '339901197706180675', raw: 'text' })
  })

  it('02: the identity number of 序号 7 was stored as a number, and every digit of it is shown', async () => {
    const grid = await readGrid(sample('02'), LIMITS)
    const seventh = grid.rows.find((r) => textAt(r, 0) === '7')
    expect(seventh && cellAt(seventh, 3)).toEqual({
      column: 3,
      text: '339901198912242900',
      raw: 'number',
      number: 339901198912242900,
    })
    const others = grid.rows.filter((r) => r.row > 4 && r !== seventh).map((r) => cellAt(r, 3)?.raw)
    expect(new Set(others)).toEqual(new Set(['text']))
  })

  it('03 and 04: the .xls and the GBK text say what 01 says', async () => {
    const roster = texts(await readGrid(sample('01'), LIMITS))
    const xls = await readGrid(sample('03'), LIMITS)
    const csv = await readGrid(sample('04'), LIMITS)
    expect([xls.kind, csv.kind]).toEqual(['xls', 'csv'])
    expect(texts(xls).slice(3)).toEqual(roster.slice(3, 44))
    expect(texts(csv)).toEqual(roster.slice(3, 44))
    expect(textAt(csv.rows[1] ?? { row: 0, cells: [] }, 3)).toBe('\t339901197706180675')
  })

  it('05 and 06: attendance and marks', async () => {
    const attendance = await readGrid(sample('05'), LIMITS)
    expect(attendance.merges).toContainEqual({ top: 2, left: 3, bottom: 2, right: 4 })
    expect(attendance.rows.filter((r) => r.cells.length === 23)).toHaveLength(40)
    const marks = await readGrid(sample('06'), LIMITS)
    expect(marks.rows[2]?.cells.map((c) => c.text)).toEqual([
      '1',
      '王静',
      '339901197706180675',
      '90',
      '68',
      '合格',
      'S000033000001225000001',
    ])
  })

  it('10: what an employer insured, in UTF-8 with BOM', async () => {
    const grid = await readGrid(sample('10'), { ...LIMITS, fileName: '10-企业参保人员.csv' })
    expect(grid.sheetName).toBe('10-企业参保人员')
    expect(grid.rows).toHaveLength(403)
    expect(grid.rows[0]?.cells.map((c) => c.text)).toEqual([
      '统一社会信用代码',
      '单位名称',
      '身份证号',
      '姓名',
      '参保起始月',
      '参保终止月',
    ])
  })
})

describe('reading', () => {
  it('leaves the caller its bytes', async () => {
    const bytes = sample('10')
    const before = Buffer.from(bytes).toString('hex')
    await readGrid(bytes, LIMITS)
    expect(Buffer.from(bytes).toString('hex')).toBe(before)
  })

  it('lets everybody else have a turn between a few hundred rows of a long list', async () => {
    const list = Buffer.from(['号,名', ...Array.from({ length: 6_000 }, (_, at) => `${at},蓝凤英`)].join('\n'))
    let [turns, isOver] = [0, false]
    const count = () => {
      turns += 1
      if (!isOver) setImmediate(count)
    }
    setImmediate(count)
    const rowsAt = new Map<number, number>()
    for await (const rows of streamRows(list, { maxRows: 10_000 }))
      rowsAt.set(turns, (rowsAt.get(turns) ?? 0) + rows.length)
    isOver = true
    const [first = 0, ...rest] = rowsAt.values()
    expect(first + rest.reduce((sum, each) => sum + each, 0)).toBe(6_001)
    expect(Math.max(...rest)).toBeLessThanOrEqual(400)
  })

  it('goes by what a file is, not by what it is called', async () => {
    expect((await readGrid(sample('01'), { ...LIMITS, fileName: '名单.csv' })).kind).toBe('xlsx')
  })

  it('takes many files at once, two at a time, and tells the rest to come back', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 25 }, () => readGrid(sample('01'), LIMITS)))
    const read = answers.filter((a) => a.status === 'fulfilled')
    const refused = answers.filter((a) => a.status === 'rejected').map((a) => a.reason.code)
    expect(read).toHaveLength(18)
    expect(new Set(refused)).toEqual(new Set(['busy']))
    expect((await readGrid(sample('01'), LIMITS)).rows).toHaveLength(45)
  })

  it('delivers a long list in chunks, in order, to one who takes them slowly', async () => {
    const count = 20_000
    const file = Buffer.from(Array.from({ length: count }, (_, i) => `${i},王静,${'莲都区某村'.repeat(6)}`).join('\n'))
    let next = 0
    let chunks = 0
    for await (const rows of streamRows(file, { maxRows: count })) {
      chunks++
      if (chunks % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 20))
      for (const row of rows) {
        expect(row.row).toBe(next + 1)
        expect(row.cells[0]?.text).toBe(String(next++))
      }
    }
    expect(next).toBe(count)
    expect(chunks).toBeGreaterThan(20)
  })

  it('does not count the time of whoever takes the rows', async () => {
    const file = Buffer.from(Array.from({ length: 5000 }, (_, i) => `${i},王静`).join('\n'))
    let rows = 0
    for await (const chunk of streamRows(file, { maxRows: 5000, timeMs: 2000 })) {
      rows += chunk.length
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    expect(rows).toBe(5000)
  })

  it('lets go of the worker when the rest is not wanted', async () => {
    const file = Buffer.from(Array.from({ length: 50_000 }, (_, i) => `${i},王静`).join('\n'))
    for (let i = 0; i < 4; i++) {
      for await (const rows of streamRows(file, { maxRows: 50_000 })) {
        expect(rows.length).toBeGreaterThan(0)
        break
      }
    }
    expect((await readGrid(sample('01'), LIMITS)).rows).toHaveLength(45)
  })

  it('refuses a stream that turns out too long, with the count', async () => {
    const rows = Array.from({ length: 900 }, (_, i) => `<row r="${i + 1}">${inlineCell(`A${i + 1}`, 'x')}</row>`).join(
      '',
    )
    const taken: number[] = []
    const reading = (async () => {
      for await (const chunk of streamRows(workbookOf({ rows }), { maxRows: 600 })) taken.push(chunk.length)
    })()
    await expect(reading).rejects.toMatchObject({
      code: 'too-many-rows',
      sentence: { zh: expect.stringContaining('900') },
    })
    expect(taken.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(600)
  })
})
