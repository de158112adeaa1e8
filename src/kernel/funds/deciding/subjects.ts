import type { CheckSubject } from '../../record/public.ts'
import { civilDate } from '../../values/public.ts'
import type { ClaimedFact } from './decide-group.ts'

/** What the checks are asked about when money is claimed or about to be paid: each person, and the class as a whole. */
export function subjectsOf(facts: readonly ClaimedFact[], groupId: string): CheckSubject[] {
  const people = facts.map(({ fact, body }) => ({
    kind: 'enrolment' as const,
    id: fact.subjectId,
    personId: fact.personId,
    ...(body.groupCode === undefined ? {} : { groupCode: body.groupCode }),
    organisationId: body.organisationId,
    bankAccountId: body.bankAccountId,
    ...(body.occupationId === undefined ? {} : { occupationId: body.occupationId }),
    ...(body.level === undefined ? {} : { level: body.level }),
    ...(body.certificateId ? { certificateId: body.certificateId } : {}),
    during: duringOf(body),
  }))
  const ofClass = facts[0]?.body.groupKind === 'class' ? facts[0].body : undefined
  const whole = ofClass
    ? [
        {
          kind: 'class' as const,
          id: groupId,
          organisationId: ofClass.organisationId,
          fund: ofClass.fund,
          during: duringOf(ofClass),
        },
      ]
    : []
  return [...people, ...whole]
}

function duringOf({ during }: { during: { from: string; to: string } }) {
  return { from: civilDate(during.from), to: civilDate(during.to) }
}
