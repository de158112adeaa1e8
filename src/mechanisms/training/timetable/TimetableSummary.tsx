import { Callout, Figures, SentenceText, useWords } from '../../../platform/ui/public.ts'
import { pageWords } from './page-words.ts'
import { totalsOf } from './rules.ts'
import type { SessionGiven } from './shape.ts'
import type { RowFinding } from './useConflicts.ts'
import { civilDate, isCivilDate } from '../../../kernel/values/public.ts'

const SHOWN = 8

type Plan = { readonly theoryHours: number; readonly safetyHoursMinimum: number; readonly practiceHours: number }

/** The hours against the plan, and of safety education, which is part of the theory, against the county's minimum. */
export function Totals({ sessions, plan }: { sessions: readonly SessionGiven[]; plan: Plan }) {
  const say = useWords(pageWords)
  const dated = sessions
    .filter((session) => isCivilDate(session.day))
    .map((session) => ({ ...session, day: civilDate(session.day) }))
  const { safety, theory, practice, days } = totalsOf(dated)
  return (
    <Figures
      figures={[
        { label: say.theory, value: say.of(theory, plan.theoryHours) },
        { label: say.safety, value: say.atLeast(safety, plan.safetyHoursMinimum) },
        { label: say.practice, value: say.of(practice, plan.practiceHours) },
        { label: say.days, value: days },
        { label: say.sessions, value: sessions.length },
      ]}
    />
  )
}

/** What stands against the timetable as a whole, and what concerns too many rows to be told in each. */
export function Standing({
  findings,
  more,
  checking,
  failed,
}: {
  findings: readonly RowFinding[]
  /** Found besides and not told. */
  more: number
  checking: boolean
  failed: boolean
}) {
  const say = useWords(pageWords)
  if (failed) return <Callout tone="attention" title={say.notChecked} />
  const unshown = Math.max(0, findings.length - SHOWN) + more
  const faults = findings.filter((finding) => finding.answered)
  if (findings.length === 0)
    return <Callout tone={checking ? 'plain' : 'good'} title={checking ? say.checking : say.clean} />
  return (
    <div role="status" aria-busy={checking}>
      <Callout tone={faults.length > 0 ? 'refused' : 'attention'} title={say.found(findings.length + more)}>
        <ul className="tt-standing">
          {findings.slice(0, SHOWN).map((finding) => (
            <li key={`${finding.check} ${finding.sentence.zh}`}>
              <b>{say.checkName[finding.check]}</b> <SentenceText sentence={finding.sentence} />
            </li>
          ))}
        </ul>
        {unshown > 0 ? <p>{say.more(unshown)}</p> : null}
      </Callout>
    </div>
  )
}
