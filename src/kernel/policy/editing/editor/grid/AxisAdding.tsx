import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { compactText, plainText } from '../../../../values/public.ts'
import { type AxisHead, type Cell, sayCell, valuesThereAre } from './axes.ts'
import { withBand } from './bands.ts'
import type { Grid, Table } from './grid.ts'
import { words } from './words.ts'

type AxisAddingProps = {
  grid: Grid
  onLine: (line: readonly Cell[]) => void
  onColumn: (column: Cell) => void
  onTable: (table: Table) => void
}

/** One more row, column or band: chosen where there are only so many values, typed where there is no end of them. */
export function AxisAdding({ grid, onLine, onColumn, onTable }: AxisAddingProps) {
  const say = useWords(words)
  const locale = useLocale()
  const [open, setOpen] = useState<'row' | 'column' | number | null>(null)
  const rest = grid.heads.filter((_, axis) => axis !== grid.across)
  const across = grid.across === undefined ? undefined : grid.heads[grid.across]
  const close = () => setOpen(null)
  if (open === 'row')
    return <Adding heads={rest} isThere={(line) => isLine(grid, line)} onAdd={onLine} onClose={close} />
  if (open === 'column' && across)
    return (
      <Adding
        heads={[across]}
        isThere={([cell]) => grid.columns.includes(cell!)}
        onAdd={([cell]) => onColumn(cell!)}
        onClose={close}
      />
    )
  if (typeof open === 'number')
    return (
      <BandAdding
        head={grid.heads[open]!}
        onAdd={(from) => onTable(withBand(grid.table, open, from))}
        onClose={close}
      />
    )
  return (
    <div className="sj-grid-adding">
      {rest.every(({ bands }) => bands) ? null : (
        <Button size="small" onClick={() => setOpen('row')}>
          {say.addRow}
        </Button>
      )}
      {across && !across.bands ? (
        <Button size="small" onClick={() => setOpen('column')}>
          {say.addColumn}
        </Button>
      ) : null}
      {grid.heads.map((head, axis) =>
        head.bands ? (
          <Button key={head.label.zh} size="small" onClick={() => setOpen(axis)}>
            {say.addBand}({head.label[locale]})
          </Button>
        ) : null,
      )}
    </div>
  )
}

const isLine = (grid: Grid, line: readonly Cell[]) =>
  grid.lines.some((each) => JSON.stringify(each) === JSON.stringify(line))

type AddingProps = {
  heads: readonly AxisHead[]
  isThere: (cells: readonly Cell[]) => boolean
  onAdd: (cells: readonly Cell[]) => void
  onClose: () => void
}

function Adding({ heads, isThere, onAdd, onClose }: AddingProps) {
  const say = useWords(words)
  const locale = useLocale()
  const [typed, setTyped] = useState<readonly string[]>(heads.map(() => ''))
  const [wrong, setWrong] = useState('')
  const set = (index: number, text: string) => setTyped(typed.map((each, at) => (at === index ? text : each)))
  const send = (event: FormEvent) => {
    event.preventDefault()
    const cells = heads.map((head, index) => cellFrom(head, typed[index]!))
    const missing = heads.findIndex((_, index) => cells[index] === undefined)
    if (missing >= 0) {
      const text = typed[missing]!.trim()
      return setWrong(text === '' ? say.type(heads[missing]!.label[locale]) : say.notANumber(text))
    }
    const line = cells as Cell[]
    if (isThere(line))
      return setWrong(say.already(line.map((cell, index) => sayCell(heads[index]!, cell)[locale]).join(' · ')))
    onAdd(line)
    onClose()
  }
  return (
    <form className="sj-grid-adding" onSubmit={send}>
      {heads.map((head, index) => (
        <HeadField
          key={head.label.zh}
          head={head}
          text={typed[index]!}
          onText={(text) => set(index, text)}
          isFirst={index === 0}
        />
      ))}
      <Foot wrong={wrong} onClose={onClose} />
    </form>
  )
}

/** Adds or leaves it, and what is wrong with what was typed. */
function Foot({ wrong, onClose }: { wrong: string; onClose: () => void }) {
  const say = useWords(words)
  return (
    <>
      <Button size="small" type="primary" htmlType="submit">
        {say.add}
      </Button>
      <Button size="small" onClick={onClose}>
        {say.cancel}
      </Button>
      {wrong ? (
        <span role="alert" className="sj-field-wrong">
          {wrong}
        </span>
      ) : null}
    </>
  )
}

function HeadField({
  head,
  text,
  onText,
  isFirst,
}: {
  head: AxisHead
  text: string
  onText: (text: string) => void
  isFirst: boolean
}) {
  const say = useWords(words)
  const locale = useLocale()
  const there = valuesThereAre(head)
  const label = head.label[locale]
  if (!there)
    return (
      <input
        aria-label={say.type(label)}
        placeholder={label}
        value={text}
        autoFocus={isFirst}
        onChange={(event) => onText(event.target.value)}
      />
    )
  return (
    <select
      aria-label={say.choose(label)}
      value={text}
      autoFocus={isFirst}
      onChange={(event) => onText(event.target.value)}
    >
      <option value="">{say.choose(label)}</option>
      {there.map((cell) => (
        <option key={String(cell)} value={JSON.stringify(cell)}>
          {sayCell(head, cell)[locale]}
        </option>
      ))}
    </select>
  )
}

/** What was chosen, or typed: a number where the axis is of numbers. */
function cellFrom(head: AxisHead, text: string): Cell | undefined {
  if (text.trim() === '') return undefined
  if (valuesThereAre(head)) return JSON.parse(text) as Cell
  const type = head.definition?.type
  if (type !== 'integer' && type !== 'money') return plainText(text)
  return wholeFrom(text)
}

function wholeFrom(text: string): number | undefined {
  const digits = compactText(text).replaceAll(',', '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}

function BandAdding({ head, onAdd, onClose }: { head: AxisHead; onAdd: (from: number) => void; onClose: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const id = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    const whole = wholeFrom(text)
    if (whole === undefined) return setWrong(say.notANumber(text))
    const from = head.definition?.type === 'money' ? whole * 100 : whole
    if (head.bands?.includes(from)) return setWrong(say.already(text))
    onAdd(from)
    onClose()
  }
  return (
    <form className="sj-grid-adding" onSubmit={send}>
      <label htmlFor={id}>{say.bandFrom(head.label[locale])}</label>
      <input id={id} inputMode="numeric" value={text} autoFocus onChange={(event) => setText(event.target.value)} />
      <Foot wrong={wrong} onClose={onClose} />
    </form>
  )
}
