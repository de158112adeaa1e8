import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { amountText, type Held, type Unit } from './amount-cells.ts'
import { type Cell, sayCell } from './axes.ts'
import type { GridFault } from './faults.ts'
import { cellText, combination, type Edit, type Grid, type Table, withCells } from './grid.ts'
import { meantBy, type Mode, rangeOf, type Spot, type Standing } from './keyboard.ts'
import { copied, type Pasted, pasted } from './paste.ts'
import { cellsOf, tsvOf } from './tsv.ts'
import { words } from './words.ts'

type CellsProps = {
  label: string
  grid: Grid
  unit: Unit
  readOnly: boolean
  faults: readonly GridFault[]
  /** What the version in force has, by combination: what differs is marked. */
  before: ReadonlyMap<string, Held> | undefined
  onChange: (table: Table) => void
  onTold: (told: readonly string[]) => void
  onPasted: (pasted: Pasted) => void
  onRemoveLine: (line: readonly Cell[]) => void
  onRemoveColumn: (column: Cell) => void
}

const ROW_PX = 36
const TALLEST_PX = 540
/** Rows drawn beyond the window, so that nothing is blank while it moves. */
const BEYOND = 8

const HOME: Standing = { at: { line: 0, column: 0 }, from: { line: 0, column: 0 } }

