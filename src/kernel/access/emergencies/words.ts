import type { Sentence } from '../../../platform/contract/public.ts'
import { ROLES, type Role } from '../rules.ts'

/** Sentences of emergencies (紧急授权): a role taken for minutes, every use of it reviewed by another. */
export const words = {
  title: { zh: '紧急授权', en: 'Emergencies' },
  meta: {
    zh: '岗位不在、事情不能等时,临时取用一个岗位,到时自动结束。用它办的每一步都有记录,由另一人逐条复核;付款、审批、签字等不在其内。',
    en: 'A post taken for minutes where nobody who holds it is there and the matter cannot wait. Every step is recorded and reviewed by another person; paying, approving and signing are never part of it.',
  },
  take: { zh: '取用岗位', en: 'Take a post' },
  takeTitle: { zh: '紧急取用岗位', en: 'Take a post in an emergency' },
  takeMeans: {
    zh: '领导会马上看到并收到短信。取用期间办理的每一步都会逐条复核。',
    en: 'The heads see it at once and get a short message. Every step you take under it is reviewed.',
  },
  role: { zh: '岗位', en: 'Post' },
  opens: { zh: '可以另外办理', en: 'Opens besides' },
  nothingToTake: {
    zh: '没有您尚未具备、又可以紧急取用的岗位。',
    en: 'There is no post left that you lack and could take.',
  },
  minutes: { zh: '时长(分钟)', en: 'Minutes' },
  most: (most: number): Sentence => ({ zh: `最长 ${most} 分钟`, en: `At most ${most} minutes` }),
  reason: { zh: '事由', en: 'Reason' },
  ticket: { zh: '工单号', en: 'Ticket number' },
  cancel: { zh: '取消', en: 'Cancel' },
  choose: { zh: '请选择', en: 'Choose' },
  taken: { zh: '已取用,到时自动结束', en: 'Taken; it ends by itself' },
  by: { zh: '取用人', en: 'Taken by' },
  times: { zh: '起止时间', en: 'From and until' },
  state: { zh: '状态', en: 'State' },
  states: { 'in-force': { zh: '使用中', en: 'In force' }, over: { zh: '已结束', en: 'Over' } },
  uses: { zh: '使用', en: 'Uses' },
  used: (all: number): Sentence => ({ zh: `${all} 条`, en: `${all} ${all === 1 ? 'use' : 'uses'}` }),
  review: { zh: '复核', en: 'Review' },
  waiting: (open: number): Sentence => ({ zh: `待复核 ${open} 条`, en: `${open} to review` }),
  late: { zh: '已超期', en: 'Overdue' },
  reviewed: { zh: '已复核', en: 'Reviewed' },
  unjustified: (count: number): Sentence => ({ zh: `不当 ${count} 条`, en: `${count} not justified` }),
  unused: { zh: '没有使用', en: 'Not used' },
  reviewBy: { zh: '复核期限', en: 'Review by' },
  empty: { zh: '还没有人紧急取用过岗位。', en: 'Nobody has taken a post in an emergency yet.' },
  noUses: { zh: '目前没有用它办过事项。', en: 'Nothing has been done under it so far.' },
  what: { zh: '办理事项', en: 'What was done' },
  operation: { zh: '操作和对象', en: 'Operation and subject' },
  at: { zh: '时间', en: 'When' },
  answer: { zh: '复核意见', en: 'Review' },
  justified: { zh: '必要', en: 'Justified' },
  notJustified: { zh: '不当', en: 'Not justified' },
  word: { zh: '说明', en: 'A word' },
  save: { zh: '提交复核', en: 'Give the review' },
  answered: { zh: '复核已提交', en: 'Reviewed' },
  notYours: { zh: '由另一人复核', en: 'Another person reviews it' },
  end: { zh: '立即结束', en: 'End now' },
  ended: { zh: '紧急授权已结束', en: 'It is over' },
  endedBy: { zh: '提前结束', en: 'Ended early by' },
  open: { zh: '查看', en: 'Open' },
  banner: (role: Sentence, until: string): Sentence => ({
    zh: `紧急授权:${role.zh},到 ${until} 自动结束。`,
    en: `Emergency: you have the post ${role.en} until ${until}.`,
  }),
  bannerHint: { zh: '用它办的每一步都会由另一人复核。', en: 'Another person reviews every step you take under it.' },
} as const

/** What the heads are told by short message. */
export const sms = (district: string, who: string, role: Role, until: string): string =>
  `【山匠】${district}:${who}于紧急情况下取用“${ROLES[role].zh}”,至 ${until}。请登录控制台查看并复核。`

/** Why a permission is never opened by an emergency. */
export const because = {
  money: { zh: '动用资金', en: 'moves money' },
  signs: { zh: '审定、签字', en: 'decides or signs' },
  drawn: { zh: '复核人由抽取或领导指定', en: 'a second reviewer is drawn or named' },
  roles: { zh: '授予权限、管理登录', en: 'gives permissions or means of signing in' },
  personal: { zh: '查看完整个人信息', en: 'opens personal data in full' },
} as const satisfies Record<string, Sentence>

export const refusals = {
  refused: { zh: '没有取用,下面是全部原因。', en: 'The post was not taken; these are all the reasons.' },
  neverTaken: (role: Role): Sentence => ({
    zh: `“${ROLES[role].zh}”不能紧急取用。请另选岗位。`,
    en: `The post ${ROLES[role].en} cannot be taken in an emergency: choose another.`,
  }),
  opensNothing: (role: Role): Sentence => ({
    zh: `“${ROLES[role].zh}”没有您尚不具备、又可以紧急取用的权限。`,
    en: `The post ${ROLES[role].en} would open nothing that you do not have and an emergency may open.`,
  }),
  tooLong: (minutes: number, most: number): Sentence => ({
    zh: `时长 ${minutes} 分钟超过上限,请填 ${most} 分钟以内。`,
    en: `${minutes} minutes are too many: say ${most} at most.`,
  }),
  hasOne: {
    zh: '您已有一项紧急授权在使用中,请先结束它。',
    en: 'You have one in force already: end that first.',
  },
  overdue: (count: number): Sentence => ({
    zh: `您以前的紧急授权有 ${count} 条使用超期未复核,请先联系领导复核。`,
    en: `${count} of your earlier uses are overdue for review: ask a head to review them first.`,
  }),
  nobodyReviews: {
    zh: '没有别的领导或系统管理员可以复核,不能取用。请先由系统管理员授予领导角色。',
    en: 'There is no other head or administrator to review it. An administrator must give somebody that role first.',
  },
  missing: { zh: '没有这项紧急授权。请回到列表再打开。', en: 'There is no such emergency. Open it from the list.' },
  missingUse: { zh: '没有这条使用记录。请刷新页面。', en: 'There is no such use. Reload the page.' },
  notYours: {
    zh: '只有取用人本人、局领导或系统管理员可以结束它。',
    en: 'Only who took it, a head or the administrator ends it.',
  },
  over: { zh: '这项紧急授权已经结束。', en: 'It is over already.' },
  own: {
    zh: '本人的紧急授权须由另一人复核。',
    en: 'Another natural person reviews what was done in your own emergency.',
  },
  answered: { zh: '这条已经复核过,请刷新页面。', en: 'It has been reviewed already: reload the page.' },
} as const
