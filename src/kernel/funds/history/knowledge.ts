import { isSkillLevel, type SkillLevel } from '../../values/public.ts'
import type { Occupation } from '../../reference/public.ts'
import { type Meaning, WORDING_KINDS, type WordingKind } from './meanings.ts'
import { plainWording, readLevel, readOccupation, remembering } from './wordings.ts'

/** What a wording was said to mean; null: none that we know. */
export type RememberedWording = { readonly kind: WordingKind; readonly wording: string; readonly means: string | null }

export type FamilyKnown = {
  readonly code: string
  readonly words: readonly string[]
  readonly label: { readonly zh: string }
}

/** All that is known by itself or was said once, to read a ledger by. */
export type Knowledge = {
  /** Meanings by heading, for a set of headings that somebody explained. */
  readonly mappingOf: (headingsSha256: Buffer) => ReadonlyMap<string, Meaning> | undefined
  readonly familyOf: (wording: string) => string | undefined
  /** Null: it stays a text; undefined: nobody has said. */
  readonly occupationOf: (wording: string) => string | null | undefined
  readonly levelOf: (wording: string) => SkillLevel | null | undefined
  /** Words that are no person's name. */
  readonly words: ReadonlySet<string>
}

export function knowledgeOf(known: {
  readonly mappings: ReadonlyMap<string, ReadonlyMap<string, Meaning>>
  readonly wordings: readonly RememberedWording[]
  readonly families: readonly FamilyKnown[]
  readonly occupations: readonly Occupation[]
}): Knowledge {
  const said = (kind: WordingKind) =>
    new Map(known.wordings.filter((each) => each.kind === kind).map((each) => [each.wording, each.means]))
  const [families, occupations, levels] = [said('family'), said('occupation'), said('level')]
  const byName = namesOfOccupations(known.occupations)
  const byFamilyWord = new Map(
    known.families.flatMap(({ code, label, words }) =>
      [label.zh, ...words].map((word) => [plainWording(word), code] as const),
    ),
  )
  return {
    mappingOf: (headingsSha256) => known.mappings.get(headingsSha256.toString('hex')),
    familyOf: (wording) => families.get(wording) ?? byFamilyWord.get(wording),
    occupationOf(wording) {
      if (wording === '') return null
      const remembered = occupations.get(wording)
      return remembered === undefined ? byName.get(wording) : remembered
    },
    levelOf(wording) {
      const means = levels.get(wording)
      if (means !== undefined && means !== null) return isSkillLevel(means) ? means : undefined
      return means === null ? null : undefined
    },
    words: new Set([...byName.keys(), ...byFamilyWord.keys(), ...occupations.keys(), ...levels.keys()]),
  }
}

/** The newest edition's entry by each way it is written; a name that two entries share is nobody's. */
function namesOfOccupations(occupations: readonly Occupation[]): Map<string, string> {
  const newest = Math.max(0, ...occupations.map((each) => each.edition))
  const ids = new Map<string, Set<string>>()
  for (const { id, edition, nameZh, tradeZh } of occupations) {
    if (edition !== newest) continue
    const names =
      tradeZh === '' ? [nameZh] : [tradeZh, `${nameZh}(${tradeZh})`, `${nameZh}/${tradeZh}`, `${nameZh}${tradeZh}`]
    for (const name of names) {
      const written = readOccupation(name).text
      ids.set(written, (ids.get(written) ?? new Set()).add(id))
    }
  }
  return new Map([...ids].flatMap(([name, of]) => (of.size === 1 ? [[name, [...of][0]!] as const] : [])))
}

/** Wordings of a ledger that nobody has explained yet, with how many rows say them. */
export class UnknownWordings {
  readonly #knowledge: Knowledge
  readonly #counts: Record<WordingKind, Map<string, number>> = {
    family: new Map(),
    occupation: new Map(),
    level: new Map(),
  }
  readonly #occupations = new Set<string>()
  readonly #read = remembering(readOccupation)

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge
  }

  see(kind: WordingKind, cell: string): void {
    if (kind === 'occupation') {
      const { text } = this.#read(cell)
      if (text !== '') this.#occupations.add(text)
      if (this.#knowledge.occupationOf(text) === undefined) this.#count(kind, text)
      return
    }
    const text = plainWording(cell)
    if (text === '') return
    const known = kind === 'family' ? this.#knowledge.familyOf(text) : this.#knowledge.levelOf(text)
    if (known !== undefined) return
    if (kind === 'level' && readLevel(text).ok) return
    this.#count(kind, text)
  }

  #count(kind: WordingKind, text: string): void {
    this.#counts[kind].set(text, (this.#counts[kind].get(text) ?? 0) + 1)
  }

  /** Every way an occupation is written, known ones too. */
  occupations(): string[] {
    return [...this.#occupations]
  }

  list(): { kind: WordingKind; wording: string; rows: number }[] {
    return WORDING_KINDS.flatMap((kind) =>
      [...this.#counts[kind]].map(([wording, rows]) => ({ kind, wording, rows })).sort((a, b) => b.rows - a.rows),
    )
  }
}
