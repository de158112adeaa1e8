import type { Sentence } from '../../../platform/contract/public.ts'
import { FEN_LIMIT, formatYuan } from '../../values/public.ts'
import { HAND_WORDS } from '../duties/words.ts'
import type { ClaimStep } from '../review/rules.ts'
import type { ClaimStatus, WaitReason } from './rules.ts'

export const STATUS_WORDS: Record<ClaimStatus, Sentence> = {
  assembled: { zh: '待机构确认', en: 'Awaiting its provider' },
  confirmed: { zh: '待初审', en: 'Awaiting initial review' },
  'first-passed': { zh: '待复核', en: 'Awaiting second review' },
  'second-passed': { zh: '待审批', en: 'Awaiting approval' },
  approved: { zh: '待公示', en: 'Approved' },
  published: { zh: '公示中', en: 'On public notice' },
  payable: { zh: '待支付', en: 'Payable' },
  batched: { zh: '支付中', en: 'In payment' },
  paid: { zh: '已支付', en: 'Paid' },
  returned: { zh: '已退回', en: 'Returned' },
}

export const STANDING_WORDS = {
  due: { zh: '拟发放', en: 'Due' },
  held: { zh: '待核实', en: 'To be verified' },
  refused: { zh: '不予补贴', en: 'Refused' },
} as const satisfies Record<string, Sentence>

/** Why a group that is decided is not a claim yet. */
export const WAIT_WORDS = {
  'no-budget-line': (fund: string, year: number) => ({
    zh: `${fund} ${year} 年度还没有预算项目,待财务岗新建并下达后自动生成申领单`,
    en: `${fund} has no budget line for ${year}; the claim is assembled as soon as finance opens one and appropriates`,
  }),
  'not-enough-budget': (fund: string, year: number) => ({
    zh: `${fund} ${year} 年度预算余额不足,待下达后自动生成申领单`,
    en: `${fund} has not enough left for ${year}; the claim is assembled as soon as more is appropriated`,
  }),
  'another-payee': () => ({
    zh: '本班备案的收款方与政策规定的发放对象不一致,不能生成申领单',
    en: 'The class was filed to be paid to somebody the scheme does not pay',
  }),
  'nobody-due': () => ({ zh: '目前没有拟发放人员', en: 'Nobody is due at present' }),
  'out-of-scope': () => ({
    zh: '本班不在所询政策的适用范围内,没有可发的补贴',
    en: 'The class is outside the scope of every scheme that was asked, so nothing is due',
  }),
  returned: () => ({
    zh: '申领单已退回补正,更正后由经办岗重新生成',
    en: 'Its claim was returned; once corrected, a clerk assembles it again',
  }),
  'no-scheme': (fund: string) => ({
    zh: `当时没有可由${fund}支付的政策,未作决定`,
    en: `No scheme that ${fund} may pay was in force, so nothing was decided`,
  }),
} as const satisfies Record<WaitReason, (fund: string, year: number) => Sentence>

