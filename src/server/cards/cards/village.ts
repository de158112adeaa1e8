import { words as site } from '../../../web/public/words.ts'
import { button, card, screen } from '../card.ts'

export const VILLAGE = card({
  id: 'village',
  who: { zh: '村干部、社区协理员', en: 'Village cadre' },
  roles: [],
  leadsTo: '/',
  names: {
    learn: screen(site.learn.title),
    mine: screen(site.progress.title),
    code: button(site.signIn.getCode),
    leave: button(site.progress.signOut),
    report: button(site.progress.report),
    notices: screen(site.notices.title),
    elder: button(site.elder),
  },
  purpose: {
    zh: '帮乡亲看得懂、报得上、查得到。您没有系统账号,也不用有:都在公开页面上,本人在旁边、本人同意。',
    en: 'You help people read, enrol and look. You have no account and need none: all of it is on the public pages, with the person beside you and willing.',
  },
  steps: [
    {
      zh: '扫右上角的码(可存到桌面)。字小就按{elder}。',
      en: 'Scan the code above and keep it on your phone. For large letters: {elder}.',
    },
    {
      zh: '找班:点{learn},念给大家听:什么时候、在哪、还有几个名额。',
      en: 'Find a class: {learn}. Read it out: when, where, how many places.',
    },
    {
      zh: '报名:问过本人愿意,打班里的电话,报本人自己的手机号。身份证、银行卡号不在电话里报,由本人带去。',
      en: 'Enrol: with their consent phone the class and give their own number. Identity and card numbers are never said by phone; they bring them.',
    },
    {
      zh: '上课:没有手机、不识字都没关系,请老师点名。您不要代签。',
      en: 'In class: without a phone, or unable to read, the instructor calls them. Do not sign for them.',
    },
    {
      zh: '查补贴:用本人的手机号,点{mine}、{code};验证码本人自己念自己输。看完按{leave}。',
      en: 'The subsidy: their own phone, {mine}, {code}; they type the code themselves. Then {leave}.',
    },
    {
      zh: '有错:本人点{report},或到人社局窗口。',
      en: 'If something is wrong they press {report}, or come to the counter.',
    },
    {
      zh: '公示:把{notices}里的名单打印贴到村务栏,到截止日取下。有异议打下面的电话,替反映人保密。',
      en: 'Notices: print the list of {notices} for the board, and take it down on its last day. Objections go to the number below, in confidence.',
    },
  ],
  drawings: [
    {
      on: 'phone',
      title: 'learn',
      lines: [
        { zh: '养老护理员(五级)', en: 'Elderly care, level 5' },
        { zh: '雅溪镇 · 3月7日起', en: 'Yaxi · from 7 March' },
        { zh: '还有 8 个名额', en: '8 places left' },
      ],
      buttons: [],
      caption: { zh: '念给大家听', en: 'Read it out' },
    },
    {
      on: 'phone',
      title: 'mine',
      lines: [
        { zh: '本人手机号', en: 'Their own number' },
        { zh: '本人收短信、本人输', en: 'They read and type it' },
      ],
      buttons: ['code'],
      caption: { zh: '本人在场', en: 'They are beside you' },
    },
  ],
  bring: [
    { zh: '本人同意(当面或电话说过)', en: 'Their consent, said to you' },
    { zh: '本人的身份证、银行卡、手机', en: 'Their own card, bank card and phone' },
  ],
  refused: [
    {
      when: { zh: '手机号没有登记过', en: 'The number is not known' },
      then: {
        zh: '报名时留了别的号。本人带身份证到窗口更正。',
        en: 'Another one is on file: they correct it at the counter, with their identity card.',
      },
    },
    {
      when: { zh: '收到告知单(暂缓或不予补贴)', en: 'A notice came: held, or refused' },
      then: {
        zh: '念给本人听:为什么、带什么、到哪里、哪天前。陪着去更好。',
        en: 'Read it to them: why, what to bring, where, by when. Better still, go along.',
      },
    },
    {
      when: { zh: '钱没到账、卡不对', en: 'The money did not come' },
      then: { zh: '只能本人带身份证到窗口改卡。', en: 'A card is changed by the person at the counter only.' },
    },
  ],
  never: [
    { zh: '替人签到、替人收验证码、保管别人的卡', en: 'Sign, take codes or keep cards for others' },
    { zh: '在群里发身份证照片', en: 'Send pictures of identity cards in a chat' },
  ],
  ask: {
    zh: '打下面的电话;网上还没有“代办”,都要本人同意、本人在场。',
    en: 'Phone below. Acting for others online does not exist yet: they consent and are present.',
  },
})
