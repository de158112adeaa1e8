import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type ConstraintWords, type Route, route } from '../../../platform/http/public.ts'
import { giveBackOf } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import type { District } from '../../reference/public.ts'
import { civilDate, civilDateOf, fenFromText, fenToText, formatYuan, keptText, newId } from '../../values/public.ts'
import { moveMoney } from '../budget/ledger.ts'
import { findClaimLine } from '../claims/people/store.ts'
import { findClaim, lockClaim } from '../claims/store.ts'
import { words as claimWords } from '../claims/words.ts'
import { findEntitlement } from '../deciding/store.ts'
import { refuseDuty } from '../duties/ask.ts'
import { insertStatusEvents, listStatusEvents } from '../status/store.ts'
import * as contract from './contract.ts'
import { nextRecovery, type RecoveryAct, type RecoveryStatus, whyNotOrdered } from './rules.ts'
import { noticesOf, paidOf, showRecoveries, showRecoveryDetail } from './showing.ts'
import {
  addReceived,
  findRecovery,
  insertReceipt,
  insertRecovery,
  insertRecoveryDecision,
  listRecoveriesBy,
  listRecoveriesOf,
  listRecoveriesOfClaim,
  lockRecovery,
  type RecoveryRow,
  setRecoveryStatus,
} from './store.ts'
import { words } from './words.ts'

export const recoveryConstraintWords: ConstraintWords = {
  one_recovery_a_payment: words.already,
  one_recovery_a_payment_and_decision: words.already,
  a_receipt_is_entered_once: words.voucherUsed,
  two_people_order_a_recovery: words.ownProposal,
}

export function recoveryRoutes(needs: { readonly districtOf: (district: number) => District }): Route[] {
  const told = (tx: Tx, now: Date) => ({ now, district: needs.districtOf(tx.district) })
  const shown = async (tx: Tx, id: string, personId: string, now: Date) =>
    showRecoveryDetail(tx, await getRecovery(tx, id), { personId, ...told(tx, now) })

  return [
    route(contract.listRecoveries, async ({ tx, query }) => {
      const rows = await listRecoveriesBy(tx, query.status, { after: query.after, limit: query.limit + 1 })
      const items = await showRecoveries(tx, rows.slice(0, query.limit))
      return { items, next: rows.length > query.limit ? items.at(-1)!.id : null }
    }),

    route(contract.getRecovery, ({ tx, actor, params, now }) => shown(tx, params.recoveryId, actor.personId, now)),

    route(contract.listClaimRecoveries, async ({ tx, actor, params, now }) => {
      const claim = await findClaim(tx, params.claimId, actor.organisationId)
      if (!claim) throw new Problem('not-found', claimWords.claimMissing)
      const rows = await listRecoveriesOfClaim(tx, claim.id)
      const notices = await noticesOf(tx, rows, told(tx, now))
      const recoveries = await showRecoveries(tx, rows)
      return {
        recoveries: recoveries.map(({ id, name, amountFen, receivedFen, status }) => {
          return { id, name, amountFen, receivedFen, status, notice: notices.get(id) ?? [] }
        }),
      }
    }),

    route(contract.proposeRecovery, async ({ tx, actor, params, body, now, newId: freshId }) => {
      const { payment, claim } = await lockPaid(tx, params.paymentId)
      const amountFen = fenFromText(body.amountFen)
      await refuseDuty(tx, claim.id, { duty: 'recovery.propose', personId: actor.personId, now })
      const why = whyNotOrdered(payment, amountFen)
      if (why) throw new Problem('conflict', why, { code: 'not-recoverable' })
      if ((await listRecoveriesOf(tx, [payment.id])).has(payment.id))
        throw new Problem('conflict', words.already, { code: 'one_recovery_a_payment' })

      const id = freshId()
      await insertRecovery(tx, {
        id,
        paymentId: payment.id,
        paymentFen: payment.amountFen,
        amountFen,
        beforeFen: 0n,
        decisionId: null,
        reason: keptText(body.reason),
        document: keptText(body.document),
        proposedBy: actor.personId,
        accountId: actor.accountId,
        businessAt: now,
      })
      await tellMoved(tx, id, null, 'proposed', { personId: actor.personId, at: now })
      await recordAct(tx, {
        id: freshId(),
        act: 'recovery.proposed',
        subjectKind: 'recovery',
        subjectId: id,
        actor,
        at: now,
        detail: { reference: payment.reference, amountFen: body.amountFen },
      })
      return shown(tx, id, actor.personId, now)
    }),

    route(contract.decideRecovery, async ({ tx, actor, params, body, now, newId: freshId }) => {
      const recovery = await takeRecovery(tx, params.recoveryId)
      const act = body.outcome === 'confirmed' ? 'confirm' : 'decline'
      const reason = keptText(body.reason)
      const to = permit(recovery, act)
      if (recovery.proposedBy === actor.personId)
        throw new Problem('forbidden', words.ownProposal, { code: 'two_people_order_a_recovery' })
      const { payment, claim } = await lockPaid(tx, recovery.paymentId)
      await refuseDuty(tx, claim.id, { duty: 'recovery.confirm', personId: actor.personId, now })
      if (act === 'decline' && reason.length < 2) throw new Problem('not-acceptable', words.declineReason)
      const why = act === 'confirm' ? whyNotOrdered(payment, recovery.amountFen) : undefined
      if (why) throw new Problem('conflict', why, { code: 'not-recoverable' })

      await insertRecoveryDecision(tx, recovery, {
        decidedBy: actor.personId,
        accountId: actor.accountId,
        outcome: body.outcome,
        reason,
        businessAt: now,
      })
      if (!(await setRecoveryStatus(tx, recovery.id, recovery.status, to))) throw notNow(recovery)
      await tellMoved(tx, recovery.id, recovery.status, to, { personId: actor.personId, at: now })
      await recordAct(tx, {
        id: freshId(),
        act: `recovery.${body.outcome}`,
        subjectKind: 'recovery',
        subjectId: recovery.id,
        actor,
        at: now,
        detail: { reference: payment.reference },
      })
      return shown(tx, recovery.id, actor.personId, now)
    }),

    route(contract.enterReceipt, async ({ tx, actor, params, body, now, newId: freshId }) => {
      const recovery = await takeRecovery(tx, params.recoveryId)
      const amountFen = fenFromText(body.amountFen)
      permit(recovery, 'receive')
      const { payment, claim } = await lockPaid(tx, recovery.paymentId)
      await refuseDuty(tx, claim.id, { duty: 'recovery.receive', personId: actor.personId, now })
      const left = recovery.amountFen - recovery.receivedFen
      const paid = (await listStatusEvents(tx, payment.id)).findLast(({ to }) => to === 'paid')
      const problems = [
        ...(amountFen > left ? [words.moreThanLeft(formatYuan(left))] : []),
        ...(body.receivedOn > civilDateOf(now) ? [words.inTheFuture] : []),
        ...(paid && body.receivedOn < civilDateOf(paid.businessAt) ? [words.beforeIt] : []),
      ]
      if (problems.length > 0) {
        const items = problems.map((sentence) => ({ at: '', sentence }))
        throw new Problem('not-acceptable', problems[0]!, { items, code: 'receipt-wrong' })
      }

      const id = freshId()
      const voucher = keptText(body.voucher)
      await insertReceipt(tx, {
        id,
        recoveryId: recovery.id,
        amountFen,
        voucher,
        receivedOn: civilDate(body.receivedOn),
        enteredBy: actor.personId,
        accountId: actor.accountId,
        businessAt: now,
      })
      if (!(await addReceived(tx, recovery.id, amountFen))) throw notNow(recovery)
      if (amountFen === left) {
        await tellMoved(tx, recovery.id, recovery.status, 'recovered', { personId: actor.personId, at: now })
      }
      // What came back was not had, receipt by receipt.
      await giveBackBenefit(tx, { claimId: claim.id, claimLineId: payment.claimLineId, amountFen }, now)
      await recordAct(tx, {
        id: freshId(),
        act: 'recovery.received',
        subjectKind: 'recovery',
        subjectId: recovery.id,
        actor,
        at: now,
        detail: { reference: payment.reference, amountFen: fenToText(amountFen), voucher, on: body.receivedOn },
      })
      await moveMoney(tx, {
        lineId: claim.lineId,
        from: 'paid',
        to: 'recovered',
        amountFen,
        reason: 'recovered',
        subject: { kind: 'recovery-receipt', id },
        actor,
        at: now,
        note: voucher,
      })
      return shown(tx, recovery.id, actor.personId, now)
    }),
  ]
}

