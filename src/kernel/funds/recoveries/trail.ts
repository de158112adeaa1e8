import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Trail, TrailStep } from '../../record/public.ts'
import { formatYuan, maskName } from '../../values/public.ts'
import { words as actWords } from '../acts/words.ts'
import { paidOf } from './showing.ts'
import { findRecovery, listReceipts } from './store.ts'
import { words } from './words.ts'

const plain = (text: string): Sentence => ({ zh: text, en: text })
const yuan = (fen: bigint): Sentence => ({ zh: `${formatYuan(fen)} 元`, en: `¥${formatYuan(fen)}` })

async function describe(tx: Tx, id: string): Promise<(TrailStep & { organisationId: string | null }) | undefined> {
  const row = await findRecovery(tx, id)
  if (!row) return undefined
  const { payment, claim } = await paidOf(tx, row.paymentId)
  const receipts = await listReceipts(tx, { recoveryId: id })
  // A proposal is the bureau's own until another person has confirmed it.
  const isOrdered = row.status === 'ordered' || row.status === 'recovered'
  return {
    kind: 'recovery',
    id,
    organisationId: isOrdered ? claim.organisationId : null,
    title: words.trailTitle(payment.reference),
    says: [
      { label: words.payee, value: plain(maskName(payment.payeeName)) },
      { label: words.paid, value: yuan(payment.amountFen) },
      { label: words.amount, value: yuan(row.amountFen) },
      { label: words.received, value: yuan(row.receivedFen) },
      { label: words.state, value: words.statuses[row.status] },
      { label: words.document, value: plain(row.document) },
      ...receipts.map((each) => ({
        label: words.voucher,
        value: plain(`${each.voucher} · ${each.receivedOn} · ${formatYuan(each.amountFen)}`),
      })),
    ],
    restsOn: [
      {
        kind: 'payment',
        id: payment.id,
        title: { zh: `支付 ${payment.reference}`, en: `Payment ${payment.reference}` },
      },
      ...(row.decisionId === null ? [] : [{ kind: 'decision', id: row.decisionId, title: words.byDecision }]),
    ],
    leadsTo: receipts.map((each) => ({
      kind: 'recovery-receipt',
      id: each.id,
      title: plain(`${each.voucher} · ${formatYuan(each.amountFen)}`),
    })),
  }
}

/** How money that came back is walked: from the recovery, or from one of its receipts in the ledger, to the payment. */
export const recoveryTrails: readonly Trail[] = [
  { kind: 'recovery', describe },
  {
    kind: 'recovery-receipt',
    async describe(tx, id) {
      const [receipt] = await listReceipts(tx, { ids: [id] })
      const step = receipt && (await describe(tx, receipt.recoveryId))
      if (!receipt || !step) return undefined
      const { claim } = await paidOf(tx, (await findRecovery(tx, receipt.recoveryId))!.paymentId)
      const { lineId } = claim
      return {
        ...step,
        kind: 'recovery-receipt',
        id,
        restsOn: [{ kind: 'recovery', id: receipt.recoveryId, title: step.title }],
        leadsTo: [{ kind: 'budget-line', id: lineId, title: actWords.cameBackTo }],
      }
    },
  },
]
