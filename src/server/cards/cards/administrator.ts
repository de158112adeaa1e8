import { words as accounts } from '../../../kernel/access/accounts/words.ts'
import { ROLES } from '../../../kernel/access/public.ts'
import { words as signIns } from '../../../kernel/access/sessions/words.ts'
import { words as stuck } from '../../../kernel/record/stuck/words.ts'
import { button, card, page } from '../card.ts'

export const ADMINISTRATOR = card({
  id: 'administrator',
  who: ROLES.administrator,
  roles: ['administrator'],
  leadsTo: '/console/',
  names: {
    accounts: page('/accounts'),
    invite: button(accounts.invite),
    link: button(accounts.send),
    grant: button(accounts.grant),
    end: button(accounts.end),
    handOver: button(accounts.handOver),
    signIns: page('/sign-ins'),
    reset: button(signIns.reset),
    endAll: button(signIns.endAll),
    stuck: page('/follow-ups/stuck'),
    tryAgain: button(stuck.tryAgain),
    calendar: page('/calendar'),
    keys: page('/record/keys'),
    emergencies: page('/emergencies'),
  },
  purpose: {
    zh: '管账号、登录和运行。看不到完整的个人信息,也不办业务。',
    en: 'You keep accounts, sign-ins and the machine running. You see no personal data in full and do none of the work.',
  },
  steps: [
    {
      zh: '新来的人:{accounts}里按{invite},填姓名、身份证号、角色和起止日期,按{link},当面或电话把链接给本人。',
      en: 'Somebody new: {invite} in {accounts}, with name, number, roles and days; {link}; give it to that person yourself.',
    },
    {
      zh: '加岗、减岗:打开这个账号,按{grant}或{end},写依据。',
      en: 'Another post, or one less: open the account, {grant} or {end}, with the reason.',
    },
    {
      zh: '离岗、换岗:按{handOver},选接手人。未办完的事随之交接,登录立即失效。',
      en: 'Somebody leaves: {handOver} and a successor. Open work passes on, sessions end at once.',
    },
    {
      zh: '手机丢了:核实本人后,{signIns}里按{reset}或{endAll}。本人会被告知。',
      en: 'A lost phone: see that it is the person, then {reset} or {endAll} in {signIns}. They are told.',
    },
    {
      zh: '每天看{stuck}:没办成的按{tryAgain},还不行把编号报给技术支持。',
      en: 'Daily: {stuck}. {tryAgain}; if it fails again, give its number to support.',
    },
    {
      zh: '每年底更新程序,在{calendar}核对下一年放假安排;每季度做一次恢复演练;换密钥后看{keys}还剩多少。',
      en: 'Each December update the program and compare next year’s holidays in {calendar}; each quarter drill a restore; after new keys look at {keys}.',
    },
  ],
  drawings: [
    {
      on: 'desk',
      title: 'accounts',
      lines: [{ zh: '徐某 · 经办岗 · 待设密码', en: 'Xu · clerk · invited' }],
      buttons: ['invite', 'link'],
      caption: { zh: '链接只显示一次', en: 'The link is shown once' },
    },
    {
      on: 'desk',
      title: 'stuck',
      lines: [{ zh: '生成申领单 · 已试 5 次', en: 'Assemble the claim · tried 5 times' }],
      buttons: ['tryAgain'],
      caption: { zh: '每天早上看一眼', en: 'Every morning' },
    },
  ],
  bring: [
    { zh: '任职文件或领导批示(作依据)', en: 'The appointment or a head’s note, as the reason' },
    { zh: '密钥文件副本,与备份分开放', en: 'A copy of the keys, apart from the backups' },
  ],
  refused: [
    {
      when: { zh: '不能给自己授权', en: 'You cannot give yourself a role' },
      then: { zh: '请另一位管理员办;本县至少要有两位。', en: 'Another administrator does; a county has two.' },
    },
    {
      when: { zh: '提示岗位应由不同的人担任', en: 'It warns that posts are meant for different people' },
      then: { zh: '能分开就分开;分不开请领导定,留记录。', en: 'Part them if you can; else a head decides, on record.' },
    },
    {
      when: { zh: '程序启动被拒,如 [tls] [keys]', en: 'The start is refused, as [tls], [keys]' },
      then: {
        zh: '照那一句办,见 docs/how-to/operate.md。',
        en: 'Do what the sentence says; see docs/how-to/operate.md.',
      },
    },
    {
      when: { zh: '半夜必须有人办', en: 'Something must be done at night' },
      then: {
        zh: '{emergencies}里取用岗位,写事由;每一步都有人复核。',
        en: 'Take a post in {emergencies}, with the reason; every step is reviewed.',
      },
    },
  ],
  never: [
    { zh: '替别人设密码、替别人登录', en: 'Set a password or sign in for anybody' },
    { zh: '直接改数据库(会被核验出来)', en: 'Change the database: verification names it' },
  ],
  ask: {
    zh: '授权问局领导;运行问技术支持。',
    en: 'On roles the heads; on running it, support.',
  },
})
