import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../../platform/contract/public.ts'
import { brokenConstraint } from '../../../platform/db/public.ts'
import { outboxOf } from '../../../platform/outbox/public.ts'
import { recordFacts } from '../../policy/public.ts'
import { listActs } from '../../record/public.ts'
import { newId } from '../../values/public.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { budgetConstraintWords } from '../budget/routes.ts'
import { findLine } from '../budget/store.ts'
import { claimReactions } from '../claims/reactions.ts'
import { type Claim, findClaim } from '../claims/store.ts'
import { listStatusEvents } from '../status/store.ts'
import { givenDrawn, carryOn, claimOfGroup, givenConfirmedClaim, settle, settledClass } from '../claims/testing.ts'
import { corrected, settlingNeeds } from '../deciding/testing.ts'
import {
  type Desks,
  type FundsDatabase,
  givenBudgetLine,
  givenDesks,
  givenFundsDatabase,
  givenPeople,
  LIANDU,
  type Someone,
} from '../testing.ts'
import { approval, initialReview, secondReview } from './contract.ts'
import { reviewConstraintWords, reviewRoutes } from './routes.ts'
import { insertHand } from '../duties/store.ts'

let funds: FundsDatabase
let desks: Desks
let lineId: string
let clerk: Someone
let reviewer: Someone
let approver: Someone
beforeAll(async () => {
  funds = await givenFundsDatabase()
  desks = await givenDesks(funds, reviewRoutes(), { ...reviewConstraintWords, ...budgetConstraintWords })
  lineId = await funds.within((tx) => givenBudgetLine(tx))
  clerk = await desks.someone(['clerk'])
  reviewer = await desks.someone(['reviewer'])
  approver = await desks.someone(['approver'])
})
afterAll(async () => {
  await desks.app.close()
  await funds.close()
})

const given = () => funds.within((tx) => givenConfirmedClaim(tx))
const asked = (claim: Claim, outcome: 'passed' | 'returned' = 'passed', reasons: string[] = []) => ({
  params: { claimId: claim.id },
  body: { outcome, reasons, contentSha256: claim.contentSha256.toString('hex') },
})
const drawn = (claim: Claim, someone = reviewer) =>
  funds.within((tx) => givenDrawn(tx, claim.id, someone.actor.personId))
const line = async () => (await funds.within((tx) => findLine(tx, lineId)))!
const refusalOf = (given: Promise<unknown>) =>
  given.then(
    () => expect.fail('not refused'),
    (error: unknown) => (error as Refusal).problem,
  )

