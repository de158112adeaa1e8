import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/public.ts'
import { newKeyRing, vaultOf } from '../../../platform/crypto/public.ts'
import { type Connection, connect, inDistrict, type Tx } from '../../../platform/db/public.ts'
import { freshDatabase, type TestDatabase } from '../../../platform/testing/database.ts'
import { civilDate, newId } from '../../values/public.ts'
import { findPersonIds, importInsuredList, type InsuredImport, type InsuredList, savePersons } from '../public.ts'
import { HEADINGS, insuredCsv, insuredLines, insuredWorkbook } from './testing.ts'

const LIANDU = 331102
const SAMPLE = readFileSync(new URL('../../../../demo/samples/10-企业参保人员.csv', import.meta.url))
const vault = vaultOf(newKeyRing())
const actor = { accountId: newId(), personId: newId() }

let database: TestDatabase
let connection: Connection
let looker: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.appUrl, { max: 4 })
  looker = new pg.Client({ connectionString: database.superuserUrl })
  await looker.connect()
})
afterAll(async () => {
  await looker.end()
  await connection.close()
  await database.drop()
})
beforeEach(async () => {
  await looker.query('truncate people.insured_imports, people.insured_staff, people.persons, files.files cascade')
})

const within = <T>(work: (tx: Tx) => Promise<T>) => inDistrict(connection.db, LIANDU, work)
const listOf = (bytes: Uint8Array, given: Partial<InsuredList> = {}): InsuredList => ({
  bytes,
  fileName: '参保名单.csv',
  asOf: civilDate('2022-03-25'),
  source: '区社会保险中心 2022年3月名单',
  actor,
  now: new Date('2022-03-28T01:00:00Z'),
  ...given,
})
const imported = (bytes: Uint8Array, given?: Partial<InsuredList>): Promise<InsuredImport> =>
  within((tx) => importInsuredList(tx, vault, listOf(bytes, given)))

async function refusalOf(asked: Promise<unknown>): Promise<Problem> {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}
const saying = (problem: Problem) => problem.items.map((item) => item.sentence.zh)

async function kept(): Promise<{ imports: number; staff: number; files: number }> {
  const { rows } = await looker.query(
    `select (select count(*)::int from people.insured_imports) as imports, (select count(*)::int from people.insured_staff) as staff,
            (select count(*)::int from files.files) as files`,
  )
  return rows[0] as { imports: number; staff: number; files: number }
}

async function spellsOf(...identityNumbers: string[]) {
  const { rows } = await looker.query(
    `select n, uscc, employer_name, from_month, to_month from people.insured_staff
     join unnest($1::bytea[]) with ordinality as asked (lookup, n) on identity_lookup = lookup order by n`,
    [identityNumbers.map((number) => vault.lookup('people.identity', number))],
  )
  return rows as unknown[]
}

