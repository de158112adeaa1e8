import type { Sentence } from '../../../platform/contract/public.ts'
import type { BankField } from './rules.ts'

/** What each column of a return file is called when it is missing. */
export const RETURN_COLUMN_WORDS = {
  lineNumber: { zh: '序号', en: 'line number' },
  reference: { zh: '业务编号', en: 'reference' },
  accountNumber: { zh: '账号', en: 'account number' },
  amountYuan: { zh: '金额', en: 'amount' },
  status: { zh: '处理结果', en: 'result' },
  reason: { zh: '失败原因', en: 'reason' },
  settledOn: { zh: '处理日期', en: 'date' },
} as const satisfies Record<string, Sentence>

export type ReturnColumn = keyof typeof RETURN_COLUMN_WORDS

const CORRECT = {
  zh: '请退回申领单,由机构更正后重新生成',
  en: 'Return the claim, have it corrected and assemble it again',
}
const CHANGE_FORM = {
  zh: '请系统管理员与银行核对代发清单格式',
  en: 'Have the administrator settle the form of the list with the bank',
}

/** What each column of the list is called in a sentence, and what to do when its value does not go in. */
const LISTED = {
  lineNumber: { what: { zh: '笔号', en: 'the line number' }, then: CHANGE_FORM },
  payeeName: { what: { zh: '收款人户名', en: 'the payee’s name' }, then: CORRECT },
  accountNumber: { what: { zh: '账号', en: 'the account number' }, then: CORRECT },
  bankName: { what: { zh: '开户行', en: 'the bank’s name' }, then: CORRECT },
  amountYuan: { what: { zh: '金额', en: 'the amount' }, then: CHANGE_FORM },
  purpose: { what: { zh: '用途', en: 'the purpose' }, then: CHANGE_FORM },
  reference: { what: { zh: '业务编号', en: 'the reference' }, then: CHANGE_FORM },
} as const satisfies Record<BankField, { what: Sentence; then: Sentence }>

