import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../../platform/contract/public.ts'
import { integrityOf } from '../../integrity/public.ts'
import { brokenConstraint } from '../../../platform/db/public.ts'
import { outboxOf } from '../../../platform/outbox/public.ts'
import { listActs } from '../../record/public.ts'
import { makeBatch } from '../batches/contract.ts'
import { batchConstraintWords, batchRoutes } from '../batches/routes.ts'
import { asDatabaseOwner } from '../batches/testing.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { findLine } from '../budget/store.ts'
import { assembleAgain, getClaim, waitingClaims } from '../claims/contract.ts'
import { claimReactions } from '../claims/reactions.ts'
import { claimConstraintWords, claimRoutes } from '../claims/routes.ts'
import { type Claim, findClaim } from '../claims/store.ts'
import { insertHand } from '../duties/store.ts'
import { listStatusEvents } from '../status/store.ts'
import {
  givenDrawn,
  carryOn,
  givenApprovedClaim,
  givenPayableClaim,
  givenClaim,
  givenConfirmedClaim,
  settledClass,
} from '../claims/testing.ts'
import {
  type Desks,
  type FundsDatabase,
  givenBudgetLine,
  givenDesks,
  givenFundsDatabase,
  LIANDU,
  type Someone,
  testVault,
} from '../testing.ts'
import { settlingNeeds } from '../deciding/testing.ts'
import { initialReview, secondReview, sendBack } from './contract.ts'
import { reviewConstraintWords, reviewRoutes } from './routes.ts'

const REASON = '序号1开户行含有分隔符,请更正。'

let funds: FundsDatabase
let desks: Desks
let lineId: string
let [clerk, reviewer, finance]: Someone[] = []
beforeAll(async () => {
  funds = await givenFundsDatabase()
  const routes = [
    ...claimRoutes(settlingNeeds()),
    ...reviewRoutes(),
    ...batchRoutes({ integrity: integrityOf([]), vault: testVault, isDemonstration: () => false }),
  ]
  desks = await givenDesks(funds, routes, {
    ...claimConstraintWords,
    ...reviewConstraintWords,
    ...batchConstraintWords,
  })
  lineId = await funds.within((tx) => givenBudgetLine(tx))
  clerk = await desks.someone(['clerk'])
  reviewer = await desks.someone(['reviewer'])
  finance = await desks.someone(['finance'])
})
afterAll(async () => {
  await desks.app.close()
  await funds.close()
})

const asked = (claim: Pick<Claim, 'id' | 'contentSha256'>, reasons = [REASON]) => ({
  params: { claimId: claim.id },
  body: { reasons, contentSha256: claim.contentSha256.toString('hex') },
})
const passing = (claim: Claim) => ({
  params: { claimId: claim.id },
  body: { outcome: 'passed' as const, reasons: [], contentSha256: claim.contentSha256.toString('hex') },
})
const approved = () => funds.within((tx) => givenApprovedClaim(tx))
const payable = () => funds.within((tx) => givenPayableClaim(tx))
const line = async () => (await funds.within((tx) => findLine(tx, lineId)))!
const head = (claim: Pick<Claim, 'id'>, by = finance!) => by.call(getClaim, { params: { claimId: claim.id } })
const refusalOf = (given: Promise<unknown>) =>
  given.then(
    () => expect.fail('not refused'),
    (error: unknown) => (error as Refusal).problem,
  )
/** Changes a bank's name as only the owner of the database could: accounts are never changed by the application. */
const bankBecomes = (claim: Claim, name: string) =>
  asDatabaseOwner({ funds }, (query) =>
    query(
      `update people.bank_accounts set bank_name = $1 where id =
       (select bank_account_id from funds.claim_lines where claim_id = $2 and position = 1)`,
      [name, claim.id],
    ),
  )

