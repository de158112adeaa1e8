import { createContext, useContext, useMemo } from 'react'
import type { ProblemItem, Sentence } from '../../../../platform/contract/public.ts'
import type { Program } from '../../deciding/compile.ts'
import { FACT_DICTIONARY } from '../../facts/dictionary.ts'
import type { FactDefinition, FactDictionary } from '../../facts/facts.ts'
import { withOwnFacts } from '../../packs/own-facts.ts'
import type { PackDocument } from '../../packs/pack.ts'
import type { CountyValue } from './county-values.ts'
import { originOf, sayRegion } from './document/origins.ts'
import { type Path, valueAt, withValue } from './document/paths.ts'
import { words } from './words.ts'
import { StateTag, useLocale, useWords } from '../../../../platform/ui/public.ts'

/** What the reading of a scheme for faults found, by its place. */
export type Finding = {
  readonly rule?: string
  readonly severity: 'error' | 'warning'
  readonly clause: string
  readonly at: string
  readonly sentence: Sentence
  readonly witness?: Sentence | undefined
  /** Of the scheme as it was saved; and of a part that was changed since. */
  readonly isEarlier?: boolean
  readonly isOfBefore?: boolean
}

export type Fund = { readonly code: string; readonly name: Sentence }
export type NamedScheme = { readonly scheme: string; readonly title: Sentence }

/** What every part of the editor is given: the document, how to change it, and what is to be said of it. */
export type Editing = {
  readonly document: PackDocument
  readonly before: PackDocument | undefined
  readonly readOnly: boolean
  readonly change: (by: (document: PackDocument) => PackDocument) => void
  readonly problems: readonly ProblemItem[]
  readonly findings: readonly Finding[]
  /** The scheme made ready for its first day in force; none where something is wrong. */
  readonly program: Program | undefined
  /** The same, or the last one there was: what is filled in by halves is still filled in beside its fields. */
  readonly drawnBy: Program | undefined
  readonly countyValues: readonly CountyValue[]
  /** The funds there are, and the schemes of the county by name. */
  readonly funds: readonly Fund[]
  readonly schemes: readonly NamedScheme[]
  /** The versions of this scheme that there are. */
  readonly versions: readonly string[]
  /** The same for another day. */
  readonly programOn: (day: string) => Program | readonly ProblemItem[]
}

const EditingContext = createContext<Editing | null>(null)
export const EditingProvider = EditingContext

export function useEditing(): Editing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('useEditing outside SchemeEditor')
  return editing
}

/** The facts that this scheme may read: those of the dictionary, and those it declares itself. */
export function useFacts(): { dictionary: FactDictionary; facts: readonly FactDefinition[] } {
  const { facts: own } = useEditing().document
  return useMemo(() => {
    const dictionary = withOwnFacts(FACT_DICTIONARY, own)
    return { dictionary, facts: [...dictionary.values()] }
  }, [own])
}

/** The value at a place, and how to set it. */
export function useAt<T>(path: Path): [T, (value: unknown) => void] {
  const { document, change } = useEditing()
  return [valueAt(document, path) as T, (value) => change((now) => withValue(now, path, value))]
}

/** What is said of one part: what was typed wrong, what reading it for faults found. */
export function Notes({ at, onlyFindings = false }: { at: string; onlyFindings?: boolean }) {
  const { problems, findings } = useEditing()
  const locale = useLocale()
  const say = useWords(words)
  const isHere = (each: { at: string }) => each.at === at || each.at.startsWith(`${at}.`)
  const wrong = onlyFindings ? [] : problems.filter(isHere)
  const found = findings.filter(isHere)
  if (wrong.length + found.length === 0) return null
  return (
    <ul className="sj-editor-notes">
      {wrong.map(({ at: place, sentence }) => (
        <li key={`${place} ${sentence.zh}`} data-tone="refused">
          {sentence[locale]}
        </li>
      ))}
      {found.map(({ at: place, sentence, severity, witness, isOfBefore }) => (
        <li key={`${place} ${sentence.zh}`} data-tone={severity === 'error' ? 'refused' : 'attention'}>
          {say.finding[severity]}
          {sentence[locale]}
          {isOfBefore ? <small> {say.ofBefore}</small> : null}
          {witness ? <small> {say.witness(witness[locale])}</small> : null}
        </li>
      ))}
    </ul>
  )
}

/** 省: from which region above a part was taken over, and that editing it makes it the county's own. */
export function Origin({ part }: { part: string }) {
  const { document } = useEditing()
  const locale = useLocale()
  const say = useWords(words)
  const region = originOf(document, part)
  if (region === undefined) return null
  return (
    <span title={say.originMeans}>
      <StateTag>{say.origin(sayRegion(region)[locale])}</StateTag>
    </span>
  )
}
