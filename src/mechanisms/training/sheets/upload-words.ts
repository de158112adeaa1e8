import type { Sentence } from '../../../platform/contract/public.ts'

/** What every upload about the people of a class says: the roster, the attendance sheet, the mark sheet. */
export const uploadWords = {
  downloadMarked: { zh: '下载标注问题的表格', en: 'Download the marked workbook' },
  already: (post: string, at: string): Sentence => ({
    zh: `这份文件${post}已于 ${at} 上传过,结果如下,没有重复导入。`,
    en: `The same file was already uploaded by ${post} on ${at}; this is what came of it, and nothing was done twice.`,
  }),
  marks: { zh: '逐行问题', en: 'Problems, row by row' },
  kind: { zh: '性质', en: 'Kind' },
  problem: { zh: '问题', en: 'Problem' },
  error: { zh: '错误', en: 'Error' },
  doubt: { zh: '疑点', en: 'Doubt' },
  history: { zh: '上传记录', en: 'Uploads' },
  when: { zh: '时间', en: 'When' },
  by: { zh: '上传岗位', en: 'By' },
  result: { zh: '结果', en: 'Outcome' },
  people: { zh: '人数', en: 'People' },
  errors: { zh: '错误', en: 'Errors' },
  doubts: { zh: '疑点', en: 'Doubts' },
  file: { zh: '文件', en: 'File' },
  refusedTag: { zh: '未导入', en: 'Refused' },
} as const
