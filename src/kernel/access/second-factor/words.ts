import type { Sentence } from '../../../platform/contract/public.ts'

/** Sentences of the second factor: the server's refusals, and its page. */
export const words = {
  title: { zh: '动态口令', en: 'Second factor' },
  purpose: {
    zh: '密码可能被人看到或猜到,手机上的动态口令只有您有。设置后,登录和动用资金前要再输入六位数字。',
    en: 'A password may be seen or guessed; the code on your phone is yours alone. Once it is set up, signing in and acts that move money ask for six digits.',
  },
  on: { zh: '已设置', en: 'Set up' },
  off: { zh: '未设置', en: 'Not set up' },
  offered: {
    zh: '本局没有要求,可以自愿设置。演示地区也是如此。',
    en: 'Your bureau does not demand it; you may set it up. So it is in demonstrations.',
  },
  demandedHere: { zh: '本局要求人社局岗位都要设置。', en: 'Your bureau demands it of every post of the bureau.' },
  freshFor: (minutes: number): Sentence => ({
    zh: `输入一次后 ${minutes} 分钟内,签名、拨付、审批和查看个人信息不再询问。`,
    en: `For ${minutes} minutes after a code, signing, paying, approving and opening personal data ask for none.`,
  }),
  left: (count: number): Sentence => ({
    zh: `恢复码还剩 ${count} 个`,
    en: count === 1 ? '1 recovery code left' : `${count} recovery codes left`,
  }),
  setUp: { zh: '设置动态口令', en: 'Set up' },
  setUpAnew: { zh: '换一部手机', en: 'Change phones' },
  renew: { zh: '换一套恢复码', en: 'New recovery codes' },
  remove: { zh: '停用', en: 'Do without' },
  ownPassword: { zh: '当前密码', en: 'Current password' },
  goOn: { zh: '继续', en: 'Go on' },
  next: { zh: '下一步', en: 'Next' },
  confirm: { zh: '确认并启用', en: 'Confirm' },
  cancel: { zh: '取消', en: 'Cancel' },
  scan: {
    zh: '用手机上的验证器应用(如微软 Authenticator、谷歌身份验证器、腾讯身份验证器)扫这个码,再输入应用显示的六位数字。',
    en: 'Scan this with an authenticator app on your phone, then type the six digits it shows.',
  },
  pictureOf: { zh: '动态口令的二维码', en: 'QR code of the second factor' },
  orType: { zh: '扫不了时,在应用里手工输入密钥:', en: 'If you cannot scan it, type this key into the app:' },
  code: { zh: '六位动态口令', en: 'Six-digit code' },
  codeOrRecovery: { zh: '六位动态口令或恢复码', en: 'Six-digit code or recovery code' },
  codesTitle: { zh: '恢复码(只显示这一次)', en: 'Recovery codes (shown this once)' },
  codesHint: {
    zh: '手机丢了或换了,可以用恢复码代替动态口令,每个只能用一次。请抄下或打印,锁在抽屉里,不要存在手机里。',
    en: 'If the phone is lost, a recovery code stands in for the code, each once. Write them down or print them and lock them away; do not keep them on the phone.',
  },
  codesKept: { zh: '我已抄好', en: 'I have written them down' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制。', en: 'Copied.' },
  done: { zh: '动态口令已启用。', en: 'The second factor is set up.' },
  removed: { zh: '动态口令已停用。', en: 'The second factor is off.' },
  renewed: { zh: '旧恢复码已作废。', en: 'The old recovery codes are good no more.' },
  enrolTitle: { zh: '先设置动态口令', en: 'Set up your second factor' },
  enrolHint: {
    zh: '密码正确。本局要求设置动态口令后才能进入工作台。',
    en: 'The password is right. Your bureau lets you in once a second factor is set up.',
  },
  askTitle: { zh: '输入动态口令', en: 'Your second factor' },
  wrongFirstCode: {
    zh: '动态口令不对或已过时。请等应用显示下一组数字再试;手机时间要自动对时。超过 15 分钟请重新扫码。',
    en: 'The code is wrong or over. Wait for the next one and try again; the phone’s clock must set itself. After 15 minutes, begin anew.',
  },
  none: { zh: '这个账号没有设置动态口令。', en: 'This account has no second factor.' },
  demanded: {
    zh: '本局要求设置动态口令,不能停用。换手机请用“换一部手机”。',
    en: 'Your bureau demands a second factor, so it stays. To change phones, choose “Change phones”.',
  },
  noAccount: { zh: '没有这个账号。', en: 'There is no such account.' },
  resetSms: (district: string): Sentence => ({
    zh: `【山匠】您在${district}的账号的动态口令已被系统管理员重置。如果不是您要求的,请马上联系本局。`,
    en: `Shanjiang: the administrator has reset the second factor of your account in ${district}. If you did not ask for it, call the bureau now.`,
  }),
} as const
