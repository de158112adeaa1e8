import type { Sentence } from '../../../platform/contract/public.ts'
import { formatYuan, withoutLongNumbers } from '../../values/public.ts'
import type { Office } from '../telling/rules.ts'
import { words } from './words.ts'

/** What a recovery goes through. */
export const RECOVERY_STATUSES = ['proposed', 'declined', 'ordered', 'recovered'] as const
export type RecoveryStatus = (typeof RECOVERY_STATUSES)[number]

export type RecoveryAct = 'confirm' | 'decline' | 'receive'

/** What may happen to it next; receiving moves it on only when all is back. */
export const RECOVERY_NEXT = {
  proposed: { confirm: 'ordered', decline: 'declined' },
  ordered: { receive: 'recovered' },
  declined: {},
  recovered: {},
} as const satisfies Record<RecoveryStatus, Partial<Record<RecoveryAct, RecoveryStatus>>>

export function nextRecovery(status: RecoveryStatus, act: RecoveryAct): RecoveryStatus | undefined {
  return (RECOVERY_NEXT[status] as Partial<Record<RecoveryAct, RecoveryStatus>>)[act]
}

/** Why so much cannot be ordered back of a payment; undefined when it can. */
export function whyNotOrdered(
  payment: { readonly status: string; readonly amountFen: bigint },
  amountFen: bigint,
): Sentence | undefined {
  if (payment.status !== 'paid') return words.notPaid
  return amountFen > payment.amountFen ? words.moreThanPaid(formatYuan(payment.amountFen)) : undefined
}

export type RecoveryTold = {
  readonly maskedName: string
  readonly position: number
  readonly scheme: Sentence
  readonly group: string
  readonly paidOn: string
  readonly paidFen: bigint
  readonly amountFen: bigint
  readonly receivedFen: bigint
  readonly document: string
  readonly office: Office
  readonly today: string
  readonly until: string
}

/** What the person is told of it, about nobody else and with no official named; the provider reads the same. */
export function recoveryNotice(told: RecoveryTold): readonly Sentence[] {
  const left = told.amountFen - told.receivedFen
  return [
    words.noticeTo(told.maskedName, told.position),
    words.noticePaid(told.scheme, withoutLongNumbers(told.group), told.paidOn, formatYuan(told.paidFen)),
    words.noticeBack(formatYuan(told.amountFen), withoutLongNumbers(told.document)),
    left === 0n ? words.noticeDone : words.noticeLeft(formatYuan(told.receivedFen), formatYuan(left), told.until),
    words.noticeWhere(told.office.bureau, told.office.place, told.office.phone),
    words.noticeObject,
  ]
}
