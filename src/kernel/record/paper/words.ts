import type { Sentence } from '../../../platform/contract/public.ts'

/** Sentences of papers and scans on screens. What stands on a form is Chinese and comes from its room and its county. */
export const words = {
  title: { zh: '纸质材料', en: 'Papers' },
  forms: { zh: '打印表格', en: 'Forms to print' },
  form: { zh: '表格', en: 'Form' },
  print: { zh: '打印', en: 'Print' },
  printFull: { zh: '打印(完整号码)', en: 'Print with full numbers' },
  printFullTitle: { zh: '打印完整的身份证号和手机号', en: 'Print identity numbers and phones in full' },
  printFullAsk: {
    zh: '完整号码只用于上报、存档等确有必要的情形。谁、何时、为什么打印,都会记录在案。',
    en: 'Numbers in full are for reporting and filing only. Who printed them, when and why is recorded.',
  },
  reason: { zh: '用途', en: 'What for' },
  cancel: { zh: '取消', en: 'Cancel' },
  printed: { zh: '最近打印', en: 'Last printed' },
  never: { zh: '未打印', en: 'not printed' },
  scans: { zh: '扫描件', en: 'Scans' },
  scan: { zh: '签章扫描件', en: 'Scan' },
  scanCount: (count: number) => ({ zh: `${count} 份`, en: String(count) }),
  nothing: {
    zh: '还没有扫描件。打印、签字、盖章后,把扫描件附在这里。',
    en: 'No scans yet: print, sign, seal, then attach.',
  },
  attach: { zh: '附上扫描件', en: 'Attach a scan' },
  ofWhat: { zh: '是哪份材料', en: 'Of which paper' },
  other: { zh: '其他材料', en: 'another document' },
  name: { zh: '材料名称', en: 'Its name' },
  code: { zh: '纸上的编号', en: 'Code on the paper' },
  codeHint: {
    zh: '二维码下面的 10 位编号;填了就知道签章的是哪一版内容',
    en: 'The 10 signs under the QR: then it is known which content was signed',
  },
  file: { zh: '扫描件(PDF、JPEG、PNG)', en: 'Scan (PDF, JPEG, PNG)' },
  attached: { zh: '扫描件已附上', en: 'The scan is attached' },
  by: { zh: '谁、何时', en: 'Who, when' },
  content: { zh: '内容', en: 'Content' },
  current: { zh: '与现在的内容一致', en: 'as it is now' },
  changed: { zh: '内容此后有变动', en: 'changed since' },
  noCode: { zh: '未填编号', en: 'no code' },
  open: { zh: '下载', en: 'Download' },
  strike: { zh: '作废', en: 'Strike out' },
  strikeTitle: { zh: '作废这份扫描件', en: 'Strike out this scan' },
  strikeAsk: { zh: '扫描件不会删除,会标明作废和原因。', en: 'The scan stays, marked as struck out with your reason.' },
  strikeReason: { zh: '原因', en: 'Reason' },
  struck: (reason: string) => ({ zh: `已作废:${reason}`, en: `struck out: ${reason}` }),
  fileOf: { zh: '打印档案卷', en: 'Print the whole file' },
  byCode: { zh: '纸质材料编号', en: 'Code of a paper' },
  toRecord: { zh: '打开这份材料的记录', en: 'Open the record of this paper' },
  stillCurrent: { zh: '纸上的内容与现在的记录一致。', en: 'The paper reads as the record does now.' },
  noLonger: {
    zh: '记录此后有变动,纸上的内容已不是最新。',
    en: 'The record has changed since: the paper is not the latest.',
  },
  papersOf: (title: string, code: string, on: string) => ({
    zh: `${title},编号 ${code},${on} 首次打印`,
    en: `${title}, code ${code}, first printed on ${on}`,
  }),
} as const

/** Around the pages on the screen. */
export const chromeWords = {
  back: { zh: '返回', en: 'Back' },
  print: { zh: '打印', en: 'Print' },
  noScript: {
    zh: '请用浏览器的打印功能,纸张选 A4,边距选“无”,按实际大小(100%)打印。',
    en: 'Print with your browser: A4, no margins, actual size (100%).',
  },
  noCode: {
    zh: '这一版内容还没有编号,不能作正式材料。请回到工作台,在“纸质材料”里点“打印”。',
    en: 'This content has no code yet and is no official paper: print it from Papers in the console.',
  },
  full: {
    zh: '本次打印显示完整号码,请按规定保管。',
    en: 'Numbers are shown in full: keep this paper as the rules require.',
  },
  over: {
    zh: '完整号码和扫描件的打印时限已过,号码已隐去。需要时请重新打印。',
    en: 'The time to print numbers in full and scans is over: they are masked. Print again where needed.',
  },
  signIn: {
    zh: '请先登录工作台,再打开这个地址。',
    en: 'Sign in to the console first, then open this address again.',
  },
  toConsole: { zh: '去登录', en: 'Sign in' },
  missingTitle: { zh: '没有这份材料', en: 'There is no such paper' },
  lacksTitle: { zh: '还不能打印', en: 'Nothing to print yet' },
} as const

