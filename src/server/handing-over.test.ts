import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planSampleClass } from '../../demo/sample-class.ts'
import {
  acceptInvitation,
  endRole,
  getAccount,
  grantRole,
  handOver,
  inviteAccount,
  listAccounts,
  openWork,
} from '../kernel/access/accounts/contract.ts'
import { whoAmI } from '../kernel/access/contract.ts'
import { delegationChoices, giveDelegation, listDelegations } from '../kernel/access/delegations/contract.ts'
import type { Role } from '../kernel/access/public.ts'
import { getBatch, makeBatch, signBatch, withdrawBatch } from '../kernel/funds/batches/contract.ts'
import { getClaim } from '../kernel/funds/claims/contract.ts'
import { listClaimPeople } from '../kernel/funds/claims/people/store.ts'
import { carryOn, givenClaim, givenDrawn, givenPayableClaim } from '../kernel/funds/claims/testing.ts'
import { insertHand } from '../kernel/funds/duties/store.ts'
import { answerReport, listReports } from '../kernel/funds/reports/contract.ts'
import { makeReport } from '../kernel/funds/reports/making.ts'
import { givenBudgetLine, NOW, testKeys } from '../kernel/funds/testing.ts'
import { getCase, openCase, takeCase } from '../kernel/integrity/cases/contract.ts'
import { civilDateOf, identityCheckDigit } from '../kernel/values/public.ts'
import { setBusinessNow } from '../platform/clock/public.ts'
import { call, Refusal } from '../platform/contract/public.ts'
import { brokenConstraint, inDistrict, type Tx } from '../platform/db/public.ts'
import { givenHouse, LIANDU, signInAt, type Someone, type TestHouse } from './testing.ts'

const PASSWORD = 'a quiet valley in spring'
type Colleague = Someone & { readonly accountId: string; readonly personId: string }

let house: TestHouse
let owner: pg.Client
let admin: Someone
/** Whoever leaves: a clerk who also reviews, makes batches and signs, in an office of few. */
let leaver: Colleague
let [clerk, finance, bound]: Colleague[] = []
const ids = { caseId: '', drawnId: '', keptId: '', signedId: '', delegationId: '', reportId: '' }

const within = <T>(work: (tx: Tx) => Promise<T>) => inDistrict(house.connection.db, LIANDU, work)
const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}

let born = 0
async function colleague(accountName: string, personName: string, roles: Role[]): Promise<Colleague> {
  born += 1
  const digits = `33990119870102${String(700 + born)}`
  const { accountId, token } = await admin.call(inviteAccount, {
    body: {
      accountName,
      personName,
      identityNumber: digits + identityCheckDigit(digits),
      organisationId: null,
      roles,
      from: '2026-01-01',
      to: null,
      reason: '莲人社人〔2026〕3号',
    },
  })
  const anyone = { district: LIANDU, locale: 'zh' as const, origin: house.address }
  await call(anyone, acceptInvitation, { body: { token, password: PASSWORD } })
  const someone = await signInAt(house.address, accountName, LIANDU, 'zh', PASSWORD)
  const { rows } = await owner.query('select person_id from access.accounts where id = $1', [accountId])
  return { cookie: someone.cookie, call: someone.call, accountId, personId: rows[0].person_id }
}

/** A batch of one payable claim. */
const batchOf = async (by: Someone, claimId: string) => (await by.call(makeBatch, { body: { claimIds: [claimId] } })).id

