import { Button, Select } from 'antd'
import { useState } from 'react'
import { type Column, DenseTable, ProblemAlert, useAct, useWords } from '../../../platform/ui/public.ts'
import { type ProvinceColumnAsked, rememberProvinceColumns } from './contract.ts'
import { type Meaning, MEANINGS, REQUIRED_COLUMNS } from './meanings.ts'
import { pageWords } from './page-words.ts'

type Chosen = Readonly<Record<string, Meaning | null>>

const isOpen = ({ said }: ProvinceColumnAsked) => said === 'unknown' || said === 'ambiguous'

/** Asks once what each column of the province's file means; what is not known comes first. */
export function ProvinceMappingForm({
  columns,
  onRemembered,
}: {
  columns: readonly ProvinceColumnAsked[]
  onRemembered: () => void
}) {
  const say = useWords(pageWords)
  const remembering = useAct(rememberProvinceColumns)
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(columns.map(({ key, meaning, said }) => [key, said === 'ambiguous' ? null : meaning])),
  )
  const meanings = Object.values(chosen)
  const missing = REQUIRED_COLUMNS.filter((each) => !meanings.includes(each))
  const isTwice = (meaning: Meaning | null) =>
    meaning !== null && meaning !== 'ignored' && meanings.filter((each) => each === meaning).length > 1
  const isWhole = missing.length === 0 && meanings.every((each) => each !== null && !isTwice(each))

  async function remember() {
    const body = { columns: columns.map(({ heading, key }) => ({ heading, key, meaning: chosen[key]! })) }
    if ((await remembering.act({ body })).ok) onRemembered()
  }

  const shown: Column<ProvinceColumnAsked>[] = [
    {
      key: 'heading',
      title: say.columns.heading,
      width: 170,
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
          <Select<Meaning>
            aria-label={`${say.columns.meaning}: ${row.heading}`}
            style={{ width: 200 }}
            placeholder={say.mapping.choose}
            value={chosen[row.key] ?? null}
            options={MEANINGS.map((meaning) => ({ value: meaning, label: say.meanings[meaning] }))}
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
        <Button type="primary" disabled={!isWhole} loading={remembering.busy} onClick={() => void remember()}>
          {say.mapping.save}
        </Button>
        {missing.length > 0 ? (
          <span className="sj-meta">{say.mapping.missing(missing.map((each) => say.meanings[each]).join('、'))}</span>
        ) : null}
      </div>
      <ProblemAlert problem={remembering.problem} takesFocus />
    </section>
  )
}
