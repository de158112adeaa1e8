import fc from 'fast-check'
import { decode, encode } from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import {
  bankFileBytes,
  bankFileName,
  type BankFileTemplate,
  bankListProblems,
  type BankRow,
  readBankFile,
  unwritable,
} from './rules.ts'

const FIELDS = ['lineNumber', 'payeeName', 'accountNumber', 'bankName', 'amountYuan', 'purpose', 'reference'] as const

type Separated = Extract<BankFileTemplate, { format: 'csv' }>

function givenTemplate(over: Partial<Separated> = {}): Separated {
  return {
    format: 'csv',
    encoding: 'gbk',
    separator: ',',
    lineEnd: '\r\n',
    fileName: '{date}-{batchNumber}.csv',
    header: true,
    columns: FIELDS.map((field) => ({ field, header: field })),
    ...over,
  }
}

function givenRow(over: Partial<BankRow> = {}): BankRow {
  return {
    position: 1,
    payeeName: '王静',
    accountNumber: '6217007507983498642',
    bankName: '浙江农商银行',
    amountFen: 100_000n,
    purpose: '职业培训补贴',
    reference: 'P-2022-001-0001',
    ...over,
  }
}

const templates = fc
  .record({
    encoding: fc.constantFrom('gbk' as const, 'utf-8' as const, 'utf-8-bom' as const),
    separator: fc.constantFrom(',' as const, '|' as const, ';' as const, '\t' as const),
    lineEnd: fc.constantFrom('\r\n' as const, '\n' as const),
    header: fc.boolean(),
    columns: fc
      .shuffledSubarray([...FIELDS], { minLength: 1 })
      .map((of) => of.map((field) => ({ field, header: field }))),
  })
  .map(givenTemplate)
