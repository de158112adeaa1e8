import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { PersonalRegister } from './declared.ts'
import { keptUntil, type RetentionYears } from './register.ts'
import { PURPOSES } from './words.ts'

/** One value that is held of a person, as they may read it themselves: numbers masked, and nobody else in it. */
export type Holding = {
  /** `schema.table.column` of the register of personal data: it says what it is, what for and until when. */
  readonly column: string
  readonly value: Sentence
  /** Where it comes from. */
  readonly from: Sentence
}

/** What one room holds of a person. */
export type Holdings = (tx: Tx, personId: string) => Promise<Holding[]>

export type Held = {
  readonly what: Sentence
  readonly value: Sentence
  readonly from: Sentence
  readonly why: Sentence
  readonly basis: Sentence
  readonly until: Sentence
}

/** Everything held of a person with what the register says of it. A value that the register does not know is a fault. */
export async function heldOf(
  tx: Tx,
  personId: string,
  needs: {
    readonly holdings: readonly Holdings[]
    readonly register: PersonalRegister
    readonly years: RetentionYears
  },
): Promise<Held[]> {
  const known = new Map(needs.register.columns.map((each) => [`${each.table}.${each.column}`, each]))
  const held: Held[] = []
  for (const room of needs.holdings)
    for (const { column, value, from } of await room(tx, personId)) {
      const entry = known.get(column)
      if (!entry) throw new Error(`The register of personal data has no ${column}.`)
      const { why, basis } = PURPOSES[entry.purpose]
      held.push({ what: entry.what, value, from, why, basis, until: keptUntil(entry.kept, needs.years) })
    }
  return held
}

/** The same words in both languages: what somebody wrote. */
export const asWritten = (text: string): Sentence => ({ zh: text, en: text })
