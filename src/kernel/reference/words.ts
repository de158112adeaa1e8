import type { Sentence } from '../../platform/contract/public.ts'

export const words = {
  calendar: { zh: '工作日历', en: 'Working calendar' },
  calendarLead: {
    zh: '国务院办公厅公布的放假和调休;本地另有安排的,可逐日修改,并写明理由。',
    en: 'Official holidays and make-up days; a day that differs here can be changed, with a reason.',
  },
  year: { zh: '年份', en: 'Year' },
  day: { zh: '日期', en: 'Day' },
  kind: { zh: '安排', en: 'Kind' },
  name: { zh: '名称或理由', en: 'Name or reason' },
  holiday: { zh: '放假', en: 'Day off' },
  workday: { zh: '上班(调休)', en: 'Working day' },
  asOfficial: { zh: '按官方日历', en: 'As in the official calendar' },
  changedHere: { zh: '本地修改', en: 'Changed here' },
  change: { zh: '修改一天', en: 'Change a day' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  reason: { zh: '理由', en: 'Reason' },
  saved: { zh: '已保存', en: 'Saved' },
  noDays: {
    zh: '这一年还没有录入放假安排,不能计算工作日。',
    en: 'No official days have been entered for this year; working days cannot be counted.',
  },
  occupations: { zh: '职业目录', en: 'Occupations' },
  occupationsLead: {
    zh: '《职业分类大典》里的职业。没有核实过代码的会注明,可导入官方目录更正。',
    en: 'Occupations of the official dictionary. Codes that have not been verified say so; import the official list to correct them.',
  },
  code: { zh: '代码', en: 'Code' },
  occupation: { zh: '职业', en: 'Occupation' },
  trade: { zh: '工种', en: 'Trade' },
  edition: { zh: '版本', en: 'Edition' },
  verified: { zh: '已核实', en: 'Verified' },
  unverified: { zh: '代码待核实', en: 'Code not verified' },
  importList: { zh: '导入官方目录', en: 'Import the official list' },
  importHint: {
    zh: '表头要有“职业编码”和“职业名称”,可有“工种”。',
    en: 'The header must have 职业编码 and 职业名称, and may have 工种.',
  },
  search: { zh: '名称或代码', en: 'Name or code' },
  none: { zh: '没有符合的职业。', en: 'No occupation matches.' },
  missingColumns: {
    zh: '没有找到表头“职业编码”和“职业名称”,请核对是不是官方职业目录。',
    en: 'The header 职业编码 and 职业名称 was not found; check that this is the official list.',
  },
  badRows: {
    zh: '有些行不对,一条都没有导入。请更正后再传。',
    en: 'Some rows are wrong and nothing was imported. Correct them and upload again.',
  },
  noRows: { zh: '表里没有职业。', en: 'There is no occupation in the sheet.' },
} as const satisfies Record<string, Sentence>

export function imported(count: number): Sentence {
  return { zh: `已导入 ${count} 个职业`, en: `${count} occupations imported` }
}

export function badCode(row: number, code: string): Sentence {
  return {
    zh: `第${row}行:职业编码“${code}”应为 X-XX-XX-XX`,
    en: `Row ${row}: the code “${code}” should be X-XX-XX-XX`,
  }
}

export function emptyName(row: number): Sentence {
  return { zh: `第${row}行:职业名称为空`, en: `Row ${row}: the name is empty` }
}
