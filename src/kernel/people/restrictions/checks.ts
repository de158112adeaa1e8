import { type Check, defineCheck, failed, type Finding, ground, passed } from '../../record/public.ts'
import type { CivilDate, Period } from '../../values/public.ts'
import { listOrganisationNames } from '../store.ts'
import { countsFor, standsAgainst } from './rules.ts'
import { listRestrictionsOfOrganisations, listRestrictionsOfPersons, type RestrictionKept } from './store.ts'
import { KINDS, words } from './words.ts'

const MOMENTS = ['enrolment', 'filing', 'approval', 'claim', 'payment'] as const

type Says = (
  kind: { zh: string; en: string },
  document: string,
  period: { zh: string; en: string },
) => Finding['sentence']

/** The first confirmed restriction that stands in the way, told with its document; our own register always answers. */
function findingOf(
  subject: { id: string; during: Period },
  restrictions: readonly RestrictionKept[],
  today: CivilDate,
  says: Says,
): Finding {
  const against = restrictions.find((each) => standsAgainst(each, subject.during, today))
  const days = against && countsFor(against)
  if (!days) return passed(subject.id, words.notRestricted)
  return failed(subject.id, says(KINDS[against.kind], against.document, words.period(days.from, days.to)), [
    { label: words.evidence(against.document), kind: 'restriction', id: against.id },
  ])
}

/** A15: nobody under a confirmed restriction, or within a recovery, during the training or today. */
const personCheck: Check = defineCheck({
  id: 'A15',
  title: { zh: '本人没有被限制享受补贴或处于追回中', en: 'The person is under no restriction and within no recovery' },
  subject: 'enrolment',
  outsideTraining: true,
  moments: MOMENTS,
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('provinceDraft', '关于失信惩戒的规定', 'on broken trust'),
  notLifted: {
    zh: '限制名单有自己的两人解除程序,请在“限制名单”办理',
    en: 'a restriction is ended by two people of its own, on the page of restrictions',
  },
  confidential: true,
  async run({ tx, subjects, today }) {
    const all = await listRestrictionsOfPersons(
      tx,
      subjects.flatMap((subject) => subject.personId ?? []),
    )
    return subjects.map((subject) =>
      findingOf(
        subject,
        all.filter(({ personId }) => personId === subject.personId),
        today,
        words.person,
      ),
    )
  },
})

/** H08: the same of the organisation that brings the class. */
const organisationCheck: Check = defineCheck({
  id: 'H08',
  title: {
    zh: '办班单位没有被限制承担补贴培训或处于追回中',
    en: 'The organisation that brings the class is under no restriction and within no recovery',
  },
  subject: 'class',
  outsideTraining: true,
  moments: MOMENTS.filter((moment) => moment !== 'enrolment'),
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('provinceDraft', '关于失信惩戒的规定', 'on broken trust'),
  notLifted: {
    zh: '限制名单有自己的两人解除程序,请在“限制名单”办理',
    en: 'a restriction is ended by two people of its own, on the page of restrictions',
  },
  async run({ tx, subjects, today }) {
    const ids = subjects.flatMap((subject) => subject.organisationId ?? [])
    const all = await listRestrictionsOfOrganisations(tx, ids)
    const names = await listOrganisationNames(tx, ids)
    return subjects.flatMap((subject) => {
      if (subject.organisationId === undefined) return []
      const ofIt = all.filter(({ organisationId }) => organisationId === subject.organisationId)
      const name = names.get(subject.organisationId) ?? ''
      return [findingOf(subject, ofIt, today, (...given) => words.organisation(name, ...given))]
    })
  },
})

export const restrictionChecks: readonly Check[] = [personCheck, organisationCheck]
