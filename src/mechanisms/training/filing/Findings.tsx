import { Callout, useLocale, useWords } from '../../../platform/ui/public.ts'
import { rowOf } from './ChecksPanel.tsx'
import type { CheckAnswer } from './contract.ts'
import { type CheckGroup, grouped } from './grouped.ts'
import { queueWords } from './queue-words.ts'

/** A check that did not pass: its sentence, about whom, where it is written and what it was seen in. */
function Failed({ group }: { group: CheckGroup }) {
  const say = useWords(queueWords)
  const locale = useLocale()
  const { title, reason, clause, evidence } = rowOf(group)
  return (
    <Callout tone={group.outcome === 'failed' ? 'refused' : 'attention'} title={title} evidence={evidence}>
      {reason}
      {clause ? <div>{say.basis(group.basis[locale])}</div> : null}
    </Callout>
  )
}

/** What could not be asked, by name: it is never a silent pass. */
function Unavailable({ groups }: { groups: readonly CheckGroup[] }) {
  const say = useWords(queueWords)
  if (groups.length === 0) return null
  return (
    <Callout tone="attention" title={say.notCompared(groups.length)}>
      <ul className="queue-told">
        {groups.map(rowOf).map(({ key, title, reason }) => (
          <li key={key}>
            {title} · {reason}
          </li>
        ))}
      </ul>
    </Callout>
  )
}

/** Every check that is no pass, a line each, for whoever is asked whether to file the class all the same. */
export function OpenQuestions({ groups }: { groups: readonly CheckGroup[] }) {
  const say = useWords(queueWords)
  return (
    <ul className="queue-told">
      {groups.map((group) => (
        <li key={group.checkId}>
          {rowOf(group).title} · {say.outcome[group.outcome]}
        </li>
      ))}
    </ul>
  )
}

function Passed({ groups, of }: { groups: readonly CheckGroup[]; of: number }) {
  const say = useWords(queueWords)
  if (groups.length === 0) return null
  return (
    <details className="queue-passed">
      <summary>{say.passed(groups.length, of)}</summary>
      <ul className="queue-told">
        {groups.map(rowOf).map(({ key, title, reason }) => (
          <li key={key}>
            {title} · {reason}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What the checks found, for somebody who decides: what failed, what is doubtful, what could not be asked, the rest folded. */
export function Findings({ answers }: { answers: readonly CheckAnswer[] }) {
  const groups = grouped(answers)
  const of = (outcome: CheckGroup['outcome']) => groups.filter((group) => group.outcome === outcome)
  return (
    <>
      {[...of('failed'), ...of('doubt')].map((group) => (
        <Failed key={group.checkId} group={group} />
      ))}
      <Unavailable groups={of('unavailable')} />
      <Passed groups={of('passed')} of={groups.length} />
    </>
  )
}
