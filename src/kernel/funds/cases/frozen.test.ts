import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenConstraint } from '../../../platform/db/public.ts'
import { type CaseGroups, findFreeze, integrityOf, listFrozenNow, type OverrideSource } from '../../integrity/public.ts'
import { enterHands, insertHand } from '../../integrity/hands-store.ts'
import { openByHand } from '../../integrity/cases/opening.ts'
import { decide, propose } from '../../integrity/cases/concluding.ts'
import { insertConclusion, insertDecision } from '../../integrity/cases/conclusion-store.ts'
import { findCase, listCasesBy } from '../../integrity/cases/store.ts'
import { listSubjects } from '../../integrity/cases/subject-store.ts'
import type { CaseOutcome } from '../../integrity/cases/rules.ts'
import { type Check, failed, passed } from '../../record/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import {
  asDatabaseOwner,
  type BatchDesks,
  givenBatchDesks,
  givenExportedBatch,
  refusalOf,
  signTwice,
} from '../batches/testing.ts'
import { exportBatch, getBatch, listPayableClaims, makeBatch, signBatch } from '../batches/contract.ts'
import { lookAgain } from '../claims/look-again.ts'
import { GOES_ON } from '../claims/shown.ts'
import { type Claim, findClaim, listClaimsBy } from '../claims/store.ts'
import { giveReview } from '../review/give-review.ts'
import { type GivenClaim, givenConfirmedClaim } from '../claims/testing.ts'
import { givenBudgetLine, givenOrganisation, givenPeople, NOW } from '../testing.ts'
import { settlingNeeds } from '../deciding/testing.ts'
import { claimsFrozen } from './ask.ts'

/** Whom the register of deaths of this test knows, by subject; and who has signed nothing. */
const dead = new Map<string, string>()
const absent = new Set<string>()
const register: Check = {
  id: 'A04',
  title: { zh: '健在', en: 'Alive' },
  subject: 'enrolment',
  moments: ['claim'],
  action: 'block',
  suspicion: ['claim'],
  onUnavailable: 'note',
  basis: { zh: '审计通行做法', en: 'Usual practice of auditors' },
  run: async ({ subjects }) =>
    subjects.map(({ id }) => {
      const told = dead.get(id)
      return told ? failed(id, { zh: told, en: told }) : passed(id)
    }),
}

let at: BatchDesks
const claims = new Map<string, Claim>()
/** The groups of this test are the classes that were claimed. */
const groups: CaseGroups = {
  kind: 'class',
  find: async (_tx, ids) =>
    new Map(
      ids.flatMap((id) => {
        const claim = claims.get(id)
        const title = { zh: claim?.title ?? '', en: '' }
        return claim
          ? [
              [
                id,
                { id, title, organisationId: claim.organisationId, organisationName: claim.organisationName },
              ] as const,
            ]
          : []
      }),
    ),
  list: async () => [],
  membersOf: async () => [],
  tracesOf: async () =>
    new Map(
      [...dead.keys()]
        .filter((id) => !absent.has(id))
        .map((id) => [id, { kind: 'muster', id, label: { zh: '出勤', en: 'Muster' } }]),
    ),
}
/** Nobody of this test attends or teaches, but whom it says. */
const trainees = new Set<string>()
const source: OverrideSource = {
  kind: 'class',
  find: async () => new Map(),
  whoIs: async () => new Map(),
  standingsOf: async () => [],
  handsOf: async () => [...trainees].map((personId) => ({ personId, duty: 'trainee' as const })),
}
const needs = settlingNeeds({ integrity: integrityOf([register], groups) })

beforeAll(async () => {
  at = await givenBatchDesks()
  await at.funds.within((tx) => givenBudgetLine(tx, { appropriatedFen: 1_000_000_000n }))
})
afterAll(() => at.close())

const within: BatchDesks['funds']['within'] = (work, district) => at.funds.within(work, district)

async function claimed(given: GivenClaim = {}): Promise<Claim> {
  const claim = await within((tx) => givenConfirmedClaim(tx, given, needs))
  claims.set(claim.groupId, claim)
  return claim
}
async function approved(given: GivenClaim = {}): Promise<Claim> {
  const claim = await at.givenPayableClaim(given)
  claims.set(claim.groupId, claim)
  return claim
}
const school = () => within((tx) => givenOrganisation(tx))
const subjectOf = async (claim: Claim) =>
  (
    await within((tx) =>
      sql<{ id: string }>`
    select subject_id as id from funds.claim_people where claim_id = ${claim.id} order by position limit 1`.execute(
        tx.db,
      ),
    )
  ).rows[0]!.id
