import type { Sentence } from '../../../platform/contract/public.ts'
import { ROLES, type Role } from '../rules.ts'

/** Sentences of standing in for somebody (A/B岗). */
export const words = {
  title: { zh: '代岗(A/B岗)', en: 'Standing in' },
  meta: {
    zh: '请假期间由谁代办哪个岗位。代岗人以本人名义办理,记录注明代岗;同一人在一件申领单上仍只能承担一项职责。',
    en: 'Who does whose post while they are away. A deputy acts in their own name, on record; and still takes one duty only on any one claim.',
  },
  add: { zh: '新增代岗', en: 'New deputy' },
  absent: { zh: '请假人', en: 'Away' },
  deputy: { zh: '代岗人', en: 'Deputy' },
  posts: { zh: '代办岗位', en: 'Posts' },
  postsOfAbsent: { zh: '选好请假人后,在这里选代办哪些岗位。', en: 'Choose who is away; then their posts are here.' },
  days: { zh: '起止日期', en: 'Days' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至', en: 'To' },
  reason: { zh: '事由', en: 'Reason' },
  state: { zh: '状态', en: 'State' },
  states: {
    'to-come': { zh: '未开始', en: 'To come' },
    'in-force': { zh: '代岗中', en: 'In force' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  givenBy: { zh: '登记人', en: 'Said by' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  end: { zh: '提前结束', en: 'End now' },
  endTitle: { zh: '提前结束代岗', en: 'End the delegation' },
  endMeans: {
    zh: '今天起不再代岗,已办的事项和记录不变。',
    en: 'It counts no more from today; what was done stays done.',
  },
  added: { zh: '代岗已登记', en: 'Kept' },
  ended: { zh: '代岗已结束', en: 'Ended' },
  empty: { zh: '还没有人登记过代岗。', en: 'Nobody has stood in for anybody yet.' },
  choose: { zh: '请选择', en: 'Choose' },
  standingIn: (post: Sentence) => ({ zh: `代岗:${post.zh}`, en: `standing in as ${post.en}` }),
} as const

/** Why a delegation cannot be made or ended. */
export const refusals = {
  refused: {
    zh: '代岗没有登记,下面是全部原因。',
    en: 'The delegation was not kept; these are all the reasons.',
  },
  notYours: {
    zh: '只有请假人本人或审批岗、局领导可以登记。请由本人或领导办理。',
    en: 'Only the person who is away, or a head, says who stands in. Ask one of them.',
  },
  oneself: { zh: '请假人和代岗人是同一人,请另选代岗人。', en: 'Nobody stands in for themself: choose somebody else.' },
  neverDelegated: (role: Role) => ({
    zh: `“${ROLES[role].zh}”不能由他人代岗。`,
    en: `Nobody stands in for the post ${ROLES[role].en}.`,
  }),
  notTheirPost: (role: Role) => ({
    zh: `请假人没有“${ROLES[role].zh}”这个岗位,请去掉。`,
    en: `The person who is away does not hold the post ${ROLES[role].en}: leave it out.`,
  }),
  deputyUnknown: {
    zh: '代岗人没有本局有效的账号,请选有账号的人员。',
    en: 'The deputy has no active account of this bureau: choose somebody who has.',
  },
  deputyOutside: (role: Role) => ({
    zh: `代岗人是“${ROLES[role].zh}”,不能承担业务岗位,请另选。`,
    en: `The deputy is ${ROLES[role].en} and takes no part in the work: choose somebody else.`,
  }),
  endsBefore: (from: string, to: string) => ({
    zh: `结束日期 ${to} 早于开始日期 ${from},请改。`,
    en: `It ends on ${to}, before it begins on ${from}: correct the days.`,
  }),
  isPast: (to: string, today: string) => ({
    zh: `结束日期 ${to} 已过(今天 ${today}),请填今天或以后。`,
    en: `It ends on ${to}, which is past (today is ${today}): give today or later.`,
  }),
  deputyAbsent: {
    zh: '代岗人在这些日子里也请假,请另选代岗人或日期。',
    en: 'The deputy is away on some of these days: choose somebody else, or other days.',
  },
  missing: { zh: '没有这条代岗记录。请刷新后查看。', en: 'There is no such delegation. Reload to see.' },
  over: { zh: '这条代岗已经结束,不用再结束。', en: 'This delegation has ended already.' },
} as const
