import type { Sentence } from '../../platform/contract/public.ts'

/** What `npm run county` says. */
export const openingWords = {
  refused: {
    zh: '没有建立。请按下列说明改正县的文件,再试一次。',
    en: 'Nothing was made. Correct the county’s file as listed and try again.',
  },
  notACounty: (code: number): Sentence => ({
    zh: `“${code}”不是县级行政区划代码(六位,末两位不是00)`,
    en: `${code} is no county’s division code (six digits, not ending in 00)`,
  }),
  unreadable: (path: string, says: string): Sentence => ({
    zh: `县的文件 ${path} 读不了:${says}`,
    en: `The county’s file ${path} cannot be read: ${says}`,
  }),
  unfilled: (text: string): Sentence => ({
    zh: `“${text}”里还有省略号,请写全;没有备案号的,留空`,
    en: `“${text}” still has dots in it: write it in full, or leave the filing number empty`,
  }),
  noTelephone: (text: string): Sentence => ({
    zh: `“${text}”不是能打通的电话号码,居民的每一页上都有它`,
    en: `“${text}” is no telephone number that can be called; it stands on every page of residents`,
  }),
  noDivision: (code: number): Sentence => ({
    zh: `程序里没有“${code}”这个县,请在 division 里写上县名和全部乡镇、街道`,
    en: `The program does not know the county ${code}: give its name and its towns under division`,
  }),
  exists: (code: number): Sentence => ({
    zh: `${code} 已经建立,不能再建。加管理员请由现有管理员在“账号”里邀请。`,
    en: `${code} is there already. Another administrator is invited by one of its own, under Accounts.`,
  }),
  demonstration: (code: number): Sentence => ({
    zh: `${code} 在这个数据库里是演示地区,不能改成正式的。请用 SHANJIANG_DEMO=off 和一个空的数据目录重新开始。`,
    en: `${code} is a demonstration in this database and cannot become real. Begin with SHANJIANG_DEMO=off and an empty data folder.`,
  }),
  twoAdministrators: {
    zh: '请至少写两位管理员:谁也不能给自己授权',
    en: 'Name at least two administrators: nobody can give themselves a role',
  },
  samePerson: { zh: '两位管理员不能是同一个人', en: 'The administrators are to be different people' },
  sameAccount: (name: string): Sentence => ({
    zh: `账号“${name}”写了两次`,
    en: `The account ${name} is there twice`,
  }),
  opened: (name: string, code: number): Sentence => ({
    zh: `已建立 ${name}(${code})。程序正在运行的,请重新启动。`,
    en: `${name} (${code}) is made. Restart the program where it runs.`,
  }),
  link: (account: string, person: string, days: number): Sentence => ({
    zh: `${person}(账号 ${account})的邀请链接,${days} 天内用一次:`,
    en: `The one-time link of ${person} (account ${account}), good for ${days} days:`,
  }),
  deleteFile: {
    zh: '县的文件里有身份证号,请现在删掉它。',
    en: 'The county’s file holds identity numbers: delete it now.',
  },
  ready: { zh: '没有发现问题,可以正式使用。', en: 'Nothing is missing: it can go live.' },
  notReady: (count: number): Sentence => ({
    zh: `还有 ${count} 项没有定。定下来以前可以试用,但不能导出银行清单。`,
    en: `${count} are not settled. The county may be tried out until they are, but the bank’s list is not exported.`,
  }),
  missing: { zh: '没有值,用到的步骤办不了:', en: 'No value; what needs it cannot be done:' },
  examples: { zh: '现在是示例,要换成本县自己的文件:', en: 'Examples, to be replaced by the county’s own document:' },
  posts: { zh: '没有人担任,这些事办不了:', en: 'Held by nobody; what they do cannot be done:' },
  noScheme: {
    zh: '没有施行中的政策包,谁也不会有补贴(见 policies/331102 的例子)',
    en: 'No scheme is in force, so nobody is due anything (see policies/331102 for an example)',
  },
  noSecondFactor: {
    zh: '没有要求动态口令(access.secondFactor 是演示用的),请从本县的参数里删去',
    en: 'No second factor is demanded (access.secondFactor is the demonstration’s): take it out of the county’s parameters',
  },
  noCalendar: (year: number): Sentence => ({
    zh: `程序里还没有 ${year} 年的放假安排,工作日算不了,请更新程序`,
    en: `The program has no holidays of ${year}, so working days cannot be counted: update it`,
  }),
  noDistrict: (code: string): Sentence => ({
    zh: `没有“${code}”这个县,请先建立。`,
    en: `There is no county ${code}: make it first.`,
  }),
} as const
