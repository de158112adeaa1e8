import type { ReactNode } from 'react'
import { RunningText } from './language.tsx'
import type { Tone } from './values.tsx'

type CalloutProps = { tone: Tone; title: ReactNode; children?: ReactNode; evidence?: ReactNode }

/** Something that needs a person: what it is, why, and the evidence one click away. */
export function Callout({ tone, title, children, evidence }: CalloutProps) {
  return (
    <section className={`sj-callout sj-tone-${tone}`}>
      <h3>
        <RunningText>{title}</RunningText>
      </h3>
      {children ? (
        <div className="sj-meta">
          <RunningText>{children}</RunningText>
        </div>
      ) : null}
      {evidence ? <div className="sj-evidence">{evidence}</div> : null}
    </section>
  )
}
