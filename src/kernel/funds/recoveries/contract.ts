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
import { words as budgetWords } from '../budget/words.ts'
import { RECOVERY_STATUSES } from './rules.ts'

const Who = z.object({ name: z.string(), post: SentenceShape })
const Text = (most: number, zh: string, en: string) => named(z.string().trim().min(2).max(most), zh, en)
/** More than nothing and below `FEN_LIMIT`, in fen. */
const PositiveFenText = named(
  z.string().regex(/^[1-9]\d{0,14}$/, JSON.stringify(budgetWords.amountOutOfRange)),
  '金额',
  'amount',
)

export const Recovery = z.object({
  id: Id,
  paymentId: Id,
  reference: z.string(),
  claimId: Id,
  claimNumber: z.string(),
  name: z.string(),
  paidFen: FenText,
  amountFen: FenText,
  receivedFen: FenText,
  status: z.enum(RECOVERY_STATUSES),
  reason: z.string(),
  document: z.string(),
  proposedOn: CivilDateText,
})
export type Recovery = z.infer<typeof Recovery>

export const RecoveryDetail = z.object({
  recovery: Recovery,
  by: Who,
  at: InstantText,
  decision: z
    .object({ outcome: z.enum(['confirmed', 'declined']), reason: z.string(), by: Who, at: InstantText })
    .nullable(),
  receipts: z.array(
    z.object({
      id: Id,
      amountFen: FenText,
      voucher: z.string(),
      receivedOn: CivilDateText,
      by: Who,
      at: InstantText,
    }),
  ),
  /** What the person and the provider are told; none before it is ordered. */
  notice: z.array(SentenceShape),
  /** Why the reader does not decide it; null where they may, or where nothing waits. */
  mayNotDecide: SentenceShape.nullable(),
})
export type RecoveryDetail = z.infer<typeof RecoveryDetail>

const OfRecovery = z.object({ recoveryId: named(Id, '追回事项', 'recovery') })

export const listRecoveries = endpoint({
  method: 'GET',
  path: '/recoveries',
  may: 'batch.read',
  summary: 'Recoveries of money paid by mistake, newest first',
  params: None,
  query: PageQuery.extend({ status: named(z.enum(RECOVERY_STATUSES), '状态', 'state').optional() }),
  body: None,
  returns: pageOf(Recovery),
})

export const getRecovery = endpoint({
  method: 'GET',
  path: '/recoveries/:recoveryId',
  may: 'batch.read',
  summary: 'One recovery: why, who, what came back, what the person is told',
  params: OfRecovery,
  query: None,
  body: None,
  returns: RecoveryDetail,
})

/** What its provider may know of it as well: the same words the person is told. */
export const listClaimRecoveries = endpoint({
  method: 'GET',
  path: '/claims/:claimId/recoveries',
  may: 'claim.read',
  summary: 'The ordered recoveries of a claim, in the words the persons are told',
  params: z.object({ claimId: named(Id, '申领单', 'claim') }),
  query: None,
  body: None,
  returns: z.object({
    recoveries: z.array(
      z.object({
        id: Id,
        name: z.string(),
        amountFen: FenText,
        receivedFen: FenText,
        status: z.enum(RECOVERY_STATUSES),
        notice: z.array(SentenceShape),
      }),
    ),
  }),
})

export const proposeRecovery = endpoint({
  method: 'POST',
  path: '/payments/:paymentId/recovery',
  may: 'recovery.propose',
  summary: 'Propose to get back what was paid by mistake; it counts once another person has confirmed it',
  params: z.object({ paymentId: named(Id, '支付', 'payment') }),
  query: None,
  body: z.object({
    amountFen: PositiveFenText,
    reason: Text(500, '原因', 'reason'),
    document: Text(200, '依据文件', 'document'),
  }),
  returns: RecoveryDetail,
})

export const decideRecovery = endpoint({
  method: 'POST',
  path: '/recoveries/:recoveryId/decide',
  may: 'recovery.confirm',
  summary: 'Confirm or decline a recovery that another person proposed',
  params: OfRecovery,
  query: None,
  body: z.object({
    outcome: named(z.enum(['confirmed', 'declined']), '是否同意', 'decision'),
    reason: named(z.string().trim().max(500), '意见', 'remark'),
  }),
  returns: RecoveryDetail,
  fresh: true,
})

export const enterReceipt = endpoint({
  method: 'POST',
  path: '/recoveries/:recoveryId/receipts',
  may: 'recovery.receive',
  summary: 'Enter money that came back, by its voucher; in parts where need be',
  params: OfRecovery,
  query: None,
  body: z.object({
    amountFen: PositiveFenText,
    voucher: named(z.string().trim().min(1).max(60), '凭证号', 'voucher'),
    receivedOn: named(CivilDateText, '到账日期', 'day it came'),
  }),
  returns: RecoveryDetail,
})