describe('an employer’s list of insured staff', () => {
  it('is imported from sample 10: four hundred people, by whom, whose words, as of which day', async () => {
    const answer = await imported(SAMPLE, { fileName: '10-企业参保人员.csv' })
    const people = SAMPLE.toString('utf8').trim().split('\n').length - 1
    expect(people).toBeGreaterThan(400)
    expect(answer).toMatchObject({
      rowCount: people,
      fileName: '10-企业参保人员.csv',
      source: '区社会保险中心 2022年3月名单',
      asOf: '2022-03-25',
      accountId: actor.accountId,
    })
    expect(await kept()).toEqual({ imports: 1, staff: people, files: 1 })
    const { rows } = await looker.query('select row_count, as_of::text, business_at from people.insured_imports')
    expect(rows).toEqual([{ row_count: people, as_of: '2022-03-25', business_at: new Date('2022-03-28T01:00:00Z') }])
    const acts = await looker.query('select act, account_id from record.acts where subject_id = $1', [answer.id])
    expect(acts.rows).toEqual([{ act: 'insured-list.imported', account_id: actor.accountId }])
  })

  it('finds a person of our own rosters by keyed hash, with the employer and the months', async () => {
    const identityNumber = '339901198408118966'
    await imported(SAMPLE)
    expect(await spellsOf(identityNumber)).toEqual([
      {
        n: '1',
        uscc: '91339901MA00000079',
        employer_name: '丽水演示日化有限公司',
        from_month: '2020-03',
        to_month: null,
      },
    ])
    const found = await within(async (tx) => {
      await savePersons(tx, vault, [
        { id: newId(), name: '余刚涛', identityNumber, sex: 'F', birthDate: '1984-08-11', phone: null },
      ])
      return findPersonIds(tx, vault, [identityNumber])
    })
    const { rows } = await looker.query(
      'select p.id from people.insured_staff s join people.persons p on (p.district, p.identity_lookup) = (s.district, s.identity_lookup)',
    )
    expect(rows).toEqual([{ id: found.get(identityNumber) }])
  })

  it('keeps no identity number and no name, nor in the file’s own name', async () => {
    await imported(SAMPLE, { fileName: '参保 3399·0119/8408_1189.66.csv' })
    const { rows } = await looker.query(
      `select string_agg(t, ' ') as text from (select s::text as t from people.insured_staff s union all
       select i::text from people.insured_imports i union all select name from files.files union all select a::text from record.acts a) as all_rows`,
    )
    const text = (rows[0] as { text: string }).text
    const bytes = Buffer.from('339901198408118966').toString('hex')
    expect(text.includes('丽水演示日化有限公司')).toBe(true)
    expect(text).toContain('参保 ***.csv')
    expect(text).not.toMatch(/3399·|0119\/|8408_/)
    expect(new RegExp(`339901(?:19|20)\\d{9}|余刚涛|${bytes}`).exec(text)).toBeNull()
  })

  it('is the same list as a workbook', async () => {
    const lines = insuredLines(12)
    await imported(insuredCsv(lines))
    const before = await spellsOf(...lines.map((line) => line[2]!))
    expect(before).toHaveLength(12)
    await looker.query('truncate people.insured_imports cascade')
    expect((await imported(insuredWorkbook(lines), { fileName: '名单.xlsx' })).rowCount).toBe(12)
    expect(await spellsOf(...lines.map((line) => line[2]!))).toEqual(before)
  })

  it('passes over titles, blank rows, a header printed again and the form’s foot', async () => {
    const [first, second] = insuredLines(2)
    const bytes = insuredCsv(
      [HEADINGS, first!, ['', '', '', '', '', ''], HEADINGS, second!, ['经办人:', '', '', '', '', '']],
      ['企业参保人员名单', '', '', '', '', ''],
    )
    expect((await imported(bytes)).rowCount).toBe(2)
  })

  it('gives the first import’s answer when the same file comes again', async () => {
    const first = await imported(SAMPLE)
    const again = await imported(SAMPLE, { fileName: '又一次.csv', actor: { accountId: newId(), personId: newId() } })
    expect(again).toEqual(first)
    expect(await kept()).toEqual({ imports: 1, staff: first.rowCount, files: 1 })
  })

  it('is imported once when two people hand it in at the same moment', async () => {
    const bytes = insuredCsv(insuredLines(9000))
    const [one, two] = await Promise.all([imported(bytes), imported(bytes, { fileName: '另一人.csv' })])
    expect(two).toEqual(one)
    expect(await kept()).toEqual({ imports: 1, staff: 9000, files: 1 })
  })
})

