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
  UploadQuery,
} from '../../../platform/contract/public.ts'
import { CLAIM_STATUSES } from '../claims/rules.ts'
import { refusalWords } from './refusal-words.ts'
import { BATCH_STATUSES, PAYMENT_STATUSES } from './rules.ts'

const BatchParams = z.object({ batchId: named(Id, '支付批次', 'batch') })
const Count = z.int().nonnegative()
const Sha256Text = z.string().regex(/^[0-9a-f]{64}$/)
const MOST_CLAIMS = 200
/** The database counts positions in 32 bits. */
const MOST_POSITION = 2 ** 31 - 1

export const Batch = z.object({
  id: Id,
  number: z.string(),
  fund: z.string(),
  fundName: SentenceShape,
  lineId: Id,
  lineName: z.string(),
  year: z.int(),
  claimCount: Count,
  lineCount: Count,
  amountFen: FenText,
  status: z.enum(BATCH_STATUSES),
  contentSha256: Sha256Text,
  frozenOn: CivilDateText,
  paidCount: Count,
  paidFen: FenText,
  returnedCount: Count,
  returnedFen: FenText,
})
export type Batch = z.infer<typeof Batch>

const BatchClaim = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  organisationName: z.string(),
  headCount: Count,
  amountFen: FenText,
  status: z.enum(CLAIM_STATUSES),
  returnedCount: Count,
  /** Whether the batch pays again what the bank gave back of it; what it pays of it, and to how many. */
  again: z.boolean(),
  paidCount: Count,
  paidFen: FenText,
})

/** What somebody did to a batch: their post, their masked name, when. */
const BatchDone = z.object({
  id: Id,
  act: z.string(),
  name: z.string(),
  post: SentenceShape,
  at: InstantText,
})

const BatchFile = z.object({
  kind: z.enum(['bank-file', 'return-file']),
  id: Id,
  name: z.string(),
  sha256: Sha256Text,
  at: InstantText,
  /** Of a return file: what it moved, and the accountant's voucher for it once it is entered. */
  answered: z
    .object({
      paidCount: Count,
      paidFen: FenText,
      returnedCount: Count,
      returnedFen: FenText,
      voucher: z.object({ number: z.string(), issuedOn: CivilDateText }).nullable(),
    })
    .nullable(),
})
export type BatchFile = z.infer<typeof BatchFile>

export const BatchDetail = z.object({
  batch: Batch,
  claims: z.array(BatchClaim),
  done: z.array(BatchDone),
  signatures: z.array(z.object({ name: z.string(), post: SentenceShape, at: InstantText, contentSha256: Sha256Text })),
  files: z.array(BatchFile),
  /** Why the reader may not do what the batch waits for; null where they may, or where it is not theirs to do. */
  mayNot: SentenceShape.nullable(),
  /** Suspicion cases that keep it from being signed or exported, claim by claim. */
  frozenBy: z.array(z.object({ claimNumber: z.string(), caseId: Id, number: z.string(), sentence: SentenceShape })),
  /** The checks asked before it was frozen; null for a batch older than that. */
  checks: z.object({ asked: Count, passed: Count }).nullable(),
  /** That it was taken back: by its maker, why; null where it was not. */
  withdrawn: z.object({ name: z.string(), post: SentenceShape, at: InstantText, reason: z.string() }).nullable(),
  /** Whether the reader looks after it (made it, or took it over), and so may withdraw it while its list is not out. */
  isKeeper: z.boolean(),
  /** Whether this district can play the bank. */
  demonstration: z.boolean(),
})
export type BatchDetail = z.infer<typeof BatchDetail>

export const Payment = z.object({
  id: Id,
  claimLineId: Id,
  position: z.int().positive(),
  reference: z.string(),
  name: z.string(),
  bankName: z.string(),
  tail: z.string(),
  amountFen: FenText,
  status: z.enum(PAYMENT_STATUSES),
  /** The bank's reason, of a returned one. */
  reason: z.string(),
  /** The account that the claim named, where another one is paid to. */
  formerAccount: z.object({ bankName: z.string(), tail: z.string() }).nullable(),
  /** The payment whose place it takes. */
  replaces: z.object({ id: Id, reference: z.string() }).nullable(),
})
export type Payment = z.infer<typeof Payment>

