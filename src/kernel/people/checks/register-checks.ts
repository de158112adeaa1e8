import {
  type Check,
  type CheckSubject,
  defineCheck,
  failed,
  type Finding,
  notApplicable,
  passed,
  unavailable,
} from '../../record/public.ts'
import type { RegisterAnswer, Registers } from '../registers.ts'
import { REGISTER_RULES, type RegisterRule } from './register-rules.ts'
import { groupUnknown, notFound, otherGroup, REGISTERS, registerUnavailable } from './words.ts'

/** What a rule finds about one subject in a register's answer. */
export function findingOf(rule: RegisterRule, subject: CheckSubject, answer: RegisterAnswer): Finding {
  const personId = subject.personId ?? ''
  const hit = (answer.hits.get(personId) ?? []).find((one) => rule.counts(one, subject.during))
  if (hit) return failed(subject.id, rule.says(hit), hit.evidence ? [hit.evidence] : [])
  const compared = answer.compared.get(personId)
  if (!compared) return unavailable(subject.id, answer.partly ?? registerUnavailable(REGISTERS[rule.register]))
  return passed(subject.id, notFound(REGISTERS[rule.register], compared))
}

/** Why a rule does not ask about this subject, if it does not: it is about other groups, or nobody knows the group. */
export function findingWithoutAsking(
  groups: readonly string[] | undefined,
  subject: CheckSubject,
): Finding | undefined {
  if (!groups) return undefined
  if (subject.groupCode === undefined) return unavailable(subject.id, groupUnknown)
  return groups.includes(subject.groupCode) ? undefined : notApplicable(subject.id, otherGroup)
}

/** A03, A04, A06, A08: what other offices' registers say about the people of a class. */
export function registerChecks(registers: Registers): Check[] {
  return REGISTER_RULES.map((rule) =>
    defineCheck({
      id: rule.id,
      title: rule.title,
      subject: 'enrolment',
      ...(rule.groups ? {} : { outsideTraining: true }),
      moments: ['enrolment', 'filing', 'claim', 'payment'],
      action: rule.action,
      ...(rule.suspicion ? { suspicion: rule.suspicion } : {}),
      onUnavailable: 'note',
      basis: rule.basis,
      ...(rule.notLifted ? { notLifted: rule.notLifted } : {}),
      confidential: true,
      async run({ tx, subjects, today, parameters }) {
        const groups = rule.groups?.(parameters)
        const unasked = new Map(subjects.map((subject) => [subject.id, findingWithoutAsking(groups, subject)]))
        const personIds = subjects.flatMap(({ id, personId }) => (unasked.get(id) || !personId ? [] : [personId]))
        const answer = await registers.ask(tx, rule.register, { personIds, during: subjects[0]!.during, today })
        return subjects.map((subject) => unasked.get(subject.id) ?? findingOf(rule, subject, answer))
      },
    }),
  )
}
