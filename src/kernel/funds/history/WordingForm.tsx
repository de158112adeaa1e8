import { Button, Select } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  ProblemAlert,
  useAct,
  useCall,
  useLocale,
  useWords,
} from '../../../platform/ui/public.ts'
import { levelName, SKILL_LEVELS } from '../../values/public.ts'
import { listRemembered, rememberWordings, type WordingAsked } from './contract.ts'
import { WORDING_KINDS } from './meanings.ts'
import { OccupationSelect } from './OccupationSelect.tsx'
import { pageWords } from './page-words.ts'

export const NO_LEVEL = '-'

const keyOf = ({ kind, wording }: Pick<WordingAsked, 'kind' | 'wording'>) => `${kind} ${wording}`

/** The choices for one wording: a family, a level, an occupation; null keeps it as it is. */
export function MeaningSelect(props: {
  of: Pick<WordingAsked, 'kind' | 'wording'>
  value: string | null | undefined
  chosenLabel?: string | undefined
  families: readonly { code: string; label: { zh: string; en: string } }[]
  onChange: (means: string | null) => void
}) {
  const { of, value, chosenLabel, families, onChange } = props
  const say = useWords(pageWords)
  const locale = useLocale()
  const label = `${say.columns.meaning}: ${of.wording}`
  if (of.kind === 'occupation')
    return (
      <OccupationSelect
        label={label}
        value={value ?? null}
        chosenLabel={chosenLabel}
        placeholder={`${say.wordings.asText} · ${say.wordings.search}`}
        onChange={onChange}
      />
    )
  const options =
    of.kind === 'family'
      ? families.map((family) => ({ value: family.code, label: family.label[locale] }))
      : [
          ...SKILL_LEVELS.map((level) => ({ value: level as string, label: levelName(level)[locale] })),
          { value: NO_LEVEL, label: say.wordings.noLevel },
        ]
  return (
    <Select<string>
      aria-label={label}
      style={{ width: '100%', maxWidth: 300 }}
      placeholder={say.mapping.choose}
      value={value === null ? NO_LEVEL : (value ?? null)}
      options={options}
      onChange={(chosen) => onChange(chosen === NO_LEVEL ? null : chosen)}
    />
  )
}

/** Asks once what wordings mean, families and levels first: they must be said, an occupation may stay a text. */
export function WordingForm({
  wordings,
  onRemembered,
}: {
  wordings: readonly WordingAsked[]
  onRemembered: () => void
}) {
  const say = useWords(pageWords)
  const remembering = useAct(rememberWordings)
  const remembered = useCall(listRemembered)
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({})
  const isWhole = wordings.every((each) => each.kind === 'occupation' || chosen[keyOf(each)] !== undefined)

  async function remember() {
    const body = {
      wordings: wordings.map((each) => ({
        kind: each.kind,
        wording: each.wording,
        means: chosen[keyOf(each)] ?? null,
      })),
    }
    if ((await remembering.act({ body })).ok) onRemembered()
  }

  const columns: Column<WordingAsked>[] = [
    { key: 'wording', title: say.columns.wording, width: 210, pinned: true, show: (row) => row.wording },
    {
      key: 'rows',
      title: say.columns.sheetRows,
      width: 80,
      kind: 'number',
      show: (row) => say.wordings.rows(row.rows),
    },
    {
      key: 'meaning',
      title: say.columns.meaning,
      width: 320,
      show: (row) => (
        <MeaningSelect
          of={row}
          value={chosen[keyOf(row)]}
          families={remembered.data?.families ?? []}
          onChange={(means) => setChosen((now) => ({ ...now, [keyOf(row)]: means }))}
        />
      ),
    },
  ]
  return (
    <section aria-label={say.wordings.title}>
      <h2>{say.wordings.title}</h2>
      <p className="sj-meta">{say.wordings.lead}</p>
      <ProblemAlert problem={remembered.problem} onRetry={remembered.retry} />
      {WORDING_KINDS.map((kind) => {
        const rows = wordings.filter((each) => each.kind === kind)
        return rows.length === 0 ? null : (
          <div key={kind}>
            <h3>{say.wordings[kind]}</h3>
            <DenseTable
              label={say.wordings[kind]}
              columns={columns}
              rows={rows}
              rowKey={keyOf}
              empty={{ sentence: '' }}
            />
          </div>
        )
      })}
      <div className="hist-tools">
        <Button type="primary" disabled={!isWhole} loading={remembering.busy} onClick={() => void remember()}>
          {say.wordings.save}
        </Button>
      </div>
      <ProblemAlert problem={remembering.problem} takesFocus />
    </section>
  )
}
