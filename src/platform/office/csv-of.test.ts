import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GridRow } from './grid.ts'
import { csvOf } from './public.ts'
import { readCsv } from './reading/csv.ts'

async function reread(csv: string): Promise<string[][]> {
  const rows: GridRow[] = []
  for await (const chunk of readCsv(Buffer.from(csv), { maxRows: 1000, maxColumns: 100 }, '表')) rows.push(...chunk)
  return rows.map((r) => r.cells.map((c) => c.text))
}

describe('rows as CSV', () => {
  it('has a BOM, CRLF, and quotes where they are needed', () => {
    expect(
      csvOf([
        ['姓名', '金额'],
        ['王,静', 1000],
        ['a"b', null],
        ['两\n行', 12n],
      ]),
    ).toBe('\ufeff姓名,金额\r\n"王,静",1000\r\n"a""b",\r\n"两\n行",12\r\n')
  })

  it.each([
    '=1+1',
    '+86',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\uff1d1',
    '\uff0b1',
    '\uff0d1',
    '\uff20x',
    '  =1',
    '\u200b=1',
    '\ufeff=1',
    '\n=1',
    '\u2003=1',
    '\u00ad=1',
    '\ufe62x',
  ])('puts an apostrophe before %j', (text) => expect(csvOf([[text, 'x']])).toMatch(/^\ufeff"?'/))

  it('leaves numbers, and texts that are no formula, alone', () => {
    expect(csvOf([[-5, 'S000033', '3-7', '王静']])).toBe('\ufeff-5,S000033,3-7,王静\r\n')
  })

  it('reads back as what was written, and never as a formula', async () => {
    const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', ' =', '\u3000\uff1d', '\u200d@')
    const text = fc.tuple(start, fc.string({ unit: 'grapheme', maxLength: 12 })).map(([a, b]) => `${a}${b}`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const anchored = rows.map((row) => ['a', ...row, 'z'])
          const back = await reread(csvOf(anchored))
          const bare = back.map((row) => row.map((t) => (t.startsWith("'") ? t.slice(1) : t)))
          expect(bare).toEqual(
            anchored.map((row) => row.map((t) => (t.startsWith("'") ? t.slice(1) : t)).filter((t) => t !== '')),
          )
          for (const cell of back.flat())
            expect(cell.trimStart().normalize('NFKC')).not.toMatch(/^[\s\u200b-\u200f\ufeff]*[=+\-@]/)
        },
      ),
      { numRuns: 300 },
    )
  })
})
