import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../../platform/contract/public.ts'
import { openIdentityNumbers } from '../../people/public.ts'
import type { GroupTeller } from '../../record/public.ts'
import { newId } from '../../values/public.ts'
import {
  type Desks,
  type FundsDatabase,
  givenBudgetLine,
  givenDesks,
  givenFundsDatabase,
  givenOrganisation,
  givenPeople,
  type Someone,
  testVault,
} from '../testing.ts'
import { givenClaim } from '../claims/testing.ts'
import { HISTORY_CHANGED } from './changed.ts'
import {
  exportHistorySources,
  getHistoryGroup,
  getHistorySource,
  historyCoverage,
  importLedgerFile,
  importProvinceFile,
  keepEvidence,
  listHistoryGroups,
  listHistorySources,
  listRemembered,
  openHistoryFile,
  recordLookup,
  rememberColumns,
  rememberWordings,
  withdrawHistorySource,
} from './contract.ts'
import { historyRoutes } from './routes.ts'
import { csv, HEADINGS, line, nobodys, workbook } from './testing.ts'

const CLASS = newId()
let funds: FundsDatabase
let desks: Desks
let looker: pg.Client
let clerk: Someone
let finance: Someone
let members: { personId: string; identityNumber: string }[] = []

beforeAll(async () => {
  funds = await givenFundsDatabase()
  looker = new pg.Client({ connectionString: funds.database.superuserUrl })
  await looker.connect()
  const people = await funds.within((tx) => givenPeople(tx, 3))
  const numbers = await funds.within((tx) =>
    openIdentityNumbers(
      tx,
      testVault,
      people.map((each) => each.personId),
    ),
  )
  members = people.map(({ personId }) => ({ personId, identityNumber: numbers.get(personId)! }))
  const organisationId = await funds.within((tx) => givenOrganisation(tx))
  const group = {
    kind: 'class',
    id: CLASS,
    title: { zh: '2022年第3期', en: 'Class 3' },
    organisationId,
    startsOn: '2022-03-07',
    endsOn: '2022-03-18',
    people: 3,
  }
  const teller: GroupTeller = {
    kind: 'class',
    list: async () => [group],
    find: async (_tx, id) =>
      id === CLASS
        ? { ...group, members: members.map(({ personId }, at) => ({ personId, position: at + 1 })) }
        : undefined,
  }
  desks = await givenDesks(funds, historyRoutes({ vault: testVault, groups: [teller] }), {})
  clerk = await desks.someone(['clerk'])
  finance = await desks.someone(['finance'])
})
afterAll(async () => {
  await desks.app.close()
  await looker.end()
  await funds.close()
})
beforeEach(() =>
  looker.query('truncate funds.history_sources, funds.ledger_mappings, funds.ledger_wordings, outbox.events cascade'),
)

const place = { kind: 'class', groupId: CLASS }
const blob = (bytes: Uint8Array) => new Blob([bytes as BlobPart])
const PNG = blob(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))
const about = {
  source: '区人社局台账',
  coversFrom: '2019-01-01',
  coversTo: '2021-12-31',
  families: 'TRAINING,UI_UPGRADE',
}
const upload = (bytes: Uint8Array, over: Partial<typeof about> = {}, who = finance) =>
  who.call(importLedgerFile, { query: { ...about, ...over, fileName: '台账.xlsx' }, file: blob(bytes) })
const refusalOf = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}
async function changed() {
  const { rows } = await looker.query('select body from outbox.events where kind = $1 order by id', [HISTORY_CHANGED])
  return (rows as { body: { groupIds: string[] } }[]).map((row) => row.body.groupIds)
}

