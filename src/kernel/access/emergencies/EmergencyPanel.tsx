import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { GoLink, localTime, ProblemAlert, useAct, useLocale, useTell, useWords } from '../../../platform/ui/public.ts'
import type { SignedIn } from '../contract.ts'
import { endEmergency } from './contract.ts'
import { words } from './words.ts'

/** On every page while somebody has a post that they took: until when, and the button that ends it. */
export function EmergencyPanel({ emergency }: { emergency: NonNullable<SignedIn['emergency']> }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const queries = useQueryClient()
  const ending = useAct(endEmergency)
  const { id, role, until } = emergency

  // When its time is over the server gives nothing more, and the pages ask anew what there is.
  useEffect(() => {
    const left = new Date(until).getTime() - Date.now()
    const timer = setTimeout(() => void queries.invalidateQueries(), Math.max(1000, left + 500))
    return () => clearTimeout(timer)
  }, [until, queries])

  async function end() {
    if ((await ending.act({ params: { emergencyId: id } })).ok) tell(words.ended)
  }

  return (
    <aside className="strip strip-emergency" role="status">
      <span>
        <b>{words.banner(role, localTime(until).slice(11))[locale]}</b> {say.bannerHint}
      </span>
      <GoLink to={`/emergencies/${id}`} className="strip-change">
        {say.open}
      </GoLink>
      <button type="button" className="strip-change" disabled={ending.busy} onClick={() => void end()}>
        {say.end}
      </button>
      <ProblemAlert problem={ending.problem} />
    </aside>
  )
}
