/**
 * Marks that turn the direction of text. They mean nothing in what a county writes and come along unseen with what is
 * pasted; in a name they make a page, a list or a file show another order than is stored.
 */
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

export function withoutDirections(text: string): string {
  return text.replace(DIRECTIONS, '')
}

/** The same value with no such mark in any of its texts; itself where there is none. Nested as deep as `unkeepable` lets through. */
export function allWithoutDirections(value: unknown): unknown {
  if (typeof value === 'string') return withoutDirections(value)
  if (Array.isArray(value)) return value.map(allWithoutDirections)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, allWithoutDirections(inner)]))
}