const again = (claim: Claim) =>
  within((tx) => lookAgain(tx, needs, { groupId: claim.groupId, because: { zh: '回函', en: 'answer' }, now: NOW }))
const casesOf = (claim: Claim) => within((tx) => listCasesBy(tx, { groupId: claim.groupId }, { limit: 10 }))
const openDoubt = (claim: Claim) =>
  within(async (tx) => {
    const [somebody] = await givenPeople(tx, 1)
    const group = (await groups.find(tx, [claim.groupId])).get(claim.groupId)!
    const actor = { accountId: newId(), personId: somebody!.personId }
    return openByHand(tx, 'class', group, { reason: '回访时称未参加', actor, now: NOW })
  })
const freezeOf = (claim: Claim) => within((tx) => findFreeze(tx, claim))
const pass = (claim: Claim) =>
  within(async (tx) => {
    const [somebody] = await givenPeople(tx, 1)
    return giveReview(tx, {
      claimId: claim.id,
      duty: 'initial-review',
      outcome: 'passed',
      reasons: [],
      seenSha256: claim.contentSha256.toString('hex'),
      actor: { accountId: newId(), personId: somebody!.personId },
      now: NOW,
    })
  })
/** Two people agree: on a conclusion, or on what the authority it was referred to has answered. */
const conclude = (caseId: string, outcome: CaseOutcome, keepsProviderFrozen = false, isAnswer = false) =>
  within(async (tx) => {
    const [one, other] = await givenPeople(tx, 2)
    const row = (await findCase(tx, caseId))!
    const today = civilDateOf(NOW)
    const by = (personId: string) => ({ personId, accountId: newId(), businessAt: NOW })
    const conclusionId = await propose(tx, { source }, row, {
      outcome,
      keepsProviderFrozen,
      reasons: '已经查清,理由写在这里。',
      answer: isAnswer ? { by: '莲都区公安局', document: '〔2022〕8号', on: today } : null,
      today,
      ...by(one!.personId),
    })
    await decide(tx, { source }, row, { conclusionId, verdict: 'confirmed', reason: '', ...by(other!.personId) })
  })
const FROZEN = { kind: 'conflict', code: 'frozen-by-case' }

describe('a dead trainee who signed in', () => {
  it('opens one case about the class, however often the checks are asked; a second one joins it', async () => {
    const claim = await claimed()
    dead.set(await subjectOf(claim), '登记死亡日期 2022-02-21')
    await again(claim)
    await again(claim)
    const cases = await casesOf(claim)
    expect(cases).toHaveLength(1)
    expect(cases[0]).toMatchObject({ checkId: 'A04', openedBy: null, organisationId: claim.organisationId })
    expect(await within((tx) => listSubjects(tx, [cases[0]!.id]))).toHaveLength(1)

    const { rows } = await within((tx) =>
      sql<{
        id: string
      }>`select subject_id as id from funds.claim_people where claim_id = ${claim.id} order by position`.execute(tx.db),
    )
    dead.set(rows[1]!.id, '登记死亡日期 2022-02-22')
    await again(claim)
    expect(await casesOf(claim)).toHaveLength(1)
    expect(await within((tx) => listSubjects(tx, [cases[0]!.id]))).toHaveLength(2)
  })

  it('is no suspicion where nothing shows that the person took part', async () => {
    const claim = await claimed()
    const subject = await subjectOf(claim)
    dead.set(subject, '登记死亡日期 2022-02-21')
    absent.add(subject)
    await again(claim)
    expect(await casesOf(claim)).toEqual([])
  })
})

