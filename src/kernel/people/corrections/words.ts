import type { Sentence } from '../../../platform/contract/public.ts'
import type { ConstraintWords } from '../../../platform/http/public.ts'
import type { CorrectionItem, State } from './rules.ts'

const say = (zh: string, en: string): Sentence => ({ zh, en })

/** What can be put right, as the person chooses it and as the clerk reads it. */
export const ITEM_WORDS: Readonly<Record<CorrectionItem, Sentence>> = {
  name: say('姓名', 'Name'),
  phone: say('手机号', 'Telephone'),
  identity: say('身份证号', 'Identity number'),
  account: say('收款的银行卡', 'The bank card that is paid to'),
  address: say('住址', 'Address'),
  education: say('文化程度', 'Education'),
  attendance: say('出勤', 'Attendance'),
  marks: say('成绩或证书', 'Marks or certificate'),
  other: say('其他', 'Something else'),
}

export const STATE_WORDS: Readonly<Record<State, Sentence>> = {
  open: say('待答复', 'To be answered'),
  second: say('待第二人确认', 'Waits for a second person'),
  corrected: say('已更正', 'Put right'),
  declined: say('不予更正', 'Not changed'),
}

export const words = {
  title: say('信息更正申请', 'Requests to correct data'),
  meta: say(
    '本人登录“我的信息”后申请更正的。改姓名、手机号、身份证号的,要先核对本人身份,由一人答复、另一人确认;答复会显示在本人的页面上。',
    'What people ask to be put right in what the county holds of them. A name, telephone or identity number takes one person’s answer and another’s confirmation, once it is sure who asks. They read the answer on their own page.',
  ),
  overdue: say('已超期', 'Overdue'),
  settled: say('已办结', 'Settled'),
  empty: say('没有要办理的更正申请。', 'No request waits.'),
  columns: {
    number: say('编号', 'Number'),
    person: say('申请人', 'Person'),
    what: say('更正什么', 'What'),
    answer: say('答复', 'Answer'),
  },
  shouldBe: say('应为:', 'Should be: '),
  why: say('理由:', 'Because: '),
  file: say('附件', 'Paper'),
  openFile: say('打开附件', 'Open the paper'),
  answer: say('答复', 'Answer'),
  confirm: say('确认', 'Confirm'),
  outcome: say('结果', 'Outcome'),
  outcomes: { corrected: say('予以更正', 'Put right'), declined: say('不予更正', 'Do not change') },
  verdict: say('是否同意', 'Verdict'),
  verdicts: { confirmed: say('同意', 'Agree'), declined: say('不同意,退回重办', 'Disagree: answer anew') },
  answerLabel: say('答复内容(本人能看到)', 'Answer (the person reads it)'),
  answerHint: say(
    '说清核对了什么、改了什么或为什么不改,不写工作人员姓名。考勤、成绩、收款账户在各自的页面办理后再答复。',
    'Say what was checked and changed, or why it was not, without naming an official. Attendance, marks and accounts are put right on their own pages first.',
  ),
  takesTwo: say(
    '这一项改变本人的身份或联系方式:答复后由另一人确认才生效。请先在窗口或电话核对本人。',
    'This changes who somebody is or how they are reached: it counts once another person has confirmed it. Make sure who asks first.',
  ),
  reason: say('不同意的理由', 'Why not'),
  send: say('提交', 'Send'),
  cancel: say('取消', 'Cancel'),
  by: (day: string): Sentence => say(`应在 ${day} 前答复`, `answer by ${day}`),
  waitsFor: say('已有人答复,待另一人确认:', 'Answered, waits for another person: '),
  missing: say('没有找到这件申请。', 'There is no such request.'),
  noFile: say('没有找到这份附件。', 'There is no such paper.'),
  answeredAlready: say(
    '这件申请刚刚已由他人答复。请刷新后查看。',
    'Somebody else has just answered this request. Reload to see it.',
  ),
  decidedAlready: say(
    '这个答复刚刚已由他人确认或退回。请刷新后查看。',
    'Somebody else has just decided this. Reload to see it.',
  ),
  nothingToDecide: say('这件申请没有待确认的答复。', 'Nothing of this request waits for a second person.'),
  ownAnswer: say('答复和确认要由两个人办理。请让另一位同事确认。', 'Another person must confirm it.'),
  declineReason: say('不同意的,请写明理由。', 'Say why you do not agree.'),
  nameCorrected: say('姓名更正', 'a name was put right'),
  fileWrong: say(
    '附件不是完整的照片或 PDF(JPG、PNG、PDF,不超过 5 MB)。请重新拍照后再传,或不传附件。',
    'The paper is no whole photo or PDF (JPG, PNG or PDF, at most 5 MB). Take it again, or send none.',
  ),
  number: say('编号', 'Number'),
  reach: say('更正到了哪里', 'Where it reached'),
  reachTitle: (number: string): Sentence => say(`更正到了哪里 ${number}`, `Where ${number} reached`),
  reachMeta: say(
    '本人资料和没有办完的班级、申领单改用新姓名;已结业、已审批、已公示、已支付的不改。',
    'The person’s own record and what is still open use the new name; what was completed, approved, published or paid is not changed.',
  ),
  reachedHead: say('已用新姓名', 'With the new name'),
  keptHead: say('仍用原姓名', 'With the old name'),
  ownRecord: say('本人资料:姓名', 'The person’s own record'),
  ownRecordWhy: say('页面、时间线、新的花名册核对都用新姓名', 'pages, the timeline and new rosters go by the new name'),
  noneKept: say('没有仍用原姓名的地方。', 'No place keeps the old name.'),
  close: say('关闭', 'Close'),
} as const

export const correctionConstraintWords: ConstraintWords = {
  correction_answers_pkey: words.answeredAlready,
  correction_decisions_pkey: words.decidedAlready,
  two_people_correct_a_person: words.ownAnswer,
}