describe('ledgers at the desk', () => {
  it('are imported by finance or a clerk, seen by the bureau, and by no provider', async () => {
    const answer = await upload(workbook([HEADINGS, line(1), line(2)]))
    expect(answer).toMatchObject({
      outcome: 'imported',
      before: false,
      source: { rowCount: 2, amountFen: '200000' },
    })
    expect(await upload(workbook([HEADINGS, line(1), line(2)]), {}, clerk)).toMatchObject({
      outcome: 'imported',
      before: true,
    })
    const auditor = await desks.someone(['auditor'])
    expect((await auditor.call(listHistorySources)).items).toHaveLength(1)
    expect((await refusalOf(upload(workbook([HEADINGS, line(3)]), {}, auditor))).status).toBe(403)
    const provider = await desks.someone(['provider'], {
      organisationId: await funds.within((tx) => givenOrganisation(tx)),
    })
    expect((await refusalOf(provider.call(listHistorySources))).status).toBe(403)
  })

  it('cover what they say and nothing else, year by year', async () => {
    await upload(csv([HEADINGS]), { coversFrom: '2020-03-01' })
    const { years, families } = await clerk.call(historyCoverage)
    expect(families.map((each) => each.code)).toEqual(['TRAINING', 'UI_UPGRADE', 'EVALUATION', 'ALLOWANCE'])
    expect(years.map(({ year, cells }) => [year, ...cells.map((cell) => cell.known)])).toEqual([
      [2022, 'none', 'none', 'none', 'none'],
      [2021, 'whole', 'whole', 'none', 'none'],
      [2020, 'part', 'part', 'none', 'none'],
      [2019, 'none', 'none', 'none', 'none'],
    ])
  })

  it('refuse a period of tomorrow, a family nobody knows, and keep the file apart until it is right', async () => {
    expect((await refusalOf(upload(csv([HEADINGS]), { coversTo: '2022-03-29' }))).detail).toContain('在今天之后')
    expect((await refusalOf(upload(csv([HEADINGS]), { families: 'NOTHING' }))).detail).toContain('NOTHING')
    expect((await refusalOf(upload(csv([HEADINGS]), { coversFrom: '2022-01-01' }))).detail).toContain('晚于截止日')
  })

  it('are explained once: columns, then wordings, then they are in; and what was said can be changed', async () => {
    const bytes = csv([
      ['证件', '钱', '等次', '备注'],
      [nobodys(1), '1000', '入门', ''],
    ])
    const asked = await upload(bytes)
    if (asked.outcome !== 'columns') throw new Error(asked.outcome)
    expect(asked.missing).toEqual(['identityNumber', 'amount'])
    const half = asked.columns.map(({ heading, key }) => ({ heading, key, meaning: 'ignored' as const }))
    expect((await refusalOf(finance.call(rememberColumns, { body: { columns: half } }))).status).toBe(422)
    const meaning = { 证件: 'identityNumber', 钱: 'amount', 等次: 'level', 备注: 'ignored' } as const
    const columns = asked.columns.map(({ heading, key }) => ({
      heading,
      key,
      meaning: meaning[heading as keyof typeof meaning],
    }))
    await finance.call(rememberColumns, { body: { columns } })
    expect(await upload(bytes, { families: 'TRAINING' })).toEqual({
      outcome: 'wordings',
      wordings: [{ kind: 'level', wording: '入门', rows: 1 }],
    })
    const say = (means: string | null) =>
      finance.call(rememberWordings, { body: { wordings: [{ kind: 'level', wording: '入门', means }] } })
    expect((await refusalOf(say('L9'))).detail).toContain('入门')
    await say('L4_INTERMEDIATE')
    await say('L5_JUNIOR')
    const done = await upload(bytes, { families: 'TRAINING' })
    if (done.outcome !== 'imported') throw new Error(done.outcome)
    const remembered = await clerk.call(listRemembered)
    expect(remembered.wordings).toMatchObject([{ wording: '入门', means: 'L5_JUNIOR', label: { zh: '五级/初级工' } }])
    expect(remembered.mappings).toHaveLength(1)
    const shown = await clerk.call(getHistorySource, { params: { sourceId: done.source.id } })
    expect(shown.totals).toMatchObject([
      { family: { code: 'TRAINING' }, level: { zh: '五级/初级工' }, rows: 1, amountFen: '100000' },
    ])
    const family = { kind: 'family' as const, wording: '技能补助', means: null }
    expect((await refusalOf(finance.call(rememberWordings, { body: { wordings: [family] } }))).detail).toContain(
      '必须选一个类别',
    )
  })

  it('are withdrawn with a reason, once; the rows stay, and the list can say which', async () => {
    const done = await upload(workbook([HEADINGS, line(1)]))
    if (done.outcome !== 'imported') throw new Error(done.outcome)
    const sourceId = done.source.id
    const withdraw = () => clerk.call(withdrawHistorySource, { params: { sourceId }, body: { reason: '传错年度' } })
    await withdraw()
    expect((await refusalOf(withdraw())).code).toBe('already-withdrawn')
    const shown = await clerk.call(getHistorySource, { params: { sourceId } })
    expect(shown).toMatchObject({
      withdrawn: true,
      rowCount: 1,
      withdrawal: { reason: '传错年度' },
    })
    expect((await clerk.call(listHistorySources, { query: { withdrawn: 'no' } })).items).toEqual([])
    expect((await clerk.call(listHistorySources, { query: { withdrawn: 'yes', kind: 'ledger' } })).items).toHaveLength(
      1,
    )
    expect(
      (await clerk.call(historyCoverage)).years.flatMap(({ cells }) => cells.map((cell) => cell.known)),
    ).not.toContain('whole')
    const acts = await looker.query('select act, detail from record.acts where subject_id = $1 order by id', [sourceId])
    expect(acts.rows).toMatchObject([
      { act: 'history.ledger-imported' },
      { act: 'history.withdrawn', detail: { reason: '传错年度' } },
    ])
  })

  it('are exported as they are filtered, and opening the file itself is recorded', async () => {
    const done = await upload(workbook([HEADINGS, line(1)]))
    if (done.outcome !== 'imported') throw new Error(done.outcome)
    const text = await ((await clerk.call(exportHistorySources, { query: { kind: 'ledger' } })) as Blob).text()
    expect(text).toContain('台账,区人社局台账,职业培训补贴、失业保险技能提升补贴,2019-01-01,2021-12-31')
    const file = (await clerk.call(openHistoryFile, { params: { sourceId: done.source.id } })) as Blob
    expect(file.size).toBeGreaterThan(500)
    const acts = await looker.query("select count(*)::int as opened from record.acts where act = 'history.file-opened'")
    expect(acts.rows).toEqual([{ opened: 1 }])
  })

  it('are told to funds for every open claim, also of people they do not name: their silence is known now', async () => {
    await funds.within((tx) => givenBudgetLine(tx))
    const claim = await funds.within((tx) => givenClaim(tx, { people: 2 }))
    await upload(workbook([HEADINGS, line(1)]))
    expect(await changed()).toEqual([[claim.groupId]])
  })
})

