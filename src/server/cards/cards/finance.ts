import { ROLES } from '../../../kernel/access/public.ts'
import { words as batches } from '../../../kernel/funds/batches/words.ts'
import { words as budget } from '../../../kernel/funds/budget/words.ts'
import { words as recoveries } from '../../../kernel/funds/recoveries/words.ts'
import { words as statements } from '../../../kernel/funds/statements/words.ts'
import { button, card, page } from '../card.ts'

export const FINANCE = card({
  id: 'finance',
  who: ROLES.finance,
  roles: ['finance'],
  leadsTo: '/console/',
  names: {
    budget: page('/budget'),
    newLine: button(budget.newLine),
    appropriate: button(budget.appropriate),
    batches: page('/batches'),
    newBatch: button(batches.newBatch),
    make: button(batches.make),
    application: button(batches.application),
    export: button(batches.export),
    download: button(batches.download),
    upload: button(batches.upload),
    voucher: button(batches.enterVoucher),
    withdraw: button(batches.withdraw),
    returned: page('/payees/returned'),
    recoveries: page('/recoveries'),
    receive: button(recoveries.receive),
    statements: page('/budget/statements'),
    workbook: button(statements.workbook),
  },
  purpose: {
    zh: '记预算,制付款批次,送银行,收回盘,登凭证,出月报。金额和账户您都不能改,改了就签不了。',
    en: 'Enter the budget, make batches, send them to the bank, take its answer, enter vouchers, print the month. You change no sum and no account.',
  },
  steps: [
    {
      zh: '年初打开{budget},按{newLine},再按{appropriate}填下达文号和金额。',
      en: 'In January open {budget}: {newLine}, then {appropriate} with the document and the sum.',
    },
    {
      zh: '公示期满的单子在{batches}等着:按{newBatch},勾选,按{make}。系统会再核对一遍。',
      en: 'Claims whose notice has ended wait in {batches}: {newBatch}, tick, {make}. The machine checks once more.',
    },
    {
      zh: '打印{application}报财政;请两位领导签批(您自己不能签)。',
      en: 'Print the {application} for the finance bureau; two heads sign (never you).',
    },
    {
      zh: '签完按{export}、{download},交给银行。下载会留痕,用完删掉。',
      en: 'Then {export} and {download}; hand it to the bank. Downloads are recorded; delete the file afterwards.',
    },
    {
      zh: '银行回来的文件传到{upload};与批次逐笔核对,有一处不符就整份不收。',
      en: 'Upload what comes back under {upload}; it is compared line by line, and taken whole or not at all.',
    },
    {
      zh: '按{voucher}填凭证号。退票到{returned},由经办更正账户后再制单。',
      en: '{voucher}. What came back is in {returned}: the clerk corrects the account, then it goes into another batch.',
    },
    {
      zh: '追回的钱到账:{recoveries}里按{receive}。月底{statements}打印或{workbook}。',
      en: 'Money that came back: {receive} in {recoveries}. Month’s end: print {statements}, or {workbook}.',
    },
  ],
  drawings: [
    {
      on: 'desk',
      title: 'batches',
      lines: [
        { zh: '1 件 · 32 人 · 32,000.00 元', en: '1 claim · 32 people · ¥32,000.00' },
        { zh: '已签批:两人', en: 'Signed by two' },
      ],
      buttons: ['export', 'download'],
      caption: { zh: '两人签批以后', en: 'Once two have signed' },
    },
    {
      on: 'desk',
      title: 'returned',
      lines: [{ zh: '退票 1 笔 · 账号户名不符', en: '1 returned: name and account differ' }],
      buttons: ['upload'],
      caption: { zh: '银行回来以后', en: 'After the bank answered' },
    },
  ],
  bring: [
    { zh: '下达文号、用款批复、凭证号', en: 'The appropriation’s document, the approval of funds, vouchers' },
    { zh: '银行代发清单和回盘的格式(只设一次)', en: 'The bank’s formats, set up once' },
  ],
  refused: [
    {
      when: { zh: '制单说没有通过核对', en: 'Making says that a check failed' },
      then: {
        zh: '照列出的办:多半是证书没查验,或有人有异议。',
        en: 'Do what it lists: mostly a certificate not looked up, or an objection.',
      },
    },
    {
      when: { zh: '导出说还有示例参数', en: 'Export speaks of example parameters' },
      then: {
        zh: '本县正式数据还没定,不能付钱。请领导和管理员按名单定下来。',
        en: 'The county has not set its own numbers: no money leaves until the listed ones are set.',
      },
    },
    {
      when: { zh: '回盘文件整份没收', en: 'A return file is not taken' },
      then: {
        zh: '看是哪一笔不符,请银行重出,不要自己改文件。',
        en: 'See which line differs and ask the bank again; never edit its file.',
      },
    },
    {
      when: { zh: '制错了', en: 'The batch is wrong' },
      then: { zh: '没导出前按{withdraw};导出后不能撤。', en: 'Before export: {withdraw}. What is out is out.' },
    },
  ],
  never: [
    { zh: '自己制单又找人代签', en: 'Make a batch and have it signed for show' },
    { zh: '把清单留在U盘、微信里', en: 'Leave the list on a stick or in a chat' },
  ],
  ask: {
    zh: '单子问经办岗,账户问经办和复核,登录问系统管理员。',
    en: 'The clerk on claims and accounts, the administrator on signing in.',
  },
})
