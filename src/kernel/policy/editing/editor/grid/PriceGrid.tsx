import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { useFacts } from '../editing.tsx'
import { type Unit, UNITS } from './amount-cells.ts'
import { type Cell, sayCell } from './axes.ts'
import { AxisAdding } from './AxisAdding.tsx'
import { Cells } from './Cells.tsx'
import { faultsOf, gapsOf } from './faults.ts'
import { type Blank, type Grid, gridOf, sayCombination, type Table, withoutColumn, withoutLine } from './grid.ts'
import { type Pasted, pasted } from './paste.ts'
import { cellsOf } from './tsv.ts'
import { words } from './words.ts'

type PriceGridProps = {
  label: string
  table: Table
  before?: Table | undefined
  readOnly: boolean
  onChange: (table: Table) => void
}

/** More gaps than this are counted and not told one by one. */
const MOST_GAPS = 200
/** How much of a paste that was not put in is told. */
const MOST_LEFT = 20
/** From so many rows on there is something to look for. */
const MANY_ROWS = 20

/** A rate table as a sheet: typed amounts, its axes' words as heads, gaps and overlaps marked where they are. */
export function PriceGrid({ label, table, before, readOnly, onChange }: PriceGridProps) {
  const say = useWords(words)
  const locale = useLocale()
  const { dictionary } = useFacts()
  const [unit, setUnit] = useState<Unit>('yuan')
  const [blankLines, setBlankLines] = useState<Blank>([])
  const [blankColumns, setBlankColumns] = useState<readonly Cell[]>([])
  const [wanted, setWanted] = useState('')
  const [told, setTold] = useState<readonly string[]>([])
  const whole = useMemo(
    () => gridOf(table, dictionary, blankLines, blankColumns),
    [table, dictionary, blankLines, blankColumns],
  )
  const grid = useMemo(() => narrowed(whole, wanted), [whole, wanted])
  const was = useMemo(() => before && new Map(before.rows.map(({ at, fen }) => [JSON.stringify(at), fen])), [before])
  const faults = useMemo(() => faultsOf(whole), [whole])
  const gaps = useMemo(() => gapsOf(whole, MOST_GAPS), [whole])
  const missing = gaps
    .map((at) => at.filter((_, axis) => axis !== whole.across))
    .filter((line) => !whole.lines.some((each) => JSON.stringify(each) === JSON.stringify(line)))
  const sayPasted = ({ cells, left }: Pasted) => [
    say.pasted(cells),
    ...(left.length > 0 ? [say.left(left.length), ...left.slice(0, MOST_LEFT).map((each) => each[locale])] : []),
  ]
  const removed = (next: Table, line?: readonly Cell[], column?: Cell) => {
    if (line) setBlankLines(blankLines.filter((each) => JSON.stringify(each) !== JSON.stringify(line)))
    if (column !== undefined) setBlankColumns(blankColumns.filter((each) => each !== column))
    onChange(next)
  }
  return (
    <section className="sj-grid-box" aria-label={label}>
      <div className="sj-grid-bar">
        <label>
          {say.unit}{' '}
          <select value={unit} onChange={(event) => setUnit(event.target.value as Unit)}>
            {UNITS.map((each) => (
              <option key={each} value={each}>
                {say[each]}
              </option>
            ))}
          </select>
        </label>
        {whole.lines.length > MANY_ROWS ? (
          <>
            <input
              type="search"
              aria-label={say.find}
              placeholder={say.find}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
            <span className="sj-meta">{say.found(grid.lines.length, whole.lines.length)}</span>
          </>
        ) : null}
        <span className="sj-grid-told" role="status">
          {told[0]}
        </span>
      </div>
      {told.length > 1 ? (
        <ul className="sj-grid-left">
          {told.slice(1).map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      ) : null}
      {whole.lines.length === 0 && !readOnly ? (
        <label className="sj-grid-empty">
          {say.empty}
          <textarea
            rows={2}
            value=""
            onChange={() => undefined}
            onPaste={(event) => {
              event.preventDefault()
              const done = pasted(
                whole,
                cellsOf(event.clipboardData.getData('text/plain')),
                { line: 0, column: 0 },
                unit,
              )
              onChange(done.table)
              setTold(sayPasted(done))
            }}
          />
        </label>
      ) : null}
      <Cells
        label={label}
        grid={grid}
        unit={unit}
        readOnly={readOnly}
        faults={faults}
        before={was}
        onChange={onChange}
        onTold={setTold}
        onPasted={(done) => setTold(sayPasted(done))}
        onRemoveLine={(line) => removed(withoutLine(whole, line), line)}
        onRemoveColumn={(column) => removed(withoutColumn(whole, column), undefined, column)}
      />
      {faults.length > 0 ? (
        <div className="sj-grid-faults" role="alert">
          <b>{say.faults(faults.length)}</b>
          <ul>
            {faults.slice(0, 20).map(({ sentence }) => (
              <li key={sentence.zh}>{sentence[locale]}</li>
            ))}
            {faults.length > 20 ? <li>{say.andMore(faults.length - 20)}</li> : null}
          </ul>
        </div>
      ) : null}
      {gaps.length > 0 ? (
        <p className="sj-grid-gaps">
          {say.gaps(gaps.length, gaps.length === MOST_GAPS)}
          {locale === 'zh' ? ':' : ': '}
          {gaps
            .slice(0, 3)
            .map((at) => sayCombination(whole.heads, at)[locale])
            .join(locale === 'zh' ? ';' : '; ')}
          {gaps.length > 3 ? '…' : ''}{' '}
          {missing.length > 0 && !readOnly ? (
            <Button size="small" type="link" onClick={() => setBlankLines([...blankLines, ...missing])}>
              {say.addGaps}
            </Button>
          ) : null}
        </p>
      ) : null}
      {readOnly ? null : (
        <AxisAdding
          grid={whole}
          onLine={(line) => setBlankLines([...blankLines, line])}
          onColumn={(column) => setBlankColumns([...blankColumns, column])}
          onTable={onChange}
        />
      )}
      <p className="sj-meta sj-grid-keys">{say.keys}</p>
    </section>
  )
}

/** The lines whose heads hold what somebody looks for. */
function narrowed(grid: Grid, wanted: string): Grid {
  const text = wanted.trim().toLowerCase()
  if (text === '') return grid
  const heads = grid.heads.filter((_, axis) => axis !== grid.across)
  const has = (line: readonly Cell[]) =>
    line.some((cell, index) => {
      const { zh, en } = sayCell(heads[index]!, cell)
      return [zh, en, String(cell)].some((said) => said.toLowerCase().includes(text))
    })
  return { ...grid, lines: grid.lines.filter(has) }
}
