import {
  type Check,
  type CheckAsk,
  defineCheck,
  failed,
  type Finding,
  ground,
  passed,
  unavailable,
} from '../../../kernel/record/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { listSignsElsewhere } from '../attendance/store.ts'
import { creditedMinutes } from '../completion/rules.ts'
import { otherClassNames } from '../timetable/material.ts'
import { attendedClass } from './attended.ts'
import { clashesOfTrainees, clashFinding } from './clash-finding.ts'
import { signedTwice } from './attendance-rules.ts'
import { words } from './words.ts'

/**
 * C05: no trainee of the roster is in two sessions at once, in any class of the district. While the class is filed its
 * timetable is asked; when money is claimed, the signs: then it is no clash of plans but a fact, and smells of fraud.
 */
export const traineeInOnePlaceCheck: Check = defineCheck({
  id: 'C05',
  title: { zh: '学员没有同时在两处上课', en: 'No trainee is in two sessions at once' },
  subject: 'enrolment',
  moments: ['filing', 'approval', 'claim'],
  action: 'block',
  suspicion: ['claim'],
  onUnavailable: 'hold',
  basis: ground('auditPractice'),
  notLifted: {
    zh: '同一时间在两处属于疑点,请调整课程表或按疑点处置',
    en: 'two places at once is a suspicion; change the timetable, or have it looked into',
  },
  async run(ask) {
    if (ask.moment === 'claim') return asSigned(ask)
    const clashesOf = await clashesOfTrainees(ask)
    return ask.subjects.map(({ id, personId }) => clashFinding(id, clashesOf(personId ?? '')))
  },
})

/** Who was signed in here and, at the same time, in another class. The money of whoever was is held until it is known where they were. */
async function asSigned({ tx, groupId, subjects }: CheckAsk): Promise<Finding[]> {
  const attended = await attendedClass(tx, groupId)
  if (!attended) return subjects.map(({ id }) => unavailable(id, words.noAttendance))
  const { row, sessions } = attended
  const personIds = subjects.flatMap(({ personId }) => personId ?? [])
  const during = { from: sessions[0]?.day ?? row.startsOn, to: sessions.at(-1)?.day ?? row.endsOn }
  const elsewhere = (await listSignsElsewhere(tx, { classId: groupId, personIds, during })).filter((sign) => {
    const terms = { marks: parametersOn(tx.district, sign.session.day).get('attendance.marks').value }
    return creditedMinutes(sign.session, sign, terms) > 0
  })
  const nameOf = await otherClassNames(
    tx,
    row,
    elsewhere.map(({ classId }) => classId),
  )
  return subjects.map(({ id, personId }) => {
    const credited = attended.creditedBy.get(id)
    if (!credited) return unavailable(id, words.noAttendance)
    const twice = signedTwice(
      sessions.filter((session) => credited.has(session.id)),
      elsewhere.filter((sign) => sign.personId === personId),
    )
    if (twice.length === 0) return passed(id, words.signedInOnePlace)
    const classIds = [...new Set(twice.map(({ there }) => there.classId))]
    const first = twice[0]!
    const own = attended.signOf(id, first.here.id)
    return {
      ...failed(id, words.signedTwice(twice, classIds.map(nameOf)), [
        ...(own ? [{ label: words.sign, kind: 'attendance-sign', id: own }] : []),
        { label: words.otherSign, kind: 'attendance-sign', id: first.there.signId },
        ...classIds.map((classId) => ({ label: words.otherClassSigned, kind: 'class', id: classId })),
      ]),
      action: 'hold',
    }
  })
}
