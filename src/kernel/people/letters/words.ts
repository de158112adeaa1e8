import type { Sentence } from '../../../platform/contract/public.ts'
import { REGISTERS } from '../checks/words.ts'
import { type CivilDate, formatChinese } from '../../values/public.ts'
import type { LetterRegister } from './columns.ts'
import type { LetterState } from './rules.ts'

export const STATE_WORDS: Record<LetterState, Sentence> = {
  waiting: { zh: '待回函', en: 'Waiting' },
  answered: { zh: '已回函', en: 'Answered' },
  expired: { zh: '已过期', en: 'Expired' },
}

/** What a register is called on buttons and in lists. */
export const REGISTER_TITLES: Record<LetterRegister, Sentence> = {
  'pension-payments': { zh: '养老待遇', en: 'Pensions' },
  'government-payroll': { zh: '财政供养', en: 'Public payroll' },
  deaths: { zh: '死亡登记', en: 'Deaths' },
  'insured-staff': { zh: '企业参保', en: 'Insured staff' },
}

/** The same as a heading, in full. */
const REGISTER_HEADINGS: Record<LetterRegister, Sentence> = {
  'pension-payments': { zh: REGISTERS['pension-payments'].zh, en: 'Pension payment register' },
  'government-payroll': { zh: REGISTERS['government-payroll'].zh, en: 'Public payroll' },
  deaths: { zh: REGISTERS.deaths.zh, en: 'Register of deaths' },
  'insured-staff': { zh: REGISTERS['insured-staff'].zh, en: 'Register of insured staff' },
}

/** Which office usually keeps a register, until a letter names one. */
export const USUAL_OFFICES: Record<LetterRegister, Sentence> = {
  'pension-payments': { zh: '社会保险经办机构', en: 'the social insurance agency' },
  'government-payroll': { zh: '财政局', en: 'the finance bureau' },
  deaths: { zh: '民政局', en: 'the civil affairs bureau' },
  'insured-staff': { zh: '社会保险经办机构', en: 'the social insurance agency' },
}

/** What is wrong with the day an office's data are said to be of. */
export const asOfWords = {
  afterToday: {
    zh: '数据截至日在今天之后,请填写对方数据是截至哪一天的。',
    en: 'The data are said to be of a day after today; enter the day the office’s data are of.',
  },
  tooEarly: (earliest: CivilDate): Sentence => ({
    zh: `数据截至日早于 ${earliest},那一天的数据说明不了本次培训期间的情况,请核对。`,
    en: `Data of a day before ${earliest} say nothing about this training; check the day.`,
  }),
}

/** What is wrong with a line of an answer. None repeats a value: any cell may hold an identity number. */
export const lineWords = {
  inRow: (row: number, what: Sentence): Sentence => ({ zh: `第 ${row} 行:${what.zh}`, en: `Row ${row}: ${what.en}` }),
  storedAsNumber: {
    zh: '身份证号被存成数字,末位精度已丢失,请让对方把该列设为文本后重新提供',
    en: 'The identity number was stored as a number and its last digits are lost; ask for the column as text',
  },
  formula: {
    zh: '身份证号是公式,请复制后“选择性粘贴—数值”',
    en: 'The identity number is a formula; copy it and paste it as a value',
  },
  brokenFormula: (column: Sentence): Sentence => ({
    zh: `${column.zh}是出错的公式,请填写内容`,
    en: `“${column.en}” is a formula that failed; enter the value`,
  }),
  empty: (column: Sentence): Sentence => ({ zh: `${column.zh}为空`, en: `“${column.en}” is empty` }),
  noMonth: (column: Sentence): Sentence => ({
    zh: `${column.zh}不能识别,应写成 2022-03`,
    en: `“${column.en}” cannot be read as a month; write it as 2022-03`,
  }),
  noDay: (column: Sentence): Sentence => ({
    zh: `${column.zh}不能识别,应写成 2022-03-07`,
    en: `“${column.en}” cannot be read as a day; write it as 2022-03-07`,
  }),
  afterToday: (column: Sentence): Sentence => ({ zh: `${column.zh}在今天之后`, en: `“${column.en}” is after today` }),
  noCode: (column: Sentence): Sentence => ({
    zh: `${column.zh}不是有效的18位代码`,
    en: `“${column.en}” is not a valid code of 18 characters`,
  }),
  tooLong: (column: Sentence, limit: number): Sentence => ({
    zh: `${column.zh}超过${limit}个字`,
    en: `“${column.en}” is longer than ${limit} characters`,
  }),
  endsBeforeItBegins: { zh: '终止月早于起始月,请核对', en: 'It ends before it begins; check the two months' },
} as const

