import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../../platform/contract/public.ts'
import { outboxOf } from '../../../platform/outbox/public.ts'
import { recordFacts } from '../../policy/public.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { findLine } from '../budget/store.ts'
import { getClaim, waitingClaims } from '../claims/contract.ts'
import { claimReactions } from '../claims/reactions.ts'
import { claimConstraintWords, claimRoutes } from '../claims/routes.ts'
import { type Claim, findClaim } from '../claims/store.ts'
import { listHands } from '../duties/store.ts'
import { corrected, settlingNeeds } from '../deciding/testing.ts'
import {
  type Desks,
  type FundsDatabase,
  givenBudgetLine,
  givenDesks,
  givenFundsDatabase,
  givenOrganisation,
  givenPeople,
  LIANDU,
  type Someone,
} from '../testing.ts'
import { givenClaim, settle, settledClass } from '../claims/testing.ts'
import { confirmClaim, initialReview } from './contract.ts'
import { reviewConstraintWords, reviewRoutes } from './routes.ts'

let funds: FundsDatabase
let desks: Desks
let lineId: string
let organisationId: string
let school: Someone
let clerk: Someone
beforeAll(async () => {
  funds = await givenFundsDatabase()
  const routes = [...reviewRoutes(), ...claimRoutes(settlingNeeds())]
  desks = await givenDesks(funds, routes, { ...reviewConstraintWords, ...claimConstraintWords })
  lineId = await funds.within((tx) => givenBudgetLine(tx))
  organisationId = await funds.within((tx) => givenOrganisation(tx))
  school = await desks.someone(['provider'], { organisationId })
  clerk = await desks.someone(['clerk'])
})
afterAll(async () => {
  await desks.app.close()
  await funds.close()
})

const given = () => funds.within((tx) => givenClaim(tx, { organisationId }))
const asked = (claim: Claim, outcome: 'confirmed' | 'declined' = 'confirmed', reasons: string[] = []) => ({
  params: { claimId: claim.id },
  body: { outcome, reasons, contentSha256: claim.contentSha256.toString('hex') },
})
const refusalOf = (given: Promise<unknown>) =>
  given.then(
    () => expect.fail('not refused'),
    (error: unknown) => (error as Refusal).problem,
  )
const line = async () => (await funds.within((tx) => findLine(tx, lineId)))!

