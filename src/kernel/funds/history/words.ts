import type { Sentence } from '../../../platform/contract/public.ts'

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、')

/** What the server says about past payments, and what the pages show. */
export const words = {
  // refusals
  noHead: {
    zh: '没有找到台账的表头。表头至少应有身份证号和补贴金额两列,请补上后重新上传。',
    en: 'The head of the ledger was not found: it has at least the columns identity number and amount. Add it, then upload the file again.',
  },
  severalSheets: (names: readonly string[]): Sentence => ({
    zh: `文件里有 ${names.length} 张有内容的工作表(${quoted(names.slice(0, 5))}${names.length > 5 ? '等' : ''}),请每张另存为一个文件,分别上传。`,
    en: `The file has ${names.length} sheets with content (${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}); save each as a file of its own and upload them one by one.`,
  }),
  namesAsOccupation: (heading: string): Sentence => ({
    zh: `“${heading}”一列看起来是姓名,不是职业,没有导入。请在“已记住的对应”里改正这一列的含义。`,
    en: `The column “${heading}” looks like names, not occupations, so nothing was imported. Correct its meaning under “Remembered meanings”.`,
  }),
  tooManyWordings: (count: number): Sentence => ({
    zh: `有 ${count} 种职业、等级或补贴项目的写法不认得,请检查是否选错了列。`,
    en: `${count} wordings of occupations, levels or subsidies are not known; check whether the right columns were chosen.`,
  }),
  wrong: (count: number, shown: number): Sentence => ({
    zh: `台账有 ${count} 处问题,没有导入任何一行。${count > shown ? `这里列出前 ${shown} 处,另有 ${count - shown} 处。` : ''}请改正后重新上传。`,
    en: `The ledger has ${count} ${count === 1 ? 'problem' : 'problems'}, so nothing was imported. ${count > shown ? `The first ${shown} are shown; there are ${count - shown} more. ` : ''}Correct them, then upload it again.`,
  }),
  notAsked: {
    zh: '此人不在本次核对的名单里,请检查是否传错了文件',
    en: 'This person was not among those the province was asked about; check whether this is the right file',
  },
  coversLater: {
    zh: '覆盖期间的截止日在今天之后,请填写台账实际到哪一天。',
    en: 'The period ends after today; enter the day the ledger really goes to.',
  },
  coversReversed: {
    zh: '覆盖期间的起始日晚于截止日,请核对。',
    en: 'The period begins after it ends; check the two days.',
  },
  familyNotKnown: (code: string): Sentence => ({
    zh: `没有“${code}”这类补贴,请重新选择。`,
    en: `There is no family “${code}”; choose again.`,
  }),
  columnsNotWhole: {
    zh: '每一列都要选择含义(或选“不读取这一列”),同一含义只能选一次,身份证号和补贴金额必须有。',
    en: 'Give every column a meaning (or “do not read”), each meaning once; identity number and amount must be there.',
  },
  headingWithNumber: {
    zh: '表头里有号码,这一行不像表头,没有保存。',
    en: 'A heading holds a long number: this line is no head, so nothing was saved.',
  },
  meansNothing: (wording: string): Sentence => ({
    zh: `“${wording}”对应的内容不存在,请重新选择。`,
    en: `What “${wording}” was mapped to does not exist; choose again.`,
  }),
  familyMustBeSaid: (wording: string): Sentence => ({
    zh: `补贴项目“${wording}”必须选一个类别;不计次的选“其他补贴”。`,
    en: `Choose a family for “${wording}”; what does not count is “Other subsidies”.`,
  }),
  alreadyWithdrawn: { zh: '这份资料已经撤回。', en: 'This source has been withdrawn already.' },
  evidenceNotKnown: {
    zh: '没有找到上传的凭证,请重新上传截图或文件。',
    en: 'The evidence was not found; upload the screenshot or file again.',
  },
  evidenceWrongType: {
    zh: '凭证应为图片(PNG、JPG)、PDF 或表格(XLSX、XLS、CSV)。',
    en: 'Evidence is a picture (PNG, JPG), a PDF or a spreadsheet (XLSX, XLS, CSV).',
  },
  notOfGroup: {
    zh: '名单里有人不在这个班,请刷新后重新选择。',
    en: 'Somebody on the list is not of this class; reload and choose again.',
  },
  checkedLater: { zh: '核对日期在今天之后,请核对。', en: 'The day of the look-up is after today; check it.' },
  paidAfterLookup: {
    zh: '有一笔的发放日期在核对日期之后,请核对。',
    en: 'A payment is dated after the look-up; check the two days.',
  },
  noCertificateForm: {
    zh: '证书编号不符合编号规则,请核对或留空。',
    en: 'The certificate number does not have the form of one; check it or leave it empty.',
  },
  tooManyToExport: (most: number): Sentence => ({
    zh: `超过 ${most} 条,请先筛选再导出。`,
    en: `There are more than ${most}; filter before exporting.`,
  }),
} as const
