import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/public.ts'
import { parametersOn, shippedSchemes } from '../../policy/public.ts'
import { civilDate, newId } from '../../values/public.ts'
import { type FundsDatabase, givenFundsDatabase, LIANDU, NOW, testVault } from '../testing.ts'
import { importLedger, type LedgerGiven, type LedgerOutcome } from './importing.ts'
import { readingKnowledge } from './knowing.ts'
import type { Meaning } from './meanings.ts'
import { insertColumns } from '../headings/remembered-store.ts'
import { insertWordings } from './remembered-store.ts'
import { sha256 } from '../../../platform/crypto/public.ts'
import { historyTerms } from './terms.ts'
import { csv, gbk, HEADINGS, line, type Line, nobodys, workbook, xls } from './testing.ts'
import { withdrawSource } from './source-store.ts'

let funds: FundsDatabase
let looker: pg.Client
beforeAll(async () => {
  funds = await givenFundsDatabase()
  looker = new pg.Client({ connectionString: funds.database.superuserUrl })
  await looker.connect()
})
afterAll(async () => {
  await looker.end()
  await funds.close()
})
beforeEach(async () => {
  await looker.query(
    'truncate funds.history_sources, funds.ledger_mappings, funds.ledger_wordings, files.files cascade',
  )
})

const actor = { accountId: newId(), personId: newId() }
const given = (bytes: Uint8Array, over: Partial<LedgerGiven> = {}): LedgerGiven => ({
  kind: 'ledger',
  bytes,
  fileName: '2021年台账.xlsx',
  source: '区人社局职业培训补贴台账',
  coversFrom: civilDate('2019-01-01'),
  coversTo: civilDate('2022-03-25'),
  families: ['TRAINING'],
  asked: null,
  actor,
  now: NOW,
  ...over,
})
const imported = (bytes: Uint8Array, over: Partial<LedgerGiven> = {}): Promise<LedgerOutcome> =>
  funds.within(async (tx) => {
    const terms = historyTerms(parametersOn(LIANDU, civilDate('2022-03-28')), {
      schemes: shippedSchemes(LIANDU),
      on: civilDate('2022-03-28'),
    })
    return importLedger(tx, { vault: testVault, knowledge: await readingKnowledge(tx, terms) }, given(bytes, over))
  })
const sourceOf = (outcome: LedgerOutcome) => {
  if (outcome.kind !== 'imported')
    throw new Error(
      `not imported: ${JSON.stringify(outcome.survey, (_, v) => (typeof v === 'bigint' ? String(v) : v))}`,
    )
  return outcome.source
}
async function refusalOf(asked: Promise<unknown>): Promise<Problem> {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}
const saying = (problem: Problem) => problem.items.map((item) => item.sentence.zh)
const saidDoubts = (outcome: LedgerOutcome) => sourceOf(outcome).doubts.map((each) => `${each.row} ${each.sentence.zh}`)

async function payments() {
  const { rows } = await looker.query(
    `select sheet_row, family, occupation_id, occupation_text, level, certificate_no, amount_fen::text, paid_from::text, paid_to::text, payee
     from funds.past_payments order by sheet_row`,
  )
  return rows as Record<string, unknown>[]
}

/** As clerks answer the question about columns: by heading. */
const explain = (columns: Record<string, Meaning>) =>
  funds.within((tx) =>
    insertColumns(tx, 'funds.ledger_mappings', {
      id: newId(),
      headingsSha256: sha256(JSON.stringify(Object.keys(columns).sort())),
      columns: Object.entries(columns).map(([key, meaning]) => ({ key, heading: key, meaning })),
      accountId: actor.accountId,
      businessAt: NOW,
    }),
  )

