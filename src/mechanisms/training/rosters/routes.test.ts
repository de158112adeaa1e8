import fastify, { type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { permissionsOf } from '../../../kernel/access/public.ts'
import { listHolderNames } from '../../../kernel/people/public.ts'
import { integrityOf, listLatestResults } from '../../../kernel/integrity/public.ts'
import { type CheckSubject, defineCheck, listActs, passed, unavailable } from '../../../kernel/record/public.ts'
import { listCodes, loadReference } from '../../../kernel/reference/public.ts'
import { civilDate, newId } from '../../../kernel/values/public.ts'
import { call, type Endpoint, Refusal } from '../../../platform/contract/public.ts'
import { newKeyRing, vaultOf } from '../../../platform/crypto/public.ts'
import { type Connection, connect, inDistrict } from '../../../platform/db/public.ts'
import { answerProblems, bindRoutes } from '../../../platform/http/public.ts'
import { readGrid, textAt } from '../../../platform/office/public.ts'
import { deflatedSpaces, inlineCell, oleOf, workbookOf } from '../../../platform/office/testing.ts'
import { freshDatabase, type TestDatabase } from '../../../platform/testing/database.ts'
import { insertInstructor } from '../agreements/store.ts'
import { givenClass as givenClassOf, givenProvider, type GivenProvider, session } from '../testing.ts'
import { replaceSessions } from '../timetable/store.ts'
import { COLUMN_TITLES, ROSTER_COLUMNS, type RosterColumn } from './columns.ts'
import { openMarkedRoster, rosterImports, rosterOfClass, rosterTemplate, uploadRoster } from './contract.ts'
import { judgeRoster, readRoster } from './rules.ts'
import { rosterRoutes } from './routes.ts'
import { listRoster } from './listing.ts'
import { findImport } from './store.ts'
import { csvRoster, givenAccount, type GivenAccount, nobody, sampleFile } from './testing.ts'
import { rosterTrails } from './trails.ts'

const LIANDU = 331102
const vault = vaultOf(newKeyRing())
const asked: CheckSubject[] = []

/** Passes whoever has an odd place on the roster; the others' register cannot be asked. */
const check = defineCheck({
  id: 'T01',
  title: { zh: '试', en: 'Test' },
  subject: 'enrolment',
  moments: ['enrolment'],
  action: 'flag',
  onUnavailable: 'note',
  basis: { zh: 'none', en: 'none' },
  run: async ({ subjects }) => {
    asked.push(...subjects)
    return subjects.map(({ id }, at) =>
      at % 2 === 0 ? passed(id) : unavailable(id, { zh: '尚未比对', en: 'Not compared' }),
    )
  },
})

let database: TestDatabase
let connection: Connection
let app: FastifyInstance
let provider: GivenProvider
let other: GivenProvider
let teacher: GivenAccount
let colleague: GivenAccount
let stranger: GivenAccount
let clerk: GivenAccount
let unattached: GivenAccount

beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.appUrl)
  await loadReference(connection.db)
  await inDistrict(connection.db, LIANDU, async (tx) => {
    provider = await givenProvider(tx, vault, { name: '丽水市演示职业培训学校' })
    other = await givenProvider(tx, vault, { name: '莲都区演示技工学校' })
    teacher = await givenAccount(tx, vault, { roles: ['provider'], organisationId: provider.organisationId })
    colleague = await givenAccount(tx, vault, { roles: ['provider'], organisationId: provider.organisationId })
    stranger = await givenAccount(tx, vault, { roles: ['provider'], organisationId: other.organisationId })
    clerk = await givenAccount(tx, vault, { roles: ['clerk'] })
    // No such account can be saved; this one is from before.
    unattached = { ...(await givenAccount(tx, vault, { roles: ['clerk'] })), roles: ['provider'] }
  })
  app = fastify()
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  answerProblems(app, {}, 32 * 1024 * 1024)
  const accounts = new Map(
    [teacher, colleague, stranger, clerk, unattached].map((account) => [account.accountId, account]),
  )
  bindRoutes(
    app,
    rosterRoutes({
      vault,
      integrity: integrityOf([check]),
      personGroups: (tx) => listCodes(tx, 'person-groups'),
      isDemonstration: (district) => district === LIANDU,
    }),
    {
      db: connection.db,
      knowsDistrict: (district) => district === LIANDU,
      authenticate: async (_tx, request) => {
        const account = accounts.get(String(request.headers['x-account']))
        return account && { ...account, permissions: permissionsOf(account.roles) }
      },
      newId,
      maxUploadBytes: 32 * 1024 * 1024,
    },
  )
  await app.ready()
})

