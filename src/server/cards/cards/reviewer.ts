import { ROLES } from '../../../kernel/access/public.ts'
import { words as claims } from '../../../kernel/funds/claims/words.ts'
import { words as draws } from '../../../kernel/funds/review/draws/words.ts'
import { words as payees } from '../../../kernel/funds/payees/words.ts'
import { pageWords as cases } from '../../../kernel/integrity/cases/page-words.ts'
import { pageWords as overrides } from '../../../kernel/integrity/overrides/page-words.ts'
import { words as inspections } from '../../../mechanisms/training/inspections/words.ts'
import { button, card, page, says } from '../card.ts'

export const REVIEWER = card({
  id: 'reviewer',
  who: ROLES.reviewer,
  roles: ['reviewer'],
  leadsTo: '/console/',
  names: {
    queue: page('/claims/second-queue'),
    drawn: says(draws.mine),
    pass: button(claims.pass['second-review'](32)),
    returnClaim: button(claims.returnIt),
    cases: page('/cases'),
    conclude: button(cases.propose),
    decide: button(cases.decide),
    overrides: page('/overrides'),
    answer: button(overrides.decide),
    returned: page('/payees/returned'),
    open: button(payees.open),
    sendBack: button(claims.sendBack),
    inspect: button(inspections.confirm),
    trail: button(claims.walk),
  },
  purpose: {
    zh: '第二双眼睛:看经办看过的,抽到谁就由谁复核;确认放行、疑点结论和账户更正。',
    en: 'The second pair of eyes: whoever is drawn reviews what the clerk passed; you also confirm overrides, conclusions and account corrections.',
  },
  steps: [
    {
      zh: '打开{queue}。写着{drawn}的是您的,其余是同事的。',
      en: 'Open {queue}. What says {drawn} is yours; the rest is a colleague’s.',
    },
    {
      zh: '先看黄色的:每条点开看依据;不放心就按{trail},一直追到签到。',
      en: 'Read what is amber first and open each; if in doubt press {trail}, down to the sign-in.',
    },
    {
      zh: '核对人数、金额、账户,按{pass};有一处不对就按{returnClaim},全部理由一次写全。',
      en: 'Compare people, sum and accounts, then {pass}; if anything is wrong, {returnClaim} with every reason at once.',
    },
    {
      zh: '疑点:打开{cases},看证据,按{conclude}写理由;别人提出的按{decide}。同一件不能自己提、自己定。',
      en: 'Suspicions: open {cases}, read the evidence, press {conclude}; on a colleague’s, {decide}. Never both on one.',
    },
    {
      zh: '放行:打开{overrides},看文件,按{answer}。放行有期限,原来的核对结果仍然留着。',
      en: 'Overrides: open {overrides}, read the document, press {answer}. It has a last day, and the failed answer stays.',
    },
    {
      zh: '退票:打开{returned},按{open},核对新账户是不是本人的,再确认。',
      en: 'Returned payments: open {returned}, press {open}, see that the new account is the person’s own, then confirm.',
    },
    {
      zh: '现场检查两人同去,清点后第二人在班级页面按{inspect}。',
      en: 'Inspect in pairs; the second inspector presses {inspect} on the class.',
    },
  ],
  drawings: [
    {
      on: 'desk',
      title: 'queue',
      lines: [
        { zh: '本件抽取您复核 · 32 人 · 32,000.00 元', en: 'You were drawn · 32 people · ¥32,000.00' },
        { zh: '5 人不予补贴 · 看依据', en: '5 refused · see the basis' },
      ],
      buttons: ['pass', 'returnClaim'],
      caption: { zh: '抽到您的,最早的在前', en: 'Yours, the oldest first' },
    },
    {
      on: 'desk',
      title: 'cases',
      lines: [{ zh: '16号:死亡登记命中,却有签到', en: 'No. 16: registered as dead, yet signed in' }],
      buttons: ['conclude', 'decide'],
      caption: { zh: '没有结论以前,本班冻结', en: 'Until it is concluded the class is frozen' },
    },
  ],
  bring: [
    { zh: '自己的账号和手机动态口令', en: 'Your own account and the code on your phone' },
    { zh: '放行的文件文号;疑点的书面理由', en: 'The document of an override; written reasons for a conclusion' },
  ],
  refused: [
    {
      when: { zh: '“须由不同的人办理”', en: '“given by different people”' },
      then: {
        zh: '您在这件事上办过别的。会重新抽取;没有人可抽时由领导指定。',
        en: 'You did something else on it. Somebody else is drawn; if nobody can be, a head names one.',
      },
    },
    {
      when: { zh: '“内容已变化”', en: '“the content has changed”' },
      then: { zh: '刷新再看。确认的只能是您看到的那一份。', en: 'Reload. You only ever pass what you have seen.' },
    },
    {
      when: { zh: '已批准的单子发现有错', en: 'An approved claim turns out wrong' },
      then: {
        zh: '还没进批次的,打开申领单按{sendBack};已付的,提出追回。',
        en: 'In no batch yet: open the claim and press {sendBack}. Paid already: propose a recovery.',
      },
    },
  ],
  never: [
    { zh: '没看就通过;替同事点', en: 'Pass unread, or press for a colleague' },
    { zh: '因为熟人而不问', en: 'Ask less because you know somebody' },
  ],
  ask: {
    zh: '拿不准的写进疑点处置,或问科长;登录问系统管理员。',
    en: 'If unsure, write it into a case or ask the head of section. On signing in: the administrator.',
  },
})
