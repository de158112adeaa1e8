import { deflateRawSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { readGrid } from './public.ts'
import { deflatedSpaces, hugeXls, inlineCell, oleOf, sample, workbookOf, zipOf } from './testing.ts'
import { UnreadableFile } from './unreadable-file.ts'

const LIMITS = { maxRows: 2000 }
const XLSX_HEAD = '<row r="1"><c r="A1"><v>1</v></c></row>'

async function refusal(bytes: Uint8Array, limits: Parameters<typeof readGrid>[1] = LIMITS): Promise<UnreadableFile> {
  const answer = await readGrid(bytes, limits).catch((error: unknown) => error)
  if (answer instanceof UnreadableFile) return answer
  throw new Error('expected a refusal', { cause: answer })
}

/** Whatever was tried before, this process goes on reading good files. */
afterEach(async () => {
  expect((await readGrid(sample('01'), LIMITS)).rows).toHaveLength(45)
})

describe('files that are not spreadsheets are refused by name', () => {
  const html = '<html><head><meta charset="gbk"></head><body><table><tr><td>姓名</td></tr></table></body></html>'
  const xml2003 =
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
  it.each([
    ['a web page called .xls', Buffer.from(`\r\n${html}`), 'html', 'HTML'],
    ['a web page with BOM', Buffer.from(`\ufeff${html}`), 'html', 'HTML'],
    ['an XML table of Excel 2003', Buffer.from(xml2003), 'xml-table', '2003'],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), 'not-a-spreadsheet', 'PDF'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-spreadsheet', '图片'],
    ['a photograph', Buffer.from('ffd8ffe000104a464946', 'hex'), 'not-a-spreadsheet', '图片'],
    ['a bitmap', Buffer.from('424d361b010000000000', 'hex'), 'not-a-spreadsheet', '图片'],
    [
      'a Word document',
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: '<w/>' },
      ]),
      'not-a-spreadsheet',
      'Word',
    ],
    ['an old Word document', oleOf({ WordDocument: Buffer.alloc(5000) }), 'not-a-spreadsheet', 'Word'],
    ['an archive', zipOf([{ name: 'a.txt', data: 'a' }]), 'not-a-spreadsheet', '压缩包'],
    ['a RAR archive', Buffer.from('526172211a0700cf', 'hex'), 'not-a-spreadsheet', '压缩包'],
    ['a program', Buffer.from('7f454c460201010000000000', 'hex'), 'not-a-spreadsheet', '别的文件'],
    ['an empty file', new Uint8Array(), 'empty', '空'],
    ['a workbook without content', workbookOf({ rows: '' }), 'empty', '空'],
  ])('%s', async (_, bytes, code, word) => {
    const refused = await refusal(bytes, { ...LIMITS, fileName: '花名册.xlsx' })
    expect(refused.code).toBe(code)
    expect(refused.sentence.zh).toContain(word)
    expect(refused.sentence.zh).toMatch(/请.*(上传)/)
    expect(refused.sentence.en).toMatch(/upload/i)
  })

  it('takes a text whose first letters are those of a picture for the text it is', async () => {
    expect((await readGrid(Buffer.from('BM编号,姓名\n1,王静\n'), LIMITS)).rows).toHaveLength(2)
  })
})

