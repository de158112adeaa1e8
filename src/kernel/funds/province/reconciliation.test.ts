import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parametersOn, shippedSchemes } from '../../policy/public.ts'
import { civilDate, civilDateOf } from '../../values/public.ts'
import { refusalOf } from '../batches/testing.ts'
import { gatherPast } from '../history/gather.ts'
import { historyTerms } from '../history/terms.ts'
import { newId } from '../../values/public.ts'
import { LIANDU, NOW, testVault } from '../testing.ts'
import { importLedger } from '../history/importing.ts'
import { readingKnowledge } from '../history/knowing.ts'
import { csv, HEADINGS as LEDGER_HEADINGS } from '../history/testing.ts'
import { openIdentityNumbers } from '../../people/public.ts'
import {
  exportDifferences,
  getDifference,
  getReconciliation,
  importProvinceFile,
  listDifferences,
  openProvinceFile,
  rememberProvinceColumns,
  settleDifference,
} from './contract.ts'
import type { ListPerson } from './list-store.ts'
import { givenProvinceDesks, type ProvinceDesks, UI_SCHEME } from './testing.ts'

let at: ProvinceDesks
let people: ListPerson[]
beforeAll(async () => {
  at = await givenProvinceDesks()
  people = (await at.givenSentList(6)).people
})
afterAll(() => at.close())

const scheme = UI_SCHEME
const lines = (
  query: { kind?: 'sum-differs' | 'there-not-here' | 'paid-twice'; state?: 'open' | 'reopened' | 'settled' } = {},
) => at.clerk.call(listDifferences, { query: { scheme, limit: 50, ...query } }).then((page) => page.items)
const summary = () => at.clerk.call(getReconciliation, { query: { scheme } })
const STRANGER = '339901197706180675'

/** Two agree, one's sum differs, one is returned, two are not there; one stranger. */
const firstFile = () =>
  at.provinceFile([
    { person: people[0]!, reference: 'ZJ-001', state: '已支付', paidOn: '2022-03-20' },
    { person: people[1]!, reference: 'ZJ-002' },
    { person: people[2]!, reference: 'ZJ-003', amount: '800' },
    { person: people[3]!, reference: 'ZJ-004', state: '退回', reason: '材料不全,请联系 13800001234' },
    { reference: 'ZJ-900', identity: STRANGER },
  ])

describe('the province’s file', () => {
  it('is refused whole, with every mistake by row', async () => {
    const file = await at.provinceFile([
      { person: people[0]!, reference: 'ZJ-001' },
      { reference: 'ZJ-001', identity: '339901197706180674', state: '办结了', amount: '' },
      { person: people[1]!, reference: 'ZJ-003', state: '已支付' },
      { person: people[1]!, reference: STRANGER },
    ])
    const problem = await refusalOf(at.upload(file, '2022-03-25'))
    expect(problem.code).toBe('province-file-wrong')
    const told = problem.items?.map(({ detail }) => detail) ?? []
    expect(told.map((each) => each.slice(0, 5))).toEqual([
      '第 3 行',
      '第 3 行',
      '第 3 行',
      '第 3 行',
      '第 4 行',
      '第 5 行',
    ])
    expect(told.join('\n')).toContain('“办结了”')
    expect(told.join('\n')).not.toContain(STRANGER)
    expect((await summary()).newest).toBeNull()
  })

  it('with other column names is asked about once, with masked samples, and read so from then on', async () => {
    const names = ['受理单', '外部号', '人员', '证件号', '级', '核发数', '走到哪', '说明', '打款日', '到账数']
    const file = await at.provinceFile([{ person: people[0]!, reference: 'ZJ-001' }], names)
    const asked = await at.upload(file, '2022-03-24')
    if (asked.outcome !== 'columns') throw new Error('it was not asked about')
    expect(asked.missing).toEqual(['identityNumber', 'reference', 'amount', 'state'])
    expect(asked.columns.find((each) => each.heading === '证件号')?.samples[0]).toMatch(/^339901\*{8}/)
    const meanings = [
      'reference',
      'ourReference',
      'name',
      'identityNumber',
      'level',
      'amount',
      'state',
      'reason',
      'paidOn',
      'paidAmount',
    ] as const
    const columns = asked.columns.map(({ heading, key }, nth) => ({ heading, key, meaning: meanings[nth]! }))
    const twice = columns.map((each) => ({ ...each, meaning: 'amount' as const }))
    expect((await refusalOf(at.clerk.call(rememberProvinceColumns, { body: { columns: twice } }))).status).toBe(422)
    await at.clerk.call(rememberProvinceColumns, { body: { columns } })
    const taken = await at.upload(file, '2022-03-24')
    expect(taken.outcome).toBe('imported')
  })

  it('is taken once: the same bytes give the first answer', async () => {
    const file = await firstFile()
    const first = await at.upload(file, '2022-03-25')
    const again = await at.upload(file, '2022-03-25')
    if (first.outcome !== 'imported' || again.outcome !== 'imported') throw new Error('it was not imported')
    expect([first.before, again.before, again.file.id]).toEqual([false, true, first.file.id])
    expect([first.file.rowCount, first.file.paidCount, first.file.paidFen]).toEqual([5, 1, '100000'])
  })

  it('of an earlier day, of a later one than today, or of a scheme that is ours is refused', async () => {
    const file = await at.provinceFile([{ person: people[0]!, reference: 'ZJ-001', state: '已受理' }])
    expect((await refusalOf(at.upload(file, '2022-03-01'))).code).toBe('older-file')
    expect((await refusalOf(at.upload(file, '2023-03-01'))).status).toBe(400)
    const query = { fileName: 'a.csv', scheme: 'liandu.training-subsidy', asOf: '2022-03-25', whole: 'no' as const }
    expect((await refusalOf(at.clerk.call(importProvinceFile, { query, file }))).status).toBe(404)
  })

  it('is opened again only as a recorded act', async () => {
    const { newest } = await summary()
    const auditor = await at.desks.someone(['auditor'])
    const params = { importId: newest!.id }
    expect((await refusalOf(auditor.call(openProvinceFile, { params }))).status).toBe(403)
    expect(await at.clerk.call(openProvinceFile, { params })).toBeDefined()
  })
})

