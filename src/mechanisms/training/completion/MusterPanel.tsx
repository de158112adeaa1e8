import { Button } from 'antd'
import { useState } from 'react'
import {
  Callout,
  Figures,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  useTell,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { ConfirmCompletion } from './ConfirmCompletion.tsx'
import { completeClass, type MusterOfClass, musterOfClass } from './contract.ts'
import { MusterGrid } from './MusterGrid.tsx'
import { words } from './words.ts'

/** What the class came to so far, and what still keeps it from being completed. */
function Standing({ muster, onComplete }: { muster: MusterOfClass; onComplete: (() => void) | null }) {
  const say = useWords(words)
  const { counts, obstacles, completedOn, attendance, marks } = muster
  const of = (met: number) => `${met}/${counts.people}`
  return (
    <>
      <Figures
        figures={[
          { label: say.people, value: counts.people },
          { label: say.attendanceMet, value: attendance ? of(counts.attendanceMet) : '–' },
          { label: say.marksMet, value: marks ? of(counts.marksMet) : '–' },
          { label: say.certificates, value: marks ? of(counts.certificates) : '–' },
          { label: say.allMet, value: attendance && marks ? of(counts.allMet) : '–' },
        ]}
      />
      {completedOn ? <Callout tone="good" title={say.completed(completedOn)} /> : null}
      {onComplete && obstacles.length > 0 ? (
        <Callout tone="plain" title={say.cannotYet}>
          <ul>
            {obstacles.map((sentence) => (
              <li key={sentence.en}>
                <SentenceText sentence={sentence} />
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {onComplete && obstacles.length === 0 ? (
        <p>
          <Button type="primary" onClick={onComplete}>
            {say.completeTitle}
          </Button>{' '}
          <span className="sj-meta">{say.afterwards}</span>
        </p>
      ) : null}
    </>
  )
}

/** Everybody's attendance, marks and certificate, and the act that completes the class. `editable` while it may be. */
export function MusterPanel({ classId, editable }: { classId: string; editable: boolean }) {
  const say = useWords(words)
  const tell = useTell()
  const mayComplete = useViewer().may(completeClass.may) && editable
  const muster = useCall(musterOfClass, { params: { classId } })
  const completing = useAct(completeClass)
  const [asks, setAsks] = useState(false)

  async function complete() {
    const done = await completing.act({ params: { classId } })
    if (!done.ok) return
    setAsks(false)
    tell(words.done(done.answer.people))
  }

  const { data } = muster
  if (!data) return muster.problem ? <ProblemAlert problem={muster.problem} onRetry={muster.retry} /> : <Waiting />
  const below = data.people.filter((person) => person.below.length > 0).length
  return (
    <section aria-label={say.title}>
      <h2>{say.title}</h2>
      <ProblemAlert problem={muster.problem} onRetry={muster.retry} />
      {data.attendance || data.marks ? (
        <>
          <Standing
            muster={data}
            onComplete={
              mayComplete && data.completedOn === null
                ? () => {
                    completing.forget()
                    setAsks(true)
                  }
                : null
            }
          />
          <p>{say.belowFirst(below)}</p>
          {data.changed > 0 && data.attendance ? <p>{say.changed(data.changed, data.attendance.version)}</p> : null}
          <MusterGrid people={data.people} sessions={data.sessions} />
        </>
      ) : (
        <div className="sj-empty">
          <p>{say.empty}</p>
        </div>
      )}
      <ConfirmCompletion
        open={asks}
        counts={data.counts}
        busy={completing.busy}
        problem={completing.problem}
        onConfirm={() => void complete()}
        onCancel={() => setAsks(false)}
      />
    </section>
  )
}