const name = fc.stringMatching(/^[一-龥]{1,4}(·[一-龥]{1,3})?$/)
const rows = fc
  .array(
    fc.record({
      payeeName: name,
      accountNumber: fc.stringMatching(/^[1-9]\d{7,18}$/),
      bankName: name,
      amountFen: fc.bigInt({ min: 1n, max: 10n ** 15n }),
      purpose: name,
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((each) => each.map((row, at) => ({ ...row, position: at + 1, reference: `P-2022-001-${at + 1}` })))

describe('the bank’s list', () => {
  it('is always the same bytes for the same frozen rows, in whatever order they come', () => {
    fc.assert(
      fc.property(
        rows.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
            templates,
          ),
        ),
        ([given, shuffled, template]) => {
          const bytes = Buffer.from(bankFileBytes(given, template))
          expect(Buffer.from(bankFileBytes(shuffled, structuredClone(template))).equals(bytes)).toBe(true)
        },
      ),
    )
  })

  it('is read back by the bank as exactly what was frozen: no name, account or amount is altered', () => {
    fc.assert(
      fc.property(rows, templates, (given, template) => {
        fc.pre(given.every((row) => [row.payeeName, row.bankName, row.purpose].every((t) => !unwritable(t, template))))
        const read = readBankFile(bankFileBytes(given, template), template)
        const sent = given.map((row) => ({
          ...row,
          lineNumber: String(row.position),
          amountYuan: `${row.amountFen / 100n}.${String(row.amountFen % 100n).padStart(2, '0')}`,
        }))
        expect(read).toHaveLength(sent.length)
        for (const { field } of template.columns) expect(read.map((r) => r[field])).toEqual(sent.map((r) => r[field]))
      }),
    )
  })

  it('differs when anything a bank acts on differs', () => {
    const bytes = Buffer.from(bankFileBytes([givenRow()], givenTemplate()))
    for (const over of [{ payeeName: '王敬' }, { amountFen: 100_001n }, { accountNumber: '6217007507983498643' }])
      expect(Buffer.from(bankFileBytes([givenRow(over)], givenTemplate())).equals(bytes)).toBe(false)
  })

  it('has the form the county’s bank asked for', () => {
    const gbk = bankFileBytes([givenRow()], givenTemplate())
    expect(decode(gbk, 'gbk').split('\r\n')).toEqual([
      FIELDS.join(','),
      '1,王静,6217007507983498642,浙江农商银行,1000.00,职业培训补贴,P-2022-001-0001',
      '',
    ])
    const piped = givenTemplate({ encoding: 'utf-8-bom', separator: '|', lineEnd: '\n', header: false })
    const bytes = Buffer.from(bankFileBytes([givenRow()], piped))
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(bytes.subarray(3).toString('utf8').split('\n')[0]?.split('|')[4]).toBe('1000.00')
    expect(bankFileName(givenTemplate(), { number: 'P-2022-001', date: '2022-04-06' })).toBe(
      '2022-04-06-P-2022-001.csv',
    )
  })
})

describe('a text the bank could not read as it is', () => {
  it.each([
    ['=1+1', /公式/],
    ['+王', /公式/],
    ['-王', /公式/],
    ['@王', /公式/],
    ['\uff1d王', /公式/],
    ['  =王', /公式/],
    ['王,静', /分隔符/],
    ['王"静', /引号/],
    ['王\n静', /控制字符/],
    ['王\u0000', /控制字符/],
    ['王𠮷', /𠮷/],
    [' ', /为空/],
  ])('is told of %j', (text, why) => expect(unwritable(text, givenTemplate())?.zh).toMatch(why))

  it.each(['王静', '阿依古丽·买买提', "O'Brien", '浙江农商银行(莲都支行)', '王-静'])('is not told of %j', (text) =>
    expect(unwritable(text, givenTemplate())).toBeUndefined(),
  )

  it('is only a matter of the form: UTF-8 has every character', () => {
    expect(unwritable('王𠮷', givenTemplate({ encoding: 'utf-8' }))).toBeUndefined()
    expect(unwritable('王,静', givenTemplate({ separator: '|' }))).toBeUndefined()
  })
})

describe('what the list cannot hold', () => {
  const said = (over: Partial<BankRow>, template: BankFileTemplate) =>
    bankListProblems([givenRow(over)], template).map(({ field, sentence }) => [field, sentence.zh])
  const limited = (field: (typeof FIELDS)[number], longest: number) =>
    givenTemplate({
      columns: FIELDS.map((each) => ({ field: each, header: each, ...(each === field ? { longest } : {}) })),
    })

  it('is told with the person masked, the value and what to do, all of it at once', () => {
    expect(said({ position: 3, bankName: '浙江,农商', payeeName: '王𠮷' }, givenTemplate())).toEqual([
      [
        'payeeName',
        '序号 3 的收款人户名(王*)含有“𠮷”,银行清单的字符集(GBK)里没有这个字。请退回申领单,由机构更正后重新生成',
      ],
      ['bankName', '序号 3 的开户行(王*)含有清单的分隔符“,”,银行会读错列。请退回申领单,由机构更正后重新生成'],
    ])
  })

  it('is too long in the bytes of the list, not in characters', () => {
    expect(said({ payeeName: '王静' }, limited('payeeName', 4))).toEqual([])
    expect(said({ payeeName: '王静静' }, limited('payeeName', 4))[0]?.[1]).toContain('占 6 个字节,银行这一列最多 4 个')
    const utf8 = { ...limited('payeeName', 4), encoding: 'utf-8' as const }
    expect(said({ payeeName: '王静' }, utf8)[0]?.[1]).toContain('占 6 个字节')
  })

  it('is an amount with more digits than the column', () => {
    expect(said({ amountFen: 99_999n }, limited('amountYuan', 6))).toEqual([])
    expect(said({ amountFen: 100_000n }, limited('amountYuan', 6))[0]?.[1]).toMatch(
      /的金额\(王\*\).*最多 6 个字节.*核对代发清单格式/,
    )
  })

  it('is the purpose once, however many lines have it', () => {
    const lines = [1, 2, 3].map((position) => givenRow({ position, purpose: '培训,补贴' }))
    expect(bankListProblems(lines, givenTemplate())).toMatchObject([{ position: null, field: 'purpose' }])
  })

  it('is nothing that the list has no column for', () => {
    const columns = [{ field: 'accountNumber' as const, header: '账号' }]
    expect(said({ payeeName: '王,静', bankName: '' }, givenTemplate({ columns }))).toEqual([])
  })

  it('leaves a list that the bank always reads back as it was, no field longer than its column', () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 })
    const any = fc.record({
      payeeName: text,
      bankName: text,
      purpose: text,
      amountFen: fc.bigInt({ min: 1n, max: 10n ** 15n }),
    })
    fc.assert(
      fc.property(any, templates, fc.integer({ min: 1, max: 20 }), (given, form, longest) => {
        const template = { ...form, columns: form.columns.map((column) => ({ ...column, longest })) }
        const row = givenRow({ ...given, accountNumber: '62170075', reference: 'P-1' })
        fc.pre(bankListProblems([row], template).length === 0)
        const [read] = readBankFile(bankFileBytes([row], template), template)
        for (const { field } of template.columns) {
          if (field === 'lineNumber') continue
          if (field !== 'amountYuan') expect(read?.[field]).toBe(row[field])
          const coding = template.encoding === 'gbk' ? 'gbk' : 'utf-8'
          expect(encode(read?.[field] ?? '', coding).length).toBeLessThanOrEqual(longest)
        }
      }),
    )
  })
})