/** The cells themselves. One field lies over the cell where somebody stands; rows out of sight are not drawn. */
export function Cells(props: CellsProps) {
  const { label, grid, unit, readOnly, faults, before, onChange, onTold } = props
  const say = useWords(words)
  const locale = useLocale()
  const { lines, columns } = grid
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [stood, setStanding] = useState(HOME)
  const [mode, setMode] = useState<Mode>('ready')
  const [typed, setTyped] = useState('')
  const [isHere, setHere] = useState(false)
  const standing = within(stood, lines.length, columns.length)
  const field = useRef<HTMLInputElement>(null)
  const faulty = useMemo(
    () => new Map(faults.flatMap(({ at, sentence }) => (at ? [[JSON.stringify(at), sentence[locale]] as const] : []))),
    [faults, locale],
  )
  const rest = grid.heads.filter((_, axis) => axis !== grid.across)
  const across = grid.across === undefined ? undefined : grid.heads[grid.across]
  const headOfColumn = (column: Cell | null) =>
    across && column !== null ? sayCell(across, column)[locale] : say.amount
  const headOfLine = (line: readonly Cell[]) =>
    line.map((cell, index) => sayCell(rest[index]!, cell)[locale]).join(' · ')
  const textAt = ({ line, column }: Spot) =>
    lines[line] ? cellText(grid, lines[line], columns[column] ?? null, unit) : ''
  const editsOf = (text: (line: number, column: number) => string): Edit[] => {
    const range = rangeOf(standing)
    return lines
      .slice(range.line, range.line + range.lines)
      .flatMap((line, down) =>
        columns
          .slice(range.column, range.column + range.columns)
          .map((column, right) => ({ at: combination(line, column, grid.across), text: text(down, right) })),
      )
  }
  const commit = () => {
    if (mode === 'ready') return
    setMode('ready')
    const line = lines[standing.at.line]
    if (line && typed !== textAt(standing.at))
      onChange(
        withCells(
          grid.table,
          [{ at: combination(line, columns[standing.at.column] ?? null, grid.across), text: typed }],
          unit,
        ),
      )
  }
  const move = (to: Standing) => {
    commit()
    setStanding(to)
    seeLine(scroller.current, to.at.line)
  }
  const keyed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const meant = meantBy(
      { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey },
      mode,
      standing,
      { lines: lines.length, columns: columns.length },
    )
    if (!meant) return
    event.preventDefault()
    if (meant.kind === 'move') return move(meant.to)
    if (meant.kind === 'all')
      return setStanding({ from: { line: 0, column: 0 }, at: { line: lines.length - 1, column: columns.length - 1 } })
    if (meant.kind === 'leave') return setMode('ready')
    if (readOnly) return
    if (meant.kind === 'remove') return props.onRemoveLine(lines[standing.at.line]!)
    if (meant.kind === 'clear')
      return onChange(
        withCells(
          grid.table,
          editsOf(() => ''),
          unit,
        ),
      )
    setTyped(textAt(standing.at))
    setMode('editing')
  }
  const copy = (event: ClipboardEvent) => {
    if (mode !== 'ready') return
    event.preventDefault()
    event.clipboardData.setData('text/plain', tsvOf(copied(grid, rangeOf(standing), unit)))
    if (event.type === 'cut' && !readOnly)
      onChange(
        withCells(
          grid.table,
          editsOf(() => ''),
          unit,
        ),
      )
  }
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (readOnly || (mode !== 'ready' && !/[\t\n]/.test(text))) return
    event.preventDefault()
    setMode('ready')
    const { line, column, ...size } = rangeOf(standing)
    const cells = cellsOf(text)
    const [only] = cells
    // One amount fills the whole range, as in a spreadsheet.
    if (cells.length === 1 && only?.length === 1 && size.lines * size.columns > 1) {
      onChange(
        withCells(
          grid.table,
          editsOf(() => only[0]!),
          unit,
        ),
      )
      return onTold([say.pasted(size.lines * size.columns)])
    }
    const done = pasted(grid, cells, { line, column }, unit)
    onChange(done.table)
    props.onPasted(done)
  }
  useLayoutEffect(() => {
    if (!isHere || mode !== 'ready') return
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [isHere, mode, standing.at.line, standing.at.column])
  useEffect(() => setMode('ready'), [unit])
  const first = Math.max(0, Math.floor(top / ROW_PX) - BEYOND)
  const last = Math.min(lines.length, Math.ceil((top + TALLEST_PX) / ROW_PX) + BEYOND)
  const shown = [
    ...new Set([
      ...Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at),
      ...(isHere && lines.length > 0 ? [standing.at.line] : []),
    ]),
  ]
  const range = rangeOf(standing)
  const chosen = (line: number, column: number) =>
    isHere &&
    line >= range.line &&
    line < range.line + range.lines &&
    column >= range.column &&
    column < range.column + range.columns
  const drag = useRef(false)
  return (
    <div
      ref={scroller}
      className="sj-grid-scroll"
      style={{ maxHeight: TALLEST_PX }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div
        role="grid"
        data-here={isHere || undefined}
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        aria-readonly={readOnly}
        aria-multiselectable
        className="sj-grid"
        style={{ '--columns': columns.length } as object}
      >
        <div role="rowgroup" className="sj-grid-head">
          <div role="row" className="sj-grid-row" aria-rowindex={1}>
            <div role="columnheader" className="sj-grid-corner">
              {rest.map((head) => head.label[locale]).join(' · ')}
            </div>
            {columns.map((column) => (
              <div key={String(column)} role="columnheader" className="sj-grid-column" title={headOfColumn(column)}>
                <span>{headOfColumn(column)}</span>
                {column !== null && !readOnly && columns.length > 1 ? (
                  <button
                    type="button"
                    className="sj-grid-remove"
                    aria-label={say.removeColumn(headOfColumn(column))}
                    onClick={() => props.onRemoveColumn(column)}
                  >
                    ×
                  </button>
                ) : null}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ position: 'relative', height: lines.length * ROW_PX }}>
          {shown.map((index) => {
            const line = lines[index]!
            return (
              <div
                key={JSON.stringify(line)}
                role="row"
                aria-rowindex={index + 2}
                className="sj-grid-row"
                style={{ position: 'absolute', top: index * ROW_PX, height: ROW_PX }}
              >
                <div role="rowheader" className="sj-grid-line" title={headOfLine(line)}>
                  <span>{headOfLine(line)}</span>
                  {readOnly ? null : (
                    <button
                      type="button"
                      className="sj-grid-remove"
                      tabIndex={-1}
                      aria-label={say.removeRow(headOfLine(line))}
                      onClick={() => props.onRemoveLine(line)}
                    >
                      ×
                    </button>
                  )}
                </div>
                {columns.map((column, at) => {
                  const isAt = standing.at.line === index && standing.at.column === at
                  const text = cellText(grid, line, column, unit)
                  const key = JSON.stringify(combination(line, column, grid.across))
                  const wrong = faulty.get(key)
                  const was = before?.get(key)
                  const isChanged = before !== undefined && (was === undefined ? '' : amountText(was, unit)) !== text
                  const name = say.cell(headOfLine(line), headOfColumn(column))
                  return (
                    <div
                      key={String(column)}
                      role="gridcell"
                      tabIndex={-1}
                      aria-selected={chosen(index, at)}
                      className={`sj-grid-cell${text === '' ? ' sj-grid-gap' : ''}${wrong ? ' sj-grid-wrong' : ''}${isChanged ? ' sj-grid-changed' : ''}${chosen(index, at) ? ' sj-grid-chosen' : ''}`}
                      title={
                        wrong ??
                        (isChanged
                          ? say.was(was === undefined ? say.gap : amountText(was, unit))
                          : text === ''
                            ? say.gap
                            : undefined)
                      }
                      onMouseDown={(event) => {
                        if (isAt && mode !== 'ready') return
                        event.preventDefault()
                        drag.current = true
                        setHere(true)
                        move({
                          at: { line: index, column: at },
                          from: event.shiftKey ? standing.from : { line: index, column: at },
                        })
                        field.current?.focus({ preventScroll: true })
                      }}
                      onMouseEnter={(event) => {
                        if (drag.current && event.buttons === 1)
                          setStanding({ at: { line: index, column: at }, from: standing.from })
                        else drag.current = false
                      }}
                      onDoubleClick={() => {
                        if (readOnly) return
                        setTyped(text)
                        setMode('editing')
                      }}
                    >
                      {isAt ? (
                        <input
                          ref={field}
                          aria-label={name}
                          aria-invalid={wrong ? true : undefined}
                          data-uncommitted={mode === 'ready' ? undefined : true}
                          inputMode="decimal"
                          autoComplete="off"
                          readOnly={readOnly}
                          value={mode === 'ready' ? text : typed}
                          onFocus={() => setHere(true)}
                          onBlur={(event) => {
                            commit()
                            if (!scroller.current?.contains(event.relatedTarget)) setHere(false)
                          }}
                          onKeyDown={keyed}
                          onCopy={copy}
                          onCut={copy}
                          onPaste={paste}
                          onChange={(event) => {
                            setTyped(event.target.value)
                            if (mode === 'ready') setMode('typing')
                          }}
                        />
                      ) : (
                        <span>{text}</span>
                      )}
                    </div>
                  )
                })}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function within({ at, from }: Standing, lines: number, columns: number): Standing {
  const held = ({ line, column }: Spot): Spot => ({
    line: Math.max(0, Math.min(lines - 1, line)),
    column: Math.max(0, Math.min(columns - 1, column)),
  })
  return { at: held(at), from: held(from) }
}

/** Scrolls as far as it takes to see a line below the head. */
function seeLine(scroller: HTMLDivElement | null, line: number): void {
  if (!scroller) return
  const [above, below] = [line * ROW_PX, (line + 2) * ROW_PX]
  if (above < scroller.scrollTop) scroller.scrollTop = above
  else if (below > scroller.scrollTop + scroller.clientHeight - 12)
    scroller.scrollTop = below - scroller.clientHeight + 12
}