afterAll(async () => {
  await app.close()
  await connection.close()
  await database.drop()
})

/** The platform's own client, by way of the app and as somebody. */
function as(account: GivenAccount) {
  const fetchWith = (async (address: string, init: RequestInit = {}) => {
    const payload =
      init.body instanceof Blob ? Buffer.from(await init.body.arrayBuffer()) : (init.body as string | undefined)
    const answer = await app.inject({
      method: (init.method ?? 'GET') as 'GET',
      url: address,
      headers: { ...(init.headers as Record<string, string>), 'x-account': account.accountId },
      ...(payload === undefined ? {} : { payload }),
    })
    return new Response(new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type']) },
    })
  }) as typeof fetch
  return <E extends Endpoint>(endpoint: E, input: Parameters<typeof call<E>>[2]) =>
    call({ district: LIANDU, locale: 'zh', fetchWith }, endpoint, input)
}

const upload = (
  account: GivenAccount,
  classId: string,
  bytes: Uint8Array,
  fileName = '花名册.xlsx',
  more: { idempotencyKey?: string } = {},
) =>
  as(account)(uploadRoster, {
    params: { classId },
    query: { fileName },
    file: new Blob([new Uint8Array(bytes)]),
    ...more,
  })

const refusalOf = async (doing: Promise<unknown>) => {
  const error = await doing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}

const givenClass = (more: { status?: string; startsOn?: string; of?: GivenProvider } = {}) =>
  inDistrict(connection.db, LIANDU, async (tx) => {
    const plan = more.startsOn === undefined ? {} : { startsOn: civilDate(more.startsOn) }
    const classId = await givenClassOf(tx, vault, more.of ?? provider, { plan, sessions: [] })
    await sql`update training.classes set status = ${more.status ?? 'draft'} where district = ${LIANDU} and id = ${classId}`.execute(
      tx.db,
    )
    return classId
  })

/** How many rows the tables hold that an import writes to. */
async function counts(): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: database.superuserUrl })
  await client.connect()
  const found: Record<string, number> = {}
  for (const table of [
    'people.persons',
    'people.bank_accounts',
    'training.enrolments',
    'training.roster_imports',
    'files.files',
    'integrity.check_results',
  ]) {
    found[table] = Number((await client.query(`select count(*) as n from ${table}`)).rows[0].n)
  }
  await client.end()
  return found
}

