import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setBusinessNow } from '../../../platform/clock/public.ts'
import { integrityOf, type Integrity, openByHand } from '../../integrity/public.ts'
import { newId } from '../../values/public.ts'
import { listPayableClaims, makeBatch, withdrawBatch } from '../batches/contract.ts'
import { askBeforePayment } from '../batches/payment-checks.ts'
import { batchConstraintWords, batchRoutes } from '../batches/routes.ts'
import { asDatabaseOwner, refusalOf } from '../batches/testing.ts'
import { listBudgetLines } from '../budget/contract.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { budgetRoutes } from '../budget/routes.ts'
import { listClaimLines } from '../claims/people/store.ts'
import { type Claim, findClaim } from '../claims/store.ts'
import { endHoldsOf } from '../holds/ending.ts'
import { listHoldsOn } from '../holds/store.ts'
import { sendBack } from '../review/contract.ts'
import { reviewRoutes } from '../review/routes.ts'
import {
  type Desks,
  type FundsDatabase,
  givenBudgetLine,
  givenDesks,
  givenFundsDatabase,
  LIANDU,
  NOW,
  type Someone,
  testVault,
} from '../testing.ts'
import { givenApprovedClaim, givenPublished } from '../claims/testing.ts'
import { noticeChecks } from './checks.ts'
import {
  getNotice,
  listAwaitingNotice,
  listNotices,
  previewNotice,
  publishNotice,
  revealObjector,
  takeObjection,
} from './contract.ts'
import { endNotices } from './ending.ts'
import { findPublicNotice, listPublicNotices } from './public-list.ts'
import { noticeConstraintWords, noticeRoutes } from './routes.ts'

/** NOW is Monday 28 March 2022; five working days after it is Saturday 2 April, which is worked. */
const LAST_DAY = new Date('2022-04-02T02:00:00Z')
const DAY_AFTER = new Date('2022-04-03T02:00:00Z')

let funds: FundsDatabase
let desks: Desks
let integrity: Integrity
let clerk: Someone
let finance: Someone
beforeAll(async () => {
  funds = await givenFundsDatabase()
  integrity = integrityOf([...noticeChecks])
  const routes = [
    ...noticeRoutes({ vault: testVault }),
    ...batchRoutes({ integrity, vault: testVault, isDemonstration: () => false }),
    ...reviewRoutes(),
    ...budgetRoutes(),
  ]
  desks = await givenDesks(funds, routes, { ...noticeConstraintWords, ...batchConstraintWords })
  clerk = await desks.someone(['clerk'])
  finance = await desks.someone(['finance'])
  await funds.within((tx) => givenBudgetLine(tx))
})
afterAll(async () => {
  await desks.app.close()
  await funds.close()
})

const on = (day: Date) => funds.within((tx) => setBusinessNow(tx, day))
const approved = (people = 3) => funds.within((tx) => givenApprovedClaim(tx, { people }))
const seen = (claim: Claim) => ({
  params: { claimId: claim.id },
  body: { contentSha256: claim.contentSha256.toString('hex') },
})
const statusOf = async (claim: Claim) => (await funds.within((tx) => findClaim(tx, claim.id)))!.status
const linesOf = (claim: Claim) => funds.within((tx) => listClaimLines(tx, claim.id))
const objecting = async (noticeId: string, claimLineId: string, over: Record<string, unknown> = {}) =>
  clerk.call(takeObjection, {
    params: { noticeId },
    body: {
      claimLineId,
      receivedOn: '2022-03-29',
      channel: 'phone',
      said: '这个人没有去上课',
      objector: '群众甲 电话反映',
      ...over,
    },
  })

