import { listOccupationsById } from '../../../reference/public.ts'
import { type Check, defineCheck, ground } from '../../../record/public.ts'
import { isSkillLevel } from '../../../values/public.ts'
import { checkWords as words } from '../check-words.ts'
import { occupationKnown } from '../gather.ts'
import { type RepeatRule, repeatFinding } from '../findings.ts'
import { failed, notApplicable, unavailable, viewOf, whereNothingIs } from './view.ts'

/** B02: the same occupation and level was not subsidised before, under any scheme that counts with it. */
export const sameLevelCheck = repeatCheck('same-level', {
  id: 'B02',
  title: { zh: '同一职业、等级未享受过补贴', en: 'This occupation and level was not subsidised before' },
})

/** B03: no higher level of the occupation was subsidised before. */
export const lowerLevelCheck = repeatCheck('lower-level', {
  id: 'B03',
  title: { zh: '未在享受高等级补贴后申领低等级', en: 'No higher level of this occupation was subsidised before' },
})

function repeatCheck(rule: RepeatRule, named: Pick<Check, 'id' | 'title'>): Check {
  return defineCheck({
    ...named,
    subject: 'enrolment',
    moments: ['enrolment', 'filing', 'claim', 'payment'],
    action: 'block',
    onUnavailable: 'note',
    basis: ground('zhejiangTraining', '(不得重复)', 'on what is paid only once'),
    confidential: true,
    async run(ask) {
      const { terms, pastOf, days } = await viewOf(ask)
      const rules = terms.repeats.filter(
        (each) => each.rule === rule && each.families.some((family) => terms.own.has(family)),
      )
      const occupations = await listOccupationsById(
        ask.tx,
        ask.subjects.flatMap((subject) => subject.occupationId ?? []),
      )
      return ask.subjects.map((subject) => {
        const { occupationId, level } = subject
        if (rules.length === 0) return notApplicable(subject.id, words.noLimit)
        if (occupationId === undefined || level === undefined || !isSkillLevel(level))
          return unavailable(subject.id, words.notSaid)
        const families = [...new Set(rules.flatMap((each) => each.families))]
        const asked = { occupation: occupationKnown(occupationId, occupations), level }
        const finding = repeatFinding(rule, families, asked, pastOf(subject), days)
        if (finding.kind === 'hit') return failed(subject.id, words.repeatHit(rule, finding.of), [finding.of.evidence])
        if (finding.kind === 'unclear') return unavailable(subject.id, words.repeatUnclear(finding.of))
        return whereNothingIs(subject.id, finding.coverage)
      })
    },
  })
}
