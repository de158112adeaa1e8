import { words as site } from '../../../web/public/words.ts'
import { button, card, screen } from '../card.ts'

export const TRAINEE = card({
  id: 'trainee',
  who: { zh: '学员和群众', en: 'Trainees and residents' },
  roles: [],
  leadsTo: '/',
  names: {
    learn: screen(site.learn.title),
    sign: button(site.sign.now.in),
    signOut: button(site.sign.now.out),
    mine: screen(site.progress.title),
    code: button(site.signIn.getCode),
    report: button(site.progress.report),
    leave: button(site.progress.signOut),
    elder: button(site.elder),
    digits: screen(site.sign.title),
  },
  purpose: {
    zh: '找班、上课签到、看自己的补贴。不用下载,不用注册。不会用手机也一样能领。',
    en: 'Find a class, sign in, see your subsidy. Nothing to download, nothing to register. You are paid without a phone too.',
  },
  steps: [
    {
      zh: '找班:扫右上角的码,点{learn},打班里的电话报名。先问清自己能不能享受补贴。',
      en: 'Find a class: scan the code above, open {learn}, phone the class. Ask first whether you qualify.',
    },
    {
      zh: '上课:扫老师屏幕上的码,点{sign};下课点{signOut}。扫不了就在{digits}输入六位数字。',
      en: 'In class: scan the instructor’s screen, press {sign}; at the end {signOut}. If you cannot scan, type the six digits under {digits}.',
    },
    {
      zh: '没有手机:告诉老师,老师点名登记。一样算。',
      en: 'No phone: tell the instructor, who calls you from the roll. It counts the same.',
    },
    {
      zh: '看补贴:点{mine},输报名时的手机号,点{code},输短信里的6位数字。',
      en: 'Your subsidy: {mine}, the number you enrolled with, {code}, the six digits of the message.',
    },
    {
      zh: '哪里不对,点{report},说清楚。不影响别人。',
      en: 'If something is wrong press {report} and say so. Nobody else waits for it.',
    },
    { zh: '用别人手机看的,看完点{leave}。', en: 'On somebody else’s phone press {leave} when done.' },
  ],
  drawings: [
    {
      on: 'phone',
      title: 'digits',
      lines: [
        { zh: '养老护理员', en: 'Elderly care' },
        { zh: '3月7日上午', en: '7 March, morning' },
      ],
      buttons: ['sign'],
      caption: { zh: '扫码以后', en: 'After scanning' },
    },
    {
      on: 'phone',
      title: 'mine',
      lines: [
        { zh: '1,000.00 元', en: '¥1,000.00' },
        { zh: '正在公示', en: 'On public notice' },
      ],
      buttons: ['report'],
      caption: { zh: '走到哪一步', en: 'How far it is' },
    },
  ],
  bring: [
    { zh: '身份证;本人的银行卡(社保卡)号', en: 'Identity card; the number of your own bank card' },
    { zh: '报名时留您自己常用的手机号', en: 'Enrol with the number you really use' },
  ],
  refused: [
    {
      when: { zh: '“码已经换了”', en: '“The code has changed”' },
      then: { zh: '对着老师屏幕再扫一次。', en: 'Scan the screen once more.' },
    },
    {
      when: { zh: '“请找老师”', en: '“See the instructor”' },
      then: { zh: '当场找老师登记,不要等下课。', en: 'See the instructor now, not afterwards.' },
    },
    {
      when: { zh: '收不到验证码', en: 'No message comes' },
      then: {
        zh: '可能报名留的是别的号。打电话,或带身份证来。',
        en: 'Another number may be on file. Phone us, or come with your card.',
      },
    },
    {
      when: { zh: '银行卡不对', en: 'The bank card is wrong' },
      then: { zh: '本人带身份证到窗口改,网上和电话都不能改。', en: 'Come in person with your card; never by phone.' },
    },
  ],
  never: [
    { zh: '把验证码告诉别人。工作人员也不会要', en: 'Give the code to anybody. No official asks for it' },
    { zh: '交“手续费”;把银行卡给别人', en: 'Pay a fee, or hand over your card' },
  ],
  ask: {
    zh: '打下面的电话,是人接的。字小点{elder}。',
    en: 'Phone below; a person answers. For large letters press {elder}.',
  },
})
