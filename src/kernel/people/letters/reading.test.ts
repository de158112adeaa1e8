import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/public.ts'
import { readGrid, writeTable } from '../../../platform/office/public.ts'
import { civilDate, identityCheckDigit } from '../../values/public.ts'
import { insuredLines, insuredWorkbook } from '../insured/testing.ts'
import type { LetterRegister } from './columns.ts'
import { readAnswerFile } from './reading.ts'
import { rosterTable } from './roster.ts'
import type { LetterRow } from './store.ts'

const numberOf = (first17: string) => first17 + identityCheckDigit(first17)
const LAN = numberOf('33990119710301124')
const KE = numberOf('33990119901201111')
const STRANGER = numberOf('33990119490503427')
const today = civilDate('2022-03-30')
const asked = new Map([
  [LAN, { personId: 'lan', name: '蓝凤英' }],
  [KE, { personId: 'ke', name: '柯 明' }],
])

const read = (register: LetterRegister, bytes: Uint8Array, fileName = '回函.csv', number = 'B-2022-0001') =>
  readAnswerFile({ bytes, fileName, letter: { number, register }, asked, today })
const csv = (...lines: string[]) => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
const refused = async (reading: Promise<unknown>) => {
  const error = await reading.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}
const letter: LetterRow = {
  id: 'id',
  number: 'B-2022-0001',
  register: 'pension-payments',
  office: '区社保中心',
  purpose: '核对资格',
  from: civilDate('2022-03-07'),
  to: civilDate('2022-03-18'),
  madeOn: civilDate('2022-03-28'),
  expiresOn: civilDate('2022-04-27'),
  personCount: 2,
  accountId: 'account',
  personId: 'person',
  businessAt: new Date(0),
}
const people = [
  { position: 1, name: '蓝凤英', identityNumber: LAN },
  { position: 2, name: '柯明', identityNumber: KE },
]
/** Our own roster as an office sends it back; `fill` writes into its rows. */
const ourRoster = (fill: (rows: string[][]) => void = () => undefined, of = letter) => {
  const table = rosterTable(of, '莲都区人社局', people)
  const rows = table.rows.map((row) => row.map(String))
  fill(rows)
  return writeTable({ ...table, rows })
}

