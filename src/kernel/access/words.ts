import type { Sentence } from '../../platform/contract/public.ts'

/** Sentences of signing in. */
export const words = {
  productName: { zh: '山匠', en: 'Shanjiang' },
  signIn: { zh: '登录工作台', en: 'Sign in to the console' },
  accountName: { zh: '账号', en: 'Account name' },
  password: { zh: '密码', en: 'Password' },
  enter: { zh: '登录', en: 'Sign in' },
  passwordAgain: { zh: '重新输入密码', en: 'Give the password again' },
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
  noRole: (account: string): Sentence => ({
    zh: `账号“${account}”现在没有任何岗位,不能办理业务。请找系统管理员授予岗位后再登录。`,
    en: `The account ${account} holds no post at present, so there is nothing it may do. Ask the administrator for one, then sign in again.`,
  }),
  openLine: {
    zh: '这条连接没有加密(http),为保护密码不能在这里登录。请改用 https:// 开头的网址;已经是 https 的,请管理员检查反向代理的地址是否写进了 SHANJIANG_TRUST_PROXY。',
    en: 'This connection is not encrypted (http), so no password may be given on it. Use the address that begins with https://; if you do, the administrator should name the reverse proxy in SHANJIANG_TRUST_PROXY.',
  },
  openDemonstration: {
    zh: '演示环境:未加密连接,请不要输入真实的密码和个人信息。',
    en: 'Demonstration on an unencrypted connection: enter no real password and no personal data.',
  },
  addressTooOften: {
    zh: '从您这里的网络登录错误太多,请过一小时再试;已经在自己电脑上登录过的不受影响。',
    en: 'Too many wrong sign-ins came from your network. Try again in an hour; computers on which you have signed in before are not affected.',
  },
  lockedSms: (district: string): Sentence => ({
    zh: `【山匠】您在${district}的账号被连续输错密码,陌生设备已暂停登录一小时。您常用的电脑不受影响;如果不是您本人,请登录后修改密码。`,
    en: `Shanjiang: wrong passwords were given for your account in ${district}; unknown devices are shut out for an hour. Yours is not; if it was not you, change the password.`,
  }),
  wrongCode: {
    zh: '动态口令不对,或已经用过。请等手机显示下一组数字再试;手机不在身边可以用恢复码。',
    en: 'The code is wrong or was used already. Wait for the next one, or use a recovery code.',
  },
  codeTooOften: {
    zh: '动态口令错得太多,请过一小时再试。',
    en: 'The code was wrong too often. Try again in an hour.',
  },
  ticketOver: {
    zh: '这次登录已过时或试得太多,请重新输入密码。',
    en: 'This sign-in is over or was tried too often. Give the password again.',
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
