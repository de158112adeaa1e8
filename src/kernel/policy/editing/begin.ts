import { addMonths, civilDate } from '../../values/public.ts'
import { contentHash } from '../decisions/content-hash.ts'
import { layered } from '../packs/layers.ts'
import type { PackFile } from '../packs/policy-files.ts'
import { nextVersion, stateOn } from './rules.ts'

/**
 * The document that a draft begins with: the version's own with another name, in its place from the first of next month
 * on. Of a version of a region above, the county's own laid over it: every part then says from which region it is.
 */
export function begunFrom(
  { document, pack }: PackFile,
  { region, versions, on }: { region: string; versions: readonly PackFile[]; on: string },
): { readonly document: Record<string, unknown>; readonly sha256: string } {
  const others = versions.filter((each) => each.pack.scheme === pack.scheme)
  const taken = others.map((each) => each.pack.version)
  const named = { scheme: pack.scheme, version: nextVersion(taken, on) }
  const from = addMonths(civilDate(`${on.slice(0, 7)}-01`), 1)
  const ended = others.filter((each) => stateOn(each.pack, from, others) !== 'past').map((each) => each.pack.version)
  const own = {
    inForce: { by: pack.inForce.by, from },
    ...(ended.length > 0 ? { replaces: { versions: ended } } : {}),
  }
  const sha256 = contentHash(document)
  if (pack.region !== region) {
    const over = { ...named, region, extends: { scheme: pack.scheme, version: pack.version }, ...own }
    return { document: layered(over, () => document) as Record<string, unknown>, sha256 }
  }
  const { corrects: _, replaces: __, ...rest } = structuredClone(document) as Record<string, unknown>
  return { document: { ...rest, ...named, ...own }, sha256 }
}
