import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { PART_WORDS } from '../difference/words.ts'
import { type Path, withValue } from '../document/paths.ts'
import { useAt, useEditing } from '../editing.tsx'
import { TextField } from '../fields.tsx'
import { words } from './words.ts'

/** A part that has no form of its own, member by member, so that nothing of it is hidden or lost. */
export function GenericValue({ path, label }: { path: Path; label: string }) {
  const { readOnly, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const [held] = useAt<unknown>(path)
  const set = (value: unknown) => change((now) => withValue(now, path, value))
  if (typeof held === 'boolean')
    return (
      <label className="sj-editor-example">
        <input type="checkbox" checked={held} disabled={readOnly} onChange={(event) => set(event.target.checked)} />
        {label}
      </label>
    )
  if (typeof held === 'string') return <TextField label={label} value={held} readOnly={readOnly} onChange={set} />
  if (typeof held === 'number')
    return (
      <TextField
        label={label}
        value={String(held)}
        readOnly={readOnly}
        onChange={(text) => set(/^-?\d{1,15}$/.test(text.trim()) ? Number(text) : text)}
      />
    )
  if (typeof held !== 'object' || held === null) return null
  const isList = Array.isArray(held)
  return (
    <fieldset className="sj-editor-generic">
      <legend>{label}</legend>
      {Object.keys(held).map((key, index) => (
        <GenericValue
          key={key}
          path={[...path, isList ? index : key]}
          label={isList ? say.item(index + 1) : (PART_WORDS[key]?.[locale] ?? key)}
        />
      ))}
    </fieldset>
  )
}
