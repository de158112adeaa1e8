import type { PackDocument } from '../../../packs/pack.ts'
import type { Finding } from '../editing.tsx'
import { type Path, sameContent, valueAt } from './paths.ts'

type Part = { readonly id?: string; readonly name?: string }

/** The place of the part that a place lies in: `conditions.2.oneOf` is of `conditions.2`, `amount.steps.0.fixed` of a step. */
function partOf(at: string): { readonly path: Path; readonly rest: readonly string[] } {
  const keys = at.split('.')
  const length = keys[0] === 'amount' && keys[1] === 'steps' ? 3 : 2
  const path = keys.slice(0, length).map((key) => (/^\d+$/.test(key) ? Number(key) : key))
  return { path, rest: keys.slice(length) }
}

/** Where that part stands now: named parts are followed to their new place; undefined where there is no such part any more. */
function placeNow(path: Path, saved: unknown, now: PackDocument): Path | undefined {
  const { id, name } = (saved ?? {}) as Part
  const key = id ?? name
  const list = path.slice(0, -1)
  const held = valueAt(now, list)
  if (key === undefined || typeof path.at(-1) !== 'number' || !Array.isArray(held)) return path
  const index = held.findIndex((each: Part) => (each.id ?? each.name) === key)
  return index < 0 ? undefined : [...list, index]
}

/**
 * What was found in the document as it was saved, at its places as it stands now. What is said of a part that was taken
 * away since is gone with it; what is said of one that was changed since says so.
 */
export function findingsNow(
  findings: readonly Finding[],
  saved: PackDocument | undefined,
  now: PackDocument,
): readonly Finding[] {
  if (!saved || saved === now || sameContent(saved, now)) return findings
  return findings.flatMap((finding) => {
    const { path, rest } = partOf(finding.at)
    const before = valueAt(saved, path)
    const place = placeNow(path, before, now)
    if (!place) return []
    const at = [...place, ...rest].join('.')
    return [
      { ...finding, at, isEarlier: true, ...(sameContent(before, valueAt(now, place)) ? {} : { isOfBefore: true }) },
    ]
  })
}
