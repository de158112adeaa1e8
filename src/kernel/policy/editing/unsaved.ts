import { useRef, useState } from 'react'
import { sameContent } from './editor/document/paths.ts'

/** What is written and not saved yet, and the revision on which it was begun. */
export type Unsaved = { readonly document: unknown; readonly revision: number }

/** Where what one account has written of one draft is kept. */
const placeOf = (accountId: string, draftId: string) => `scheme-draft:${accountId}:${draftId}`

/** Keeps it in the browser until it is saved; false where the browser has no room for it. */
export function keepUnsaved(accountId: string, draftId: string, unsaved: Unsaved | null): boolean {
  const place = placeOf(accountId, draftId)
  try {
    if (unsaved === null) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(unsaved))
    return true
  } catch {
    return false
  }
}

function keptUnsaved(accountId: string, draftId: string): Unsaved | null {
  try {
    return JSON.parse(localStorage.getItem(placeOf(accountId, draftId)) ?? 'null') as Unsaved | null
  } catch {
    return null
  }
}

type Keeping = {
  readonly unsaved: Unsaved | null
  readonly set: (next: (now: Unsaved | null) => Unsaved | null) => void
  /** Whether it is lost when the window is closed now. */
  readonly isLoose: boolean
}

/** Kept in the browser until it is saved: leaving the page, closing the window or a power cut loses nothing. */
export function useUnsaved(accountId: string, draftId: string): Keeping {
  const [unsaved, setUnsaved] = useState<Unsaved | null>(() => keptUnsaved(accountId, draftId))
  const [isLoose, setLoose] = useState(false)
  // Two changes may come before the next drawing: the second is made to what the first left.
  const latest = useRef(unsaved)
  const set: Keeping['set'] = (next) => {
    latest.current = next(latest.current)
    setUnsaved(latest.current)
    setLoose(!keepUnsaved(accountId, draftId, latest.current))
  }
  return { unsaved, set, isLoose }
}

type Saved = { readonly status: 'open' | 'discarded' | 'published'; readonly document: unknown }

/**
 * What becomes of what is not saved: it is gone on with while the draft is open, asked about where the draft was published
 * or put aside meanwhile, and nothing at all where what is saved says the same.
 */
export function standingOf(unsaved: Unsaved | null, { status, document }: Saved): 'none' | 'open' | 'stranded' {
  if (unsaved === null || sameContent(unsaved.document, document)) return 'none'
  return status === 'open' ? 'open' : 'stranded'
}

/** What was not saved, as the next draft that was begun from what was published: with that one's name and days. */
export function carriedOver(
  unsaved: Unsaved,
  begun: { readonly document: unknown; readonly revision: number },
): Unsaved {
  const { scheme, version, region, inForce, replaces } = begun.document as Record<string, unknown>
  const { corrects: _, replaces: __, ...mine } = unsaved.document as Record<string, unknown>
  const named = { scheme, version, region, inForce, ...(replaces === undefined ? {} : { replaces }) }
  return { document: { ...mine, ...named }, revision: begun.revision }
}
