import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replay } from '../../policy/public.ts'
import { readDecisionFile } from '../../policy/decisions/decision-file.ts'
import { asDatabaseOwner, type BatchDesks, givenBatchDesks, givenExportedBatch } from '../batches/testing.ts'
import { listClaimPeople } from '../claims/people/store.ts'
import type { Claim } from '../claims/store.ts'
import { settledClass } from '../claims/testing.ts'
import { type Desks, givenBudgetLine, givenDesks, LIANDU, type Someone } from '../testing.ts'
import { replayDecision, takeDecisionFile } from './contract.ts'
import { findDecisionOfPayment } from './store.ts'
import { replayRoutes } from './routes.ts'

let at: BatchDesks
let desks: Desks
let auditor: Someone
let claim: Claim
beforeAll(async () => {
  at = await givenBatchDesks()
  desks = await givenDesks(at.funds, replayRoutes(), {})
  await at.funds.within((tx) => givenBudgetLine(tx))
  auditor = await desks.someone(['auditor'])
  claim = await at.givenPayableClaim()
})
afterAll(async () => {
  await desks.app.close()
  await at.close()
})

async function firstOf(of: Claim) {
  const [person] = await at.funds.within((tx) => listClaimPeople(tx, of.id))
  return { claimId: of.id, decisionId: person!.decisionId }
}

describe('a decision decided again', () => {
  it('comes to the same fen and digest, and names the payments made on it', async () => {
    const batch = await givenExportedBatch(at, [claim])
    const params = await firstOf(claim)
    const replayed = await auditor.call(replayDecision, { params })
    expect(replayed).toMatchObject({ same: true, wouldBe: [], references: [`${batch.number}-0001`] })
    expect(replayed.lines.map(({ id, same }) => `${id} ${same}`)).toEqual([
      'hash true',
      'pack true',
      'answer true',
      'amount true',
      'trace true',
    ])
  })

  it('is found by the reference that the bank knows the payment under', async () => {
    const { decisionId } = await firstOf(claim)
    const { references } = await auditor.call(replayDecision, { params: await firstOf(claim) })
    const find = (reference: string) => at.funds.within((tx) => findDecisionOfPayment(tx, reference))
    expect(await find(references[0]!)).toBe(decisionId)
    expect(await find('P-2022-999-0001')).toBeUndefined()
  })

  it('says what would have made it yes for whom it refused', async () => {
    const { claim: refused } = await settledClass(at.funds, [{ attended: 9 }, {}])
    const { wouldBe } = await auditor.call(replayDecision, { params: await firstOf(refused!) })
    expect(wouldBe.map(({ zh }) => zh)).toEqual(['如果个人出勤率不是 45%(9/20)而是 80%,可补贴 1,000 元。'])
  })

  it('is nobody’s business in another claim, or of somebody who is not in it', async () => {
    const { decisionId } = await firstOf(claim)
    const { claim: other } = await settledClass(at.funds, [{}])
    const asked = auditor.call(replayDecision, { params: { claimId: other!.id, decisionId } })
    await expect(asked).rejects.toMatchObject({ problem: { status: 404 } })
  })
})

describe('a decision as a file', () => {
  it('is replayed without the database, and taking it is on record', async () => {
    const params = await firstOf(claim)
    const bytes = (await auditor.call(takeDecisionFile, { params })) as Blob
    const { district, decision, pack } = readDecisionFile(await bytes.text())
    expect(district).toBe(LIANDU)
    expect(decision.id).toBe(params.decisionId)
    expect(replay(decision, pack).same).toBe(true)
    const { rows } = await asDatabaseOwner(at, (query) =>
      query(`select act from record.acts where subject_id = $1 and act = 'decision.exported'`, [params.decisionId]),
    )
    expect(rows).toHaveLength(1)
  })
})

describe('a decision that a superuser changed', () => {
  it('is found out by its replay', async () => {
    const params = await firstOf(claim)
    await asDatabaseOwner(at, (query) =>
      query(`update policy.decisions set effective_fen = effective_fen + 1, value_fen = value_fen + 1 where id = $1`, [
        params.decisionId,
      ]),
    )
    const { same, lines } = await auditor.call(replayDecision, { params })
    expect(same).toBe(false)
    expect(lines.filter((line) => !line.same).map(({ id }) => id)).toEqual(['amount'])
  })
})