beforeAll(async () => {
  house = await givenHouse(testKeys)
  owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
  admin = await house.as('admin')
  await within((tx) => setBusinessNow(tx, NOW))
  leaver = await colleague('shen', '沈舟', ['clerk', 'finance', 'approver'])
  clerk = await colleague('lan', '蓝岚', ['clerk'])
  finance = await colleague('mei', '梅雪', ['finance'])
  bound = await colleague('qiu', '邱实', ['finance'])
  await within((tx) => givenBudgetLine(tx))

  const { classId } = await planSampleClass((await house.as('school')).call)
  ids.caseId = (await leaver.call(openCase, { body: { groupId: classId, reason: '回访时有学员称未参加培训。' } })).id
  await leaver.call(takeCase, { params: { caseId: ids.caseId } })

  const passed = await within(async (tx) => carryOn(tx, await givenClaim(tx), { to: 'first-passed' }))
  await within((tx) => givenDrawn(tx, passed.id, leaver.personId))
  ids.drawnId = passed.id

  const [kept, signed] = [await within((tx) => givenPayableClaim(tx)), await within((tx) => givenPayableClaim(tx))]
  ids.keptId = await batchOf(leaver, kept.id)
  await within((tx) => insertHand(tx, kept.id, { personId: bound!.personId, duty: 'sending-back' }))
  ids.signedId = await batchOf(finance, signed.id)
  const { batch } = await leaver.call(getBatch, { params: { batchId: ids.signedId } })
  await leaver.call(signBatch, { params: { batchId: batch.id }, body: { contentSha256: batch.contentSha256 } })

  const { deputies } = await leaver.call(delegationChoices)
  const deputy = deputies.find(({ posts }) => posts.includes('deputy-director'))!
  const standIn = { absentPersonId: leaver.personId, deputyPersonId: deputy.personId, posts: ['approver' as const] }
  const days = { from: '2022-04-01', to: '2022-12-31', reason: '年休假' }
  ids.delegationId = (await leaver.call(giveDelegation, { body: { ...standIn, ...days } })).id

  const [person] = await within((tx) => listClaimPeople(tx, signed.id))
  const told = { claimId: signed.id, personId: person!.personId, decisionId: person!.decisionId }
  await within((tx) =>
    makeReport(tx, { ...told, kind: 'account', said: '银行卡销户了', formKey: 'form-of-whoever-leaves' }),
  )
  ids.reportId = (await leaver.call(listReports)).items[0]!.id
}, 180_000)
afterAll(async () => {
  await owner.end()
  await house.close()
})

const params = () => ({ accountId: leaver.accountId })
const workOf = async () => (await admin.call(openWork, { params: params() })).work
const hand = (over: object) =>
  admin.call(handOver, {
    params: params(),
    body: { successorAccountId: clerk!.accountId, leaves: true, reason: '调离', ...over },
  })

describe('whoever leaves with open work', () => {
  it('has it listed kind by kind, each with who may take it over and why others may not', async () => {
    const work = await workOf()
    const listed = Object.fromEntries(work.map(({ kind, count, items }) => [kind, { count, page: items[0]!.page }]))
    expect(listed).toEqual({
      case: { count: 1, page: `/cases/${ids.caseId}` },
      'second-review': { count: 1, page: `/claims/${ids.drawnId}` },
      batch: { count: 1, page: `/batches/${ids.keptId}` },
      signature: { count: 1, page: `/batches/${ids.signedId}` },
      delegation: { count: 1, page: '/delegations' },
      report: { count: 1, page: '/reports' },
    })
    const of = (kind: string) => work.find((each) => each.kind === kind)!
    const whyNot = (kind: string, who: Colleague) =>
      of(kind)
        .takers!.find(({ accountId }) => accountId === who.accountId)!
        .mayNot.map(({ because }) => because.zh)
    expect(whyNot('case', clerk!)).toEqual([])
    expect(whyNot('case', finance!)).toEqual(['其岗位不办理疑点处置'])
    expect(whyNot('batch', finance!)).toEqual([])
    expect(whyNot('batch', clerk!)).toEqual(['其岗位不制作支付批次'])
    expect(whyNot('batch', bound!)).toEqual([expect.stringContaining('您已')])
    expect(of('second-review').takers).toBeNull()
    expect(of('report').colleagues!.map(({ name }) => name)).toContain('蓝*')
    expect(of('signature').colleagues!.length).toBeGreaterThan(0)
  })

  it('hands nothing to somebody who may not hold it, and nothing at all meanwhile', async () => {
    const refused = await refusal(hand({}))
    expect(refused).toMatchObject({ status: 422, code: 'successor-cannot-hold' })
    expect(refused.items.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^制单的批次 \S+ 不能由蓝\*接手:其岗位不制作支付批次$/),
    ])
    const dutiful = await refusal(hand({ takers: [{ kind: 'batch', accountId: bound!.accountId }] }))
    expect(dutiful.items[0]!.detail).toContain('不能由邱*接手')
    const unknown = await refusal(hand({ takers: [{ kind: 'report', accountId: clerk!.accountId }] }))
    expect(unknown).toMatchObject({ code: 'no-such-work' })
    expect(await leaver.call(whoAmI)).toMatchObject({ roles: ['clerk', 'approver', 'finance'] })
  })

  it('is shut out with a sentence, and each piece of work is where it was handed', async () => {
    expect(await hand({ takers: [{ kind: 'batch', accountId: finance!.accountId }] })).toEqual({ passed: 6 })

    const used = await refusal(leaver.call(listReports))
    expect(used).toMatchObject({ status: 401, code: 'left' })
    expect(used.detail).toBe('您的账号已办理离岗交接,不再使用,手上的事项已交出。如有疑问请找系统管理员。')

    const found = await clerk!.call(getCase, { params: { caseId: ids.caseId } })
    expect(found.owner?.name).toBe('蓝*')
    expect(found.events.at(-1)).toMatchObject({ what: 'handed-over' })
    const drawn = (await clerk!.call(getClaim, { params: { claimId: ids.drawnId } })).draws
    expect(drawn.map(({ way }) => way).slice(0, 2)).toEqual(['drawn', 'named'])
    expect(drawn[0]!.who!.name).not.toBe('沈*')
    const { items } = await clerk!.call(listDelegations)
    expect(items.find(({ id }) => id === ids.delegationId)).toMatchObject({ state: 'ended' })
    const reported = { params: { reportId: ids.reportId }, body: { answer: '账户已更正,款项将重新支付。' } }
    await clerk!.call(answerReport, reported)

    // The signature stands: one more, by another, and the batch is signed.
    const { batch } = await finance!.call(getBatch, { params: { batchId: ids.signedId } })
    expect(batch.status).toBe('half-signed')
    const approver = await house.as('approver')
    await approver.call(signBatch, { params: { batchId: batch.id }, body: { contentSha256: batch.contentSha256 } })
    expect((await finance!.call(getBatch, { params: { batchId: ids.signedId } })).batch.status).toBe('signed')

    const { handOvers } = await admin.call(getAccount, { params: params() })
    expect(handOvers).toMatchObject([{ leaves: true, to: '蓝*' }])
    const { rows } = await owner.query('select work from access.hand_overs where account_id = $1', [leaver.accountId])
    expect(rows[0].work).toContainEqual({ kind: 'batch', ids: [ids.keptId], to: finance!.accountId })
  })

  it('leaves a batch to one person alone, who has it in hand as its maker and never signs it', async () => {
    const reason = { params: { batchId: ids.keptId }, body: { reason: '金额有误' } }
    expect(await refusal(bound!.call(withdrawBatch, reason))).toMatchObject({ code: 'withdrawn_by_a_keeper' })
    const { rows } = await owner.query('select claim_id from funds.batch_claims where batch_id = $1', [ids.keptId])
    const signing = await owner
      .query(
        `insert into funds.claim_hands (district, claim_id, person_id, duty) values ($1, $2, $3, 'batch-signing')`,
        [LIANDU, rows[0].claim_id, finance!.personId],
      )
      .then(() => undefined, brokenConstraint)
    expect(signing).toBe('who_signs_has_only_passed_it')
    await finance!.call(withdrawBatch, reason)
    expect((await finance!.call(getBatch, { params: { batchId: ids.keptId } })).batch.status).toBe('withdrawn')
  })
})