describe('a right roster', () => {
  it('is imported whole, and shown masked with what the checks said', async () => {
    const classId = await givenClass()
    asked.length = 0
    const answer = await upload(teacher, classId, sampleFile('01-花名册-规范.xlsx'))
    expect(answer).toMatchObject({ outcome: 'imported', rowCount: 40, marks: [], markedFileId: null, alreadyBy: null })
    const shown = await as(teacher)(rosterOfClass, { params: { classId } })
    expect(shown.items).toHaveLength(40)
    expect(shown.next).toBeNull()
    expect(shown.items[3]).toMatchObject({
      seq: 4,
      sheetRow: 8,
      maskedName: '蓝*英',
      maskedIdentity: '339901********124X',
      group: { zh: '农村转移就业劳动者' },
      education: '大专',
      maskedPhone: '179****8860',
      accountTail: '3242',
      bankName: '中国农业银行丽水分行',
      doubts: [],
      checks: {
        passed: 0,
        all: 1,
        others: [{ checkId: 'T01', outcome: 'unavailable', sentence: { zh: '尚未比对', en: 'Not compared' } }],
      },
    })
    expect(shown.items[0]?.checks).toEqual({ passed: 1, all: 1, others: [] })
    expect(asked).toHaveLength(40)
    expect(asked[0]).toEqual({
      kind: 'enrolment',
      id: shown.items[0]?.enrolmentId,
      personId: shown.items[0]?.personId,
      groupCode: 'RURAL_TRANSFER',
      organisationId: provider.organisationId,
      occupationId: expect.stringContaining('养老护理员') as unknown,
      level: 'L5_JUNIOR',
      during: { from: '2022-03-07', to: '2022-03-18' },
    })
    await inDistrict(connection.db, LIANDU, async (tx) => {
      expect(await listLatestResults(tx, classId, 'enrolment')).toHaveLength(40)
      expect((await listActs(tx, 'class', classId)).map((act) => act.act)).toEqual(['roster.imported'])
      expect((await listRoster(tx, classId))[39]).toMatchObject({ seq: 40, sheetRow: 44, groupCode: 'RURAL_TRANSFER' })
    })
  })

  it.each(['03-花名册-旧版.xls', '04-花名册-GBK.csv'])('may be %s', async (name) => {
    expect(await upload(teacher, await givenClass(), sampleFile(name), name)).toMatchObject({
      outcome: 'imported',
      rowCount: 40,
    })
  })

  it('is shown page by page', async () => {
    const classId = await givenClass()
    await upload(teacher, classId, sampleFile('01-花名册-规范.xlsx'))
    const first = await as(clerk)(rosterOfClass, { params: { classId }, query: { limit: 30 } })
    const second = await as(clerk)(rosterOfClass, {
      params: { classId },
      query: { limit: 30, after: first.next ?? undefined },
    })
    expect([...first.items, ...second.items].map((item) => item.seq)).toEqual(
      Array.from({ length: 40 }, (_, at) => at + 1),
    )
    expect(second.next).toBeNull()
  })

  it('keeps its doubts with the person and does not stop for them', async () => {
    const classId = await givenClass()
    const shared = csvRoster(3).toString().replace(nobody(2).bankAccount, nobody(1).bankAccount)
    const answer = await upload(teacher, classId, Buffer.from(shared), '三人.csv')
    expect(answer).toMatchObject({ outcome: 'imported', rowCount: 3, marks: [{ seq: 2, kind: 'doubt' }] })
    const { items } = await as(teacher)(rosterOfClass, { params: { classId } })
    expect(items.map((item) => item.doubts.map((doubt) => doubt.zh))).toEqual([
      [],
      ['与第3行共用一个银行账号,请核对'],
      [],
    ])
  })

  it('may be as long as the county allows', async () => {
    const answer = await upload(teacher, await givenClass(), csvRoster(2000), '两千人.csv')
    expect(answer).toMatchObject({ outcome: 'imported', rowCount: 2000 })
  })

  it('replaces the one before, which is kept', async () => {
    const classId = await givenClass()
    await upload(teacher, classId, sampleFile('01-花名册-规范.xlsx'))
    await upload(teacher, classId, csvRoster(3), '三人.csv')
    expect((await as(teacher)(rosterOfClass, { params: { classId } })).items).toHaveLength(3)
    const again = await upload(teacher, classId, sampleFile('01-花名册-规范.xlsx'))
    expect(again).toMatchObject({ outcome: 'imported', alreadyBy: null })
    const { items } = await as(clerk)(rosterImports, { params: { classId } })
    expect(items.map(({ rowCount, outcome, current }) => [rowCount, outcome, current])).toEqual([
      [40, 'imported', true],
      [3, 'imported', false],
      [40, 'imported', false],
    ])
    expect(items[0]).toMatchObject({ fileName: '花名册.xlsx', errors: 0, doubts: 0, by: { post: { zh: '培训机构' } } })
  })
})

