import type { Duty } from '../duties/rules.ts'

/** What a batch goes through, and a payment of it. */
export const BATCH_STATUSES = ['frozen', 'half-signed', 'signed', 'exported', 'settled', 'withdrawn'] as const
export type BatchStatus = (typeof BATCH_STATUSES)[number]

export const PAYMENT_STATUSES = ['frozen', 'sent', 'paid', 'returned', 'withdrawn'] as const
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number]

export type BatchAct = 'sign' | 'export' | 'settle' | 'withdraw'

/** What may happen to a batch next, and what it is then. The server permits by it, the browser draws its buttons from it. */
export const BATCH_NEXT = {
  frozen: { sign: 'half-signed', withdraw: 'withdrawn' },
  'half-signed': { sign: 'signed', withdraw: 'withdrawn' },
  signed: { export: 'exported', withdraw: 'withdrawn' },
  exported: { settle: 'settled' },
  settled: {},
  withdrawn: {},
} as const satisfies Record<BatchStatus, Partial<Record<BatchAct, BatchStatus>>>

/** Who may do it. */
export const BATCH_MAY = {
  sign: 'batch.sign',
  export: 'batch.export',
  settle: 'batch.return-file',
  /** And of those only whoever made it. */
  withdraw: 'batch.make',
} as const satisfies Record<BatchAct, Duty>

export function nextBatchStatus(status: BatchStatus, act: BatchAct): BatchStatus | undefined {
  return (BATCH_NEXT[status] as Partial<Record<BatchAct, BatchStatus>>)[act]
}

/** The one act that a batch waits for; no batch waits to be withdrawn. */
export function actAwaited(status: BatchStatus): BatchAct | undefined {
  return (Object.keys(BATCH_NEXT[status]) as BatchAct[]).find((act) => act !== 'withdraw')
}

/** How many people sign a batch before its list goes to the bank. */
export const SIGNERS = 2

/** Whether the bank's list exists: from the export on. */
export function hasBankFile(status: BatchStatus): boolean {
  return status === 'exported' || status === 'settled'
}

/** ('P-2022-001', 7) → 'P-2022-001-0007': what the bank gives back with every line, never used for another. */
export function paymentReference(batchNumber: string, position: number): string {
  return `${batchNumber}-${String(position).padStart(4, '0')}`
}

/** The payments that count of all that were ever frozen for a line: a withdrawn one is as if it had not been. */
export function notWithdrawn<P extends { readonly status: PaymentStatus }>(payments: readonly P[]): P[] {
  return payments.filter(({ status }) => status !== 'withdrawn')
}

/** Whether a claim is settled by what its lines have come to: all paid, or some of them given back by the bank. */
export function claimOutcome(payments: readonly PaymentStatus[]): 'paid' | 'batched' {
  return payments.length > 0 && payments.every((status) => status === 'paid') ? 'paid' : 'batched'
}
