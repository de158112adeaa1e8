import type { Sentence } from '../../platform/contract/public.ts'

/** Sentences of signing in. */
export const words = {
  productName: { zh: '山匠', en: 'Shanjiang' },
  signIn: { zh: '登录工作台', en: 'Sign in to the console' },
  accountName: { zh: '账号', en: 'Account name' },
  password: { zh: '密码', en: 'Password' },
  enter: { zh: '登录', en: 'Sign in' },
  accountMissing: { zh: '请填写账号。', en: 'Enter the account name.' },
  passwordMissing: { zh: '请填写密码。', en: 'Enter the password.' },
  purpose: {
    zh: '技能人才培训、激励、服务与资金,一处办理。',
    en: 'Training, incentives, service and money for skilled people, in one place.',
  },
  publicPages: { zh: '居民公开页面', en: 'Public pages' },
  demonstration: {
    title: { zh: '演示账号', en: 'Demonstration accounts' },
    hint: {
      zh: '这里的人和钱都是虚构的。点一个岗位填入账号;密码在服务器启动时打印。',
      en: 'People and money here are made up. Choose a post to fill in its account; the server prints the password when it starts.',
    },
  },
  wrongNameOrPassword: {
    zh: '账号或密码不对。请核对后再试;忘记密码请找系统管理员。',
    en: 'The account name or the password is wrong. Check both; if you forgot the password, ask the administrator.',
  },
  foreignRole: (account: string, role: Sentence, ofOrganisation: boolean) =>
    ofOrganisation
      ? {
          zh: `账号“${account}”属于机构,不能兼有“${role.zh}”。人社局的岗位请另开人社局的账号`,
          en: `The account ${account} is an organisation’s and cannot hold the post ${role.en}; a post of the bureau needs an account of the bureau`,
        }
      : {
          zh: `账号“${account}”属于人社局,不能兼有“${role.zh}”。机构人员请另开机构的账号`,
          en: `The account ${account} is the bureau’s and cannot hold the role ${role.en}; people of an organisation need its own account`,
        },
  sidesMeet: {
    zh: '人社局的岗位和机构的角色不能放在同一个账号里,请分别开账号。',
    en: 'Posts of the bureau and roles of an organisation never meet in one account: open one for each.',
  },
  onlyInDemonstration: {
    zh: '只有演示地区可以调整业务日期。',
    en: 'Only a demonstration district can move its business date.',
  },
} as const
