import type { Sentence } from '../../../platform/contract/public.ts'

/** Sentences of overrides: an answer of a check that two people let go, by a document, until a day. */
export const words = {
  lifted: (found: Sentence, document: string, until: string): Sentence => ({
    zh: `${found.zh}(已由两人放行:${document},至 ${until})`,
    en: `${found.en} (let go by two people: ${document}, until ${until})`,
  }),
  evidence: (document: string): Sentence => ({ zh: `放行记录:${document}`, en: `Override: ${document}` }),
  unknownCheck: {
    zh: '这项核对已不再进行,不能放行。请刷新页面查看最近的结果。',
    en: 'This check is no longer asked, so it cannot be overridden. Reload to see the newest answers.',
  },
  neverLifted: (why: Sentence): Sentence => ({
    zh: `这项核对不能放行:${why.zh}。`,
    en: `This check cannot be overridden: ${why.en}.`,
  }),
  waitsAlready: {
    zh: '这条结果已有人申请放行,正等另一人确认。请到“放行”页面查看。',
    en: 'An override of this answer waits for another person already. See the page of overrides.',
  },
  inForceAlready: {
    zh: '这条结果已经放行,尚在有效期内。请到“放行”页面查看。',
    en: 'This answer is overridden already and the override is in force. See the page of overrides.',
  },
  nothingToLift: {
    zh: '这条结果没有拦下什么,不需要放行。',
    en: 'This answer stops nothing; there is nothing to override.',
  },
  answerChanged: {
    zh: '最近一次核对的结果已经不同。请刷新页面,按最近的结果办理。',
    en: 'The check answers otherwise by now. Reload the page and go by its newest answer.',
  },
  expiresTooEarly: { zh: '截止日期早于今天,请改正。', en: 'It would end before today; correct the day.' },
  expiresTooLate: (days: number, last: string): Sentence => ({
    zh: `放行最长 ${days} 天,截止日期不能晚于 ${last}。`,
    en: `An override lasts ${days} days at most; its last day cannot be after ${last}.`,
  }),
  ownProposal: {
    zh: '这是您本人申请的,须由另一人确认。请交给同事办理。',
    en: 'You proposed this yourself; another person must decide it. Hand it to a colleague.',
  },
  attends: {
    zh: '您本人在本班花名册中,不能办理本班的放行,须由他人办理',
    en: 'You are on the roster of this class yourself: somebody else must handle its overrides',
  },
  teaches: {
    zh: '您本人是本班教师,不能办理本班的放行,须由他人办理',
    en: 'You teach this class yourself: somebody else must handle its overrides',
  },
  belongs: {
    zh: '您有账号属于本班的培训机构,不能办理本班的放行,须由他人办理',
    en: 'An account of yours belongs to the provider of this class: somebody else must handle its overrides',
  },
  notWaiting: {
    zh: '这项放行不在等待确认:可能已有人办理,或已过截止日期。请刷新页面查看。',
    en: 'This override does not wait for a decision: it was decided, or its last day is over. Reload the page.',
  },
  declineReason: { zh: '不同意须写明理由。', en: 'Give the reason for declining.' },
  notWithdrawable: {
    zh: '这项放行不能由您撤回:只能由申请人或确认人在有效期内撤回。请刷新页面查看。',
    en: 'You cannot withdraw this override: only one of its two people can, while it waits or is in force. Reload the page.',
  },
  settled: {
    zh: '这项放行已经了结(未同意、撤回或过期),不能再补充材料。请刷新页面查看。',
    en: 'This override is settled (declined, withdrawn or over); nothing can be added to it. Reload the page.',
  },
  fileRefused: { zh: '文件没有收下。请按下列说明更换。', en: 'The file was not taken. Replace it as described.' },
  noSuchFile: { zh: '没有这份材料。', en: 'There is no such file.' },
  handsTaken: {
    zh: '您在本班花名册上、是本班教师,或已就此办理过另一步,不能再办理。请交给同事办理。',
    en: 'You attend or teach this class, or have taken the other step already, and cannot take this one. Hand it to a colleague.',
  },
  changed: { zh: '放行有变化', en: 'an override changed' },
} as const

/** What the database refuses, in words. */
export const overrideConstraintWords = {
  two_people_lift_an_answer: words.ownProposal,
  nobody_judges_a_class_of_their_own: words.handsTaken,
  one_override_at_a_time: {
    zh: '刚刚有人就同一条结果申请了放行,请刷新页面查看。',
    en: 'Somebody has just proposed an override of this answer; reload the page.',
  },
  override_decisions_pkey: {
    zh: '刚刚有人办理了这项放行,请刷新页面查看。',
    en: 'Somebody has just decided this override; reload the page.',
  },
  override_withdrawals_pkey: {
    zh: '刚刚有人撤回了这项放行,请刷新页面查看。',
    en: 'Somebody has just withdrawn this override; reload the page.',
  },
} as const satisfies Record<string, Sentence>
