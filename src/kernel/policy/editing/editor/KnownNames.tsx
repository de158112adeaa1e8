import { useEffect, useState } from 'react'
import { useCall } from '../../../../platform/ui/public.ts'
import { listOccupations, listTowns } from '../../../reference/contract.ts'
import type { FactDefinition } from '../../facts/facts.ts'

/** What a text is the name of: told by the last word of its fact's key. */
export function isOfKnownNames(fact: FactDefinition | undefined): fact is FactDefinition {
  return fact?.type === 'text' && /\.(occupation|town)$/.test(fact.key)
}

const PAUSE_MS = 250

/** The names that the county's own lists have for what is being typed: occupations of the dictionary, its towns. */
export function KnownNames({ id, fact, typed }: { id: string; fact: FactDefinition; typed: string }) {
  const search = usePaused(typed.trim().slice(0, 40))
  const isTown = fact.key.endsWith('.town')
  const occupations = useCall(listOccupations, { query: { search, limit: 50 } }, { enabled: !isTown && search !== '' })
  const towns = useCall(listTowns, {}, { enabled: isTown })
  // A claim names the entry of the dictionary, a certificate the occupation as it is printed.
  const names = isTown
    ? (towns.data?.towns ?? []).map(({ nameZh }) => nameZh)
    : (occupations.data?.items ?? []).map(({ id: entry, nameZh }) => (fact.key === 'claim.occupation' ? entry : nameZh))
  return (
    <datalist id={id}>
      {[...new Set(names)].map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </datalist>
  )
}

/** A text once typing pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const pause = setTimeout(() => setPaused(text), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [text])
  return paused
}