/** Why an answer as a whole is not taken. */
export const refusals = {
  noSuchLetter: { zh: '没有找到这份比对函。', en: 'There is no such letter.' },
  noGroups: { zh: '请至少选一个班级。', en: 'Choose at least one class.' },
  unknownGroup: {
    zh: '所选班级中有的已不存在或还没有花名册,请刷新后重新选择。',
    en: 'A chosen class is gone or has no roster yet; reload and choose again.',
  },
  tooMany: (people: number, limit: number): Sentence => ({
    zh: `所选班级共 ${people} 人,一份比对函最多 ${limit} 人,请分几次发函。`,
    en: `The chosen classes have ${people} people; one letter asks about at most ${limit}. Make several.`,
  }),
  expired: (number: string, day: CivilDate): Sentence => ({
    zh: `比对函 ${number} 的名单有效期至 ${day},已过期,不再提供。仍需比对的,请重新发函。`,
    en: `The roster of letter ${number} was valid until ${day} and is no longer handed out. Make a new letter if it is still needed.`,
  }),
  noHeader: (register: LetterRegister, titles: readonly string[]): Sentence => ({
    zh: `没有找到表头。${REGISTERS[register].zh}应有${titles.map((title) => `“${title}”`).join('')}等列,请补上表头后重新上传。`,
    en: `No header was found. A list of ${REGISTERS[register].en} has the columns ${titles.join(', ')}; add them, then upload it again.`,
  }),
  columns: (register: LetterRegister): Sentence => ({
    zh: `这份文件的列与${REGISTERS[register].zh}不符,没有导入任何一行。请核对是不是本函的回函,或补上缺的列后重新上传。`,
    en: `The columns of this file are not those of ${REGISTERS[register].en}, so nothing was imported. Check whether it answers this letter, or add what is missing and upload it again.`,
  }),
  missingColumn: (title: Sentence): Sentence => ({
    zh: `没有找到“${title.zh}”列`,
    en: `There is no column “${title.en}” (${title.zh})`,
  }),
  repeatedColumn: (title: Sentence): Sentence => ({
    zh: `有两列都是“${title.zh}”,请只留一列`,
    en: `Two columns are both “${title.en}” (${title.zh}); keep only one`,
  }),
  otherRegister: (asked: LetterRegister, looksLike: LetterRegister, column: string): Sentence => ({
    zh: `本函比对的是${REGISTERS[asked].zh},这份文件有“${column}”列,像是${REGISTERS[looksLike].zh}。请到相应的比对函上传。`,
    en: `This letter asks about ${REGISTERS[asked].en}; the file has a column “${column}” and looks like ${REGISTERS[looksLike].en}. Upload it at the letter it answers.`,
  }),
  otherLetter: (own: string): Sentence => ({
    zh: `这份文件是另一份比对函的名单(表头上方的编号不是 ${own}),请到那份比对函上传。`,
    en: `This file is the roster of another letter (the number above its header is not ${own}). Upload it at that letter.`,
  }),
  nobody: {
    zh: '文件里一个人也没有。如对方回复没有命中,请用“回函:无命中”登记。',
    en: 'There is nobody in the file. If the office answered that nobody is in its register, record that with “Answer: no hits”.',
  },
  nothingFilled: {
    zh: '这是本函的名单,但没有一行填写了比对结果。如对方回复没有命中,请用“回函:无命中”登记。',
    en: 'This is the letter’s own roster with no line filled in. If the office answered that nobody is in its register, record that with “Answer: no hits”.',
  },
  wrong: (count: number, shown: number): Sentence => ({
    zh: `文件有 ${count} 处问题,没有导入任何一行。${count > shown ? `这里列出前 ${shown} 处,另有 ${count - shown} 处。` : ''}请改正后重新上传。`,
    en: `The file has ${count} ${count === 1 ? 'problem' : 'problems'}, so nothing was imported. ${count > shown ? `The first ${shown} are shown; there are ${count - shown} more. ` : ''}Correct them, then upload it again.`,
  }),
  emptyText: { zh: '不能为空', en: 'must not be empty' },
} as const

