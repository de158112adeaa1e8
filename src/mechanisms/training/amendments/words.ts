import type { Sentence } from '../../../platform/contract/public.ts'
import type { Credit } from '../attendance/rules.ts'

export const CREDIT_WORDS = {
  present: { zh: '出勤', en: 'present' },
  late: { zh: '迟到', en: 'late' },
  leave: { zh: '请假', en: 'on leave' },
  absent: { zh: '缺勤', en: 'absent' },
} as const satisfies Record<Credit, Sentence>

/** What the page of amendments says. */
export const words = {
  title: { zh: '更正考勤', en: 'Amendments' },
  propose: { zh: '提出更正', en: 'Propose an amendment' },
  explained: {
    zh: '考勤不能改写。要更正,由机构提出并附材料,由授课教师或经办人员(另一人)确认后成为新的一版;旧版保留,结业的人按新版重新核定。',
    en: 'Attendance is never edited. The provider proposes what to amend, with evidence; the instructor or the bureau’s clerk, another person, confirms it: it becomes a new version, the old one stays, and whoever has completed is decided anew.',
  },
  empty: { zh: '没有更正过考勤。', en: 'The attendance was never amended.' },
  toAnswer: { zh: '待处理的考勤更正', en: 'Amendments to answer' },
  ofClass: { zh: '班级', en: 'Class' },
  noneWaits: { zh: '没有等您处理的考勤更正。', en: 'No amendment waits for you.' },
  person: { zh: '学员', en: 'Person' },
  sessions: { zh: '课次', en: 'Sessions' },
  becomes: { zh: '更正为', en: 'Becomes' },
  reason: { zh: '更正理由', en: 'Reason' },
  reasonHint: { zh: '如:当天手机没电,教师点名册上有签字', en: 'As: the phone was empty; the roll has the signature' },
  evidence: { zh: '更正材料(照片或扫描件)', en: 'Evidence: a photo or scan' },
  evidenceHint: { zh: 'PNG、JPG 或 PDF', en: 'PNG, JPG or PDF' },
  evidenceKept: (name: string) => ({ zh: `已上传 ${name}`, en: `${name} is kept` }),
  opening: { zh: '更正材料', en: 'Evidence' },
  save: { zh: '提出', en: 'Propose' },
  cancel: { zh: '取消', en: 'Cancel' },
  proposed: { zh: '已提出,请授课教师或经办人员确认', en: 'Proposed: the instructor or the clerk confirms it' },
  what: { zh: '更正内容', en: 'What is amended' },
  by: { zh: '提出', en: 'Proposed' },
  state: { zh: '处理', en: 'Answer' },
  waits: { zh: '待另一人确认', en: 'Waits for another person' },
  answer: { zh: '处理', en: 'Answer' },
  answerTitle: { zh: '处理考勤更正', en: 'Answer an amendment of attendance' },
  confirm: { zh: '确认更正', en: 'Confirm' },
  decline: { zh: '不予更正', en: 'Decline' },
  remark: { zh: '不予更正的理由', en: 'Why it is declined' },
  answered: { zh: '已处理', en: 'Answered' },
  confirmedAs: (version: number) => ({ zh: `已确认,成为第${version}版`, en: `Confirmed: version ${version}` }),
  declined: { zh: '不予更正', en: 'Declined' },
  signs: (count: number): Sentence => ({ zh: `${count} 次签到`, en: `${count} signs` }),
  change: (was: Credit, becomes: Credit): Sentence => ({
    zh: `${CREDIT_WORDS[was].zh} → ${CREDIT_WORDS[becomes].zh}`,
    en: `${CREDIT_WORDS[was].en} → ${CREDIT_WORDS[becomes].en}`,
  }),
  ofVersion: (version: number): Sentence => ({ zh: `更正第${version}版`, en: `Amends version ${version}` }),
} as const

