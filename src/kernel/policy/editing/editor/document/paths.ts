/** Where a value stands in a document: names of members, numbers of elements. */
export type Path = readonly (string | number)[]

type Held = Readonly<Record<string | number, unknown>>

/** The value at a place; undefined where there is none. */
export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Held)[key] : undefined),
    document,
  )
}

/** The document with another value at a place; undefined takes the member, or the element, away. Everything beside the way stays the same object. */
export function withValue<T>(document: T, path: Path, value: unknown): T {
  const [key, ...rest] = path
  if (key === undefined) return value as T
  const held: unknown = document ?? (typeof key === 'number' ? [] : {})
  const next = rest.length === 0 ? value : withValue((held as Held)[key], rest, value)
  if (Array.isArray(held)) {
    const all: unknown[] = [...held]
    if (next === undefined) all.splice(Number(key), 1)
    else all[Number(key)] = next
    return all as T
  }
  if (next !== undefined) return { ...(held as Held), [key]: next } as T
  const { [key]: _, ...others } = held as Record<string | number, unknown>
  return others as T
}

/** One more element at the end of a list, which begins with it where there was none. */
export function withAdded<T>(document: T, list: Path, value: unknown): T {
  const held = valueAt(document, list)
  return withValue(document, list, [...(Array.isArray(held) ? held : []), value])
}

/** An element of a list one place up or down; the same document where there is no such place. */
export function withMoved<T>(document: T, list: Path, from: number, by: -1 | 1): T {
  const held = valueAt(document, list)
  if (!Array.isArray(held) || held[from] === undefined || from + by < 0 || from + by >= held.length) return document
  const all = held.toSpliced(from, 1)
  return withValue(document, list, all.toSpliced(from + by, 0, held[from]))
}

/** Whether two documents say the same, whatever the order of their members. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => sameContent(one[key], other[key]))
}
