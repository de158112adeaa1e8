import { givenPng } from '../../credentials/look-ups/testing.ts'
import { applyReturnFile } from '../batches/contract.ts'
import { bankAnswer, type BatchDesks, givenBatchDesks, givenExportedBatch } from '../batches/testing.ts'
import { claimRoutes } from '../claims/routes.ts'
import { settleDifferences } from '../claims/supplement.ts'
import { carryOn, givenPublished } from '../claims/testing.ts'
import type { SettlingNeeds } from '../claims/settle-group.ts'
import { type Claim, findClaim, listOpenClaims } from '../claims/store.ts'
import { settlingNeeds } from '../deciding/testing.ts'
import { endNotices } from '../public-notices/ending.ts'
import { givenBudgetLine, type Desks, givenDesks, NOW, type Someone, testVault } from '../testing.ts'
import * as contract from './contract.ts'
import { redecisionConstraintWords, redecisionRoutes } from './routes.ts'

/** Where decisions are given anew, beside the desks that pay: the clerk proposes, the reviewer confirms. */
export type AnewDesks = BatchDesks & {
  readonly anew: Desks
  readonly proposer: Someone
  readonly confirmer: Someone
  readonly needs: SettlingNeeds
  readonly lineId: string
}

export async function givenAnewDesks(over: Partial<SettlingNeeds> = {}): Promise<AnewDesks> {
  const at = await givenBatchDesks()
  const needs = settlingNeeds(over)
  const routes = [...redecisionRoutes({ ...needs, vault: testVault }), ...claimRoutes(needs)]
  const anew = await givenDesks(at.funds, routes, redecisionConstraintWords)
  const lineId = await at.funds.within((tx) => givenBudgetLine(tx))
  return {
    ...at,
    anew,
    needs,
    lineId,
    proposer: await anew.someone(['clerk']),
    confirmer: await anew.someone(['reviewer']),
    async close() {
      await anew.app.close()
      await at.close()
    },
  }
}

/** Pays whatever of a group can be paid: each open claim is confirmed, reviewed, published, batched and paid by the bank. */
export async function payAll(at: AnewDesks, groupId: string): Promise<void> {
  for (const open of await at.funds.within((tx) => listOpenClaims(tx, groupId))) {
    if (open.status === 'paid') continue
    await payOne(at, open)
  }
  await settle(at, groupId)
}

export async function payOne(at: AnewDesks, open: Claim): Promise<void> {
  const claim = await at.funds.within(async (tx) => {
    const approved = await carryOn(tx, open)
    await givenPublished(tx, approved, new Date(NOW.getTime() - 14 * 86_400_000))
    await endNotices(tx)
    return (await findClaim(tx, open.id))!
  })
  const batch = await givenExportedBatch(at, [claim])
  await bankPays(at, batch.id)
}

export async function bankPays(at: AnewDesks, batchId: string): Promise<void> {
  const bytes = await bankAnswer(at, batchId)
  await at.finance.call(applyReturnFile, {
    params: { batchId },
    query: { fileName: '回盘.csv' },
    file: new Blob([Buffer.from(bytes)]),
  })
}

/** What the outbox does once a claim is paid. */
export const settle = (at: AnewDesks, groupId: string): Promise<void> =>
  at.funds.within((tx) => settleDifferences(tx, at.needs, { groupId, now: NOW }))

type Asked = {
  readonly decisionIds: string[]
  readonly cause: (typeof contract.proposeAnew.body)['_output']['cause']
  readonly manual?: { readonly outcome: 'eligible' | 'not-eligible'; readonly fen: string }
}

/** Proposes to decide anew as it is previewed; a manual one with its paper. */
export async function proposed(at: AnewDesks, { decisionIds, cause, manual }: Asked, by = at.proposer) {
  const asked = {
    decisionIds,
    cause,
    manual: manual ? { ...manual, cite: 'people', reason: '考勤原件被水浸毁,凭值班记录和照片认定' } : null,
  }
  const { seenSha256 } = await by.call(contract.previewAnew, { body: asked })
  const body = { ...asked, reason: '经核实原认定有误', document: '莲人社认〔2022〕1号', about: null, seenSha256 }
  const made = await by.call(contract.proposeAnew, { body })
  if (manual)
    await by.call(contract.addRedecisionFile, {
      params: { redecisionId: made.id },
      query: { fileName: '值班记录.png' },
      file: new Blob([new Uint8Array(givenPng(1))]),
    })
  return made
}

export const answered = (
  at: AnewDesks,
  redecisionId: string,
  by = at.confirmer,
  outcome: 'confirmed' | 'declined' = 'confirmed',
) => by.call(contract.answerRedecision, { params: { redecisionId }, body: { outcome, reason: '已核对' } })

/** Decided anew by two people. */
export async function decidedAnew(at: AnewDesks, asked: Asked) {
  return answered(at, (await proposed(at, asked)).id)
}
