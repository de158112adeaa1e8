/** Sentences of the console's shell. */
export const words = {
  productName: { zh: '山匠', en: 'Shanjiang' },
  groups: {
    mine: { zh: '我的', en: 'Mine' },
    training: { zh: '培训', en: 'Training' },
    incentives: { zh: '激励', en: 'Incentives' },
    service: { zh: '服务', en: 'Service' },
    money: { zh: '资金', en: 'Money' },
    figures: { zh: '统计', en: 'Figures' },
  },
  navigation: { zh: '栏目', en: 'Navigation' },
  openNavigation: { zh: '打开栏目', en: 'Open navigation' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  start: { zh: '首页', en: 'Start' },
  signOut: { zh: '退出', en: 'Sign out' },
  go: { zh: '前往…', en: 'Go to…' },
  goWhere: { zh: '想去哪一页?', en: 'Which page?' },
  goNothing: { zh: '没有这样的页面。', en: 'There is no such page.' },
  waiting: (count: number) => ({ zh: `${count} 件`, en: `${count} items` }),
  demonstration: { zh: '演示数据', en: 'Demonstration' },
  businessDate: { zh: '业务日期', en: 'Business date' },
  changeDate: { zh: '改业务日期', en: 'Change' },
  newDate: { zh: '新的业务日期', en: 'New business date' },
  dayLater: { zh: '后一天', en: '+1 day' },
  weekLater: { zh: '后一周', en: '+7 days' },
  apply: { zh: '改为这一天', en: 'Set this date' },
  cancel: { zh: '取消', en: 'Cancel' },
  greeting: (name: string) => ({ zh: `${name},您好`, en: `Hello, ${name}` }),
  waitingTitle: { zh: '等我办的', en: 'Waiting for me' },
  nothingWaits: { zh: '目前没有等您办的事。', en: 'Nothing waits for you.' },
  overdue: (count: number) => ({ zh: `逾期 ${count}`, en: `${count} overdue` }),
  dueToday: (count: number) => ({ zh: `今天到期 ${count}`, en: `${count} due today` }),
  noPages: {
    zh: '您的岗位目前没有可以打开的页面。需要权限时,请联系本单位的系统管理员。',
    en: 'There is no page that your post may open. If you need one, ask your administrator.',
  },
  notFound: {
    title: { zh: '没有这一页', en: 'No such page' },
    detail: { zh: '地址可能抄错了,或页面已经移走。', en: 'The address may be mistyped, or the page has moved.' },
  },
  notAllowed: {
    title: { zh: '您的岗位不能打开这一页', en: 'Your post may not open this page' },
    detail: (page: string, post: string) => ({
      zh: `“${page}”不对“${post}”开放。需要时请本单位的系统管理员调整岗位,或换有权限的账号登录。`,
      en: `“${page}” is not open to the post “${post}”. Ask your administrator, or sign in with an account that may.`,
    }),
  },
  broken: {
    title: { zh: '这一页没有打开', en: 'This page did not open' },
    detail: {
      zh: '可能是网络中断,或系统刚刚更新过。已经保存的内容不受影响,请刷新后再试。',
      en: 'The network may have failed, or the system was just updated. What was saved is safe; reload and try again.',
    },
    reload: { zh: '刷新页面', en: 'Reload' },
  },
  toStart: { zh: '回到首页', en: 'To the start page' },
  again: {
    title: { zh: '登录已过期,请重新登录', en: 'The session has ended; please sign in again' },
    detail: {
      zh: '页面上已填写的内容还在,登录后可以继续。',
      en: 'What you typed on the page is kept; go on after signing in.',
    },
  },
  noDistrict: {
    zh: '地址里缺少区划代码,例如 /331102/console/。',
    en: 'The address lacks the district code, for example /331102/console/.',
  },
} as const
