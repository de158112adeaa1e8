import { type FactScalar, isRatio } from '../facts/facts.ts'

/** So many values are remembered before it begins anew: facts with more of them gain nothing. */
const MOST = 4096

/** Shares below this have a whole number of their own. */
const SIDE = 2 ** 26

/** Says of a value what was said of it before. What cannot be told apart cheaply, a whole past, is asked each time. */
export function remembered<T>(say: (value: FactScalar) => T): (value: FactScalar) => T {
  const known = new Map<FactScalar, T>()
  return (value) => {
    const key = typeof value === 'object' ? shareKey(value) : value
    if (key === null) return say(value)
    const had = known.get(key)
    if (had !== undefined) return had
    const said = say(value)
    if (known.size >= MOST) known.clear()
    known.set(key, said)
    return said
  }
}

function shareKey(value: FactScalar): number | null {
  if (!isRatio(value)) return null
  const { numerator, denominator } = value
  return numerator >= 0 && numerator < SIDE && denominator < SIDE ? numerator * SIDE + denominator : null
}
