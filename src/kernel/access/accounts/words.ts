import type { Sentence } from '../../../platform/contract/public.ts'

/** Why something cannot be done to an account, in full sentences. */
export const refusals = {
  missing: { zh: '没有这个账号,或不属于您的单位。', en: 'There is no such account, or it is not your organisation’s.' },
  refused: {
    zh: '账号没有保存,请按下列各条修改后再提交。',
    en: 'Nothing was saved. Correct the following and send it again.',
  },
  nameTaken: (name: string): Sentence => ({
    zh: `账号“${name}”已有人使用,请换一个,例如加上姓氏拼音。`,
    en: `The account name ${name} is taken; choose another.`,
  }),
  identity: { zh: '身份证号:', en: 'Identity number: ' },
  phone: { zh: '手机号:', en: 'Phone: ' },
  anotherName: {
    zh: '这个身份证号登记的是另一个姓名,请核对姓名和号码。',
    en: 'This identity number is recorded under another name: check both.',
  },
  noOrganisation: { zh: '没有这家单位,请重新选择。', en: 'There is no such organisation; choose again.' },
  otherSide: (role: Sentence, ofOrganisation: boolean): Sentence =>
    ofOrganisation
      ? { zh: `“${role.zh}”是人社局的岗位,机构账号不能担任。`, en: `${role.en} is a post of the bureau.` }
      : { zh: `“${role.zh}”是机构的角色,人社局账号不能担任。`, en: `${role.en} is a role of an organisation.` },
  daysWrong: { zh: '结束日期早于开始日期,请核对。', en: 'The last day is before the first; check both.' },
  inThePast: { zh: '结束日期已过,请填今天或以后。', en: 'The last day has passed; give today or later.' },
  already: (role: Sentence): Sentence => ({
    zh: `此账号在这段日期已有“${role.zh}”,不用重复授予。`,
    en: `The account already holds ${role.en} on these days.`,
  }),
  oneself: {
    zh: '任何人不得给自己(或自己的另一个账号)授予、结束角色或办理交接,请由另一名系统管理员办理。',
    en: 'Nobody gives or ends a role of their own, or hands over for themself: another administrator must do it.',
  },
  ended: { zh: '这个角色已经结束。', en: 'This role has ended.' },
  left: { zh: '此人已离岗,账号不再使用;需要时请另开账号。', en: 'This person has left; open another account.' },
  lastAdministrator: {
    zh: '这是最后一名系统管理员。请先授予另一人系统管理员,再结束这一个。',
    en: 'This is the last administrator. Make somebody else one first.',
  },
  hasPassword: {
    zh: '此人已设置密码,不用再邀请;忘记密码请用“重置密码”。',
    en: 'This person has set a password already.',
  },
  successorUnfit: {
    zh: '接手人须是同一方(人社局或同一机构)在用的另一个人,请重新选择。',
    en: 'The successor must be another person in office on the same side; choose again.',
  },
  takersUnfit: {
    zh: '没有办理交接:下列事项不能由所选的人接手。请另选一人,或选择“不指定”。',
    en: 'Nothing was handed over: whom you chose may not hold the following. Choose somebody else, or nobody.',
  },
  mayNotHold: (work: Sentence, who: string, because: Sentence): Sentence => ({
    zh: `${work.zh}不能由${who}接手:${because.zh}`,
    en: `${work.en} cannot go to ${who}: ${because.en}`,
  }),
  noSuchWork: (kind: string): Sentence => ({
    zh: `没有“${kind}”这类要指定接手人的事项,请刷新页面。`,
    en: `There is no work of the kind “${kind}” to name somebody for; reload the page.`,
  }),
  linkUnknown: {
    zh: '这个链接已使用、已作废或已过期。请向系统管理员要一个新的。',
    en: 'This link was used, withdrawn or has expired. Ask the administrator for a new one.',
  },
  noInvitation: { zh: '没有有效的邀请链接。', en: 'There is no link to withdraw.' },
} as const