describe('sample 02', () => {
  it('is refused with its eleven marks, and nothing of it is imported', async () => {
    const classId = await givenClass()
    const before = await counts()
    const answer = await upload(teacher, classId, sampleFile('02-花名册-常见错误.xlsx'))
    expect(answer).toMatchObject({ outcome: 'refused', rowCount: 30, alreadyBy: null })
    expect(answer.marks.map((mark) => mark.seq)).toEqual([3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23])
    expect(answer.marks.map((mark) => mark.kind).filter((kind) => kind === 'doubt')).toHaveLength(1)
    expect(JSON.stringify(answer)).not.toMatch(/339901\d|(?<![0-9a-f-])\d{11}(?![0-9a-f-])/)
    expect(await counts()).toEqual({
      ...before,
      'files.files': (before['files.files'] ?? 0) + 2,
      'training.roster_imports': (before['training.roster_imports'] ?? 0) + 1,
    })
    expect((await as(teacher)(rosterOfClass, { params: { classId } })).items).toEqual([])
    const { items } = await as(teacher)(rosterImports, { params: { classId } })
    expect(items).toMatchObject([
      { outcome: 'refused', current: false, errors: 10, doubts: 1, markedFileId: answer.markedFileId },
    ])
  })

  it('comes back as a workbook with a column of problems, to its own provider and the bureau, and that is on record', async () => {
    const classId = await givenClass()
    const { importId } = await upload(teacher, classId, sampleFile('02-花名册-常见错误.xlsx'), '02.xlsx')
    const params = { classId, importId }
    const book = (await as(colleague)(openMarkedRoster, { params })) as Blob
    const grid = await readGrid(new Uint8Array(await book.arrayBuffer()), { maxRows: 100 })
    expect(textAt(grid.rows[3] as never, 11)).toBe('问题')
    const problems = grid.rows
      .slice(4)
      .flatMap((row) => (textAt(row, 11) === '' ? [] : [[textAt(row, 0), textAt(row, 11)]]))
    expect(problems).toHaveLength(11)
    expect(problems[2]).toEqual(['7', '身份证号被存成数字,末位精度已丢失,请把该列设为文本后重新填写'])
    await as(clerk)(openMarkedRoster, { params })
    expect((await refusalOf(as(stranger)(openMarkedRoster, { params }))).status).toBe(404)
    await inDistrict(connection.db, LIANDU, async (tx) => {
      const opened = (await listActs(tx, 'class', classId)).filter((act) => act.act === 'roster.marked-workbook-opened')
      expect(opened.map((act) => act.accountId)).toEqual([colleague.accountId, clerk.accountId])
    })
  })

  it('does not take the place of the roster that the class has', async () => {
    const classId = await givenClass()
    await upload(teacher, classId, csvRoster(3), '三人.csv')
    await upload(teacher, classId, sampleFile('02-花名册-常见错误.xlsx'))
    expect((await as(teacher)(rosterOfClass, { params: { classId } })).items).toHaveLength(3)
  })

  it('is judged anew once the class has changed', async () => {
    const classId = await givenClass({ startsOn: '2022-03-08' })
    const bytes = sampleFile('01-花名册-规范.xlsx')
    expect(await upload(teacher, classId, bytes)).toMatchObject({
      outcome: 'refused',
      marks: [{ seq: null, sheetRow: 3 }],
    })
    await inDistrict(connection.db, LIANDU, (tx) =>
      sql`update training.classes set starts_on = '2022-03-07' where district = ${LIANDU} and id = ${classId}`.execute(
        tx.db,
      ),
    )
    expect(await upload(teacher, classId, bytes)).toMatchObject({ outcome: 'imported', alreadyBy: null })
  })

  it('is taken anew, under the plan as it is now, once something it was judged by has changed', async () => {
    const classId = await givenClass()
    const first = await upload(teacher, classId, csvRoster(3), '三人.csv')
    expect(await upload(teacher, classId, csvRoster(3), '三人.csv')).toMatchObject({ importId: first.importId })
    await inDistrict(connection.db, LIANDU, (tx) =>
      sql`update training.classes set fund = 'UI_FUND' where district = ${LIANDU} and id = ${classId}`.execute(tx.db),
    )
    const again = await upload(teacher, classId, csvRoster(3), '三人.csv')
    expect(again).toMatchObject({ outcome: 'imported', alreadyBy: null })
    expect(again.importId).not.toBe(first.importId)
    const kept = await inDistrict(connection.db, LIANDU, (tx) => findImport(tx, again.importId))
    expect(kept!.judgedBy).toMatchObject({ fund: 'UI_FUND', level: 'L5_JUNIOR', startsOn: '2022-03-07', named: [] })
  })

  it('marks whoever teaches the class, in its plan or in one session only', async () => {
    const classId = await givenClass()
    await upload(teacher, classId, csvRoster(3), '三人.csv')
    const { personId } = (await as(teacher)(rosterOfClass, { params: { classId } })).items[1]!
    const instructorId = newId()
    await inDistrict(connection.db, LIANDU, async (tx) => {
      await insertInstructor(tx, { id: instructorId, organisationId: provider.organisationId, personId, title: '' })
      await replaceSessions(tx, classId, [
        { ...session(provider, '2022-03-07', '08:30', '11:30', { instructorId }), id: newId() },
      ])
    })
    const mark = { seq: 2, kind: 'error', sentence: { zh: expect.stringMatching(/^这是本班的教师/) } }
    expect(await upload(teacher, classId, csvRoster(3), '三人.csv')).toMatchObject({
      outcome: 'refused',
      marks: [mark],
    })
    await inDistrict(connection.db, LIANDU, (tx) => replaceSessions(tx, classId, []))
    expect(await upload(teacher, classId, csvRoster(3), '三人.csv')).toMatchObject({ outcome: 'imported', marks: [] })
  })

  it('is judged anew even where it is refused again, for other reasons', async () => {
    const classId = await givenClass({ startsOn: '2022-03-08' })
    const bytes = sampleFile('02-花名册-常见错误.xlsx')
    expect((await upload(teacher, classId, bytes)).marks).toHaveLength(12)
    await inDistrict(connection.db, LIANDU, (tx) =>
      sql`update training.classes set starts_on = '2022-03-07' where district = ${LIANDU} and id = ${classId}`.execute(
        tx.db,
      ),
    )
    const again = await upload(teacher, classId, bytes)
    expect(again.marks).toHaveLength(11)
    expect(again.alreadyBy).toBeNull()
  })
})

