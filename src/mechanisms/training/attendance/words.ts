import type { Sentence } from '../../../platform/contract/public.ts'
import type { CivilDate } from '../../../kernel/values/public.ts'

/** The parts of a day as attendance sheets are divided. */
export const HALVES = {
  morning: { zh: '上午', en: 'morning' },
  afternoon: { zh: '下午', en: 'afternoon' },
  evening: { zh: '晚上', en: 'evening' },
} as const satisfies Record<string, Sentence>

export type Half = keyof typeof HALVES

export const dayText = (day: CivilDate): Sentence => ({
  zh: `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`,
  en: day,
})

export const problems = {
  noColumns: {
    zh: '表头里没有日期列。日期应写成 3.7、上午下午各一列,或 2022-03-07。',
    en: 'The header has no columns of dates. Write dates like 3.7 over morning and afternoon, or 2022-03-07.',
  },
  notADate: (written: string): Sentence => ({
    zh: `表头“${written}”不是能识别的日期,应写成 3.7 或 2022-03-07`,
    en: `The heading “${written}” is not a date that can be read; write it like 3.7 or 2022-03-07`,
  }),
  noSessionThen: (day: CivilDate, half: Half | null): Sentence => ({
    zh: `课程表上 ${dayText(day).zh}${half === null ? '' : HALVES[half].zh}没有课,请核对日期`,
    en: `The timetable has no session on ${day}${half === null ? '' : ` in the ${HALVES[half].en}`}; check the date`,
  }),
  dateAsNumber: {
    zh: '(日期存成数字时,3.10 会变成 3.1,请把表头设为文本)',
    en: '(stored as a number, 3.10 becomes 3.1: format the header as text)',
  },
  severalSessions: (day: CivilDate, count: number): Sentence => ({
    zh: `${dayText(day).zh}有 ${count} 节课,请分上午、下午各一列`,
    en: `There are ${count} sessions on ${day}; give morning and afternoon a column each`,
  }),
  repeatedDay: (day: CivilDate, half: Half | null): Sentence => ({
    zh: `${dayText(day).zh}${half === null ? '' : HALVES[half].zh}有两列,请只留一列`,
    en: `Two columns are both ${day}${half === null ? '' : ` ${HALVES[half].en}`}; keep only one`,
  }),
  sessionWithoutColumn: (day: CivilDate, half: Half, time: string): Sentence => ({
    zh: `${dayText(day).zh}${HALVES[half].zh}(${time})有课,表上没有这一列,请补上`,
    en: `There is a session on ${day} in the ${HALVES[half].en} (${time}) without a column; add it`,
  }),
  empty: (cell: string, label: Sentence, known: readonly string[]): Sentence => ({
    zh: `${cell}(${label.zh})没有填写,应为:${known.join(' ')}`,
    en: `${cell} (${label.en}) is empty; write one of: ${known.join(' ')}`,
  }),
  unknownMark: (cell: string, label: Sentence, written: string, known: readonly string[]): Sentence => ({
    zh: `${cell}(${label.zh})的“${written}”不认识,应为:${known.join(' ')}`,
    en: `“${written}” in ${cell} (${label.en}) is not known; write one of: ${known.join(' ')}`,
  }),
}

export const constraintWords = {
  one_attendance_sheet_a_version: {
    zh: '另一个人刚刚也导入了考勤表,本次没有导入。请刷新后核对,需要时再上传。',
    en: 'Somebody else imported an attendance sheet at the same moment, so nothing was imported. Refresh, check, and upload again if needed.',
  },
} as const satisfies Record<string, Sentence>

export const trailWords = {
  sign: (label: Sentence, written: string): Sentence => ({
    zh: `${label.zh} ${written}`,
    en: `${label.en}: ${written}`,
  }),
  person: { zh: '学员', en: 'Person' },
  identity: { zh: '身份证号', en: 'Identity number' },
  session: { zh: '课次', en: 'Session' },
  sessionTitle: (day: string, from: string, to: string): Sentence => ({
    zh: `课次 ${day} ${from}–${to}`,
    en: `Session ${day} ${from}–${to}`,
  }),
  written: { zh: '表上所写', en: 'Written on the sheet' },
  countedAs: { zh: '记为', en: 'Counted as' },
  credits: {
    present: { zh: '出勤', en: 'present' },
    late: { zh: '迟到', en: 'late' },
    leave: { zh: '请假', en: 'on leave' },
    absent: { zh: '缺勤', en: 'absent' },
  },
  file: { zh: '文件', en: 'File' },
  place: { zh: '位置', en: 'Place' },
  placeOf: (row: number, letters: string): Sentence => ({
    zh: `第${row}行 ${letters}列(${letters}${row})`,
    en: `Row ${row}, column ${letters} (${letters}${row})`,
  }),
  version: { zh: '版次', en: 'Version' },
  versionOf: (version: number, latest: number): Sentence =>
    version === latest
      ? { zh: `第${version}版(现行)`, en: `${version} (current)` }
      : { zh: `第${version}版(已被第${latest}版更正)`, en: `${version} (corrected by version ${latest})` },
  sheet: (fileName: string, version: number): Sentence => ({
    zh: `考勤表 ${fileName}(第${version}版)`,
    en: `Attendance sheet ${fileName} (version ${version})`,
  }),
  method: { zh: '方式', en: 'Method' },
  methods: {
    paper: { zh: '纸质签到,表格录入', en: 'Signed on paper, typed into a sheet' },
    live: { zh: '实时签到,由平台生成', en: 'Signed live, drawn by the platform' },
    amended: { zh: '更正上一版,经另一人确认', en: 'The former version, amended and confirmed by another person' },
  },
  importedBy: { zh: '导入岗位', en: 'Imported by' },
  importedAt: { zh: '导入时间', en: 'Imported at' },
  people: { zh: '人数', en: 'People' },
  fingerprint: { zh: '文件指纹(SHA-256)', en: 'Fingerprint (SHA-256)' },
} as const

/** What the panel on the class's page says. */
export const words = {
  title: { zh: '考勤', en: 'Attendance' },
  upload: { zh: '考勤表', en: 'Attendance sheet' },
  hint: {
    zh: '全班所有课次一张表;有一处错误就一行也不导入',
    en: 'Everybody and every session on one sheet; one error and nothing is imported',
  },
  correct: {
    zh: '结业前可以更正:重新上传整张表,成为新的一版,旧版保留。',
    en: 'Until completion it can be corrected: upload the whole sheet again; it becomes a new version and the old one stays.',
  },
  closed: {
    zh: '本班已结业,不再接收考勤表;有误的,在下面提出更正。',
    en: 'The class is completed and takes no more sheets; what is wrong is amended below.',
  },
  empty: {
    zh: '还没有考勤。培训结束后,把纸质考勤表录成表格,在这里上传。',
    en: 'There is no attendance yet. When the training is over, type the paper sheet into a table and upload it here.',
  },
  emptyReader: { zh: '培训机构还没有导入考勤。', en: 'The provider has not imported attendance yet.' },
} as const