describe('what a case freezes', () => {
  it('freezes the class and the same provider’s other claims, and no other provider’s', async () => {
    const organisationId = await school()
    const [own, other, elsewhere] = [
      await claimed({ organisationId }),
      await claimed({ organisationId }),
      await claimed(),
    ]
    const { number, id } = await openDoubt(own)
    expect(await freezeOf(own)).toMatchObject({ number, by: 'class' })
    expect(await freezeOf(other)).toMatchObject({ number, by: 'provider' })
    expect(await freezeOf(elsewhere)).toBeUndefined()
    await expect(pass(own)).rejects.toMatchObject(FROZEN)
    await expect(pass(other)).rejects.toMatchObject(FROZEN)
    expect(await pass(elsewhere)).toBe('first-passed')
    const frozen = await within((tx) => claimsFrozen(tx, { groupId: own.groupId, organisationId, others: true }))
    expect(new Set(frozen.map(({ claimId, because }) => `${claimId} ${because}`))).toEqual(
      new Set([`${own.id} class`, `${other.id} provider`]),
    )

    const listed = await within(async (tx) =>
      listClaimsBy(
        tx,
        { frozen: { ...(await listFrozenNow(tx)), statuses: GOES_ON } },
        { limit: 100, order: 'newest' },
      ),
    )
    expect(listed.map((claim) => claim.id)).toEqual(expect.arrayContaining([own.id, other.id]))
    expect(listed.map((claim) => claim.id)).not.toContain(elsewhere.id)

    await conclude(id, 'excluded')
    expect(await pass(own)).toBe('first-passed')
    expect(await pass(other)).toBe('first-passed')
  })

  it('keeps the class frozen after a referral, and the provider’s others only where the conclusion says so', async () => {
    const organisationId = await school()
    const [own, other] = [await claimed({ organisationId }), await claimed({ organisationId })]
    const first = await openDoubt(own)
    await conclude(first.id, 'referred')
    await expect(pass(own)).rejects.toMatchObject(FROZEN)
    expect(await pass(other)).toBe('first-passed')
    // Until the other authority has answered, and two people say what that comes to.
    await conclude(first.id, 'excluded', false, true)
    expect(await pass(own)).toBe('first-passed')

    const next = await school()
    const [mine, others] = [await claimed({ organisationId: next }), await claimed({ organisationId: next })]
    await conclude((await openDoubt(mine)).id, 'referred', true)
    await expect(pass(mine)).rejects.toMatchObject(FROZEN)
    await expect(pass(others)).rejects.toMatchObject(FROZEN)
  })

  it('still lets a frozen claim be returned', async () => {
    const claim = await claimed()
    await openDoubt(claim)
    const status = await within(async (tx) => {
      const [somebody] = await givenPeople(tx, 1)
      return giveReview(tx, {
        claimId: claim.id,
        duty: 'initial-review',
        outcome: 'returned',
        reasons: ['考勤表与登记不符'],
        seenSha256: claim.contentSha256.toString('hex'),
        actor: { accountId: newId(), personId: somebody!.personId },
        now: NOW,
      })
    })
    expect(status).toBe('returned')
  })

  it('keeps an approved claim out of a batch, and says so before anything is pressed', async () => {
    const claim = await approved()
    const { number } = await openDoubt(claim)
    const payable = await at.finance.call(listPayableClaims)
    const shown = payable.lines.flatMap((line) => line.claims).find(({ id }) => id === claim.id)
    expect(shown?.mayNot?.zh).toContain(number)
    const refusal = await refusalOf(at.finance.call(makeBatch, { body: { claimIds: [claim.id] } }))
    expect(refusal.code).toBe('frozen-by-case')
    expect(refusal.items?.[0]).toMatchObject({ at: claim.number })
  })

  it('stops a batch from being signed and from being exported, until it is released', async () => {
    const claim = await approved()
    const { id, contentSha256 } = await at.finance.call(makeBatch, { body: { claimIds: [claim.id] } })
    const params = { batchId: id }
    const doubt = await openDoubt(claim)
    const detail = await at.approver.call(getBatch, { params })
    expect(detail.frozenBy).toEqual([expect.objectContaining({ claimNumber: claim.number, number: doubt.number })])
    expect(detail.mayNot?.zh).toContain(doubt.number)
    expect((await refusalOf(at.approver.call(signBatch, { params, body: { contentSha256 } }))).code).toBe(
      'frozen-by-case',
    )

    await conclude(doubt.id, 'excluded')
    await signTwice(at, { id: params.batchId, contentSha256 })
    await openDoubt(claim)
    expect((await refusalOf(at.finance.call(exportBatch, { params }))).code).toBe('frozen-by-case')
  })

  it('does not recall a list that is with the bank', async () => {
    const claim = await approved()
    const batch = await givenExportedBatch(at, [claim])
    await openDoubt(claim)
    const params = { batchId: batch.id }
    expect((await at.finance.call(getBatch, { params })).frozenBy).toEqual([])
    expect((await at.finance.call(exportBatch, { params })).batch.status).toBe('exported')
  })

  it('lets nobody slip through while a case is being opened: who passes meanwhile waits for it, and is refused', async () => {
    const claim = await claimed()
    let committed = false
    let passing: Promise<unknown> = Promise.resolve()
    await within(async (tx) => {
      const group = (await groups.find(tx, [claim.groupId])).get(claim.groupId)!
      const [somebody] = await givenPeople(tx, 1)
      const actor = { accountId: newId(), personId: somebody!.personId }
      await openByHand(tx, 'class', group, { reason: '回访时称未参加', actor, now: NOW })
      passing = pass(claim).then(
        (status) => `${status} ${committed}`,
        (error: { code?: string }) => `${error.code} ${committed}`,
      )
      await new Promise((resolve) => setTimeout(resolve, 300))
      committed = true
    })
    expect(await passing).toBe('frozen-by-case true')
    expect((await within((tx) => findClaim(tx, claim.id)))?.status).toBe('confirmed')
  })
})

