import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FRAME, layOut, linesOf, rowMm } from './layout.ts'
import type { GridRow, Sheet } from './sheet.ts'

const sheet = (blocks: Sheet['blocks'], over: Partial<Sheet> = {}): Sheet => ({
  orientation: 'portrait',
  title: '花名册',
  number: null,
  english: 'Roster',
  lead: ['填报单位:甲', '乙'],
  blocks,
  ...over,
})
const head: GridRow[] = [{ cells: ['序号', '姓名'] }]
const widthsMm = [25, 140]
const grid = (rows: readonly GridRow[]) => ({ kind: 'grid', widthsMm, head, rows }) as const
const rowsOn = (page: ReturnType<typeof layOut>[number]) =>
  page.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []))

describe('a sheet laid out on A4', () => {
  const row = fc.record({
    cells: fc
      .tuple(fc.string({ maxLength: 20 }), fc.string({ unit: 'grapheme', maxLength: 300 }))
      .map((cells) => [...cells]),
    atLeastMm: fc.integer({ min: 0, max: 40 }),
  })

  it('has every row once, in order, under the head of its table, and no page fuller than the paper', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 120, size: 'max' }), (rows) => {
        const pages = layOut(sheet([grid(rows), { kind: 'signatures', signs: ['负责人'], seal: null }]))
        expect(pages.flatMap(rowsOn)).toEqual(rows)
        for (const page of pages) {
          const tables = page.blocks.flatMap((block) => (block.kind === 'grid' ? block : []))
          for (const table of tables) expect(table.head).toEqual(head)
          const heads = tables.length * rowMm(head[0]!, widthsMm, false)
          const mm = rowsOn(page).reduce((sum, each) => sum + rowMm(each, widthsMm, false), heads)
          if (rowsOn(page).length > 1) expect(mm).toBeLessThanOrEqual(FRAME.portrait.heightMm - (page.again ? 10 : 25))
        }
      }),
    )
  })

  it('puts signatures under rows, never alone on a page', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ cells: [String(at + 1), '王静'] }))
    for (let count = 7; count < 90; count += 1) {
      const last = layOut(sheet([grid(rows(count)), { kind: 'signatures', signs: ['负责人'], seal: null }])).at(-1)!
      expect(rowsOn(last).length, `${count} rows`).toBeGreaterThan(0)
    }
  })

  it('repeats the title only on further pages', () => {
    const pages = layOut(sheet([grid(Array.from({ length: 60 }, () => ({ cells: ['1', '王静'] })))]))
    expect(pages.map((page) => page.again)).toEqual([false, true])
  })

  it('gives text that fits in a line one line, and breaks at every line break', () => {
    expect([linesOf('王静', 10, 3.7), linesOf('农村转移就业劳动者', 10, 3.7), linesOf('a\nb\n', 10, 3.7)]).toEqual([
      1, 6, 3,
    ])
  })
})
