import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../../../platform/contract/public.ts'
import { brokenConstraint } from '../../../../platform/db/public.ts'
import { keepFile } from '../../../../platform/files/public.ts'
import { type Role, saveAccount } from '../../../access/public.ts'
import { insertScan } from '../../../record/paper/store.ts'
import { newId } from '../../../values/public.ts'
import { recomputeBalances } from '../../budget/ledger.ts'
import { type Claim, findClaim } from '../../claims/store.ts'
import { listHands } from '../../duties/store.ts'
import { carryOn, givenClaim } from '../../claims/testing.ts'
import {
  type Desks,
  type FundsDatabase,
  givenBudgetLine,
  givenDesks,
  givenFundsDatabase,
  LIANDU,
  type Someone,
  testVault,
} from '../../testing.ts'
import {
  approvalSheet,
  decideApprovalOnPaper,
  recordApprovalOnPaper,
  recordConfirmationOnPaper,
} from '../approval/contract.ts'
import { initialReview } from '../contract.ts'
import { reviewConstraintWords, reviewRoutes } from '../routes.ts'
import { listReviews } from '../store.ts'
import { scansRestedOn } from './rests.ts'
import { APPROVAL_FORM } from './rules.ts'

let funds: FundsDatabase
let desks: Desks
let clerk: Someone
let reviewer: Someone
let deputy: Someone
beforeAll(async () => {
  funds = await givenFundsDatabase()
  desks = await givenDesks(funds, reviewRoutes(), reviewConstraintWords)
  await funds.within((tx) => givenBudgetLine(tx))
  clerk = await withAccount(['clerk'])
  reviewer = await withAccount(['reviewer'])
  deputy = await withAccount(['deputy-director'])
})
afterAll(async () => {
  await desks.app.close()
  await funds.close()
})