/** The roster that goes out. In Chinese whoever asks: it goes to another office. */
export const rosterFile = {
  fileName: (number: string, register: LetterRegister) => `比对名单-${number}-${REGISTER_TITLES[register].zh}.xlsx`,
  title: (register: LetterRegister) => `关于比对${REGISTERS[register].zh}的函(人员名单)`,
  /** What the number stands behind, in the first line under the title; read again when the roster comes back filled in. */
  numberLabel: '比对函编号',
  from: (number: string, bureau: string, office: string) =>
    `比对函编号:${number}    发函单位:${bureau}    致:${office}`,
  purpose: (purpose: string, from: CivilDate, to: CivilDate, people: number) =>
    `用途:${purpose}    比对期间:${from} 至 ${to}    人数:${people}人`,
  expires: (day: CivilDate) => `本名单仅供本次比对,有效期至 ${formatChinese(day)},到期请销毁。`,
  howTo: '填写说明:名单中有记录的人员,请填写右侧各列;没有记录的,右侧留空。请注明数据截至日期后将本表退回。',
} as const

export const defaultPurpose: Sentence = {
  zh: '核对职业技能培训补贴对象资格',
  en: 'To verify who may have a training subsidy',
}

/** What happened to a letter, by the name it is recorded under. */
export const happened: Readonly<Record<string, Sentence>> = {
  'comparison-letter.made': { zh: '生成比对函', en: 'The letter was made' },
  'comparison-letter.roster-downloaded': { zh: '下载名单', en: 'The roster was downloaded' },
  'comparison-letter.answered': { zh: '登记回函', en: 'An answer was recorded' },
}

const plain = (text: string): Sentence => ({ zh: text, en: text })

