import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../../platform/contract/public.ts'
import { integrityOf } from '../../integrity/public.ts'
import { brokenConstraint } from '../../../platform/db/public.ts'
import { statementsOf } from '../../../platform/db/statements.ts'
import { saveAccount } from '../../access/public.ts'
import { parametersOn, shippedSchemes } from '../../policy/public.ts'
import { type CivilDate, newId } from '../../values/public.ts'
import { exportBatch, getBatch, listPayableClaims, makeBatch, signBatch } from '../batches/contract.ts'
import { batchConstraintWords, batchRoutes } from '../batches/routes.ts'
import { asDatabaseOwner } from '../batches/testing.ts'
import { getClaim } from '../claims/contract.ts'
import { listClaimPeople } from '../claims/people/store.ts'
import { claimConstraintWords, claimRoutes } from '../claims/routes.ts'
import type { Claim } from '../claims/store.ts'
import { initialReview, secondReview } from '../review/contract.ts'
import { reviewConstraintWords, reviewRoutes } from '../review/routes.ts'
import {
  givenDrawn,
  carryOn,
  type GivenClaim,
  givenPayableClaim,
  givenClaim,
  givenConfirmedClaim,
} from '../claims/testing.ts'
import {
  type Desks,
  type FundsDatabase,
  givenBudgetLine,
  givenDesks,
  givenFundsDatabase,
  givenPeople,
  LIANDU,
  QINGTIAN,
  type Someone,
  testVault,
} from '../testing.ts'
import { settlingNeeds } from '../deciding/testing.ts'
import { insertHand, listHands } from './store.ts'

let funds: FundsDatabase
let desks: Desks
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
  await funds.within((tx) => givenBudgetLine(tx))
})
afterAll(async () => {
  await desks.app.close()
  await funds.close()
})

const passing = (claim: Claim) => ({
  params: { claimId: claim.id },
  body: { outcome: 'passed' as const, reasons: [], contentSha256: claim.contentSha256.toString('hex') },
})
const refusalOf = (given: Promise<unknown>) =>
  given.then(
    () => expect.fail('not refused'),
    (error: unknown) => (error as Refusal).problem,
  )
/** Somebody of the claim's own list, by number on the roster. */
const traineeOf = (claim: Claim, position = 1) =>
  funds.within(async (tx) => (await listClaimPeople(tx, claim.id))[position - 1]!.personId)
const somebody = (district = LIANDU) => funds.within(async (tx) => (await givenPeople(tx, 1))[0]!.personId, district)

/** The page says why before anything is pressed, and the server refuses with the same sentence. */
async function refusedOnPageAndServer(claim: Claim, someone: Someone, what: RegExp) {
  const shown = await someone.call(getClaim, { params: { claimId: claim.id } })
  expect(shown.mayNot?.zh).toMatch(what)
  const review = shown.awaits === 'initial-review' ? initialReview : secondReview
  const refused = await refusalOf(someone.call(review, passing(claim)))
  expect(refused).toMatchObject({ status: 409, detail: shown.mayNot?.zh })
  return refused
}

describe('somebody whom a claim pays or speaks of', () => {
  it('does not review it, whatever account they use, and the database agrees', async () => {
    const claim = await funds.within((tx) => givenConfirmedClaim(tx))
    const personId = await traineeOf(claim)
    const trainee = await desks.someone(['clerk', 'reviewer'], { personId })
    expect((await refusedOnPageAndServer(claim, trainee, /您本人在这件申领单的学员名单上/)).code).toBe(
      'one_person_one_duty_on_a_claim',
    )
    const taken = funds.within((tx) => insertHand(tx, claim.id, { personId, duty: 'initial-review' }))
    expect(brokenConstraint(await taken.catch((error: unknown) => error))).toBe('one_person_one_duty_on_a_claim')

    await (await desks.someone(['clerk'])).call(initialReview, passing(claim))
    await refusedOnPageAndServer(claim, trainee, /学员名单/)
  })

  it('neither batches, signs nor exports it, and sees why before pressing', async () => {
    const claim = await funds.within((tx) => givenPayableClaim(tx))
    const [first, second] = [await traineeOf(claim, 1), await traineeOf(claim, 2)]
    const maker = await desks.someone(['finance'], { personId: first })
    const payable = (await maker.call(listPayableClaims)).lines.flatMap((line) => line.claims)
    const why = payable.find((each) => each.id === claim.id)?.mayNot?.zh
    expect(why).toMatch(/学员名单/)
    const refused = await refusalOf(maker.call(makeBatch, { body: { claimIds: [claim.id] } }))
    expect(refused.items).toEqual([{ at: claim.number, detail: why }])

    const finance = await desks.someone(['finance'])
    const batch = await finance.call(makeBatch, { body: { claimIds: [claim.id] } })
    const params = { batchId: batch.id }
    const signing = { params, body: { contentSha256: batch.contentSha256 } }
    const signer = await desks.someone(['approver'], { personId: second })
    expect((await signer.call(getBatch, { params })).mayNot?.zh).toMatch(/学员名单/)
    expect((await refusalOf(signer.call(signBatch, signing))).items[0]?.detail).toMatch(/学员名单/)
    for (const roles of [['approver'], ['approver']] as const)
      await (await desks.someone(roles)).call(signBatch, signing)
    expect((await maker.call(getBatch, { params })).mayNot?.zh).toMatch(/学员名单/)
    expect((await refusalOf(maker.call(exportBatch, { params }))).items[0]?.detail).toMatch(/学员名单/)
    expect((await finance.call(getBatch, { params })).mayNot).toBeNull()
  })

  it('has it in hand from its first day, held and refused people too, and so have its instructors', async () => {
    const teacher = await somebody()
    const hands = [{ personId: teacher, duty: 'instruction' }]
    const claim = await funds.within((tx) => givenClaim(tx, { hands }))
    const kept = await funds.within((tx) => listHands(tx, claim.id))
    expect(kept.map(({ duty }) => duty).sort()).toEqual(['beneficiary', 'beneficiary', 'instruction'])
    await funds.within((tx) => carryOn(tx, claim, { to: 'confirmed' }))
    const someone = await desks.someone(['clerk'], { personId: teacher })
    await refusedOnPageAndServer(claim, someone, /您是这个班的授课教师/)
  })

  it('has the claims from before in hand as well, once they are migrated; a duty taken before stays', async () => {
    const claim = await funds.within((tx) => givenClaim(tx))
    const [reviewed, other] = [await traineeOf(claim, 1), await traineeOf(claim, 2)]
    await asDatabaseOwner({ funds }, async (query) => {
      await query('delete from funds.claim_hands where claim_id = $1', [claim.id])
      await query('insert into funds.claim_hands (district, claim_id, person_id, duty) values ($1, $2, $3, $4)', [
        LIANDU,
        claim.id,
        reviewed,
        'initial-review',
      ])
    })
    await rerunBackfill()
    const hands = await funds.within((tx) => listHands(tx, claim.id))
    expect(new Map(hands.map(({ personId, duty }) => [personId, duty]))).toEqual(
      new Map([
        [reviewed, 'initial-review'],
        [other, 'beneficiary'],
      ]),
    )
  })
})

