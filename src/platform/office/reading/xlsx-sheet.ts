import type { GridCell, Merge } from '../grid.ts'
import { refuse } from '../unreadable-file.ts'
import { type DateStyle, dateText } from './date-text.ts'
import { LIMITS } from './limits.ts'
import { columnOf, mergeOf } from './merges.ts'
import { digitsOf } from './number-text.ts'
import type { RowGate } from './row-gate.ts'
import { attributes, unescapeStored, type XmlHandler } from './xml-events.ts'
import { StringRuns } from './xlsx-strings.ts'

export type SheetContext = {
  readonly strings: readonly string[]
  readonly dateStyles: readonly (DateStyle | undefined)[]
  readonly from1904: boolean
}

/** The usual shape of a cell's tag, as Excel and most others write it. */
const USUAL_CELL = /^c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,5})")?(?: t="(\w+)")?\/?$/

/** Turns the events of a sheet's XML into rows at the gate. Only what is present is walked: never a count or a size told. */
export class XlsxSheet implements XmlHandler {
  readonly merges: Merge[] = []
  readonly #gate: RowGate
  readonly #context: SheetContext
  readonly #inline = new StringRuns()
  #row = 0
  #column = -1
  #cells: GridCell[] = []
  #style = 0
  #type = 'n'
  #value = ''
  #formula = false
  #in: 'value' | 'inline' | undefined

  constructor(gate: RowGate, context: SheetContext) {
    this.#gate = gate
    this.#context = context
  }

  open(name: string, tag: string): void {
    if (name === 'c') this.#openCell(tag)
    else if (name === 'v') this.#in = 'value'
    else if (name === 'f') this.#formula = true
    else if (name === 'row') this.#openRow(tag)
    else if (name === 'is') this.#in = 'inline'
    else if (name === 'mergeCell') this.#merge(tag)
    else if (this.#in === 'inline') this.#inline.open(name)
  }

  text(value: string): void {
    if (this.#in === 'value') this.#value += value
    else if (this.#in === 'inline') this.#inline.text(value)
  }

  close(name: string): void {
    if (name === 'v' || name === 'is') this.#in = undefined
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') {
      this.#gate.add(this.#row, this.#cells)
      this.#cells = []
    } else if (this.#in === 'inline') this.#inline.close(name)
  }

  #openRow(tag: string): void {
    const told = /\sr="(\d{1,7})"/.exec(tag)?.[1] ?? attributes(tag).r
    const row = told === undefined ? this.#row + 1 : Number(told)
    if (!(row > this.#row && row <= LIMITS.rowsInSheet)) throw refuse('truncated')
    this.#row = row
    this.#column = -1
  }

  #openCell(tag: string): void {
    const usual = USUAL_CELL.exec(tag)
    const told = usual ? undefined : attributes(tag)
    const letters = usual ? usual[1] : told?.r?.replace(/\d+$/, '')
    const column = letters ? columnOf(letters) : this.#column + 1
    if (!(column > this.#column && column < LIMITS.columnsInSheet)) throw refuse('truncated')
    this.#column = column
    this.#style = Number(usual ? (usual[3] ?? 0) : (told?.s ?? 0))
    this.#type = (usual ? usual[4] : told?.t) ?? 'n'
    this.#value = ''
    this.#formula = false
  }

  #closeCell(): void {
    const inline = this.#inline.take()
    if (this.#value === '' && inline === '' && !this.#formula) return
    const cell = this.#cell(inline)
    if (cell.text.length > LIMITS.cellCharacters) {
      throw refuse('long-cell', { limit: LIMITS.cellCharacters, row: this.#row })
    }
    if (this.#formula) this.#cells.push({ column: cell.column, text: cell.text, raw: 'formula' })
    else if (cell.text !== '') this.#cells.push(cell)
  }

  #cell(inline: string): GridCell {
    const column = this.#column
    const value = this.#value
    switch (this.#type) {
      case 's': {
        const text = this.#context.strings[Number(value)]
        if (text === undefined) throw refuse('truncated')
        return { column, text, raw: 'text' }
      }
      case 'str':
        return { column, text: unescapeStored(value), raw: 'text' }
      case 'inlineStr':
        return { column, text: inline, raw: 'text' }
      case 'b':
        return { column, text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE', raw: 'boolean' }
      case 'e':
        return { column, text: value, raw: 'error' }
      case 'd':
        return { column, text: value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' '), raw: 'date' }
      default:
        return numberCell(column, value, this.#context.dateStyles[this.#style], this.#context.from1904)
    }
  }

  #merge(tag: string): void {
    const merge = mergeOf(attributes(tag).ref ?? '')
    if (merge && this.merges.length <= LIMITS.merges) this.merges.push(merge)
  }
}

/** A stored number as the person sees it: a date where its format says so, otherwise its exact digits. */
export function numberCell(column: number, stored: string, style: DateStyle | undefined, from1904: boolean): GridCell {
  if (stored === '') return { column, text: '', raw: 'text' }
  const text = digitsOf(stored)
  if (text === undefined) throw refuse('truncated')
  const number = Number(stored)
  const date = style && dateText(number, style, from1904)
  return date ? { column, text: date, raw: 'date' } : { column, text, raw: 'number', number }
}
