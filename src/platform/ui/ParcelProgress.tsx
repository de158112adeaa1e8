import type { ReactNode } from 'react'
import { RunningText, useWords } from './language.tsx'
import { words } from './words.ts'

export type ParcelStep = {
  key: string
  title: ReactNode
  /** When, by which post, with what result. Never a promised date for money. */
  note?: ReactNode
  state: 'done' | 'now' | 'next' | 'stopped'
}

/** Where something is on its way, like a parcel: what is behind, where it is now, what is still to come. */
export function ParcelProgress({ steps, label }: { steps: readonly ParcelStep[]; label: string }) {
  const say = useWords(words)
  return (
    <ol className="sj-parcel" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          {step.title} <span className="sj-aloud">({say.parcel[step.state]})</span>
          {step.note ? (
            <small>
              <RunningText>{step.note}</RunningText>
            </small>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
