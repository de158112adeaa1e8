/** Where somebody stands in a grid, and where the range that they chose began. */
export type Spot = { readonly line: number; readonly column: number }
export type Standing = { readonly at: Spot; readonly from: Spot }

/** `ready` moves, `typing` replaces what stood there and leaves by any arrow, `editing` moves within the text. */
export type Mode = 'ready' | 'typing' | 'editing'

type Press = { readonly key: string; readonly shift: boolean; readonly ctrl: boolean }
type Size = { readonly lines: number; readonly columns: number }

/** How many lines a page of the grid has. */
const PAGE = 15

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
}

/** What a key means in the grid; undefined where it is the field's own. */
export type Meant =
  | { readonly kind: 'move'; readonly to: Standing }
  | { readonly kind: 'edit' | 'clear' | 'leave' | 'all' | 'remove' }

export function meantBy(press: Press, mode: Mode, { at, from }: Standing, size: Size): Meant | undefined {
  const { key, shift, ctrl } = press
  const held = (line: number, column: number): Spot => ({
    line: Math.max(0, Math.min(size.lines - 1, line)),
    column: Math.max(0, Math.min(size.columns - 1, column)),
  })
  const to = (spot: Spot, extends_ = false): Meant => ({ kind: 'move', to: { at: spot, from: extends_ ? from : spot } })
  if (key === 'Enter') return to(held(at.line + (shift ? -1 : 1), at.column))
  if (key === 'Tab') return tabbed(at, shift, size, to)
  if (key === 'Escape') return mode === 'ready' ? undefined : { kind: 'leave' }
  if (key === 'F2') return { kind: 'edit' }
  const arrow = ARROWS[key]
  if (arrow && mode !== 'editing') {
    const [down, right] = arrow
    if (ctrl)
      return to(
        held(down === 0 ? at.line : down < 0 ? 0 : size.lines, right === 0 ? at.column : right < 0 ? 0 : size.columns),
        shift,
      )
    return to(held(at.line + down, at.column + right), shift)
  }
  if (mode !== 'ready') return undefined
  if (key === 'Home') return to(held(ctrl ? 0 : at.line, 0), shift)
  if (key === 'End') return to(held(ctrl ? size.lines : at.line, size.columns), shift)
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' }
  if (ctrl && key === '-' && size.lines > 0) return { kind: 'remove' }
  if (ctrl && key.toLowerCase() === 'a') return { kind: 'all' }
  return undefined
}

/** Tab goes on line by line; beyond the last cell and before the first it leaves the grid, as on any page. */
function tabbed(at: Spot, back: boolean, { lines, columns }: Size, to: (spot: Spot) => Meant): Meant | undefined {
  const place = at.line * columns + at.column + (back ? -1 : 1)
  if (place < 0 || place >= lines * columns) return undefined
  return to({ line: Math.floor(place / columns), column: place % columns })
}

/** The cells between two corners. */
export function rangeOf({ at, from }: Standing): { line: number; column: number; lines: number; columns: number } {
  return {
    line: Math.min(at.line, from.line),
    column: Math.min(at.column, from.column),
    lines: Math.abs(at.line - from.line) + 1,
    columns: Math.abs(at.column - from.column) + 1,
  }
}