describe('the two reviews and the approval', () => {
  it('carry a claim on, and commit its money when it is approved', async () => {
    const claim = await given()
    const before = await line()
    expect(await clerk.call(initialReview, asked(claim))).toEqual({ status: 'first-passed' })
    await drawn(claim)
    expect(await reviewer.call(secondReview, asked(claim))).toEqual({ status: 'second-passed' })
    expect(await line()).toEqual(before)
    expect(await approver.call(approval, asked(claim))).toEqual({ status: 'approved' })
    const after = await line()
    expect(before.reservedFen - after.reservedFen).toBe(claim.amountFen)
    expect(after.committedFen - before.committedFen).toBe(claim.amountFen)
    expect(await funds.within(recomputeBalances)).toEqual([])
    const events = await funds.within((tx) => listStatusEvents(tx, claim.id))
    expect(events.map(({ from, to, personId }) => [from, to, personId])).toEqual([
      [null, 'assembled', null],
      ['assembled', 'confirmed', events[1]!.personId],
      ['confirmed', 'first-passed', clerk.actor.personId],
      ['first-passed', 'second-passed', reviewer.actor.personId],
      ['second-passed', 'approved', approver.actor.personId],
    ])
    const acts = await funds.within((tx) => listActs(tx, 'claim', claim.id))
    expect(acts.map((each) => each.act)).toEqual([
      'claim.assembled',
      'claim.confirmation.confirmed',
      'claim.initial-review.passed',
      'claim.second-reviewer.none',
      'claim.second-review.passed',
      'claim.approval.passed',
    ])
  })

  it('are given in their order, each once', async () => {
    const claim = await given()
    expect(await refusalOf(reviewer.call(secondReview, asked(claim)))).toMatchObject({
      status: 409,
      detail: '本件现为“待初审”,不在复核环节。请刷新后办理下一件。',
    })
    await clerk.call(initialReview, asked(claim))
    const other = await desks.someone(['clerk'])
    expect((await refusalOf(other.call(initialReview, asked(claim)))).detail).toContain('现为“待复核”')
  })

  it('are given by different people, whatever accounts they use', async () => {
    const claim = await given()
    const both = await desks.someone(['clerk', 'reviewer'])
    const otherAccount = await desks.someone(['reviewer'], { personId: both.actor.personId })
    await both.call(initialReview, asked(claim))
    for (const account of [both, otherAccount]) {
      expect(await refusalOf(account.call(secondReview, asked(claim)))).toMatchObject({
        status: 409,
        code: 'one_person_one_duty_on_a_claim',
        detail: '初审、复核和审批须由不同的人办理;您已办理过本件的初审',
      })
    }
    expect((await funds.within((tx) => findClaim(tx, claim.id)))?.status).toBe('first-passed')
  })

  it('are given by two different people in the database too', async () => {
    const claim = await given()
    const [person] = await funds.within((tx) => givenPeople(tx, 1))
    const hand = (duty: 'initial-review' | 'second-review') =>
      funds.within((tx) => insertHand(tx, claim.id, { personId: person!.personId, duty }))
    await hand('initial-review')
    expect(brokenConstraint(await hand('second-review').catch((error: unknown) => error))).toBe(
      'one_person_one_duty_on_a_claim',
    )

    // Nor can a review be written under a duty that the person does not hold, nor the hand be taken back.
    const review = sql`insert into funds.claim_reviews (district, id, claim_id, duty, outcome, person_id, account_id, content_sha256, business_at)
      values (${LIANDU}, ${newId()}, ${claim.id}, 'approval', 'passed', ${person!.personId}, ${newId()}, ${claim.contentSha256}, now())`
    const asApp = (statement: typeof review) =>
      funds.within((tx) => statement.execute(tx.db)).catch((error: unknown) => error)
    expect(brokenConstraint(await asApp(review))).toBe('a_reviewer_keeps_one_duty')
    expect(((await asApp(sql`delete from funds.claim_hands`)) as Error).message).toContain('permission denied')
    expect(((await asApp(sql`update funds.claim_hands set duty = 'second-review'`)) as Error).message).toContain(
      'permission denied',
    )
  })

  it('let one of two reviewers pass at the same moment', async () => {
    const claim = await given()
    const another = await desks.someone(['clerk'])
    const outcomes = await Promise.allSettled([clerk, another].map((each) => each.call(initialReview, asked(claim))))
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('are bound to the content that was seen', async () => {
    const claim = await given()
    const seenElse = { ...asked(claim).body, contentSha256: '0'.repeat(64) }
    expect(await refusalOf(clerk.call(initialReview, { params: { claimId: claim.id }, body: seenElse }))).toMatchObject(
      {
        status: 409,
        code: 'content-changed',
        detail: expect.stringMatching(/^内容已变化/),
      },
    )
  })

  it('are not given by who may not, nor on a claim of another district', async () => {
    const claim = await given()
    const finance = await desks.someone(['finance'])
    expect(await refusalOf(finance.call(initialReview, asked(claim)))).toMatchObject({ status: 403 })
    const elsewhere = await desks.someone(['clerk'], { district: 331121 })
    expect(await refusalOf(elsewhere.call(initialReview, asked(claim)))).toMatchObject({
      status: 404,
      detail: '没有这件申领单。',
    })
  })
})

describe('returning a claim', () => {
  it('tells every reason at once and gives the money back', async () => {
    const claim = await given()
    const before = await line()
    expect(await refusalOf(clerk.call(initialReview, asked(claim, 'returned')))).toMatchObject({ status: 422 })
    const reasons = ['考勤表原件不清晰,请重新扫描上传。', '部分银行账号与姓名不符,请更正。']
    expect(await clerk.call(initialReview, asked(claim, 'returned', reasons))).toEqual({ status: 'returned' })
    const after = await line()
    expect(after.availableFen - before.availableFen).toBe(claim.amountFen)
    expect(before.reservedFen - after.reservedFen).toBe(claim.amountFen)
    const events = await funds.within((tx) => listStatusEvents(tx, claim.id))
    expect(events.at(-1)).toMatchObject({ to: 'returned', note: reasons.join('\n') })
    expect(await funds.within(recomputeBalances)).toEqual([])
  })

  it('is open to the second reviewer as well', async () => {
    const claim = await given()
    const before = await line()
    await clerk.call(initialReview, asked(claim))
    await drawn(claim)
    await reviewer.call(secondReview, asked(claim, 'returned', ['缺签名']))
    expect((await line()).availableFen - before.availableFen).toBe(claim.amountFen)
  })
})

describe('records that changed after a claim was assembled', () => {
  it('stop a pass, and a return leads to a claim from the new records', async () => {
    const { facts, groupId, claim } = await settledClass(funds, [{}, {}])
    await funds.within((tx) => carryOn(tx, claim!, { to: 'confirmed' }))
    await funds.within((tx) => recordFacts(tx, [corrected(facts[0]!, { attended: 9 })]))
    await settle(funds, groupId)
    expect(await refusalOf(clerk.call(initialReview, asked(claim!)))).toMatchObject({
      code: 'facts-changed',
      detail: expect.stringMatching(/^内容已变化:本件生成后有 1 人的记录更新过/),
    })
    await clerk.call(initialReview, asked(claim!, 'returned', ['考勤已更正']))
    await outboxOf(funds.connection.db, claimReactions(settlingNeeds()), (error) => expect.fail(String(error))).drain(
      LIANDU,
    )
    const made = await claimOfGroup(funds, groupId)
    expect(made.claim).toMatchObject({ headCount: 1, refusedCount: 1, amountFen: 100_000n, status: 'assembled' })
    expect(made.claim?.id).not.toBe(claim?.id)
    expect(await funds.within(recomputeBalances)).toEqual([])
  })

  it('leave a returned claim alone where nothing has changed', async () => {
    const { groupId, claim } = await settledClass(funds, [{}])
    await clerk.call(initialReview, asked(claim!, 'returned', ['缺签名']))
    await outboxOf(funds.connection.db, claimReactions(settlingNeeds()), (error) => expect.fail(String(error))).drain(
      LIANDU,
    )
    expect((await claimOfGroup(funds, groupId)).claim).toBeUndefined()
  })
})