describe('a provider', () => {
  it('confirms its own claim, which then awaits the initial review; its person has had it in hand', async () => {
    const claim = await given()
    const before = await line()
    expect((await school.call(getClaim, { params: { claimId: claim.id } })).mayNot).toBeNull()
    expect(await school.call(confirmClaim, asked(claim))).toEqual({ status: 'confirmed' })
    expect(await line()).toEqual(before)
    const hands = await funds.within((tx) => listHands(tx, claim.id))
    expect(hands.find(({ personId }) => personId === school.actor.personId)?.duty).toBe('confirmation')
    const reviewing = await desks.someone(['clerk'], { personId: school.actor.personId })
    const pass = { params: { claimId: claim.id }, body: { ...asked(claim).body, outcome: 'passed' as const } }
    expect(await refusalOf(reviewing.call(initialReview, pass))).toMatchObject({
      code: 'one_person_one_duty_on_a_claim',
    })
    const { history } = await clerk.call(getClaim, { params: { claimId: claim.id } })
    expect(history.at(-1)).toMatchObject({ from: 'assembled', to: 'confirmed', duty: 'confirmation' })
  })

  it('says once what it says: two of its people at one moment, and the second is told', async () => {
    const claim = await given()
    const colleague = await desks.someone(['provider'], { organisationId })
    const outcomes = await Promise.allSettled([
      school.call(confirmClaim, asked(claim)),
      colleague.call(confirmClaim, asked(claim, 'declined', ['少了一人'])),
    ])
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as Refusal] : []))
    expect(refused).toHaveLength(1)
    expect(refused[0]?.problem.detail).toMatch(/^本件现为“(待初审|已退回)”,不在机构确认环节/)
  })

  it('says with every reason what is wrong: the money is available, and the group waits as after a return', async () => {
    const claim = await given()
    const before = await line()
    expect(await refusalOf(school.call(confirmClaim, asked(claim, 'declined')))).toMatchObject({
      status: 422,
      detail: '请写明哪里有误、应当怎样,一次写全。',
    })
    const reasons = ['序号 2 的银行账号已换。', '序号 1 实到 18 次。']
    expect(await school.call(confirmClaim, asked(claim, 'declined', reasons))).toEqual({ status: 'returned' })
    expect((await line()).availableFen - before.availableFen).toBe(claim.amountFen)
    const waits = (await clerk.call(waitingClaims)).items.filter((wait) => wait.groupId === claim.groupId)
    expect(waits).toMatchObject([
      { reason: 'returned', because: [{ zh: `申领单 ${claim.number}` }, ...reasons.map((zh) => ({ zh }))] },
    ])
    const { history } = await school.call(getClaim, { params: { claimId: claim.id } })
    expect(history.at(-1)).toMatchObject({ to: 'returned', duty: 'confirmation', reasons })
    expect(await funds.within(recomputeBalances)).toEqual([])
  })

  it('confirms what it saw, and nothing whose records have changed since', async () => {
    const { facts, groupId, claim } = await settledClass(funds, { trainees: [{}, {}], organisationId })
    const elsewhere = { ...asked(claim!).body, contentSha256: '0'.repeat(64) }
    expect(
      await refusalOf(school.call(confirmClaim, { params: { claimId: claim!.id }, body: elsewhere })),
    ).toMatchObject({ code: 'content-changed' })
    await funds.within((tx) => recordFacts(tx, [corrected(facts[0]!, { attended: 9 })]))
    await settle(funds, groupId)
    expect((await school.call(getClaim, { params: { claimId: claim!.id } })).mayNotPass?.zh).toMatch(/^内容已变化/)
    expect(await refusalOf(school.call(confirmClaim, asked(claim!)))).toMatchObject({ code: 'facts-changed' })
    await school.call(confirmClaim, asked(claim!, 'declined', ['考勤已更正']))
    await outboxOf(funds.connection.db, claimReactions(settlingNeeds()), (error) => expect.fail(String(error))).drain(
      LIANDU,
    )
    expect((await funds.within((tx) => findClaim(tx, claim!.id)))?.status).toBe('returned')
  })

  it('knows nothing of another provider’s claim, and no official confirms in its place', async () => {
    const other = await funds.within((tx) => givenClaim(tx))
    expect(await refusalOf(school.call(confirmClaim, asked(other)))).toMatchObject({ status: 404 })
    const claim = await given()
    expect(await refusalOf(clerk.call(confirmClaim, asked(claim)))).toMatchObject({ status: 403 })
    const pass = { params: { claimId: claim.id }, body: { ...asked(claim).body, outcome: 'passed' as const } }
    expect((await refusalOf(clerk.call(initialReview, pass))).detail).toContain('现为“待机构确认”')
  })

  it('has its instructor confirm too, who stays its instructor; never somebody whom the claim pays', async () => {
    const [teacher] = await funds.within((tx) => givenPeople(tx, 1))
    const hands = [{ personId: teacher!.personId, duty: 'instruction' }]
    const { claim, people } = await settledClass(funds, { trainees: [{}, {}], organisationId, hands })
    const paid = await desks.someone(['provider'], { organisationId, personId: people[0]!.personId })
    expect((await refusalOf(paid.call(confirmClaim, asked(claim!)))).detail).toMatch(/学员名单/)
    const teaching = await desks.someone(['provider'], { organisationId, personId: teacher!.personId })
    expect(await teaching.call(confirmClaim, asked(claim!))).toEqual({ status: 'confirmed' })
    const kept = await funds.within((tx) => listHands(tx, claim!.id))
    expect(kept.find(({ personId }) => personId === teacher!.personId)?.duty).toBe('instruction')
  })
})

describe('a claim that its provider does not confirm', () => {
  it('may be returned by whoever reviews first, with every reason', async () => {
    const claim = await given()
    const body = { ...asked(claim).body, outcome: 'returned' as const, reasons: ['机构已停业'] }
    expect(await clerk.call(initialReview, { params: { claimId: claim.id }, body })).toEqual({ status: 'returned' })
  })
})
