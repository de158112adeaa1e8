import type { Merge } from '../grid.ts'
import { LIMITS } from './limits.ts'

/** Merges inside the rows that are present. One that reaches beyond (to XFD1048576, say) is dropped, never walked. */
export function merges(found: readonly Merge[], lastRow: number, maxColumns: number): Merge[] {
  if (found.length > LIMITS.merges) return []
  return found.filter(
    (m) => m.top >= 1 && m.top <= m.bottom && m.left <= m.right && m.bottom <= lastRow && m.right < maxColumns,
  )
}

/** `A1:K1` as a merge; undefined when it is not an area. */
export function mergeOf(reference: string): Merge | undefined {
  const area = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (!area) return undefined
  const [, left = '', top = '', right = '', bottom = ''] = area
  return { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) }
}

/** A is 0, XFD is 16383. */
export function columnOf(letters: string): number {
  let column = 0
  for (let i = 0; i < letters.length; i++) column = column * 26 + letters.charCodeAt(i) - 64
  return column - 1
}