/** Sentences of the trails: a hit, its answer, its letter. */
export const trailWords = {
  evidence: { zh: '比对回函', en: 'Answer to the comparison letter' },
  hit: (name: string): Sentence => ({ zh: `${name} 的比对命中`, en: `A hit about ${name}` }),
  answer: (office: string, asOf: string): Sentence => ({
    zh: `${office}的回函(数据截至 ${asOf})`,
    en: `Answer of ${office} (data of ${asOf})`,
  }),
  letter: (number: string): Sentence => ({ zh: `比对函 ${number}`, en: `Comparison letter ${number}` }),
  register: { zh: '登记', en: 'Register' },
  person: { zh: '人员', en: 'Person' },
  from: { zh: '起始', en: 'From' },
  to: { zh: '终止', en: 'Until' },
  goesOn: { zh: '未终止', en: 'Goes on' },
  notSaid: { zh: '回函未注明', en: 'The answer does not say' },
  says: { zh: '单位', en: 'Unit' },
  uscc: { zh: '统一社会信用代码', en: 'Social credit code' },
  otherName: { zh: '姓名不一致', en: 'Another name' },
  otherNameIs: (name: string): Sentence => ({
    zh: `回函中的姓名是 ${name},与本局名单不同,请核实`,
    en: `The answer calls them ${name}, not as our roster does; verify`,
  }),
  sheetRow: { zh: '回函位置', en: 'Place in the answer' },
  row: (row: number): Sentence => ({ zh: `第 ${row} 行`, en: `Row ${row}` }),
  office: { zh: '回函单位', en: 'Answered by' },
  asOf: { zh: '数据截至', en: 'Data of' },
  lines: { zh: '内容', en: 'Content' },
  counts: (lines: number, hits: number, strangers: number): Sentence => ({
    zh: `共 ${lines} 行,命中 ${hits} 条;另有 ${strangers} 行不是本函所列人员,未予保存`,
    en: `${lines} lines, ${hits} hits; ${strangers} lines about people the letter does not name were not kept`,
  }),
  noHits: { zh: '回函:无命中', en: 'Answer: no hits' },
  fingerprint: { zh: '文件 SHA-256', en: 'SHA-256 of the file' },
  recorded: { zh: '登记时间', en: 'Recorded' },
  to2: { zh: '致', en: 'To' },
  purpose: { zh: '用途', en: 'Purpose' },
  period: { zh: '比对期间', en: 'Period' },
  people: { zh: '人数', en: 'People' },
  peopleCount: (count: number): Sentence => ({ zh: `${count} 人`, en: `${count}` }),
  expires: { zh: '名单有效期至', en: 'Roster valid until' },
  plain,
} as const

