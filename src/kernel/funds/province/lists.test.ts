import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { integrityOf } from '../../integrity/public.ts'
import { type Check, failed, passed } from '../../record/public.ts'
import { openIdentityNumbers } from '../../people/public.ts'
import { refusalOf, tablesShowing } from '../batches/testing.ts'
import { lookAgain } from '../claims/look-again.ts'
import { corrected, givenCompletedClass, settlingNeeds } from '../deciding/testing.ts'
import { settle } from '../claims/testing.ts'
import { testVault } from '../testing.ts'
import { recordFacts } from '../../policy/public.ts'
import {
  exportProvinceList,
  getProvinceList,
  listAgain,
  reviewListInitially,
  reviewListSecondly,
  takeListBack,
} from './contract.ts'
import { provinceListBytes } from './list-file.ts'
import { findOpenList, listListPeople } from './list-store.ts'
import { cellsOf, givenProvinceDesks, type ProvinceDesks, UI_SCHEME } from './testing.ts'

let at: ProvinceDesks
beforeAll(async () => {
  at = await givenProvinceDesks()
})
afterAll(() => at.close())

const PURPOSE = { purpose: '上传省职业能力建设一体化平台' }

/** What moved: transfers, claims and batches of the county. */
const moneyOf = () =>
  at.funds.within(async (tx) => {
    const { rows } = await sql<{ transfers: number; claims: number }>`
      select (select count(*)::int from funds.transfers where district = ${tx.district}) as transfers,
             (select count(*)::int from funds.claims where district = ${tx.district}) as claims`.execute(tx.db)
    return rows[0]
  })

describe('a group decided under a scheme whose record the province holds', () => {
  it('becomes a pre-checked list with everybody’s reasons, and moves no money', async () => {
    const before = await moneyOf()
    const { list, people } = await at.givenList([{}, { attended: 9 }, { group: 'RURAL_TRANSFER' }, {}])
    expect(list.number).toMatch(/^YS-2022-\d{4}$/)
    expect([list.headCount, list.refusedCount, list.amountFen]).toEqual([2, 2, 200_000n])
    expect(people.map((person) => [person.standing, person.reasons.map(({ id }) => id)])).toEqual([
      ['due', []],
      ['refused', ['attendance']],
      ['refused', ['group']],
      ['due', []],
    ])
    expect(people[0]!.reference).toBe(`${list.number}-001`)
    expect(await moneyOf()).toEqual(before)
  })

  it('is listed once, however often the event is run', async () => {
    const { list } = await at.givenList([{}])
    await settle(at.funds, list.groupId, settlingNeeds(), true)
    const again = await at.funds.within((tx) => findOpenList(tx, list.groupId, UI_SCHEME))
    expect(again?.id).toBe(list.id)
  })

  it('waits, with its reason, where nobody is due', async () => {
    await expect(at.givenList([{ attended: 1 }])).rejects.toThrow('no list was assembled')
  })
})

