import { addMonths, civilDate } from '../../values/public.ts'
import { contentHash } from '../decisions/content-hash.ts'
import { layered } from '../packs/layers.ts'
import type { PackFile } from '../packs/policy-files.ts'
import { nextVersion, stateOn } from './rules.ts'

/** The first of next month: from when a change begins unless it is said. */
const nextMonth = (on: string) => addMonths(civilDate(`${on.slice(0, 7)}-01`), 1)

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
  const from = nextMonth(on)
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

/** A new scheme is called behind the county's own, and is of the same authority; a county that has none yet goes by its number. */
export function namedBeside(versions: readonly PackFile[], region: string, code: string) {
  const own = versions.find(({ pack }) => pack.region === region)?.pack
  return {
    scheme: `${own?.scheme.split('.')[0] ?? `c${region}`}.${code}`,
    authority: own?.authority ?? { zh: '', en: '' },
  }
}

type Blank = {
  readonly scheme: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly authority: { readonly zh: string; readonly en: string }
  readonly region: string
  readonly on: string
}

/** A scheme of which only the name is written: no clause, no sum and no fund is made up, and it says itself what it lacks. */
export function blankScheme({ scheme, title, authority, region, on }: Blank): Record<string, unknown> {
  return {
    scheme,
    version: nextVersion([], on),
    title,
    authority,
    region,
    funds: [],
    record: 'here',
    inForce: { by: 'training', from: nextMonth(on) },
    trigger: 'training.completed',
    beneficiary: 'person',
    payee: 'person',
    clauses: {},
    conditions: [],
    amount: { label: { zh: '补贴金额', en: 'Amount' }, cite: '', steps: [] },
    checks: { '*': { onUnavailable: 'hold' } },
    cases: [],
  }
}

/** A document that came in a file as the county's own: laid over what it extends, of this region. */
export function takenIn(
  document: Record<string, unknown>,
  { region, versions }: { region: string; versions: readonly PackFile[] },
): Record<string, unknown> {
  const find = (scheme: string, version: string) =>
    versions.find(({ pack }) => pack.scheme === scheme && pack.version === version)?.document
  return layered({ ...document, region }, find) as Record<string, unknown>
}
