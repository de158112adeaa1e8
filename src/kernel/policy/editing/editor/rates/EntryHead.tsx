import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import type { Path } from '../document/paths.ts'
import { useAt, useEditing } from '../editing.tsx'
import { CiteField, DayField, ExampleBox } from '../fields.tsx'
import { type Dated, dateFaults } from '../values/dates.ts'
import { words } from '../words.ts'

/** From when until when one entry holds, and by which clause. */
export function EntryDates({ path, label }: { path: Path; label: string }) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const [from, setFrom] = useAt<string>([...path, 'from'])
  const [to, setTo] = useAt<string | undefined>([...path, 'to'])
  return (
    <>
      <DayField label={say.fromOf(label)} shown={say.from} value={from} onChange={setFrom} readOnly={readOnly} />
      <DayField
        label={say.toOf(label)}
        shown={say.to}
        value={to ?? ''}
        onChange={(date) => setTo(date === '' ? undefined : date)}
        readOnly={readOnly}
      />
    </>
  )
}

export function EntryBasis({ path, label }: { path: Path; label: string }) {
  const say = useWords(words)
  return (
    <>
      <CiteField path={[...path, 'cite']} label={say.basisOf(label)} shown={say.basis} />
      <ExampleBox path={[...path, 'placeholder']} label={label} />
    </>
  )
}

/** Days without a value, days with two. */
export function DateNotes({ entries }: { entries: readonly Dated[] }) {
  const { document } = useEditing()
  const locale = useLocale()
  const faults = dateFaults(entries, document.inForce)
  if (faults.length === 0) return null
  return (
    <ul className="sj-editor-notes">
      {faults.map(({ index, grave, sentence }) => (
        <li key={`${index} ${sentence.zh}`} data-tone={grave ? 'refused' : 'attention'}>
          {sentence[locale]}
        </li>
      ))}
    </ul>
  )
}

/** 从某日起改为…: one more line, which begins as the one before it. */
export function AddingFrom({
  label,
  entries,
  onAdd,
}: {
  label: string
  entries: readonly Dated[]
  onAdd: (from: string) => void
}) {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  const [from, setFrom] = useState('')
  const [wrong, setWrong] = useState<string>()
  if (!open)
    return (
      <Button size="small" aria-label={`${label}: ${say.fromDate}`} onClick={() => setOpen(true)}>
        {say.fromDate}
      </Button>
    )
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (from === '') return setWrong(say.needsDate)
    if (entries.some((each) => each.from === from)) return setWrong(say.sameDate(from))
    onAdd(from)
    setOpen(false)
    setFrom('')
    setWrong(undefined)
  }
  return (
    <form className="sj-editor-row" onSubmit={send}>
      <DayField label={say.fromOf(label)} value={from} onChange={setFrom} wrong={wrong} />
      <Button size="small" type="primary" htmlType="submit">
        {say.addFrom}
      </Button>
      <Button size="small" onClick={() => setOpen(false)}>
        {say.cancel}
      </Button>
    </form>
  )
}