describe('a claim from before claims were put on notice', () => {
  it('is paid again what the bank gave back of it, and none that is not in a batch yet is paid without a notice', async () => {
    await on(NOW)
    const claim = await approved(2)
    const lines = await linesOf(claim)
    const refusals = async () => {
      const now = (await funds.within((tx) => findClaim(tx, claim.id)))!
      const [asked] = await funds.within((tx) => askBeforePayment(tx, integrity, [{ claim: now, lines }], NOW))
      return asked!.refusals.map(({ sentence }) => sentence.zh)
    }
    const become = (status: string) =>
      asDatabaseOwner({ funds }, (query) =>
        query('update funds.claims set status = $1 where id = $2', [status, claim.id]),
      )
    await become('payable')
    for (const said of await refusals()) expect(said).toContain('本单没有公示')
    expect(await refusals()).toHaveLength(4)
    await become('batched')
    expect(await refusals()).toEqual([])
    await become('approved')
  })
})

describe('an approved claim', () => {
  it('waits to be published, and is previewed as the public will read it', async () => {
    await on(NOW)
    const claim = await approved()
    const waiting = await clerk.call(listAwaitingNotice, { query: {} })
    expect(waiting.items.map((each) => each.claimId)).toContain(claim.id)
    const preview = await clerk.call(previewNotice, { params: { claimId: claim.id } })
    expect(preview).toMatchObject({ endsOn: '2022-04-02', workingDays: 5, mayNot: null, headCount: 3 })
    for (const row of preview.rows) {
      expect(row.maskedName).toMatch(/^.\*+.?$/)
      expect(row.maskedIdentity).toMatch(/^339901\*{10}[\dX]{2}$/)
    }
  })

  it('is published once, by whoever comes first', async () => {
    const claim = await approved()
    const { number, endsOn } = await clerk.call(publishNotice, seen(claim))
    expect({ number, endsOn }).toEqual({ number: expect.stringMatching(/^G-2022-\d{4}$/), endsOn: '2022-04-02' })
    expect(await statusOf(claim)).toBe('published')
    const again = await refusalOf(clerk.call(publishNotice, seen(claim)))
    expect(again).toMatchObject({ status: 409, code: 'not-approved' })
    expect(again.detail).toContain('公示中')
  })

  it('is not published when it is not what was seen, nor while a suspicion case freezes it', async () => {
    const claim = await approved()
    const other = { params: { claimId: claim.id }, body: { contentSha256: '0'.repeat(64) } }
    expect(await refusalOf(clerk.call(publishNotice, other))).toMatchObject({ code: 'content-changed' })
    await funds.within((tx) =>
      openByHand(
        tx,
        'class',
        { id: claim.groupId, organisationId: claim.organisationId },
        { reason: '来电举报', actor: clerk.actor, now: NOW },
      ),
    )
    expect(await refusalOf(clerk.call(publishNotice, seen(claim)))).toMatchObject({ code: 'frozen-by-case' })
  })

  it('cannot be paid before its notice has run, which ends by itself', async () => {
    const claim = await approved()
    const ask = () => finance.call(makeBatch, { body: { claimIds: [claim.id] } })
    expect(await refusalOf(ask())).toMatchObject({ code: 'claims-not-payable' })
    await clerk.call(publishNotice, seen(claim))
    expect(await refusalOf(ask())).toMatchObject({ code: 'claims-not-payable' })

    await on(LAST_DAY)
    await funds.within((tx) => endNotices(tx))
    expect(await statusOf(claim)).toBe('published')
    await on(DAY_AFTER)
    await funds.within((tx) => endNotices(tx))
    expect(await statusOf(claim)).toBe('payable')
    expect((await ask()).lineCount).toBe(3)
    await on(NOW)
  })
})