describe('another bank’s list, in columns of so many bytes', () => {
  const FIXED: BankFileTemplate = {
    format: 'fixed',
    encoding: 'gbk',
    lineEnd: '\r\n',
    fileName: 'DF{date}.txt',
    header: false,
    columns: [
      { field: 'lineNumber', header: '序号', width: 6, align: 'right', fill: '0' },
      { field: 'accountNumber', header: '账号', width: 32 },
      { field: 'payeeName', header: '户名', width: 60 },
      { field: 'amountYuan', header: '金额', width: 15, align: 'right' },
      { field: 'reference', header: '编号', width: 30 },
    ],
  }

  it('is written byte for byte, two bytes a character in GBK', () => {
    const bytes = bankFileBytes([givenRow()], FIXED)
    expect(bytes).toHaveLength(6 + 32 + 60 + 15 + 30 + 2)
    const text = decode(Buffer.from(bytes), 'gbk')
    expect(text).toBe(
      `000001${'6217007507983498642'.padEnd(32)}王静${' '.repeat(56)}${'1000.00'.padStart(15)}${'P-2022-001-0001'.padEnd(30)}\r\n`,
    )
    expect(bankFileName(FIXED, { number: 'P-1', date: '2022-04-01' })).toBe('DF2022-04-01.txt')
  })

  const payees = fc.record({
    payeeName: fc.stringMatching(/^[王静胡勇李明]{2,4}$/),
    accountNumber: fc.stringMatching(/^[1-9]\d{7,18}$/),
    amountFen: fc.bigInt(1n, 10n ** 9n),
    reference: fc.stringMatching(/^P-\d{4}-\d{3}-\d{4}$/),
  })

  it('is always read back as it was, every column in its place', () => {
    fc.assert(
      fc.property(fc.array(payees, { minLength: 1, maxLength: 5 }), (given) => {
        const all = given.map((row, at) => givenRow({ ...row, position: at + 1 }))
        expect(bankListProblems(all, FIXED)).toEqual([])
        const read = readBankFile(bankFileBytes(all, FIXED), FIXED)
        expect(read.map(({ accountNumber, payeeName, reference }) => [accountNumber, payeeName, reference])).toEqual(
          all.map(({ accountNumber, payeeName, reference }) => [accountNumber, payeeName, reference]),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('refuses what its column does not hold, and lets a comma be a comma', () => {
    const long = '王'.repeat(31)
    expect(bankListProblems([givenRow({ payeeName: long })], FIXED)[0]?.sentence.zh).toContain('占 62 个字节')
    expect(bankListProblems([givenRow({ payeeName: '王,静' })], FIXED)).toEqual([])
  })
})
