import { useCallback, useEffect, useState } from 'react'
import { useDistrict } from '../../../platform/ui/public.ts'
import { type Draft, readDraft } from './draft.ts'

/** A draft of this group's look-up that outlives a reload of the window. It holds no personal data: ids and outcomes. */
export function useDraft(groupId: string, fresh: Draft) {
  const place = `look-up:${useDistrict()}:${groupId}`
  const [draft, setDraft] = useState<Draft>(() => readDraft(sessionStorage.getItem(place)) ?? fresh)
  useEffect(() => {
    sessionStorage.setItem(place, JSON.stringify(draft))
  }, [place, draft])
  /** The marks and screenshots are saved; the day and the site stay for the rest of the class. */
  const forget = useCallback(() => setDraft((now) => ({ ...now, marks: {}, screenshotIds: [] })), [])
  return { draft, change: setDraft, forget }
}
