import type { Sentence } from '../../../platform/contract/public.ts'
import type { Moment } from '../../record/public.ts'

/** What a claim, what it rests on and its checks say of themselves on a trail. */
export const claimTrailWords = {
  line: (position: number) => ({ zh: `申领明细 序号${position}`, en: `Claim line no. ${position}` }),
  entitlement: { zh: '应发补贴', en: 'Entitlement' },
  decision: { zh: '政策决定', en: 'Decision' },
  entitlementOf: (position: number) => ({ zh: `应发补贴 序号${position}`, en: `Entitlement, no. ${position}` }),
  decisionOf: (position: number) => ({ zh: `政策决定 序号${position}`, en: `Decision, no. ${position}` }),
  fact: { zh: '业务事实', en: 'Recorded fact' },
  source: { zh: '业务记录', en: 'The record it came from' },
  notice: (number: string) => ({ zh: `公示 ${number}`, en: `Public notice ${number}` }),
  budgetLine: { zh: '预算项目', en: 'Budget line' },
  recorded: (kind: Sentence, version: number) => ({
    zh: version === 1 ? kind.zh : `${kind.zh}(更正后第 ${version} 次记录)`,
    en: version === 1 ? kind.en : `${kind.en} (recorded for the ${version}th time, after a correction)`,
  }),
  moments: {
    enrolment: { zh: '报名时', en: 'At enrolment' },
    filing: { zh: '开班申请时', en: 'When the class was filed' },
    approval: { zh: '开班审批时', en: 'When the class was approved' },
    claim: { zh: '生成申领单时', en: 'When the claim was assembled' },
    payment: { zh: '支付前', en: 'Before payment' },
  } satisfies Record<Moment, Sentence>,
  person: { zh: '人员', en: 'Person' },
  payee: { zh: '收款人', en: 'Payee' },
  amount: { zh: '金额', en: 'Amount' },
  status: { zh: '状态', en: 'State' },
  standing: { zh: '发放结果', en: 'Whether it is paid' },
  because: (checkId: string, title: Sentence) => ({
    zh: `核对 ${checkId} ${title.zh}`,
    en: `Check ${checkId} ${title.en}`,
  }),
  stoppedBy: { zh: '原因', en: 'Why' },
  answer: { zh: '政策条件', en: 'Conditions of the scheme' },
  pack: { zh: '政策版本', en: 'Scheme version' },
  happenedOn: { zh: '发生日期', en: 'Happened on' },
  recordedAs: { zh: '事实种类', en: 'Kind of fact' },
  outcome: { zh: '结果', en: 'Outcome' },
  found: { zh: '说明', en: 'Found' },
  moment: { zh: '核对时点', en: 'Asked at' },
  basis: { zh: '依据', en: 'Basis' },
  evidence: { zh: '凭据', en: 'Evidence' },
  askedAbout: { zh: '核对对象', en: 'Who it was asked about' },
  content: { zh: '内容摘要', en: 'Content hash' },
  organisation: { zh: '机构', en: 'Organisation' },
  answers: {
    eligible: { zh: '符合', en: 'Met' },
    'not-eligible': { zh: '不符合', en: 'Not met' },
    'not-known': { zh: '待核实', en: 'Not known yet' },
    'not-applicable': { zh: '不适用', en: 'Not applicable' },
  },
} as const
