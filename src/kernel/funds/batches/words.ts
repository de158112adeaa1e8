import type { Sentence } from '../../../platform/contract/public.ts'
import type { BatchStatus, PaymentStatus } from './rules.ts'

export const BATCH_STATUS_WORDS: Record<BatchStatus, Sentence> = {
  frozen: { zh: '待签批', en: 'Awaiting signature' },
  signed: { zh: '已签批,待导出', en: 'Signed, to be exported' },
  exported: { zh: '已导出,待回盘', en: 'Exported, awaiting the bank' },
  settled: { zh: '已回盘', en: 'Settled' },
}

export const PAYMENT_STATUS_WORDS: Record<PaymentStatus, Sentence> = {
  frozen: { zh: '待发放', en: 'To be sent' },
  sent: { zh: '已送银行', en: 'Sent to the bank' },
  paid: { zh: '已支付', en: 'Paid' },
  returned: { zh: '银行退回', en: 'Returned by the bank' },
}

/** What was done to a batch, by the act kept in the record. */
export const BATCH_ACT_WORDS: Readonly<Record<string, Sentence>> = {
  'batch.made': { zh: '制单', en: 'Made' },
  'batch.signed': { zh: '签批', en: 'Signed' },
  'batch.exported': { zh: '导出银行清单', en: 'Exported for the bank' },
  'batch.bank-file-downloaded': { zh: '下载银行清单(含完整账号)', en: 'Bank list downloaded (accounts in clear)' },
  'batch.return-file-applied': { zh: '处理回盘文件', en: 'Return file applied' },
}

