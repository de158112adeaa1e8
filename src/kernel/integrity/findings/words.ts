import type { Sentence } from '../../../platform/contract/public.ts'

/** Sentences of findings: what the auditor found, what the bureau did about it. */
export const words = {
  title: { zh: '审计发现', en: 'Findings' },
  named: (number: string): Sentence => ({ zh: `审计发现 ${number}`, en: `Finding ${number}` }),
  meta: {
    zh: '内审对任一环节写下的问题:承办科室整改并附证据,内审销号或再次要求整改。发现本身不停拨付;认为要停的,在发现里建议开立疑点处置单,由有权的人开立。机构只看得到注明告知机构的。',
    en: 'What the auditor wrote about any step: the bureau mends it and shows how, the auditor closes it or asks again. A finding stops no money by itself: it may ask for a case, which is opened by whoever may. A provider reads only those marked as for it.',
  },
  states: {
    open: { zh: '待整改', en: 'To be mended' },
    answered: { zh: '待销号', en: 'To be judged' },
    closed: { zh: '已销号', en: 'Closed' },
  },
  severities: {
    minor: { zh: '一般', en: 'Minor' },
    serious: { zh: '较重', en: 'Serious' },
    grave: { zh: '重大', en: 'Grave' },
  },
  steps: {
    written: { zh: '提出', en: 'Written' },
    answered: { zh: '整改情况', en: 'Answered' },
    'asked-again': { zh: '再次要求整改', en: 'Asked again' },
    closed: { zh: '销号', en: 'Closed' },
  },
  notInTurn: (state: Sentence): Sentence => ({
    zh: `这条发现现在是“${state.zh}”,不能办这一步。请刷新页面查看。`,
    en: `This finding is "${state.en}" now; this step is not next. Reload the page.`,
  }),
  ownStep: {
    zh: '上一步是您本人办的,须由另一人办理。请交给同事。',
    en: 'You took the step before this one yourself; another person must take this. Hand it to a colleague.',
  },
  dueInThePast: (due: string, today: string): Sentence => ({
    zh: `整改期限 ${due} 早于今天(${today}),请改为今天或以后。`,
    en: `The remedy would be due on ${due}, before today (${today}). Choose today or later.`,
  }),
  noDue: { zh: '再次要求整改须写明期限。', en: 'Say by when the remedy is asked again.' },
  noSubject: {
    zh: '没有找到这条发现所说的环节。请从“追溯”页打开该环节后再写。',
    en: 'The step that the finding is about was not found. Open it in the trail and write from there.',
  },
  notTold: {
    zh: '这个环节不属于任何机构,不能告知机构。请取消“告知机构”。',
    en: 'This step belongs to no provider, so there is nobody to tell. Take the mark "for the provider" away.',
  },
  closedNow: {
    zh: '这条发现已经销号,不能再补充材料。',
    en: 'This finding is closed; nothing can be added to it.',
  },
  fileRefused: { zh: '文件没有收下。请按下列说明更换。', en: 'The file was not taken. Replace it as described.' },
  notYours: {
    zh: '现在不由您补充材料:待整改时由承办科室补充,提出当步由内审补充。',
    en: 'You cannot add a paper now: the auditor adds to what the auditor said, the bureau to its answer.',
  },
  noSuchFile: { zh: '没有这份材料。', en: 'There is no such file.' },
  caseReason: (number: string, reason: string): Sentence => ({
    zh: `审计发现 ${number}:${reason}`,
    en: `Finding ${number}: ${reason}`,
  }),
  caseThere: {
    zh: '这条发现已经开立了疑点处置单,请在其中办理。',
    en: 'A case was opened for this finding already; work on that one.',
  },
  missing: { zh: '没有这条审计发现。', en: 'There is no such finding.' },

  number: { zh: '编号', en: 'Number' },
  subject: { zh: '环节', en: 'About' },
  state: { zh: '状态', en: 'State' },
  severity: { zh: '程度', en: 'Severity' },
  found: { zh: '发现的问题', en: 'What was found' },
  rule: { zh: '依据条款', en: 'Rule' },
  remedy: { zh: '整改要求', en: 'Remedy asked' },
  due: { zh: '整改期限', en: 'Due' },
  organisation: { zh: '机构', en: 'Provider' },
  writtenOn: { zh: '提出日期', en: 'Written on' },
  answer: { zh: '整改情况', en: 'What was done' },
  conclusion: { zh: '审计结论', en: 'Conclusion' },
  by: { zh: '办理人', en: 'By' },
  register: { zh: '审计发现整改台账', en: 'Register of findings' },
  shortRegister: { zh: '整改台账', en: 'Register' },
  asOf: (day: string): Sentence => ({ zh: `截至 ${day}`, en: `As of ${day}` }),
  truncated: (most: number): Sentence => ({
    zh: `只列出最近 ${most} 条,请缩小筛选范围分次导出。`,
    en: `Only the newest ${most} are listed; narrow the filter and export in parts.`,
  }),
} as const

export const findingConstraintWords = {
  one_step_at_a_time_on_a_finding: {
    zh: '刚刚有人办理了这条发现,请刷新页面查看。',
    en: 'Somebody has just taken a step on this finding; reload the page.',
  },
  nobody_judges_their_own_answer: words.ownStep,
  a_closed_finding_stays_closed: words.closedNow,
  a_finding_opens_one_case: words.caseThere,
} as const satisfies Record<string, Sentence>
