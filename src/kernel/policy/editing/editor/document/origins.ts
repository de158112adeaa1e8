import type { Sentence } from '../../../../../platform/contract/public.ts'
import type { PackDocument } from '../../../packs/pack.ts'

const NAMED = { scope: 'id', conditions: 'id', exceptions: 'id', limits: 'id', cases: 'name' } as const

/** The part that a name like `conditions.theory` or `window` speaks of. */
function partOf(document: PackDocument, name: string): unknown {
  const [kind = '', ...rest] = name.split('.')
  const held = (document as Record<string, unknown>)[kind]
  if (rest.length === 0) return held
  const key = rest.join('.')
  if (Array.isArray(held)) {
    const by = NAMED[kind as keyof typeof NAMED]
    return by && held.find((each: Record<string, unknown>) => each[by] === key)
  }
  return (held as Record<string, unknown> | undefined)?.[key]
}

/** A part that was taken over from a region above is the county's own as soon as it says something else. */
export function ownedWhereChanged(before: PackDocument, after: PackDocument): PackDocument {
  const origins = Object.entries(after.origins ?? {})
  const kept = origins.filter(([name]) => {
    const part = partOf(after, name)
    return part !== undefined && part === partOf(before, name)
  })
  if (kept.length === origins.length) return after
  return { ...after, origins: Object.fromEntries(kept) }
}

/** The region that a part was taken over from; undefined where it is the scheme's own. */
export function originOf(document: PackDocument, name: string): string | undefined {
  const origin = document.origins?.[name]
  return origin === document.region ? undefined : origin
}

/** 国家, 省, 市, 县(区), told by the code of a region. */
export function sayRegion(region: string): Sentence {
  if (region === '000000') return { zh: '国家', en: 'the nation' }
  if (region.endsWith('0000')) return { zh: '省', en: 'the province' }
  if (region.endsWith('00')) return { zh: '市', en: 'the city' }
  return { zh: '县(市、区)', en: 'the county' }
}
