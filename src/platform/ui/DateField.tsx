import { useEffect, useId, useRef, useState } from 'react'
import { readDate } from './civilDates.ts'
import { useWords } from './language.tsx'
import { words } from './words.ts'

type DateFieldProps = {
  /** YYYY-MM-DD, or empty. */
  value?: string
  /** Called with YYYY-MM-DD, or with an empty text when the field is emptied or holds no date. */
  onChange?: (date: string) => void
  id?: string
  min?: string
  max?: string
  disabled?: boolean
  'aria-label'?: string
}

/** A civil date: typed in any usual form and shown as ISO everywhere (the browser's own field follows the browser's language), or picked. */
export function DateField({ value = '', onChange, id, min, max, disabled, ...rest }: DateFieldProps) {
  const say = useWords(words)
  const note = useId()
  const picker = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const wrong = typed.trim() !== '' && readDate(typed) === null
  useEffect(() => {
    setTyped((now) => ((readDate(now) ?? '') === value ? now : value))
  }, [value])
  return (
    <span className="sj-date">
      <input
        {...rest}
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={say.date.form}
        disabled={disabled}
        value={typed}
        title={wrong ? say.date.notADate : undefined}
        {...(wrong ? { 'aria-invalid': true, 'aria-describedby': note } : {})}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange?.(readDate(event.target.value) ?? '')
        }}
        onBlur={() => setTyped(readDate(typed) ?? typed)}
      />
      {wrong ? (
        <span className="sj-aloud" id={note}>
          {say.date.notADate}
        </span>
      ) : null}
      <button
        type="button"
        aria-label={say.date.calendar}
        disabled={disabled}
        onClick={() => picker.current?.showPicker()}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2 3.5h12v10.5H2zM2 6.5h12M5 2v3M11 2v3" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </button>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        min={min}
        max={max}
        value={value}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange?.(event.target.value)
        }}
      />
    </span>
  )
}
