import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ProblemDocument } from '../../../platform/contract/problem.ts'
import { type Column, DenseTable, ProblemAlert } from '../../../platform/ui/public.ts'

/** A column of somebody's file, with a few of its values, and what is known of it. */
type Asked<M extends string> = {
  readonly key: string
  readonly heading: string
  readonly column: string
  readonly samples: readonly string[]
  readonly said: string
  readonly meaning: M | null
}

export type Told<M extends string> = { heading: string; key: string; meaning: M }

type ColumnMeaningsProps<M extends string> = {
  columns: readonly Asked<M>[]
  meanings: readonly M[]
  /** What the file cannot be read without. */
  required: readonly M[]
  titleOf: (meaning: M) => string
  say: {
    readonly columns: { readonly heading: string; readonly meaning: string; readonly samples: string }
    readonly mapping: {
      readonly title: string
      readonly lead: string
      readonly choose: string
      readonly ambiguous: string
      readonly missing: (meanings: string) => string
    }
  }
  /** The button. */
  save: string
  busy: boolean
  problem: ProblemDocument | null
  onSave: (columns: Told<M>[]) => void
}

/** Asks once what each column means; what is not known comes first, and no meaning is given twice. */
export function ColumnMeanings<M extends string>(props: ColumnMeaningsProps<M>) {
  const { columns, required, titleOf, say, save, busy, problem, onSave } = props
  // What an ambiguous column means is asked again: which of the two, only the person knows.
  const [chosen, setChosen] = useState<Readonly<Record<string, M | null>>>(() =>
    Object.fromEntries(columns.map(({ key, meaning, said }) => [key, said === 'ambiguous' ? null : meaning])),
  )
  const meanings = Object.values(chosen)
  const missing = required.filter((each) => !meanings.includes(each))
  const isTwice = (meaning: M | null) =>
    meaning !== null && meaning !== 'ignored' && meanings.filter((each) => each === meaning).length > 1
  const isWhole = missing.length === 0 && meanings.every((each) => each !== null && !isTwice(each))
  const isOpen = ({ said }: Asked<M>) => said === 'unknown' || said === 'ambiguous'
  const options = props.meanings.map((meaning) => ({ value: meaning, label: titleOf(meaning) }))

  const shown: Column<Asked<M>>[] = [
    {
      key: 'heading',
      title: say.columns.heading,
      width: 190,
      pinned: true,
      show: (row) => [row.column, row.heading].filter((part) => part !== '').join(' · '),
    },
    {
      key: 'meaning',
      title: say.columns.meaning,
      width: 230,
      wraps: true,
      show: (row) => (
        <>
          <Select<M>
            aria-label={`${say.columns.meaning}: ${row.heading}`}
            style={{ width: 200 }}
            placeholder={say.mapping.choose}
            value={chosen[row.key] ?? null}
            options={options}
            onChange={(meaning) => setChosen((now) => ({ ...now, [row.key]: meaning }))}
            {...(isTwice(chosen[row.key] ?? null) ? { status: 'error' as const } : {})}
          />
          {isTwice(chosen[row.key] ?? null) ? <div role="alert">{say.mapping.ambiguous}</div> : null}
        </>
      ),
    },
    { key: 'samples', title: say.columns.samples, show: (row) => row.samples.join(' · ') },
  ]
  return (
    <section aria-label={say.mapping.title}>
      <h2>{say.mapping.title}</h2>
      <p className="sj-meta">{say.mapping.lead}</p>
      <DenseTable
        label={say.mapping.title}
        columns={shown}
        rows={[...columns.filter(isOpen), ...columns.filter((column) => !isOpen(column))]}
        rowKey={(row) => row.key}
        empty={{ sentence: '' }}
      />
      <div className="hist-tools">
        <Button
          type="primary"
          disabled={!isWhole}
          loading={busy}
          onClick={() => onSave(columns.map(({ heading, key }) => ({ heading, key, meaning: chosen[key]! })))}
        >
          {save}
        </Button>
        {missing.length > 0 ? (
          <span className="sj-meta">{say.mapping.missing(missing.map(titleOf).join('、'))}</span>
        ) : null}
      </div>
      <ProblemAlert problem={problem} takesFocus />
    </section>
  )
}
