import type { Sentence } from '../../../../platform/contract/public.ts'

/** Sentences of drawing who gives the second review. */
export const words = {
  title: { zh: '复核人', en: 'Second reviewer' },
  mine: { zh: '本件抽取您复核', en: 'You were drawn for the second review' },
  drawn: (name: string, post: string, of: number) => ({
    zh: `系统从 ${of} 人中随机抽取:${name}(${post})`,
    en: `Drawn at random from ${of}: ${name} (${post})`,
  }),
  named: (name: string, post: string, reason: string) => ({
    zh: `领导指定:${name}(${post}),理由:${reason}`,
    en: `Named by a head: ${name} (${post}); ${reason}`,
  }),
  none: { zh: '没有可抽取的复核人,请领导指定', en: 'Nobody can be drawn: a head names the reviewer' },
  leftOut: { zh: '未列入抽取', en: 'Left out' },
  lot: { zh: '参加抽取', en: 'In the lot' },
  seed: { zh: '抽取种子', en: 'Seed' },
  before: { zh: '此前', en: 'Before' },
  onLeave: { zh: '请假中', en: 'away' },
  name: { zh: '指定复核人', en: 'Name the reviewer' },
  nameTitle: { zh: '指定复核人', en: 'Name the second reviewer' },
  nameMeans: {
    zh: '复核岗没有可抽取的人员时,由领导指定一人复核,记录在案。可以指定没有办过本件的经办人员。',
    en: 'Where nobody of the reviewers can be drawn, a head names one person, on record. A clerk who has had nothing to do with the claim may be named.',
  },
  who: { zh: '复核人', en: 'Who' },
  reason: { zh: '理由', en: 'Reason' },
  cancel: { zh: '取消', en: 'Cancel' },
  save: { zh: '指定', en: 'Name' },
  choose: { zh: '请选择', en: 'Choose' },
  nobodyToName: { zh: '没有可指定的人员:', en: 'Nobody can be named:' },
  namedDone: { zh: '已指定复核人', en: 'Named' },
  again: { zh: '重新抽取', en: 'Draw again' },
  drawnDone: { zh: '已重新核对抽取结果', en: 'The draw was looked at again' },

  notDrawn: (who: string) => ({
    zh: `本件的复核人是${who},由抽取或指定的人办理`,
    en: `Its second reviewer is ${who}; whoever was drawn or named gives it`,
  }),
  nobodyDrawn: {
    zh: '本件还没有复核人:没有可抽取的人员,请领导指定',
    en: 'It has no second reviewer: nobody could be drawn, and a head has to name one',
  },
  somebodyIsThere: (who: string) => ({
    zh: `本件已有复核人${who},不用指定。请刷新后查看。`,
    en: `It has a second reviewer already, ${who}: nobody need be named. Reload to see.`,
  }),
  cannotBeNamed: {
    zh: '此人不能复核本件:没有复核权限、请假中或者没有有效账号。请另选。',
    en: 'This person cannot give the second review: not permitted, away, or without an active account. Choose another.',
  },
  because: {
    first: { zh: '初审通过', en: 'passed the initial review' },
    'cannot-any-more': { zh: '原复核人不能办理', en: 'whoever was drawn cannot give it any more' },
    'somebody-again': { zh: '有人可以抽取了', en: 'somebody can be drawn again' },
  },
} as const satisfies Record<string, unknown>

export const ON_LEAVE: { readonly code: string; readonly why: Sentence } = { code: 'on-leave', why: words.onLeave }

/** Why somebody is not in the lot, told to others: what a refusal says to the person themselves says “you”. */
export const LEFT_OUT: Readonly<Record<string, Sentence>> = {
  one_person_one_duty_on_a_claim: {
    zh: '已承担过本件的另一项职责,或本人与本件有关',
    en: 'has already had another duty on this claim, or is concerned by it',
  },
  'own-organisation': {
    zh: '在提出本件的机构有账号',
    en: 'has an account at the organisation that brings this claim',
  },
  'duties-kept-apart': {
    zh: '已办理过本地规定须与复核分开的职责',
    en: 'has had a duty that this county keeps apart from the second review',
  },
}