describe('the public', () => {
  it('reads a list while it is out, and afterwards only that it was', async () => {
    const claim = await approved()
    const notice = await funds.within((tx) => givenPublished(tx, claim))
    const read = () => funds.within((tx) => findPublicNotice(tx, notice.id, { limit: 2 }))
    const out = await read()
    expect(out.notice?.rows).toHaveLength(2)
    expect(out.notice?.next).toBe(String(out.notice?.rows[1]?.position))
    const listed = () => funds.within((tx) => listPublicNotices(tx, { limit: 100 }))
    expect((await listed()).map(({ id }) => id)).toContain(notice.id)
    await on(DAY_AFTER)
    expect(await read()).toEqual({ notice: null, until: '2022-04-02' })
    expect((await listed()).map(({ id }) => id)).not.toContain(notice.id)
    await on(NOW)
    expect(await funds.within((tx) => findPublicNotice(tx, newId(), { limit: 2 }))).toEqual({
      notice: null,
      until: null,
    })
  })

  it('is told nothing but masks: no name, number or account is kept with a list', async () => {
    const claim = await approved()
    const notice = await funds.within((tx) => givenPublished(tx, claim))
    const lines = await linesOf(claim)
    const kept = await asDatabaseOwner({ funds }, (query) =>
      query('select t::text as row from funds.public_notice_rows t where notice_id = $1', [notice.id]),
    )
    expect(kept.rows).toHaveLength(3)
    for (const { row } of kept.rows as { row: string }[]) {
      expect(lines.some((line) => row.includes(line.payeeName))).toBe(false)
      expect(row).not.toMatch(/\d{17}[\dX]/)
    }
  })
})

