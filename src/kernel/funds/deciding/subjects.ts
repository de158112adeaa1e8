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
    ...outside(body),
  }))
  const ofClass = facts[0]?.body
  const whole = ofClass
    ? [
        {
          kind: 'class' as const,
          id: groupId,
          organisationId: ofClass.organisationId,
          fund: ofClass.fund,
          during: duringOf(ofClass),
          ...outside(ofClass),
        },
      ]
    : []
  return [...people, ...whole]
}

/** Whether no training is claimed for: then nothing is asked about a class. */
const outside = ({ groupKind }: { groupKind: string }) =>
  groupKind === 'class' ? {} : ({ outsideTraining: true } as const)

function duringOf({ during }: { during: { from: string; to: string } }) {
  return { from: civilDate(during.from), to: civilDate(during.to) }
}
