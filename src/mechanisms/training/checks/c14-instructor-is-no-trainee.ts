import { joinSentences } from '../../../platform/contract/public.ts'
import { type Check, defineCheck, failed, type Finding, ground, passed } from '../../../kernel/record/public.ts'
import { listClassesById } from '../classes/store.ts'
import { listRoster } from '../rosters/listing.ts'
import { teachersOf } from '../timetable/material.ts'
import { words } from './words.ts'

/** C14: nobody who teaches the class, by its plan or in any of its sessions, is on its roster. By person, whatever the filing. */
export const instructorIsNoTraineeCheck: Check = defineCheck({
  id: 'C14',
  title: { zh: '本班教师不是本班学员', en: 'No instructor of the class is a trainee of it' },
  subject: 'class',
  moments: ['filing', 'approval'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('auditPractice'),
  notLifted: {
    zh: '教师不能兼作本班学员,请更正花名册或更换教师',
    en: 'an instructor is no trainee of the class; correct the roster or the instructor',
  },
  async run({ tx, subjects }) {
    const findings: Finding[] = []
    // One class is filed at a time.
    for (const row of (
      await listClassesById(
        tx,
        subjects.map((subject) => subject.id),
      )
    ).values()) {
      const teachers = new Set(await teachersOf(tx, row))
      const both = (await listRoster(tx, row.id)).filter(({ personId }) => teachers.has(personId))
      const sentences = both.map(({ seq, maskedName }) => words.teaches(seq, maskedName))
      findings.push(both.length > 0 ? failed(row.id, joinSentences(sentences)) : passed(row.id, words.nobodyTeaches))
    }
    return findings
  },
})
