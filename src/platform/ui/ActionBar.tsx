import type { ReactNode } from 'react'

/** What can be done with the open item; stays at the bottom while the item scrolls. `note` says why something cannot. */
export function ActionBar({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="sj-actions">
      {children}
      {note ? <span className="sj-meta">{note}</span> : null}
    </div>
  )
}
