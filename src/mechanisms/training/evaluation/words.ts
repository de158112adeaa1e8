import type { Sentence } from '../../../platform/contract/public.ts'

export const COLUMN_WORDS = {
  theory: { zh: '理论成绩', en: 'Theory' },
  practice: { zh: '技能成绩', en: 'Practice' },
  result: { zh: '评定结果', en: 'Result' },
  certificate: { zh: '证书编号', en: 'Certificate number' },
  remark: { zh: '备注', en: 'Remark' },
} as const satisfies Record<string, Sentence>

const reasonsText = (reasons: readonly Sentence[]) => ({
  zh: reasons.map((reason) => reason.zh).join('、'),
  en: reasons.map((reason) => reason.en).join(', '),
})

export const problems = {
  unknownResult: (written: string): Sentence => ({
    zh: `评定结果“${written}”不能识别,应填合格或不合格`,
    en: `The result “${written}” is not known; write 合格 or 不合格`,
  }),
  resultContradicts: (written: string, passed: boolean, reasons: readonly Sentence[]): Sentence => ({
    zh: passed
      ? `评定结果写的是“${written}”,但两项成绩都已合格,请核对`
      : `评定结果写的是“${written}”,但${reasonsText(reasons).zh},请核对`,
    en: passed
      ? `The result says “${written}”, but both marks pass; check it`
      : `The result says “${written}”, but ${reasonsText(reasons).en}; check it`,
  }),
  certificateNotEarned: (reasons: readonly Sentence[]): Sentence => ({
    zh: `${reasonsText(reasons).zh},不应有证书编号,请核对成绩和证书`,
    en: `${reasonsText(reasons).en}, so there should be no certificate number; check the marks and the certificate`,
  }),
  belowLine: (aspect: Sentence, points: number, line: number): Sentence => ({
    zh: `${aspect.zh}${points}分低于${line}分`,
    en: `${aspect.en} ${points} is below ${line}`,
  }),
  absent: (aspect: Sentence): Sentence => ({ zh: `${aspect.zh}缺考`, en: `${aspect.en}: absent` }),
  certificateAsNumber: {
    zh: '证书编号被存成数字,末位精度已丢失,请把该列设为文本后重新填写',
    en: 'The certificate number was stored as a number and its last digits are lost; format the column as text and enter it again',
  },
  certificateIsIdentity: {
    zh: '证书编号填的是身份证号,请填写证书上的编号',
    en: 'The certificate number is an identity number; enter the number on the certificate',
  },
  certificateLength: (length: number): Sentence => ({
    zh: `证书编号有${length}位,应为4至40位`,
    en: `The certificate number has ${length} characters; it must have 4 to 40`,
  }),
  repeatedCertificate: (sheetRow: number): Sentence => ({
    zh: `证书编号与表格第${sheetRow}行相同,一个编号只能属于一个人`,
    en: `The same certificate number as in sheet row ${sheetRow}; a number is one person's`,
  }),
  certificateOfAnother: {
    zh: '这个证书编号已经登记在另一人名下,请核对',
    en: 'This certificate number is already on record for somebody else; check it',
  },
  certificateOfAnotherClass: {
    zh: '这个证书编号已经由另一个班登记过,请核对',
    en: 'This certificate number was already recorded by another class; check it',
  },
  noCertificate: {
    zh: '成绩合格,但没有证书编号;没有编号不能申领补贴',
    en: 'The marks pass, but there is no certificate number; without it no subsidy can be claimed',
  },
}

export const refusals = {
  issuedInFuture: (issuedOn: string, today: string): Sentence => ({
    zh: `发证日期 ${issuedOn} 在今天(${today})之后,请核对。`,
    en: `The date of issue ${issuedOn} is after today, ${today}; check it.`,
  }),
  issuedBeforeEnd: (issuedOn: string, endsOn: string): Sentence => ({
    zh: `发证日期 ${issuedOn} 早于班级结束日期 ${endsOn},请核对。`,
    en: `The date of issue ${issuedOn} is before the class ended on ${endsOn}; check it.`,
  }),
}

export const facts = {
  notOnSheet: { zh: '不在成绩登记表上', en: 'not on the mark sheet' },
  notMarked: { zh: '成绩登记表上没有这项成绩', en: 'the mark sheet has no such mark' },
  absent: { zh: '缺考', en: 'absent from the test' },
  noSheet: { zh: '还没有成绩登记表', en: 'there is no mark sheet yet' },
  notEarned: { zh: '成绩未合格,没有发证', en: 'the marks do not pass, so no certificate was issued' },
  numberMissing: {
    zh: '成绩合格,但成绩登记表上没有证书编号',
    en: 'the marks pass, but the mark sheet has no certificate number',
  },
  postNotConfirmed: { zh: '用人单位还没有确认', en: 'the employer has not confirmed it yet' },
  onNoInsuredList: (month: string): Sentence => ({
    zh: `${month} 的参保名单上没有本人,或名单还没有导入`,
    en: `no insured list of ${month} names the person, or none is imported yet`,
  }),
  employerNotKnown: (name: string): Sentence => ({
    zh: `参保单位“${name}”的统一社会信用代码看不出单位性质`,
    en: `the code of “${name}” does not say what kind of employer it is`,
  }),
} as const

/** What the panel on the class's page says. */
export const words = {
  title: { zh: '成绩与证书', en: 'Marks and certificates' },
  lookUp: { zh: '证书查验', en: 'Look the certificates up' },
  upload: { zh: '成绩登记表', en: 'Mark sheet' },
  hint: {
    zh: '理论、技能成绩和证书编号一张表;有一处错误就一行也不导入',
    en: 'Theory, practice and certificate numbers on one sheet; one error and nothing is imported',
  },
  issuedOn: { zh: '发证日期', en: 'Certificates issued on' },
  issuedOnHint: {
    zh: '表上没有发证日期,请先填写,再选择文件',
    en: 'The sheet does not say when the certificates were issued: enter the date, then choose the file',
  },
  correct: {
    zh: '结业前可以更正:重新上传整张表,成为新的一版,旧版保留。',
    en: 'Until completion it can be corrected: upload the whole sheet again; it becomes a new version and the old one stays.',
  },
  closed: { zh: '本班已结业,成绩不再更正。', en: 'The class is completed; its marks are no longer corrected.' },
  empty: {
    zh: '还没有成绩。考核结束、证书编号下来后,在这里上传成绩登记表。',
    en: 'There are no marks yet. When the tests are over and the certificates are numbered, upload the mark sheet here.',
  },
  emptyReader: { zh: '培训机构还没有导入成绩。', en: 'The provider has not imported marks yet.' },
} as const