/** What the pages of accounts say. */
export const words = {
  title: { zh: '账号', en: 'Accounts' },
  meta: {
    zh: '谁能登录、担任什么角色、到哪天。姓名打码;任何人不得给自己授权。',
    en: 'Who can sign in, in which role, until when. Names are masked; nobody gives themself a role.',
  },
  invite: { zh: '邀请', en: 'Invite' },
  inviteTitle: { zh: '邀请人员', en: 'Invite somebody' },
  name: { zh: '账号', en: 'Account' },
  person: { zh: '姓名', en: 'Name' },
  personName: { zh: '姓名', en: 'Name' },
  identity: { zh: '身份证号', en: 'Identity number' },
  phone: { zh: '手机号(选填)', en: 'Phone (optional)' },
  side: { zh: '单位', en: 'Of' },
  bureau: { zh: '人社局', en: 'The bureau' },
  scope: { zh: '范围', en: 'Scope' },
  scopes: {
    bureau: { zh: '全局', en: 'The whole bureau' },
    organisation: { zh: '本机构', en: 'One organisation' },
    sessions: { zh: '本人授课', en: 'Own sessions' },
  },
  roles: { zh: '角色', en: 'Roles' },
  role: { zh: '角色', en: 'Role' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至(不填为长期)', en: 'To (empty: no end)' },
  until: { zh: '至', en: 'to' },
  forGood: { zh: '长期', en: 'no end' },
  days: { zh: '起止', en: 'Days' },
  reason: { zh: '依据', en: 'Reason' },
  linkDays: { zh: '链接有效天数', en: 'Link valid for days' },
  state: { zh: '状态', en: 'State' },
  states: {
    active: { zh: '在用', en: 'In use' },
    invited: { zh: '待设密码', en: 'Invited' },
    'without-role': { zh: '无角色', en: 'No role' },
    left: { zh: '已离岗', en: 'Left' },
  },
  byRole: { zh: '按角色', en: 'By role' },
  search: { zh: '按账号查找', en: 'Find by account name' },
  export: { zh: '导出当前列表', en: 'Export this list' },
  empty: { zh: '没有符合条件的账号。', en: 'No account matches.' },
  save: { zh: '保存', en: 'Save' },
  send: { zh: '生成邀请链接', en: 'Make the link' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  choose: { zh: '请选择', en: 'Choose' },
  conflicts: { zh: '这些岗位按制度应由不同的人担任', en: 'These posts are meant for different people' },
  conflict: (role: Sentence, other: Sentence, because: Sentence): Sentence => ({
    zh: `${role.zh}与${other.zh}由一人担任:${because.zh}。同一件申领单、同一个批次上系统仍会拒绝一人两岗。`,
    en: `${role.en} and ${other.en} in one person: ${because.en}. On one claim or batch they are refused all the same.`,
  }),
  linkTitle: { zh: '邀请链接', en: 'The link' },
  linkOnce: {
    zh: '链接只显示这一次,请当面或用政务通讯工具交给本人。用过即失效。',
    en: 'It is shown this once. Give it to the person yourself; it works once.',
  },
  linkUntil: { zh: '有效至', en: 'Valid until' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  sendAgain: { zh: '重新生成链接', en: 'Make a new link' },
  withdraw: { zh: '作废链接', en: 'Withdraw the link' },
  withdrawn: { zh: '链接已作废', en: 'Withdrawn' },
  grant: { zh: '授予角色', en: 'Give a role' },
  granted: { zh: '角色已授予', en: 'Given' },
  end: { zh: '结束', en: 'End' },
  endTitle: { zh: '结束角色', en: 'End a role' },
  endMeans: { zh: '今天起不再担任,已办事项不变。', en: 'From today it counts no more; what was done stays.' },
  ended: { zh: '角色已结束', en: 'Ended' },
  grantedBy: { zh: '授予人', en: 'Given by' },
  opened: { zh: '开户时', en: 'As opened' },
  grants: { zh: '角色', en: 'Roles' },
  noGrants: { zh: '没有授予过角色。', en: 'No role was ever given.' },
  work: { zh: '手上未办完的事项', en: 'Open work' },
  noWork: { zh: '没有未办完的事项。', en: 'Nothing is open.' },
  more: (count: number): Sentence => ({ zh: `等共 ${count} 项`, en: `and more, ${count} in all` }),
  handOver: { zh: '交接', en: 'Hand over' },
  handOverTitle: { zh: '离岗或换岗交接', en: 'Hand over' },
  handOverMeans: {
    zh: '现有角色今天起全部结束,登录立即失效;未办完的事项按下列方式交接。经手过同一件申领单的人不能接手另一岗的事。',
    en: 'Every role ends today, every session at once; what is open is passed on as follows. Whoever had a claim in hand in one duty cannot take over another.',
  },
  successor: { zh: '接手人', en: 'Successor' },
  whoTakes: (work: Sentence): Sentence => ({ zh: `${work.zh}由谁接手`, en: `Who takes over: ${work.en}` }),
  nobody: { zh: '不指定', en: 'Nobody' },
  goOn: { zh: '可继续办理的人', en: 'Who goes on with it' },
  nobodyLeft: {
    zh: '没有其他人的岗位可以办理。请先授予他人相应岗位,否则这些事项无人办理。',
    en: 'Nobody else’s post can go on with this. Give somebody the post first, or it will wait for nobody.',
  },
  leaves: { zh: '离岗(账号停用)', en: 'Leaves (the account is closed)' },
  changes: { zh: '换岗(账号保留,另授角色)', en: 'Changes post (the account stays)' },
  handedOver: { zh: '交接已办结', en: 'Handed over' },
  handOvers: { zh: '交接记录', en: 'Hand-overs' },
  onLeave: { zh: '请假请登记代岗', en: 'On leave? Say who stands in' },
  lastSeen: { zh: '最近登录', en: 'Last signed in' },
  never: { zh: '从未', en: 'never' },
  invitation: {
    title: { zh: '设置密码', en: 'Set your password' },
    hello: (name: string, account: string): Sentence => ({
      zh: `${name},您好。您的账号是“${account}”,请设置密码。`,
      en: `${name}, your account is ${account}. Set its password.`,
    }),
    password: { zh: '密码', en: 'Password' },
    again: { zh: '再输一遍', en: 'Once more' },
    differs: { zh: '两次输入不一致,请重新输入。', en: 'The two are not the same; type them again.' },
    set: { zh: '设置密码', en: 'Set the password' },
    done: { zh: '密码已设置,请登录。', en: 'The password is set. Sign in now.' },
    signIn: { zh: '去登录', en: 'Sign in' },
  },
} as const

export const WORK = {
  delegations: {
    name: { zh: '代岗', en: 'Standing in' },
    becomes: { zh: '代岗随之结束', en: 'The delegation ends' },
    title: (from: string, to: string): Sentence => ({
      zh: `代岗 ${from} 至 ${to}`,
      en: `Standing in, ${from} to ${to}`,
    }),
  },
} as const
