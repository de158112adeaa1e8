import type { Sentence } from '../../../platform/contract/public.ts'
import type { BatchStatus } from './rules.ts'
import { BATCH_STATUS_WORDS } from './words.ts'

/** Why something cannot be done with a batch, and what to do instead. */
export const refusalWords = {
  batchMissing: { zh: '没有这个批次。', en: 'There is no such batch.' },
  claimsMissing: {
    zh: '选取的申领单里有不存在的,请刷新后重新选取。',
    en: 'A chosen claim does not exist; reload and choose again.',
  },
  examples: (count: number): Sentence => ({
    zh: `本县还有 ${count} 项参数或政策条款是示例,不能付钱。请局里按下列名单逐项定下来,由管理员写进本县的政策文件并重新启动,再导出。批次和签批不受影响。`,
    en: `${count} of this county’s parameters or clauses are still examples, so no money leaves. Have each of these settled and written into the county’s own policy files, restart, and export then. The batch and its signatures stay.`,
  }),
  example: (title: Sentence, name: string, document: string): Sentence => ({
    zh: `${title.zh}(${name}):现在引用的是${document}`,
    en: `${title.en} (${name}): taken from ${document}`,
  }),
  notPayable: {
    zh: '所选申领单不能制单,请按下列说明重新选取。',
    en: 'The chosen claims cannot be made into a batch; choose again as listed.',
  },
  refusedBeforePayment: {
    zh: '支付前核对没有通过,没有制单。请按下列说明处理:尚未查验的证书先登记查验,再重新制单;确有问题的,由复核岗或财务岗在申领单上“退回(批准后)”,重新生成后再发放。',
    en: 'The checks before payment did not pass, so no batch was made. Act as listed: look up the certificates that were not, then make the batch again; where something is really wrong, a reviewer or finance sends the approved claim back, and it is assembled anew.',
  },
  payee: (position: number, name: string) => ({ zh: `序号 ${position} ${name}`, en: `no. ${position} ${name}` }),
  wholeClass: { zh: '全班', en: 'the whole class' },
  notBeforePayment: (who: Sentence, why: Sentence, checkId: string) => ({
    zh: `${who.zh}:${why.zh}(${checkId})`,
    en: `${who.en}: ${why.en} (${checkId})`,
  }),
  claimState: (state: string, stateEn: string) => ({
    zh: `现为“${state}”,公示期满、待支付的才能制单`,
    en: `is “${stateEn}”; only a claim whose public notice has ended can be paid`,
  }),
  anotherLine: (line: string) => ({
    zh: `不属于预算项目“${line}”;一个批次只能有一个资金来源和一个预算项目`,
    en: `is not paid from ${line}; a batch has one fund and one budget line`,
  }),
  nobodyToPay: {
    zh: '名单上的人都因异议暂缓,现在没有可支付的人员',
    en: 'everybody on it is held because of an objection, so nobody can be paid now',
  },
  sumDiffers: (people: number, sum: string, claimPeople: number, claimSum: string) => ({
    zh: `明细是 ${people} 人 ${sum} 元,申领单写的是 ${claimPeople} 人 ${claimSum} 元`,
    en: `its lines are ${people} people and ¥${sum}, the claim says ${claimPeople} and ¥${claimSum}`,
  }),
  notReturnedAnyMore: {
    zh: '选取的退票或补付人员里有已经支付或不存在的。请刷新后重新选取。',
    en: 'A chosen returned payment or cleared line is paid already or does not exist. Reload and choose again.',
  },
  nothingChosen: {
    zh: '没有选取申领单或退票。',
    en: 'Neither a claim nor a returned payment was chosen.',
  },
  accountWaits: (position: number, name: string, waits: Sentence) => ({
    zh: `序号 ${position} ${name} 的收款账户:${waits.zh},办完后再制单`,
    en: `the account of no. ${position} (${name}): ${waits.en.toLowerCase()}; settle it, then make the batch`,
  }),
  notOwnDuties: {
    zh: '您不能办理下列申领单:一件申领单的各项职责由不同的人承担,也不能办理与本人或本人所在机构有关的申领单。',
    en: 'You cannot act on the claims below: different people hold the duties of a claim, and nobody acts on one that concerns them or their organisation.',
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
  onlyItsMaker: {
    zh: '批次只能由制单的人(已交接的,由接手的人)撤回。请联系制单人或接手人。',
    en: 'Only whoever made a batch, or took it over, withdraws it; ask them.',
  },
  notWithdrawn: (number: string) => ({
    zh: `批次 ${number} 现在不能撤回,请按下列说明办理。`,
    en: `Batch ${number} cannot be withdrawn now; act as listed.`,
  }),
  paidElsewhere: (batch: string) => ({
    zh: `其中有人员已在批次 ${batch} 中补付;该批次还没有导出的,先撤回它,已经导出的,本批次不能再撤回`,
    en: `somebody of it is paid in batch ${batch}; withdraw that one first if it is not exported, and if it is, this one cannot be withdrawn any more`,
  }),
  withdrawnAlready: {
    zh: '本批次刚刚已撤回。请刷新后查看。',
    en: 'This batch has just been withdrawn. Reload to see it.',
  },
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
  beingRecovered: (reference: string) => ({
    zh: `${reference} 已列入追回,不能再按退票处理;先在“追回”中办结`,
    en: `${reference} is being recovered and cannot come back from the bank as well; settle the recovery first`,
  }),
  returnFileMissing: { zh: '本批次没有这份回盘文件。', en: 'This batch has no such return file.' },
  voucherInTheFuture: {
    zh: '凭证日期不能晚于今天,请核对。',
    en: 'The day of the voucher cannot be after today; check it.',
  },
  voucherBeforeIt: {
    zh: '凭证日期早于制单日期,请核对。',
    en: 'The day of the voucher is before the batch was made; check it.',
  },
  voucherEntered: {
    zh: '这份回盘文件的凭证号已经登记过,只登记一次。请刷新后查看。',
    en: 'The voucher of this return file is entered already, once and for all. Reload to see it.',
  },
  voucherUsed: {
    zh: '这个凭证号已用于另一份回盘文件,请核对。',
    en: 'This voucher is entered for another return file; check its number.',
  },
  claimTaken: {
    zh: '有申领单刚刚被列入了另一个批次。请刷新后重新选取。',
    en: 'A claim has just been put into another batch. Reload and choose again.',
  },
  signedByYou: {
    zh: '您已签批过本批次;第二个签批须由另一人办理。',
    en: 'You have signed this batch; another person gives the second signature.',
  },
  signedAlready: {
    zh: '刚刚有人签批了本批次。请刷新后查看。',
    en: 'Somebody has just signed this batch. Reload to see it.',
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
} as const
