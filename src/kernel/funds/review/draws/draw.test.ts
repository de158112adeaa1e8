import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../../../platform/contract/public.ts'
import { brokenConstraint, inDistrict } from '../../../../platform/db/public.ts'
import { type Role, saveAccount } from '../../../access/public.ts'
import { insertDelegation } from '../../../access/delegations/store.ts'
import { newId } from '../../../values/public.ts'
import { insertHand } from '../../duties/store.ts'
import { carryOn, givenClaim } from '../../claims/testing.ts'
import {
  type Desks,
  type FundsDatabase,
  givenBudgetLine,
  givenDesks,
  givenFundsDatabase,
  givenPeople,
  LIANDU,
  NOW,
  type Someone,
} from '../../testing.ts'
import { drawSecondReviewer, initialReview, nameSecondReviewer, reviewerChoices, secondReview } from '../contract.ts'
import { reviewConstraintWords, reviewRoutes } from '../routes.ts'
import { drawnBy, redrawReviewers } from './draw.ts'
import { listDraws } from './store.ts'

let funds: FundsDatabase
let desks: Desks
let clerk: Someone
let head: Someone
beforeAll(async () => {
  funds = await givenFundsDatabase()
  desks = await givenDesks(funds, reviewRoutes(), reviewConstraintWords)
  await funds.within((tx) => givenBudgetLine(tx))
  clerk = await withAccount(['clerk'])
  head = await withAccount(['approver'])
})
afterAll(async () => {
  await desks.app.close()
  await funds.close()
})

/** Somebody at a desk who has an account, and so can be drawn. */
async function withAccount(roles: readonly Role[], personId?: string): Promise<Someone> {
  const someone = await desks.someone(roles, personId ? { personId } : {})
  await funds.within((tx) =>
    saveAccount(tx, {
      id: newId(),
      name: newId(),
      personId: someone.actor.personId,
      organisationId: null,
      roles,
      passwordHash: 'none',
      activeFrom: '2020-01-01',
      activeTo: null,
    }),
  )
  return someone
}
const confirmed = () => funds.within(async (tx) => carryOn(tx, await givenClaim(tx), { to: 'confirmed' }))
const passing = (claim: { id: string; contentSha256: Buffer }) => ({
  params: { claimId: claim.id },
  body: { outcome: 'passed' as const, reasons: [], contentSha256: claim.contentSha256.toString('hex') },
})
const draws = (claim: { id: string }) => funds.within((tx) => listDraws(tx, claim.id))
const refusalOf = (given: Promise<unknown>) =>
  given.then(
    () => expect.fail('not refused'),
    (error: unknown) => (error as Refusal).problem,
  )
const away = (someone: Someone, deputy: Someone, roles: readonly Role[], days = ['2022-03-28', '2022-03-30']) =>
  funds.within((tx) =>
    insertDelegation(tx, {
      id: newId(),
      absentPersonId: someone.actor.personId,
      deputyPersonId: deputy.actor.personId,
      roles,
      from: days[0]!,
      to: days[1]!,
      reason: '年休假',
      personId: someone.actor.personId,
      accountId: newId(),
      businessAt: NOW,
    }),
  )

describe('where nobody can be drawn', () => {
  it('says who is missing, and a head names somebody on record: a clerk with nothing else in hand', async () => {
    const claim = await confirmed()
    await clerk.call(initialReview, passing(claim))
    expect((await draws(claim))[0]).toMatchObject({ way: 'none', chosen: null, candidates: [], excluded: [] })
    expect(await refusalOf(clerk.call(secondReview, passing(claim)))).toMatchObject({
      code: 'one_person_one_duty_on_a_claim',
    })
    const other = await withAccount(['clerk'])
    expect(await refusalOf(other.call(secondReview, passing(claim)))).toMatchObject({
      code: 'not-drawn',
      detail: '本件还没有复核人:没有可抽取的人员,请领导指定',
    })
    const params = { claimId: claim.id }
    const { choices, excluded } = await head.call(reviewerChoices, { params })
    expect(choices.map(({ personId }) => personId)).toEqual([other.actor.personId])
    expect(excluded.map(({ personId, why }) => [personId, why.zh])).toEqual([
      [clerk.actor.personId, '已承担过本件的另一项职责,或本人与本件有关'],
    ])
    const reason = '复核岗人员出差'
    const naming = (personId: string) => head.call(nameSecondReviewer, { params, body: { personId, reason } })
    expect((await refusalOf(naming(clerk.actor.personId))).code).toBe('one_person_one_duty_on_a_claim')
    expect((await refusalOf(naming(head.actor.personId))).code).toBe('cannot-be-named')
    expect(
      await refusalOf(clerk.call(nameSecondReviewer, { params, body: { personId: other.actor.personId, reason } })),
    ).toMatchObject({ status: 403 })
    await naming(other.actor.personId)
    expect((await draws(claim))[0]).toMatchObject({ way: 'named', reason, by: { personId: head.actor.personId } })
    expect((await refusalOf(naming(other.actor.personId))).code).toBe('reviewer-drawn')
    expect(await other.call(secondReview, passing(claim))).toEqual({ status: 'second-passed' })
  })
})