describe('the reconciliation', () => {
  it('counts what differs in figures, and lists it, money first', async () => {
    const { counts, hereCount, thereCount, agreeCount, paidFen } = await summary()
    expect(counts).toEqual([
      { kind: 'here-not-there', state: 'open', lines: 2 },
      { kind: 'state-differs', state: 'open', lines: 1 },
      { kind: 'sum-differs', state: 'open', lines: 1 },
      { kind: 'there-not-here', state: 'open', lines: 1 },
    ])
    expect([hereCount, thereCount, agreeCount, paidFen]).toEqual([6, 5, 2, '100000'])
    expect((await lines()).map(({ kind }) => kind)).toEqual([
      'sum-differs',
      'state-differs',
      'there-not-here',
      'here-not-there',
      'here-not-there',
    ])
  })

  it('opens both sides masked, without a phone that somebody wrote into a reason', async () => {
    const state = (await lines()).find(({ kind }) => kind === 'state-differs')!
    expect(state.there?.reason).toBe('材料不全,请联系 ***')
    const shown = await at.clerk.call(getDifference, { params: { lineId: state.id } })
    expect(shown.said.map(({ asOf, state: said }) => [asOf, said])).toEqual([['2022-03-25', 'returned']])
    const stranger = (await lines({ kind: 'there-not-here' }))[0]!
    expect([stranger.maskedName, stranger.maskedIdentity, stranger.here]).toEqual(['余*涛', '339901********0675', null])
  })

  it('is settled with a reason, and only as its kind can be', async () => {
    const [sum] = await lines({ kind: 'sum-differs' })
    const params = { lineId: sum!.id }
    const { says, outcomes } = await at.clerk.call(getDifference, { params })
    expect(outcomes).not.toContain('same-payment')
    const body = { says, reason: '省平台按八折核定,文件见附', document: '浙人社〔2022〕1号(示例)', askedOn: null }
    expect(
      (await refusalOf(at.clerk.call(settleDifference, { params, body: { ...body, outcome: 'same-payment' } }))).status,
    ).toBe(422)
    const asked = { ...body, document: '', outcome: 'asked' as const }
    expect((await refusalOf(at.clerk.call(settleDifference, { params, body: asked }))).code).toBe('asked-needs')
    const other = { ...body, says: 'something else', outcome: 'theirs' as const }
    expect((await refusalOf(at.clerk.call(settleDifference, { params, body: other }))).code).toBe('said-otherwise')
    const settled = await at.clerk.call(settleDifference, { params, body: { ...body, outcome: 'theirs' } })
    expect([settled.state, settled.settlement?.reason]).toEqual(['settled', body.reason])
    const approver = await at.desks.someone(['approver'])
    expect(
      (await refusalOf(approver.call(settleDifference, { params, body: { ...body, outcome: 'theirs' } }))).status,
    ).toBe(403)
  })

  it('keeps a settled line settled when the province says the same, and opens it again when it says otherwise', async () => {
    const same = await at.provinceFile([
      { person: people[2]!, reference: 'ZJ-003', amount: '800' },
      { person: people[4]!, reference: 'ZJ-005' },
    ])
    await at.upload(same, '2022-03-26')
    expect((await lines({ kind: 'sum-differs' })).map(({ state }) => state)).toEqual(['settled'])
    await at.upload(await at.provinceFile([{ person: people[2]!, reference: 'ZJ-003', amount: '700' }]), '2022-03-26')
    expect((await lines({ state: 'reopened' })).map(({ kind, there }) => [kind, there?.amountFen])).toEqual([
      ['sum-differs', '70000'],
    ])
    const shown = await at.clerk.call(getDifference, {
      params: { lineId: (await lines({ state: 'reopened' }))[0]!.id },
    })
    expect(shown.settlements.map(({ stands }) => stands)).toEqual([false])
    expect(shown.said.map(({ amountFen }) => amountFen)).toEqual(['70000', '80000', '80000'])
  })

  it('lets what a partial file does not name stand, and ends with a whole one', async () => {
    expect((await summary()).thereCount).toBe(6)
    const whole = await at.provinceFile([
      { person: people[0]!, reference: 'ZJ-001', state: '已支付', paidOn: '2022-03-20' },
      { person: people[1]!, reference: 'ZJ-002' },
    ])
    await at.upload(whole, '2022-03-27', 'yes')
    const { counts, thereCount } = await summary()
    expect(thereCount).toBe(2)
    expect(counts.find(({ kind }) => kind === 'here-not-there')?.lines).toBe(4)
  })

  it('exports exactly what is filtered, masked', async () => {
    const file = (await at.clerk.call(exportDifferences, { query: { scheme, kind: 'here-not-there' } })) as Blob
    const text = await file.text()
    expect(text.trim().split('\r\n')).toHaveLength(1 + 4)
    expect(text).toContain('本地已报、省平台没有')
    expect(text).not.toMatch(/\d{17}[\dX]/)
  })

  it('is of its own county', async () => {
    const elsewhere = await at.desks.someone(['clerk'], { district: 331121 })
    expect((await refusalOf(elsewhere.call(getReconciliation, { query: { scheme } }))).status).toBe(404)
  })
})