async function getRecovery(tx: Tx, id: string): Promise<RecoveryRow> {
  const row = await findRecovery(tx, id)
  if (!row) throw new Problem('not-found', words.missing)
  return row
}

/** The payment as it is once its claim is locked: what comes back from the bank and what comes back from people take turns. */
async function lockPaid(tx: Tx, paymentId: string) {
  const { claim } = await paidOf(tx, paymentId)
  await lockClaim(tx, claim.id)
  return paidOf(tx, paymentId)
}

async function takeRecovery(tx: Tx, id: string): Promise<RecoveryRow> {
  const row = await lockRecovery(tx, id)
  if (!row) throw new Problem('not-found', words.missing)
  return row
}

function permit(recovery: RecoveryRow, act: RecoveryAct): RecoveryStatus {
  const to = nextRecovery(recovery.status, act)
  if (!to) throw notNow(recovery)
  return to
}

const notNow = ({ status }: RecoveryRow) => new Problem('conflict', words.notNow(status), { code: 'recovery-status' })

async function tellMoved(
  tx: Tx,
  recoveryId: string,
  from: RecoveryStatus | null,
  to: RecoveryStatus,
  by: { readonly personId: string; readonly at: Date },
): Promise<void> {
  const event = { id: newId(), subjectKind: 'recovery' as const, subjectId: recoveryId, from, to, note: '' }
  await insertStatusEvents(tx, [{ ...event, personId: by.personId, businessAt: by.at }])
}

async function giveBackBenefit(
  tx: Tx,
  { claimId, claimLineId, amountFen }: { claimId: string; claimLineId: string; amountFen: bigint },
  at: Date,
): Promise<void> {
  const line = await findClaimLine(tx, claimLineId)
  const entitlement = line && (await findEntitlement(tx, { id: line.entitlementId }))
  if (!entitlement) throw new Error(`claim line ${claimLineId} was paid and has no entitlement`)
  await giveBackOf(tx, { holderId: claimId, decisionId: entitlement.decisionId }, amountFen, at)
}
