import type { Sentence } from '../../../platform/contract/public.ts'
import { compareScalars, type Facts, type FactScalar, isOrdered, isValueOf } from '../facts/facts.ts'
import type { Axis } from '../packs/amount.ts'
import type { Lookups } from '../packs/pack-parameters.ts'
import { RetirementTable } from '../parameters/retirement.ts'
import type { Wish } from './comparisons.ts'
import type { ResolvedParameter } from './parameters.ts'
import { type Compilation, faultAt, readSlot, type Slot, traceRead, useSlot } from './slots.ts'
import { sayNoValue } from './words.ts'

/** A table of values made ready: which value holds for somebody. */
export type Lookup = {
  readonly slots: readonly Slot[]
  /** Every value that it has. */
  readonly values: readonly FactScalar[]
  /** `open`: a fact that chooses is not known; `none`: no row is for them. */
  readonly find: (facts: Facts) => { readonly value: FactScalar } | 'open' | 'none'
  /** That it has no row for them. */
  readonly none: (facts: Facts) => Sentence
  /** What its facts are worth supposing to be. */
  readonly named: readonly Wish[]
}

type Row = { readonly fits: readonly (((value: FactScalar) => boolean) | null)[]; readonly value: FactScalar }

/** What a pack's own table of values resolves to. */
type OwnLookup = { readonly axes: readonly Axis[]; readonly lookups: Lookups }

/** Whether a parameter is a table of values: the pack's own, or the county's table of retirement ages. */
export function isLookup({ name, value }: ResolvedParameter): boolean {
  return name === 'retirement.ages' || (typeof value === 'object' && value !== null && 'lookups' in value)
}

export function compileLookup(found: ResolvedParameter, to: Compilation, path: readonly PropertyKey[]): Lookup | null {
  return found.name === 'retirement.ages' && !found.own
    ? retirementLookup(found, to, path)
    : ownLookup(found, found.value as OwnLookup, to)
}

type RowsChecked = {
  readonly to: Compilation
  readonly at: readonly PropertyKey[]
  readonly isCell: (axis: number, cell: FactScalar) => boolean
}

/** What is wrong with the places that rows of a table name: too few or too many, none of its axis, the same twice. */
export function checkRows(
  rows: readonly { readonly at: readonly FactScalar[] }[],
  width: number,
  { to, at, isCell }: RowsChecked,
): void {
  const seen = new Set<string>()
  rows.forEach((row, index) => {
    const place = [...at, 'rows', index, 'at']
    const wrong = row.at.find((cell, axis) => !isCell(axis, cell))
    const key = JSON.stringify(row.at)
    if (row.at.length !== width) faultAt(to, place, `应有 ${width} 个取值`, `needs ${width} value(s)`)
    else if (wrong !== undefined)
      faultAt(
        to,
        place,
        `${JSON.stringify(wrong)} 不是这一栏可以取的值`,
        `${JSON.stringify(wrong)} is not a value of its axis`,
      )
    else if (seen.has(key)) faultAt(to, place, '与前面的一行重复', 'repeats an earlier row')
    seen.add(key)
  })
}

function ownLookup(found: ResolvedParameter, { axes, lookups }: OwnLookup, to: Compilation): Lookup | null {
  const at = ['parameters', found.name]
  const ready = axes.map((axis, index) => axisOf(axis, to, [...at, 'axes', index]))
  if (ready.includes(null)) return null
  const columns = ready as Column[]
  const before = to.problems.length
  checkRows(lookups, axes.length, { to, at, isCell: (axis, cell) => !columns[axis] || isCellOf(columns[axis], cell) })
  if (to.problems.length > before) return null
  const rows = lookups.map(
    ({ at: cells, value }): Row => ({
      value,
      fits: cells.map((cell, axis) => (fact: FactScalar) => cellOf(columns[axis]!, fact) === cell),
    }),
  )
  const named = columns.flatMap(({ slot, bands }, axis) =>
    (bands ?? lookups.map((row) => row.at[axis]!)).map((value) => ({ slot, value })),
  )
  return lookupOf(
    columns.map(({ slot }) => slot),
    rows,
    { label: found.own?.label ?? { zh: found.name, en: found.name }, named },
  )
}

