import { Input } from 'antd'
import { DialogField } from './DialogField.tsx'

type TextFieldProps = {
  label: string
  hint?: string | undefined
  /** How many lines stand open for it; one unless it is said. */
  lines?: number
  /** How many characters it may have. */
  most: number
  /** An amount, typed with digits and a point. */
  isNumber?: boolean
  placeholder?: string | undefined
  value: string
  onChange: (value: string) => void
}

/** Words asked for in a dialog. */
export function TextField({ label, hint, lines = 1, most, isNumber, placeholder, value, onChange }: TextFieldProps) {
  return (
    <DialogField label={label} hint={hint}>
      {(id) => {
        const common = { id, value, maxLength: most, placeholder }
        return lines > 1 ? (
          <Input.TextArea {...common} rows={lines} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <Input
            {...common}
            autoComplete="off"
            {...(isNumber ? { inputMode: 'decimal' as const } : {})}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }}
    </DialogField>
  )
}
