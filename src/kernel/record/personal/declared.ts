import type { Sentence } from '../../../platform/contract/public.ts'
import type { PurposeCode, RetentionCode, SeenCode } from './words.ts'

/**
 * How a value is kept: in clear; masked beside the sealed whole; sealed (opened for a reason only); as a keyed hash, by
 * which it is found and from which it is not read.
 */
export type Sensitivity = 'plain' | 'masked' | 'sealed' | 'keyed'

/** A column that tells of a natural person: what it is, why it is kept, until when, and who sees it. */
export type PersonalColumn = {
  readonly table: string
  readonly column: string
  readonly what: Sentence
  readonly sensitivity: Sensitivity
  readonly purpose: PurposeCode
  readonly kept: RetentionCode
  readonly seen: SeenCode
}

/** What a room declares of its columns: those of persons, and the others, which tell of nobody (names by table). */
export type PersonalTables = {
  readonly personal: readonly PersonalColumn[]
  readonly impersonal: Readonly<Record<string, string>>
}

type Kept = { readonly purpose: PurposeCode; readonly kept: RetentionCode; readonly seen: SeenCode }

/** Columns of one table that serve one purpose: sensitivity, and what it is called. */
export function personalOf(
  table: string,
  how: Kept,
  columns: Readonly<Record<string, readonly [Sensitivity, zh: string, en: string]>>,
): PersonalColumn[] {
  return Object.entries(columns).map(([column, [sensitivity, zh, en]]) => ({
    table,
    column,
    what: { zh, en },
    sensitivity,
    ...how,
  }))
}

export type PersonalRegister = {
  readonly columns: readonly PersonalColumn[]
  /** `schema.table.column` of those that tell of nobody. */
  readonly impersonal: readonly string[]
}

/** All rooms' declarations as one; a column that is declared twice stops the house. */
export function gatherPersonal(rooms: readonly PersonalTables[]): PersonalRegister {
  const columns = rooms.flatMap((room) => room.personal)
  const impersonal = rooms.flatMap((room) =>
    Object.entries(room.impersonal).flatMap(([table, names]) => names.split(' ').map((name) => `${table}.${name}`)),
  )
  const names = [...columns.map(({ table, column }) => `${table}.${column}`), ...impersonal]
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw new Error(`The column ${name} is declared twice.`)
    seen.add(name)
  }
  return { columns, impersonal }
}