const pluralEn = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** Sentences of the pages. */
export const words = {
  letters: { zh: '比对函', en: 'Comparison letters' },
  letter: { zh: '比对函', en: 'Comparison letter' },
  lettersMeta: {
    zh: '名单发给有关部门比对,只登记命中的人员;对方的整份名册不留存。',
    en: 'Our roster goes to another office; only its hits come back. Whole registers are never kept.',
  },
  newLetter: { zh: '发比对函', en: 'New letters' },
  newLetterMeta: {
    zh: '选好班级和要问的登记,一次生成全部比对函;每份的名单单独下载。',
    en: 'Choose classes and registers; all letters are made at once, each with a roster of its own to download.',
  },
  number: { zh: '编号', en: 'Number' },
  register: { zh: '比对内容', en: 'Register' },
  registerName: REGISTER_HEADINGS,
  office: { zh: '收函单位', en: 'To office' },
  groups: { zh: '班级', en: 'Classes' },
  andMore: (count: number) => ({ zh: ` 等 ${count} 个班`, en: ` and ${count - 1} more` }),
  people: { zh: '人数', en: 'People' },
  madeOn: { zh: '发函日期', en: 'Made on' },
  expiresOn: { zh: '名单有效期至', en: 'Roster valid until' },
  state: { zh: '状态', en: 'State' },
  states: STATE_WORDS,
  registers: REGISTER_TITLES,
  hits: { zh: '命中', en: 'Hits' },
  hitPeople: (count: number) => ({ zh: count === 0 ? '无' : `${count} 人`, en: count === 0 ? 'none' : `${count}` }),
  ofClass: (title: string) => ({ zh: `班级:${title}`, en: `Class: ${title}` }),
  none: {
    zh: '还没有比对函。班级提交开班申请后即可发函;回函之前,相关核对显示“未比对”。',
    en: 'No letters yet. Until one is answered, the checks it is about say “not yet compared”.',
  },
  noneFound: { zh: '没有符合条件的比对函。', en: 'No letters match.' },
  // New
  chooseRegisters: { zh: '问哪些登记', en: 'Which registers' },
  chooseGroups: { zh: '问哪些班级', en: 'Which classes' },
  toOffice: (register: string) => ({ zh: `${register} · 收函单位`, en: `${register}: office` }),
  purpose: { zh: '用途', en: 'Purpose' },
  searchHint: { zh: '按班级编号或备案号查找', en: 'Class or filing number' },
  provider: { zh: '培训机构', en: 'Provider' },
  dates: { zh: '培训期间', en: 'Dates' },
  askedAlready: { zh: '已发函', en: 'Asked already' },
  noGroups: {
    zh: '还没有可以比对的班级。班级提交开班申请、有了花名册之后会出现在这里。',
    en: 'There is no class to ask about yet. Classes appear here once submitted with a roster.',
  },
  noGroupsFound: { zh: '没有找到这样的班级。', en: 'No class matches.' },
  chosen: (classes: number, people: number) => ({
    zh: `已选 ${classes} 个班 ${people} 人`,
    en: `${pluralEn(classes, 'class', 'classes')}, ${pluralEn(people, 'person', 'people')} chosen`,
  }),
  make: (count: number) => ({ zh: `生成 ${count} 份比对函`, en: `Make ${pluralEn(count, 'letter', 'letters')}` }),
  made: (numbers: string) => ({ zh: `已生成比对函 ${numbers}`, en: `Made ${numbers}` }),
  validFor: (days: number) => ({
    zh: `名单自发函之日起 ${days} 天内有效,过期不再提供下载。`,
    en: `The roster is handed out for ${pluralEn(days, 'day', 'days')} from the day the letter is made.`,
  }),
  // One letter
  download: { zh: '下载名单', en: 'Download the roster' },
  downloadRecorded: {
    zh: '名单含完整身份证号,下载会被记录;请按规定方式送达,到期销毁。',
    en: 'The roster holds identity numbers in clear; each download is recorded. Deliver it as the rules require.',
  },
  expiredTitle: { zh: '名单已过期,不再提供下载', en: 'The roster has expired and is no longer handed out' },
  expiredNext: {
    zh: '对方在有效期内收到的,回函仍可登记;仍需比对的,请重新发函。',
    en: 'An answer to a roster received in time can still be recorded; otherwise make a new letter.',
  },
  again: { zh: '重新发函', en: 'Make a new letter' },
  answer: { zh: '登记回函', en: 'Record the answer' },
  answerOffice: { zh: '回函单位', en: 'Answered by' },
  asOf: { zh: '数据截至日', en: 'Data as of' },
  asOfHint: { zh: '对方的数据是截至哪一天的', en: 'The day the office’s data are of' },
  upload: { zh: '回函文件', en: 'The answer' },
  uploadHint: {
    zh: '对方的命中名单,或填好退回的本函名单',
    en: 'The office’s list, or our own roster filled in',
  },
  fillFirst: { zh: '先填回函单位和数据截至日,再选文件。', en: 'Enter the office and the day of its data first.' },
  noHits: { zh: '回函:无命中', en: 'Answer: no hits' },
  noHitsAsk: (people: number, office: string, asOf: string) => ({
    zh: `登记“${office}”回复:截至 ${asOf},本函 ${people} 人均不在其登记中。登记后不能撤销。`,
    en: `Record that ${office} answered: as of ${asOf} none of the ${people} people is in its register. This cannot be undone.`,
  }),
  hitsStay: (people: number) => ({
    zh: `此前的回函已命中 ${people} 人,登记“无命中”不会撤销那些命中。`,
    en: `Earlier answers hit ${pluralEn(people, 'person', 'people')}; recording “no hits” does not undo that.`,
  }),
  cancel: { zh: '取消', en: 'Cancel' },
  confirm: { zh: '登记', en: 'Record' },
  taken: (hits: number) => ({
    zh: hits === 0 ? '已登记:名单中没有本函所列人员' : `已登记:命中 ${hits} 条`,
    en: hits === 0 ? 'Recorded: nobody of the letter is on the list' : `Recorded: ${pluralEn(hits, 'hit', 'hits')}`,
  }),
  strangers: (count: number) => ({
    zh: `另有 ${count} 行不是本函所列人员,未予保存`,
    en: `${pluralEn(count, 'line', 'lines')} about people the letter does not name ${count === 1 ? 'was' : 'were'} not kept`,
  }),
  doubts: (count: number) => ({
    zh: `其中 ${count} 条姓名与本局名单不一致,请核实`,
    en: `${pluralEn(count, 'hit has', 'hits have')} another name than our roster; verify`,
  }),
  already: (name: string, at: string) => ({
    zh: `这份回函 ${name} 已于 ${at} 登记过,没有重复登记。`,
    en: `${name} recorded this answer on ${at}; nothing was recorded again.`,
  }),
  answers: { zh: '历次回函', en: 'Answers' },
  noAnswers: { zh: '还没有回函。', en: 'No answer yet.' },
  recordedAt: { zh: '登记时间', en: 'Recorded' },
  recordedBy: { zh: '登记人', en: 'By' },
  lines: { zh: '行数', en: 'Lines' },
  strangersShort: { zh: '非本函人员', en: 'Others' },
  source: { zh: '来源', en: 'Source' },
  fromFile: (name: string) => ({ zh: `文件 ${name}(未留存)`, en: `File ${name} (not kept)` }),
  peopleOfLetter: { zh: '本函人员', en: 'People of the letter' },
  position: { zh: '序号', en: 'No.' },
  name: { zh: '姓名', en: 'Name' },
  identity: { zh: '身份证号', en: 'Identity number' },
  result: { zh: '比对结果', en: 'Result' },
  standing: {
    hit: { zh: '命中', en: 'Hit' },
    'no-hit': { zh: '无记录', en: 'Not in the register' },
    'not-answered': { zh: '未回函', en: 'Not answered' },
  },
  onlyHits: { zh: '只看命中', en: 'Hits only' },
  noPeople: { zh: '没有命中的人员。', en: 'Nobody was hit.' },
  hitSays: (says: string, from: string, to: string, office: string, asOf: string) => ({
    zh: `${[says, from === '' ? '起始未注明' : `自 ${from}`, to === '' ? '' : `至 ${to}`].filter(Boolean).join(' ')}(${office},${asOf})`,
    en: `${[says, from === '' ? 'start not said' : `from ${from}`, to === '' ? '' : `to ${to}`].filter(Boolean).join(' ')} (${office}, ${asOf})`,
  }),
  died: (day: string, office: string, asOf: string) => ({
    zh: `死亡日期 ${day}(${office},${asOf})`,
    en: `Died on ${day} (${office}, ${asOf})`,
  }),
  otherName: (name: string) => ({
    zh: `姓名不一致:回函为 ${name},请核实`,
    en: `Another name: the answer says ${name}; verify`,
  }),
  history: { zh: '经过', en: 'History' },
  happened,
  trail: { zh: '追溯', en: 'Trail' },
  period: { zh: '比对期间', en: 'Period' },
  // On a class
  panel: { zh: '外部比对', en: 'Other registers' },
  stillToCompare: (count: number) => ({
    zh: `还有 ${count} 项外部登记未比对`,
    en: `${pluralEn(count, 'register has', 'registers have')} not been compared yet`,
  }),
  allCompared: { zh: '外部登记已全部比对', en: 'Compared with every register' },
  comparedOf: (compared: number, people: number) => ({
    zh: compared === 0 ? '未比对' : `已比对 ${compared} / ${people} 人`,
    en: compared === 0 ? 'Not yet compared' : `${compared} of ${people} compared`,
  }),
  latestLetter: { zh: '最近一份比对函', en: 'Latest letter' },
  noLetterYet: { zh: '还没有发函', en: 'None yet' },
  panelNone: {
    zh: '上传花名册后,这里显示外部登记的比对情况。',
    en: 'Once there is a roster, this shows what other registers know of it.',
  },
  allLetters: { zh: '本班全部比对函', en: 'All letters of this class' },
} as const

export const constraintWords: Readonly<Record<string, Sentence>> = {
  an_answer_is_taken_once: {
    zh: '这份回函刚刚已经登记过,请刷新后查看。',
    en: 'This answer has just been recorded; reload to see it.',
  },
}
