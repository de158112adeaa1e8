import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '../../../platform/db/public.ts'
import { integrityOf, listLatestResults } from '../../integrity/public.ts'
import { listDecisions } from '../../policy/public.ts'
import { type Check, defineCheck, failed, type Finding, passed, unavailable } from '../../record/public.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { findLine } from '../budget/store.ts'
import { policyEngine } from '../deciding/engine.ts'
import { listEntitlements } from '../deciding/store.ts'
import { claimOfGroup, settle, settledClass, TRAINING_SUBSIDY } from './testing.ts'
import { type FundsDatabase, givenBudgetLine, givenFundsDatabase, LIANDU } from '../testing.ts'
import { givenCompletedClass, SAMPLE_CLASS, settlingNeeds } from '../deciding/testing.ts'
import { claimHash } from './content.ts'
import type { SettlingNeeds } from './settle-group.ts'
import { listWaits } from './waiting/store.ts'

let funds: FundsDatabase
let lineId: string
beforeAll(async () => {
  funds = await givenFundsDatabase()
  lineId = await funds.within((tx) => givenBudgetLine(tx, { appropriatedFen: 100_000_000n }))
})
afterAll(() => funds.close())

/** A check that answers as the test says, by the person's place on the roster. */
function checkThat(id: string, action: Check['action'], answer: (subjectId: string, at: number) => Finding): Check {
  return defineCheck({
    id,
    title: { zh: `核对${id}`, en: `Check ${id}` },
    subject: 'enrolment',
    moments: ['claim'],
    action,
    onUnavailable: 'hold',
    basis: { zh: '测试办法第一条', en: 'Measures for tests, art. 1' },
    run: async ({ subjects }) => subjects.map((subject, at) => answer(subject.id, at)),
  })
}

const say = (text: string) => ({ zh: text, en: text })
const withChecks = (checks: readonly Check[], over: Partial<SettlingNeeds> = {}) =>
  settlingNeeds({ integrity: integrityOf(checks), ...over })

/** Every row of the rooms that settling writes to, counted. */
async function rowsOf(tx: Tx): Promise<unknown> {
  const { rows } = await sql`select
    (select count(*) from policy.decisions where district = ${LIANDU}) as decisions,
    (select count(*) from integrity.check_results where district = ${LIANDU}) as results,
    (select count(*) from funds.entitlements where district = ${LIANDU}) as entitlements,
    (select count(*) from funds.claims where district = ${LIANDU}) as claims,
    (select count(*) from funds.claim_lines where district = ${LIANDU}) as lines,
    (select count(*) from funds.transfers where district = ${LIANDU}) as transfers,
    (select count(*) from funds.waiting_claims where district = ${LIANDU}) as waits,
    (select count(*) from funds.status_events where district = ${LIANDU}) as events,
    (select count(*) from record.acts where district = ${LIANDU}) as acts`.execute(tx.db)
  return rows[0]
}

describe('from forty completions to a claim', () => {
  it('pays thirty-seven 37,000 yuan and reserves it, and says why the other three get nothing', async () => {
    const before = await funds.within((tx) => findLine(tx, lineId))
    const { claim, people, lines } = await settledClass(funds, SAMPLE_CLASS)
    expect(claim).toMatchObject({
      status: 'assembled',
      number: expect.stringMatching(/^S-2022-\d{4}$/),
      title: '2022年第3期 养老护理员(五级)',
      headCount: 37,
      heldCount: 0,
      refusedCount: 3,
      amountFen: 3_700_000n,
      lineId,
    })
    expect(lines).toHaveLength(37)
    expect(lines.every((line) => line.amountFen === 100_000n && line.payeeName.startsWith('王静'))).toBe(true)
    const refused = people.filter((person) => person.standing === 'refused')
    expect(refused.map(({ position, reasons }) => [position, reasons.map((reason) => reason.id)])).toEqual([
      [6, ['attendance']],
      [8, ['theory', 'certificate']],
      [12, ['practice', 'certificate']],
    ])
    expect(refused[0]?.reasons[0]?.sentence.zh).toMatch(/^个人出勤率为 45%.9\/20.+80%$/)
    expect(refused[0]?.reasons[0]?.basis.zh).toMatch(/^《天津市职业培训补贴经办操作规程》.*六、监督检查$/)
    const after = await funds.within((tx) => findLine(tx, lineId))
    expect(after!.reservedFen - before!.reservedFen).toBe(3_700_000n)
    expect(before!.availableFen - after!.availableFen).toBe(3_700_000n)
    expect(await funds.within(recomputeBalances)).toEqual([])
  })

  it('keeps with every decision the pack, the facts with their sources, the trace and one hash', async () => {
    const { groupId } = await settledClass(funds, [{}, { attended: 9 }])
    const decisions = await funds.within((tx) => listDecisions(tx, groupId, TRAINING_SUBSIDY))
    expect(decisions).toHaveLength(2)
    const pack = (
      await funds.within((tx) => policyEngine.schemes(tx, 'training.completed', { training: '2022-03-07' as never }))
    ).find((scheme) => scheme.pack.scheme === TRAINING_SUBSIDY)!
    for (const decision of decisions) {
      expect(decision.packSha256.toString('hex')).toBe(pack.sha256)
      expect(decision.contentSha256).toHaveLength(32)
      expect(decision.facts).toMatchObject({
        facts: { 'training.attendedRatio': { state: 'known', source: '05-考勤表.xlsx', asOf: '2022-03-18' } },
      })
    }
    expect(decisions.map((each) => each.answer).sort()).toEqual(['eligible', 'not-eligible'])
    expect(new Set(decisions.map((each) => each.contentSha256.toString('hex'))).size).toBe(2)
  })

  it('has a hash that its stored rows still come to', async () => {
    const { claim, people, lines } = await settledClass(funds, SAMPLE_CLASS)
    const { contentSha256, status, ...head } = claim!
    expect(status).toBe('assembled')
    expect(claimHash(head, people, lines)).toEqual(contentSha256)
    expect(claimHash({ ...head, amountFen: head.amountFen + 1n }, people, lines)).not.toEqual(contentSha256)
    const account = { ...lines[0]!, bankAccountId: lines[1]!.bankAccountId }
    expect(claimHash(head, people, [account, ...lines.slice(1)])).not.toEqual(contentSha256)
  })

  it('changes nothing when the event comes twice', async () => {
    const { groupId } = await settledClass(
      funds,
      SAMPLE_CLASS,
      withChecks([checkThat('X1', 'block', (id) => passed(id))]),
    )
    const before = await funds.within(rowsOf)
    await settle(funds, groupId, withChecks([checkThat('X1', 'block', (id) => passed(id))]))
    expect(await funds.within(rowsOf)).toEqual(before)
  })

  it('makes one claim when two workers take two events of one class at the same time', async () => {
    const { groupId } = await funds.within((tx) => givenCompletedClass(tx, { trainees: SAMPLE_CLASS }))
    await Promise.all([settle(funds, groupId), settle(funds, groupId)])
    const { claim, lines } = await claimOfGroup(funds, groupId)
    expect([claim?.amountFen, lines.length]).toEqual([3_700_000n, 37])
    expect(await funds.within(recomputeBalances)).toEqual([])
  })
})

