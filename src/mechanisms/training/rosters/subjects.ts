import type { CheckSubject } from '../../../kernel/record/public.ts'
import type { ClassRow } from '../classes/store.ts'
import type { RosterEntry } from './store.ts'

type Of = Pick<ClassRow, 'organisationId' | 'occupationId' | 'level' | 'startsOn' | 'endsOn'>
type Entry = Pick<RosterEntry, 'enrolmentId' | 'personId' | 'groupCode'>

/** Everybody on a roster, as the checks are asked about them. */
export function rosterSubjects(of: Of, roster: readonly Entry[]): CheckSubject[] {
  const { organisationId, occupationId, level } = of
  const during = { from: of.startsOn, to: of.endsOn }
  return roster.map(({ enrolmentId, personId, groupCode }) => ({
    kind: 'enrolment',
    id: enrolmentId,
    personId,
    groupCode,
    organisationId,
    occupationId,
    level,
    during,
  }))
}
