import type { Sentence } from '../../../platform/contract/public.ts'
import type { CaseOutcome, CaseState, ConcludingRefusal } from './rules.ts'

export const STATE_WORDS: Record<CaseState, Sentence> = {
  open: { zh: '处置中', en: 'Open' },
  referred: { zh: '已移送,待回复', en: 'Referred, no answer yet' },
  concluded: { zh: '已结论', en: 'Concluded' },
}

export const OUTCOME_WORDS: Record<CaseOutcome, Sentence> = {
  excluded: { zh: '排除涉及人员', en: 'Persons excluded' },
  cleared: { zh: '已澄清', en: 'Cleared' },
  referred: { zh: '移送处理', en: 'Referred' },
}

/** What each outcome does, said before it is proposed. */
export const OUTCOME_EFFECTS: Record<CaseOutcome, Sentence> = {
  excluded: {
    zh: '疑点属实,只涉及单上所列人员:这些人员仍不予补贴,本班其他人员和该机构其他申领恢复办理。',
    en: 'The suspicion stands, against the persons named only: they stay refused; the rest of the class and the provider’s other claims go on.',
  },
  cleared: {
    zh: '疑点已查清,不属实:该项核对对这些人员的这一结果不再作数,系统会重新核对。',
    en: 'The suspicion is explained: this answer of the check no longer counts against these persons, and the checks are asked again.',
  },
  referred: {
    zh: '移送有权机关处理:本班继续冻结,直到登记对方的答复;该机构其他申领恢复办理,除非勾选一并冻结。',
    en: 'Handed to the competent authority: the class stays frozen until its answer is recorded; the provider’s other claims go on unless they are kept frozen too.',
  },
}

export const refusals = {
  noSuchCase: { zh: '没有这张疑点处置单。', en: 'There is no such suspicion case.' },
  noSuchGroup: { zh: '没有这个班级,请重新选择。', en: 'There is no such class; choose again.' },
  concludedAlready: (number: string): Sentence => ({
    zh: `疑点处置单 ${number} 已有结论,不能再办理。请刷新页面查看。`,
    en: `Suspicion case ${number} is concluded; nothing more can be done with it. Reload the page.`,
  }),
  otherPost: { zh: '其岗位不办理疑点处置', en: 'their post does not look after suspicion cases' },
  ownerChanged: {
    zh: '负责人刚刚有变化,请刷新页面查看。',
    en: 'Whose case it is has just changed; reload the page.',
  },
  notYours: {
    zh: '这张处置单现由他人负责,须由负责人移交。',
    en: 'Somebody else looks after this case; they hand it over.',
  },
  noSuchColleague: {
    zh: '没有这位同事,或者其岗位不能办理处置单。请从列表中选择。',
    en: 'There is no such colleague, or their post does not work on cases; choose from the list.',
  },
  fileRefused: {
    zh: '文件没有收下。请按下列说明更换。',
    en: 'The file was not taken. Replace it as described.',
  },
  answerWrong: {
    zh: '答复没有登记。请按下列说明改正。',
    en: 'The answer was not recorded. Correct it as described.',
  },
  referredAgain: {
    zh: '登记答复时,结论请选“排除涉及人员”或“已澄清”;对方又转给别的机关的,等最后的答复。',
    en: 'An answer ends with “persons excluded” or “cleared”; if it was passed on elsewhere, wait for the last answer.',
  },
  answeredLater: (today: string): Sentence => ({
    zh: `答复日期晚于今天(${today}),请改正。`,
    en: `The answer is dated after today (${today}); correct the day.`,
  }),
  answeredBefore: (since: string): Sentence => ({
    zh: `答复日期早于移送日期(${since}),请核对文件。`,
    en: `The answer is dated before the referral (${since}); look at the document again.`,
  }),
  declinedForAReason: { zh: '不同意须写明理由。', en: 'Give the reason for declining.' },
  noSuchFile: { zh: '没有这份材料。', en: 'There is no such file.' },
} as const