/** The part of the migration that fills the hands in, as the owner of the tables and no superuser. */
async function rerunBackfill(): Promise<void> {
  const file = fileURLToPath(new URL('../schema/202611252030-hands-and-ways-back.sql', import.meta.url))
  const sql = readFileSync(file, 'utf8')
  const client = new pg.Client({ connectionString: funds.database.ownerUrl })
  await client.connect()
  try {
    for (const statement of statementsOf(sql)) {
      if (/row level security|insert into/.test(statement)) await client.query(statement)
    }
    const { rows } = await client.query(
      `select bool_and(relforcerowsecurity) as forced from pg_class where oid in ('funds.claims'::regclass, 'funds.claim_people'::regclass, 'funds.claim_hands'::regclass)`,
    )
    expect(rows).toEqual([{ forced: true }])
  } finally {
    await client.end()
  }
}

describe('somebody with an account at the organisation that brings a claim', () => {
  it('takes no duty on it while that account is active', async () => {
    const claim = await funds.within((tx) => givenConfirmedClaim(tx))
    const open = async (activeTo: string | null) => {
      const personId = await somebody()
      await funds.within((tx) =>
        saveAccount(tx, {
          id: newId(),
          name: newId(),
          personId,
          organisationId: claim.organisationId,
          roles: ['provider'],
          passwordHash: 'none',
          activeFrom: '2020-01-01',
          activeTo,
        }),
      )
      return desks.someone(['clerk'], { personId })
    }
    const both = await open(null)
    expect((await refusedOnPageAndServer(claim, both, /您在提出本件的机构有账号/)).code).toBe('own-organisation')
    const former = await open('2021-12-31')
    expect(await former.call(initialReview, passing(claim))).toEqual({ status: 'first-passed' })
  })
})

describe('duties that a county keeps apart beyond the law', () => {
  /** Qingtian keeps the review of a class and the second review of its claim apart; Liandu does not. */
  async function givenFiledBy(district: number, personId: string): Promise<Claim> {
    const engine = {
      schemes: async (_: unknown, kind: string, dates: { training?: CivilDate }) =>
        shippedSchemes(LIANDU).answering(kind, dates, parametersOn(LIANDU, dates.training!)),
    }
    const given: GivenClaim = { hands: [{ personId, duty: 'class.review' }] }
    return funds.within((tx) => givenConfirmedClaim(tx, given, settlingNeeds({ engine })), district)
  }

  it('are kept apart where its parameter says so, and only there', async () => {
    await funds.within((tx) => givenBudgetLine(tx), QINGTIAN)
    for (const [district, isApart] of [
      [QINGTIAN, true],
      [LIANDU, false],
    ] as const) {
      const personId = await somebody(district)
      const claim = await givenFiledBy(district, personId)
      await (await desks.someone(['clerk'], { district })).call(initialReview, passing(claim))
      const filer = await desks.someone(['reviewer'], { personId, district })
      if (isApart) {
        const refused = await refusedOnPageAndServer(claim, filer, /您已办理过开班审核.*与复核由不同的人办理/)
        expect(refused.code).toBe('duties-kept-apart')
        const other = await desks.someone(['reviewer'], { district })
        await funds.within((tx) => givenDrawn(tx, claim.id, other.actor.personId), district)
        expect(await other.call(secondReview, passing(claim))).toEqual({ status: 'second-passed' })
      } else {
        await funds.within((tx) => givenDrawn(tx, claim.id, personId))
        expect(await filer.call(secondReview, passing(claim))).toEqual({ status: 'second-passed' })
      }
    }
  })
})