async function withAccount(roles: readonly Role[], personId?: string): Promise<Someone> {
  const someone = await desks.someone(roles, personId ? { personId } : {})
  await funds.within((tx) =>
    saveAccount(tx, {
      id: someone.actor.accountId,
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
const scanOf = (claim: Claim, form: string | null = APPROVAL_FORM) =>
  funds.within(async (tx) => {
    const { accountId, personId } = clerk.actor
    const bytes = Buffer.from(`scan ${newId()}`)
    const file = await keepFile(tx, testVault, {
      id: newId(),
      name: '扫描.pdf',
      mediaType: 'application/pdf',
      bytes,
      createdBy: accountId,
    })
    const id = newId()
    await insertScan(tx, {
      id,
      subjectKind: 'claim',
      subjectId: claim.id,
      form,
      paperId: null,
      title: form === null ? '机构确认书' : '',
      fileId: file.id,
      fileName: '扫描.pdf',
      mediaType: 'application/pdf',
      sizeBytes: bytes.length,
      sha256: file.sha256,
      organisationId: null,
      accountId,
      personId,
      businessAt: tx.now,
    })
    return id
  })
const at = (to: 'assembled' | 'second-passed', people = 2) =>
  funds.within(async (tx) => carryOn(tx, await givenClaim(tx, { people }), { to }))
const seen = (claim: Claim) => claim.contentSha256.toString('hex')
const refusalOf = (given: Promise<unknown>) =>
  given.then(
    () => expect.fail('not refused'),
    (error: unknown) => (error as Refusal).problem,
  )
const signed = async (claim: Claim, over: Record<string, string> = {}) => ({
  params: { claimId: claim.id },
  body: {
    scanId: await scanOf(claim),
    approverId: deputy.actor.personId,
    signedOn: '2022-03-28',
    contentSha256: seen(claim),
    ...over,
  },
})

describe('a confirmation on sealed paper', () => {
  it('is recorded with its scan and why; it takes nothing in hand, and its recorder may review', async () => {
    const claim = await at('assembled')
    const body = { scanId: await scanOf(claim), reason: '机构网络故障', contentSha256: seen(claim) }
    const params = { claimId: claim.id }
    expect(await clerk.call(recordConfirmationOnPaper, { params, body })).toEqual({ status: 'confirmed' })
    const hands = await funds.within((tx) => listHands(tx, claim.id))
    expect(hands.map(({ personId }) => personId)).not.toContain(clerk.actor.personId)
    const pass = { outcome: 'passed' as const, reasons: [], contentSha256: seen(claim) }
    expect(await clerk.call(initialReview, { params, body: pass })).toEqual({ status: 'first-passed' })
  })

  it('takes a scan of this very claim, and what was seen is what it says', async () => {
    const [claim, other] = [await at('assembled'), await at('assembled')]
    const asked = (scanId: string, contentSha256 = seen(claim)) =>
      clerk.call(recordConfirmationOnPaper, {
        params: { claimId: claim.id },
        body: { scanId, reason: '机构网络故障', contentSha256 },
      })
    expect(await refusalOf(asked(await scanOf(other)))).toMatchObject({ status: 422, code: 'no-scan' })
    expect(await refusalOf(asked(await scanOf(claim), '0'.repeat(64)))).toMatchObject({ code: 'content-changed' })
  })
})

describe('an approval signed on paper', () => {
  it('is written down by one and confirmed by another; it is the signer’s own, by post and person', async () => {
    const claim = await at('second-passed', 11)
    const params = { claimId: claim.id }
    await clerk.call(recordApprovalOnPaper, await signed(claim))
    expect((await funds.within((tx) => findClaim(tx, claim.id)))?.status).toBe('second-passed')
    expect((await clerk.call(approvalSheet, { params })).paper?.mayNot?.zh).toMatch(/^登记和核对须由两人办理/)
    const confirming = { params, body: { verdict: 'confirmed' as const } }
    expect(await refusalOf(clerk.call(decideApprovalOnPaper, confirming))).toMatchObject({ code: 'two-people' })
    const otherAccount = await withAccount(['reviewer'], clerk.actor.personId)
    expect(await refusalOf(otherAccount.call(decideApprovalOnPaper, confirming))).toMatchObject({ code: 'two-people' })
    const signer = await desks.someone(['reviewer'], { personId: deputy.actor.personId })
    expect(await refusalOf(signer.call(decideApprovalOnPaper, confirming))).toMatchObject({ code: 'own-signature' })
    expect(await reviewer.call(decideApprovalOnPaper, confirming)).toEqual({ status: 'approved' })
    const reviews = await funds.within((tx) => listReviews(tx, claim.id))
    expect(reviews.at(-1)).toMatchObject({
      duty: 'approval',
      personId: deputy.actor.personId,
      givenAs: 'deputy-director',
    })
    expect(reviews.at(-1)?.paperId).not.toBeNull()
    expect(await funds.within(recomputeBalances)).toEqual([])
  })

  it('says nothing where the scan says otherwise; it can be recorded anew', async () => {
    const claim = await at('second-passed', 11)
    const params = { claimId: claim.id }
    await clerk.call(recordApprovalOnPaper, await signed(claim))
    expect(await refusalOf(clerk.call(recordApprovalOnPaper, await signed(claim)))).toMatchObject({
      code: 'paper-waits',
    })
    const declined = { params, body: { verdict: 'declined' as const, reason: '日期不符' } }
    expect(await reviewer.call(decideApprovalOnPaper, declined)).toEqual({ status: 'second-passed' })
    expect(await refusalOf(reviewer.call(decideApprovalOnPaper, declined))).toMatchObject({ code: 'no-paper-waits' })
    await reviewer.call(recordApprovalOnPaper, await signed(claim))
  })

  it('is recorded by a scan of the very form, which from then on stays', async () => {
    const claim = await at('second-passed', 11)
    const other = await signed(claim, { scanId: await scanOf(claim, null) })
    expect(await refusalOf(clerk.call(recordApprovalOnPaper, other))).toMatchObject({ code: 'not-the-sheet' })
    const scanId = await scanOf(claim)
    const params = { claimId: claim.id }
    expect((await clerk.call(approvalSheet, { params })).scans[0]).toMatchObject({ id: scanId, fileName: '扫描.pdf' })
    const resting = () => funds.within((tx) => scansRestedOn(tx, claim.id))
    expect(await resting()).toEqual(new Map())
    await clerk.call(recordApprovalOnPaper, await signed(claim, { scanId }))
    expect((await resting()).get(scanId)?.zh).toContain('待另一人核对')
    const declined = { params, body: { verdict: 'declined' as const, reason: '日期不符' } }
    await reviewer.call(decideApprovalOnPaper, declined)
    expect(await resting()).toEqual(new Map())
    // The same scan is read anew: it is not uploaded again.
    await clerk.call(recordApprovalOnPaper, await signed(claim, { scanId }))
    await reviewer.call(decideApprovalOnPaper, { params, body: { verdict: 'confirmed' } })
    expect((await resting()).get(scanId)?.zh).toBe('签批以此为据')
  })

  it('is of somebody whose sum it is, on a day that can be, with a scan of the claim as it is', async () => {
    const claim = await at('second-passed', 11)
    const head = await withAccount(['approver'])
    const asked = async (over: Record<string, string>) =>
      refusalOf(clerk.call(recordApprovalOnPaper, await signed(claim, over)))
    expect(await asked({ approverId: head.actor.personId })).toMatchObject({ code: 'not-an-approver' })
    expect((await asked({ signedOn: '2022-03-29' })).detail).toMatch(/^签批日期须在 2022-03-28 与 2022-03-28 之间/)
    expect(await asked({ contentSha256: '0'.repeat(64) })).toMatchObject({ code: 'content-changed' })
  })

  it('is read by two people in the database too, neither of them its signer', async () => {
    const claim = await at('second-passed', 11)
    await clerk.call(recordApprovalOnPaper, await signed(claim))
    const decided = (by: string) =>
      funds
        .within((tx) =>
          sql`insert into funds.paper_approval_decisions (district, paper_id, claim_id, recorded_by, approver_id, verdict, reason, decided_by, account_id, business_at)
            select district, id, claim_id, recorded_by, approver_id, 'confirmed', '', ${by}, ${newId()}, now()
            from funds.paper_approvals where district = ${LIANDU} and claim_id = ${claim.id}`.execute(tx.db),
        )
        .catch((error: unknown) => error)
    expect(brokenConstraint(await decided(clerk.actor.personId))).toBe('two_people_read_a_paper')
    expect(brokenConstraint(await decided(deputy.actor.personId))).toBe('nobody_confirms_their_own_signature')
  })
})