describe('a list with mistakes', () => {
  const [right] = insuredLines(1)
  const wrong = (column: number, text: string) => right!.map((value, at) => (at === column ? text : value))

  it('is told every mistake at once, by row, and none is repeated in clear', async () => {
    const problem = await refusalOf(
      imported(
        insuredCsv([
          right!,
          wrong(0, '91339901MA00000078'),
          wrong(1, ''),
          wrong(2, '339901196001010001'),
          wrong(2, ''),
          wrong(2, '3.39901E+17'),
          wrong(4, '2020-13'),
          wrong(4, ''),
          wrong(5, '2009-12'),
          ['', '', '339901196001010001', '', '2020年', '现在'],
        ]),
      ),
    )
    expect(problem.kind).toBe('not-acceptable')
    expect(problem.sentence.zh).toBe('参保名单有 13 处问题,没有导入任何一行。请改正后重新上传。')
    expect(saying(problem)).toEqual([
      '第 3 行:统一社会信用代码校验位错误,请对照营业执照重新填写',
      '第 4 行:单位名称为空',
      expect.stringMatching(/^第 5 行:身份证号校验位错误/),
      '第 6 行:身份证号为空',
      '第 7 行:身份证号被存成数字,末位精度已丢失,请把该列设为文本后重新填写',
      '第 8 行:参保起始月不能识别,应写成 2022-03',
      '第 9 行:参保起始月为空',
      '第 10 行:参保终止月早于参保起始月,请核对',
      '第 11 行:统一社会信用代码为空',
      '第 11 行:单位名称为空',
      expect.stringMatching(/^第 11 行:身份证号校验位错误/),
      '第 11 行:参保起始月不能识别,应写成 2022-03',
      '第 11 行:参保终止月不能识别,应写成 2022-03',
    ])
    expect(JSON.stringify(problem.items)).not.toMatch(/\d{7}/)
  })

  it('never takes an identity number that a workbook stored as a number', async () => {
    const problem = await refusalOf(
      imported(insuredWorkbook([right!, right!.map((value, at) => (at === 2 ? 339901198912242900 : value))])),
    )
    expect(saying(problem)).toEqual(['第 3 行:身份证号被存成数字,末位精度已丢失,请把该列设为文本后重新填写'])
  })

  it('names the first two hundred and counts the rest', async () => {
    const lines = insuredLines(250).map((line) => line.map((value, at) => (at === 4 ? '' : value)))
    const problem = await refusalOf(imported(insuredCsv(lines)))
    expect(problem.items).toHaveLength(200)
    expect(problem.sentence.zh).toContain('有 250 处问题')
    expect(problem.sentence.zh).toContain('另有 50 处')
    expect(problem.sentence.en).toContain('there are 50 more')
  })

  it('leaves nothing behind, even when thousands of rows were stored before it and the transaction goes on', async () => {
    const lines = insuredLines(9000)
    const last = lines.at(-1)!.map((value, at) => (at === 2 ? '33990119600101000' : value))
    const problem = await within((tx) =>
      refusalOf(importInsuredList(tx, vault, listOf(insuredCsv([...lines.slice(0, -1), last])))),
    )
    expect(saying(problem)).toEqual(['第 9001 行:身份证号只有17位,应为18位'])
    expect(await kept()).toEqual({ imports: 0, staff: 0, files: 0 })
    expect((await imported(insuredCsv(lines))).rowCount).toBe(9000)
  })

  it.each([
    ['没有找到“参保终止月”列', HEADINGS.slice(0, -1)],
    ['有两列都是“身份证号”,请只留一列', HEADINGS.map((name) => (name === '姓名' ? '身份证号码' : name))],
  ])('is refused by its columns: %s', async (sentence, headings) => {
    expect(saying(await refusalOf(imported(insuredCsv([right!], headings))))).toEqual([sentence])
  })

  it.each([
    ['no header', insuredCsv([right!], ['甲', '乙', '丙', '丁', '戊', '己']), '没有找到参保名单的表头'],
    ['nobody on it', insuredCsv([]), '参保名单里没有人'],
    ['a web page', Buffer.from('<html><table></table></html>'), '这个文件其实是网页'],
  ])('is refused for %s', async (_, bytes, sentence) => {
    expect((await refusalOf(imported(bytes))).sentence.zh).toContain(sentence)
    expect(await kept()).toEqual({ imports: 0, staff: 0, files: 0 })
  })

  it('is refused when it is dated after today', async () => {
    expect((await refusalOf(imported(SAMPLE, { asOf: civilDate('2022-03-29') }))).sentence.zh).toContain('在今天之后')
  })
})