/** Until so many transactions wait for a row that another holds. */
async function untilWaiting(transactions: number): Promise<void> {
  const client = new pg.Client({ connectionString: database.superuserUrl })
  await client.connect()
  const waiting = async () => {
    const { rows } = await client.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rows[0].n as number
  }
  await vi.waitFor(async () => expect(await waiting()).toBe(transactions), { timeout: 15_000, interval: 20 })
  await client.end()
}

describe('the same file by two people at once', () => {
  it.each([
    ['01-花名册-规范.xlsx', 'imported'],
    ['02-花名册-常见错误.xlsx', 'refused'],
  ])('%s is %s once; the second is told by which post and when', async (name, outcome) => {
    const classId = await givenClass()
    // Both have read the file and stand before the class before either may go on.
    const answers = await inDistrict(connection.db, LIANDU, async (tx) => {
      await sql`select 1 from training.classes where district = ${LIANDU} and id = ${classId} for update`.execute(tx.db)
      const both = Promise.allSettled([
        upload(teacher, classId, sampleFile(name)),
        upload(colleague, classId, sampleFile(name), '同一份.xlsx'),
      ])
      await untilWaiting(2)
      return { both }
    }).then(async ({ both }) => (await both).flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])))
    expect(answers.map((answer) => answer.outcome)).toEqual([outcome, outcome])
    expect(answers[0]?.importId).toBe(answers[1]?.importId)
    const second = answers.filter((answer) => answer.alreadyBy !== null)
    expect(second).toHaveLength(1)
    expect(second[0]?.alreadyBy).toEqual({
      post: { zh: '培训机构', en: 'Training provider' },
      at: expect.stringMatching(/^\d{4}-/),
    })
    expect(second[0]?.marks).toEqual(answers[0]?.marks)
    const { items } = await as(clerk)(rosterImports, { params: { classId } })
    expect(items).toHaveLength(1)
    expect((await as(clerk)(rosterOfClass, { params: { classId } })).items).toHaveLength(
      outcome === 'imported' ? 40 : 0,
    )
  })

  it('does nothing twice when one person sends it twice under one key', async () => {
    const classId = await givenClass()
    const send = () =>
      upload(teacher, classId, sampleFile('01-花名册-规范.xlsx'), '花名册.xlsx', { idempotencyKey: `key-${classId}` })
    expect(await send()).toEqual(await send())
    expect((await as(teacher)(rosterImports, { params: { classId } })).items).toHaveLength(1)
  })
})

const header = ROSTER_COLUMNS.map((column, at) =>
  inlineCell(`${String.fromCharCode(65 + at)}2`, COLUMN_TITLES[column].zh),
).join('')

/** A workbook of one person, with some cells written as given. */
function workbook(cells: Partial<Record<RosterColumn, string>> = {}, tail = ''): Uint8Array {
  const { identityNumber, sex, bankAccount, phone } = nobody(1)
  const right: Record<RosterColumn, string> = {
    seq: '1',
    name: '王静',
    sex,
    identityNumber,
    education: '大专',
    address: '碧湖镇',
    group: '企业职工',
    phone,
    bankAccount,
    bankName: '浙江农商银行',
    remark: '',
  }
  const row = ROSTER_COLUMNS.map((column, at) => {
    const reference = `${String.fromCharCode(65 + at)}3`
    return cells[column]?.replace('<c', `<c r="${reference}"`) ?? inlineCell(reference, right[column])
  })
  return workbookOf({
    rows: `<row r="1">${inlineCell('A1', '花名册')}</row><row r="2">${header}</row><row r="3">${row.join('')}</row>`,
    tail,
  })
}

