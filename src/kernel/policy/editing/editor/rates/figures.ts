import type { Sentence } from '../../../../../platform/contract/public.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import type { Path } from '../document/paths.ts'
import type { ValueKind } from '../values/kinds.ts'

/** An amount or a count that stands in a step or a limit itself, for all days of the version. */
export type Figure = {
  readonly path: Path
  readonly label: Sentence
  readonly value: unknown
  readonly kind: ValueKind
  /** Its name among the origins, where it may have been taken over. */
  readonly part?: string
}

const MONEY: ValueKind = { kind: 'money' }
const TIMES: ValueKind = { kind: 'integer', unit: { zh: '次', en: 'times' } }

export function figuresOf({ amount, limits = [] }: PackDocument): Figure[] {
  const steps = (amount.steps ?? []).flatMap((step, index): Figure[] => {
    const at = ['amount', 'steps', index]
    const { label } = step
    const money = (['fixed', 'atLeast', 'atMost', 'subtract'] as const).flatMap((key): Figure[] =>
      isFigure(step[key]) ? [{ path: [...at, key], label, value: step[key], kind: MONEY }] : [],
    )
    return step.rate && isFigure(step.rate.fen)
      ? [...money, { path: [...at, 'rate', 'fen'], label, value: step.rate.fen, kind: MONEY }]
      : money
  })
  const held = limits.flatMap(({ label, id, sum, count }, index): Figure[] => {
    const part = `limits.${id}`
    const sums: Figure[] = isFigure(sum)
      ? [{ path: ['limits', index, 'sum'], label, value: sum, kind: MONEY, part }]
      : []
    return isFigure(count)
      ? [...sums, { path: ['limits', index, 'count'], label, value: count, kind: TIMES, part }]
      : sums
  })
  return [...steps, ...held]
}

/** A figure, or the text that somebody typed in its place. */
const isFigure = (value: unknown) => typeof value === 'number' || typeof value === 'string'
