import { Button, Select } from 'antd'
import { useState } from 'react'
import { listOccupations } from '../../../kernel/reference/contract.ts'
import { levelName, numberOfLevel, SKILL_LEVELS } from '../../../kernel/values/public.ts'
import type { ProblemDocument } from '../../../platform/contract/public.ts'
import { useCall, useLocale, useWords } from '../../../platform/ui/public.ts'
import type { Site } from './contract.ts'
import { problemsAt } from './field-places.ts'
import { FieldProblems } from './FieldProblems.tsx'
import { pageWords } from './page-words.ts'

export type ItemGiven = {
  readonly key: string
  readonly occupationId: string | null
  readonly highestLevel: string | null
  readonly siteId: string | null
}

export const blankItem = (): ItemGiven => ({
  key: crypto.randomUUID(),
  occupationId: null,
  highestLevel: null,
  siteId: null,
})

const LEVELS = SKILL_LEVELS.filter((level) => numberOfLevel(level) !== null)

type Marked = { status?: 'error'; 'aria-invalid'?: true }
const marked = (wrong: boolean): Marked => (wrong ? { status: 'error', 'aria-invalid': true } : {})

type OccupationSelectProps = {
  label: string
  value: string | null
  wrong: boolean
  onChange: (id: string) => void
}

/** An occupation of the whole dictionary, found by typing; the chosen one keeps its name while another is searched. */
function OccupationSelect({ label, value, wrong, onChange }: OccupationSelectProps) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null)
  const found = useCall(listOccupations, {
    query: { limit: 30, ...(search.trim() === '' ? {} : { search: search.trim().slice(0, 40) }) },
  })
  const options = (found.data?.items ?? []).map((each) => ({
    value: each.id,
    label: `${locale === 'zh' ? each.nameZh : each.nameEn}${each.tradeZh === '' ? '' : ` (${each.tradeZh})`}`,
  }))
  return (
    <Select<string>
      aria-label={label}
      placeholder={say.searchOccupation}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      value={value}
      {...marked(wrong)}
      labelRender={({ label: shown }) => shown ?? chosen?.label ?? value}
      onChange={(id) => {
        setChosen(options.find((option) => option.value === id) ?? null)
        onChange(id)
      }}
      options={options}
    />
  )
}

type ItemProps = {
  item: ItemGiven
  at: number
  sites: readonly Site[]
  /** Whether what is empty is marked. */
  tried: boolean
  problem: ProblemDocument | null
  onChange: (item: ItemGiven) => void
  onRemove: () => void
}

/** One row of the agreement: an occupation, up to which level, where; with what was refused about it. */
export function AgreementItem({ item, at, sites, tried, problem, onChange, onRemove }: ItemProps) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const label = (field: string) => say.itemLabel(at + 1, field)
  const place = `body.items.${at}`
  const wrong = (field: 'occupationId' | 'highestLevel' | 'siteId') =>
    (tried && item[field] === null) || problemsAt(problem, `${place}.${field}`).length > 0
  return (
    <div className="ag-item">
      <OccupationSelect
        label={label(say.occupation)}
        value={item.occupationId}
        wrong={wrong('occupationId')}
        onChange={(occupationId) => onChange({ ...item, occupationId })}
      />
      <Select<string>
        aria-label={label(say.highestLevel)}
        placeholder={say.highestLevel}
        value={item.highestLevel}
        {...marked(wrong('highestLevel'))}
        onChange={(highestLevel) => onChange({ ...item, highestLevel })}
        options={LEVELS.map((level) => ({ value: level, label: levelName(level)[locale] }))}
      />
      <Select<string>
        aria-label={label(say.site)}
        placeholder={say.site}
        value={item.siteId}
        {...marked(wrong('siteId'))}
        onChange={(siteId) => onChange({ ...item, siteId })}
        options={sites.map((site) => ({ value: site.id, label: site.name }))}
      />
      <Button aria-label={say.removeItem(at + 1)} onClick={onRemove}>
        {say.remove}
      </Button>
      <FieldProblems problem={problem} at={place} />
    </div>
  )
}
