import type { Sentence } from '../../../platform/contract/public.ts'
import type { HearingOutcome, ReplyWay } from './rules.ts'

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
  saidLater: (today: string): Sentence => ({
    zh: `申辩日期晚于今天(${today}),请填写本人提出的日期。`,
    en: `The reply is dated after today (${today}); give the day it was made.`,
  }),
  shortenedWithoutDay: {
    zh: '缩短期限须写明新的最后一天;尚未生效的限制不能缩短。',
    en: 'To shorten it, give its new last day; one that does not count yet cannot be shortened.',
  },
  notShorter: (last: string): Sentence => ({
    zh: `新的最后一天须早于原来的截止日期 ${last}。`,
    en: `The new last day must be earlier than the present one (${last}).`,
  }),
  noReplyNow: {
    zh: '这条限制没有生效或已自始撤销,不需要申辩。请刷新页面查看。',
    en: 'This restriction was declined or revoked; there is nothing to reply to. Reload the page.',
  },
  noSuchReply: { zh: '没有这条申辩,请刷新页面。', en: 'There is no such reply; reload the page.' },
  noSuchFile: { zh: '没有这份材料。', en: 'There is no such file.' },
  fileRefused: { zh: '文件没有收下。请按下列说明更换。', en: 'The file was not taken. Replace it as described.' },
  replyHeard: {
    zh: '这条申辩已有人处理,请刷新页面查看。',
    en: 'Somebody has looked at this reply already; reload the page.',
  },
  ownRecord: {
    zh: '这条申辩是您本人登记的,须由另一人处理。请交给同事办理。',
    en: 'You recorded this reply yourself; another person must look at it. Hand it to a colleague.',
  },
  ownRestriction: {
    zh: '这条限制是您本人提出的,对它的申辩须由另一人处理。请交给同事办理。',
    en: 'You proposed this restriction yourself; another person must look at the reply. Hand it to a colleague.',
  },
  hearReason: {
    zh: '对申辩的处理须写明理由,本人会看到。',
    en: 'Give the reason for what follows from the reply; the person is shown it.',
  },
  waitsFirst: {
    zh: '这条限制还有事项等另一人确认,请先办理那一项。',
    en: 'Something about this restriction waits for another person; that is decided first.',
  },
  hearFirst: (document: string): Sentence => ({
    zh: `对此前的限制(${document})还有申辩没有处理,请先处理,再提出新的限制。`,
    en: `A reply to an earlier restriction (${document}) has not been looked at; look at it before proposing a new one.`,
  }),
  hearBeforeDeciding: {
    zh: '对这条限制有申辩还没有处理:确认或不同意时请写明对申辩的意见,本人会看到。',
    en: 'There is a reply nobody has looked at: say in the remark what you make of it; the person is shown it.',
  },
  heardInEnd: (outcome: Sentence, reason: string): Sentence => ({
    zh: `申辩处理:${outcome.zh}。${reason}`,
    en: `After a reply: ${outcome.en}. ${reason}`,
  }),
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
  replyOf: (on: string): Sentence => ({ zh: `${on} 的申辩`, en: `Reply of ${on}` }),
  evidence: (document: string): Sentence => ({ zh: `限制记录:${document}`, en: `Restriction: ${document}` }),
} as const

export const WAYS = {
  console: { zh: '在线提交', en: 'in the console' },
  paper: { zh: '书面', en: 'on paper' },
  phone: { zh: '电话', en: 'by telephone' },
  visit: { zh: '到场', en: 'in person' },
} as const satisfies Record<ReplyWay, Sentence>

export const OUTCOMES = {
  kept: { zh: '维持', en: 'Kept as it is' },
  shortened: { zh: '缩短期限', en: 'Shortened' },
  ended: { zh: '解除', en: 'Ended' },
} as const satisfies Record<HearingOutcome, Sentence>

/** Why somebody may not look at a reply: who must. */
export const HEARING_REFUSALS = {
  heard: words.replyHeard,
  'own-record': words.ownRecord,
  'own-proposal': words.ownRestriction,
} as const satisfies Record<string, Sentence>

/** What the database refuses, in words. */
export const constraintWords: Readonly<Record<string, Sentence>> = {
  two_people_decide_a_restriction: words.ownProposal,
  one_proposal_at_a_time: {
    zh: '刚刚有人就这条限制提出了事项,请刷新页面查看。',
    en: 'Somebody has just proposed something about this restriction; reload the page.',
  },
  a_reply_is_heard_once: words.replyHeard,
  another_person_hears_a_reply: words.ownRecord,
  one_paper_a_reply: {
    zh: '这条申辩已经有一份材料。另有材料的,请另登记一条。',
    en: 'This reply has its paper already; record another reply for another paper.',
  },
  restriction_decisions_pkey: {
    zh: '刚刚有人处理了这一事项,请刷新页面查看。',
    en: 'Somebody has just decided this; reload the page.',
  },
}