describe('who gives the second review', () => {
  let reviewers: Someone[]
  beforeAll(async () => {
    reviewers = [await withAccount(['reviewer']), await withAccount(['reviewer']), await withAccount(['reviewer'])]
  })
  const ids = () => reviewers.map(({ actor }) => actor.personId).sort()

  it('is drawn when the first is given, among everybody who may, each natural person once, and can be drawn again', async () => {
    await withAccount(['reviewer'], reviewers[0]!.actor.personId)
    const claim = await confirmed()
    await clerk.call(initialReview, passing(claim))
    const [draw] = await draws(claim)
    expect(draw).toMatchObject({ nth: 1, way: 'drawn', by: null })
    expect(draw!.candidates.map(({ personId }) => personId)).toEqual(ids())
    expect(drawnBy(draw!.seed, draw!.candidates)).toEqual(draw!.chosen)
    const chosen = reviewers.find(({ actor }) => actor.personId === draw!.chosen!.personId)!
    for (const other of reviewers.filter((each) => each !== chosen))
      expect(await refusalOf(other.call(secondReview, passing(claim)))).toMatchObject({
        code: 'not-drawn',
        detail: expect.stringMatching(/^本件的复核人是.*\(复核岗\),由抽取或指定的人办理$/),
      })
    expect(await chosen.call(secondReview, passing(claim))).toEqual({ status: 'second-passed' })
  })

  it('is now one and now another: over many draws each of three comes up', () => {
    const candidates = ['a', 'b', 'c'].map((personId) => ({ personId, accountId: personId }))
    const drawn = Array.from({ length: 300 }, (_, at) => drawnBy(`seed ${at}`, candidates)!.personId)
    for (const { personId } of candidates) expect(drawn.filter((one) => one === personId).length).toBeGreaterThan(60)
  })

  it('is nobody who gave the first, whatever account they use, and nobody on leave; both are written down with why', async () => {
    const both = await withAccount(['clerk'])
    await withAccount(['reviewer'], both.actor.personId)
    reviewers.push(both)
    const absent = reviewers[1]!
    await away(absent, head, ['reviewer'])
    const claim = await confirmed()
    await both.call(initialReview, passing(claim))
    const [draw] = await draws(claim)
    const left = new Map(draw!.excluded.map(({ personId, code }) => [personId, code]))
    expect(left.get(both.actor.personId)).toBe('one_person_one_duty_on_a_claim')
    expect(left.get(absent.actor.personId)).toBe('on-leave')
    expect(draw!.candidates.map(({ personId }) => personId)).not.toContain(absent.actor.personId)
    // Their deputy is in the lot meanwhile.
    expect(draw!.candidates.map(({ personId }) => personId)).toContain(head.actor.personId)
  })

  it('is drawn anew when the drawn person goes on leave, by the chore or at once; the first draw stays', async () => {
    const claim = await confirmed()
    await clerk.call(initialReview, passing(claim))
    const [first] = await draws(claim)
    expect((await clerk.call(drawSecondReviewer, { params: { claimId: claim.id } })).drawn).toBe(false)
    const someone = { actor: { personId: first!.chosen!.personId } } as Someone
    await away(someone, clerk, ['reviewer'], ['2022-03-28', '2022-03-28'])
    await inDistrict(funds.connection.db, LIANDU, redrawReviewers)
    const [second, kept] = await draws(claim)
    expect(second).toMatchObject({ nth: 2, way: 'drawn', reason: '原复核人不能办理' })
    expect(second!.chosen!.personId).not.toBe(first!.chosen!.personId)
    expect(kept).toEqual(first)
    await inDistrict(funds.connection.db, LIANDU, redrawReviewers)
    expect(await draws(claim)).toHaveLength(2)
  })

  it('is in the database too: a review by another than the draw names is refused, and no draw is changed', async () => {
    const claim = await confirmed()
    await clerk.call(initialReview, passing(claim))
    const [draw] = await draws(claim)
    const [person] = await funds.within((tx) => givenPeople(tx, 1))
    await funds.within((tx) => insertHand(tx, claim.id, { personId: person!.personId, duty: 'second-review' }))
    const review = (drawId: string | null) =>
      funds
        .within((tx) =>
          sql`insert into funds.claim_reviews (district, id, claim_id, duty, outcome, person_id, account_id, content_sha256, business_at, draw_id)
            values (${LIANDU}, ${newId()}, ${claim.id}, 'second-review', 'passed', ${person!.personId}, ${newId()}, ${claim.contentSha256}, now(), ${drawId})`.execute(
            tx.db,
          ),
        )
        .catch((error: unknown) => error)
    expect(brokenConstraint(await review(null))).toBe('second_review_by_whom_was_drawn')
    expect(brokenConstraint(await review(draw!.id))).toBe('reviewed_by_the_drawn_person')
    const changed = await funds
      .within((tx) => sql`update funds.review_draws set reason = 'x'`.execute(tx.db))
      .catch((error: unknown) => error)
    expect((changed as Error).message).toContain('permission denied')
  })
})
