/** What stands on every card, and around it. */
export const words = {
  title: { zh: '操作卡', en: 'Operating card' },
  titleOf: (who: string) => ({ zh: `${who}操作卡`, en: `${who}: operating card` }),
  purpose: { zh: '您做什么', en: 'What you do' },
  steps: { zh: '怎么办', en: 'Step by step' },
  bring: { zh: '要准备', en: 'Have ready' },
  refused: { zh: '系统不让办时', en: 'When the machine refuses' },
  never: { zh: '千万不要', en: 'Never' },
  ask: { zh: '问谁', en: 'Whom to ask' },
  scan: { zh: '扫码打开', en: 'Scan to open' },
  noQr: {
    zh: '在本县系统里打开这张卡再打印,这里就有二维码',
    en: 'Open this card in your county’s own system and print it there: a QR stands here',
  },
  phone: { zh: '电话', en: 'Phone' },
  blank: { zh: '________________', en: '________________' },
  foot: {
    zh: '贴在墙上。按钮名称以屏幕为准;不一样时请重新打印。',
    en: 'For the wall. Where the screen has another name, print this card anew.',
  },
  all: { zh: '全部操作卡', en: 'All operating cards' },
  allLead: {
    zh: '每张一页A4,可以打印贴在墙上。',
    en: 'One A4 page each, to be printed and put on the wall.',
  },
  toAll: { zh: '全部操作卡', en: 'All cards' },
  otherLanguage: { zh: 'English', en: '中文' },
  print: { zh: '打印', en: 'Print' },
  missing: { zh: '没有这张操作卡', en: 'There is no such card' },
} as const
