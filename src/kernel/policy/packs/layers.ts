import { contentHash } from '../decisions/content-hash.ts'
import { itemAt, itemsOf } from './document-problems.ts'
import { type PackDocument, PackOver, packProblem, PackTemplate } from './pack.ts'

/** The document of a version of a scheme, as it is written. */
export type FindLayer = (scheme: string, version: string) => unknown

type Written = Record<string, unknown>
type Named = { readonly id?: string; readonly name?: string }

/** Parts that are lists of named things, and by what they are named. */
const LISTS = { scope: 'id', conditions: 'id', exceptions: 'id', limits: 'id', cases: 'name' } as const
const RECORDS = ['clauses', 'facts', 'parameters', 'checks'] as const

/** Whether a document is only there to be extended; one that says so and is not written well is refused. */
export function isTemplate(document: unknown): boolean {
  if (typeof document !== 'object' || document === null || !('template' in document)) return false
  if ('extends' in document) return true
  const read = PackTemplate.safeParse(document, { reportInput: true })
  if (!read.success) throw packProblem(document, itemsOf(read.error.issues))
  return true
}

/**
 * A pack laid over the one that it extends, or over several, the one named first the uppermost of them: parts of one name take the place of the other's, and everything else is
 * taken over. The result stands alone; it names its layers, and of every part that was taken over the region it is from.
 * A document that extends nothing is returned as it is.
 */
export function layered(document: unknown, find: FindLayer, above: readonly string[] = []): unknown {
  if (typeof document !== 'object' || document === null || !('extends' in document)) return document
  const read = PackOver.safeParse(document, { reportInput: true })
  if (!read.success) throw packProblem(document, itemsOf(read.error.issues))
  const over = document as PackOver
  const bases = [over.extends].flat().map(({ scheme, version }) => {
    const name = `${scheme} ${version}`
    const wrong = (zh: string, en: string) => packProblem(document, [itemAt(['extends'], { zh, en })])
    if (above.includes(name)) throw wrong(`“${name}”绕回到自己`, `${name} leads back to itself`)
    const found = find(scheme, version)
    if (found === undefined) throw wrong(`没有政策“${name}”`, `there is no ${name}`)
    return layered(found, find, [...above, name]) as PackDocument
  })
  // The one named first is the strongest of them.
  const base = bases.reduceRight((lower, upper) => laidOver(lower, upper as PackOver))
  return laidOver(base, over)
}

function laidOver(base: PackDocument, over: PackOver): PackDocument {
  const { extends: _, without = [], ...own } = over
  const lower = base as Written
  const upper = own as Written
  const merged: Written = { ...lower, ...upper }
  const origins: Record<string, string> = {}
  const from = (part: string) => base.origins?.[part] ?? base.region
  const isKept = (part: string) => {
    if (without.includes(part)) return false
    origins[part] = from(part)
    return true
  }
  for (const list of Object.keys(LISTS) as (keyof typeof LISTS)[]) {
    const key = LISTS[list]
    const mine = (upper[list] ?? []) as Named[]
    const theirs = (lower[list] ?? []) as Named[]
    const names = new Map(mine.map((each) => [each[key], each]))
    const kept = theirs.flatMap((each) => names.get(each[key]) ?? (isKept(`${list}.${each[key]}`) ? [each] : []))
    const all = [...kept, ...mine.filter((each) => !theirs.some((other) => other[key] === each[key]))]
    if (all.length > 0 || merged[list] !== undefined) merged[list] = all
  }
  for (const record of RECORDS) {
    const mine = (upper[record] ?? {}) as Written
    const theirs = Object.entries((lower[record] ?? {}) as Written)
    const kept = theirs.filter(([name]) => !(name in mine) && isKept(`${record}.${name}`))
    if (kept.length > 0 || upper[record]) merged[record] = { ...Object.fromEntries(kept), ...mine }
  }
  for (const part of ['amount', 'window', 'stacking', 'together', 'instalments'] as const) {
    if (upper[part] !== undefined || lower[part] === undefined) continue
    if (!isKept(part)) delete merged[part]
  }
  // Whose place a version takes is its own matter.
  for (const part of ['corrects', 'replaces'] as const) if (upper[part] === undefined) delete merged[part]
  if (!over.template) delete merged['template']
  const layer = { region: base.region, scheme: base.scheme, version: base.version, sha256: contentHash(base) }
  merged['layers'] = [layer, ...(base.layers ?? [])]
  merged['origins'] = origins
  return merged as PackDocument
}
