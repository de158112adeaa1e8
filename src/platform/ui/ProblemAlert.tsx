import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { ProblemDocument } from '../contract/problem.ts'
import { RunningText, useWords } from './language.tsx'
import { ScrollBox } from './ScrollBox.tsx'
import { words } from './words.ts'

type ProblemAlertProps = {
  problem: ProblemDocument | null
  onRetry?: () => void
  /** Moves the reader here when it appears; for the answer to something just sent. */
  takesFocus?: boolean
}

/** A refusal as the server gave it: the sentence, then every item with its place. Nothing when there is none. */
export function ProblemAlert({ problem, onRetry, takesFocus = false }: ProblemAlertProps) {
  const say = useWords(words)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem && takesFocus) box.current?.focus()
  }, [problem, takesFocus])
  if (!problem) return null
  return (
    <div className="sj-problem" role="alert" ref={box} tabIndex={-1}>
      <p className="sj-problem-detail">
        <RunningText>{problem.detail}</RunningText>
      </p>
      {problem.items.length > 1 ? (
        <ScrollBox label={problem.detail} className="sj-problem-items">
          <Items items={problem.items} />
        </ScrollBox>
      ) : (
        <Items items={problem.items} />
      )}
      {problem.instance ? <p className="sj-meta">{say.reference(problem.instance)}</p> : null}
      {onRetry ? (
        <Button size="small" onClick={onRetry}>
          {say.retry}
        </Button>
      ) : null}
    </div>
  )
}

function Items({ items }: Pick<ProblemDocument, 'items'>) {
  if (items.length === 0) return null
  return (
    <ul>
      {items.map((item, index) => (
        <li key={`${item.at}-${index}`}>
          {item.at ? <b>{item.at}</b> : null} <RunningText>{item.detail}</RunningText>
        </li>
      ))}
    </ul>
  )
}