describe('an objection', () => {
  const published = async (people = 3) => {
    const claim = await approved(people)
    const notice = await funds.within((tx) => givenPublished(tx, claim))
    return { claim, notice, lines: await linesOf(claim) }
  }
  const run = async () => {
    await on(DAY_AFTER)
    await funds.within((tx) => endNotices(tx))
  }

  it('holds the one person and opens a case that freezes nobody else', async () => {
    const { claim, notice, lines } = await published()
    await on(new Date('2022-03-30T02:00:00Z'))
    const { caseId } = await objecting(notice.id, lines[1]!.id)
    const shown = await clerk.call(getNotice, { params: { noticeId: notice.id } })
    expect(shown.rows.map((row) => row.hold?.status ?? null)).toEqual([null, 'held', null])
    expect(shown.said).toMatchObject([{ named: true, channel: 'phone', position: lines[1]!.position }])
    const other = await approved()
    await clerk.call(publishNotice, seen(other))

    await run()
    expect(await statusOf(claim)).toBe('payable')
    const batch = await finance.call(makeBatch, { body: { claimIds: [claim.id] } })
    expect(batch.lineCount).toBe(2)
    const hold = (await funds.within((tx) => listHoldsOn(tx, [claim.id])))[0]
    expect(hold).toMatchObject({ caseId, claimLineId: lines[1]!.id, status: 'held' })
    await on(NOW)
  })

  it('cleared, lets the person be paid; standing, gives the money back to the line', async () => {
    const { claim, notice, lines } = await published()
    await on(new Date('2022-03-30T02:00:00Z'))
    const [cleared, stands] = [await objecting(notice.id, lines[0]!.id), await objecting(notice.id, lines[2]!.id)]
    const available = async () => BigInt((await finance.call(listBudgetLines, { query: {} })).items[0]!.availableFen)
    const before = await available()
    const conclude = (caseId: string, outcome: 'cleared' | 'excluded' | 'referred') =>
      funds.within((tx) => endHoldsOf(tx, { caseId, caseNumber: 'Y-2022-0001', outcome, now: tx.now }))
    await conclude(cleared.caseId, 'referred')
    await conclude(cleared.caseId, 'cleared')
    await conclude(stands.caseId, 'excluded')
    await conclude(stands.caseId, 'excluded')
    expect((await available()) - before).toBe(lines[2]!.amountFen)
    await run()
    const batch = await finance.call(makeBatch, { body: { claimIds: [claim.id] } })
    expect(batch).toMatchObject({ lineCount: 2, amountFen: String(lines[0]!.amountFen + lines[1]!.amountFen) })
    expect(await funds.within((tx) => recomputeBalances(tx))).toEqual([])
    await on(NOW)
  })

  it('cleared after the others were paid, lets the person be paid later, once', async () => {
    const { claim, notice, lines } = await published()
    await on(new Date('2022-03-30T02:00:00Z'))
    const { caseId } = await objecting(notice.id, lines[1]!.id)
    await run()
    await finance.call(makeBatch, { body: { claimIds: [claim.id] } })
    const waiting = async () =>
      (await finance.call(listPayableClaims)).lines
        .flatMap((line) => line.released)
        .filter(({ claimId }) => claimId === claim.id)
    expect(await waiting()).toEqual([])
    await funds.within((tx) => endHoldsOf(tx, { caseId, caseNumber: 'Y-2022-0003', outcome: 'cleared', now: tx.now }))
    const [released] = await waiting()
    expect(released).toMatchObject({ claimLineId: lines[1]!.id, amountFen: String(lines[1]!.amountFen), mayNot: null })
    const body = { claimIds: [], releasedIds: [released!.id] }
    expect(await finance.call(makeBatch, { body })).toMatchObject({ lineCount: 1 })
    expect(await waiting()).toEqual([])
    expect(await refusalOf(finance.call(makeBatch, { body }))).toMatchObject({ code: 'not-returned' })
    await on(NOW)
  })

  it('keeps the batch of the others from being withdrawn while the one person is paid in another', async () => {
    const { claim, notice, lines } = await published()
    await on(new Date('2022-03-30T02:00:00Z'))
    const { caseId } = await objecting(notice.id, lines[1]!.id)
    await run()
    const first = await finance.call(makeBatch, { body: { claimIds: [claim.id] } })
    await funds.within((tx) => endHoldsOf(tx, { caseId, caseNumber: 'Y-2022-0004', outcome: 'cleared', now: tx.now }))
    const [hold] = await funds.within((tx) => listHoldsOn(tx, [claim.id]))
    const second = await finance.call(makeBatch, { body: { claimIds: [], releasedIds: [hold!.id] } })
    const withdraw = ({ id: batchId }: { id: string }) =>
      finance.call(withdrawBatch, { params: { batchId }, body: { reason: '金额有误' } })

    const refused = await refusalOf(withdraw(first))
    expect(refused).toMatchObject({ status: 409, code: 'claims-in-another-batch' })
    expect(refused.items).toMatchObject([
      { at: claim.number, detail: expect.stringContaining(`批次 ${second.number}`) },
    ])
    expect(await statusOf(claim)).toBe('batched')

    // The other one first; then this one, and everybody waits to be paid again, once.
    await withdraw(second)
    await withdraw(first)
    expect(await statusOf(claim)).toBe('payable')
    expect(await finance.call(makeBatch, { body: { claimIds: [claim.id] } })).toMatchObject({ lineCount: 3 })
    expect(await funds.within((tx) => recomputeBalances(tx))).toEqual([])
    await on(NOW)
  })

  it('that leaves nobody returns the claim and its money', async () => {
    const { claim, notice, lines } = await published(1)
    await on(new Date('2022-03-30T02:00:00Z'))
    const { caseId } = await objecting(notice.id, lines[0]!.id)
    await funds.within((tx) => endHoldsOf(tx, { caseId, caseNumber: 'Y-2022-0009', outcome: 'excluded', now: tx.now }))
    expect(await statusOf(claim)).toBe('returned')
    expect(await funds.within((tx) => recomputeBalances(tx))).toEqual([])
    await on(NOW)
  })

  it('is refused after the last day, before the first, and once the claim has moved on', async () => {
    const { claim, notice, lines } = await published()
    await on(DAY_AFTER)
    const late = await refusalOf(objecting(notice.id, lines[0]!.id, { receivedOn: '2022-04-03' }))
    expect(late).toMatchObject({ code: 'objection-too-late' })
    expect(late.detail).toContain('2022-04-02')
    expect(await refusalOf(objecting(notice.id, lines[0]!.id, { receivedOn: '2022-03-27' }))).toMatchObject({
      code: 'objection-not-yet',
    })
    await funds.within((tx) => endNotices(tx))
    await finance.call(makeBatch, { body: { claimIds: [claim.id] } })
    expect(await refusalOf(objecting(notice.id, lines[0]!.id))).toMatchObject({ code: 'objection-moved-on' })
    expect(await funds.within((tx) => listHoldsOn(tx, [claim.id]))).toEqual([])
    await on(NOW)
  })

  it('to somebody already held joins the first one’s case', async () => {
    const { notice, lines } = await published()
    await on(new Date('2022-03-30T02:00:00Z'))
    const first = await objecting(notice.id, lines[0]!.id)
    const second = await objecting(notice.id, lines[0]!.id, { channel: 'letter', objector: '' })
    expect(second.caseId).toBe(first.caseId)
    await on(NOW)
  })

  it('keeps who objected sealed, and shows it for a reason that is recorded', async () => {
    const { notice, lines } = await published()
    await on(new Date('2022-03-30T02:00:00Z'))
    const { id } = await objecting(notice.id, lines[0]!.id, { objector: '群众乙 南明湖边' })
    const kept = await asDatabaseOwner({ funds }, (query) =>
      query(`select o::text as row from funds.objections o where id = $1`, [id]),
    )
    expect(JSON.stringify(kept.rows)).not.toContain('南明湖')
    const answer = await clerk.call(revealObjector, {
      params: { noticeId: notice.id, objectionId: id },
      body: { reason: '回访反映人' },
    })
    expect(answer.objector).toBe('群众乙 南明湖边')
    const acts = await funds.within(async (tx) =>
      sql<{
        act: string
      }>`select act from record.acts where district = ${LIANDU} and subject_id = ${notice.id}`.execute(tx.db),
    )
    expect(acts.rows.map(({ act }) => act)).toContain('public-notice.objector-revealed')
    await on(NOW)
  })

  it('is not told to the provider, who reads the list', async () => {
    const { claim, notice, lines } = await published()
    await on(new Date('2022-03-30T02:00:00Z'))
    await objecting(notice.id, lines[0]!.id)
    const provider = await desks.someone(['provider'], { organisationId: claim.organisationId })
    const shown = await provider.call(getNotice, { params: { noticeId: notice.id } })
    expect({ said: shown.said, holds: shown.rows.filter((row) => row.hold) }).toEqual({ said: [], holds: [] })
    const stranger = await desks.someone(['provider'], { organisationId: newId() })
    expect(await refusalOf(stranger.call(getNotice, { params: { noticeId: notice.id } }))).toMatchObject({
      status: 404,
    })
    expect((await stranger.call(listNotices, { query: {} })).items).toEqual([])
    await on(NOW)
  })
})