type Column = { readonly slot: Slot; readonly bands?: readonly (number | string)[] }

function axisOf(axis: Axis, to: Compilation, path: readonly PropertyKey[]): Column | null {
  const [fact, at] = typeof axis === 'string' ? [axis, undefined] : [axis.fact, axis.at]
  const slot = useSlot(fact, at, to, path)
  const bands = typeof axis === 'string' ? undefined : axis.bands
  if (!slot || !bands) return slot && { slot }
  return checkBands(slot, bands, to, path) ? { slot, bands } : null
}

/** Bands are numbers of a number, or days of a date, each above the one before. */
export function checkBands(
  slot: Slot,
  bands: readonly (number | string)[],
  to: Compilation,
  path: readonly PropertyKey[],
): boolean {
  const { type } = slot.definition
  const fits = type === 'date' ? 'string' : type === 'integer' || type === 'money' ? 'number' : undefined
  if (!isOrdered(type) || fits === undefined || bands.some((band) => typeof band !== fits)) {
    faultAt(
      to,
      path,
      `“${slot.fact}”不能这样分档:数按数、日期按日期分`,
      `${slot.fact} cannot be put in such bands: numbers by numbers, dates by dates`,
    )
    return false
  }
  if (bands.some((band, at) => at > 0 && band <= bands[at - 1]!)) {
    faultAt(to, path, '各档的起点应由小到大', 'the bands must begin at ever higher values')
    return false
  }
  return true
}

function isCellOf({ slot, bands }: Column, cell: FactScalar): boolean {
  return bands ? bands.includes(cell as number) : isValueOf(slot.definition, cell)
}

function cellOf({ slot, bands }: Column, value: FactScalar): FactScalar | undefined {
  if (!bands) return value
  return bands.findLast((band) => compareScalars(slot.definition.type, band, value) <= 0)
}

/** Months of age at retirement by sex, category and month of birth, as the county's table has them. */
function retirementLookup(
  { value, own }: ResolvedParameter,
  to: Compilation,
  path: readonly PropertyKey[],
): Lookup | null {
  const table = RetirementTable.parse(value)
  const slots = ['person.sex', 'person.staffCategory', 'person.bornOn'].map((fact) =>
    useSlot(fact, undefined, to, path),
  )
  if (slots.includes(null)) return null
  const rows = table.map(
    ({ sex, category, bornFrom = '', bornTo = '9999', ageMonths }): Row => ({
      value: ageMonths,
      fits: [
        (each) => each === sex,
        category === 'ANY' ? null : (each) => each === category,
        (each) => typeof each === 'string' && bornFrom <= each.slice(0, 7) && each.slice(0, 7) <= bornTo,
      ],
    }),
  )
  const born = slots[2]!
  const named = table.flatMap(({ bornFrom }) => (bornFrom ? [{ slot: born, value: `${bornFrom}-01` }] : []))
  const label = own?.label ?? { zh: '法定退休年龄表', en: 'the table of retirement ages' }
  return lookupOf(slots as Slot[], rows, { label, named })
}

function lookupOf(
  slots: readonly Slot[],
  rows: readonly Row[],
  { label, named }: { readonly label: Sentence; readonly named: readonly Wish[] },
): Lookup {
  const find: Lookup['find'] = (facts) => {
    const read = slots.map((slot) => readSlot(facts, slot))
    let open = false
    for (const { fits, value } of rows) {
      // What a row leaves open need not be known.
      const said = fits.map((fit, axis) => {
        const fact = read[axis]!
        if (!fit) return true
        if (fact.state === 'unknown') return null
        return fact.state === 'known' && fit(fact.value)
      })
      if (said.includes(false)) continue
      if (!said.includes(null)) return { value }
      open = true
    }
    return open ? 'open' : 'none'
  }
  const none = (facts: Facts) =>
    sayNoValue(
      label,
      slots.map((slot) => traceRead(facts, slot).words),
    )
  return { slots, values: [...new Set(rows.map(({ value }) => value))], find, none, named }
}
