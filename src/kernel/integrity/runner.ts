import type { Tx } from '../../platform/db/public.ts'
import { parametersOn } from '../policy/public.ts'
import { civilDateOf, newId } from '../values/public.ts'
import { type Check, type CheckSubject, type Finding, type Moment, unavailable } from '../record/public.ts'
import type { CaseGroups } from './cases/groups.ts'
import { openSuspicions, withClearances } from './cases/opening.ts'
import { lifted } from './overrides/rules.ts'
import { listLifts } from './overrides/store.ts'
import { type CheckResult, keepResults } from './store.ts'

export type CheckRun = { readonly runId: string; readonly results: readonly CheckResult[] }

export type Integrity = {
  readonly checks: readonly Check[]
  /** Asks every check of the moment about the group's subjects and stores every answer, with what two people let go. */
  run(tx: Tx, ask: { moment: Moment; groupId: string; subjects: readonly CheckSubject[]; now: Date }): Promise<CheckRun>
}

/**
 * The runner over all rooms' checks. Two checks of one id stop the house from starting. With the groups that cases can be
 * about, an answer that smells of fraud opens a case, and one that two people have cleared no longer counts.
 */
export function integrityOf(checks: readonly Check[], groups?: CaseGroups): Integrity {
  const ids = checks.map((check) => check.id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice) throw new Error(`Two checks are named ${twice}.`)
  return {
    checks,
    async run(tx, { moment, groupId, subjects, now }) {
      const runId = newId()
      const today = civilDateOf(now)
      const parameters = parametersOn(tx.district, today)
      const lifts = await listLifts(tx, groupId, today)
      const results: CheckResult[] = []
      for (const check of checks) {
        if (!check.moments.includes(moment)) continue
        const asked = subjects.filter(
          (subject) => subject.kind === check.subject && (check.outsideTraining || !subject.outsideTraining),
        )
        if (asked.length === 0) continue
        const findings = await check.run({ tx, moment, groupId, subjects: asked, now, today, parameters })
        for (const finding of everyone(check, asked, findings)) {
          const answer: CheckResult = {
            id: newId(),
            runId,
            checkId: check.id,
            moment,
            subjectKind: check.subject,
            subjectId: finding.subjectId,
            groupId,
            outcome: finding.outcome,
            action: finding.action ?? check.action,
            sentence: finding.sentence,
            evidence: finding.evidence ?? [],
            businessAt: now,
          }
          results.push(lifted(check, answer, lifts))
        }
      }
      const counted = groups ? await withClearances(tx, results) : results
      await keepResults(tx, counted)
      if (groups) {
        const smells = smellsAt(checks, moment)
        await openSuspicions(tx, groups, { groupId, results: counted.filter(smells), subjects, now })
      }
      return { runId, results: counted }
    },
  }
}

/** A check that says nothing about somebody has not answered: that is stored as unavailable, never as a pass. */
function everyone(check: Check, asked: readonly CheckSubject[], findings: readonly Finding[]): Finding[] {
  const told = new Set(findings.map((finding) => finding.subjectId))
  const silent = asked.filter((subject) => !told.has(subject.id))
  const sentence = { zh: `核对 ${check.id} 没有给出结果`, en: `Check ${check.id} gave no answer` }
  return [...findings, ...silent.map((subject) => unavailable(subject.id, sentence))]
}

/** Which answers smell of fraud: those of checks that say so of this moment, where they failed. */
function smellsAt(checks: readonly Check[], moment: Moment): (result: CheckResult) => boolean {
  const smelling = new Set(checks.filter(({ suspicion }) => suspicion?.includes(moment)).map(({ id }) => id))
  return ({ checkId, outcome }) => outcome === 'failed' && smelling.has(checkId)
}