describe('an approved claim that is in no batch', () => {
  it('is sent back with its reasons: its money is available again, and act, event and review say so', async () => {
    const claim = await approved()
    const before = await line()
    expect((await head(claim)).sendBack).toEqual({ mayNot: null })
    expect(await finance!.call(sendBack, asked(claim))).toEqual({ status: 'returned' })
    const after = await line()
    expect(before.committedFen - after.committedFen).toBe(claim.amountFen)
    expect(after.availableFen - before.availableFen).toBe(claim.amountFen)
    expect(await funds.within(recomputeBalances)).toEqual([])
    const events = await funds.within((tx) => listStatusEvents(tx, claim.id))
    expect(events.at(-1)).toMatchObject({ from: 'approved', to: 'returned', note: REASON })
    const acts = await funds.within((tx) => listActs(tx, 'claim', claim.id))
    expect(acts.at(-1)).toMatchObject({ act: 'claim.sent-back', detail: { number: claim.number, reasons: [REASON] } })
    const shown = await head(claim)
    expect(shown.sendBack).toBeNull()
    expect(shown.history.at(-1)).toMatchObject({ duty: 'sending-back', to: 'returned', reasons: [REASON] })
  })

  it('waits afterwards, with every reason, until a clerk assembles it again; then it waits no more', async () => {
    const claim = await approved()
    await finance!.call(sendBack, asked(claim))
    await outboxOf(funds.connection.db, claimReactions(settlingNeeds()), (error) => expect.fail(String(error))).drain(
      LIANDU,
    )
    const waits = async () => (await clerk!.call(waitingClaims)).items.filter((wait) => wait.groupId === claim.groupId)
    expect(await waits()).toMatchObject([
      { reason: 'returned', headCount: 2, because: [{ zh: `申领单 ${claim.number}` }, { zh: REASON }] },
    ])
    const made = await clerk!.call(assembleAgain, { params: { claimId: claim.id } })
    expect(made.number).not.toBe(claim.number)
    expect(await waits()).toEqual([])
    const again = await funds.within((tx) => findClaim(tx, made.id))
    expect(again).toMatchObject({ status: 'assembled', headCount: 2, amountFen: claim.amountFen })
    expect(await funds.within(recomputeBalances)).toEqual([])
  })

  it('is sent back by whoever has had no other duty on it, and the database agrees', async () => {
    const claim = await funds.within((tx) => givenConfirmedClaim(tx))
    const both = await desks.someone(['reviewer', 'finance'])
    await clerk!.call(initialReview, passing(claim))
    await funds.within((tx) => givenDrawn(tx, claim.id, both.actor.personId))
    await both.call(secondReview, passing(claim))
    await funds.within((tx) => carryOn(tx, claim))
    expect((await head(claim, both)).sendBack?.mayNot?.zh).toContain('您已承担过复核')
    expect(await refusalOf(both.call(sendBack, asked(claim)))).toMatchObject({
      status: 409,
      code: 'one_person_one_duty_on_a_claim',
    })
    const hand = { personId: both.actor.personId, duty: 'sending-back' as const }
    const taken = funds.within((tx) => insertHand(tx, claim.id, hand)).catch((error: unknown) => error)
    expect(brokenConstraint(await taken)).toBe('one_person_one_duty_on_a_claim')
    expect(await refusalOf(clerk!.call(sendBack, asked(claim)))).toMatchObject({ status: 403 })
    expect((await head(claim, clerk)).sendBack?.mayNot?.zh).toContain('由复核岗或财务岗办理')
    expect(await finance!.call(sendBack, asked(claim))).toEqual({ status: 'returned' })
  })

  it('needs a reason, and what was seen must be what it says', async () => {
    const claim = await approved()
    expect(await refusalOf(finance!.call(sendBack, asked(claim, [])))).toMatchObject({ status: 422 })
    const other = { ...asked(claim), body: { reasons: [REASON], contentSha256: '0'.repeat(64) } }
    expect(await refusalOf(finance!.call(sendBack, other))).toMatchObject({ code: 'content-changed' })
  })

  it('is sent back or put into a batch, never both', async () => {
    const claim = await payable()
    const other = await desks.someone(['finance'])
    const outcomes = await Promise.allSettled([
      finance!.call(sendBack, asked(claim)),
      other.call(makeBatch, { body: { claimIds: [claim.id] } }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await funds.within(recomputeBalances)).toEqual([])
  })

  it('has no way back before its approval, nor once it is in a batch', async () => {
    const early = await funds.within((tx) => givenClaim(tx))
    expect((await head(early)).sendBack).toBeNull()
    expect(await refusalOf(finance!.call(sendBack, asked(early)))).toMatchObject({ code: 'not-approved' })
    const batched = await payable()
    await finance!.call(makeBatch, { body: { claimIds: [batched.id] } })
    const other = await desks.someone(['finance'])
    expect((await refusalOf(other.call(sendBack, asked(batched)))).detail).toContain('现为“支付中”')
  })
})

describe('what the bank’s list cannot hold', () => {
  it('holds that person back when the claim is assembled, with what to correct, and pays the others', async () => {
    const { claim, people } = await settledClass(funds, [{ bankName: '浙江农商银行,莲都支行' }, {}, {}])
    expect(claim).toMatchObject({ headCount: 2, heldCount: 1, amountFen: 200_000n })
    expect(people[0]).toMatchObject({ standing: 'held', reasons: [{ from: 'check', id: 'bank-list.bankName' }] })
    expect(people[0]?.reasons[0]?.sentence.zh).toMatch(/^序号 1 的开户行\(王\*.\)含有清单的分隔符“,”.*由机构更正/)
    expect((await head(claim!)).bankProblems).toEqual([])
  })

  it('leaves a class waiting with the reason where nobody is left to be paid', async () => {
    const { claim, groupId } = await settledClass(funds, [{ bankName: '浙江𠮷银行' }])
    expect(claim).toBeUndefined()
    const wait = (await clerk!.call(waitingClaims)).items.find((each) => each.groupId === groupId)
    expect(wait).toMatchObject({ reason: 'nobody-due', because: [{ zh: expect.stringContaining('“𠮷”') }] })
  })

  it('is shown before anything is pressed, and stops a pass at both reviews, not a return', async () => {
    const claim = await funds.within((tx) => givenConfirmedClaim(tx))
    await bankBecomes(claim, '浙江;农商,银行')
    const shown = await head(claim, clerk)
    expect(shown.bankProblems.map(({ zh }) => zh)).toEqual([expect.stringContaining('含有清单的分隔符“,”')])
    expect(shown.mayNotPass?.zh).toContain('银行代发清单写不下')
    const refused = await refusalOf(clerk!.call(initialReview, passing(claim)))
    expect(refused).toMatchObject({ status: 409, code: 'bank-list-cannot-hold', items: [{ at: claim.number }] })

    await bankBecomes(claim, '浙江农商银行')
    await clerk!.call(initialReview, passing(claim))
    await funds.within((tx) => givenDrawn(tx, claim.id, reviewer!.actor.personId))
    await bankBecomes(claim, '浙江,银行')
    expect(await refusalOf(reviewer!.call(secondReview, passing(claim)))).toMatchObject({
      code: 'bank-list-cannot-hold',
    })
    const back = {
      ...passing(claim),
      body: { ...passing(claim).body, outcome: 'returned' as const, reasons: [REASON] },
    }
    expect(await reviewer!.call(secondReview, back)).toEqual({ status: 'returned' })
  })

  it('is never a dead end: approved, it is refused by the batch, sent back, and assembled without that person', async () => {
    const claim = await payable()
    await bankBecomes(claim, '浙江,银行')
    const refused = await refusalOf(finance!.call(makeBatch, { body: { claimIds: [claim.id] } }))
    expect(refused.items).toEqual([{ at: claim.number, detail: (await head(claim)).bankProblems[0]?.zh }])
    await finance!.call(sendBack, asked(claim))
    const made = await clerk!.call(assembleAgain, { params: { claimId: claim.id } })
    expect(await head(made)).toMatchObject({ headCount: 1, heldCount: 1, bankProblems: [] })
  })
})