describe('what the province has paid', () => {
  const past = (personId: string, groupId = newId()) =>
    at.funds.within(async (tx) => {
      const terms = historyTerms(parametersOn(LIANDU, civilDateOf(NOW)), {
        schemes: shippedSchemes(LIANDU),
        on: civilDateOf(NOW),
      })
      return (await gatherPast(tx, { personIds: [personId], groupId, terms, today: civilDateOf(NOW) }))(personId)
        .receipts
    })

  it('is received before, once, on the day the province paid it; what it returned is not', async () => {
    expect(
      (await past(people[0]!.personId)).map(({ amountFen, paid, family }) => [amountFen, paid.from, family]),
    ).toEqual([[100_000n, '2022-03-20', 'TRAINING']])
    const back = await at.provinceFile([{ person: people[1]!, reference: 'ZJ-002', state: '退回' }])
    await at.upload(back, '2022-03-27')
    expect(await past(people[1]!.personId)).toEqual([])
  })

  it('and stands on none of our lists is received before too', async () => {
    const { people: others } = await at.givenList([{ attended: 2 }, {}])
    const [refused] = others
    await at.upload(
      await at.provinceFile([
        {
          person: refused!,
          ours: '',
          reference: 'ZJ-777',
          state: '已支付',
          paidOn: '2022-02-02',
          level: '五级',
          amount: '1500',
        },
      ]),
      '2022-03-28',
    )
    // On our list the person is refused: the province's payment was received all the same.
    expect(
      (await lines({ kind: 'there-not-here' })).map(({ here, there }) => [here?.standing, there?.reference]),
    ).toEqual([['refused', 'ZJ-777']])
    expect(await past(refused!.personId)).toMatchObject([{ kind: 'province', amountFen: 150_000n, level: 'L5_JUNIOR' }])
  })

  it('and an office’s ledger has paid as well is told as paid twice', async () => {
    const [person] = people
    const numbers = await at.funds.within((tx) => openIdentityNumbers(tx, testVault, [person!.personId]))
    await at.funds.within(async (tx) => {
      const terms = historyTerms(parametersOn(LIANDU, civilDateOf(NOW)), {
        schemes: shippedSchemes(LIANDU),
        on: civilDateOf(NOW),
      })
      const row = [
        '1',
        '余刚涛',
        numbers.get(person!.personId)!,
        '职业培训补贴',
        '养老护理员',
        '五级',
        '',
        '1000',
        '2022-01-05',
        '',
        '',
      ]
      await importLedger(
        tx,
        { vault: testVault, knowledge: await readingKnowledge(tx, terms) },
        {
          kind: 'ledger',
          bytes: csv([LEDGER_HEADINGS, row]),
          fileName: '2022年台账.csv',
          source: '区就业中心 2022年台账',
          coversFrom: civilDate('2022-01-01'),
          coversTo: civilDate('2022-02-28'),
          families: ['TRAINING'],
          asked: null,
          actor: at.clerk.actor,
          now: NOW,
        },
      )
    })
    await at.upload(
      await at.provinceFile([
        { person: person!, reference: 'ZJ-001', state: '已支付', paidOn: '2022-03-20', reason: '再导' },
      ]),
      '2022-03-28',
    )
    const twice = await lines({ kind: 'paid-twice' })
    expect(twice.map(({ other }) => other?.label.zh)).toEqual(['区就业中心 2022年台账第 2 行'])
  })
})