describe('bad input', () => {
  const bomb = () => {
    const { packed, crc, size } = deflatedSpaces(600)
    return workbookOf({ instead: { name: 'xl/worksheets/sheet1.xml', data: '', deflated: { packed, crc, size } } })
  }
  it.each<[string, () => Uint8Array, RegExp]>([
    ['an empty file', () => new Uint8Array(), /空的/],
    [
      'a web page named .xls',
      () => Buffer.from('<html><body><table><tr><td>姓名</td></tr></table></body></html>'),
      /网页\(HTML\)/,
    ],
    ['a truncated workbook', () => sampleFile('01-花名册-规范.xlsx').subarray(0, 6000), /不完整或已损坏/],
    [
      'a workbook with a password',
      () => oleOf({ EncryptedPackage: Buffer.alloc(64), EncryptionInfo: Buffer.alloc(64) }),
      /密码/,
    ],
    ['a zip bomb', bomb, /解压后大得不正常/],
    ['2,001 people', () => csvRoster(2001), /花名册最多 2000 行,这个文件有 2001 行/],
    [
      'far more lines than people are allowed',
      () => Buffer.from('1,2\n'.repeat(20_001)),
      /花名册最多 2000 行,这个文件超过得太多/,
    ],
    ['a sheet that is no roster', () => Buffer.from('日期,金额\n2022-03-07,1\n'), /没有找到花名册的表头/],
  ])('%s is refused with a sentence, and nothing is kept', async (_what, bytes, sentence) => {
    const classId = await givenClass()
    const before = await counts()
    const problem = await refusalOf(upload(teacher, classId, bytes()))
    expect(problem.status).toBeGreaterThanOrEqual(400)
    expect(problem.status).toBeLessThan(500)
    expect(problem.detail).toMatch(sentence)
    expect(await counts()).toEqual(before)
  })

  it('reads a workbook with a merge to the last cell of the sheet', async () => {
    const answer = await upload(
      teacher,
      await givenClass(),
      workbook({}, '<mergeCells count="1"><mergeCell ref="A4:XFD1048576"/></mergeCells>'),
    )
    expect(answer).toMatchObject({ outcome: 'imported', rowCount: 1 })
  })

  it('takes no formula for a name or an identity number', async () => {
    const name = '<c t="str"><f>HYPERLINK("http://example.invalid","王静")</f><v>王静</v></c>'
    const identityNumber = `<c t="str"><f>A1&amp;"x"</f><v>${nobody(1).identityNumber}</v></c>`
    const answer = await upload(teacher, await givenClass(), workbook({ name, identityNumber }))
    expect(answer.outcome).toBe('refused')
    expect(answer.marks.map((mark) => [mark.column, mark.sentence.zh])).toEqual([
      ['name', expect.stringContaining('姓名是公式')],
      ['identityNumber', expect.stringContaining('身份证号是公式')],
    ])
  })

  it("refuses a roster of another district's provider, naming both", async () => {
    const rows = sampleFile('01-花名册-规范.xlsx')
    const classId = await givenClass({ of: other })
    const answer = await upload(stranger, classId, rows)
    expect(answer).toMatchObject({ outcome: 'refused', marks: [{ seq: null, column: null }] })
    expect(answer.marks[0]?.sentence.zh).toBe(
      '表头写的培训机构是“丽水市演示职业培训学校”,本班是“莲都区演示技工学校”,请核对是否传错了文件',
    )
  })

  it('leaves the server alive', async () => {
    expect(await upload(teacher, await givenClass(), csvRoster(1), '一人.csv')).toMatchObject({ outcome: 'imported' })
  })
})

describe('who may', () => {
  it("says of somebody else's class what it says of one that is not there", async () => {
    const classId = await givenClass()
    const problems = await Promise.all([
      refusalOf(upload(stranger, classId, csvRoster(1))),
      refusalOf(upload(stranger, newId(), csvRoster(1))),
      refusalOf(as(stranger)(rosterOfClass, { params: { classId } })),
      refusalOf(as(stranger)(rosterImports, { params: { classId } })),
    ])
    for (const problem of problems) expect(problem).toEqual({ ...problems[1], status: 404 })
  })

  it('hands out a marked workbook through the class it was uploaded for and no other', async () => {
    const { importId } = await upload(teacher, await givenClass(), sampleFile('02-花名册-常见错误.xlsx'))
    const theirs = await givenClass({ of: other })
    const problem = await refusalOf(as(stranger)(openMarkedRoster, { params: { classId: theirs, importId } }))
    expect(problem.status).toBe(404)
  })

  it("takes no roster from a provider's account that belongs to no provider", async () => {
    expect((await refusalOf(upload(unattached, await givenClass(), csvRoster(1)))).status).toBe(404)
  })

  it('lets the bureau look, not upload', async () => {
    expect((await refusalOf(upload(clerk, await givenClass(), csvRoster(1)))).status).toBe(403)
  })

  it.each(['submitted', 'filed', 'completed'])('takes no roster for a class that is %s', async (status) => {
    const problem = await refusalOf(upload(teacher, await givenClass({ status }), csvRoster(1)))
    expect([problem.status, problem.code]).toEqual([409, 'class-closed'])
  })

  it('takes one for a class that was returned', async () => {
    expect(await upload(teacher, await givenClass({ status: 'returned' }), csvRoster(1))).toMatchObject({
      outcome: 'imported',
    })
  })
})

