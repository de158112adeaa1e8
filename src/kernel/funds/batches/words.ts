import type { Sentence } from '../../../platform/contract/public.ts'
import type { BatchStatus, PaymentStatus } from './rules.ts'

export const BATCH_STATUS_WORDS: Record<BatchStatus, Sentence> = {
  frozen: { zh: '待签批', en: 'Awaiting two signatures' },
  'half-signed': { zh: '待第二人签批', en: 'Awaiting the second signature' },
  signed: { zh: '已签批,待导出', en: 'Signed, to be exported' },
  exported: { zh: '已导出,待回盘', en: 'Exported, awaiting the bank' },
  settled: { zh: '已回盘', en: 'Settled' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

export const PAYMENT_STATUS_WORDS: Record<PaymentStatus, Sentence> = {
  frozen: { zh: '待发放', en: 'To be sent' },
  sent: { zh: '已送银行', en: 'Sent to the bank' },
  paid: { zh: '已支付', en: 'Paid' },
  returned: { zh: '银行退回', en: 'Returned by the bank' },
  withdrawn: { zh: '随批次撤回', en: 'Withdrawn' },
}

/** What was done to a batch, by the act kept in the record. */
export const BATCH_ACT_WORDS: Readonly<Record<string, Sentence>> = {
  'batch.made': { zh: '制单', en: 'Made' },
  'batch.signed': { zh: '签批', en: 'Signed' },
  'batch.withdrawn': { zh: '撤回批次', en: 'Withdrawn' },
  'batch.exported': { zh: '导出银行清单', en: 'Exported for the bank' },
  'batch.bank-file-downloaded': { zh: '下载银行清单(含完整账号)', en: 'Bank list downloaded (accounts in clear)' },
  'batch.voucher-entered': { zh: '登记凭证号', en: 'Voucher entered' },
  'batch.return-file-applied': { zh: '处理回盘文件', en: 'Return file applied' },
}

/** Sentences of payment batches. */
export const words = {
  title: { zh: '支付批次', en: 'Payment batches' },
  meta: {
    zh: '一人制单、两人签批,三人各不相同;内容自制单起冻结,签批、导出、回盘都与它核对。',
    en: 'Made by one and signed by two others; frozen when made, and compared with that at every later step.',
  },
  batch: { zh: '批次', en: 'Batch' },
  status: BATCH_STATUS_WORDS,
  paymentStatus: PAYMENT_STATUS_WORDS,
  acts: BATCH_ACT_WORDS,
  number: { zh: '批次号', en: 'Number' },
  fund: { zh: '资金来源', en: 'Fund' },
  budgetLine: { zh: '预算项目', en: 'Budget line' },
  claims: { zh: '申领单', en: 'Claims' },
  claimNumber: { zh: '单号', en: 'Number' },
  class: { zh: '班级', en: 'Class' },
  organisation: { zh: '机构', en: 'Organisation' },
  people: { zh: '人数', en: 'People' },
  lines: { zh: '笔数', en: 'Payments' },
  amount: { zh: '金额(元)', en: 'Amount (yuan)' },
  state: { zh: '状态', en: 'State' },
  frozenOn: { zh: '制单日期', en: 'Made on' },
  approvedOn: { zh: '批准日期', en: 'Approved on' },
  paid: { zh: '已支付', en: 'Paid' },
  returned: { zh: '退回', en: 'Returned' },
  searchHint: { zh: '批次号', en: 'Batch number' },
  noBatches: { zh: '没有符合条件的批次。', en: 'No batch matches.' },
  noBatchesYet: {
    zh: '还没有支付批次。申领单批准并公示期满后,由财务岗在这里制单。',
    en: 'There is no batch yet. Finance makes one here from claims whose notice has ended.',
  },

  note: { zh: '说明', en: 'Note' },
  waitsForBatch: { zh: '有公示期满的申领单等待制单', en: 'Claims whose notice has ended wait to be made into a batch' },
  newBatch: { zh: '新建批次', en: 'New batch' },
  checksPassed: { zh: '支付前核对通过', en: 'Passed before payment' },
  checkedBefore: (passed: number, asked: number) => ({
    zh: `支付前核对:${asked} 项中 ${passed} 项通过,没有不能发放的人`,
    en: `Checks before payment: ${passed} of ${asked} passed; nobody is kept from being paid`,
  }),
  refusedBefore: (claims: number, people: number) => ({
    zh: `支付前核对没有通过:${claims} 件申领单,${people} 处。没有制单`,
    en: `The checks before payment did not pass: ${claims} ${claims === 1 ? 'claim' : 'claims'}, ${people} in all. No batch was made`,
  }),
  lookUps: { zh: '去登记证书查验', en: 'Look certificates up' },
  newBatchMeta: {
    zh: '选取同一预算项目下公示期满的申领单。制单后内容冻结,转签批。',
    en: 'Choose claims of one budget line whose notice has ended. Once made, the batch is frozen and goes to be signed.',
  },
  noClaims: { zh: '没有申领单。', en: 'There is no claim.' },
  nothingPayable: {
    zh: '目前没有公示期满、等待发放的申领单。',
    en: 'No claim waits to be paid.',
  },
  moreClaims: {
    zh: '这里只列出最早的一部分;先为它们制单,其余的随后出现。',
    en: 'Only the earliest are listed; make a batch of these and the others follow.',
  },
  waitingOn: (claims: number, people: number, sum: string) => ({
    zh: `${claims} 件 · ${people} 人 · ${sum} 元`,
    en: `${claims} claim${claims === 1 ? '' : 's'} · ${people} ${people === 1 ? 'person' : 'people'} · ¥${sum}`,
  }),
  make: { zh: '制单', en: 'Make the batch' },
  chooseFirst: {
    zh: '先在表里勾选要一起支付的申领单,再制单。',
    en: 'First tick the claims that shall be paid together.',
  },
  made: (number: string) => ({
    zh: `已制单,批次 ${number} 待签批`,
    en: `The batch ${number} is made and waits for a signature`,
  }),
  fromLine: (line: string) => ({ zh: `资金从“${line}”支出`, en: `Paid from ${line}` }),
  sign: { zh: '签批', en: 'Sign' },
  signed: { zh: '已签批', en: 'Signed' },
  signedFirst: { zh: '已签批,待第二人签批', en: 'Signed; a second person signs next' },
  signatureOf: (nth: number) => ({
    zh: nth === 1 ? '第一人签批' : '第二人签批',
    en: nth === 1 ? 'First signature' : 'Second signature',
  }),
  signNote: {
    zh: '签批的是下面这个内容摘要;制单后任何一笔有变化,摘要就对不上,签批和导出都会被拒绝。',
    en: 'You sign the content hash below; if anything changes after the batch was made, neither signing nor export goes through.',
  },
  cannotAct: (claim: string, why: Sentence) => ({
    zh: `申领单 ${claim}:${why.zh}`,
    en: `Claim ${claim}: ${why.en}`,
  }),
  withdraw: { zh: '撤回批次', en: 'Withdraw the batch' },
  withdrawNote: {
    zh: '撤回后,申领单回到待支付,可以更正后重新制单;已有的签批作废,批次号不再使用。资金没有动。',
    en: 'Its claims wait to be paid again and can be put right first; signatures count for nothing, its number is not used again. No money moves.',
  },
  withdrawReason: { zh: '撤回原因', en: 'Why it is withdrawn' },
  withdrawHint: {
    zh: '例如:漏了一件申领单;收款账户需要更正',
    en: 'For example: a claim was left out; an account must be put right',
  },
  withdrawnDone: { zh: '批次已撤回,申领单回到待支付', en: 'The batch is withdrawn; its claims wait to be paid' },
  withdrawnTitle: { zh: '本批次已撤回', en: 'This batch is withdrawn' },
  withdrawnBody: {
    zh: '没有送银行,资金没有动;签批作废,批次号不再使用。申领单可以在新批次中支付。',
    en: 'It never went to the bank and no money moved; its signatures count for nothing and its number is not used again. Its claims can be paid in another batch.',
  },
  export: { zh: '导出银行清单', en: 'Export for the bank' },
  exported: { zh: '已导出,可以下载银行清单', en: 'Exported; the bank list can be downloaded' },
  download: { zh: '下载银行清单', en: 'Download the bank list' },
  downloadHint: {
    zh: '清单含完整账号,每次下载都会留痕',
    en: 'It holds full account numbers; every download is recorded',
  },
  upload: { zh: '银行回盘文件', en: "The bank's return file" },
  uploadHint: {
    zh: '与本批次逐笔核对,有一处不符就整份不处理',
    en: 'Compared line by line; if anything differs, none of it is applied',
  },
  applied: (paid: number, paidYuan: string, returned: number, returnedYuan: string) => ({
    zh: `已处理:支付成功 ${paid} 笔 ${paidYuan} 元,退回 ${returned} 笔 ${returnedYuan} 元`,
    en: `Applied: ${paid} paid, ¥${paidYuan}; ${returned} returned, ¥${returnedYuan}`,
  }),
  demonstration: { zh: '演示:扮演银行', en: 'Demonstration: be the bank' },
  demonstrationHint: {
    zh: '下载一份由演示银行读取清单后写的回盘文件,再上传到这里。',
    en: 'Download a return file that a demonstration bank wrote after reading the list, then upload it here.',
  },
  answers: { zh: '银行回盘与凭证', en: 'The bank’s answers and their vouchers' },
  frozenAt: { zh: '处理时间', en: 'Applied' },
  voucher: { zh: '凭证号', en: 'Voucher' },
  issuedOn: { zh: '凭证日期', en: 'Day of the voucher' },
  enterVoucher: { zh: '登记凭证号', en: 'Enter the voucher' },
  noVoucher: { zh: '未登记', en: 'Not entered' },
  voucherEntered: { zh: '已登记凭证号', en: 'The voucher is entered' },
  cancel: { zh: '取消', en: 'Cancel' },
  partial: { zh: '这份文件只有部分结果,其余以后再回', en: 'This file holds part of the results; the rest comes later' },
  laterReturns: {
    zh: '支付后又退票的,上传退票文件(按部分结果处理)。',
    en: 'Where the bank gives back what it had paid, upload that file (taken as part of the results).',
  },
  returnedLink: { zh: '去退票重付', en: 'To the returned payments' },
  returnedReady: { zh: '可重付的退票', en: 'Returned payments that can be paid again' },
  releasedReady: { zh: '异议已查清、待补付', en: 'Cleared after an objection, still to be paid' },
  chosenReleased: (count: number) => ({ zh: `补付 ${count} 人`, en: `${count} cleared` }),
  chosenReturned: (count: number) => ({ zh: `退票 ${count} 笔`, en: `${count} returned` }),
  allSucceed: { zh: '全部成功的回盘', en: 'All paid' },
  firstFails: { zh: '第 1 笔退回的回盘', en: 'Line 1 returned' },

  hash: { zh: '内容摘要(SHA-256)', en: 'Content hash (SHA-256)' },
  fingerprints: { zh: '内容摘要与文件', en: 'Hashes and files' },
  downloads: (count: number) => ({
    zh: `银行清单下载过 ${count} 次`,
    en: `The bank list was downloaded ${count} time${count === 1 ? '' : 's'}`,
  }),
  who: { zh: '经办', en: 'Who did what' },
  bankFile: { zh: '银行清单', en: 'Bank list' },
  returnFile: { zh: '回盘文件', en: 'Return file' },
  payments: { zh: '发放明细', en: 'Payments' },
  position: { zh: '序号', en: 'No.' },
  reference: { zh: '业务编号', en: 'Reference' },
  payee: { zh: '收款人', en: 'Payee' },
  account: { zh: '收款账户', en: 'Account' },
  formerAccount: { zh: '更正前账户', en: 'Former account' },
  paidAgain: { zh: '退票重付', en: 'Paid again' },
  paysAgain: (reference: string) => ({ zh: `重付 ${reference}`, en: `In place of ${reference}` }),
  accountTail: (bank: string, tail: string) => ({ zh: `${bank} 尾号 ${tail}`, en: `${bank} …${tail}` }),
  bankSays: { zh: '银行说明', en: 'What the bank says' },
  noReason: { zh: '银行没有说明原因', en: 'The bank gave no reason' },
  correct: { zh: '更正账户', en: 'Put the account right' },
  payeePage: { zh: '收款账户', en: 'Payee' },
  application: { zh: '用款申请', en: 'Application for funds' },
  papers: { zh: '用款申请和扫描件', en: 'Application for funds and scans' },
  walk: { zh: '追溯', en: 'Trail' },
  noPayments: { zh: '没有符合条件的明细。', en: 'No payment matches.' },
  onlyReturned: { zh: '只看退回', en: 'Returned only' },
  returnedTitle: (count: number, sum: string) => ({
    zh: `银行退回 ${count} 笔,${sum} 元`,
    en: `The bank returned ${count} payment${count === 1 ? '' : 's'}, ¥${sum}`,
  }),
  returnedBody: {
    zh: '这些钱记入“退票待重付”;所属申领单仍在支付中,更正账户后在新批次重付。',
    en: 'The money stands as returned, and the claims are not paid until the accounts are put right and paid again in a new batch.',
  },
  claimReturned: (batch: string, count: number) => ({
    zh: `批次 ${batch}:银行退回 ${count} 笔`,
    en: `Batch ${batch}: the bank returned ${count}`,
  }),

  nobody: { zh: '系统', en: 'The platform' },
} as const

/** What becomes of batches when whoever looks after them, or has signed them, leaves. */
export const handOverWords = {
  kept: {
    name: { zh: '制单的批次', en: 'Batches made' },
    becomes: {
      zh: '由指定的人接手,可以撤回或导出,不得再签批',
      en: 'They go to whom you name, who may withdraw or export them, and sign them no more',
    },
  },
  signed: {
    name: { zh: '已签一次的批次', en: 'Batches signed once' },
    becomes: { zh: '签批有效,由同岗的另一人签第二次', en: 'The signature stands; another of the post signs second' },
  },
  otherPost: { zh: '其岗位不制作支付批次', en: 'their post makes no batches' },
  before: { zh: '以前已经手过这个批次', en: 'they have looked after this batch before' },
} as const
