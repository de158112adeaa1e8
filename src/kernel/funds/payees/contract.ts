import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  FenText,
  Id,
  InstantText,
  named,
  None,
  PageQuery,
  pageOf,
  SentenceShape,
} from '../../../platform/contract/public.ts'
import { CLAIM_STATUSES } from '../claims/rules.ts'
import { PAYMENT_STATUSES } from '../batches/rules.ts'
import { RETURNED_STATES } from './rules.ts'

/** An account as everybody may see it. */
const AccountShown = z.object({ bankName: z.string(), tail: z.string() })
const Who = z.object({ name: z.string(), post: SentenceShape })

export const ReturnedPayment = z.object({
  id: Id,
  claimLineId: Id,
  claimId: Id,
  claimNumber: z.string(),
  position: z.int().positive(),
  reference: z.string(),
  name: z.string(),
  account: AccountShown,
  amountFen: FenText,
  returnedOn: CivilDateText,
  /** What the bank said. */
  reason: z.string(),
  dueOn: CivilDateText,
  /** How many days it is late; none or less is in time. */
  daysLate: z.int(),
  state: z.enum(RETURNED_STATES),
})
export type ReturnedPayment = z.infer<typeof ReturnedPayment>

export const listReturnedPayments = endpoint({
  method: 'GET',
  path: '/payees/returned',
  may: 'batch.read',
  summary: 'Payments that the bank gave back and that are not paid again yet, the longest waiting first',
  params: None,
  query: PageQuery,
  body: None,
  returns: pageOf(ReturnedPayment),
})

export const countReturnedPayments = endpoint({
  method: 'GET',
  path: '/payees/returned/count',
  may: 'batch.read',
  summary: 'How many returned payments wait, and how many of them are due today or overdue',
  params: None,
  query: None,
  body: None,
  returns: z.object({ waiting: z.int(), dueToday: z.int(), overdue: z.int() }),
})

const Correction = z.object({
  id: Id,
  from: AccountShown,
  to: AccountShown,
  reason: z.string(),
  evidence: z.string(),
  by: Who,
  at: InstantText,
  /** Whether the reader proposed it: another person decides. */
  own: z.boolean(),
  decision: z
    .object({ outcome: z.enum(['confirmed', 'declined']), reason: z.string(), by: Who, at: InstantText })
    .nullable(),
})

/** One line of a claim as its payee stands: the account it is paid to, and everything that was paid or came back. */
export const Payee = z.object({
  claimLineId: Id,
  claimId: Id,
  claimNumber: z.string(),
  title: z.string(),
  position: z.int().positive(),
  name: z.string(),
  amountFen: FenText,
  claimStatus: z.enum(CLAIM_STATUSES),
  /** As the claim was assembled with it, and as it would be paid now. */
  former: AccountShown,
  present: AccountShown,
  payments: z.array(
    z.object({
      id: Id,
      batchId: Id,
      batchNumber: z.string(),
      reference: z.string(),
      account: AccountShown,
      amountFen: FenText,
      status: z.enum(PAYMENT_STATUSES),
      reason: z.string(),
      /** The recovery of it, where there is one that was not declined. */
      recoveryId: Id.nullable(),
    }),
  ),
  corrections: z.array(Correction),
  /** Why nobody proposes another account now, or why the reader does not; null where they may. */
  mayNotPropose: SentenceShape.nullable(),
  /** Why the reader does not decide what is proposed; null where they may, or where nothing is. */
  mayNotDecide: SentenceShape.nullable(),
})
export type Payee = z.infer<typeof Payee>

const OfLine = z.object({ claimLineId: named(Id, '申领明细', 'claim line') })
const Text = (most: number, zh: string, en: string) => named(z.string().trim().min(2).max(most), zh, en)

export const getPayee = endpoint({
  method: 'GET',
  path: '/payees/:claimLineId',
  may: 'batch.read',
  summary: 'The payee of one claim line: accounts, corrections, payments',
  params: OfLine,
  query: None,
  body: None,
  returns: Payee,
})

export const proposeCorrection = endpoint({
  method: 'POST',
  path: '/payees/:claimLineId/corrections',
  may: 'account.correct',
  summary: 'Propose another account of the same person; it counts once another person has confirmed it',
  params: OfLine,
  query: None,
  body: z.object({
    accountNumber: named(z.string().trim().min(1).max(40), '银行账号', 'account number'),
    holderName: Text(100, '户名', 'name on the account'),
    bankName: Text(100, '开户行', 'bank'),
    reason: Text(500, '更正原因', 'reason'),
    evidence: Text(500, '依据材料', 'evidence'),
  }),
  returns: Payee,
})

export const decideCorrection = endpoint({
  method: 'POST',
  path: '/payees/:claimLineId/corrections/:correctionId/decide',
  may: 'account.confirm',
  summary: 'Confirm or decline the account that another person proposed',
  params: OfLine.extend({ correctionId: named(Id, '账户更正', 'correction') }),
  query: None,
  body: z.object({
    outcome: named(z.enum(['confirmed', 'declined']), '是否同意', 'decision'),
    reason: named(z.string().trim().max(500), '意见', 'remark'),
  }),
  returns: Payee,
  fresh: true,
})
