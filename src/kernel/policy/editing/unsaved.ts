import { useState } from 'react'

/** What is written and not saved yet, and the revision on which it was begun. */
export type Unsaved = { readonly document: unknown; readonly revision: number }

/** Kept in the window until it is saved: leaving the page, or loading it again, loses nothing. */
export function useUnsaved(draftId: string): [Unsaved | null, (next: (now: Unsaved | null) => Unsaved | null) => void] {
  const place = `scheme-draft:${draftId}`
  const [unsaved, setUnsaved] = useState<Unsaved | null>(() => {
    const kept = sessionStorage.getItem(place)
    return kept === null ? null : (JSON.parse(kept) as Unsaved)
  })
  const set = (next: (now: Unsaved | null) => Unsaved | null) =>
    setUnsaved((now) => {
      const then = next(now)
      if (then === null) sessionStorage.removeItem(place)
      else sessionStorage.setItem(place, JSON.stringify(then))
      return then
    })
  return [unsaved, set]
}
