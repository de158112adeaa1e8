import { pageWords as insured } from '../../../kernel/people/insured/page-words.ts'
import { COLUMN_TITLES } from '../../../kernel/people/insured/columns.ts'
import { words as site } from '../../../web/public/words.ts'
import { button, card, page, says, screen } from '../card.ts'

export const ENTERPRISE = card({
  id: 'enterprise',
  who: { zh: '企业人事', en: 'Enterprise HR' },
  roles: [],
  leadsTo: '/',
  names: {
    learn: screen(site.learn.title),
    insured: page('/insured-lists'),
    uscc: says(COLUMN_TITLES.uscc),
    employer: says(COLUMN_TITLES.employerName),
    identity: says(COLUMN_TITLES.identityNumber),
    from: says(COLUMN_TITLES.fromMonth),
    to: says(COLUMN_TITLES.toMonth),
    asOf: says(insured.asOf),
    notices: screen(site.notices.title),
    mine: screen(site.progress.title),
    report: button(site.progress.report),
  },
  purpose: {
    zh: '企业现在没有系统账号,网上还不能由企业申报。您做三件事:选班、出参保名单、告诉职工怎么查。',
    en: 'An enterprise has no account today and cannot claim online yet. You do three things: choose a class, give the insured list, tell staff where to look.',
  },
  steps: [
    {
      zh: '选班:扫右上角的码看{learn},与培训机构商定职业、等级、时间(可排晚上)。机构在系统里报班。',
      en: 'Choose: scan the code above, see {learn}, and agree occupation, level and hours with a provider, who files the class.',
    },
    {
      zh: '把参加职工的姓名、身份证号、手机号、本人银行账号交给机构做花名册。手机号要职工自己的。',
      en: 'Give the provider name, identity number, phone and own account of each. The phone must be theirs.',
    },
    {
      zh: '出一份参保名单(Excel),五列一列不少:{uscc}、{employer}、{identity}、{from}、{to}。还在保的,最后一列留空。',
      en: 'Make the insured list (Excel) with all five columns: {uscc}, {employer}, {identity}, {from}, {to}. Still insured: leave the last empty.',
    },
    {
      zh: '写明{asOf},盖章,送人社局经办岗;由经办上传到{insured}。只用来核对本班的人,其他职工的姓名号码不保存。',
      en: 'Write {asOf}, seal it, hand it to the bureau’s clerk, who uploads it to {insured}. It only checks the people of the class; nobody else’s is kept.',
    },
    {
      zh: '结业后不用企业申请。名单在{notices}公示,职工在手机上看{mine}。',
      en: 'After completion you apply for nothing. The list is in {notices}; staff see {mine} on their own phones.',
    },
    {
      zh: '提醒职工:同一职业同一等级一般只补一次,领前先问清,会不会占用本人次数。',
      en: 'Tell staff: an occupation and level are as a rule paid once. Ask first whether it uses up a person’s own turn.',
    },
  ],
  drawings: [
    {
      on: 'desk',
      title: 'insured',
      lines: [
        { zh: '信用代码 | 单位 | 身份证号 | 起 | 止', en: 'Credit code | employer | number | from | until' },
        { zh: '9133… | 某厂 | 339901… | 2020-03 |', en: '9133… | a factory | 339901… | 2020-03 |' },
      ],
      buttons: [],
      caption: { zh: '参保名单的样子', en: 'What the list looks like' },
    },
    {
      on: 'phone',
      title: 'mine',
      lines: [
        { zh: '本人手机号', en: 'Their own phone' },
        { zh: '短信6位数字', en: 'Six digits by message' },
      ],
      buttons: ['report'],
      caption: { zh: '职工自己看', en: 'Staff look for themselves' },
    },
  ],
  bring: [
    { zh: '盖章的参保名单和电子表', en: 'The sealed insured list, and the file' },
    { zh: '与培训机构的协议或班次安排', en: 'What was agreed with the provider' },
  ],
  refused: [
    {
      when: { zh: '经办说“名单没有收下”', en: 'The clerk says that the list was not taken' },
      then: {
        zh: '系统逐行指出错在哪(代码、身份证号、月份)。改好整份再给。',
        en: 'It names each row: code, number or month. Correct it and give the whole list again.',
      },
    },
    {
      when: { zh: '有职工核对不通过', en: 'Somebody fails a check' },
      then: {
        zh: '多半是参保月份没有覆盖培训期。补一份日期更新的名单。',
        en: 'Mostly the months do not cover the training: give a newer list.',
      },
    },
    {
      when: { zh: '职工收到告知单', en: 'Somebody gets a notice' },
      then: {
        zh: '上面写明带什么、到哪里、哪天前。让本人去办。',
        en: 'It says what to bring, where and by when; the person goes.',
      },
    },
  ],
  never: [
    { zh: '代收职工补贴;扣留银行卡', en: 'Take a subsidy or a card of your staff' },
    { zh: '把没参加的人写进名单', en: 'List people who do not attend' },
  ],
  ask: {
    zh: '班和花名册问培训机构;名单和补贴打下面的电话问人社局。',
    en: 'The provider on class and roster; the bureau, below, on lists and money.',
  },
})
