import { type ReactNode, useId } from 'react'

/** A labelled field with a hint under it. */
export function Field({
  label,
  hint,
  children,
}: {
  label: string
  hint?: string
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="ov-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint ? <small className="sj-meta">{hint}</small> : null}
    </div>
  )
}