const PayableClaim = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  organisationName: z.string(),
  headCount: Count,
  amountFen: FenText,
  approvedOn: CivilDateText,
  /** Why the reader may not make its batch. */
  mayNot: SentenceShape.nullable(),
})

const PayableReturned = z.object({
  id: Id,
  claimLineId: Id,
  claimId: Id,
  claimNumber: z.string(),
  reference: z.string(),
  name: z.string(),
  former: z.object({ bankName: z.string(), tail: z.string() }),
  present: z.object({ bankName: z.string(), tail: z.string() }),
  amountFen: FenText,
  /** Why the reader may not make its batch. */
  mayNot: SentenceShape.nullable(),
})

const PayableReleased = z.object({
  id: Id,
  claimLineId: Id,
  claimId: Id,
  claimNumber: z.string(),
  name: z.string(),
  account: z.object({ bankName: z.string(), tail: z.string() }),
  amountFen: FenText,
  /** Why the reader may not make its batch. */
  mayNot: SentenceShape.nullable(),
})

const PayableLine = z.object({
  lineId: Id,
  fund: z.string(),
  fundName: SentenceShape,
  lineName: z.string(),
  year: z.int(),
  claimCount: Count,
  headCount: Count,
  amountFen: FenText,
  claims: z.array(PayableClaim),
  /** Payments that the bank gave back, whose account is put right. */
  returned: z.array(PayableReturned),
  /** Lines that an objection held when their claim was batched, cleared since. */
  released: z.array(PayableReleased),
})
export type PayableLine = z.infer<typeof PayableLine>

export const listBatches = endpoint({
  method: 'GET',
  path: '/batches',
  may: 'batch.read',
  summary: 'Payment batches, newest first',
  params: None,
  query: PageQuery.extend({
    status: named(z.enum(BATCH_STATUSES), '状态', 'state').optional(),
    lineId: named(Id, '预算项目', 'budget line').optional(),
    /** The beginning of a batch number. */
    number: named(z.string().trim().max(40), '批次编号', 'batch number').optional(),
  }),
  body: None,
  returns: pageOf(Batch),
})

export const listPayableClaims = endpoint({
  method: 'GET',
  path: '/batches/payable-claims',
  may: 'batch.make',
  summary: 'Approved claims that wait to be paid and returned payments that can be paid again, by budget line',
  params: None,
  query: z.object({
    limit: named(z.coerce.number().int().min(1).max(MOST_CLAIMS), '条数', 'rows').default(MOST_CLAIMS),
  }),
  body: None,
  returns: z.object({ lines: z.array(PayableLine), more: z.boolean() }),
})

export const countBatches = endpoint({
  method: 'GET',
  path: '/batches/waiting',
  may: 'batch.read',
  summary:
    'How many batches this person signs or exports next, and how much they can make a batch of; counted to a hundred',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    toSign: Count,
    toExport: Count,
    /** Payable claims, and what came back or was released and can be paid. */
    toMake: Count,
  }),
})

export const getBatch = endpoint({
  method: 'GET',
  path: '/batches/:batchId',
  may: 'batch.read',
  summary: 'One batch: what it pays, who did what, its files',
  params: BatchParams,
  query: None,
  body: None,
  returns: BatchDetail,
})

export const listPayments = endpoint({
  method: 'GET',
  path: '/batches/:batchId/payments',
  may: 'batch.read',
  summary: 'The payments of a batch in their order, accounts masked',
  params: BatchParams,
  query: PageQuery.extend({
    after: named(
      z.coerce.number().int().min(0).max(MOST_POSITION),
      '下一页的位置',
      'place of the next page',
    ).optional(),
    status: named(z.enum(PAYMENT_STATUSES), '状态', 'state').optional(),
  }),
  body: None,
  returns: pageOf(Payment),
})

const Chosen = z
  .object({
    claimIds: named(z.array(Id).max(MOST_CLAIMS), '申领单', 'claims'),
    /** Returned payments, to be paid again. */
    returnedIds: named(z.array(Id).max(MOST_CLAIMS), '退票', 'returned payments').default([]),
    /** Holds released after their claim was batched. */
    releasedIds: named(z.array(Id).max(MOST_CLAIMS), '补付人员', 'released people').default([]),
  })
  .refine(({ claimIds, returnedIds, releasedIds }) => claimIds.length + returnedIds.length + releasedIds.length > 0, {
    message: JSON.stringify(refusalWords.nothingChosen),
    path: ['claimIds'],
  })

