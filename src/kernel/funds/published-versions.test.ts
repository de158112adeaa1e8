import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { brokenConstraint, inDistrict } from '../../platform/db/public.ts'
import { findDocument, listDecisions, replay, schemesOf, shippedSchemes } from '../policy/public.ts'
import { givenPublished } from '../policy/testing.ts'
import { type CivilDate, civilDate } from '../values/public.ts'
import { TRAINING_SUBSIDY } from './claims/testing.ts'
import { sameAmountCheck } from './checks/amount.ts'
import { listClaimPeople } from './claims/people/store.ts'
import { policyEngine } from './deciding/engine.ts'
import { settledClass } from './claims/testing.ts'
import { type FundsDatabase, givenBudgetLine, givenFundsDatabase, givenPeople, LIANDU, QINGTIAN } from './testing.ts'

let funds: FundsDatabase
let pair: [string, string]
beforeAll(async () => {
  funds = await givenFundsDatabase()
})
afterAll(() => funds.close())
beforeEach(async () => {
  const [one, other] = await funds.within((tx) => givenPeople(tx, 2))
  pair = [one!.personId, other!.personId]
})

type Over = Record<string, unknown>

/** The county's training subsidy, written anew: everything but what a test is about as it comes with the platform. */
function written(version: string, over: Over = {}): Over {
  const shipped = shippedSchemes(LIANDU).versions.find(({ pack }) => pack.scheme === TRAINING_SUBSIDY)!
  return { ...structuredClone(shipped.document as Over), version, ...over }
}

const from = (day: string) => ({ by: 'training', from: day })
const REPLACES = { versions: ['2022-01'] }

const versionOn = (day: string, district = LIANDU) =>
  funds.within(async (tx) => {
    const schemes = await policyEngine.schemes(tx, 'training.completed', { training: civilDate(day) })
    return schemes.find(({ pack }) => pack.scheme === TRAINING_SUBSIDY)?.pack.version
  }, district)

class RolledBack extends Error {}

describe('a version that the county has published', () => {
  it('is asked for by who publishes it before anybody else, and by nobody when that is rolled back', async () => {
    const version = written('2022-05', { inForce: from('2022-05-01'), replaces: REPLACES })
    const within = funds.within(async (tx) => {
      await givenPublished(tx, version, pair)
      expect((await schemesOf(tx)).packsOn('2022-05-02' as CivilDate).map((pack) => pack.version)).toContain('2022-05')
      throw new RolledBack()
    })
    await expect(within).rejects.toThrow(RolledBack)
    expect(await versionOn('2022-05-02')).toBe('2022-01')
  })

  it('decides from its first day on, for everybody at once, and the one that it replaces ends the day before', async () => {
    await funds.within((tx) =>
      givenPublished(tx, written('2022-06', { inForce: from('2022-06-01'), replaces: REPLACES }), pair),
    )
    expect(await versionOn('2022-05-31')).toBe('2022-01')
    expect(await versionOn('2022-06-01')).toBe('2022-06')
    const [before] = shippedSchemes(LIANDU).versions.filter(({ pack }) => pack.scheme === TRAINING_SUBSIDY)
    expect(before!.pack.inForce.to, 'the former document is not edited').toBeUndefined()
  })

  it('can be replaced again before it has begun', async () => {
    await funds.within((tx) =>
      givenPublished(
        tx,
        written('2022-07', { inForce: from('2022-06-01'), replaces: { versions: ['2022-01', '2022-06'] } }),
        pair,
      ),
    )
    expect(await versionOn('2022-06-01')).toBe('2022-07')
    expect(await versionOn('2022-05-31')).toBe('2022-01')
  })

  it('is refused as a second rule for one day where it replaces nothing', async () => {
    const outside = funds.within(async (tx) => {
      await givenPublished(tx, written('2022-08', { inForce: from('2022-08-01') }), pair)
      const asked = policyEngine.schemes(tx, 'training.completed', { training: civilDate('2022-08-02') })
      await expect(asked).rejects.toThrow(/2022-07, 2022-08/)
      throw new RolledBack()
    })
    await expect(outside).rejects.toThrow(RolledBack)
  })

  it('is of its own county', async () => {
    const ofQingtian = await funds.within(
      async (tx) => (await schemesOf(tx)).versions.map(({ pack }) => pack.version),
      QINGTIAN,
    )
    expect(ofQingtian).toEqual(shippedSchemes(QINGTIAN).versions.map(({ pack }) => pack.version))
  })

  it('is published by two people, whatever the program asks for', async () => {
    const alone = funds.within((tx) =>
      givenPublished(tx, written('2022-09', { inForce: from('2022-09-01'), replaces: REPLACES }), [pair[0], pair[0]]),
    )
    expect(brokenConstraint(await alone.catch((error: unknown) => error))).toMatch(/^two_people/)
  })

  it('is never changed or taken back', async () => {
    for (const change of [
      'update policy.published_versions set scheme = scheme',
      'delete from policy.published_versions',
    ])
      await expect(inDistrict(funds.connection.db, LIANDU, (tx) => sql.raw(change).execute(tx.db))).rejects.toThrow(
        /permission denied/,
      )
  })
})

describe('a decision given before another version came', () => {
  it('stands by the version it was given by, and replays to the fen', async () => {
    await funds.within((tx) => givenBudgetLine(tx))
    const { groupId, claim } = await settledClass(funds, [{}])
    const [before] = await funds.within((tx) => listDecisions(tx, groupId, TRAINING_SUBSIDY))
    const dearer = written('2022-02', { inForce: from('2022-03-01'), replaces: { versions: ['2022-01'] } })
    const amount = (dearer['amount'] as { rows: { fen: number }[] }).rows
    for (const row of amount) row.fen += 10_000
    await funds.within((tx) => givenPublished(tx, { ...dearer, cases: casesRaised(dearer) }, pair))
    expect(await versionOn('2022-03-07')).toBe('2022-02')
    const [after] = await funds.within((tx) => listDecisions(tx, groupId, TRAINING_SUBSIDY))
    expect(after).toMatchObject({ id: before!.id, schemeVersion: '2022-01', effectiveFen: 100_000n })
    expect(claim?.amountFen).toBe(100_000n)
    // Before it is paid it is worked out once more, by the version that it keeps.
    const again = await funds.within(async (tx) => {
      const subjects = (await listClaimPeople(tx, claim!.id)).map(({ subjectId: id }) => ({ kind: 'enrolment', id }))
      return sameAmountCheck(policyEngine).run({ tx, groupId, subjects } as never)
    })
    expect(again.map(({ outcome }) => outcome)).toEqual(['passed'])
    const document = await funds.within((tx) => findDocument(tx, before!.packSha256))
    expect(replay(before!, document).same).toBe(true)
    const { groupId: next } = await settledClass(funds, [{}])
    const [anew] = await funds.within((tx) => listDecisions(tx, next, TRAINING_SUBSIDY))
    expect(anew).toMatchObject({ schemeVersion: '2022-02', effectiveFen: 110_000n })
  })
})

function casesRaised(document: Over): unknown[] {
  const cases = document['cases'] as { expect: { eligible?: number } }[]
  return cases.map((each) =>
    each.expect.eligible === undefined
      ? each
      : { ...each, expect: { ...each.expect, eligible: each.expect.eligible + 10_000 } },
  )
}
