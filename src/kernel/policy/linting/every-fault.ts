import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import { compile, type CompileOptions } from '../deciding/compile.ts'

/**
 * Everything wrong with a document at once: faults of its shape and, of the parts that are in shape, what they mean. What
 * is not in shape is taken out for that; what then is not found in the cases is no fault of theirs.
 */
export function everyFault(document: unknown, options: CompileOptions): readonly ProblemItem[] {
  const first = faultsOf(document, options)
  if (first.length === 0) return []
  const taken = withoutFaulty(document, first)
  if (!taken) return first
  const told = new Set(first.map(({ at }) => at))
  const rest = faultsOf(taken.document, options)
    .map((item) => ({ ...item, at: taken.placeOf(item.at) }))
    .filter(({ at }) => !at.startsWith('cases.') && !told.has(at))
  return [...first, ...rest]
}

function faultsOf(document: unknown, options: CompileOptions): readonly ProblemItem[] {
  try {
    compile(document, options)
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.items.length > 0 ? error.items : [{ at: '', sentence: error.sentence }]
  }
}

type Taken = { readonly document: unknown; readonly placeOf: (at: string) => string }

/** The document without the entries of its lists that are faulty; nothing where a fault stands in no list. */
function withoutFaulty(document: unknown, faults: readonly ProblemItem[]): Taken | undefined {
  const copy = structuredClone(document)
  const removed = new Map<string, Set<number>>()
  for (const { at } of faults) {
    const entry = entryOf(copy, at.split('.'))
    if (!entry) return undefined
    removed.set(entry.list, new Set([...(removed.get(entry.list) ?? []), entry.index]))
  }
  // What stands deeper is taken out first, so that no place moves before it is reached.
  const lists = [...removed].sort(([a], [b]) => b.split('.').length - a.split('.').length)
  for (const [list, indexes] of lists) {
    const held = valueAt(copy, list.split('.')) as unknown[] | undefined
    for (const index of [...indexes].sort((a, b) => b - a)) held?.splice(index, 1)
    if (held?.length === 0) return undefined
  }
  return { document: copy, placeOf: (at) => placeBefore(at, removed) }
}

/** The entry of a list in which a place stands: the innermost, of a list that has others. */
function entryOf(document: unknown, path: readonly string[]): { list: string; index: number } | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const list = path.slice(0, length - 1)
    const held = valueAt(document, list)
    if (Array.isArray(held) && held.length > 1) return { list: list.join('.'), index: Number(path[length - 1]) }
  }
  return undefined
}

function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    document,
  )
}

/** Where a place of the shortened document stands in the whole one. */
function placeBefore(at: string, removed: ReadonlyMap<string, ReadonlySet<number>>): string {
  const whole: string[] = []
  for (const part of at.split('.')) {
    const gone = removed.get(whole.join('.'))
    if (!gone) whole.push(part)
    else {
      let [index, left] = [0, Number(part)]
      for (; ; index += 1) if (!gone.has(index) && left-- === 0) break
      whole.push(String(index))
    }
  }
  return whole.join('.')
}