describe('damaged and locked files', () => {
  it.each([0.3, 0.7, 0.99])('an .xlsx cut off at %s of its length is incomplete', async (part) => {
    const whole = sample('01')
    expect((await refusal(whole.subarray(0, Math.floor(whole.length * part)))).code).toBe('truncated')
  })

  it.each([0.2, 0.6])('an .xls cut off at %s of its length is incomplete', async (part) => {
    const whole = sample('03')
    expect((await refusal(whole.subarray(0, Math.floor(whole.length * part)))).code).toMatch(
      /truncated|not-a-spreadsheet/,
    )
  })

  it('a bit changed inside the data is noticed', async () => {
    const bytes = Uint8Array.from(workbookOf({ rows: `<row r="1">${inlineCell('A1', '339901197706180675')}</row>` }))
    const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 60
    bytes[at] = (bytes[at] ?? 0) ^ 0x10
    expect((await refusal(bytes)).code).toBe('truncated')
  })

  it('a sum of the data that does not agree is noticed', async () => {
    const data = Buffer.from('<worksheet><sheetData/></worksheet>')
    const wrong = {
      name: 'xl/worksheets/sheet1.xml',
      data,
      deflated: { packed: deflateRawSync(data), crc: 1, size: data.length },
    }
    expect((await refusal(workbookOf({ instead: wrong }))).code).toBe('truncated')
  })

  it('an encrypted .xlsx asks for the password to be removed', async () => {
    const refused = await refusal(oleOf({ EncryptionInfo: Buffer.alloc(248), EncryptedPackage: Buffer.alloc(8192, 7) }))
    expect(refused.code).toBe('password')
    expect(refused.sentence.zh).toBe('这个文件设置了打开密码,系统读不了。请在Excel里取消密码后另存,再上传。')
  })

  it('an encrypted .xls does too', async () => {
    const begin = Buffer.from('0908100000060500f21ccd07c100010006060000', 'hex')
    const lock = Buffer.from(`2f003600010001000100${'ab'.repeat(48)}`, 'hex')
    expect(
      (await refusal(oleOf({ Workbook: Buffer.concat([begin, lock, Buffer.from('0a000000', 'hex')]) }))).code,
    ).toBe('password')
  })

  it('an archive with a password does too', async () => {
    const encrypted = { name: 'xl/worksheets/sheet1.xml', data: 'secret', encrypted: true }
    expect((await refusal(workbookOf({ rows: XLSX_HEAD, instead: encrypted }))).code).toBe('password')
  })
})