describe('the database itself', () => {
  it('refuses a conclusion decided by whoever proposed it, under whatever account, and a second conclusion', async () => {
    const claim = await claimed()
    const doubt = await openDoubt(claim)
    const [one, other, third] = await within((tx) => givenPeople(tx, 3))
    const proposeAs = (nth: number) =>
      within(async (tx) => {
        const conclusion = { id: newId(), caseId: doubt.id, proposedBy: one!.personId }
        await insertConclusion(tx, {
          ...conclusion,
          nth,
          outcome: 'cleared',
          keepsProviderFrozen: false,
          reasons: '已经查清,理由写在这里。',
          answer: null,
          accountId: newId(),
          businessAt: NOW,
        })
        await enterHands(tx, conclusion.id, [
          { personId: one!.personId, duty: 'propose' },
          { personId: other!.personId, duty: 'decide' },
          { personId: third!.personId, duty: 'trainee' },
        ])
        return conclusion
      })
    const decideAs = (conclusion: { id: string; caseId: string; proposedBy: string }, decidedBy: string) =>
      within((tx) =>
        insertDecision(tx, {
          conclusion: { ...conclusion, isAnswer: false },
          decidedBy,
          accountId: newId(),
          verdict: 'confirmed',
          reason: '',
          businessAt: NOW,
        }),
      ).then(
        () => 'decided',
        (error: unknown) => brokenConstraint(error),
      )
    const first = await proposeAs(1)
    expect(await decideAs(first, one!.personId)).toBe('two_people_conclude_a_case')
    // Another name for the proposer does not help: the foreign key binds it to the proposal.
    expect(await decideAs({ ...first, proposedBy: other!.personId }, one!.personId)).toBe('decision_on_a_conclusion')
    // Nobody who attends the class, in whatever duty they would act; the key of the hands is what refuses.
    expect(await decideAs(first, third!.personId)).toBe('a_conclusion_is_decided_in_that_duty')
    const taken = within((tx) => insertHand(tx, first.id, { personId: third!.personId, duty: 'decide' }))
    expect(await taken.catch((error: unknown) => brokenConstraint(error))).toBe('nobody_judges_a_class_of_their_own')
    expect(await decideAs(first, other!.personId)).toBe('decided')
    expect(await decideAs(first, other!.personId)).toBe('case_decisions_pkey')
    expect(await decideAs(await proposeAs(2), other!.personId)).toBe('a_case_is_concluded_once')
  })

  it('lets the application change nothing of a case', async () => {
    for (const table of [
      'cases',
      'case_subjects',
      'case_evidence',
      'case_events',
      'case_conclusions',
      'case_decisions',
    ]) {
      const { rows } = await asDatabaseOwner(at, (query) =>
        query(`select has_table_privilege('shanjiang_app', 'integrity.${table}', 'update')
          or has_table_privilege('shanjiang_app', 'integrity.${table}', 'delete') as may`),
      )
      expect([table, rows[0].may]).toEqual([table, false])
    }
  })
})