const kinds = { zh: 'PDF、JPEG 或 PNG', en: 'a PDF, a JPEG or a PNG' }

export const refusals = {
  missing: { zh: '没有这份材料,或您不能查看。', en: 'There is no such paper, or you may not see it.' },
  lacks: (why: Sentence) => ({ zh: `还不能打印:${why.zh}`, en: `Nothing to print yet: ${why.en}` }),
  notInFull: {
    zh: '您的岗位不能打印完整号码;可以打印隐去号码的一版。',
    en: 'Your post may not print numbers in full; print the masked form instead.',
  },
  reasonNeeded: {
    zh: '打印完整号码要写明用途(至少 4 个字)。',
    en: 'Say what the numbers in full are for (at least 4 characters).',
  },
  unknownForm: { zh: '没有这种表格,请从列表中选择。', en: 'There is no such form; choose one of the list.' },
  nameNeeded: {
    zh: '请写明这是什么材料(2 至 100 字)。',
    en: 'Say what document this is (2 to 100 characters).',
  },
  notACode: (typed: string) => ({
    zh: `“${typed}”不是纸上的编号:编号是 10 位,如 K7M29-QXP4T;没有编号可以不填。`,
    en: `“${typed}” is no code of a paper: it has 10 signs, as K7M29-QXP4T; leave it empty where there is none.`,
  }),
  codeOfAnother: (code: string) => ({
    zh: `编号 ${code} 不是这份记录的这种表格,请核对扫描的是哪一份。`,
    en: `The code ${code} is not of this form of this record: check which paper was scanned.`,
  }),
  empty: { zh: '这是一个空文件,请重新扫描。', en: 'The file is empty: scan again.' },
  tooLarge: (most: number) => ({
    zh: `扫描件超过 ${most} MB,请降低分辨率(200 dpi 即可)或分成几份。`,
    en: `The scan is larger than ${most} MB: scan at 200 dpi, or in several files.`,
  }),
  notAScan: { zh: `扫描件应是 ${kinds.zh},这个文件不是。`, en: `A scan is ${kinds.en}; this file is none.` },
  cut: (name: string) => ({
    zh: `这个 ${name} 文件不完整,可能没有传完,请重新保存或扫描。`,
    en: `This ${name} has lost its end: save or scan it again.`,
  }),
  already: { zh: '同一个文件已经附在这里了。', en: 'This very file is attached here already.' },
  struckAlready: { zh: '这份扫描件已经作废了。', en: 'This scan has been struck out already.' },
  restedOn: (what: Sentence): Sentence => ({
    zh: `这份扫描件不能作废:${what.zh}。`,
    en: `This scan cannot be struck out: ${what.en}.`,
  }),
  notYours: {
    zh: '这份扫描件是人社局附上的,只能由人社局作废。',
    en: 'The bureau attached this scan: only the bureau can strike it out.',
  },
} as const

export const paperConstraintWords = { a_scan_is_struck_once: refusals.struckAlready } as const

/** What stands in the index of a file and around every page; Chinese, as all official forms are. */
export const printed = {
  index: '卷内目录',
  indexEnglish: 'Index of the file',
  columns: ['序号', '材料名称', '编号', '页数', '页次', '备注'],
  scanColumns: ['序号', '扫描件', '内容校验（SHA-256）', '附上日期', '页次'],
  scansHeading: '签章扫描件',
  missing: (why: string) => `缺：${why}`,
  signed: (count: number) => `签章扫描件 ${count} 份`,
  unsigned: '无签章扫描件',
  electronic: '电子件，另附',
  page: (number: number, of: number) => `第 ${number} 页  共 ${of} 页`,
  pageInFile: (number: number) => `— ${number} —`,
  range: (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`),
  on: (day: string) => `${day} 打印`,
  sealed: (number: number, root: string) => `封存第 ${number} 号 ${root}`,
  content: (hash: string) => `内容校验 ${hash}`,
  noCode: '未编号，不作正式材料',
  scanTitle: (what: string) => `附件：${what}`,
} as const
