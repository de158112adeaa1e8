import type { Sentence } from '../../../platform/contract/public.ts'
import type { RecoveryStatus } from './rules.ts'

export const RECOVERY_STATUS_WORDS: Record<RecoveryStatus, Sentence> = {
  proposed: { zh: '待确认', en: 'To be confirmed' },
  declined: { zh: '未同意', en: 'Declined' },
  ordered: { zh: '追回中', en: 'Ordered back' },
  recovered: { zh: '已追回', en: 'Recovered' },
}

/** Sentences of money that was paid by mistake and comes back. */
export const words = {
  title: { zh: '追回', en: 'Recoveries' },
  meta: {
    zh: '多发、错发的钱:一人提出,另一人确认;到账按凭证登记,可以分次。原支付记录不变。',
    en: 'Money paid by mistake: one proposes, another confirms; what comes back is entered by its voucher, in parts where need be. The payment itself never changes.',
  },
  byDecision: { zh: '重新认定', en: 'The decision given anew' },
  one: { zh: '追回单', en: 'Recovery' },
  none: { zh: '没有追回事项。', en: 'There is no recovery.' },
  noneMatch: { zh: '没有符合条件的追回事项。', en: 'No recovery matches.' },
  statuses: RECOVERY_STATUS_WORDS,
  all: { zh: '全部', en: 'All' },
  state: { zh: '状态', en: 'State' },
  reference: { zh: '原支付业务编号', en: 'Payment' },
  payee: { zh: '收款人', en: 'Payee' },
  claim: { zh: '申领单', en: 'Claim' },
  paid: { zh: '已支付(元)', en: 'Paid (yuan)' },
  amount: { zh: '应追回(元)', en: 'To come back (yuan)' },
  received: { zh: '已到账(元)', en: 'Came back (yuan)' },
  reason: { zh: '原因', en: 'Why' },
  document: { zh: '依据文件', en: 'Document' },
  proposedOn: { zh: '提出日期', en: 'Proposed on' },
  who: { zh: '经办', en: 'Who' },
  walk: { zh: '追溯', en: 'Trail' },
  propose: { zh: '提出追回', en: 'Propose a recovery' },
  proposeTitle: { zh: '追回已支付的钱', en: 'Order money back' },
  proposeHint: {
    zh: '只能追回已支付的钱,不超过原支付金额;另一人确认后生效。',
    en: 'Only what was paid, and no more than that; it counts once another person has confirmed it.',
  },
  amountHint: { zh: '如 1000 或 1,000.00', en: 'For example 1000 or 1,000.00' },
  documentHint: { zh: '如:莲人社追〔2022〕1号', en: 'For example: a decision’s number' },
  reasonHint: { zh: '如:疑点处置单 Y-2022-003 查明培训期间已就业', en: 'For example: what a case found' },
  send: { zh: '提出', en: 'Propose' },
  cancel: { zh: '取消', en: 'Cancel' },
  proposed: { zh: '已提出,等待另一人确认', en: 'Proposed; another person confirms' },
  decide: { zh: '确认或不同意', en: 'Confirm or decline' },
  decideTitle: { zh: '确认追回', en: 'Confirm the recovery' },
  decideHint: {
    zh: '确认后即要求退回,并通知本人;不同意的,原支付不变。',
    en: 'Once confirmed the money is ordered back and the person is told; declined, the payment stays as it was.',
  },
  toComeBack: { zh: '应追回', en: 'To come back' },
  ofPaid: { zh: '原支付', en: 'Out of' },
  confirm: { zh: '确认', en: 'Confirm' },
  decline: { zh: '不同意', en: 'Decline' },
  remark: { zh: '意见(不同意须说明原因)', en: 'Remark (a reason is needed to decline)' },
  decided: { zh: '已办理', en: 'Done' },
  receipts: { zh: '到账记录', en: 'What came back' },
  noReceipts: { zh: '还没有到账。', en: 'Nothing has come back yet.' },
  receive: { zh: '登记到账', en: 'Enter money that came back' },
  receiveTitle: { zh: '登记到账', en: 'Money that came back' },
  receiveHint: {
    zh: '登记后记入资金台账,不能修改;请与银行到账通知和凭证核对。',
    en: 'Once entered it is in the ledger and stays: compare it with the bank’s advice and the voucher first.',
  },
  receivedFen: { zh: '到账金额(元)', en: 'Amount (yuan)' },
  voucher: { zh: '凭证号', en: 'Voucher' },
  receivedOn: { zh: '到账日期', en: 'Received on' },
  enter: { zh: '登记', en: 'Enter' },
  entered: { zh: '已登记', en: 'Entered' },
  notice: { zh: '退款告知', en: 'What the person is told' },
  print: { zh: '打印', en: 'Print' },
  noticeTitle: { zh: '退回补贴告知单', en: 'Notice: a subsidy to be paid back' },
  ofClaim: (count: number) => ({
    zh: `有 ${count} 笔已支付的补贴要求退回`,
    en: `${count} payment${count === 1 ? ' is' : 's are'} to be paid back`,
  }),
  ofPayment: (name: string, amount: string) => ({ zh: `${name} ${amount} 元`, en: `${name}, ¥${amount}` }),
  trailTitle: (reference: string) => ({ zh: `追回 ${reference}`, en: `Recovery of ${reference}` }),

  noticeTo: (name: string, position: number) => ({
    zh: `${name}(花名册第${position}号):`,
    en: `To ${name} (no. ${position} on the roster):`,
  }),
  noticePaid: (scheme: Sentence, group: string, day: string, sum: string) => ({
    zh: `您因“${group}”享受的“${scheme.zh}”,已于 ${day} 支付 ${sum} 元。`,
    en: `“${scheme.en}” for your class “${group}” was paid to you on ${day}: ¥${sum}.`,
  }),
  noticeBack: (sum: string, document: string) => ({
    zh: `经核实,其中 ${sum} 元不符合发放条件,应当退回。依据:${document}。`,
    en: `It was found that ¥${sum} of it should not have been paid and is to be paid back. Basis: ${document}.`,
  }),
  noticeLeft: (received: string, left: string, until: string) => ({
    zh: `已退回 ${received} 元,还应退回 ${left} 元,请在 ${until} 前办理。`,
    en: `¥${received} has come back; please pay back the remaining ¥${left} by ${until}.`,
  }),
  noticeDone: { zh: '应退回的钱已全部到账,不需要再办理。', en: 'All of it has come back; nothing more is to be done.' },
  noticeWhere: (bureau: Sentence, place: Sentence, phone: string) => ({
    zh: `办理地点:${bureau.zh}${place.zh},咨询电话:${phone}。请勿把钱转给任何个人账户。`,
    en: `Where: ${bureau.en}, ${place.en}; phone: ${phone}. Never send the money to anybody’s own account.`,
  }),
  noticeObject: {
    zh: '不同意的,可以在上述时间内说明理由并提供材料;您有权申请复核。',
    en: 'If you disagree, say why within this time and bring what supports it; you may ask for a review.',
  },

  missing: { zh: '没有这个追回事项。', en: 'There is no such recovery.' },
  paymentMissing: { zh: '没有这笔支付。', en: 'There is no such payment.' },
  notPaid: {
    zh: '这一笔没有支付成功,不需要追回。',
    en: 'This was not paid, so there is nothing to get back.',
  },
  moreThanPaid: (paid: string) => ({
    zh: `追回金额不能超过已支付的 ${paid} 元`,
    en: `no more than the ¥${paid} that was paid can come back`,
  }),
  already: {
    zh: '这一笔已有追回事项,不能重复提出。请刷新后查看。',
    en: 'This payment is being recovered already. Reload to see it.',
  },
  notNow: (status: RecoveryStatus) => ({
    zh: `现为“${RECOVERY_STATUS_WORDS[status].zh}”,不能这样办理。请刷新后查看。`,
    en: `It is “${RECOVERY_STATUS_WORDS[status].en}”, so this cannot be done. Reload to see it.`,
  }),
  ownProposal: { zh: '您提出的追回须由另一人确认。', en: 'You proposed this; another person decides.' },
  declineReason: { zh: '不同意须说明原因。', en: 'Say why it is declined.' },
  moreThanLeft: (left: string) => ({
    zh: `登记的金额超过了还应追回的 ${left} 元,请核对凭证`,
    en: `this is more than the ¥${left} still to come back; check the voucher`,
  }),
  inTheFuture: { zh: '到账日期不能晚于今天', en: 'the day cannot be after today' },
  beforeIt: { zh: '到账日期不能早于支付日期', en: 'the day cannot be before the payment' },
  voucherUsed: {
    zh: '这个凭证号已登记过到账,一张凭证只登记一次。请核对凭证号。',
    en: 'This voucher is entered already; each is entered once. Check its number.',
  },
} as const
