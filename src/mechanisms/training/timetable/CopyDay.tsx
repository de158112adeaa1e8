import { Button } from 'antd'
import { useState } from 'react'
import { DateField, useWords } from '../../../platform/ui/public.ts'
import type { EditRow } from './editing.ts'
import { ChoiceSelect } from './fields.tsx'
import { pageWords } from './page-words.ts'
import { copyDay } from './pattern.ts'

/** Puts the sessions of one day once more on another. */
export function CopyDay({ rows, onCopy }: { rows: readonly EditRow[]; onCopy: (rows: EditRow[]) => void }) {
  const say = useWords(pageWords)
  const days = [...new Set(rows.map((row) => row.day))].filter((day) => day !== '')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const chosen = days.includes(from) ? from : (days[0] ?? '')
  return (
    <fieldset className="tt-copy">
      <legend className="sj-aloud">{say.copyDay}</legend>
      <span>{say.copyFrom}</span>
      <ChoiceSelect
        label={say.copyFrom}
        value={chosen}
        onChange={setFrom}
        choices={days.map((day) => ({ id: day, name: day }))}
      />
      <span>{say.copyTo}</span>
      <DateField aria-label={say.copyTo} value={to} onChange={setTo} />
      <Button
        disabled={chosen === '' || to === '' || to === chosen}
        onClick={() => onCopy(copyDay(rows, chosen, to).map((row) => ({ ...row, key: crypto.randomUUID() })))}
      >
        {say.copy}
      </Button>
    </fieldset>
  )
}
