import type { Sentence } from '../../../platform/contract/public.ts'
import type { ReturnedState } from './rules.ts'

export const RETURNED_STATE_WORDS: Record<ReturnedState, Sentence> = {
  'to-correct': { zh: '待更正账户', en: 'Account to be put right' },
  proposed: { zh: '更正待确认', en: 'Correction to be confirmed' },
  corrected: { zh: '可重付', en: 'Can be paid again' },
}

/** Sentences of accounts that are put right and of payments that came back. */
export const words = {
  returnedTitle: { zh: '退票重付', en: 'Returned payments' },
  returnedMeta: {
    zh: '银行退回的每一笔:先更正账户(一人提出,另一人确认),再列入新批次重付(一人制单,两人签批)。',
    en: 'Each payment the bank gave back: the account is put right (one proposes, another confirms), then it is paid again in a new batch (one makes, two sign).',
  },
  noReturned: { zh: '没有待重付的退票。', en: 'No returned payment waits to be paid again.' },
  noneMatch: { zh: '没有符合条件的退票。', en: 'No returned payment matches.' },
  state: { zh: '状态', en: 'State' },
  returnedStates: RETURNED_STATE_WORDS,
  overdue: { zh: '逾期', en: 'Overdue' },
  onlyOverdue: { zh: '只看逾期', en: 'Overdue only' },
  returnedOn: { zh: '退回日期', en: 'Returned on' },
  dueOn: { zh: '办理期限', en: 'Due by' },
  daysLate: (days: number) => ({ zh: `已逾期 ${days} 天`, en: `${days} day${days === 1 ? '' : 's'} late` }),
  bankSays: { zh: '银行说明', en: 'What the bank says' },
  noReason: { zh: '银行没有说明原因', en: 'The bank gave no reason' },
  reference: { zh: '业务编号', en: 'Reference' },
  payee: { zh: '收款人', en: 'Payee' },
  claim: { zh: '申领单', en: 'Claim' },
  amount: { zh: '金额(元)', en: 'Amount (yuan)' },
  account: { zh: '收款账户', en: 'Account' },
  accountTail: (bank: string, tail: string) => ({ zh: `${bank} 尾号 ${tail}`, en: `${bank} …${tail}` }),
  formerAccount: { zh: '原账户', en: 'Former account' },
  presentAccount: { zh: '现账户', en: 'Account now' },
  open: { zh: '办理', en: 'Open' },

  title: { zh: '收款账户', en: 'Payee and account' },
  crumbOf: (claim: string, position: number) => ({ zh: `${claim} 序号 ${position}`, en: `${claim}, no. ${position}` }),
  payments: { zh: '发放记录', en: 'Payments' },
  noPayments: { zh: '还没有列入批次。', en: 'It is in no batch yet.' },
  corrections: { zh: '账户更正', en: 'Corrections of the account' },
  noCorrections: { zh: '账户没有更正过。', en: 'The account has not been corrected.' },
  propose: { zh: '提出更正', en: 'Propose a correction' },
  proposeTitle: { zh: '更正收款账户', en: 'Another account for this payee' },
  proposeHint: {
    zh: '收款人不变,只能是本人名下的账户;原账户和以前的发放记录保持不变。',
    en: 'The payee stays the same person and the account must be theirs; the former account and payments stay as they were.',
  },
  accountNumber: { zh: '银行账号', en: 'Account number' },
  holderName: { zh: '户名', en: 'Name on the account' },
  bankName: { zh: '开户行', en: 'Bank' },
  reason: { zh: '更正原因', en: 'Why' },
  reasonHint: { zh: '如:原账户已销户', en: 'For example: the former account is closed' },
  evidence: { zh: '依据材料', en: 'What was shown' },
  evidenceHint: {
    zh: '如:本人社会保障卡和身份证原件,已核对',
    en: 'For example: the person’s card and identity card, seen',
  },
  cancel: { zh: '取消', en: 'Cancel' },
  send: { zh: '提出', en: 'Propose' },
  proposed: { zh: '已提出,等待另一人确认', en: 'Proposed; another person confirms' },
  decide: { zh: '确认或退回', en: 'Confirm or decline' },
  decideTitle: { zh: '确认账户更正', en: 'Confirm another account' },
  decideHint: {
    zh: '确认后改付到新账户,可列入新批次重付;退回的,账户不变。',
    en: 'Once confirmed the new account is paid, in a new batch; declined, the account stays.',
  },
  toPay: { zh: '待重付', en: 'To be paid again' },
  confirm: { zh: '确认', en: 'Confirm' },
  decline: { zh: '退回', en: 'Decline' },
  remark: { zh: '意见(退回须说明原因)', en: 'Remark (a reason is needed to decline)' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  declined: { zh: '已退回', en: 'Declined' },
  waits: { zh: '待确认', en: 'To be confirmed' },
  who: { zh: '经办', en: 'Who' },
  own: { zh: '您提出的更正由另一人确认', en: 'You proposed it; another person confirms' },
  decided: { zh: '已办理', en: 'Done' },
  walk: { zh: '追溯', en: 'Trail' },

  lineMissing: { zh: '没有这条申领明细。', en: 'There is no such claim line.' },
  refused: {
    zh: '账户没有更正,请按下列说明重新填写。',
    en: 'The account was not corrected; act as listed and enter it again.',
  },
  anotherParty: {
    zh: '户名不是收款人本人:更正只能换本人的账户,不能换人(P04)。本人改过名的,先按姓名核对办理',
    en: 'the name on the account is not the payee’s: another account of the same person is a correction, another party is not (P04). Where the person changed their name, settle the name first',
  },
  openAlready: {
    zh: '已有一项更正等待确认,请先办理。',
    en: 'A correction waits to be confirmed already; settle that one first.',
  },
  underWay: {
    zh: '这一笔已列入批次或已支付,不能更正账户;银行退回后再办理。',
    en: 'This is in a batch or paid, so its account cannot be corrected; wait for the bank to give it back.',
  },
  notApproved: {
    zh: '申领单还没有批准:账户有误的,退回申领单由机构更正。',
    en: 'The claim is not approved yet: where an account is wrong, return the claim and have it corrected.',
  },
  correctedAlready: {
    zh: '账户已更正并确认,等待列入新批次重付。',
    en: 'The account is corrected and confirmed; it waits for a new batch.',
  },
  nothingOpen: {
    zh: '没有等待确认的更正,可能已由他人办理。请刷新后查看。',
    en: 'No correction waits to be decided; somebody else may have done it. Reload to see.',
  },
  ownProposal: { zh: '您提出的更正须由另一人确认。', en: 'You proposed this; another person decides.' },
  declineReason: { zh: '退回须说明原因。', en: 'Say why it is declined.' },
  proposedByAnother: {
    zh: '刚刚有人提出了更正。请刷新后查看。',
    en: 'Somebody has just proposed a correction. Reload to see it.',
  },
} as const
