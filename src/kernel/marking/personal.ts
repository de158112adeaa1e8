import { personalOf, type PersonalTables } from '../record/public.ts'

/** What marking keeps of persons, and what tells of nobody. */
export const markingPersonal: PersonalTables = {
  personal: [
    ...personalOf(
      'marking.marks',
      { purpose: 'teach', kept: 'money', seen: 'own-provider' },
      {
        aspect: ['plain', '成绩科目(成绩见同行)', 'subject of a mark (the mark beside it)'],
      },
    ),
    ...personalOf(
      'marking.mark_sheets',
      { purpose: 'teach', kept: 'money', seen: 'own-provider' },
      {
        file_name: ['plain', '成绩表文件名', 'file name of a mark sheet'],
      },
    ),
  ],
  impersonal: { 'marking.mark_sheets': 'assessment_kind' },
}