/** Sentences of payment batches. */
export const words = {
  title: { zh: '支付批次', en: 'Payment batches' },
  meta: {
    zh: '制单、签批由不同的人办理;内容自制单起冻结,签批、导出、回盘都与它核对。',
    en: 'Made and signed by different people; frozen when made, and compared with that at every later step.',
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
  approvedOn: { zh: '复核通过', en: 'Approved on' },
  paid: { zh: '已支付', en: 'Paid' },
  returned: { zh: '退回', en: 'Returned' },
  all: { zh: '全部', en: 'All' },
  searchHint: { zh: '批次号', en: 'Batch number' },
  noBatches: { zh: '没有符合条件的批次。', en: 'No batch matches.' },
  noBatchesYet: {
    zh: '还没有支付批次。申领单复核通过后,由财务岗在这里制单。',
    en: 'There is no batch yet. Finance makes one here from approved claims.',
  },

  newBatch: { zh: '新建批次', en: 'New batch' },
  newBatchMeta: {
    zh: '选取同一预算项目下复核通过的申领单。制单后内容冻结,转签批。',
    en: 'Choose approved claims of one budget line. Once made, the batch is frozen and goes to be signed.',
  },
  nothingPayable: {
    zh: '目前没有复核通过、等待发放的申领单。',
    en: 'No approved claim waits to be paid.',
  },
  moreClaims: {
    zh: '这里只列出最早复核通过的一部分;先为它们制单,其余的随后出现。',
    en: 'Only the earliest are listed; make a batch of these and the others follow.',
  },
  waitingOn: (claims: number, people: number, sum: string) => ({
    zh: `${claims} 件 · ${people} 人 · ${sum} 元`,
    en: `${claims} claim${claims === 1 ? '' : 's'} · ${people} ${people === 1 ? 'person' : 'people'} · ¥${sum}`,
  }),
  make: { zh: '制单', en: 'Make the batch' },
  made: (number: string) => ({
    zh: `已制单,批次 ${number} 待签批`,
    en: `The batch ${number} is made and waits for a signature`,
  }),
  fromLine: (line: string) => ({ zh: `资金从“${line}”支出`, en: `Paid from ${line}` }),
  handOn: (duty: string, dutyEn: string) => ({
    zh: `您已承担过${duty}`,
    en: `You have already taken the ${dutyEn}`,
  }),

  sign: { zh: '签批', en: 'Sign' },
  signed: { zh: '已签批', en: 'Signed' },
  signNote: {
    zh: '签批的是下面这个内容摘要;制单后任何一笔有变化,摘要就对不上,签批和导出都会被拒绝。',
    en: 'You sign the content hash below; if anything changes after the batch was made, neither signing nor export goes through.',
  },
  cannotSign: (claim: string, duty: string, dutyEn: string) => ({
    zh: `您在申领单 ${claim} 上承担过${duty},须由他人签批`,
    en: `You have taken the ${dutyEn} on claim ${claim}; somebody else signs`,
  }),
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
  allSucceed: { zh: '全部成功的回盘', en: 'All paid' },
  firstFails: { zh: '第 1 笔退回的回盘', en: 'Line 1 returned' },

  hash: { zh: '内容摘要(SHA-256)', en: 'Content hash (SHA-256)' },
  who: { zh: '经办', en: 'Who did what' },
  files: { zh: '文件', en: 'Files' },
  bankFile: { zh: '银行清单', en: 'Bank list' },
  returnFile: { zh: '回盘文件', en: 'Return file' },
  payments: { zh: '发放明细', en: 'Payments' },
  position: { zh: '序号', en: 'No.' },
  reference: { zh: '业务编号', en: 'Reference' },
  payee: { zh: '收款人', en: 'Payee' },
  account: { zh: '收款账户', en: 'Account' },
  accountTail: (bank: string, tail: string) => ({ zh: `${bank} 尾号 ${tail}`, en: `${bank}, ending ${tail}` }),
  bankSays: { zh: '银行说明', en: 'What the bank says' },
  walk: { zh: '追溯', en: 'Walk back' },
  noPayments: { zh: '没有符合条件的明细。', en: 'No payment matches.' },
  onlyReturned: { zh: '只看退回', en: 'Returned only' },
  returnedTitle: (count: number, sum: string) => ({
    zh: `银行退回 ${count} 笔,${sum} 元`,
    en: `The bank returned ${count} payment${count === 1 ? '' : 's'}, ¥${sum}`,
  }),
  returnedBody: {
    zh: '这些钱仍在“已承诺”中;所属申领单仍为“已列入批次”,待更正账户后另行发放。',
    en: 'The money stays committed, and the claims stay “in a payment batch” until the accounts are put right and paid anew.',
  },
  claimReturned: (batch: string, count: number) => ({
    zh: `批次 ${batch}:银行退回 ${count} 笔`,
    en: `Batch ${batch}: the bank returned ${count}`,
  }),

  nobody: { zh: '系统', en: 'The platform' },

  batchMissing: { zh: '没有这个批次。', en: 'There is no such batch.' },
  claimsMissing: {
    zh: '选取的申领单里有不存在的,请刷新后重新选取。',
    en: 'A chosen claim does not exist; reload and choose again.',
  },
  notPayable: {
    zh: '所选申领单不能制单,请按下列说明重新选取。',
    en: 'The chosen claims cannot be made into a batch; choose again as listed.',
  },
  claimState: (state: string, stateEn: string) => ({
    zh: `现为“${state}”,只有“复核通过”的才能制单`,
    en: `is “${stateEn}”; only approved claims can be paid`,
  }),
  anotherLine: (line: string) => ({
    zh: `不属于预算项目“${line}”;一个批次只能有一个资金来源和一个预算项目`,
    en: `is not paid from ${line}; a batch has one fund and one budget line`,
  }),
  notOwnDuty: (duty: string, dutyEn: string) => ({
    zh: `您已承担过${duty},同一人在一件申领单上只能承担一项职责,请由他人办理`,
    en: `you have taken the ${dutyEn}, and one person holds one duty on a claim; somebody else must do this`,
  }),
  sumDiffers: (people: number, sum: string, claimPeople: number, claimSum: string) => ({
    zh: `明细是 ${people} 人 ${sum} 元,申领单写的是 ${claimPeople} 人 ${claimSum} 元`,
    en: `its lines are ${people} people and ¥${sum}, the claim says ${claimPeople} and ¥${claimSum}`,
  }),
  unwritable: {
    payeeName: (position: number, name: string, why: Sentence) => ({
      zh: `序号 ${position} 的收款人(${name})${why.zh}。请退回申领单,更正后再发放`,
      en: `no. ${position}: the payee’s name (${name}) ${why.en}. Have it corrected before it is paid`,
    }),
    bankName: (position: number, name: string, why: Sentence) => ({
      zh: `序号 ${position}(${name})的开户行${why.zh}。请退回申领单,更正后再发放`,
      en: `no. ${position} (${name}): the bank’s name ${why.en}. Have it corrected before it is paid`,
    }),
    purpose: (why: Sentence) => ({
      zh: `用途${why.zh}`,
      en: `the purpose ${why.en}`,
    }),
  },
  notOwnDuties: {
    zh: '同一人在一件申领单上只能承担一项职责(初审、复核、制单、签批)。',
    en: 'One person holds one duty on a claim (initial review, second review, making or signing the batch).',
  },
  contentChanged: {
    zh: '内容已变化:批次现在的内容与制单时冻结的不一致,不能签批或导出。请通知内审核查。',
    en: 'The content has changed: the batch is no longer what was frozen when it was made. It can be neither signed nor exported; tell the auditor.',
  },
  seenOther: {
    zh: '内容已变化:您看到的不是本批次现在的内容。请刷新核对后再签批。',
    en: 'The content has changed: what you saw is not what the batch says now. Reload, look again, then sign.',
  },
  notNow: (number: string, status: BatchStatus) => ({
    zh: `批次 ${number} 现为“${BATCH_STATUS_WORDS[status].zh}”,不能这样办理。请刷新后查看。`,
    en: `Batch ${number} is “${BATCH_STATUS_WORDS[status].en}”, so this cannot be done now. Reload to see it.`,
  }),
  notExportedYet: (number: string) => ({
    zh: `批次 ${number} 还没有导出银行清单。`,
    en: `Batch ${number} has not been exported for the bank.`,
  }),
  appliedAlready: (at: string, batch: string) => ({
    zh: `这份回盘文件已于 ${at} 处理过(批次 ${batch}),没有重复处理。`,
    en: `This return file was already applied on ${at} (batch ${batch}); nothing was done again.`,
  }),
  appliedByAnother: {
    zh: '这份回盘文件刚刚已由他人处理过,没有重复处理。请刷新后查看。',
    en: 'Somebody else has just applied this return file; nothing was done again. Reload to see it.',
  },
  claimTaken: {
    zh: '有申领单刚刚被列入了另一个批次。请刷新后重新选取。',
    en: 'A claim has just been put into another batch. Reload and choose again.',
  },
  signedAlready: {
    zh: '本批次已有人签批。请刷新后查看。',
    en: 'Somebody has already signed this batch. Reload to see it.',
  },
  exportedAlready: {
    zh: '本批次刚刚已导出。请刷新后下载。',
    en: 'This batch has just been exported. Reload and download it.',
  },
  onlyInDemonstration: {
    zh: '只有演示地区可以扮演银行;真实的回盘文件来自代理银行。',
    en: 'Only a demonstration district can play the bank; a real return file comes from the bank.',
  },
  noSuchLine: (position: number) => ({ zh: `清单上没有第 ${position} 笔。`, en: `The list has no line ${position}.` }),
  demonstrationReason: '账号户名不符',
  demonstrationFile: (number: string) => `回盘-${number}.csv`,

  trail: {
    payment: (reference: string) => ({ zh: `支付 ${reference}`, en: `Payment ${reference}` }),
    batch: (number: string) => ({ zh: `支付批次 ${number}`, en: `Payment batch ${number}` }),
    returnFile: (name: string) => ({ zh: `回盘文件 ${name}`, en: `Return file ${name}` }),
    claim: (number: string) => ({ zh: `申领单 ${number}`, en: `Claim ${number}` }),
    claimLine: (number: string, position: number) => ({
      zh: `申领明细 ${number} 序号 ${position}`,
      en: `Claim line ${number}, no. ${position}`,
    }),
    counts: { zh: '笔数', en: 'Payments' },
    sum: { zh: '金额', en: 'Amount' },
    yuan: (sum: string) => ({ zh: `${sum} 元`, en: `¥${sum}` }),
    madeBy: { zh: '制单', en: 'Made by' },
    signedBy: { zh: '签批', en: 'Signed by' },
    by: (post: Sentence, name: string, at: string) => ({
      zh: `${post.zh} ${name} · ${at}`,
      en: `${post.en} ${name} · ${at}`,
    }),
    bankFileHash: { zh: '银行清单 SHA-256', en: 'Bank list SHA-256' },
    appliedAt: { zh: '处理时间', en: 'Applied' },
    fileHash: { zh: '文件 SHA-256', en: 'File SHA-256' },
    settledAt: { zh: '结果时间', en: 'Settled' },
  },
} as const