/** Sentences of claims and their review. */
export const words = {
  title: { zh: '补贴申领', en: 'Claims' },
  queue: { zh: '申领待办', en: 'Claims to review' },
  claim: { zh: '申领单', en: 'Claim' },
  status: STATUS_WORDS,
  standing: STANDING_WORDS,
  stoppedByChecks: {
    held: {
      zh: '符合政策条件,但下列核对还没有结果或有疑点,待核实后再定。',
      en: 'The conditions are met, but checks below have no answer yet or a doubt: to be verified first.',
    },
    refused: {
      zh: '符合政策条件,但下列核对不通过,不予补贴。',
      en: 'The conditions are met, but checks below failed: no subsidy.',
    },
  },
  duty: HAND_WORDS,
  queueOf: {
    'initial-review': { zh: '初审', en: 'Initial review' },
    'second-review': { zh: '复核', en: 'Second review' },
    approval: { zh: '审批', en: 'Approval' },
  },
  amount: { zh: '拟补贴金额', en: 'Proposed amount' },
  noScheme: { zh: '没有对应的政策', en: 'No scheme' },
  people: (count: number) => ({ zh: `${count} 人`, en: count === 1 ? '1 person' : `${count} people` }),
  heads: { zh: '拟发放 / 待核实 / 不予补贴', en: 'Due / to verify / refused' },
  personTimeline: { zh: '本人时间线', en: 'Timeline of the person' },
  providerTimeline: { zh: '时间线', en: 'Timeline' },
  headsShort: { zh: '发/待核/不予', en: 'Due/held/ref.' },
  onlyThis: { zh: '只看这家机构', en: 'Only this organisation' },
  people3: (due: number, held: number, refused: number) => ({
    zh: `${due} / ${held} / ${refused} 人`,
    en: `${due} / ${held} / ${refused}`,
  }),
  checks: { zh: '核对', en: 'Checks' },
  checksPassed: { zh: '审核(通过 / 已核对)', en: 'Checks passed / asked' },
  balance: (fund: string) => ({ zh: `预算余额(${fund})`, en: `Budget left (${fund})` }),
  clean: { zh: '核对无疑点', en: 'Checked, nothing to look at' },
  toLookAt: { zh: '有需要看的', en: 'Something to look at' },
  submitted: (date: string) => ({ zh: `生成 ${date}`, en: `assembled ${date}` }),
  heldAndRefused: (held: number, refused: number) => ({
    zh: [held ? `${held} 人待核实` : '', refused ? `${refused} 人不予补贴` : ''].filter(Boolean).join(' · '),
    en: [held ? `${held} to verify` : '', refused ? `${refused} refused` : ''].filter(Boolean).join(' · '),
  }),
  unavailableTitle: (checks: number) => ({
    zh: `生成本单时有 ${checks} 项核对未能进行`,
    en: `${checks} check${checks === 1 ? '' : 's'} could not be asked when this claim was assembled`,
  }),
  unavailableThen: (checks: number) => ({
    zh: `生成本单时有 ${checks} 项核对未能进行,现在都已核对`,
    en: `${checks} check${checks === 1 ? '' : 's'} could not be asked when this claim was assembled; all were answered since`,
  }),
  unavailableNote: (people: number) => ({
    zh: `生成本单时 ${people} 人未能核对,按政策注明后放行`,
    en: `${people} not checked when the claim was assembled; passed with this note, as the scheme says`,
  }),
  unavailableHold: (people: number) => ({
    zh: `生成本单时 ${people} 人未能核对,按政策待核实`,
    en: `${people} not checked when the claim was assembled; held, as the scheme says`,
  }),
  answeredSince: (asked: number, answered: number, passed: number) => ({
    zh: `;现在:拟发放的 ${asked} 人中已核对 ${answered} 人,${passed} 人通过`,
    en: `; now: of the ${asked} due, ${answered} were checked and ${passed} passed`,
  }),
  refusedTitle: (count: number) => ({ zh: `${count} 人不予补贴`, en: `${count} refused` }),
  registerAnswered: (register: Sentence) => ({ zh: `${register.zh}已回函`, en: `${register.en} was answered` }),
  answersAreIn: { zh: '核对结果或记录有变化', en: 'answers or records have changed' },
  certificatesLookedUp: { zh: '证书已查验', en: 'the certificates were looked up' },
  historyChanged: { zh: '历史领取记录有更新', en: 'more is known of what was received before' },
  decidedAnew: { zh: '有人重新认定', en: 'somebody was decided anew' },
  supplement: { zh: '补发', en: 'supplement' },
  supplements: (number: string): Sentence => ({
    zh: `重新认定后的差额补发,补申领单 ${number}`,
    en: `what a decision given anew adds to claim ${number}`,
  }),
  manual: { zh: '人工', en: 'by people' },
  manualMeans: {
    zh: '由两人依条款认定,不是按条件自动认定',
    en: 'decided by two people under a clause, not by the conditions',
  },
  overrideChanged: { zh: '放行有变化', en: 'an override was confirmed or withdrawn' },
  replaces: (number: string, because: string) => ({
    zh: `收到新的核对结果(${because}),取代申领单 ${number}`,
    en: `New answers came (${because}): this takes the place of claim ${number}`,
  }),
  replacedBy: (number: string, because: string) => ({
    zh: `收到新的核对结果(${because}),本单已由 ${number} 取代,请看新单`,
    en: `New answers came (${because}): claim ${number} has taken this one's place; look at that one`,
  }),
  nobodyChanged: { zh: '没有人的结果因此改变', en: 'Nobody stands otherwise because of it' },
  notIncluded: { zh: '不在单内', en: 'not included' },
  heldTitle: (count: number) => ({ zh: `${count} 人待核实`, en: `${count} to be verified` }),
  place: (position: number) => ({ zh: `序号${position}`, en: `No. ${position}` }),
  seeBasis: { zh: '看依据', en: 'See the basis' },
  pass: {
    'initial-review': (count: number) => ({ zh: `初审通过(${count}人)`, en: `Pass initial review (${count})` }),
    'second-review': (count: number) => ({ zh: `复核通过(${count}人)`, en: `Pass second review (${count})` }),
    approval: (count: number) => ({ zh: `同意(${count}人)`, en: `Approve (${count})` }),
  },
  passTitle: {
    'initial-review': { zh: '初审通过', en: 'Pass initial review' },
    'second-review': { zh: '复核通过', en: 'Pass second review' },
    approval: { zh: '审批同意', en: 'Approve' },
  },
  confirm: (count: number) => ({ zh: `确认无误(${count}人)`, en: `Confirm (${count})` }),
  confirmTitle: { zh: '机构确认', en: 'Confirmed by the provider' },
  confirmAsk: { zh: '确认无误', en: 'Confirm the claim' },
  confirmMoney: {
    zh: '确认后由人社局初审。确认的是您现在看到的名单和金额。',
    en: 'The bureau then reviews it. You confirm the list and the sum as you see them now.',
  },
  confirmedDone: { zh: '已确认,转人社局初审', en: 'Confirmed; on to the bureau' },
  decline: { zh: '有误,请更正', en: 'Something is wrong' },
  declineCount: (count: number) => ({
    zh: `反馈有误(${count} 项)`,
    en: `Send ${count} ${count === 1 ? 'point' : 'points'}`,
  }),
  declineTitle: { zh: '申领单有误', en: 'Something is wrong with the claim' },
  declineMoney: (count: number) => ({
    zh: `反馈后由人社局更正、重新生成:${count} 人`,
    en: `The bureau corrects it and makes it anew: ${count} people,`,
  }),
  unconfirmed: (organisation: string) => ({
    zh: `待${organisation}确认名单和金额,确认后方可初审`,
    en: `${organisation} has to confirm the list and the sum before it is reviewed`,
  }),
  declinedDone: { zh: '已反馈,人社局会看到全部理由', en: 'Said, with every reason' },
  standingIn: { zh: '(代岗)', en: ' (standing in)' },
  toApproval: { zh: '打开审批单', en: 'Open the approval sheet' },
  returnIt: { zh: '退回补正(一次性告知)', en: 'Return, with all reasons' },
  returnTitle: { zh: '退回补正', en: 'Return for correction' },
  returnHint: {
    zh: '一次写全需要补正的事项,每行一条,写明是什么、怎么改。',
    en: 'Everything that needs correcting, at once: one line each, what it is and what to do.',
  },
  returnCount: (count: number) => ({
    zh: `退回(${count} 项)`,
    en: `Return with ${count} ${count === 1 ? 'point' : 'points'}`,
  }),
  returnMoney: (count: number) => ({
    zh: `退回后释放预留资金:${count} 人`,
    en: `The reserved money is given back: ${count} people,`,
  }),
  returnReasons: { zh: '需要补正的事项', en: 'What needs correcting' },
  snippets: {
    attendance: {
      zh: '考勤表原件不清晰,请重新扫描上传。',
      en: 'The attendance sheet cannot be read; scan and upload it again.',
    },
    accounts: {
      zh: '部分人员银行账号与姓名不符,请核对后更正。',
      en: 'Some bank accounts do not match the names; check and correct them.',
    },
    certificates: {
      zh: '部分证书编号查验不到,请与评价机构核对。',
      en: 'Some certificate numbers cannot be found; check with the evaluation body.',
    },
  },
  nextItem: { zh: '下一件', en: 'Next' },
  passedDone: { zh: '已通过', en: 'Passed' },
  returnedDone: { zh: '已退回,理由一次性告知', en: 'Returned, with every reason' },
  moneyAfter: {
    'initial-review': (line: string) => ({
      zh: `从“${line}”预留的资金保持预留,转复核。`,
      en: `The money reserved on ${line} stays reserved; on to the second review.`,
    }),
    'second-review': (line: string) => ({
      zh: `从“${line}”预留的资金保持预留,转审批。`,
      en: `The money reserved on ${line} stays reserved; on to the approval.`,
    }),
    approval: (line: string) => ({
      zh: `从“${line}”预留的资金转为已承诺。`,
      en: `The money reserved on ${line} becomes committed.`,
    }),
  },
  emptyQueue: { zh: '没有待办的申领单。', en: 'No claim waits for you.' },
  choose: { zh: '请从左侧选择一件。', en: 'Choose one on the left.' },
  noClaimsYet: {
    zh: '还没有申领单。班级结业后,系统按政策自动生成。',
    en: 'No claim yet: one is made by itself once a class is completed, as the scheme says.',
  },
  noClaims: { zh: '没有符合筛选条件的申领单。', en: 'No claim matches these filters.' },
  searchHint: { zh: '单号 / 班级名称', en: 'Number / class' },
  number: { zh: '单号', en: 'Number' },
  class: { zh: '班级', en: 'Class' },
  organisation: { zh: '机构', en: 'Organisation' },
  scheme: { zh: '政策', en: 'Scheme' },
  state: { zh: '状态', en: 'State' },
  headCount: { zh: '人数', en: 'People' },
  amountFilter: { zh: '按金额筛选', en: 'Filter by amount' },
  amountYuan: { zh: '金额(元)', en: 'Amount (yuan)' },
  assembledOn: { zh: '生成日期', en: 'Assembled' },
  atLeast: (yuan: string) => ({ zh: `≥ ${yuan} 元`, en: `≥ ¥${yuan}` }),
  atMost: (yuan: string) => ({ zh: `≤ ${yuan} 元`, en: `≤ ¥${yuan}` }),
  atLeastYuan: { zh: '金额不低于(元)', en: 'At least (yuan)' },
  atMostYuan: { zh: '金额不高于(元)', en: 'At most (yuan)' },
  position: { zh: '序号', en: 'No.' },
  name: { zh: '姓名', en: 'Name' },
  identity: { zh: '身份证号', en: 'Identity number' },
  result: { zh: '结果', en: 'Result' },
  account: { zh: '收款账户', en: 'Account' },
  accountTail: (bank: string, tail: string) => ({ zh: `${bank} 尾号 ${tail}`, en: `${bank} …${tail}` }),
  why: { zh: '说明', en: 'Why' },
  walk: { zh: '追溯', en: 'Trail' },
  everybody: { zh: '全部人员', en: 'Everybody' },
  explanation: { zh: '决定的依据', en: 'How it was decided' },
  conditions: { zh: '条件', en: 'Conditions' },
  facts: { zh: '依据的事实', en: 'Facts relied on' },
  source: { zh: '来源', en: 'Source' },
  asOf: { zh: '截至', en: 'As of' },
  checksOfPerson: { zh: '核对结果', en: 'Checks' },
  history: { zh: '办理过程', en: 'What happened' },
  opening: { zh: '生成', en: 'Assembled' },
  byPlatform: { zh: '系统', en: 'The platform' },
  assembleAgain: { zh: '重新生成申领单', en: 'Assemble again' },
  assembledAgain: (number: string) => ({
    zh: `已生成新的申领单 ${number}`,
    en: `A new claim was assembled: ${number}`,
  }),
  waitingTitle: (count: number, more: boolean) => ({
    zh: `${count}${more ? '+' : ''} 个班级还不能生成申领单`,
    en: `${count}${more ? '+' : ''} group${count === 1 ? '' : 's'} cannot become a claim yet`,
  }),
  placeholder: { zh: '示例', en: 'example' },

  claimMissing: { zh: '没有这件申领单。', en: 'There is no such claim.' },
  notAwaited: (duty: ClaimStep, status: ClaimStatus) => ({
    zh: `本件现为“${STATUS_WORDS[status].zh}”,不在${HAND_WORDS[duty].zh}环节。请刷新后办理下一件。`,
    en: `This claim is now “${STATUS_WORDS[status].en}” and not at the ${HAND_WORDS[duty].en}. Reload and take the next one.`,
  }),
  contentChanged: {
    zh: '内容已变化:您看到的不是本件现在的内容。请刷新核对后再办理。',
    en: 'The content has changed: what you saw is not what the claim says now. Reload, look again, then decide.',
  },
  frozen: (number: string) => ({ zh: `疑点冻结 ${number}`, en: `Frozen by ${number}` }),
  onlyFrozen: { zh: '因疑点冻结', en: 'Frozen by a case' },
  frozenBy: (number: string) => ({ zh: `冻结 ${number}`, en: `Frozen ${number}` }),
  /** Told to the provider too: it does not name the other class or its case. */
  doubtTouchesClass: { zh: '有疑点涉及本班,已重新核对', en: 'A doubt touches this class; it was checked again' },
  caseConcluded: (number: string) => ({
    zh: `疑点处置单 ${number} 已有结论`,
    en: `Suspicion case ${number} was concluded`,
  }),
  amendApproved: (number: string) => ({
    zh: `申领单 ${number} 已经审批,考勤不能直接更正。请先由复核或财务退回这张申领单,再更正考勤。`,
    en: `Claim ${number} is approved already: have a reviewer or finance send it back first, then amend the attendance.`,
  }),
  amendPaid: (number: string) => ({
    zh: `申领单 ${number} 已进入发放批次,考勤暂不能更正。请撤回批次并退回申领单,或等银行付成后再更正:付成后更正的,差额补发或追回。`,
    en: `Claim ${number} is in a payment batch: withdraw the batch and send the claim back, or amend once the bank has paid: then the difference is paid or recovered.`,
  }),
  amendExported: (number: string) => ({
    zh: `预审名单 ${number} 已报省平台,考勤不能直接更正。请先撤回名单,再更正考勤。`,
    en: `List ${number} is with the province: call it back first, then amend the attendance.`,
  }),
  factsChanged: (count: number) => ({
    zh: `内容已变化:本件生成后有 ${count} 人的记录更新过。请退回,系统将按新的记录重新生成。`,
    en: `The content has changed: the records of ${count} ${count === 1 ? 'person' : 'people'} were updated after it was assembled. Return it, and it is assembled again from the new records.`,
  }),
  bankListRefuses: {
    zh: '银行代发清单写不下本件的内容,不能通过。请退回,更正后重新生成。',
    en: 'The bank’s list cannot hold this claim, so it cannot be passed. Return it; once corrected it is assembled again.',
  },
  bankListTitle: (count: number) => ({
    zh: `银行代发清单写不下 ${count} 处,不能通过或制单`,
    en: `The bank’s list cannot hold ${count} value${count === 1 ? '' : 's'}: the claim can be neither passed nor paid`,
  }),
  outside: (scheme: Sentence, label: Sentence, sentence: Sentence, clause: string) => ({
    zh: `${scheme.zh} · ${label.zh}:${sentence.zh}(${clause})`,
    en: `${scheme.en} · ${label.en}: ${sentence.en} (${clause})`,
  }),
  claimReturned: (number: string) => ({ zh: `申领单 ${number}`, en: `Claim ${number}` }),
  notApproved: (status: ClaimStatus) => ({
    zh: `只有已批准、尚未列入批次的申领单可以这样退回,本件现为“${STATUS_WORDS[status].zh}”。请刷新后查看。`,
    en: `Only an approved claim that is in no batch yet can be sent back; this one is “${STATUS_WORDS[status].en}”. Reload to see it.`,
  }),
  mayNotSendBack: {
    zh: '退回已批准的申领单由复核岗或财务岗办理',
    en: 'An approved claim is sent back by a reviewer or by finance',
  },
  sendBack: { zh: '退回(批准后)', en: 'Send back' },
  sendBackTitle: { zh: '退回已批准的申领单', en: 'Send an approved claim back' },
  sendBackMoney: (count: number) => ({
    zh: `退回后,已承诺的资金回到可用:${count} 人`,
    en: `The committed money becomes available again: ${count} people,`,
  }),
  sentBackDone: { zh: '已退回,资金已释放', en: 'Sent back; its money is available again' },
  amountFilterOutOfRange: {
    zh: `须在 0 与系统能记的上限 ${formatYuan(FEN_LIMIT)} 元之间`,
    en: `must be between 0 and ¥${formatYuan(FEN_LIMIT)}, the most that is kept`,
  },
  notYourDuty: (duty: ClaimStep) => ({
    zh: `本件待${HAND_WORDS[duty].zh},由有${HAND_WORDS[duty].zh}权限的人员办理`,
    en: `It awaits the ${HAND_WORDS[duty].en}, which is not your duty`,
  }),
  oneDuty: {
    zh: '同一人在一件申领单上只能承担一项职责(确认、初审、复核、审批、制单、签批),您已承担过其中一项。请由他人办理。',
    en: 'One person holds one duty on a claim (confirming, initial review, second review, approval, making or signing the batch), and you have held one. Somebody else must do this.',
  },
  confirmedAlready: {
    zh: '本件已确认过。请刷新后查看。',
    en: 'This claim has been confirmed or declined already. Reload to see it.',
  },
  declineReasonsMissing: {
    zh: '请写明哪里有误、应当怎样,一次写全。',
    en: 'Say what is wrong and what it should be, all of it at once.',
  },
  reviewedAlready: {
    zh: '本环节已有人办理。请刷新后办理下一件。',
    en: 'Somebody has already done this review. Reload and take the next one.',
  },
  openAlready: {
    zh: '该班级在这项政策下已有一件在办的申领单。',
    en: 'This group already has an open claim under this scheme.',
  },
  reasonsMissing: {
    zh: '退回须写明需要补正的事项,一次写全。',
    en: 'Returning needs its reasons, all of them at once.',
  },
  notReturned: (status: ClaimStatus) => ({
    zh: `只有已退回的申领单可以重新生成,本件现为“${STATUS_WORDS[status].zh}”。`,
    en: `Only a returned claim can be assembled again; this one is “${STATUS_WORDS[status].en}”.`,
  }),
  stillWaits: (why: Sentence) => ({
    zh: `还不能生成申领单:${why.zh}。`,
    en: `The claim cannot be assembled yet: ${why.en}.`,
  }),
  tooManyToExport: (most: number) => ({
    zh: `筛选结果超过 ${most} 件,不能一次导出。请加上状态、机构或金额等条件,分几次导出。`,
    en: `More than ${most} claims match, too many for one file. Add a state, an organisation or an amount and export in parts.`,
  }),
  exportName: { zh: '补贴申领', en: 'claims' },

  outcomes: {
    passed: { zh: '通过', en: 'Passed' },
    failed: { zh: '不通过', en: 'Failed' },
    unavailable: { zh: '未能核对', en: 'Not available' },
    'not-applicable': { zh: '不适用', en: 'Not applicable' },
  },
} as const
