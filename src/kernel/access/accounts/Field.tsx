import { type ReactNode, useId } from 'react'

/** A field of a dialog under its label. */
export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="ac-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
