import { timeText } from './times.ts'

const HALF_HOURS = Array.from({ length: 49 }, (_, half) => timeText(half * 30))

type FieldProps<T> = { label: string; value: T; onChange: (value: T) => void }

/** A time on the half hour; typing its first digits finds it. */
export function HalfHourSelect({ label, value, onChange }: FieldProps<string>) {
  return (
    <select
      className="tt-field sj-num"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {HALF_HOURS.map((time) => (
        <option key={time} value={time}>
          {time}
        </option>
      ))}
    </select>
  )
}

export function HoursField({ label, value, onChange }: FieldProps<number>) {
  return (
    <input
      className="tt-field tt-hours sj-num"
      aria-label={label}
      type="number"
      min={1}
      max={24}
      value={value === 0 ? '' : value}
      onChange={(event) => onChange(Math.trunc(Number(event.target.value)) || 0)}
    />
  )
}

/** One of a few, by id; an id that is no longer offered stays chosen and is shown by its name. */
export function ChoiceSelect({
  label,
  value,
  onChange,
  choices,
  kept,
}: FieldProps<string> & { choices: readonly { id: string; name: string }[]; kept?: string }) {
  const offered = choices.some((choice) => choice.id === value)
  return (
    <select className="tt-field" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {offered ? null : <option value={value}>{kept ?? ''}</option>}
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </select>
  )
}
