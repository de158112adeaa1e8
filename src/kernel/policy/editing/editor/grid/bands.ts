import type { Axis } from '../../../packs/amount.ts'
import type { Table } from './grid.ts'

function withBands(axis: Axis, bands: readonly number[]): Axis {
  return typeof axis === 'string' ? axis : { ...axis, bands: [...bands] }
}

/** Bands are added and left out of numbers; those of days are written in the document. */
const numbersOf = (bands: readonly (number | string)[] = []) => bands.filter((band) => typeof band === 'number')

/** One more band of an axis, named by its lowest value. Its amounts are still to be typed. */
export function withBand(table: Table, axis: number, from: number): Table {
  const axes = table.axes.map((each, index) => {
    if (index !== axis || typeof each === 'string') return each
    return withBands(
      each,
      [...numbersOf(each.bands), from].sort((a, b) => a - b),
    )
  })
  return { ...table, axes }
}

/** Without a band and its amounts: what fell into it falls into the one before. */
export function withoutBand(table: Table, axis: number, from: number): Table {
  const axes = table.axes.map((each, index) =>
    index !== axis || typeof each === 'string'
      ? each
      : withBands(
          each,
          numbersOf(each.bands).filter((band) => band !== from),
        ),
  )
  return { axes, rows: table.rows.filter(({ at }) => at[axis] !== from) }
}
