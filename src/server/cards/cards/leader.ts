import { ROLES } from '../../../kernel/access/public.ts'
import { words as delegations } from '../../../kernel/access/delegations/words.ts'
import { words as emergencies } from '../../../kernel/access/emergencies/words.ts'
import { words as batches } from '../../../kernel/funds/batches/words.ts'
import { words as claims } from '../../../kernel/funds/claims/words.ts'
import { words as approval } from '../../../kernel/funds/review/approval/words.ts'
import { words as draws } from '../../../kernel/funds/review/draws/words.ts'
import { button, card, page } from '../card.ts'

export const LEADER = card({
  id: 'leader',
  who: {
    zh: `${ROLES.approver.zh}、${ROLES['deputy-director'].zh}、${ROLES.director.zh}`,
    en: `${ROLES.approver.en}, ${ROLES['deputy-director'].en.toLowerCase()}, ${ROLES.director.en.toLowerCase()}`,
  },
  roles: ['approver', 'deputy-director', 'director'],
  leadsTo: '/console/',
  names: {
    approvals: page('/claims/approvals'),
    agree: button(claims.pass.approval(32)),
    returnIt: button(approval.returnIt),
    details: button(approval.details),
    minutes: { as: 'says', words: approval.minutes },
    batches: page('/batches'),
    sign: button(batches.sign),
    name: button(draws.name),
    delegations: page('/delegations'),
    add: button(delegations.add),
    emergencies: page('/emergencies'),
    review: button(emergencies.save),
    findings: page('/findings'),
  },
  purpose: {
    zh: '按金额分档审批,签批付款批次;人手不够时指定复核人、登记代岗。一页看完,手机也能办。',
    en: 'Approve within your band, sign payment batches, and name a reviewer or a deputy where people are short. One page; a phone will do.',
  },
  steps: [
    {
      zh: '打开{approvals},一件一页:人数、金额、余额、疑点、审核意见。',
      en: 'Open {approvals}: one page each, with people, sum, balance, doubts and what is proposed.',
    },
    {
      zh: '先看“疑点和例外”。想看到人,按{details};任何一笔都能追到签到。',
      en: 'Read the doubts first. {details} shows everybody; any line can be walked to a sign-in.',
    },
    {
      zh: '同意按{agree};金额大的要填{minutes}。不同意按{returnIt},理由一次写全。',
      en: 'Agree with {agree}; a large sum asks for the {minutes}. If not, {returnIt}.',
    },
    {
      zh: '付款:打开{batches},看笔数和合计,按{sign}。要两个人,制单的人不能签。',
      en: 'Payment: open {batches}, compare number and total, press {sign}. Two people sign, never who made it.',
    },
    {
      zh: '没有人可抽取复核时,在申领单上按{name}并写理由。',
      en: 'Where nobody can be drawn, press {name} on the claim and give the reason.',
    },
    {
      zh: '请假前打开{delegations},按{add},写明谁代、代到哪天。',
      en: 'Before leave open {delegations}, press {add}: who stands in, and until when.',
    },
    {
      zh: '{emergencies}里别人紧急办过的事,逐条看,按{review};{findings}里要整改的,按期答复。',
      en: 'Look at each use in {emergencies} and press {review}; answer {findings} by their day.',
    },
  ],
  drawings: [
    {
      on: 'phone',
      title: 'approvals',
      lines: [
        { zh: '养老护理员 32 人', en: 'Elderly care, 32 people' },
        { zh: '32,000.00 元', en: '¥32,000.00' },
        { zh: '疑点 1 · 已有结论', en: '1 doubt, concluded' },
      ],
      buttons: ['agree'],
      caption: { zh: '手机上的审批单', en: 'The sheet on a phone' },
    },
    {
      on: 'desk',
      title: 'batches',
      lines: [{ zh: '32 笔 · 32,000.00 元 · 待签批', en: '32 payments · ¥32,000.00 · to sign' }],
      buttons: ['sign'],
      caption: { zh: '两个人签,才能送银行', en: 'Two sign before it goes to the bank' },
    },
  ],
  bring: [
    { zh: '自己的账号和手机动态口令', en: 'Your own account and the code on your phone' },
    { zh: '大额的会议纪要编号', en: 'For a large sum, the number of the minutes' },
  ],
  refused: [
    {
      when: { zh: '没有“同意”按钮', en: 'There is no button to approve' },
      then: {
        zh: '金额超过您的审批权限,由上一级审批;页面写明是谁。',
        en: 'The sum is above your band: the page says who approves it.',
      },
    },
    {
      when: { zh: '“您已承担过…”', en: '“you have taken the …”' },
      then: { zh: '同一件您办过别的一步,请另一位领导办。', en: 'You did another step of it: another head does this.' },
    },
    {
      when: { zh: '签批时说内容摘要对不上', en: 'Signing says that the hash differs' },
      then: { zh: '不要签。请财务撤回批次,重新制单。', en: 'Do not sign. Finance withdraws it and makes another.' },
    },
  ],
  never: [
    { zh: '把账号交给别人代点(请登记代岗)', en: 'Let others press for you: say who stands in' },
    { zh: '审批与本人、亲属有关的单子', en: 'Approve what concerns you or your family' },
  ],
  ask: {
    zh: '业务问复核岗,付款问财务岗,登录问系统管理员。',
    en: 'The reviewer on the claim, finance on payment, the administrator on signing in.',
  },
})