export const CONCLUDING_REFUSALS: Record<ConcludingRefusal, Sentence> = {
  concluded: {
    zh: '这张处置单已有结论,不能再提出或确认。请刷新页面查看。',
    en: 'This case is concluded already; nothing can be proposed or confirmed. Reload the page.',
  },
  referred: {
    zh: '这张处置单已移送,结论不能再改;请登记对方机关的答复(文号、日期和结果),由另一人确认。',
    en: 'This case was referred and is not concluded otherwise: record the other authority’s answer (document, day and outcome); another person confirms it.',
  },
  'not-referred': {
    zh: '这张处置单没有移送,没有答复可登记。请刷新页面,直接提出结论意见。',
    en: 'This case was not referred, so there is no answer to record. Reload the page and propose a conclusion.',
  },
  waits: {
    zh: '已有一项结论意见正等另一人确认,请先办理那一项。',
    en: 'A proposed conclusion waits for another person; that one is decided first.',
  },
  'nothing-open': {
    zh: '没有等待确认的结论意见,可能已有人处理。请刷新页面查看。',
    en: 'No conclusion waits for a decision; somebody may have decided it. Reload the page.',
  },
  'own-conclusion': {
    zh: '结论意见是您本人提出的,须由另一人确认。请交给同事办理。',
    en: 'You proposed this conclusion yourself; another person must confirm it. Hand it to a colleague.',
  },
  'own-class': {
    zh: '您在本班花名册上或是本班教师,不能提出或确认结论。请交给同事办理。',
    en: 'You attend or teach this class and have no say in its conclusion. Hand it to a colleague.',
  },
  'own-organisation': {
    zh: '您在该机构有账号,不能提出或确认结论。请交给同事办理。',
    en: 'You have an account at this organisation and have no say in the conclusion. Hand it to a colleague.',
  },
}

/** What a frozen claim says, naming the case. */
export const freezeWords = {
  class: (number: string): Sentence => ({
    zh: `本班有疑点处置单 ${number} 尚未解除冻结,申领不能往下办理;可以退回。`,
    en: `The class is frozen by suspicion case ${number}: its claim cannot go on; it can be returned.`,
  }),
  provider: (number: string): Sentence => ({
    zh: `该机构另一班级有疑点处置单 ${number} 尚未解除冻结,本申领不能往下办理;可以退回。`,
    en: `Another class of this provider is under suspicion case ${number}: this claim cannot go on until it is concluded; it can be returned.`,
  }),
} as const

/** What a cleared answer says from then on. */
export const clearedWords = (number: string, answered: Sentence): Sentence => ({
  zh: `疑点处置单 ${number}:已澄清(原核对结果:${answered.zh})`,
  en: `Suspicion case ${number}: cleared (the check had answered: ${answered.en})`,
})

export const caseTitle = (number: string): Sentence => ({ zh: `疑点处置单 ${number}`, en: `Suspicion case ${number}` })

/** What the database refuses, in words. */
export const constraintWords: Readonly<Record<string, Sentence>> = {
  two_people_conclude_a_case: CONCLUDING_REFUSALS['own-conclusion'],
  one_conclusion_at_a_time: CONCLUDING_REFUSALS.waits,
  case_decisions_pkey: CONCLUDING_REFUSALS['nothing-open'],
  a_case_is_concluded_once: CONCLUDING_REFUSALS.concluded,
  case_owners_pkey: refusals.ownerChanged,
}

/** An authority's answer in one line. */
export const answerWords = (by: string, document: string, on: string): Sentence => ({
  zh: `${by},${document},${on}`,
  en: `${by}, ${document}, ${on}`,
})

export const EVENT_WORDS = {
  opened: { zh: '开立', en: 'Opened' },
  'subjects-added': { zh: '补充涉及人员', en: 'Persons added' },
  taken: { zh: '承办', en: 'Taken on' },
  'handed-over': { zh: '移交承办人', en: 'Handed over' },
  note: { zh: '补充说明', en: 'Note added' },
  file: { zh: '补充材料', en: 'File added' },
  reply: { zh: '机构书面答复', en: 'Answered by the provider in writing' },
  proposed: { zh: '提出结论意见', en: 'Conclusion proposed' },
  declined: { zh: '不同意结论意见', en: 'Conclusion declined' },
  confirmed: { zh: '确认结论', en: 'Conclusion confirmed' },
} as const satisfies Record<string, Sentence>
export type CaseEventKind = keyof typeof EVENT_WORDS

export const traceWords = {
  result: (checkId: string): Sentence => ({ zh: `核对结果 ${checkId}`, en: `Answer of check ${checkId}` }),
} as const

export const trailWords = {
  organisation: { zh: '机构', en: 'Provider' },
  opened: { zh: '开立日期', en: 'Opened on' },
  state: { zh: '状态', en: 'State' },
  outcome: { zh: '结论', en: 'Conclusion' },
  answer: { zh: '对方机关答复', en: 'Answer of the other authority' },
  reasons: { zh: '理由', en: 'Reasons' },
} as const satisfies Record<string, Sentence>