describe('a published claim that is sent back', () => {
  it('has its list taken down and its money back, without what was dropped already', async () => {
    const claim = await approved()
    const notice = await funds.within((tx) => givenPublished(tx, claim))
    const lines = await linesOf(claim)
    await on(new Date('2022-03-30T02:00:00Z'))
    const { caseId } = await objecting(notice.id, lines[0]!.id)
    await funds.within((tx) => endHoldsOf(tx, { caseId, caseNumber: 'Y-2022-0002', outcome: 'excluded', now: tx.now }))
    await finance.call(sendBack, {
      params: { claimId: claim.id },
      body: { reasons: ['名单有误'], contentSha256: claim.contentSha256.toString('hex') },
    })
    expect(await statusOf(claim)).toBe('returned')
    expect(await funds.within((tx) => findPublicNotice(tx, notice.id, { limit: 5 }))).toEqual({
      notice: null,
      until: null,
    })
    expect(await funds.within((tx) => recomputeBalances(tx))).toEqual([])
    await on(NOW)
  })
})

describe('the checks before payment', () => {
  it('refuse a list that somebody changed behind the application', async () => {
    const claim = await approved()
    const notice = await funds.within((tx) => givenPublished(tx, claim))
    await on(DAY_AFTER)
    await funds.within((tx) => endNotices(tx))
    await asDatabaseOwner({ funds }, (query) =>
      query(`update funds.public_notice_rows set amount_fen = amount_fen + 1 where notice_id = $1 and position = 1`, [
        notice.id,
      ]),
    )
    const refused = await refusalOf(finance.call(makeBatch, { body: { claimIds: [claim.id] } }))
    expect(refused).toMatchObject({ code: 'checks-before-payment' })
    expect(refused.items).toHaveLength(3)
    expect(refused.items[0]!.detail).toContain('公示名单与公示时不一致')
    await on(NOW)
  })
})
