import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { integrityOf } from '../../integrity/public.ts'
import { listFacts, recordFacts } from '../../policy/public.ts'
import { type Check, failed, listActs, type Outcome, passed, unavailable } from '../../record/public.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { newId } from '../../values/public.ts'
import { findLine } from '../budget/store.ts'
import { listStatusEvents } from '../status/store.ts'
import { carryOn, givenClaim, type ON_THE_WAY } from './testing.ts'
import { type FundsDatabase, givenBudgetLine, givenFundsDatabase, NOW } from '../testing.ts'
import { settlingNeeds } from '../deciding/testing.ts'
import { claimHash } from './content.ts'
import { lookAgain } from './look-again.ts'
import { listClaimLines, listClaimPeople } from './people/store.ts'
import { IN_REVIEW, revisedNumber, sameAnswers } from './rules.ts'
import { type Claim, findClaim, findOpenClaim, findReplacement } from './store.ts'
import { listWaitsOfGroup } from './waiting/store.ts'

/** What the register of deaths of this test says of the roster's first person; of the others it knows nothing bad. */
let told: Outcome = 'unavailable'
const register: Check = {
  id: 'A04',
  title: { zh: '健在', en: 'Alive' },
  subject: 'enrolment',
  moments: ['claim'],
  action: 'block',
  onUnavailable: 'note',
  basis: { zh: '审计通行做法', en: 'Usual practice of auditors' },
  run: async ({ subjects }) =>
    subjects.map(({ id }, at) => {
      if (told === 'unavailable') return unavailable(id, { zh: '尚未比对', en: 'Not compared' })
      return told === 'failed' && at === 0
        ? failed(id, { zh: '登记死亡日期 2022-02-21', en: 'Died on 2022-02-21' })
        : passed(id)
    }),
}
const needs = settlingNeeds({ integrity: integrityOf([register]) })
const because = { zh: '死亡人员名单回函', en: 'the register of deaths answered' }

let funds: FundsDatabase
let lineId: string
beforeAll(async () => {
  funds = await givenFundsDatabase()
  lineId = await funds.within((tx) => givenBudgetLine(tx))
})
afterAll(() => funds.close())

const assembled = (people = 3) => {
  told = 'unavailable'
  return funds.within((tx) => givenClaim(tx, { people }, needs))
}
const answer = (claim: Claim, outcome: Outcome) => {
  told = outcome
  return funds.within((tx) => lookAgain(tx, needs, { groupId: claim.groupId, because, now: NOW }))
}
const open = (claim: Claim) => funds.within((tx) => findOpenClaim(tx, claim.groupId, claim.scheme))
const line = async () => (await funds.within((tx) => findLine(tx, lineId)))!
const onTo = (claim: Claim, to: (typeof ON_THE_WAY)[number]) => funds.within((tx) => carryOn(tx, claim, { to }))