/** Sentences of what goes to the bank and comes back. */
export const words = {
  unwritable: {
    empty: { zh: '为空', en: 'is empty' },
    formula: (first: string) => ({
      zh: `以“${first}”开头,用表格软件打开清单时会被当作公式`,
      en: `begins with “${first}” and would be taken for a formula where the list is opened in a spreadsheet`,
    }),
    separator: (separator: string) => {
      const shown = separator === '\t' ? 'TAB' : separator
      return {
        zh: `含有清单的分隔符“${shown}”,银行会读错列`,
        en: `holds the list’s own separator “${shown}”, so the bank would read the wrong column`,
      }
    },
    marks: {
      zh: '含有引号、换行或看不见的控制字符,银行会读错',
      en: 'holds a quotation mark, a line break or a hidden control character, which the bank would misread',
    },
    tooLong: (bytes: number, longest: number) => ({
      zh: `在清单里占 ${bytes} 个字节,银行这一列最多 ${longest} 个字节`,
      en: `takes ${bytes} bytes in the list, and the bank’s column takes ${longest} at most`,
    }),
    encoding: (character: string, encoding: string) => ({
      zh: `含有“${character}”,银行清单的字符集(${encoding})里没有这个字`,
      en: `holds “${character}”, which the character set of the bank’s list (${encoding}) does not have`,
    }),
  },

  /** Who, which value, why not, and what to do about it. */
  cannotList: (field: BankField, why: Sentence, who?: { position: number; name: string }) => {
    const { what, then } = LISTED[field]
    return {
      zh: `${who ? `序号 ${who.position} 的${what.zh}(${who.name})` : what.zh}${why.zh}。${then.zh}`,
      en: `${who ? `no. ${who.position} (${who.name}): ` : ''}${what.en} ${why.en}. ${then.en}`,
    }
  },
  list: { zh: '银行代发清单', en: 'The bank’s list' },
  form: { zh: '代发清单格式', en: 'Form of the payment list' },

  refused: (fileName: string, count: number) => ({
    zh: `回盘文件“${fileName}”有 ${count} 处与本批次不符,整份没有处理。请与银行核对后,上传正确的文件。`,
    en: `The return file “${fileName}” differs from this batch in ${count} place${count === 1 ? '' : 's'}, so none of it was applied. Check with the bank and upload the right file.`,
  }),
  noHeader: (fileName: string, columns: string, columnsEn: string) => ({
    zh: `“${fileName}”里找不到回盘表头。表头应有这些列:${columns}。请确认是银行的回盘文件。`,
    en: `No header of a return file was found in “${fileName}”. It needs these columns: ${columnsEn}. Make sure that this is the bank’s return file.`,
  }),
  inRow: (row: number, what: Sentence) => ({ zh: `第 ${row} 行:${what.zh}`, en: `Row ${row}: ${what.en}` }),
  noColumn: (column: ReturnColumn) => ({
    zh: `缺少“${RETURN_COLUMN_WORDS[column].zh}”列`,
    en: `the column “${RETURN_COLUMN_WORDS[column].en}” is missing`,
  }),
  repeatedColumn: (column: ReturnColumn) => ({
    zh: `“${RETURN_COLUMN_WORDS[column].zh}”有两列,无法判断以哪一列为准`,
    en: `there are two columns “${RETURN_COLUMN_WORDS[column].en}”, and it cannot be told which one counts`,
  }),
  noReference: { zh: '没有业务编号', en: 'has no reference' },
  anotherBatch: (reference: string, batch: string) => ({
    zh: `业务编号 ${reference} 是批次 ${batch} 的,不是本批次的`,
    en: `the reference ${reference} belongs to batch ${batch}, not to this one`,
  }),
  unknownReference: (reference: string) => ({
    zh: `业务编号“${reference}”不是本批次的任何一笔`,
    en: `the reference “${reference}” is no line of this batch`,
  }),
  unknownAccount: (tail: string, amount: string) => ({
    zh: `尾号 ${tail}、金额 ${amount} 元不是本批次的任何一笔`,
    en: `the account ending ${tail} with ¥${amount} is no line of this batch`,
  }),
  twice: (reference: string, row: number) => ({
    zh: `业务编号 ${reference} 重复,第 ${row} 行已有`,
    en: `the reference ${reference} is there twice, first in row ${row}`,
  }),
  amountChanged: (reference: string, found: string, sent: string) => ({
    zh: `${reference} 的金额是 ${found} 元,发放清单上是 ${sent} 元`,
    en: `the amount of ${reference} is ¥${found}; ¥${sent} was sent`,
  }),
  accountChanged: (reference: string, found: string, sent: string) => ({
    zh: `${reference} 的账号尾号是 ${found},发放清单上是 ${sent}`,
    en: `the account of ${reference} ends ${found}; the one sent ends ${sent}`,
  }),
  accountDiffers: (reference: string) => ({
    zh: `${reference} 的账号与发放清单不同(尾号相同,前面的数字不同);若该列是数字格式,请改为文本格式`,
    en: `the account of ${reference} is not the one sent (same last four, other digits before them); if the column is numeric, make it text`,
  }),
  noAccount: (reference: string) => ({ zh: `${reference} 没有账号`, en: `${reference} has no account number` }),
  unknownStatus: (reference: string, status: string, known: string) => ({
    zh: `${reference} 的处理结果“${status}”不认得(认得的有:${known}),请与银行核对`,
    en: `the result “${status}” of ${reference} is not known (known: ${known}); check with the bank`,
  }),
  missing: (reference: string) => ({
    zh: `缺少 ${reference} 这一笔`,
    en: `the line ${reference} is missing`,
  }),
  cameBackBefore: (reference: string) => ({
    zh: `${reference} 此前已退回,不能再记为支付成功;重付须列入新批次`,
    en: `${reference} came back before and is not paid by this file; it is paid again in a new batch`,
  }),
  nothingNew: {
    zh: '文件里没有新的结果,以前的回盘文件都已说过',
    en: 'it says nothing new: earlier return files have said all of it',
  },
  wrongCount: (found: number, rows: number) => ({
    zh: `合计笔数写的是 ${found},明细有 ${rows} 笔`,
    en: `the total says ${found} lines, there are ${rows}`,
  }),
  wrongTotal: (found: string, rows: string) => ({
    zh: `合计金额写的是 ${found} 元,明细相加是 ${rows} 元`,
    en: `the total says ¥${found}, the lines come to ¥${rows}`,
  }),
  more: (count: number) => ({ zh: `另有 ${count} 处,改好以上各处后再看`, en: `and ${count} more` }),
} as const
