import { Button } from 'antd'
import { useState } from 'react'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { withValue } from '../document/paths.ts'
import { tableIn, type WrittenParameter } from '../document/tables.ts'
import { Notes, Origin, useAt, useEditing } from '../editing.tsx'
import { PriceGrid } from '../grid/PriceGrid.tsx'
import { inOrderOfDates, sayEntry, withEntryFrom } from '../values/dates.ts'
import { words } from '../words.ts'
import { RemovingParameter } from './AddingParameter.tsx'
import { AddingFrom, DateNotes, EntryBasis, EntryDates } from './EntryHead.tsx'
import { withTable } from './tables.ts'

type Tables = Extract<WrittenParameter, { tables: unknown }>

/** A rate table by dates: one sheet for each day from which prices change. */
export function DatedTables({ name }: { name: string }) {
  const { before, readOnly, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const [{ label: title, tables, axes }] = useAt<Tables>(['parameters', name])
  const [chosen, setChosen] = useState(tables.length - 1)
  const label = title[locale]
  const path = ['parameters', name, 'tables']
  const at = Math.min(chosen, tables.length - 1)
  const shown = tables[at]!
  const sorted = inOrderOfDates(tables)
  const said = (entry: (typeof tables)[number]) => sayEntry(entry, sorted[sorted.indexOf(entry) + 1])[locale]
  const table = { axes, rows: shown.rows }
  const placed = { path: [...path, at, 'rows'], axesPath: ['parameters', name, 'axes'], table }
  return (
    <div className="sj-editor-part">
      <h3>
        {label} <Origin part={`parameters.${name}`} />
      </h3>
      <div className="sj-chips" role="group" aria-label={label}>
        {tables.map((entry, index) => (
          <button
            key={index}
            type="button"
            className="sj-chip"
            aria-pressed={index === at}
            onClick={() => setChosen(index)}
          >
            {said(entry)}
          </button>
        ))}
        {readOnly ? null : (
          <AddingFrom
            label={label}
            entries={tables}
            onAdd={(from) => {
              const next = withEntryFrom(tables, from)
              change((now) => withValue(now, path, next))
              setChosen(next.findIndex((each) => each.from === from))
            }}
          />
        )}
      </div>
      <DateNotes entries={tables} />
      <div className="sj-editor-row">
        <EntryDates path={[...path, at]} label={label} />
        <EntryBasis path={[...path, at]} label={label} />
        {readOnly || tables.length < 2 ? null : (
          <Button
            size="small"
            type="text"
            aria-label={say.remove(said(shown))}
            onClick={() => change((now) => withValue(now, [...path, at], undefined))}
          >
            {say.removeEntry}
          </Button>
        )}
      </div>
      <PriceGrid
        key={at}
        label={say.tableFrom(`${label} ${said(shown)}`)}
        table={table}
        before={tableIn(before, { path: placed.path, from: shown.from })}
        readOnly={readOnly}
        onChange={(next) => change((now) => withTable(now, placed, next))}
      />
      <RemovingParameter name={name} label={label} />
      <Notes at={`parameters.${name}`} onlyFindings />
    </div>
  )
}