describe('an office’s own list', () => {
  it('keeps the lines about the people of the letter and counts the others', async () => {
    const answer = await read(
      'pension-payments',
      csv('身份证号,姓名,领取起始月', `\t${LAN},蓝凤英,2021-03`, `\t${STRANGER},沈兰兰,2021-05`),
    )
    expect(answer).toEqual({
      lineCount: 2,
      strangerCount: 1,
      hits: [{ personId: 'lan', sheetRow: 2, from: '2021-03', to: null, says: '', uscc: null, otherName: null }],
    })
    expect(JSON.stringify(answer)).not.toContain('339901')
  })

  it('is read whatever the order of its columns, below title lines, above a footer, in GBK too', async () => {
    const text = [
      '养老待遇领取人员名单',
      '待遇领取终止年月,人员姓名,公民身份号码,待遇领取起始年月,备注',
      `2022年2月,蓝凤英,${LAN},202103,x`,
      '合计:1人',
    ].join('\r\n')
    const answer = await read('pension-payments', iconv.encode(text, 'gbk'))
    expect(answer.hits).toMatchObject([{ personId: 'lan', from: '2021-03', to: '2022-02', otherName: null }])
  })

  it('is read from a workbook', async () => {
    const lines = insuredLines(3).map((line, at) =>
      at === 1 ? [...line.slice(0, 2), LAN, '蓝凤英', '2020-03', ''] : line,
    )
    const answer = await read('insured-staff', insuredWorkbook(lines), '参保.xlsx')
    expect(answer).toMatchObject({ lineCount: 3, strangerCount: 2 })
    expect(answer.hits).toMatchObject([{ personId: 'lan', from: '2020-03', says: lines[1]![1], uscc: lines[1]![0] }])
  })

  it('doubts a name that is not ours, masked, and does not doubt a space', async () => {
    const answer = await read(
      'deaths',
      csv('身份证号,姓名,死亡日期', `${LAN},兰凤英,2022-02-21`, `${KE},柯明,2022-02-21`),
    )
    expect(answer.hits.map((hit) => hit.otherName)).toEqual(['兰*英', null])
  })

  it('tells every problem by its row, without a number, and only about our people', async () => {
    const problem = await refused(
      read(
        'pension-payments',
        csv(
          '身份证号,姓名,领取起始月',
          `${LAN},蓝凤英,三月`,
          `${LAN.slice(0, 17)}${LAN.endsWith('X') ? '1' : 'X'},蓝凤英,2021-03`,
          ',柯明,2021-03',
          `${STRANGER},沈兰兰,不详`,
          `${KE},柯明,`,
        ),
      ),
    )
    expect(problem.items.map((item) => item.at)).toEqual(['2', '3', '4', '6'])
    expect(JSON.stringify(problem.items)).not.toContain('3399')
  })

  it('refuses an identity number that was stored as a number', async () => {
    const problem = await refused(
      read(
        'insured-staff',
        insuredWorkbook([[...insuredLines(1)[0]!.slice(0, 2), 3.399011971030112e17, '蓝凤英', '2020-03', '']]),
        'x.xlsx',
      ),
    )
    expect(problem.items).toHaveLength(1)
    expect(problem.items[0]!.sentence.zh).toContain('被存成数字')
  })

  it('refuses an end before its start, and a death after today', async () => {
    const ends = await refused(
      read('pension-payments', csv('身份证号,领取起始月,领取终止月', `${LAN},2021-03,2020-01`)),
    )
    expect(ends.items[0]!.sentence.zh).toContain('早于起始月')
    const died = await refused(read('deaths', csv('身份证号,死亡日期', `${LAN},2022-04-01`)))
    expect(died.items[0]!.sentence.zh).toContain('在今天之后')
  })

  it('is refused when it is another register’s', async () => {
    const sample = (name: string) => readFileSync(new URL(`../../../../demo/samples/${name}`, import.meta.url))
    const pension = sample('07-养老待遇领取名单.csv')
    const payroll = sample('08-财政供养人员名单.csv')
    const deaths = sample('09-死亡人员名单.csv')
    const insured = sample('10-企业参保人员.csv')
    const codeOf = async (register: LetterRegister, bytes: Uint8Array) => (await refused(read(register, bytes))).code
    expect(await codeOf('pension-payments', payroll)).toBe('answer-columns')
    expect(await codeOf('deaths', payroll)).toBe('answer-columns')
    for (const [register, files] of [
      ['pension-payments', [deaths, insured]],
      ['government-payroll', [pension, deaths, insured]],
      ['deaths', [pension, insured]],
      ['insured-staff', [pension, deaths]],
    ] as const)
      for (const file of files) expect(await codeOf(register, file)).toBe('answer-of-another-register')
  })

  it('is refused when nobody is in it: no hits have a button of their own', async () => {
    expect((await refused(read('deaths', csv('身份证号,姓名,死亡日期')))).code).toBe('answer-empty')
  })

  it('keeps no control character and no long number of a text cell', async () => {
    const answer = await read(
      'government-payroll',
      csv('身份证号,姓名,单位', `${LAN},蓝凤英,"=HYPERLINK(""x"")<script>\u007f ${STRANGER}"`),
    )
    expect(answer.hits[0]!.says).toBe('=HYPERLINK("x")<script> ***')
    const nul = await refused(read('government-payroll', csv('身份证号,姓名,单位', `${LAN},蓝凤英,\u0000`)))
    expect(nul.kind).toBe('not-acceptable')
  })
})

describe('our own roster, filled in', () => {
  it('says who is hit; who is left empty is not', async () => {
    const bytes = await ourRoster((rows) => {
      rows[0]![3] = '2021年3月'
      rows[1]![3] = '无'
    })
    expect(await read('pension-payments', bytes, 'x.xlsx')).toMatchObject({
      lineCount: 2,
      strangerCount: 0,
      hits: [{ personId: 'lan', sheetRow: 7, from: '2021-03' }],
    })
  })

  it('is refused untouched: that is more likely the wrong file than an answer', async () => {
    expect((await refused(read('pension-payments', await ourRoster(), 'x.xlsx'))).code).toBe('answer-not-filled')
  })

  it('is refused at another letter', async () => {
    const bytes = await ourRoster((rows) => (rows[0]![3] = '2021-03'))
    const problem = await refused(read('pension-payments', bytes, 'x.xlsx', 'B-2022-0002'))
    expect(problem.code).toBe('answer-to-another-letter')
  })

  it('holds every cell as text, and the sentence that it expires', async () => {
    const hostile = { ...letter, office: '=cmd|A1', purpose: '<b>&' }
    const grid = await readGrid(await ourRoster(undefined, hostile), { maxRows: 100 })
    expect(new Set(grid.rows.flatMap((row) => row.cells.map((cell) => cell.raw)))).toEqual(new Set(['text']))
    const texts = grid.rows.flatMap((row) => row.cells.map((cell) => cell.text))
    expect(texts[1]).toContain('致:=cmd|A1')
    expect(texts).toContain('本名单仅供本次比对,有效期至 2022年4月27日,到期请销毁。')
    expect(texts).toContain(LAN)
  })
})
