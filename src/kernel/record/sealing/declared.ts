import type { Sentence } from '../../../platform/contract/public.ts'

/** A table whose rows are sealed: every column that never changes, of every row. */
export type Sealed = {
  /** With its schema: `funds.transfers`. */
  readonly table: string
  /** What one row is called. */
  readonly name: Sentence
  /** The column that says when the row's transaction began (the database's `now()` by default; nobody writes it). */
  readonly toldIn: string
  /** Columns that are not sealed, each with the reason. */
  readonly apart: Readonly<Record<string, string>>
  /** Where the chain is walked from a row: a kind of step, or the column that holds it, and the column with its id. */
  readonly trail:
    | { readonly kind: string; readonly by: string }
    | { readonly kindIn: string; readonly by: string }
    | null
}

/** What a room declares of its tables: the sealed ones, and the others with the reason why not. */
export type SealedTables = {
  readonly sealed: readonly Sealed[]
  readonly unsealed: Readonly<Record<string, string>>
}

export function sealedTable(
  table: string,
  zh: string,
  en: string,
  { toldIn = 'recorded_at', apart = {}, trail = null }: Partial<Pick<Sealed, 'toldIn' | 'apart' | 'trail'>> = {},
): Sealed {
  return { table, name: { zh, en }, toldIn, apart, trail }
}

/**
 * Columns that are apart in every table: personal data in cipher and keyed look-ups, which are written anew when keys
 * are rotated. What they say stands beside them masked, and a payment's account is in the batch's own hash.
 */
export const isRekeyed = (column: string) => /_(sealed|lookup)$/.test(column)

/** All rooms' declarations as one; a table that is declared twice stops the house. */
export function gatherSealed(rooms: readonly SealedTables[]): readonly Sealed[] {
  const sealed = rooms.flatMap((room) => room.sealed)
  const names = [...sealed.map(({ table }) => table), ...rooms.flatMap((room) => Object.keys(room.unsealed))]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Error(`The table ${twice} is declared twice.`)
  return sealed
}