describe('the review of a list', () => {
  it('is by two different people, and the second sees what the first saw', async () => {
    const { list } = await at.givenList([{}, {}])
    const params = { listId: list.id }
    const { contentSha256 } = await at.clerk.call(getProvinceList, { params })
    const body = { outcome: 'passed' as const, reasons: [], contentSha256 }
    const both = await at.desks.someone(['clerk', 'reviewer'])
    await both.call(reviewListInitially, { params, body })
    expect((await refusalOf(both.call(reviewListSecondly, { params, body }))).code).toBe(
      'one_person_one_duty_on_a_claim',
    )
    const other = { ...body, contentSha256: '0'.repeat(64) }
    expect((await refusalOf(at.reviewer.call(reviewListSecondly, { params, body: other }))).code).toBe(
      'content-changed',
    )
    await at.reviewer.call(reviewListSecondly, { params, body })
    expect((await at.clerk.call(getProvinceList, { params })).status).toBe('second-passed')
  })

  it('is not given by anybody on the list', async () => {
    const { list, people } = await at.givenList([{}])
    const own = await at.desks.someone(['clerk'], { personId: people[0]!.personId })
    const { contentSha256, mayNot } = await own.call(getProvinceList, { params: { listId: list.id } })
    expect(mayNot?.zh).toContain('学员名单')
    const body = { outcome: 'passed' as const, reasons: [], contentSha256 }
    const refused = await refusalOf(own.call(reviewListInitially, { params: { listId: list.id }, body }))
    expect(refused.code).toBe('one_person_one_duty_on_a_claim')
  })

  it('can only return a list whose records have changed; it is then made anew at once', async () => {
    const { groupId, facts } = await at.funds.within((tx) =>
      givenCompletedClass(tx, {
        trainees: [{ group: 'REGISTERED_UNEMPLOYED' }, { group: 'REGISTERED_UNEMPLOYED' }],
        fund: 'UI_FUND',
      }),
    )
    await settle(at.funds, groupId)
    const list = (await at.funds.within((tx) => findOpenList(tx, groupId, UI_SCHEME)))!
    await at.funds.within((tx) => recordFacts(tx, [corrected(facts[0]!, { attended: 3 })]))
    await settle(at.funds, groupId)
    const params = { listId: list.id }
    const { contentSha256, mayNotPass } = await at.clerk.call(getProvinceList, { params })
    expect(mayNotPass?.zh).toContain('1 人的记录有更正')
    const body = { outcome: 'passed' as const, reasons: [], contentSha256 }
    expect((await refusalOf(at.clerk.call(reviewListInitially, { params, body }))).code).toBe('facts-changed')
    await at.clerk.call(reviewListInitially, {
      params,
      body: { ...body, outcome: 'returned', reasons: ['考勤有更正'] },
    })
    const made = (await at.funds.within((tx) => findOpenList(tx, groupId, UI_SCHEME)))!
    expect([made.headCount, made.refusedCount]).toEqual([1, 1])
    expect((await refusalOf(at.clerk.call(listAgain, { params }))).status).toBe(409)
  })

  it('is refused by the database to a person who already holds a duty, whatever the application thinks', async () => {
    const { list } = await at.givenList([{}])
    const twice = at.funds.within(async (tx) => {
      const hand = (duty: string) => sql`
        insert into funds.province_list_hands (district, list_id, person_id, duty, outcome, content_sha256, account_id, business_at)
        values (${tx.district}, ${list.id}, ${at.clerk.actor.personId}, ${duty}, 'passed', '\\x00', ${at.clerk.actor.accountId}, now())`
      await hand('initial-review').execute(tx.db)
      await hand('second-review').execute(tx.db)
    })
    await expect(twice).rejects.toThrow('province_list_hands_pkey')
  })
})

