import { describe, expect, it } from 'vitest'
import { meantBy, type Mode, rangeOf } from './keyboard.ts'

const SIZE = { lines: 4, columns: 3 }
type Pressed = { line?: number; column?: number; mode?: Mode; shift?: boolean; ctrl?: boolean }
const press = (key: string, { line = 1, column = 1, mode = 'ready', shift = false, ctrl = false }: Pressed = {}) =>
  meantBy({ key, shift, ctrl }, mode, { at: { line, column }, from: { line, column } }, SIZE)
const to = (line: number, column: number) => ({ kind: 'move', to: { at: { line, column }, from: { line, column } } })

describe('keys in the price grid', () => {
  it('moves as a spreadsheet does', () => {
    expect(press('ArrowDown')).toEqual(to(2, 1))
    expect(press('Enter')).toEqual(to(2, 1))
    expect(press('Tab', { column: 2 })).toEqual(to(2, 0))
    expect(press('Tab', { shift: true })).toEqual(to(1, 0))
    expect(press('End', { ctrl: true })).toEqual(to(3, 2))
    expect(press('ArrowUp', { line: 0 })).toEqual(to(0, 1))
  })

  it('lets Tab leave beyond the last cell', () => {
    expect(press('Tab', { line: 3, column: 2 })).toBeUndefined()
    expect(press('Tab', { line: 0, column: 0, shift: true })).toBeUndefined()
  })

  it('leaves a text that is being typed by an arrow, and moves within one that is edited', () => {
    expect(press('ArrowRight', { mode: 'typing' })).toEqual(to(1, 2))
    expect(press('ArrowRight', { mode: 'editing' })).toBeUndefined()
    expect(press('Delete', { mode: 'typing' })).toBeUndefined()
    expect(press('Delete')).toEqual({ kind: 'clear' })
  })

  it('chooses a range with Shift', () => {
    const meant = press('ArrowRight', { shift: true })
    expect(meant?.kind === 'move' && rangeOf(meant.to)).toEqual({ line: 1, column: 1, lines: 1, columns: 2 })
  })
})