it('gives out an empty roster that reads as a roster with nobody on it', async () => {
  const book = (await as(teacher)(rosterTemplate, {})) as Blob
  const grid = await readGrid(new Uint8Array(await book.arrayBuffer()), { maxRows: 100 })
  const terms = {
    providerName: '',
    occupationNames: [],
    level: 'L5_JUNIOR',
    startsOn: '2022-03-07',
    endsOn: '2022-03-18',
    today: '2022-03-01',
    minimumAge: 16,
    maxRows: 10,
    groups: [],
    demonstration: true,
  }
  const read = readRoster(grid, terms as never)
  if ('unfit' in read) throw new Error(read.unfit.en)
  expect(judgeRoster(read, terms as never, new Map())).toMatchObject({
    rowCount: 0,
    marks: [{ sentence: { zh: '花名册里没有学员' } }],
  })
})

it('can be walked from a person on the roster to the uploaded sheet and back', async () => {
  const classId = await givenClass()
  const { importId } = await upload(teacher, classId, sampleFile('01-花名册-规范.xlsx'))
  await inDistrict(connection.db, LIANDU, async (tx) => {
    const [first] = await listRoster(tx, classId)
    const [enrolment, sheet] = rosterTrails
    const step = await enrolment?.describe(tx, first?.enrolmentId ?? '')
    expect(step).toMatchObject({
      organisationId: provider.organisationId,
      title: { zh: '花名册第1行 王*' },
      restsOn: [{ kind: 'roster-import', id: importId }],
    })
    expect(JSON.stringify(step?.says)).toContain('339901********0675')
    const back = await sheet?.describe(tx, importId)
    expect(back?.leadsTo).toHaveLength(41)
    expect(back?.leadsTo[0]).toMatchObject({ kind: 'enrolment', id: first?.enrolmentId })
    expect(back?.leadsTo.at(-1)).toMatchObject({ kind: 'class', id: classId })
    expect(await enrolment?.describe(tx, newId())).toBeUndefined()
  })
})

