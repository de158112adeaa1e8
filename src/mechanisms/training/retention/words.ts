import type { Sentence } from '../../../platform/contract/public.ts'

export const words = {
  refusedRosters: { zh: '被退回的花名册', en: 'Rosters that were refused' },
  refusedSheets: { zh: '被退回的考勤、成绩表', en: 'Sheets of attendance and marks that were refused' },
  unfiledRosters: { zh: '一直未备案班级的花名册', en: 'Rosters of classes that were never filed' },
  of: (fileName: string, classNumber: string): Sentence => ({
    zh: `${fileName}(班级 ${classNumber})`,
    en: `${fileName} (class ${classNumber})`,
  }),
} as const
