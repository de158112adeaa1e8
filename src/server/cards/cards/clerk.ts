import { ROLES } from '../../../kernel/access/public.ts'
import { words as lookUps } from '../../../kernel/credentials/look-ups/words.ts'
import { words as claims } from '../../../kernel/funds/claims/words.ts'
import { words as notices } from '../../../kernel/funds/public-notices/words.ts'
import { words as reports } from '../../../kernel/funds/reports/words.ts'
import { words as letters } from '../../../kernel/people/letters/words.ts'
import { queueWords as filing } from '../../../mechanisms/training/filing/queue-words.ts'
import { button, card, page } from '../card.ts'

export const CLERK = card({
  id: 'clerk',
  who: ROLES.clerk,
  roles: ['clerk'],
  leadsTo: '/console/',
  names: {
    queue: page('/classes/queue'),
    file: button(filing.approve),
    returnClass: button(filing.return),
    review: page('/claims/queue'),
    pass: button(claims.pass['initial-review'](37)),
    returnClaim: button(claims.returnIt),
    letters: page('/letters'),
    newLetter: button(letters.newLetter),
    answer: button(letters.answer),
    lookUps: page('/certificates/look-ups'),
    keep: button(lookUps.save(37)),
    notices: page('/public-notices'),
    publish: button(notices.publish),
    reports: page('/reports'),
    reply: button(reports.answer),
    cases: page('/cases'),
    overrides: page('/overrides'),
  },
  purpose: {
    zh: '审核开班、初审补贴、问其他部门、查证书、发公示、答复群众。系统先核对好,您只看有疑点的。',
    en: 'Review classes and claims, ask other offices, look certificates up, publish lists, answer people. The machine has checked first: look at what it marks.',
  },
  steps: [
    {
      zh: '开班:打开{queue},看黄色和红色的理由。没问题按{file}(键盘 A);有问题按{returnClass}(键盘 R),理由一次写全。',
      en: 'Classes: open {queue} and read what is amber or red. If it is right, press {file} (key A); if not, {returnClass} (key R), with every reason at once.',
    },
    {
      zh: '结业以后:打开{letters},按{newLetter},下载名单交给社保、财政、民政等部门;收到回函按{answer}上传。',
      en: 'After completion: open {letters}, press {newLetter}, give the rosters to the other offices; when they answer, press {answer}.',
    },
    {
      zh: '初审:机构确认后打开{review},逐条看待核实和不予补贴的依据,按{pass};不对按{returnClaim}。',
      en: 'Initial review: once the provider has confirmed, open {review}, read why people are held or refused, then {pass}; or {returnClaim}.',
    },
    {
      zh: '证书:打开{lookUps},到查询网站逐个查,贴上截图,按{keep}。没查过的证书不发钱。',
      en: 'Certificates: open {lookUps}, look each up on its site, paste the screenshot, press {keep}. Nobody is paid for one that was not looked up.',
    },
    {
      zh: '公示:领导审批后打开{notices},看预览,按{publish}。到期没有异议就自动转入待支付。',
      en: 'Publish: once approved, open {notices}, read the preview, press {publish}. When the days are over it becomes payable by itself.',
    },
    {
      zh: '群众反映:打开{reports},按{reply},用大白话写;本人在手机上能看到。',
      en: 'Reports: open {reports}, press {reply}, in plain words; the person reads it on their phone.',
    },
  ],
  drawings: [
    {
      on: 'desk',
      title: 'queue',
      lines: [
        { zh: '养老护理员(五级)· 40人', en: 'Elderly care worker, level 5 · 40 people' },
        { zh: '黄:16号年龄偏大,请看依据', en: 'Amber: no. 16, look at the clause' },
      ],
      buttons: ['file', 'returnClass'],
      caption: { zh: '早上先看这一页', en: 'Look here first in the morning' },
    },
    {
      on: 'desk',
      title: 'review',
      lines: [
        { zh: '应发 37 人 · 37,000.00 元', en: '37 people due · ¥37,000.00' },
        { zh: '不予补贴 3 人,点开看理由', en: '3 refused: open for the reasons' },
      ],
      buttons: ['pass'],
      caption: { zh: '机构确认以后', en: 'Once the provider has confirmed' },
    },
  ],
  bring: [
    { zh: '自己的账号和手机动态口令', en: 'Your own account and the code on your phone' },
    { zh: '其他部门的回函文件和数据截至日', en: 'Other offices’ answers, and the day their data are of' },
    { zh: '证书查询网站的截图', en: 'Screenshots of the look-up site' },
  ],
  refused: [
    {
      when: { zh: '“须由不同的人办理”', en: '“given by different people”' },
      then: {
        zh: '您办过这件事的另一步。请同事办,不要借账号。',
        en: 'You did another step of it. A colleague does this one; never lend an account.',
      },
    },
    {
      when: { zh: '“内容已变化”', en: '“the content has changed”' },
      then: { zh: '刷新,看新的申领单,再办。', en: 'Reload, read the new claim, then decide.' },
    },
    {
      when: { zh: '“疑点冻结”', en: '“frozen by a case”' },
      then: {
        zh: '打开{cases},两个人写出结论后自动解冻。',
        en: 'Open {cases}: two people conclude it in writing, and it goes on.',
      },
    },
    {
      when: { zh: '核对不通过,但有文件依据', en: 'A check fails, but a document allows it' },
      then: {
        zh: '在核对结果旁申请{overrides},由另一人确认。',
        en: 'Ask for one of the {overrides} beside the answer; another person confirms.',
      },
    },
  ],
  never: [
    { zh: '把账号、密码、口令给别人用', en: 'Lend your account, password or code' },
    { zh: '在微信、表格里传完整身份证号', en: 'Send whole identity numbers by chat or sheet' },
  ],
  ask: {
    zh: '业务问复核岗或科长;登录、口令问系统管理员。',
    en: 'On the work: the reviewer or the head of section. On signing in: the administrator.',
  },
})
