import type { Sentence } from '../../platform/contract/public.ts'

/** What several checks rest on: each document by its Chinese title and number, and what these are in English. */
const DOCUMENTS = {
  employmentFunds: {
    zh: '《就业补助资金管理办法》(财社〔2023〕181号)',
    en: 'Measures for employment subsidy funds (Cai She [2023] No. 181)',
  },
  zhejiangTraining: { zh: '浙江省职业培训补贴有关规定', en: 'Zhejiang’s rules on training subsidies' },
  tianjinProcedure: {
    zh: '参照《天津市职业培训补贴经办操作规程》(2019年)',
    en: 'After Tianjin’s procedure for training subsidies (2019)',
  },
  provinceDraft: {
    zh: '参照省级职业培训补贴管理办法(征求意见稿)',
    en: 'After a province’s draft measures on training subsidies',
  },
  auditReport: { zh: '《审计署2022年度审计工作报告》', en: 'National Audit Office, report on the audits of 2022' },
  auditPractice: { zh: '审计通行做法', en: 'Usual practice of auditors' },
  realNames: { zh: '实名制管理通行做法', en: 'Usual practice of real-name registration' },
} as const satisfies Readonly<Record<string, Sentence>>

/** Of a check that the house does not have any more. */
export const NO_GROUND: Sentence = { zh: '', en: '' }

/** A document, with its article or with what it says. */
export function ground(document: keyof typeof DOCUMENTS, zh = '', en = ''): Sentence {
  const { zh: title, en: inEnglish } = DOCUMENTS[document]
  return { zh: `${title}${zh}`, en: en ? `${inEnglish}, ${en}` : inEnglish }
}