describe('the file for the province', () => {
  it('holds the due in the province’s template, once or again the same bytes, each time recorded with its purpose', async () => {
    const { list, people } = await at.givenList([{}, { attended: 9 }, {}])
    await at.pass(list.id)
    const params = { listId: list.id }
    const first = await at.clerk.call(exportProvinceList, { params, body: PURPOSE })
    const again = await at.clerk.call(exportProvinceList, { params, body: { purpose: '省平台上传失败,再传一次' } })
    expect(Buffer.from(await (again as Blob).arrayBuffer())).toEqual(Buffer.from(await (first as Blob).arrayBuffer()))
    const cells = await cellsOf(first)
    expect(cells[0]).toEqual(['序号', '县级流水号', '姓名', '身份证号', '班级', '等级', '证书编号', '补贴金额(元)'])
    expect(cells.slice(1).map((row) => row[1])).toEqual([people[0]!.reference, people[2]!.reference])
    const numbers = await at.funds.within((tx) => openIdentityNumbers(tx, testVault, [people[0]!.personId]))
    expect(cells[1]?.[3]).toBe(numbers.get(people[0]!.personId))
    const { rows } = await at.funds.within((tx) =>
      sql<{ detail: { purpose: string } }>`
        select detail from record.acts where district = ${tx.district} and act = 'province-list.handed-out' and subject_id = ${list.id}`.execute(
        tx.db,
      ),
    )
    expect(rows.map(({ detail }) => detail.purpose).sort()).toEqual([PURPOSE.purpose, '省平台上传失败,再传一次'].sort())
    // Neither the kept file nor a row of any table shows the number in clear.
    expect(await tablesShowing(at, numbers.get(people[0]!.personId)!)).toEqual([])
  })

  it('is not made before two have passed the list, nor by a reader', async () => {
    const { list } = await at.givenList([{}])
    const params = { listId: list.id }
    expect((await refusalOf(at.clerk.call(exportProvinceList, { params, body: PURPOSE }))).code).toBe('not-passed')
    const auditor = await at.desks.someone(['auditor'])
    expect((await refusalOf(auditor.call(exportProvinceList, { params, body: PURPOSE }))).status).toBe(403)
  })

  it('is written as the county’s template says: other columns, other order, GBK text', () => {
    const template = {
      format: 'csv' as const,
      encoding: 'gbk' as const,
      fileName: '{number}.csv',
      columns: [
        { field: 'amountYuan' as const, header: '金额' },
        { field: 'identityNumber' as const, header: '证件号码' },
      ],
    }
    const person = {
      reference: 'YS-1',
      name: '王静',
      identityNumber: '339901197706180675',
      level: null,
      certificateNo: null,
      amountFen: 100_050n,
      bankName: '',
      accountNumber: '',
    }
    const bytes = provinceListBytes([person], { groupTitle: '', organisation: '' }, template)
    expect(new TextDecoder('gbk').decode(bytes)).toBe('金额,证件号码\r\n1000.50,339901197706180675\r\n')
  })

  it('can be called back while the province has paid nobody of it', async () => {
    const { list, people } = await at.givenSentList(1)
    const params = { listId: list.id }
    const { contentSha256 } = await at.clerk.call(getProvinceList, { params })
    const body = { reasons: ['报错班级'], contentSha256 }
    await at.upload(
      await at.provinceFile([{ person: people[0]!, reference: 'ZJ-CALL-1', state: '已支付', paidOn: '2022-03-20' }]),
      '2022-03-25',
    )
    expect((await refusalOf(at.clerk.call(takeListBack, { params, body }))).code).toBe('paid-there')
    const other = await at.givenSentList(1)
    const shown = await at.clerk.call(getProvinceList, { params: { listId: other.list.id } })
    await at.clerk.call(takeListBack, {
      params: { listId: other.list.id },
      body: { ...body, contentSha256: shown.contentSha256 },
    })
    const made = await at.clerk.call(listAgain, { params: { listId: other.list.id } })
    expect(made.number).not.toBe(other.list.number)
  })
})

describe('what others tell after a list was made', () => {
  it('makes a new list in its place while it is not sent', async () => {
    let isDead = false
    const register: Check = {
      id: 'A04',
      title: { zh: '健在', en: 'Alive' },
      basis: { zh: '审计通行做法', en: 'Usual practice of auditors' },
      subject: 'enrolment',
      moments: ['claim'],
      action: 'block',
      onUnavailable: 'note',
      run: async ({ subjects }) =>
        subjects.map(({ id }, nth) => (isDead && nth === 0 ? failed(id, { zh: '已死亡', en: 'Died' }) : passed(id))),
    }
    const needs = settlingNeeds({ integrity: integrityOf([register]) })
    const { groupId } = await at.funds.within((tx) =>
      givenCompletedClass(tx, {
        trainees: [{ group: 'REGISTERED_UNEMPLOYED' }, { group: 'REGISTERED_UNEMPLOYED' }],
        fund: 'UI_FUND',
      }),
    )
    await settle(at.funds, groupId, needs)
    const list = (await at.funds.within((tx) => findOpenList(tx, groupId, UI_SCHEME)))!
    isDead = true
    await at.funds.within((tx) =>
      lookAgain(tx, needs, { groupId, because: { zh: '比对结果', en: 'answer' }, now: tx.now }),
    )
    const made = (await at.funds.within((tx) => findOpenList(tx, groupId, UI_SCHEME)))!
    expect(made.number).toBe(`${list.number}R2`)
    const people = await at.funds.within((tx) => listListPeople(tx, made.id))
    expect(people.map((person) => person.standing)).toEqual(['refused', 'due'])
  })
})
