import { type FactScalar, type FactValue, type Facts, isRatio, notApplicable, unknown } from '../facts/facts.ts'
import { isBeside } from '../stacking/beside.ts'
import { readSlot, type Slot } from '../deciding/slots.ts'
import { NOT_RECORDED } from '../deciding/words.ts'

/**
 * What is known of many subjects, fact by fact: every value that occurs stands once, and of each subject only the number
 * of its value is kept. Whatever is asked of a fact is so asked once for each value and not once for each subject.
 */
export type Columns = { readonly size: number; readonly of: ReadonlyMap<string, Column> }

export type Column = {
  readonly slot: Slot
  /** The first is that nothing is known, the second that there is no such thing. */
  readonly values: readonly FactValue[]
  readonly numbers: Uint32Array
}

const NOWHERE = { source: '', asOf: '' }

/** What a fact can be without a value: not known, or there is none. */
export const UNKNOWN = 0
export const NONE = 1

export type ColumnsBuilder = {
  /** The next subject. */
  readonly add: (facts: Facts) => void
  /** What is known of all subjects that were added. */
  readonly columns: () => Columns
}

/** Gathers subjects one by one. A value that is none of its fact is the supplier's defect, as in deciding. */
export function startColumns(slots: readonly Slot[], expected = 1024): ColumnsBuilder {
  const columns = slots.map((slot) => startColumn(slot, expected))
  let size = 0
  return {
    add(facts) {
      for (const column of columns) column.set(size, facts)
      size += 1
    },
    columns: () => ({ size, of: new Map(columns.map((each) => [each.slot.key, each.column(size)])) }),
  }
}

function startColumn(slot: Slot, expected: number) {
  const values: FactValue[] = [unknown(NOT_RECORDED, NOWHERE), notApplicable(NOWHERE)]
  const numberOf = new Map<FactScalar | FactValue, number>()
  let numbers = new Uint32Array(expected)
  const number = (facts: Facts): number => {
    const given = facts[slot.key]
    if (given === undefined || given.state === 'unknown') return UNKNOWN
    if (given.state === 'notApplicable') return NONE
    const { value } = given
    // Of a whole past the day by which it is known counts too.
    const isPast = slot.definition.type === 'history'
    const name = isPast
      ? given
      : isRatio(value)
        ? `${value.numerator}/${value.denominator}`
        : isBeside(value)
          ? JSON.stringify(value)
          : value
    const had = numberOf.get(name)
    if (had !== undefined) return had
    // The first time a value is met it is looked at as deciding would.
    readSlot(facts, slot)
    numberOf.set(name, values.length)
    return values.push(isPast ? given : { state: 'known', value, ...NOWHERE }) - 1
  }
  return {
    slot,
    set(at: number, facts: Facts) {
      if (at >= numbers.length) numbers = grown(numbers)
      numbers[at] = number(facts)
    },
    column: (size: number): Column => ({ slot, values, numbers: numbers.subarray(0, size) }),
  }
}

function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(16, numbers.length * 2))
  larger.set(numbers)
  return larger
}
