import { type ReactNode, useId } from 'react'

type DialogFieldProps = { label: string; hint?: string | undefined; children: (id: string) => ReactNode }

/** One thing asked for in a dialog: its name, the control bound to it, and an example or what is wrong. */
export function DialogField({ label, hint, children }: DialogFieldProps) {
  const id = useId()
  return (
    <div className="sj-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint ? <small className="sj-meta">{hint}</small> : null}
    </div>
  )
}