/** A POST, because every answer is stored: a GET may not write. */
export const checkPayments = endpoint({
  method: 'POST',
  path: '/batches/checks',
  may: 'batch.make',
  summary: 'Ask the checks before payment about everybody these claims would pay; making the batch asks them again',
  params: None,
  query: None,
  body: Chosen,
  returns: z.object({
    asked: Count,
    passed: Count,
    /** Everybody who may not be paid now, and why. */
    refused: z.array(z.object({ claimNumber: z.string(), sentence: SentenceShape })),
  }),
})

export const makeBatch = endpoint({
  method: 'POST',
  path: '/batches',
  may: 'batch.make',
  summary: 'Freeze approved claims and returned payments of one budget line into a payment batch',
  params: None,
  query: None,
  body: Chosen,
  returns: Batch,
})

export const signBatch = endpoint({
  method: 'POST',
  path: '/batches/:batchId/sign',
  may: 'batch.sign',
  summary: 'Sign a frozen batch, the first or the second of two; binds the content that was seen',
  params: BatchParams,
  query: None,
  body: z.object({ contentSha256: named(Sha256Text, '看到的内容摘要', 'hash of the content seen') }),
  returns: Batch,
  fresh: true,
})

export const withdrawBatch = endpoint({
  method: 'POST',
  path: '/batches/:batchId/withdraw',
  may: 'batch.make',
  summary: 'Take a batch back that is not exported yet, by whoever made it: its claims wait to be paid again',
  params: BatchParams,
  query: None,
  body: z.object({ reason: named(z.string().trim().min(2).max(500), '撤回原因', 'reason for withdrawing') }),
  returns: Batch,
})

export const exportBatch = endpoint({
  method: 'POST',
  path: '/batches/:batchId/export',
  may: 'batch.export',
  summary: "Write the bank's list of a signed batch; asked again, the same list",
  params: BatchParams,
  query: None,
  body: None,
  returns: z.object({ batch: Batch, file: BatchFile }),
  fresh: true,
})

/** A POST, because it hands out accounts in clear and that is written down: a GET may not write. */
export const downloadBankFile = endpoint({
  method: 'POST',
  path: '/batches/:batchId/bank-file',
  may: 'batch.export',
  summary: "The bank's list, accounts in clear; every download is recorded",
  params: BatchParams,
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'text/csv',
  fresh: true,
  quota: 'export',
})

export const applyReturnFile = endpoint({
  method: 'POST',
  path: '/batches/:batchId/return-file',
  may: 'batch.return-file',
  summary: "Apply the bank's return file, whole and once; one said to be partial may leave lines out",
  params: BatchParams,
  query: UploadQuery.extend({ partial: named(z.enum(['yes', 'no']), '部分结果', 'part of the results').default('no') }),
  body: None,
  upload: true,
  returns: z.object({
    batch: Batch,
    returnFileId: Id,
    paidCount: Count,
    paidFen: FenText,
    returnedCount: Count,
    returnedFen: FenText,
  }),
})

export const enterVoucher = endpoint({
  method: 'POST',
  path: '/batches/:batchId/return-files/:returnFileId/voucher',
  may: 'batch.return-file',
  summary: "Enter the accountant's voucher for what a return file moved; once",
  params: BatchParams.extend({ returnFileId: named(Id, '回盘文件', 'return file') }),
  query: None,
  body: z.object({
    number: named(z.string().trim().min(1).max(60), '凭证号', 'voucher'),
    issuedOn: named(CivilDateText, '凭证日期', 'day of the voucher'),
  }),
  returns: BatchFile,
})

export const demonstrationReturnFile = endpoint({
  method: 'GET',
  path: '/batches/:batchId/demonstration-return-file',
  may: 'batch.return-file',
  summary:
    'In demonstration districts: a return file by a bank made of files. `returned` names positions it does not pay',
  params: BatchParams,
  query: z.object({
    returned: named(z.string().regex(/^\d{1,6}(,\d{1,6}){0,99}$/), '不支付的序号', 'positions not paid').optional(),
  }),
  body: None,
  returns: z.unknown(),
  download: 'text/csv',
})