describe('the province’s answer about a class', () => {
  const evidence = async () =>
    (await clerk.call(keepEvidence, { query: { fileName: '省平台截图.png' }, file: PNG })).fileId
  const nothing = (personIds: string[]) => personIds.map((personId) => ({ personId, received: [] }))
  const lookup = async (people: { personId: string; received: object[] }[], over: object = {}) =>
    clerk.call(recordLookup, {
      params: place,
      body: {
        source: '浙江省职业能力一体化平台',
        checkedOn: '2022-03-28',
        families: ['TRAINING', 'UI_UPGRADE'],
        fileId: await evidence(),
        people,
        ...over,
      } as never,
    })
  const known = async () =>
    (await clerk.call(getHistoryGroup, { params: place })).members.map((each) => [
      each.position,
      each.known,
      each.sentence.zh,
    ])

  it('silences exactly the people who were looked up', async () => {
    expect((await clerk.call(listHistoryGroups, { params: { kind: 'class' } })).items).toMatchObject([
      { id: CLASS, people: 3 },
    ])
    await lookup(nothing([members[0]!.personId, members[1]!.personId]))
    expect(await known()).toEqual([
      [1, 'known', '本平台未见;已于 2022-03-28 在省平台核对'],
      [2, 'known', '本平台未见;已于 2022-03-28 在省平台核对'],
      [3, 'unknown', '本平台未见;2019-01-01 至 2022-03-28 的台账尚未导入,也未在省平台核对,无法确认'],
    ])
    expect(await changed()).toEqual([[CLASS]])
  })

  it('says what somebody received, with the evidence kept sealed', async () => {
    const received = {
      family: 'TRAINING',
      occupationId: null,
      level: 'L5_JUNIOR',
      certificateNo: '',
      amountFen: '150000',
      paidOn: '2021-03-03',
    }
    const kept = await lookup([{ personId: members[0]!.personId, received: [received] }])
    expect(kept).toMatchObject({ kind: 'province-lookup', rowCount: 1, amountFen: '150000', group: { id: CLASS } })
    const shown = await clerk.call(getHistorySource, { params: { sourceId: kept.id } })
    expect(shown.people).toMatchObject([{ answer: 'received' }])
    const [member] = (await clerk.call(getHistoryGroup, { params: place })).members
    expect(member).toMatchObject({
      known: 'known',
      sentence: { zh: '已知 1 笔,此外未见' },
      receipts: [{ zh: '2021-03-03 初级工 1,500.00 元(浙江省职业能力一体化平台)' }],
    })
    const { rows } = await looker.query(
      "select encode(sealed_bytes, 'hex') as hex from files.files where name = '省平台截图.png' limit 1",
    )
    expect((rows[0] as { hex: string }).hex).not.toContain('89504e47010203')
  })

  it('needs evidence that is a picture or a file, people of the class, and a day that has been', async () => {
    const program = blob(Buffer.from('MZ not a picture'))
    expect((await refusalOf(clerk.call(keepEvidence, { query: { fileName: '截图.png' }, file: program }))).status).toBe(
      422,
    )
    const [stranger] = await funds.within((tx) => givenPeople(tx, 1))
    expect((await refusalOf(lookup(nothing([stranger!.personId])))).detail).toContain('不在这个班')
    expect((await refusalOf(lookup(nothing([members[0]!.personId]), { checkedOn: '2022-03-29' }))).detail).toContain(
      '在今天之后',
    )
    expect((await refusalOf(lookup(nothing([members[0]!.personId]), { fileId: newId() }))).status).toBe(404)
    const later = {
      family: 'TRAINING',
      occupationId: null,
      level: null,
      certificateNo: '',
      amountFen: '1',
      paidOn: '2022-03-27',
    }
    const early = lookup([{ personId: members[0]!.personId, received: [later] }], { checkedOn: '2022-03-26' })
    expect((await refusalOf(early)).detail).toContain('在核对日期之后')
    expect((await refusalOf(clerk.call(getHistoryGroup, { params: { kind: 'class', groupId: newId() } }))).status).toBe(
      404,
    )
  })

  it('as a file is about everybody of the class and nobody else', async () => {
    const send = (bytes: Uint8Array, checkedOn = '2022-03-28') =>
      clerk.call(importProvinceFile, {
        params: place,
        query: { fileName: '省平台.csv', source: '省平台反馈', checkedOn, families: 'TRAINING,UI_UPGRADE' },
        file: blob(bytes),
      })
    const wrong = await refusalOf(send(csv([HEADINGS, line(9)])))
    expect(wrong.items.map((item) => item.detail)).toEqual(['第 2 行:此人不在本次核对的名单里,请检查是否传错了文件'])
    const own = csv([HEADINGS, line(1, { identity: members[1]!.identityNumber, paidOn: '2020-06-01' })])
    const done = await send(own)
    if (done.outcome !== 'imported') throw new Error(done.outcome)
    expect(done.source.doubtCount).toBe(0)
    expect((await known()).map(([, kind]) => kind)).toEqual(['known', 'known', 'known'])
    const shown = await clerk.call(getHistorySource, { params: { sourceId: done.source.id } })
    expect(shown.people.map((each) => each.answer).sort()).toEqual(['nothing', 'nothing', 'received'])
    expect(await send(own)).toMatchObject({ before: true })
    expect(await send(own, '2022-03-27')).toMatchObject({ before: false })
  })
})
