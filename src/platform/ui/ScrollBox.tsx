import type { ReactNode } from 'react'

/** What may be wider than its page scrolls by itself: under a finger, and by the keyboard once it has the focus. */
export function ScrollBox({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
    <section aria-label={label} className={className} tabIndex={0}>
      {children}
    </section>
  )
}
