import { ROLES } from '../../../kernel/access/public.ts'
import { words as claims } from '../../../kernel/funds/claims/words.ts'
import { words as papers } from '../../../kernel/record/paper/words.ts'
import { words as amendments } from '../../../mechanisms/training/amendments/words.ts'
import { words as attendance } from '../../../mechanisms/training/attendance/words.ts'
import { pageWords as classes } from '../../../mechanisms/training/classes/page-words.ts'
import { words as completion } from '../../../mechanisms/training/completion/words.ts'
import { words as marks } from '../../../mechanisms/training/evaluation/words.ts'
import { words as rosters } from '../../../mechanisms/training/rosters/page-words.ts'
import { pageWords as timetable } from '../../../mechanisms/training/timetable/page-words.ts'
import { button, card, page } from '../card.ts'

export const PROVIDER = card({
  id: 'provider',
  who: ROLES.provider,
  roles: ['provider'],
  leadsTo: '/console/',
  names: {
    classes: page('/classes'),
    newClass: button(classes.newClass),
    draft: button(classes.saveDraft),
    generate: button(timetable.pattern.generate),
    roster: button(rosters.upload),
    marked: button(rosters.downloadMarked),
    submit: button(classes.submit),
    live: page('/live'),
    attendance: button(attendance.upload),
    marks: button(marks.upload),
    complete: button(completion.completeButton(40)),
    claims: page('/claims'),
    confirm: button(claims.confirm(37)),
    decline: button(claims.decline),
    file: button(papers.fileOf),
    attach: button(papers.attach),
    told: page('/cases/own'),
    amend: button(amendments.propose),
  },
  purpose: {
    zh: '报班、上花名册、记考勤、录成绩、确认申领单。补贴由系统自动核定,不用另写申请。',
    en: 'File classes, rosters, attendance and marks, and confirm the claim. Subsidies are decided by the machine: nobody writes an application.',
  },
  steps: [
    {
      zh: '打开{classes},按{newClass},填职业、等级、日期、教室,按{draft}。',
      en: 'Open {classes}, press {newClass}: occupation, level, dates, room; then {draft}.',
    },
    {
      zh: '课程表:选好每周哪几天,按{generate},冲突会标红,改到没有为止。',
      en: 'Timetable: choose the weekdays, press {generate}; clashes are red until you mend them.',
    },
    {
      zh: '花名册:按{roster}。有一处错就整份不收,按{marked}看哪一格错,改完再传。',
      en: 'Roster: {roster}. One error and none of it is taken: {marked} shows which cell; correct, upload again.',
    },
    {
      zh: '都齐了按{submit}。人社局备案后才能开课。',
      en: 'When all is there, {submit}. Teach only once it is on file.',
    },
    {
      zh: '上课:教师在{live}开始签到,考勤表自动生成;用纸签到的,课后上传{attendance}。',
      en: 'Teaching: the instructor starts {live} and the sheet draws itself; signed on paper, upload the {attendance} afterwards.',
    },
    {
      zh: '考完上传{marks},看出勤和成绩汇总,按{complete}。',
      en: 'After the test upload the {marks}, look at the muster, press {complete}.',
    },
    {
      zh: '打开{claims},核对名单和金额,按{confirm};不对按{decline},一次写全。',
      en: 'Open {claims}, compare list and sum, press {confirm}; if not right, {decline}, all of it at once.',
    },
    {
      zh: '要盖章的按{file}打印,盖章后扫描,按{attach}。',
      en: 'For sealed papers press {file}, seal and scan them, then {attach}.',
    },
  ],
  drawings: [
    {
      on: 'desk',
      title: 'classes',
      lines: [
        { zh: '2022年第3期 · 养老护理员(五级)', en: '2022-3 · Elderly care worker, level 5' },
        { zh: '第16行 身份证号:校验码不对', en: 'Row 16, identity number: wrong check digit' },
      ],
      buttons: ['marked', 'roster'],
      caption: { zh: '花名册没收下', en: 'A roster that was not taken' },
    },
    {
      on: 'desk',
      title: 'claims',
      lines: [{ zh: '应发 37 人 · 37,000.00 元', en: '37 people due · ¥37,000.00' }],
      buttons: ['confirm', 'decline'],
      caption: { zh: '结业后自动生成', en: 'Made by itself after completion' },
    },
  ],
  bring: [
    { zh: '有效的协议、办学许可、消防、场地证照', en: 'An agreement, licence, fire and premises papers in force' },
    {
      zh: '花名册:姓名、身份证号、人员类别、电话、本人银行账号',
      en: 'Roster: name, identity number, group, phone, the person’s own account',
    },
    { zh: '成绩登记表和证书编号', en: 'Mark sheet with certificate numbers' },
  ],
  refused: [
    {
      when: { zh: '提交时列出几条原因', en: 'Submitting lists reasons' },
      then: {
        zh: '逐条改完再提交。有文件依据的,请人社局申请放行。',
        en: 'Mend each and submit again; where a document allows it, ask the bureau for an override.',
      },
    },
    {
      when: { zh: '考勤记错了', en: 'Attendance is wrong' },
      then: {
        zh: '不能改表。按{amend}并附材料,由另一人确认。',
        en: 'It is never edited: {amend}, with evidence; another person confirms.',
      },
    },
    {
      when: { zh: '本班因疑点冻结', en: 'The class is frozen by a doubt' },
      then: { zh: '在{told}看内容,写明情况并附材料。', en: 'Read it in {told}, and answer with evidence.' },
    },
  ],
  never: [
    { zh: '替没来的人签到;几个人共用一部手机签', en: 'Sign for who is absent, or many with one phone' },
    { zh: '代学员收补贴、收银行卡', en: 'Take trainees’ subsidies or bank cards' },
  ],
  ask: {
    zh: '问人社局经办岗;忘记密码问人社局系统管理员。',
    en: 'The bureau’s clerk; for a lost password the bureau’s administrator.',
  },
})
