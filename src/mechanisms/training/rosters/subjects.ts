import type { CheckSubject } from '../../../kernel/record/public.ts'
import type { ClassRow } from '../classes/store.ts'
import type { RosterEntry } from './store.ts'

type Of = Pick<ClassRow, 'organisationId' | 'startsOn' | 'endsOn'>
type Entry = Pick<RosterEntry, 'enrolmentId' | 'personId' | 'groupCode'>

/** Everybody on a roster, as the checks are asked about them. */
export function rosterSubjects({ organisationId, startsOn, endsOn }: Of, roster: readonly Entry[]): CheckSubject[] {
  const during = { from: startsOn, to: endsOn }
  return roster.map(({ enrolmentId, personId, groupCode }) => ({
    kind: 'enrolment',
    id: enrolmentId,
    personId,
    groupCode,
    organisationId,
    during,
  }))
}
