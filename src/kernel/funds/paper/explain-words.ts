import type { Sentence } from '../../../platform/contract/public.ts'

/** For whom one decision is told on paper. */
export const READINGS = ['resident', 'clerk', 'auditor'] as const
export type Reading = (typeof READINGS)[number]

export const EXPLAIN_TITLES = {
  resident: { zh: '认定说明(本人)', en: 'How it was decided, for the person' },
  clerk: { zh: '认定说明(经办)', en: 'How it was decided, with its clauses' },
  auditor: { zh: '认定说明(审计)', en: 'How it was decided, with facts and hashes' },
} as const satisfies Record<Reading, Sentence>

/** Who prints which: the bureau's readings name officials and show what a county keeps to itself. */
export const EXPLAIN_MAY = {
  resident: { may: 'claim.read' },
  clerk: { may: 'claim.read', ofBureau: true },
  auditor: { may: 'decision.read', ofBureau: true },
} as const satisfies Record<Reading, { readonly may: string; readonly ofBureau?: true }>

/** The papers that explain one decision of a claim. */
export const explainPapers = (claimId: string, decisionId: string) =>
  READINGS.map((reading) => ({
    kind: 'claim',
    subjectId: claimId,
    form: `decision-${reading}`,
    part: decisionId,
    title: EXPLAIN_TITLES[reading],
    ...EXPLAIN_MAY[reading],
  }))

export const choosePerson: Sentence = { zh: '这张申领单上没有这个人', en: 'this person is not in the claim' }

/** Labels of the sheet; beside each Chinese one the English where a reader may need it. */
export const labels = {
  number: (number: string, position: number) => `申领单 ${number}　序号 ${position}`,
  decidedOn: (day: string) => `认定日期 ${day}`,
  name: '姓名 Name',
  identity: '身份证号 ID',
  group: '班级 Class',
  scheme: '政策 Scheme',
  outcome: '结论 Outcome',
  amount: '金额 Amount',
  how: '认定方式 How',
  reference: '流水号 Payment',
  none: '无 none',
  nth: (nth: number, cause: Sentence) => `第 ${nth} 次:${cause.zh}`,
  besides: '说明 Note',
  follows: (day: string, was: string, moved: string) =>
    `取代 ${day} 的认定(当时 ${was} 元),${moved} Follows that decision`,
  more: (yuan: string) => `比那次多 ${yuan} 元`,
  less: (yuan: string) => `比那次少 ${yuan} 元`,
  sameAmount: '金额不变',
  people: (proposed: string, confirmed: string, document: string) => `${document}:${proposed} 提出,${confirmed} 确认`,
  manual: '人工认定:由两人依条款认定,不是按条件自动认定 Decided by two people',
  stepColumns: ['核对项目 Step', '结果', '核对情况 What was found'],
  stepColumnsWithClause: ['核对项目 Step', '结果', '核对情况 What was found', '条款'],
  verdicts: { true: '符合', false: '不符合', unknown: '待核实', amount: '金额' },
  english: { true: 'met', false: 'not met', unknown: 'not known yet', amount: 'amount' },
  metBesides: 'Met besides',
  stopped: (why: string) => `没有发放还因为:${why}`,
  missing: (what: string) => `还缺:${what}`,
  facts: (facts: string) => `依据的事实 Facts: ${facts}`,
  factColumns: ['事实 Fact', '来源 · 截至 Source, as of'],
  yuan: (text: string) => `${text} 元`,
  example: '(示例)',
  exampleNote: '注:所依据的标准或条款为示例,须以本地正式文件为准。',
  step: (name: string, verdict: string, sentence: string) => `${verdict} · ${name}:${sentence}`,
  decision: (id: string) => `认定 Decision: ${id}`,
  decisions: (id: string, before: string) => `认定 Decision: ${id} 承接 follows ${before}`,
  hashes: (content: string, pack: string) => [`内容 SHA-256: ${content}`, `政策 Pack SHA-256: ${pack}`],
} as const
