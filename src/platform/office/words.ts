import type { Sentence } from '../contract/words.ts'

const mb = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`
const n = (count: number) => count.toLocaleString('en-US')

/** What a file turned out to be instead of a spreadsheet. */
export const OTHER_THINGS = {
  pdf: { zh: 'PDF', en: 'a PDF' },
  image: { zh: '图片', en: 'an image' },
  word: { zh: 'Word文档', en: 'a Word document' },
  slides: { zh: '演示文稿', en: 'a slide deck' },
  xlsb: { zh: '二进制工作簿(.xlsb)', en: 'a binary workbook (.xlsb)' },
  ods: { zh: 'ODF表格(.ods)', en: 'an OpenDocument table (.ods)' },
  archive: { zh: '压缩包', en: 'an archive' },
  other: { zh: '别的文件', en: 'something else' },
} as const satisfies Record<string, Sentence>

export type OtherThing = keyof typeof OTHER_THINGS

/** The facts each refusal's sentence is filled with. */
export type RefusalFacts = {
  empty: []
  html: []
  'xml-table': []
  'not-a-spreadsheet': [what: OtherThing]
  truncated: []
  password: []
  'too-large': [limitBytes: number]
  'zip-bomb': []
  unsafe: []
  'too-many-rows': [{ limit: number; found: number }]
  'too-many-columns': [{ limit: number; found: number; row: number }]
  'long-cell': [{ limit: number; row: number }]
  quotes: [{ row: number }]
  memory: []
  time: [limitMs: number]
  busy: []
}

export type RefusalCode = keyof RefusalFacts

/** One sentence for each way a file cannot be read: which, what is wrong, what to do. */
export const REFUSALS: { [C in RefusalCode]: (...facts: RefusalFacts[C]) => Sentence } = {
  empty: () => ({
    zh: '这个文件是空的,没有任何内容。请打开检查,填好保存后再上传。',
    en: 'This file is empty. Open it, check that it is filled in and saved, then upload it again.',
  }),
  html: () => ({
    zh: '这个文件其实是网页(HTML),只是用了表格的扩展名。请用Excel打开,另存为 .xlsx 后再上传。',
    en: 'This file is a web page (HTML) with a spreadsheet name. Open it in Excel, save it as .xlsx, then upload that.',
  }),
  'xml-table': () => ({
    zh: '这个文件是“XML表格2003”格式,系统不读这种格式。请用Excel打开,另存为 .xlsx 后再上传。',
    en: 'This file is an “XML Spreadsheet 2003”. Open it in Excel, save it as .xlsx, then upload that.',
  }),
  'not-a-spreadsheet': (what) => ({
    zh: `这不是电子表格,而是${OTHER_THINGS[what].zh}。请上传 .xlsx、.xls 或 .csv 文件。`,
    en: `This is not a spreadsheet but ${OTHER_THINGS[what].en}. Upload an .xlsx, .xls or .csv file.`,
  }),
  truncated: () => ({
    zh: '这个文件不完整或已损坏,可能是上传或拷贝中断了。请用Excel打开确认,重新保存后再上传。',
    en: 'This file is incomplete or damaged; a copy or an upload may have been cut off. Open it in Excel, save it again, then upload it.',
  }),
  password: () => ({
    zh: '这个文件设置了打开密码,系统读不了。请在Excel里取消密码后另存,再上传。',
    en: 'This file is protected by a password. Remove the password in Excel, save it, then upload it again.',
  }),
  'too-large': (limitBytes) => ({
    zh: `这个文件太大,最多可以上传 ${mb(limitBytes)}。请删去多余的工作表、图片或空行后再上传。`,
    en: `This file is too large; the limit is ${mb(limitBytes)}. Remove spare sheets, pictures or blank rows, then upload it again.`,
  }),
  'zip-bomb': () => ({
    zh: '这个文件解压后大得不正常,为安全起见没有读取。请把数据复制到新建的工作簿,保存后再上传。',
    en: 'This file unpacks to an abnormal size and was not read. Copy the data into a new workbook, save it, then upload that.',
  }),
  unsafe: () => ({
    zh: '这个文件里有正常工作簿不会有的内容(如实体定义、异常路径),为安全起见没有读取。请把数据复制到新建的工作簿,保存后再上传。',
    en: 'This file holds things no ordinary workbook has (entity definitions, odd paths) and was not read. Copy the data into a new workbook, save it, then upload that.',
  }),
  'too-many-rows': (facts) => ({
    zh: `行数太多: 最多 ${n(facts.limit)} 行,这个文件有 ${n(facts.found)} 行有内容。请分成几个文件后再上传。`,
    en: `Too many rows: at most ${n(facts.limit)} are allowed and this file has ${n(facts.found)} with content. Split it into several files, then upload them.`,
  }),
  'too-many-columns': (facts) => ({
    zh: `列数太多: 最多 ${n(facts.limit)} 列,第 ${n(facts.row)} 行用到了第 ${n(facts.found)} 列。请删去多余的列后再上传。`,
    en: `Too many columns: at most ${n(facts.limit)} are allowed and row ${n(facts.row)} reaches column ${n(facts.found)}. Delete the spare columns, then upload it again.`,
  }),
  'long-cell': (facts) => ({
    zh: `第 ${n(facts.row)} 行有一格超过 ${n(facts.limit)} 个字符,可能是引号没有成对。请检查该行后再上传。`,
    en: `A cell in row ${n(facts.row)} is longer than ${n(facts.limit)} characters; a quotation mark may be unpaired. Check that row, then upload it again.`,
  }),
  quotes: (facts) => ({
    zh: `第 ${n(facts.row)} 行的双引号没有成对,后面的内容分不清行和列。请补上引号,或另存为 .xlsx 后再上传。`,
    en: `A quotation mark opened in row ${n(facts.row)} is never closed, so rows and columns cannot be told apart. Close it, or save the file as .xlsx, then upload it again.`,
  }),
  memory: () => ({
    zh: '读取这个文件需要的内存超过了上限,已停止读取。请删去多余的内容,另存为 .xlsx 或 .csv(比 .xls 省内存),再上传。',
    en: 'Reading this file needed more memory than is allowed, so it was stopped. Remove what is not needed, save it as .xlsx or .csv (they need less than .xls), then upload it again.',
  }),
  time: (limitMs) => ({
    zh: `读取这个文件超过了 ${Math.ceil(limitMs / 1000)} 秒,已停止读取。请删去多余的内容,或分成几个文件后再上传。`,
    en: `Reading this file took longer than ${Math.ceil(limitMs / 1000)} seconds, so it was stopped. Remove what is not needed or split the file, then upload it again.`,
  }),
  busy: () => ({
    zh: '现在上传表格的人太多,还没有读取这个文件。请过一两分钟再上传。',
    en: 'Too many spreadsheets are being read at the moment; this one was not. Upload it again in a minute or two.',
  }),
}
