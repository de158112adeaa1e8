import type { Sentence } from '../../../platform/contract/public.ts'

export const words = {
  refusedRosters: { zh: '被退回的花名册', en: 'Rosters that were refused' },
  refusedSheets: { zh: '被退回的考勤、成绩表', en: 'Sheets of attendance and marks that were refused' },
  unfiledRosters: { zh: '一直未备案班级的花名册', en: 'Rosters of classes that were never filed' },
  classes: { zh: '班级的花名册、考勤表、成绩表和照片', en: 'Rosters, sheets and photos of classes' },
  class: (number: string): Sentence => ({ zh: `班级 ${number}`, en: `Class ${number}` }),
  held: {
    zh: '参加或任教过的班级,按会计档案保存',
    en: 'attended or taught a class: kept as accounts are',
  },
  of: (fileName: string, classNumber: string): Sentence => ({
    zh: `${fileName}(班级 ${classNumber})`,
    en: `${fileName} (class ${classNumber})`,
  }),
} as const