describe('a ledger of past payments', () => {
  const lines = [
    line(1),
    line(2, { level: '四级/中级工', amount: '¥1,500.00', certificate: 'S000033000001214000001' }),
    line(3, { amount: '２０００元', paidOn: '2021年6月', payee: '丽水演示职业培训学校' }),
  ]

  it('is read below its titles, whatever the form of the amounts, dates and levels', async () => {
    const source = sourceOf(await imported(workbook([['莲都区2021年度职业培训补贴发放台账'], HEADINGS, ...lines])))
    expect(source).toMatchObject({ rowCount: 3, amountFen: 450_000n, doubts: [], withdrawn: false })
    expect(await payments()).toEqual([
      expect.objectContaining({
        sheet_row: 3,
        family: 'TRAINING',
        occupation_id: expect.stringContaining('养老护理员'),
        level: 'L5_JUNIOR',
        amount_fen: '100000',
        paid_from: '2021-05-20',
        payee: 'person',
      }),
      expect.objectContaining({
        level: 'L4_INTERMEDIATE',
        amount_fen: '150000',
        certificate_no: 'S000033000001214000001',
      }),
      expect.objectContaining({
        amount_fen: '200000',
        paid_from: '2021-06-01',
        paid_to: '2021-06-30',
        payee: 'organisation',
      }),
    ])
  })

  it('is the same as GBK text, as an Excel 97 workbook, and with its columns the other way round', async () => {
    const sheet = [HEADINGS, ...lines]
    await imported(workbook(sheet))
    const first = await payments()
    for (const [bytes, fileName] of [
      [gbk([HEADINGS, lines[0]!, [...lines[1]!].map((v) => (v === '¥1,500.00' ? '1500' : v)), lines[2]!]), '台账.csv'],
      [xls(sheet), '台账.xls'],
      [workbook(sheet.map((each) => [...each].reverse())), '台账.xlsx'],
    ] as const) {
      await looker.query('truncate funds.history_sources cascade')
      await imported(bytes, { fileName })
      expect(await payments()).toEqual(first)
    }
  })

  it('lets a merged cell hold for every row it spans, in an xlsx and an xls', async () => {
    const spanning = [
      HEADINGS,
      line(1, { occupation: '养老护理员', level: '四级', paidOn: '2021-05-20' }),
      line(2, { occupation: '', level: '', paidOn: '' }),
      line(3, { occupation: '', level: '', paidOn: '' }),
      line(4, { occupation: '保育师', level: '五级' }),
      line(5, { occupation: '', level: '五级' }),
    ]
    const merges = ['E2:E4', 'F2:F4', 'I2:I4']
    for (const bytes of [workbook(spanning, merges), xls(spanning, merges)]) {
      await looker.query('truncate funds.history_sources cascade')
      expect(sourceOf(await imported(bytes)).rowCount).toBe(5)
      const rows = await payments()
      expect(rows.map((each) => each.occupation_text)).toEqual(['养老护理员', '养老护理员', '养老护理员', '保育师', ''])
      expect(rows.map((each) => each.level)).toEqual([
        'L4_INTERMEDIATE',
        'L4_INTERMEDIATE',
        'L4_INTERMEDIATE',
        'L5_JUNIOR',
        'L5_JUNIOR',
      ])
      expect(rows.map((each) => each.paid_from)).toEqual(Array.from({ length: 5 }, () => '2021-05-20'))
    }
  })

  it('never shares a merged amount out', async () => {
    const problem = await refusalOf(imported(workbook([HEADINGS, line(1), line(2, { amount: '' })], ['H2:H3'])))
    expect(saying(problem)).toEqual(['第 3 行:补贴金额是几行合并的单元格,每人多少看不出来,请拆开后逐行填写'])
  })

  it('passes over totals in the middle, blank rows, the head printed again and the foot', async () => {
    const total = (word: string, amount: string): Line => [word, '', '', '', '', '', '', amount]
    const outcome = await imported(
      workbook([
        HEADINGS,
        line(1),
        line(2),
        total('小计', '2000'),
        HEADINGS,
        line(3),
        total('本页合计', '1,000.00'),
        line(4),
        total('合 计', '4000'),
        ['制表人:', '余刚涛', '', '', '', '', '', '', '负责人:'],
      ]),
    )
    expect(sourceOf(outcome)).toMatchObject({ rowCount: 4, amountFen: 400_000n, doubts: [] })
  })

  it('tells where a total is not the sum of the rows above it', async () => {
    const outcome = await imported(
      workbook([
        HEADINGS,
        line(1),
        ['小计', '', '', '', '', '', '', '1200'],
        line(2),
        ['总计', '', '', '', '', '', '', '2,000'],
      ]),
    )
    expect(saidDoubts(outcome)).toEqual(['3 “小计”写 1,200.00 元,上面各行相加是 1,000.00 元,相差 200.00 元'])
  })

  it('tells of rows twice and of dates outside the period', async () => {
    const outcome = await imported(workbook([HEADINGS, line(1), line(1), line(2, { paidOn: '2018-12-31' })]))
    expect(saidDoubts(outcome)).toEqual([
      expect.stringMatching(/^3 与第 2 行完全相同/),
      expect.stringMatching(/^4 有 1 行的发放日期不在所填的期间内/),
    ])
  })

  it('may hold nobody: then nobody received anything', async () => {
    expect(sourceOf(await imported(csv([HEADINGS]), { fileName: '台账.csv' })).rowCount).toBe(0)
  })

  it('of one payment without an occupation, a level or a date is a ledger too', async () => {
    expect(
      sourceOf(
        await imported(
          csv([
            ['身份证号', '补贴金额'],
            [nobodys(5), '500'],
          ]),
          { fileName: '台账.csv' },
        ),
      ).rowCount,
    ).toBe(1)
    expect(await payments()).toMatchObject([{ occupation_text: '', level: null, paid_from: '2019-01-01' }])
  })

  it('of several sheets with content is refused with their names, and empty ones beside it are not', async () => {
    const problem = await refusalOf(imported(workbook([HEADINGS, line(1)], [], [HEADINGS, line(2)])))
    expect(problem.sentence.zh).toContain('“台账”、“Sheet2”')
    expect(sourceOf(await imported(workbook([HEADINGS, line(1)]))).rowCount).toBe(1)
  })

  it('is told every mistake at once by row, keeps nothing then, and repeats no number', async () => {
    const problem = await refusalOf(
      imported(
        workbook([
          HEADINGS,
          line(1),
          line(2, { identity: '339901196001010001' }),
          line(3, { amount: '一千', paidOn: '去年' }),
          line(4, { amount: '-1000' }),
          line(5, { paidOn: '2022-05-01' }),
          [...line(6)].map((value, at) => (at === 2 ? 339901198912242900 : value)),
          line(7, { amount: '' }),
          ['8', '蓝凤英', '', '职业培训补贴', '养老护理员', '五级', '', '1000', '2021-05-20'],
        ]),
      ),
    )
    expect(saying(problem)).toEqual([
      expect.stringMatching(/^第 3 行:身份证号校验位错误/),
      '第 4 行:补贴金额不能识别,应写成 1000 或 1,000.00',
      '第 4 行:发放日期不能识别,应写成 2021-05-20、2021-05 或 2021',
      '第 5 行:补贴金额不是正数;退回的款项请删去原来那一行,不要另写负数',
      '第 6 行:发放日期在今天之后',
      '第 7 行:身份证号被存成数字,末位精度已丢失,请把该列设为文本后重新填写',
      '第 8 行:补贴金额为空',
      expect.stringMatching(/^第 9 行:身份证号为空|^第 9 行:.*身份证号/),
    ])
    expect(JSON.stringify(problem.items)).not.toMatch(/\d{7}|蓝凤英/)
    const { rows } = await looker.query(
      'select (select count(*)::int from funds.history_sources) as sources, (select count(*)::int from files.files) as files',
    )
    expect(rows).toEqual([{ sources: 0, files: 0 }])
  })

  it('gives the first answer when the same bytes come again, and once when two hand it in at one moment', async () => {
    const bytes = workbook([HEADINGS, ...Array.from({ length: 5000 }, (_, at) => line(at + 1))])
    const [one, two] = await Promise.all([imported(bytes), imported(bytes, { source: '另一人' })])
    expect(sourceOf(two).id).toBe(sourceOf(one).id)
    const again = await imported(bytes)
    expect(again).toMatchObject({ kind: 'imported', before: true })
    expect(await payments()).toHaveLength(5000)
  })

  it('can be withdrawn and imported again', async () => {
    const bytes = workbook([HEADINGS, line(1)])
    const first = sourceOf(await imported(bytes))
    await funds.within((tx) =>
      withdrawSource(tx, { sourceId: first.id, reason: '传错年度', accountId: actor.accountId, at: NOW }),
    )
    expect(sourceOf(await imported(bytes)).id).not.toBe(first.id)
  })

  it('keeps no identity number and no name in any table, not even in the file’s own name', async () => {
    const person = nobodys(77)
    await imported(workbook([HEADINGS, line(77), line(78, { payee: '蓝凤英', name: '蓝凤英', certificate: person })]), {
      fileName: `台账 ${person}.xlsx`,
    })
    const { rows: tables } = await looker.query(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_schema in ('funds', 'files', 'record', 'outbox', 'http', 'people') and table_type = 'BASE TABLE'`,
    )
    for (const { name } of tables as { name: string }[]) {
      const { rows } = await looker.query(`select coalesce(string_agg(t::text, ' '), '') as text from ${name} t`)
      expect((rows[0] as { text: string }).text, name).not.toMatch(/339901(?:19|20)\d{9}|余刚涛|蓝凤英/)
    }
    expect(tables.length).toBeGreaterThan(15)
  })
})

describe('what a ledger does not say clearly', () => {
  const odd: Line[] = [
    ['号', '人', '证件', '钱', '什么时候', '工种'],
    ['1', '余刚涛', nobodys(1), '1000', '2021-05', '养老护理员(初级)'],
  ]

  it('is asked once, column by column with masked samples, and remembered for these headings', async () => {
    const first = await imported(workbook(odd))
    if (first.kind !== 'columns') throw new Error(first.kind)
    const { columns, head } = first.survey
    expect(head.headings.map((each) => each.text)).toEqual(['号', '人', '证件', '钱', '什么时候', '工种'])
    expect(columns.map((each) => [each.meaning, each.said])).toEqual([
      [null, 'unknown'],
      [null, 'unknown'],
      [null, 'unknown'],
      [null, 'unknown'],
      [null, 'unknown'],
      ['occupation', 'known'],
    ])
    expect(first.missing).toEqual(['identityNumber', 'amount'])
    expect(JSON.stringify(columns.map((each) => each.samples))).not.toMatch(/余刚涛|\d{7}/)
    expect(columns[1]!.samples).toEqual(['余*涛'])
    expect(columns[2]!.samples).toEqual([expect.stringMatching(/^339901\*{8}[\dX]{4}$/)])

    await explain({
      号: 'ignored',
      人: 'name',
      证件: 'identityNumber',
      钱: 'amount',
      什么时候: 'paidOn',
      工种: 'occupation',
    })
    expect(sourceOf(await imported(workbook(odd))).rowCount).toBe(1)
    expect(await payments()).toMatchObject([
      { level: 'L5_JUNIOR', occupation_text: '养老护理员', paid_to: '2021-05-31' },
    ])
    // The same headings in another order are the same set.
    const turned = [odd[0]!, ['1', '余刚涛', nobodys(2), '900', '2021-06', '保育师']].map((each) => [...each].reverse())
    expect(sourceOf(await imported(workbook(turned as Line[]))).amountFen).toBe(90_000n)
    await explain({
      号: 'ignored',
      人: 'ignored',
      证件: 'identityNumber',
      钱: 'amount',
      什么时候: 'ignored',
      工种: 'occupation',
    })
    await looker.query('truncate funds.history_sources cascade')
    await imported(workbook(odd))
    expect(await payments()).toMatchObject([{ paid_from: '2019-01-01', paid_to: '2022-03-25' }])
  })

  it('is asked where two columns say the same', async () => {
    const outcome = await imported(
      workbook([
        [...HEADINGS, '实发金额'],
        [...line(1), '1000'],
      ]),
    )
    if (outcome.kind !== 'columns') throw new Error(outcome.kind)
    expect(outcome.survey.columns.filter((each) => each.said === 'ambiguous').map((each) => each.text)).toEqual([
      '补贴金额(元)',
      '实发金额',
    ])
  })

  it('is asked for each wording once; an occupation may stay a text', async () => {
    const sheet = workbook([
      HEADINGS,
      line(1, { occupation: '老年人照护', level: '入门级', family: '技能补助' }),
      line(2, { occupation: '老年人照护(中级)', level: '', family: '技能补助' }),
    ])
    const first = await imported(sheet)
    if (first.kind !== 'wordings') throw new Error(first.kind)
    expect(first.survey.unknown).toEqual([
      { kind: 'family', wording: '技能补助', rows: 2 },
      { kind: 'occupation', wording: '老年人照护', rows: 2 },
      { kind: 'level', wording: '入门级', rows: 1 },
    ])
    const said = (kind: 'family' | 'occupation' | 'level', wording: string, means: string | null) => ({
      id: newId(),
      kind,
      wording,
      means,
      accountId: actor.accountId,
      businessAt: NOW,
    })
    await funds.within((tx) =>
      insertWordings(tx, [
        said('family', '技能补助', 'UI_UPGRADE'),
        said('occupation', '老年人照护', null),
        said('level', '入门级', 'L5_JUNIOR'),
      ]),
    )
    await imported(sheet)
    expect(await payments()).toMatchObject([
      { family: 'UI_UPGRADE', occupation_id: null, occupation_text: '老年人照护', level: 'L5_JUNIOR' },
      { level: 'L4_INTERMEDIATE', occupation_text: '老年人照护' },
    ])
  })

  it('never takes a column of names for occupations', async () => {
    const names = ['王静', '李建国', '张秀英', '蓝凤英', '雷小军', '陈丽']
    const sheet = workbook([['身份证号', '补贴金额', '工种'], ...names.map((name, at) => [nobodys(at), '1000', name])])
    expect((await refusalOf(imported(sheet))).code).toBe('names-as-occupation')
  })
})
