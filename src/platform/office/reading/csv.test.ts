import { encode } from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { GridRow, SheetFacts } from '../grid.ts'
import { delimiterOf, readCsv } from './csv.ts'

const LIMITS = { maxRows: 100, maxColumns: 20 }

async function read(content: string | Uint8Array, limits = LIMITS) {
  const rows: GridRow[] = []
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const chunks: AsyncGenerator<GridRow[], SheetFacts> = readCsv(bytes, limits, '名单')
  for await (const chunk of chunks) rows.push(...chunk)
  return rows.map((r) => [r.row, ...r.cells.map((c) => `${c.column}:${c.text}`)])
}

describe('delimited text', () => {
  it('keeps quotes, delimiters and line ends inside a quoted cell', async () => {
    expect(await read('a,"b,1",c\r\n"x""y","two\r\nlines",z\r\n')).toEqual([
      [1, '0:a', '1:b,1', '2:c'],
      [2, '0:x"y', '1:two\r\nlines', '2:z'],
    ])
  })

  it('counts blank lines but does not deliver them', async () => {
    expect(await read('a,b\n\n,,\nc,d')).toEqual([
      [1, '0:a', '1:b'],
      [4, '0:c', '1:d'],
    ])
  })

  it('reads lines that end in CR, LF or both', async () => {
    expect(await read('a,b\rc,d\r\ne,f\n')).toEqual([
      [1, '0:a', '1:b'],
      [2, '0:c', '1:d'],
      [3, '0:e', '1:f'],
    ])
  })

  it('keeps the TAB that guards digits and every blank around a text', async () => {
    expect(await read('\t339901197706180675, 王静 \n')).toEqual([[1, '0:\t339901197706180675', '1: 王静 ']])
  })

  it('reads UTF-8 with and without BOM, GBK, and the UTF-16 that Excel calls Unicode text', async () => {
    const text = '姓名,乡镇\n盘勇梅,老竹畲族镇\n'
    const expected = [
      [1, '0:姓名', '1:乡镇'],
      [2, '0:盘勇梅', '1:老竹畲族镇'],
    ]
    expect(await read(text)).toEqual(expected)
    expect(await read(`\ufeff${text}`)).toEqual(expected)
    expect(await read(encode(text, 'gbk'))).toEqual(expected)
    expect(await read(encode(text.replaceAll(',', '\t'), 'utf16le', { addBOM: true }))).toEqual(expected)
  })

  it('does not split a character that lies across two steps of reading', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => `${i},${'畲'.repeat(1000)}`)
    for (const encoding of ['utf8', 'gbk']) {
      const found = await read(encode(rows.join('\n'), encoding))
      expect(found.map((r) => r[2])).toEqual(rows.map(() => `1:${'畲'.repeat(1000)}`))
    }
  })

  it('says where a quotation mark was left open', async () => {
    await expect(read('a,b\n1,"2\n3,4\n')).rejects.toMatchObject({
      code: 'quotes',
      sentence: { zh: expect.stringContaining('第 2 行') },
    })
  })

  it('refuses a cell no spreadsheet could hold', async () => {
    await expect(read(`a,b\n1,${'x'.repeat(40_000)}\n`)).rejects.toMatchObject({ code: 'long-cell' })
    await expect(read(`a,b\n1,"${'x\n'.repeat(40_000)}`)).rejects.toMatchObject({
      code: 'long-cell',
      message: expect.stringContaining('row 2'),
    })
  })

  it('is empty when it has only white lines', async () => {
    await expect(read('\r\n,,,\r\n')).rejects.toMatchObject({ code: 'empty' })
  })

  it('refuses bytes that are text in no encoding', async () => {
    await expect(read(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]))).rejects.toMatchObject({ code: 'not-a-spreadsheet' })
  })
})

describe('the delimiter', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1;2;3', ';'],
    ['a\tb\tc\n1\t2\t3', '\t'],
    ['名单,共2人\n序号\t姓名\t住址\n1\t王静\t莲都区,某村\n2\t胡勇平\t某村', '\t'],
    ['身份证号,姓名\n\t339901,a\n\t339902,b\n\t339903,c', ','],
    ['身份证号\n\t339901\n\t339902', ','],
    ['"a;b;c;d",x\n"1;2;3;4",y', ','],
    ['姓名\n王静', ','],
  ])('of %j is %j', (text, delimiter) => expect(delimiterOf(text)).toBe(delimiter))
})
