import type { GridCell, GridRow } from '../grid.ts'
import { refuse } from '../unreadable-file.ts'
import type { RowLimits } from './limits.ts'

/**
 * Lets rows through up to the limits. Past `maxRows` it only counts, so that the refusal can say how many there are.
 * Rows without content are neither delivered nor counted.
 */
export class RowGate {
  readonly #limits: RowLimits
  #count = 0
  #last = 0
  #ready: GridRow[] = []

  constructor(limits: RowLimits) {
    this.#limits = limits
  }

  get count(): number {
    return this.#count
  }

  /** The number of the last row with content. */
  get lastRow(): number {
    return this.#last
  }

  get waiting(): number {
    return this.#ready.length
  }

  add(row: number, cells: GridCell[]): void {
    const last = cells.at(-1)
    if (!last) return
    if (last.column >= this.#limits.maxColumns) {
      throw refuse('too-many-columns', { limit: this.#limits.maxColumns, found: last.column + 1, row })
    }
    this.#count++
    this.#last = row
    if (this.#count <= this.#limits.maxRows) this.#ready.push({ row, cells })
  }

  take(): GridRow[] {
    const rows = this.#ready
    this.#ready = []
    return rows
  }

  end(): void {
    if (this.#count > this.#limits.maxRows) {
      throw refuse('too-many-rows', { limit: this.#limits.maxRows, found: this.#count })
    }
  }
}