describe('work that was handed to nobody', () => {
  it('is taken by whoever may, once its owner is gone', async () => {
    const reviewer = await house.as('reviewer')
    const caseIs = { params: { caseId: ids.caseId } }
    expect((await reviewer.call(getCase, caseIs)).may.take).toBe(false)
    expect((await refusal(reviewer.call(takeCase, caseIs))).code).toBe('case-owner')
    await admin.call(handOver, {
      params: { accountId: clerk!.accountId },
      body: { successorAccountId: null, leaves: false, reason: '换岗' },
    })
    expect(await refusal(clerk!.call(whoAmI))).toMatchObject({ status: 401, code: 'changed-post' })
    expect((await reviewer.call(getCase, caseIs)).may.take).toBe(true)
    await reviewer.call(takeCase, caseIs)
    expect((await reviewer.call(getCase, caseIs)).may.handOver).toBe(true)
  })
})

describe('an account whose last post has ended', () => {
  it('is let in no more, and told whom to ask; in the session that was open too', async () => {
    const signIn = () => signInAt(house.address, 'lan', LIANDU, 'zh', PASSWORD)
    const refused = await refusal(signIn())
    expect(refused).toMatchObject({ status: 403, code: 'no-role' })
    expect(refused.detail).toBe('账号“lan”现在没有任何岗位,不能办理业务。请找系统管理员授予岗位后再登录。')
    const body = { role: 'clerk' as const, from: civilDateOf(new Date()), to: null, reason: '回来' }
    const { id: grantId } = await admin.call(grantRole, { params: { accountId: clerk!.accountId }, body })
    const again = await signIn()
    expect(await again.call(whoAmI)).toMatchObject({ post: { zh: '经办岗' } })
    await admin.call(endRole, { params: { accountId: clerk!.accountId, grantId }, body: { reason: '结束' } })
    expect(await refusal(again.call(whoAmI))).toMatchObject({ status: 403, code: 'no-role' })
    const { items } = await admin.call(listAccounts, { query: { state: 'without-role' } })
    expect(items.map(({ name }) => name)).toContain('lan')
  })
})
