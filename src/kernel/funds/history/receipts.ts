import type { Sentence } from '../../../platform/contract/public.ts'
import { type OccupationKnown, sameOccupation } from '../../policy/public.ts'
import type { Evidence } from '../../record/public.ts'
import { addDays, type ClosedPeriod, type SkillLevel } from '../../values/public.ts'
import type { Cover } from './covers.ts'

/** One subsidy somebody had, or is about to have, whoever it was paid to. */
export type Receipt = {
  readonly id: string
  /** The source it is known from; `here` for this platform's own. */
  readonly sourceId: string
  readonly kind: 'ledger' | 'province' | 'here' | 'elsewhere'
  /** What it was, where its record says so. */
  readonly title?: Sentence
  /** The day it counts on in a limit, where that is not when it was paid. */
  readonly counts?: ClosedPeriod
  readonly family: string | null
  readonly occupation: OccupationKnown
  readonly level: SkillLevel | null
  readonly certificateNo: string | null
  readonly amountFen: bigint
  /** More of one that was had before: not one more time. */
  readonly more?: true
  /** When it was paid, as precisely as it is known. */
  readonly paid: ClosedPeriod
  readonly source: string
  readonly evidence: Evidence
}

/** Everything known of somebody's past subsidies, and for which times that is everything. */
export type PastReceipts = { readonly receipts: readonly Receipt[]; readonly covers: readonly Cover[] }

/**
 * The same payment told by two sources is one: the office's ledger and the province's answer overlap, and write it down so
 * many days apart (`subsidy.samePaymentDays`).
 */
export function distinctReceipts(receipts: readonly Receipt[], daysApart: number): Receipt[] {
  const kept: { receipt: Receipt; sources: Set<string> }[] = []
  for (const receipt of receipts) {
    const same = kept.find(
      ({ receipt: other, sources }) => !sources.has(receipt.sourceId) && samePayment(other, receipt, daysApart),
    )
    if (same) same.sources.add(receipt.sourceId)
    else kept.push({ receipt, sources: new Set([receipt.sourceId]) })
  }
  return kept.map(({ receipt }) => receipt)
}

function samePayment(a: Receipt, b: Receipt, daysApart: number): boolean {
  if (a.family !== b.family || a.amountFen !== b.amountFen) return false
  if (a.certificateNo !== null && b.certificateNo !== null) return a.certificateNo === b.certificateNo
  if (a.level !== null && b.level !== null && a.level !== b.level) return false
  if (sameOccupation(a.occupation, b.occupation) === 'other') return false
  return a.paid.from <= addDays(b.paid.to, daysApart) && b.paid.from <= addDays(a.paid.to, daysApart)
}
