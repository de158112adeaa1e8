import type { Tx } from '../../../platform/db/public.ts'
import { moveBenefits } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { fenToText, newId } from '../../values/public.ts'
import { moveMoney } from '../budget/ledger.ts'
import { moveClaim } from '../claims/move-claim.ts'
import { findClaimLine } from '../claims/people/store.ts'
import { nextStatus } from '../claims/rules.ts'
import { type Claim, lockClaim } from '../claims/store.ts'
import { findEntitlement, setEntitlementStatus } from '../deciding/store.ts'
import { insertStatusEvents } from '../status/store.ts'
import { HOLD_AFTER } from './rules.ts'
import { endHold, type LineHold, listHeldByCase, listHoldsOn } from './store.ts'
import { words } from './words.ts'

export type HoldConclusion = {
  readonly caseId: string
  readonly caseNumber: string
  readonly outcome: keyof typeof HOLD_AFTER
  readonly now: Date
}

/**
 * What two people have concluded about the persons a case held: cleared, they are paid after all; excluded, their money is
 * available again and the claim goes on without them. A referral ends nothing. Asked twice, it changes nothing.
 */
export async function endHoldsOf(tx: Tx, conclusion: HoldConclusion): Promise<void> {
  const to = HOLD_AFTER[conclusion.outcome]
  if (to === undefined) return
  for (const hold of await listHeldByCase(tx, conclusion.caseId)) {
    const claim = await lockClaim(tx, hold.claimId)
    if (!claim) throw new Error(`hold ${hold.id} is on claim ${hold.claimId}, which does not exist`)
    if (!(await endHold(tx, hold.id, to))) continue
    await tell(tx, hold, to, conclusion)
    if (to === 'dropped') await dropLine(tx, claim, hold, conclusion)
  }
}

async function tell(tx: Tx, hold: LineHold, to: 'released' | 'dropped', { caseNumber, now }: HoldConclusion) {
  const note = words[to](caseNumber).zh
  await insertStatusEvents(tx, [
    {
      id: newId(),
      subjectKind: 'line-hold',
      subjectId: hold.id,
      from: 'held',
      to,
      personId: null,
      note,
      businessAt: now,
    },
  ])
  await recordAct(tx, {
    id: newId(),
    act: `line-hold.${to}`,
    subjectKind: 'claim',
    subjectId: hold.claimId,
    actor: null,
    at: now,
    detail: { claimLineId: hold.claimLineId, case: caseNumber, amountFen: fenToText(hold.amountFen) },
  })
}

/** Whom two people excluded is due nothing any more. A claim that was returned meanwhile has given its money back already. */
async function dropLine(tx: Tx, claim: Claim, hold: LineHold, { now, caseNumber }: HoldConclusion): Promise<void> {
  if (claim.status === 'returned') return
  const line = await findClaimLine(tx, hold.claimLineId)
  const entitlement = line && (await findEntitlement(tx, { id: line.entitlementId }))
  if (entitlement) {
    await setEntitlementStatus(tx, entitlement.id, 'held')
    await moveBenefits(tx, { holderId: claim.id, decisionIds: [entitlement.decisionId] }, 'released', now)
  }
  const dropped = (await listHoldsOn(tx, [claim.id])).filter(({ status }) => status === 'dropped')
  if (dropped.length === claim.headCount && nextStatus(claim.status, 'send-back'))
    await moveClaim(tx, claim, 'send-back', { personId: null, at: now, note: words.nobodyLeft(caseNumber).zh })
  await moveMoney(tx, {
    lineId: claim.lineId,
    from: 'committed',
    to: 'available',
    amountFen: hold.amountFen,
    reason: 'line-dropped',
    subject: { kind: 'line-hold', id: hold.id },
    actor: null,
    at: now,
  })
}
