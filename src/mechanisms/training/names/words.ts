import type { Sentence } from '../../../platform/contract/public.ts'

export const words = {
  roster: (number: string): Sentence => ({ zh: `班级 ${number} 的花名册`, en: `Roster of class ${number}` }),
  reached: {
    zh: '班级未结业,已改用新姓名;上传的原表不变',
    en: 'the class is not completed: the new name is used; the sheet that was handed in stays',
  },
  completed: {
    zh: '班级已结业,花名册和结业材料按当时的姓名存档',
    en: 'the class is completed: its roster and papers are kept under the name of then',
  },
  same: { zh: '花名册上本来就是这个姓名', en: 'the roster had this name all along' },
} as const