export const refusals = {
  refused: { zh: '更正没有提出,请改正下面各处。', en: 'The amendment was not proposed: correct what is listed below.' },
  onlyItsProvider: {
    zh: '考勤更正由开班的培训机构提出,请用机构账号登录。',
    en: 'Its provider proposes amendments: sign in with the provider’s account.',
  },
  noSheet: {
    zh: '本班还没有考勤,没有可以更正的。请先导入考勤表,或等课程结束后由平台生成。',
    en: 'The class has no attendance yet: import the sheet first, or wait for the platform to draw it after the class.',
  },
  notOpen: { zh: '班级还没有备案,不能更正考勤。', en: 'The class is not on file: its attendance cannot be amended.' },
  waits: {
    zh: '已有一项更正在等待确认,处理后才能再提出。',
    en: 'An amendment waits for its answer already: the next can be proposed after that.',
  },
  notCurrent: (seq: number): Sentence => ({
    zh: `第 ${seq} 项不是现行考勤上的签到,请刷新后重新选择`,
    en: `Entry ${seq} is no sign of the current attendance: refresh and choose again`,
  }),
  twice: (seq: number): Sentence => ({
    zh: `第 ${seq} 项重复了,请删去一项`,
    en: `Entry ${seq} is there twice: remove one`,
  }),
  unchanged: (seq: number, credit: Credit): Sentence => ({
    zh: `第 ${seq} 项现在就是“${CREDIT_WORDS[credit].zh}”,不用更正`,
    en: `Entry ${seq} is “${CREDIT_WORDS[credit].en}” already: nothing to amend`,
  }),
  noEvidence: { zh: '没有这份更正材料,请重新上传', en: 'There is no such evidence: upload it again' },
  evidenceRefused: { zh: '材料没有保存,请看下面的原因。', en: 'The evidence was not kept: see why below.' },
  ownProposal: {
    zh: '提出更正的人不能自己确认,请由授课教师或经办人员中的另一人确认。',
    en: 'Who proposed it cannot confirm it: the instructor or the clerk, another person, does.',
  },
  ownClass: {
    zh: '您是本班学员、教师,或在开班的机构有账号,请由其他经办人员确认。',
    en: 'You attend or teach this class or have an account of its provider: another clerk confirms it.',
  },
  notYourSessions: {
    zh: '更正涉及不是您上的课次,请由授课教师本人或经办人员确认。',
    en: 'It speaks of sessions that you did not teach: their instructor or the clerk confirms it.',
  },
  answeredAlready: {
    zh: '这项更正已经处理过了,请刷新后查看。',
    en: 'This amendment is answered already: refresh and look again.',
  },
  otherVersion: {
    zh: '提出更正以后考勤有了新的一版,这项更正不能再确认。请不予更正,由机构对照新版重新提出。',
    en: 'The attendance has a newer version since: this amendment can no longer be confirmed. Decline it; the provider proposes it anew.',
  },
  reasonMissing: {
    zh: '不予更正须写明理由(至少两个字)。',
    en: 'Declining needs a reason, of two characters at least.',
  },
} as const

export const constraintWords = {
  nobody_answers_their_own_amendment: refusals.ownProposal,
  an_amendment_is_answered_once: refusals.answeredAlready,
  a_version_is_amended_once: refusals.otherVersion,
} as const satisfies Record<string, Sentence>

export const trailWords = {
  title: (version: number, count: number): Sentence => ({
    zh: `考勤更正(第${version}版,${count}次签到)`,
    en: `Amendment of attendance (version ${version}, ${count} signs)`,
  }),
  proposedBy: { zh: '提出', en: 'Proposed by' },
  answeredBy: { zh: '处理人', en: 'Answered by' },
  outcome: { zh: '处理结果', en: 'Answer' },
  why: { zh: '不予更正的理由', en: 'Why declined' },
  evidence: { zh: '材料', en: 'Evidence' },
  former: (written: string): Sentence => ({
    zh: `上一版的签到 ${written}`,
    en: `The sign of the version before: ${written}`,
  }),
  later: (written: string): Sentence => ({
    zh: `下一版的签到 ${written}`,
    en: `The sign of the next version: ${written}`,
  }),
} as const satisfies Record<string, Sentence | ((...given: never[]) => Sentence)>
