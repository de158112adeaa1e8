import type { Sentence } from '../../../platform/contract/public.ts'

/** What the files beside training's steps are called. */
export const words = {
  classPhoto: (at: string): Sentence => ({ zh: `现场照片 ${at}`, en: `Photo of the class ${at}` }),
  inspectionPhoto: (name: string): Sentence => ({ zh: `巡查照片 ${name}`, en: `Photo of an inspection ${name}` }),
  evidence: (name: string): Sentence => ({ zh: `考勤更正材料 ${name}`, en: `Evidence of an amendment ${name}` }),
  roster: (name: string): Sentence => ({ zh: `花名册原件 ${name}`, en: `Roster as handed in ${name}` }),
  marked: (name: string): Sentence => ({ zh: `批注后的表 ${name}`, en: `The same, marked ${name}` }),
  sheet: (name: string): Sentence => ({ zh: `考勤表原件 ${name}`, en: `Attendance sheet as it came ${name}` }),
} as const
