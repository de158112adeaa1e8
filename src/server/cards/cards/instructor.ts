import { ROLES } from '../../../kernel/access/public.ts'
import { words as amendments } from '../../../mechanisms/training/amendments/words.ts'
import { words as field } from '../../../web/field/words.ts'
import { button, card, page, says, screen } from '../card.ts'

export const INSTRUCTOR = card({
  id: 'instructor',
  who: ROLES.instructor,
  roles: ['instructor'],
  leadsTo: '/today',
  names: {
    today: screen(field.today),
    start: button(field.start),
    roll: button(field.roll),
    rollGo: button(field.rollGo.in),
    card: button(field.card),
    assist: button(field.assist),
    photo: button(field.photo),
    out: button(field.out),
    end: button(field.end),
    strike: button(field.strike),
    people: button(field.people),
    missing: says(field.missing(3)),
    amendments: page('/amendments'),
    answer: button(amendments.answer),
  },
  purpose: {
    zh: '上课签到、下课签退。学员扫您屏幕上的码;没有手机的您来点名。考勤表自动生成。',
    en: 'Sign the class in and out. Trainees scan the code on your screen; who has no phone is called by you. The sheet draws itself.',
  },
  steps: [
    {
      zh: '扫右上角的码,登录,打开{today}。只有当天您的课。',
      en: 'Scan the code above, sign in: {today} has your sessions of the day.',
    },
    {
      zh: '上课前10分钟按{start},屏幕朝向学员。码每半分钟换一次。',
      en: 'Ten minutes before, press {start} and turn the screen to the class. The code changes every half minute.',
    },
    {
      zh: '学员扫码,或在手机上输入六位数字。看{missing}。',
      en: 'They scan, or type the six digits. Watch {missing}.',
    },
    {
      zh: '没有手机的:按{roll},不在的取消打勾,按{rollGo};或按{card};个别人按{assist},选原因。',
      en: 'Without a phone: {roll}, untick who is absent, {rollGo}; or {card}; for one person {assist}, with the reason.',
    },
    {
      zh: '按{photo}拍一张能看清全班的照片。',
      en: 'Press {photo}: one picture in which the whole class is seen.',
    },
    {
      zh: '下课前按{out},人走完按{end}。',
      en: 'Before the end press {out}; when all have left, {end}.',
    },
    {
      zh: '机构提出更正考勤时,在工作台{amendments}按{answer}:当时在不在,您说了算,也留名。',
      en: 'When an amendment is proposed, press {answer} in {amendments} in the console: you say whether they were there, in your name.',
    },
  ],
  drawings: [
    {
      on: 'phone',
      title: 'today',
      lines: [
        { zh: '养老护理员 8:30–11:30', en: 'Elderly care 8:30–11:30' },
        { zh: '▣ 扫码 或 482 913', en: '▣ scan, or 482 913' },
        { zh: '已签 37 / 40', en: 'Signed 37 / 40' },
      ],
      buttons: ['roll', 'assist'],
      caption: { zh: '上课时您的屏幕', en: 'Your screen in class' },
    },
    {
      on: 'phone',
      title: 'people',
      lines: [
        { zh: '√ 1 王某  8:26 扫码', en: '√ 1 Wang  8:26 QR' },
        { zh: '√ 2 李某  8:31 点名', en: '√ 2 Li  8:31 roll-call' },
        { zh: '3 赵某  未签', en: '3 Zhao  not signed' },
      ],
      buttons: ['strike'],
      caption: { zh: '签错了在名单里作废', en: 'A wrong sign is struck here' },
    },
  ],
  bring: [
    { zh: '能上网的手机或平板,充好电', en: 'A phone or tablet with signal, charged' },
    { zh: '您的账号和密码(机构报人社局开通)', en: 'Your account, opened by the bureau at your provider’s request' },
    { zh: '没信号时:纸质签到表,课后交机构上传', en: 'No signal: a paper sheet, for the provider to upload' },
  ],
  refused: [
    {
      when: { zh: '“当天才能开始签到”', en: '“begins on the day itself”' },
      then: {
        zh: '看课程表;日期不对请机构改课程表。',
        en: 'Look at the timetable; if it is wrong the provider changes it.',
      },
    },
    {
      when: { zh: '学员说“这部手机已经替另一位签过”', en: 'A phone “has signed for somebody else”' },
      then: {
        zh: '一部手机只签一个人。认清本人后按{assist}。',
        en: 'One phone, one person. See who it is, then {assist}.',
      },
    },
    {
      when: { zh: '学员说“不在花名册上”', en: '“not on the roster”' },
      then: { zh: '请机构核对花名册。您加不了人。', en: 'The provider looks at the roster; you cannot add people.' },
    },
    {
      when: { zh: '签错了', en: 'A sign is wrong' },
      then: {
        zh: '在名单里按{strike}写原因,让他重新签。',
        en: 'Press {strike} in the list with the reason; they sign anew.',
      },
    },
  ],
  never: [
    { zh: '替没来的人签;把码截图发群里', en: 'Sign for who is absent, or send the code to a chat' },
    { zh: '课后补签(请走更正)', en: 'Sign after class: that is an amendment' },
  ],
  ask: {
    zh: '问您的培训机构;系统打不开问人社局。',
    en: 'Your provider; if the system does not open, the bureau.',
  },
})
