import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GridRow } from '../grid.ts'
import { inlineCell, type WorkbookParts, workbookOf } from '../testing.ts'
import { readXlsx } from './xlsx.ts'
import { XmlEvents } from './xml-events.ts'

async function read(parts: WorkbookParts, limits = { maxRows: 100, maxColumns: 256 }) {
  const rows: GridRow[] = []
  const chunks = readXlsx(workbookOf(parts), limits)
  for (;;) {
    const step = await chunks.next()
    if (step.done) return { ...step.value, rows }
    rows.push(...step.value)
  }
}

const cellsOf = async (parts: WorkbookParts) => (await read(parts)).rows.flatMap((r) => r.cells)

describe('cells of a workbook', () => {
  it('keeps every digit of a number and says that it is a number', async () => {
    expect(await cellsOf({ rows: '<row r="1"><c r="D1"><v>339901198912242937</v></c></row>' })).toEqual([
      { column: 3, text: '339901198912242937', raw: 'number', number: Number('339901198912242937') },
    ])
  })

  it('reads shared, rich and inline strings, and leaves out the phonetic guides', async () => {
    const strings =
      '<si><t xml:space="preserve"> 孙  艳 </t></si><si><r><t>养老</t></r><r><rPr><b/></rPr><t>护理员</t></r><rPh><t>ようろう</t></rPh></si><si><t/></si>'
    const rows = `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>${inlineCell('D1', 'A<&B')}</row>`
    expect(await cellsOf({ rows, strings })).toEqual([
      { column: 0, text: ' 孙  艳 ', raw: 'text' },
      { column: 1, text: '养老护理员', raw: 'text' },
      { column: 3, text: 'A<&B', raw: 'text' },
    ])
  })

  it('calls a formula a formula, with its last result', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>cmd|&apos;/c calc&apos;!A1</f><v>x</v></c><c r="C1"><f>A1</f></c></row>'
    expect(await cellsOf({ rows })).toEqual([
      { column: 0, text: '2', raw: 'formula' },
      { column: 1, text: 'x', raw: 'formula' },
      { column: 2, text: '', raw: 'formula' },
    ])
  })

  it('reads truth values and errors as they are shown', async () => {
    const rows =
      '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c></row>'
    expect((await cellsOf({ rows })).map((c) => [c.text, c.raw])).toEqual([
      ['TRUE', 'boolean'],
      ['FALSE', 'boolean'],
      ['#N/A', 'error'],
    ])
  })

  it('reads dates by their format, in either of the two calendars', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="22"/></cellXfs>'
    const rows =
      '<row r="1"><c r="A1" s="1"><v>44627</v></c><c r="B1" s="2"><v>44627.5</v></c><c r="C1" s="0"><v>44627</v></c><c r="D1" t="d"><v>2022-03-07T00:00:00</v></c></row>'
    expect((await cellsOf({ rows, styles })).map((c) => [c.text, c.raw])).toEqual([
      ['2022-03-07', 'date'],
      ['2022-03-07 12:00:00', 'date'],
      ['44627', 'number'],
      ['2022-03-07', 'date'],
    ])
    const from1904 = await cellsOf({
      rows: '<row r="1"><c r="A1" s="1"><v>43165</v></c></row>',
      styles,
      date1904: true,
    })
    expect(from1904[0]?.text).toBe('2022-03-07')
  })

  it('reads elements with a prefix, attributes in any order and quotes, characters stored as _xHHHH_', async () => {
    const rows = `<x:row r='2'><x:c t='str' s='0' r='B2'><x:v>a_x000D_b_x005F_c&#x755;&#65;</x:v></x:c></x:row>`
    expect((await read({ rows })).rows).toEqual([
      { row: 2, cells: [{ column: 1, text: 'a\rb_c\u0755A', raw: 'text' }] },
    ])
  })

  it('reads the first visible sheet that holds something, and names the others', async () => {
    const blank = '<row r="1"><c r="A1" s="1"/></row>'
    const sheets = [
      { name: '旧表', state: 'hidden', rows: `<row r="1">${inlineCell('A1', '旧')}</row>` },
      { name: '说明', rows: blank },
      { name: '花名册', rows: `<row r="3">${inlineCell('A3', '新')}</row>` },
      { name: '附表', rows: `<row r="1">${inlineCell('A1', '附')}</row>` },
    ]
    const grid = await read({ sheets })
    expect(grid).toMatchObject({ sheetName: '花名册', sheetNames: ['说明', '花名册', '附表'] })
    expect(grid.rows).toEqual([{ row: 3, cells: [{ column: 0, text: '新', raw: 'text' }] }])
    await expect(read({ rows: blank })).rejects.toMatchObject({ code: 'empty' })
  })

  it('keeps the merges inside the rows that are present', async () => {
    const rows = `<row r="1">${inlineCell('A1', '名册')}</row><row r="2">${inlineCell('A2', '序号')}</row>`
    const tail =
      '<mergeCells><mergeCell ref="A1:K1"/><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A2:A9"/><mergeCell ref="B2:A1"/></mergeCells>'
    expect((await read({ rows, tail })).merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 10 }])
  })

  it('refuses rows or cells out of order, and strings that are not there', async () => {
    for (const rows of [
      '<row r="2"/><row r="1"/>',
      '<row r="1"><c r="B1"/><c r="A1"/></row>',
      '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
    ]) {
      await expect(read({ rows })).rejects.toMatchObject({ code: 'truncated' })
    }
  })
})

describe('XML in pieces', () => {
  const xml = '<?xml version="1.0"?><a b="x>y"><!-- <c> -->t1<![CDATA[<raw>]]><d/>t&amp;2</a>'
  const whole = 'open a|text t1|text <raw>|open d|close d|text t&2|close a'

  it('is the same however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(xml.length), { maxLength: 12 }), (cuts) => {
        const seen: string[] = []
        const events = new XmlEvents({
          open: (name) => seen.push(`open ${name}`),
          close: (name) => seen.push(`close ${name}`),
          text: (value) => seen.push(`text ${value}`),
        })
        const at = [0, ...cuts.sort((a, b) => a - b), xml.length]
        for (let i = 1; i < at.length; i++) events.write(xml.slice(at[i - 1], at[i]))
        events.end()
        expect(seen.join('|')).toBe(whole)
      }),
    )
  })

  it.each(['<a>', '<a></a></a>', '<a/><b', '', 'text'])('that ends too soon is refused: %j', (cut) => {
    const events = new XmlEvents({ open() {}, close() {}, text() {} })
    expect(() => {
      events.write(cut)
      events.end()
    }).toThrowError(expect.objectContaining({ code: 'truncated' }))
  })
})
