import { Select } from 'antd'
import { useState } from 'react'
import { useCall, useLocale, useWords } from '../../../platform/ui/public.ts'
import { listOccupations } from '../../reference/contract.ts'
import { pageWords } from './page-words.ts'

type OccupationSelectProps = {
  label: string
  value: string | null
  /** What is shown for a value that was chosen before. */
  chosenLabel?: string | undefined
  placeholder?: string
  onChange: (occupationId: string | null) => void
}

/** An occupation of the dictionary, found by part of its name. */
export function OccupationSelect({ label, value, chosenLabel, placeholder, onChange }: OccupationSelectProps) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const found = useCall(listOccupations, { query: { limit: 20, ...(search === '' ? {} : { search }) } })
  const options = (found.data?.items ?? []).map((each) => {
    const name = locale === 'zh' ? each.nameZh : each.nameEn
    return { value: each.id, label: each.tradeZh === '' ? name : `${name}(${each.tradeZh})` }
  })
  const isListed = value === null || options.some((option) => option.value === value)
  return (
    <Select<string>
      aria-label={label}
      style={{ width: '100%', maxWidth: 300 }}
      allowClear
      showSearch={{ filterOption: false, onSearch: setSearch }}
      placeholder={placeholder ?? say.wordings.search}
      value={value}
      options={isListed ? options : [{ value: value ?? '', label: chosenLabel ?? value ?? '' }, ...options]}
      onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
    />
  )
}