describe('checks at the claim', () => {
  it('refuse whom a blocking check fails, hold whom a holding one fails, and only tell what is flagged', async () => {
    const only = (place: number, what: string) => (id: string, at: number) =>
      at === place ? failed(id, say(what)) : passed(id)
    const checks = [
      checkThat('X1', 'block', only(0, '已领取养老待遇')),
      checkThat('X2', 'hold', only(1, '培训期间在企业参保')),
      checkThat('X3', 'flag', only(2, '同一账户收款')),
    ]
    const { claim, people, groupId } = await settledClass(funds, [{}, {}, {}], withChecks(checks))
    expect(claim).toMatchObject({ headCount: 1, heldCount: 1, refusedCount: 1, checksAsked: 9, checksPassed: 6 })
    const told = people.map(({ standing, reasons }) => [standing, ...reasons.map((reason) => reason.sentence.zh)])
    expect(told).toEqual([['refused', '已领取养老待遇'], ['held', '培训期间在企业参保'], ['due']])
    const entitled = await funds.within((tx) => listEntitlements(tx, groupId, TRAINING_SUBSIDY))
    expect(entitled.map((each) => each.status).sort()).toEqual(['due', 'held'])
  })

  it('tell every reason together: the conditions that failed and the checks', async () => {
    const checks = [
      checkThat('X1', 'block', (id, at) => (at === 0 ? failed(id, say('已领取养老待遇')) : passed(id))),
      checkThat('X2', 'hold', (id, at) => (at === 0 ? failed(id, say('培训期间在企业参保')) : passed(id))),
    ]
    const { people } = await settledClass(funds, [{ attended: 9, theory: 50 }, {}], withChecks(checks))
    expect(people.map(({ standing, reasons }) => [standing, ...reasons.map((reason) => reason.id)])).toEqual([
      ['refused', 'attendance', 'theory', 'X1', 'X2'],
      ['due'],
    ])
  })

  it('pass with a note where the scheme says so of a check without an answer', async () => {
    const { claim, people } = await settledClass(
      funds,
      [{}, {}],
      withChecks([checkThat('A05', 'block', (id) => unavailable(id, say('养老登记未接入')))]),
    )
    expect(people.map((person) => person.standing)).toEqual(['due', 'due'])
    expect(claim?.unavailable).toEqual([
      { checkId: 'A05', title: { zh: '核对A05', en: 'Check A05' }, people: 2, then: 'note' },
    ])
    expect([claim?.checksAsked, claim?.checksPassed]).toEqual([2, 0])
  })

  it('hold everybody where the scheme says hold', async () => {
    const strict = {
      schemes: async (...asked: Parameters<typeof policyEngine.schemes>) =>
        (await policyEngine.schemes(...asked)).map((scheme) => ({ ...scheme, onUnavailable: () => 'hold' as const })),
    }
    const checks = [
      checkThat('A05', 'block', (id, at) => (at === 0 ? passed(id) : unavailable(id, say('养老登记未接入')))),
    ]
    const { claim } = await settledClass(funds, [{}, {}], withChecks(checks, { engine: strict }))
    expect(claim).toMatchObject({
      headCount: 1,
      heldCount: 1,
      unavailable: [{ checkId: 'A05', people: 1, then: 'hold' }],
    })
  })

  it('are asked about the class itself as well, and what fails there falls on everybody', async () => {
    const ofClass: Check = {
      ...checkThat('D02', 'hold', (id) => failed(id, say('第3天班级出勤不足'))),
      subject: 'class',
    }
    const { claim, groupId } = await settledClass(funds, [{}, {}], withChecks([ofClass]))
    expect(claim).toBeUndefined()
    const [wait] = (await funds.within((tx) => listWaits(tx, null, { limit: 100 }))).filter(
      (each) => each.groupId === groupId,
    )
    expect(wait).toMatchObject({ reason: 'nobody-due', headCount: 0, heldCount: 2, amountFen: 0n })
    const results = await funds.within((tx) => listLatestResults(tx, groupId, 'claim'))
    expect(results.map((result) => [result.subjectKind, result.subjectId])).toEqual([['class', groupId]])
  })
})
