import type { Sentence } from '../../../platform/contract/public.ts'
import type { ListReview, ListStatus } from './rules.ts'

export const LIST_STATUS_WORDS: Record<ListStatus, Sentence> = {
  assembled: { zh: '待初审', en: 'Waits for the first review' },
  'first-passed': { zh: '待复核', en: 'Waits for the second review' },
  'second-passed': { zh: '待报送', en: 'To be sent' },
  exported: { zh: '已报送省平台', en: 'Sent to the province' },
  returned: { zh: '已退回', en: 'Returned' },
}

const REVIEW_NAMES: Record<ListReview, Sentence> = {
  'initial-review': { zh: '初审', en: 'first review' },
  'second-review': { zh: '复核', en: 'second review' },
}

/** Why the server refuses, and what happened, in the reader's words. */
export const words = {
  listMissing: { zh: '没有这份预审名单', en: 'There is no such pre-checked list.' },
  lineMissing: {
    zh: '没有这一条对账差异;可能已重新对账,请刷新页面',
    en: 'There is no such line; the page may have been reconciled anew: reload it.',
  },
  importMissing: { zh: '没有这份省平台文件', en: 'There is no such file of the province.' },
  schemeMissing: (scheme: string): Sentence => ({
    zh: `本地没有由省平台办理的政策“${scheme}”`,
    en: `No scheme of this county named ${scheme} has its record held by the province.`,
  }),
  notAwaited: (duty: ListReview, status: ListStatus): Sentence => ({
    zh: `这份名单现在是“${LIST_STATUS_WORDS[status].zh}”,不在${REVIEW_NAMES[duty].zh}环节`,
    en: `This list is “${LIST_STATUS_WORDS[status].en}”; it does not wait for the ${REVIEW_NAMES[duty].en}.`,
  }),
  notToTakeBack: (status: ListStatus): Sentence => ({
    zh: `这份名单现在是“${LIST_STATUS_WORDS[status].zh}”;只有复核通过的名单可以撤回`,
    en: `This list is “${LIST_STATUS_WORDS[status].en}”; only one that two have passed can be taken back.`,
  }),
  paidThere: (people: number): Sentence => ({
    zh: `省平台已支付其中 ${people} 人,这份名单不能撤回;有误的逐条在对账页处理`,
    en: `The province has paid ${people} of it, so the list cannot be taken back; settle what is wrong line by line on the reconciliation page.`,
  }),
  notToExport: (status: ListStatus): Sentence => ({
    zh: `这份名单现在是“${LIST_STATUS_WORDS[status].zh}”;初审、复核都通过后才能报送`,
    en: `This list is “${LIST_STATUS_WORDS[status].en}”; it can be sent once two people have passed it.`,
  }),
  notReturned: (status: ListStatus): Sentence => ({
    zh: `这份名单现在是“${LIST_STATUS_WORDS[status].zh}”,退回后才能重新生成`,
    en: `This list is “${LIST_STATUS_WORDS[status].en}”; it is made anew only once it is returned.`,
  }),
  openAlready: { zh: '这个班已有一份办理中的预审名单', en: 'This class has a pre-checked list under way.' },
  nothingMade: {
    zh: '没有生成新名单:现在没有可补贴的人员,原因见“待生成”',
    en: 'No new list was made: nobody is due now; the reasons are among what waits.',
  },
  contentChanged: {
    zh: '名单内容与您看到的不一致,请刷新后再办理',
    en: 'The list is not what you saw; reload the page first.',
  },
  factsChanged: (people: number): Sentence => ({
    zh: `生成名单后有 ${people} 人的记录有更正,只能退回,按更正后的记录重新生成`,
    en: `The records of ${people} people have changed since the list was made; it can only be returned and made anew.`,
  }),
  reasonsMissing: { zh: '退回须一次写明全部理由', en: 'A return gives all its reasons at once.' },
  reviewedAlready: {
    zh: '这一环节已由他人办理,请刷新页面',
    en: 'Somebody else has given this review; reload the page.',
  },
  oneDuty: {
    zh: '同一人在一份名单上只能承担一项职责,请由他人办理',
    en: 'One person holds one duty on a list; somebody else must do this.',
  },
  notYourDuty: (duty: ListReview): Sentence => ({
    zh: `您的岗位不办理${REVIEW_NAMES[duty].zh}`,
    en: `Your post does not give the ${REVIEW_NAMES[duty].en}.`,
  }),
  listReturned: (number: string): Sentence => ({ zh: `预审名单 ${number} 已退回`, en: `List ${number} was returned` }),
  asOfLater: { zh: '数据截至日不能晚于今天', en: 'The day the file is of cannot be later than today.' },
  asOfEarlier: (newest: string): Sentence => ({
    zh: `已导入截至 ${newest} 的文件;较早的文件会把较新的状态改回去,不能再导入。请向省平台重新导出`,
    en: `A file as of ${newest} is imported already; an earlier one would turn newer states back. Export a new one.`,
  }),
  noHead: {
    zh: '没有找到表头:文件里应有一行列名,其下每行一人',
    en: 'No head was found: the file needs one line of column names with one person a line below it.',
  },
  severalSheets: (names: readonly string[]): Sentence => ({
    zh: `文件有多个工作表(${names.join('、')}),请只留要导入的一个`,
    en: `The file has several sheets (${names.join(', ')}); keep only the one to import.`,
  }),
  noLines: { zh: '文件里没有一条记录', en: 'The file has no line at all.' },
  wrong: (count: number, named: number): Sentence => ({
    zh: `文件有 ${count} 处错误${count > named ? `(列出前 ${named} 处)` : ''},一条也没有导入。请改正后重新导入`,
    en: `The file has ${count} mistakes${count > named ? ` (the first ${named} are listed)` : ''}; nothing was imported. Correct them and import it again.`,
  }),
  columnsNotWhole: {
    zh: '每一列只能有一个含义,并且必须有身份证号、省平台编号、补贴金额和办理状态',
    en: 'Each meaning belongs to one column, and identity number, the province’s number, amount and state are needed.',
  },
  headingWithNumber: {
    zh: '表头里有像证件号或手机号的数字,这一行可能不是表头',
    en: 'A heading holds a number like a person’s; this line may not be the head.',
  },
  saidOtherwise: {
    zh: '这一条两边的记载已经变化,请刷新后再处理',
    en: 'What the two sides say of this line has changed; reload it first.',
  },
  outcomeNotHere: { zh: '这类差异不能这样处理', en: 'This kind of difference cannot be settled so.' },
  askedNeeds: {
    zh: '去函省平台须写明日期和文号',
    en: 'Asking the province needs the day and the document.',
  },
  tooManyToExport: (most: number): Sentence => ({
    zh: `筛选结果超过 ${most} 条,请缩小范围后再导出`,
    en: `More than ${most} lines are filtered; narrow them first.`,
  }),
  provinceTold: { zh: '省平台的支付状态已导入', en: 'the province’s payment states came in' },
} as const