describe('what others tell after a claim was assembled', () => {
  it('makes a new claim in its place, without whoever is refused now, and says why', async () => {
    const before = await line()
    const claim = await assembled()
    await answer(claim, 'failed')
    const next = (await open(claim))!
    expect(next).toMatchObject({
      number: `${claim.number}R2`,
      headCount: 2,
      refusedCount: 1,
      unavailable: [],
      replaces: { id: claim.id, because },
    })
    expect((await funds.within((tx) => findClaim(tx, claim.id)))?.status).toBe('returned')
    expect((await funds.within((tx) => findReplacement(tx, claim.id)))?.id).toBe(next.id)
    const events = await funds.within((tx) => listStatusEvents(tx, claim.id))
    expect(events.map(({ from, to, personId, note }) => [from, to, personId, note])).toEqual([
      [null, 'assembled', null, ''],
      ['assembled', 'returned', null, because.zh],
    ])
    const after = await line()
    expect(after.reservedFen - before.reservedFen).toBe(next.amountFen)
    expect(await funds.within((tx) => recomputeBalances(tx))).toEqual([])
  })

  it('makes a new claim also where nobody stands otherwise, so that what was not known is not shown as unknown', async () => {
    const claim = await assembled()
    expect(claim.unavailable).toHaveLength(1)
    await answer(claim, 'passed')
    expect(await open(claim)).toMatchObject({ headCount: 3, unavailable: [], checksPassed: 3 })
  })

  it('changes nothing when it is what was known already, however often it is told', async () => {
    const claim = await assembled()
    await answer(claim, 'passed')
    const next = await open(claim)
    await answer(claim, 'passed')
    await answer(claim, 'passed')
    expect((await open(claim))?.id).toBe(next?.id)
  })

  it.each(IN_REVIEW)('makes one that is %s anew, to be confirmed again', async (status) => {
    const claim = await assembled()
    await onTo(claim, status)
    await answer(claim, 'failed')
    expect(await open(claim)).toMatchObject({ status: 'assembled', number: `${claim.number}R2` })
  })

  it('makes it anew where its records are newer, though every check answers as before', async () => {
    const claim = await assembled()
    await funds.within(async (tx) => {
      const [fact] = await listFacts(tx, claim.groupId, claim.factKind)
      await recordFacts(tx, [{ ...fact!, id: newId(), version: fact!.version + 1 }], because)
    })
    await answer(claim, 'unavailable')
    const next = await open(claim)
    expect(next).toMatchObject({ number: `${claim.number}R2`, headCount: 3 })
    await answer(claim, 'unavailable')
    expect((await open(claim))?.id).toBe(next?.id)
  })

  it('leaves an approved claim as it is, on record: it is asked again before it is paid', async () => {
    const claim = await assembled()
    await onTo(claim, 'approved')
    await answer(claim, 'failed')
    expect(await open(claim)).toMatchObject({ id: claim.id, status: 'approved' })
    const acts = await funds.within((tx) => listActs(tx, 'claim', claim.id))
    expect(acts.map(({ act }) => act)).toContain('claim.answers-changed')
  })

  it('lets the group wait where nobody is due any more, and claims it when they are again', async () => {
    const claim = await assembled(1)
    await answer(claim, 'failed')
    expect(await open(claim)).toBeUndefined()
    expect(await funds.within((tx) => listWaitsOfGroup(tx, claim.groupId))).toMatchObject([{ reason: 'nobody-due' }])
    await answer(claim, 'passed')
    expect(await open(claim)).toMatchObject({ headCount: 1 })
    expect(await funds.within((tx) => listWaitsOfGroup(tx, claim.groupId))).toEqual([])
  })

  it('is bound into the hash of the claim it made', async () => {
    const claim = await assembled()
    await answer(claim, 'failed')
    const next = (await open(claim))!
    const [people, lines] = await funds.within(async (tx) => [
      await listClaimPeople(tx, next.id),
      await listClaimLines(tx, next.id),
    ])
    const { status: _, contentSha256, ...head } = next
    expect(claimHash(head, people, lines)).toEqual(contentSha256)
    expect(claimHash({ ...head, replaces: null }, people, lines)).not.toEqual(contentSha256)
  })

  it('said by two offices at the same moment makes one claim after another, never two at once', async () => {
    const claim = await assembled()
    told = 'failed'
    const looking = () => funds.within((tx) => lookAgain(tx, needs, { groupId: claim.groupId, because, now: NOW }))
    await Promise.all([looking(), looking(), looking()])
    expect((await open(claim))?.number).toBe(`${claim.number}R2`)
    const acts = await funds.within((tx) => listActs(tx, 'claim', claim.id))
    expect(acts.map(({ act }) => act).sort()).toEqual(['claim.assembled', 'claim.replaced'])
  })
})

describe('a claim in another’s place', () => {
  it('has its number with one revision more, never the same', () => {
    expect(['S-2022-0001', 'S-2022-0001R2', 'S-2022-0001R9'].map(revisedNumber)).toEqual([
      'S-2022-0001R2',
      'S-2022-0001R3',
      'S-2022-0001R10',
    ])
  })

  it('is made only where an answer differs: never for another order, always for another outcome', () => {
    const answers = fc.uniqueArray(
      fc.record({
        checkId: fc.constantFrom('A03', 'A04', 'A06'),
        subjectId: fc.constantFrom('x', 'y', 'z'),
        outcome: fc.constantFrom('passed', 'failed', 'unavailable'),
        action: fc.constant('block'),
      }),
      { selector: ({ checkId, subjectId }) => checkId + subjectId, minLength: 1 },
    )
    fc.assert(
      fc.property(answers, (run) => {
        expect(sameAnswers(run, [...run].reverse())).toBe(true)
        const [first, ...others] = run
        expect(sameAnswers(run, [{ ...first!, outcome: 'not-applicable' }, ...others])).toBe(false)
      }),
    )
  })
})
