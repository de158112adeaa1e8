import type { Sentence } from '../../../platform/contract/public.ts'

/** Where one is signed in, and where others are: the server's refusals, and the pages. */
export const words = {
  /** What somebody is told whose session is over. */
  over: {
    'session-ended': {
      zh: '这处登录已经退出(本人退出、改了密码,或由管理员退出),请重新登录。',
      en: 'This session has ended (by its owner, a new password or the administrator). Please sign in again.',
    },
    left: {
      zh: '您的账号已办理离岗交接,不再使用,手上的事项已交出。如有疑问请找系统管理员。',
      en: 'Your account was handed over as you left: it is closed and its work passed on. Ask the administrator if this is wrong.',
    },
    'changed-post': {
      zh: '您已办理换岗交接,原来的岗位和登录已结束。授予新岗位后请重新登录;如有疑问请找系统管理员。',
      en: 'You changed your post: the old one and this session have ended. Sign in again once you hold the new one; ask the administrator if this is wrong.',
    },
  },
  noSession: {
    zh: '这处登录已经退出了。请刷新列表。',
    en: 'This session has ended already. Reload the list.',
  },
  noAccount: { zh: '没有这个账号。', en: 'There is no such account.' },
  mine: { zh: '我的登录', en: 'My sign-ins' },
  mineHint: (idleMinutes: number, lastsHours: number): Sentence => ({
    zh: `${idleMinutes} 分钟没有操作会自动退出,一次登录最长 ${lastsHours} 小时。看到不认识的设备,请马上退出它并修改密码。`,
    en: `A session ends after ${idleMinutes} minutes without activity, and after ${lastsHours} hours in any case. If you do not know a device, end it now and change the password.`,
  }),
  device: { zh: '设备', en: 'Device' },
  startedAt: { zh: '登录时间', en: 'Signed in' },
  seenAt: { zh: '最近使用', en: 'Last seen' },
  thisOne: { zh: '本机', en: 'This one' },
  secondFactor: { zh: '动态口令', en: 'Second factor' },
  given: { zh: '已用', en: 'Given' },
  end: { zh: '退出', en: 'End' },
  endHere: { zh: '退出这处登录', en: 'End this session' },
  endOthers: { zh: '退出其他所有登录', en: 'End all others' },
  ended: (count: number): Sentence => ({
    zh: count > 0 ? `已退出 ${count} 处登录。` : '没有其他登录。',
    en: count > 0 ? `${count} sessions ended.` : 'There were no others.',
  }),
  none: { zh: '现在没有登录。', en: 'Not signed in anywhere now.' },
  changePassword: { zh: '修改密码', en: 'Change the password' },
  toSecondFactor: { zh: '动态口令', en: 'Second factor' },
  wrongTries: (count: number, lastAt: string): Sentence => ({
    zh: `上次登录以来有 ${count} 次密码或动态口令错误,最近一次在 ${lastAt}。`,
    en: `Since your last sign-in a wrong password or code was given ${count} times, the last at ${lastAt}.`,
  }),
  wrongTriesHint: {
    zh: '如果不是您本人,请退出其他所有登录并修改密码。',
    en: 'If it was not you, end all other sessions and change the password.',
  },
  look: { zh: '查看我的登录', en: 'See my sign-ins' },
  dismiss: { zh: '知道了', en: 'Dismiss' },
  all: { zh: '登录安全', en: 'Sign-ins' },
  allHint: {
    zh: '最近 24 小时碰到上限的次数,和每个账号现在的登录。',
    en: 'How often somebody met a limit in the last 24 hours, and where each account is signed in now.',
  },
  refused: {
    password: { zh: '密码试得太多', en: 'Passwords tried too often' },
    code: { zh: '动态口令试得太多', en: 'Codes tried too often' },
    reveal: { zh: '查看个人信息超限', en: 'Reveals over the limit' },
    export: { zh: '导出超限', en: 'Exports over the limit' },
  },
  account: { zh: '账号', en: 'Account' },
  person: { zh: '姓名', en: 'Name' },
  post: { zh: '岗位', en: 'Post' },
  open: { zh: '登录中', en: 'Signed in' },
  wrong: { zh: '未告知的密码错误', en: 'Wrong passwords not yet told' },
  state: { zh: '状态', en: 'State' },
  shut: { zh: '陌生设备暂停登录', en: 'Shut to unknown devices' },
  times: (count: number): Sentence => ({ zh: `${count} 次`, en: `${count}` }),
  places: (count: number): Sentence => ({ zh: `${count} 处`, en: `${count}` }),
  ofAccount: (name: string): Sentence => ({ zh: `账号 ${name} 的登录`, en: `Sign-ins of ${name}` }),
  endAll: { zh: '退出全部登录', en: 'End all sessions' },
  reset: { zh: '重置动态口令', en: 'Reset the second factor' },
  resetHint: {
    zh: '本人手机和恢复码都丢了时才重置。先当面或打电话核实是本人;重置后会短信告知本人,下次登录再设置。',
    en: 'Only when phone and recovery codes are lost. Make sure it is them, in person or by phone; they are told by short message and set it up anew.',
  },
  resetDone: { zh: '动态口令已重置,本人已被告知。', en: 'The second factor is reset, and its owner told.' },
  set: { zh: '已设', en: 'Set up' },
  cancel: { zh: '取消', en: 'Cancel' },
  reason: { zh: '事由', en: 'Reason' },
  noAccounts: { zh: '还没有账号。', en: 'There are no accounts yet.' },
} as const