describe('a roster that calls somebody otherwise', () => {
  const called = (name: string, over: { phone?: string; bank?: string } = {}) =>
    Buffer.from(
      csvRoster(1)
        .toString()
        .replaceAll(nobody(0).identityNumber, nobody(7001).identityNumber)
        .replace('女', nobody(7001).sex)
        .replace('王静', name)
        .replace(nobody(0).phone, over.phone ?? nobody(0).phone)
        .replace('浙江农商银行', over.bank ?? '浙江农商银行'),
    )
  const ownRoster = async (account: GivenAccount, classId: string) =>
    (await as(account)(rosterOfClass, { params: { classId } })).items

  it('is marked, and changes neither what another class shows nor whom it pays', async () => {
    const ours = await givenClass({ status: 'draft' })
    await upload(teacher, ours, called('蓝凤英', { phone: '13905780001' }), '一.csv')
    const before = await ownRoster(teacher, ours)
    expect(before).toMatchObject([{ maskedName: '蓝*英', maskedPhone: '139****0001', doubts: [] }])
    const [entry] = await inDistrict(connection.db, LIANDU, (tx) => listRoster(tx, ours))

    const theirs = await givenClass({ of: other })
    const answer = await upload(stranger, theirs, called('张三', { phone: '13905780002' }), '二.csv')
    expect(answer.outcome).toBe('imported')
    expect(answer.marks).toMatchObject([
      { seq: 1, kind: 'doubt', column: 'name', sentence: { zh: '姓名与本县已登记的不一致,请核对身份证' } },
    ])
    expect(JSON.stringify(answer)).not.toMatch(/蓝|英/)

    expect(await ownRoster(teacher, ours)).toEqual(before)
    expect(await ownRoster(stranger, theirs)).toMatchObject([
      { maskedName: '张*', maskedPhone: '139****0002', doubts: [{ zh: '姓名与本县已登记的不一致,请核对身份证' }] },
    ])
    await inDistrict(connection.db, LIANDU, async (tx) => {
      expect((await listHolderNames(tx, [entry!.bankAccountId])).get(entry!.bankAccountId)).toBe('蓝凤英')
      const step = await rosterTrails[0]?.describe(tx, entry!.enrolmentId)
      expect(step?.title.zh).toBe('花名册第1行 蓝*英')
    })
  })

  it('may correct its own slip, in the name and in the bank, without a doubt', async () => {
    const slip = (name: string, bank: string) =>
      Buffer.from(
        called(name, { bank })
          .toString()
          .replaceAll(nobody(7001).identityNumber, nobody(7003).identityNumber)
          .replace(nobody(7001).sex, nobody(7003).sex),
      )
    const classId = await givenClass()
    await upload(teacher, classId, slip('蓝风英', '农业银行'), '错.csv')
    const corrected = await upload(teacher, classId, slip('蓝凤英', '中国农业银行丽水分行'), '对.csv')
    expect(corrected).toMatchObject({ outcome: 'imported', marks: [] })
    const [entry] = await inDistrict(connection.db, LIANDU, (tx) => listRoster(tx, classId))
    expect(entry?.name).toBe('蓝凤英')
    expect(await ownRoster(teacher, classId)).toMatchObject([{ bankName: '中国农业银行丽水分行' }])
    await inDistrict(connection.db, LIANDU, async (tx) => {
      expect((await listHolderNames(tx, [entry!.bankAccountId])).get(entry!.bankAccountId)).toBe('蓝凤英')
    })
    const elsewhere = await upload(stranger, await givenClass({ of: other }), slip('蓝凤英', '农业银行'), '三.csv')
    expect(elsewhere.marks).toEqual([])
  })
})

/** Every value of every text, json, bytea and array column of every table that holds one of these, with its place. */
async function placesWith(secrets: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.superuserUrl })
  await client.connect()
  const { rows: columns } = await client.query<{ place: string; column: string }>(`
    select format('%I.%I', table_schema, table_name) as place, quote_ident(column_name) as column
    from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema')
      and data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY')`)
  const places: string[] = []
  for (const { place, column } of columns) {
    const { rows } = await client.query<{ value: unknown }>(
      `select ${column} as value from ${place} where ${column} is not null`,
    )
    const holds = ({ value }: { value: unknown }) => {
      const bytes = Buffer.isBuffer(value)
        ? value
        : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
      return secrets.some((secret) => bytes.includes(secret))
    }
    if (rows.some(holds)) places.push(`${place}.${column}`)
  }
  await client.end()
  expect(columns.length).toBeGreaterThan(100)
  return places
}

describe('nobody reads the database', () => {
  it('for the identity number, address, phone or account of anybody on a roster, imported or refused', async () => {
    const grids = await Promise.all(
      ['01-花名册-规范.xlsx', '02-花名册-常见错误.xlsx'].map((name) => readGrid(sampleFile(name), { maxRows: 100 })),
    )
    const written = grids.flatMap((grid) =>
      grid.rows.slice(4).flatMap((row) => [3, 5, 7, 8].map((column) => textAt(row, column).normalize('NFKC').trim())),
    )
    const secrets = [...new Set(written)].filter((text) => text.length >= 10)
    expect(secrets.length).toBeGreaterThan(200)
    const classId = await givenClass()
    await upload(teacher, classId, sampleFile('02-花名册-常见错误.xlsx'), '02 339901197706180675.xlsx')
    await upload(teacher, classId, sampleFile('01-花名册-规范.xlsx'), '01 6217009507983498642.xlsx')
    const brokenUp = ['3399.0119_7706・1806-75', '３３９９０１１９７７０６１８０６７Ｘ', '189/2091/2793']
    for (const number of brokenUp) await upload(teacher, classId, csvRoster(1), `花名册-${number}.csv`)
    expect(await placesWith([...secrets, ...brokenUp, '3399.0119', '３３９９', '189/2091'])).toEqual([])
    // The same search finds what is there to be found.
    expect(await placesWith(['339901********0675', '碧湖镇成人文化技术学校'])).toEqual(
      expect.arrayContaining(['people.persons.identity_masked', 'training.sites.name']),
    )
  })
})
