import { type ReactNode, useState } from 'react'
import { useWords } from './language.tsx'
import { type Tone } from './values.tsx'
import { words } from './words.ts'

export type CheckOutcome = 'passed' | 'failed' | 'doubt' | 'unavailable'

export type CheckRow = {
  key: string
  outcome: CheckOutcome
  /** What was checked, as a sentence. */
  title: ReactNode
  /** What was found, with the value. */
  reason?: ReactNode
  /** Where it is written. */
  clause?: ReactNode
  /** Links to what it was seen in. */
  evidence?: ReactNode
}

const TONE: Record<CheckOutcome, Tone> = { failed: 'refused', doubt: 'attention', unavailable: 'plain', passed: 'good' }
const MARK: Record<CheckOutcome, string> = { failed: '✗', doubt: '?', unavailable: '–', passed: '✓' }
const ORDER: readonly CheckOutcome[] = ['failed', 'doubt', 'unavailable', 'passed']

function Check({ check }: { check: CheckRow }) {
  const say = useWords(words)
  return (
    <li className={`sj-check sj-tone-${TONE[check.outcome]}`}>
      <span className="sj-check-outcome">
        <span aria-hidden>{MARK[check.outcome]}</span> {say.check[check.outcome]}
      </span>
      <div>
        <div className="sj-check-title">{check.title}</div>
        {check.reason ? <div>{check.reason}</div> : null}
        {check.clause ? (
          <div className="sj-meta">
            {say.check.clause}: {check.clause}
          </div>
        ) : null}
        {check.evidence ? <div className="sj-evidence">{check.evidence}</div> : null}
      </div>
    </li>
  )
}

/** Outcomes of checks: what failed first, then doubts, then what could not be asked; what passed is folded, never left out. */
export function CheckList({ checks, open = false }: { checks: readonly CheckRow[]; open?: boolean }) {
  const say = useWords(words)
  const [showsPassed, setShowsPassed] = useState(open)
  const passed = checks.filter((check) => check.outcome === 'passed').length
  const shown = ORDER.flatMap((outcome) => checks.filter((check) => check.outcome === outcome))
  return (
    <div className="sj-checks">
      <ul>
        {shown
          .filter((check) => showsPassed || check.outcome !== 'passed')
          .map((check) => (
            <Check key={check.key} check={check} />
          ))}
      </ul>
      <div className="sj-checks-foot">
        <span>{say.check.counts(passed, checks.length)}</span>
        {passed ? (
          <button
            type="button"
            className="sj-plain"
            aria-expanded={showsPassed}
            onClick={() => setShowsPassed(!showsPassed)}
          >
            {showsPassed ? say.check.hidePassed : say.check.showPassed(passed)}
          </button>
        ) : null}
      </div>
    </div>
  )
}
