import type { Sentence } from '../../platform/contract/public.ts'
import { quotable } from '../values/public.ts'
import type { Aspect } from './rules.ts'

export const ASPECT_WORDS = {
  theory: { zh: '理论成绩', en: 'Theory mark' },
  practice: { zh: '技能成绩', en: 'Practice mark' },
} as const satisfies Record<Aspect, Sentence>

export const words = {
  empty: (aspect: Aspect, absentWords: readonly string[]): Sentence => ({
    zh: `${ASPECT_WORDS[aspect].zh}为空,缺考请写“${absentWords[0] ?? '缺考'}”`,
    en: `${ASPECT_WORDS[aspect].en} is empty; write “${absentWords[0] ?? '缺考'}” for absent`,
  }),
  notPoints: (aspect: Aspect, text: string, maximum: number, absentWords: readonly string[]): Sentence => ({
    zh: `${ASPECT_WORDS[aspect].zh}“${quotable(text)}”应为0至${maximum}的整数,或写“${absentWords.join('”“')}”`,
    en: `${ASPECT_WORDS[aspect].en} “${quotable(text)}” must be a whole number from 0 to ${maximum}, or “${absentWords.join('”, “')}” for absent`,
  }),
  absent: { zh: '缺考', en: 'absent' },
  points: (points: number): Sentence => ({ zh: `${points}分`, en: `${points} points` }),
  aspect: { zh: '考核项目', en: 'Aspect' },
  mark: { zh: '成绩', en: 'Mark' },
  candidate: { zh: '考生', en: 'Candidate' },
  sheetRow: { zh: '登记表行号', en: 'Row on the sheet' },
  rowOf: (row: number): Sentence => ({ zh: `第${row}行`, en: `Row ${row}` }),
  sheet: { zh: '成绩登记表', en: 'Mark sheet' },
  sheetTitle: (fileName: string, version: number): Sentence => ({
    zh: `成绩登记表 ${fileName}(第${version}版)`,
    en: `Mark sheet ${fileName} (version ${version})`,
  }),
  markTitle: (aspect: Aspect, points: number | null): Sentence => ({
    zh: `${ASPECT_WORDS[aspect].zh} ${points === null ? '缺考' : `${points}分`}`,
    en: `${ASPECT_WORDS[aspect].en}: ${points === null ? 'absent' : points}`,
  }),
  markOnRow: (row: number, mark: Sentence): Sentence => ({
    zh: `第${row}行 ${mark.zh}`,
    en: `Row ${row}, ${mark.en}`,
  }),
  assessment: { zh: '考核对象', en: 'Assessment' },
  file: { zh: '文件', en: 'File' },
  version: { zh: '版次', en: 'Version' },
  versionOf: (version: number, latest: number): Sentence =>
    version === latest
      ? { zh: `第${version}版(现行)`, en: `${version} (current)` }
      : { zh: `第${version}版(已被第${latest}版更正)`, en: `${version} (corrected by version ${latest})` },
  issuedOn: { zh: '发证日期', en: 'Certificates issued on' },
  importedBy: { zh: '导入岗位', en: 'Imported by' },
  importedAt: { zh: '导入时间', en: 'Imported at' },
  candidates: { zh: '人数', en: 'Candidates' },
} as const

export const constraintWords = {
  one_mark_sheet_a_version: {
    zh: '另一个人刚刚也导入了成绩登记表,本次没有导入。请刷新后核对,需要时再上传。',
    en: 'Somebody else imported a mark sheet at the same moment, so nothing was imported. Refresh, check, and upload again if needed.',
  },
} as const satisfies Record<string, Sentence>
