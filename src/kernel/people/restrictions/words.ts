import type { Sentence } from '../../../platform/contract/public.ts'

export const KINDS = {
  restricted: { zh: '限制享受补贴', en: 'Restricted from subsidies' },
  recovery: { zh: '补贴追回中', en: 'Within a recovery' },
} as const satisfies Record<string, Sentence>

/** What the restrictions say to those who keep them. */
export const words = {
  restrictionConfirmed: { zh: '限制措施已确认', en: 'a restriction was confirmed' },
  endConfirmed: { zh: '限制措施已解除', en: 'a restriction was ended' },
  identityWrong: {
    zh: '身份证号不对,请照身份证完整填写18位。',
    en: 'The identity number is not valid; type all 18 characters from the card.',
  },
  personUnknown: {
    zh: '本县记录里没有这个人:没有进过花名册,也没有其他记录。请核对身份证号;此人以后出现时再作限制。',
    en: 'Nobody with this identity number is on record in this county. Check the number; the restriction can be made when the person appears.',
  },
  subjectMissing: {
    zh: '请指明限制的是哪一个人,或哪一个单位,二选一。',
    en: 'Say which person or which organisation is restricted: one of the two.',
  },
  organisationUnknown: {
    zh: '没有这个单位,请从列表中选择。',
    en: 'There is no such organisation; choose from the list.',
  },
  endsTooEarly: { zh: '截止日期早于开始日期,请改正。', en: 'It ends before it begins; correct the days.' },
  endBeforeBegin: (from: string): Sentence => ({
    zh: `最后一天早于开始日期 ${from}。当初就不应限制的,请选“自始撤销”。`,
    en: `The last day lies before the first (${from}). If it should never have been made, revoke it from the beginning.`,
  }),
  endAfterToday: {
    zh: '最后一天在今天之后,请填写今天或更早的日期。',
    en: 'The last day lies after today; give today or an earlier day.',
  },
  notEndable: {
    zh: '这条限制现在不能提出解除:尚未生效、已经解除,或已有人提出、正等另一人确认。请刷新页面查看。',
    en: 'An end cannot be proposed now: it was not imposed, has ended, or a proposal waits for another person. Reload the page.',
  },
  nothingOpen: {
    zh: '没有等待确认的事项,可能已有人处理。请刷新页面查看。',
    en: 'Nothing waits for a decision; somebody may have decided it. Reload the page.',
  },
  ownProposal: {
    zh: '这是您本人提出的,须由另一人确认。请交给同事办理。',
    en: 'You proposed this yourself; another person must decide it. Hand it to a colleague.',
  },
  declineReason: { zh: '不同意须写明理由。', en: 'Give the reason for declining.' },
  /** What A15 and H08 say. */
  person: (kind: Sentence, document: string, period: Sentence): Sentence => ({
    zh: `此人${period.zh}${kind.zh}(依据:${document})。有异议的,可持材料到人社局申诉`,
    en: `${kind.en}, ${period.en} (by ${document}). To object, bring what supports it to the bureau`,
  }),
  organisation: (name: string, kind: Sentence, document: string, period: Sentence): Sentence => ({
    zh: `${name}${period.zh}${kind.zh}(依据:${document})。有异议的,可持材料到人社局申诉`,
    en: `${name}: ${kind.en}, ${period.en} (by ${document}). To object, bring what supports it to the bureau`,
  }),
  period: (from: string, to: string | null): Sentence => ({
    zh: to === null ? `自 ${from} 起` : `${from} 至 ${to}`,
    en: to === null ? `since ${from}` : `${from} to ${to}`,
  }),
  notRestricted: { zh: '没有限制或追回记录', en: 'No restriction and no recovery on record' },
  evidence: (document: string): Sentence => ({ zh: `限制记录:${document}`, en: `Restriction: ${document}` }),
} as const

/** What the database refuses, in words. */
export const constraintWords: Readonly<Record<string, Sentence>> = {
  two_people_decide_a_restriction: words.ownProposal,
  one_proposal_at_a_time: {
    zh: '刚刚有人就这条限制提出了事项,请刷新页面查看。',
    en: 'Somebody has just proposed something about this restriction; reload the page.',
  },
  restriction_decisions_pkey: {
    zh: '刚刚有人处理了这一事项,请刷新页面查看。',
    en: 'Somebody has just decided this; reload the page.',
  },
}
