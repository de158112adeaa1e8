import { addCase, type Count, DIMENSIONS, type Dimension, nothing } from './rules.ts'

/** The sums of a trial so far, as they are kept with it: plain JSON, dimensions and counts in the order of their codes. */
export type KeptTally = {
  readonly codes: Readonly<Record<Dimension, readonly string[]>>
  readonly counts: Readonly<Record<Dimension, readonly Count[]>>
  readonly all: Count
  /** What each month costs from each fund: before and after, by `month fund`. */
  readonly monthFunds: Readonly<Record<string, { readonly beforeFen: number; readonly afterFen: number }>>
  /** Of whom the document has no answer, by the fact that is missing; and of whom what it is compared with had none. */
  readonly missing: Readonly<Record<string, number>>
  /** Whom the document refuses, by the condition. */
  readonly refused: Readonly<Record<string, number>>
  readonly sources: readonly number[]
}

export type Tally = {
  /** The number under which a value of a dimension is counted; a new one is given the next. */
  readonly numberOf: (dimension: Dimension, code: string) => number
  /** One case, whose numbers of the dimensions stand from a place on. */
  readonly add: (numbers: Uint16Array, from: number, change: number, beforeFen: number, afterFen: number) => void
  readonly note: (of: 'missing' | 'refused', name: string) => void
  readonly noteSource: (source: number) => void
  readonly kept: () => KeptTally
}

const MOST_CODES = 65_535

/** Counts cases, from nothing or on from what was kept. */
export function startTally(from?: KeptTally): Tally {
  const dimensions = DIMENSIONS.map((dimension) => {
    const codes = [...(from?.codes[dimension] ?? [])]
    return {
      dimension,
      codes,
      numbers: new Map(codes.map((code, index) => [code, index])),
      counts: (from?.counts[dimension] ?? []).map((count) => ({ ...count })),
    }
  })
  const all: Count = from ? { ...from.all } : nothing()
  const monthFunds: Record<string, { beforeFen: number; afterFen: number }> = structuredClone(from?.monthFunds ?? {})
  const notes = { missing: { ...from?.missing }, refused: { ...from?.refused } } as Record<
    'missing' | 'refused',
    Record<string, number>
  >
  const sources = [...(from?.sources ?? [0, 0, 0])]
  const byName = Object.fromEntries(dimensions.map((of) => [of.dimension, of])) as Record<
    Dimension,
    (typeof dimensions)[number]
  >
  const [month, fund] = [dimensions[DIMENSIONS.indexOf('month')]!, dimensions[DIMENSIONS.indexOf('fund')]!]
  return {
    numberOf(dimension, code) {
      const of = byName[dimension]
      const had = of.numbers.get(code)
      if (had !== undefined) return had
      if (of.codes.length >= MOST_CODES) throw new RangeError(`a trial counts at most ${MOST_CODES} of ${dimension}`)
      of.numbers.set(code, of.codes.length)
      of.counts.push(nothing())
      return of.codes.push(code) - 1
    },
    add(numbers, from, change, beforeFen, afterFen) {
      addCase(all, change, beforeFen, afterFen)
      for (let nth = 0; nth < dimensions.length; nth += 1)
        addCase(dimensions[nth]!.counts[numbers[from + nth]!]!, change, beforeFen, afterFen)
      const key = `${month.codes[numbers[from]!]!} ${fund.codes[numbers[from + 1]!]!}`
      const cost = (monthFunds[key] ??= { beforeFen: 0, afterFen: 0 })
      cost.beforeFen += beforeFen
      cost.afterFen += afterFen
    },
    note(of, name) {
      notes[of][name] = (notes[of][name] ?? 0) + 1
    },
    noteSource(source) {
      sources[source]! += 1
    },
    kept() {
      for (const sum of [all.beforeFen, all.afterFen])
        if (!Number.isSafeInteger(sum)) throw new RangeError('the sum of a trial is more than is counted exactly')
      const each = <T>(of: (found: (typeof dimensions)[number]) => T) =>
        Object.fromEntries(dimensions.map((found) => [found.dimension, of(found)])) as Record<Dimension, T>
      return structuredClone({
        codes: each(({ codes }) => codes),
        counts: each(({ counts }) => counts),
        all,
        monthFunds,
        ...notes,
        sources,
      })
    },
  }
}