describe('files made to exhaust the reader', () => {
  it('a gigabyte packed into a megabyte is not unpacked', async () => {
    const bomb = { name: 'xl/worksheets/sheet1.xml', data: '', deflated: deflatedSpaces(1024) }
    const file = workbookOf({ instead: bomb })
    expect(file.length).toBeLessThan(2 * 1024 * 1024)
    expect((await refusal(file)).code).toBe('zip-bomb')
  })

  it('nor is one whose header says that it is small', async () => {
    const bomb = { name: 'xl/worksheets/sheet1.xml', data: '', deflated: deflatedSpaces(1024), declaredSize: 2000 }
    expect((await refusal(workbookOf({ instead: bomb }))).code).toBe('zip-bomb')
  })

  it('nor many middling ones', async () => {
    const more = Array.from({ length: 40 }, (_, i) => ({
      name: `xl/media/${i}`,
      data: '',
      deflated: { ...deflatedSpaces(1), packed: Buffer.alloc(60_000), size: 16 * 1024 * 1024 },
    }))
    expect((await refusal(workbookOf({ rows: XLSX_HEAD, more }))).code).toBe('zip-bomb')
  })

  it('an archive of thousands of entries, odd paths or one name twice is refused', async () => {
    const entries = Array.from({ length: 5000 }, (_, i) => ({ name: `xl/${i}`, data: '' }))
    expect((await refusal(workbookOf({ rows: XLSX_HEAD, more: entries }))).code).toBe('unsafe')
    for (const name of ['../../etc/passwd', '/etc/passwd', 'C:/x', 'a/b/c/d/e/f/g/h/i/j', 'XL/workbook.xml']) {
      expect((await refusal(workbookOf({ rows: XLSX_HEAD, more: [{ name, data: 'x' }] }))).code, name).toBe('unsafe')
    }
  })

  it('entities never expand: a billion laughs is refused', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const data = `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "ha">${laughs}]><sst><si><t>&l9;</t></si></sst>`
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    const unused = '<!DOCTYPE sst [<!ENTITY a "b">]><sst><si><t>x</t></si></sst>'
    const declared = { name: 'xl/sharedStrings.xml', data: unused }
    expect((await refusal(workbookOf({ rows, strings: '<si/>', instead: declared }))).code).toBe('unsafe')
    expect(
      (await refusal(workbookOf({ rows, strings: '<si/>', instead: { name: 'xl/sharedStrings.xml', data } }))).code,
    ).toBe('unsafe')
    expect(
      (await refusal(workbookOf({ rows: `<row r="1">${inlineCell('A1', 'x').replace('x', '&laugh;')}</row>` }))).code,
    ).toBe('unsafe')
  })

  it('a text without end does not pile up', async () => {
    const text = Array.from({ length: 400_000 }, (_, i) => (i * 7919).toString(36)).join('')
    const rows = `<row r="1"><c r="A1" t="str"><v>${text}</v></c></row>`
    expect((await refusal(workbookOf({ rows }))).code).toBe('unsafe')
  })

  it('a merge to the last cell of the sheet is dropped', async () => {
    const grid = await readGrid(
      workbookOf({ rows: XLSX_HEAD, tail: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
      LIMITS,
    )
    expect(grid.merges).toEqual([])
    expect(grid.rows).toHaveLength(1)
  })

  it('a cell in the last row and a dimension that lies cost one row', async () => {
    const rows = `<row r="1">${inlineCell('A1', '姓名')}</row><row r="1048576">${inlineCell('XFD1048576', '底')}</row>`
    const grid = await readGrid(workbookOf({ rows, tail: '<dimension ref="A1:XFD1048576"/>' }), {
      ...LIMITS,
      maxColumns: 20_000,
    })
    expect(grid.rows.map((r) => r.row)).toEqual([1, 1_048_576])
    expect(grid.rows[1]?.cells[0]?.column).toBe(16_383)
  })

  it('an .xls that needs more memory than allowed ends the worker, not the server', async () => {
    expect((await refusal(hugeXls(20_000), { maxRows: 100_000 })).code).toBe('memory')
  }, 60_000)

  it('a file that takes longer than allowed is stopped', async () => {
    const long = Buffer.from(Array.from({ length: 300_000 }, (_, i) => `${i},王静,339901197706180675`).join('\n'))
    const refused = await refusal(long, { maxRows: 400_000, timeMs: 5 })
    expect(refused.code).toBe('time')
  })

  it('a file larger than allowed is not read at all', async () => {
    const refused = await refusal(Buffer.alloc(2048, 'a,'), { ...LIMITS, maxBytes: 1024 })
    expect(refused).toMatchObject({ code: 'too-large', sentence: { zh: expect.stringContaining('1 MB') } })
  })
})

describe('too much for the form', () => {
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, i) => `<row r="${i + 1}">${inlineCell(`A${i + 1}`, `第${i}行`)}</row>`).join('')

  it('2,001 rows where 2,000 are allowed: the sentence says both numbers', async () => {
    for (const file of [workbookOf({ rows: rowsOf(2001) }), Buffer.from('姓名,号码\n'.repeat(2001))]) {
      const refused = await refusal(file)
      expect(refused.code).toBe('too-many-rows')
      expect(refused.sentence.zh).toBe('行数太多: 最多 2,000 行,这个文件有 2,001 行有内容。请分成几个文件后再上传。')
    }
    expect((await readGrid(workbookOf({ rows: rowsOf(2000) }), LIMITS)).rows).toHaveLength(2000)
  })

  it('rows that hold only formatting are not counted', async () => {
    const blank = Array.from({ length: 5000 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"/></row>`).join('')
    expect((await readGrid(workbookOf({ rows: XLSX_HEAD + blank }), LIMITS)).rows).toHaveLength(1)
  })

  it('3,000 columns: the sentence says where', async () => {
    const letters = (n: number): string =>
      n < 0 ? '' : letters(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26))
    const rows = `<row r="4">${Array.from({ length: 3000 }, (_, i) => inlineCell(`${letters(i)}4`, 'x')).join('')}</row>`
    const refused = await refusal(workbookOf({ rows }))
    expect(refused.code).toBe('too-many-columns')
    expect(refused.sentence.zh).toContain('最多 256 列,第 4 行用到了第 3,000 列')
  })
})

describe('formulas', () => {
  it('are told apart from text, so that the caller may refuse them', async () => {
    const rows = `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c>${inlineCell('B1', "=cmd|'/c calc'!A1")}</row>`
    const [row] = (await readGrid(workbookOf({ rows }), LIMITS)).rows
    expect(row?.cells).toEqual([
      { column: 0, text: '2', raw: 'formula' },
      { column: 1, text: "=cmd|'/c calc'!A1", raw: 'text' },
    ])
  })
})
