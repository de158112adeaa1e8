import { type ReactNode, useEffect, useId, useState } from 'react'
import type { Sentence } from '../../../../platform/contract/public.ts'
import { DateField, useLocale, useWords } from '../../../../platform/ui/public.ts'
import { SKILL_LEVELS } from '../../../values/public.ts'
import { sayValue } from '../../deciding/words.ts'
import type { FactDefinition } from '../../facts/facts.ts'
import type { Path } from './document/paths.ts'
import { useAt, useEditing } from './editing.tsx'
import { isOfKnownNames, KnownNames } from './KnownNames.tsx'
import { type ValueKind, valueFrom, textOf, valueText, wrongValue } from './values/kinds.ts'
import { words } from './words.ts'

type TextFieldProps = {
  label: string
  value: string
  onChange: (text: string) => void
  readOnly?: boolean
  wrong?: string | undefined
  /** Whose known names are offered while somebody types. */
  fact?: FactDefinition | undefined
  wide?: boolean
  lines?: number
  /** The label stands in the head of a table already. */
  bare?: boolean
  /** The short form that is seen; the whole one is read aloud. */
  shown?: string | undefined
  unit?: string | undefined
}

/** A text that becomes part of the document when somebody leaves it, or presses Enter: one step to take back. */
export function TextField({
  label,
  value,
  onChange,
  readOnly,
  wrong,
  fact,
  wide,
  lines,
  bare,
  shown,
  unit,
}: TextFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const commit = () => {
    if (typed !== value) onChange(typed)
  }
  const shared = {
    id,
    value: typed,
    readOnly,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': wrong ? `${id}-wrong` : undefined,
    'data-uncommitted': typed === value ? undefined : true,
    ...(bare || shown ? { 'aria-label': label } : {}),
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: commit,
  }
  return (
    <Labelled id={id} label={shown ?? label} bare={bare} wide={wide} wrong={wrong}>
      {lines ? (
        <textarea {...shared} rows={lines} />
      ) : (
        <span className="sj-editor-unit">
          <input
            {...shared}
            autoComplete="off"
            list={isOfKnownNames(fact) ? `${id}-list` : undefined}
            onKeyDown={(event) => (event.key === 'Enter' ? commit() : undefined)}
          />
          {unit ? <span>{unit}</span> : null}
        </span>
      )}
      {isOfKnownNames(fact) ? <KnownNames id={`${id}-list`} fact={fact} typed={typed} /> : null}
    </Labelled>
  )
}

type LabelledProps = {
  id: string
  label: string
  bare?: boolean | undefined
  wide?: boolean | undefined
  wrong?: string | undefined
  children: ReactNode
}

function Labelled({ id, label, bare, wide, wrong, children }: LabelledProps) {
  return (
    <div className={`sj-editor-field${wide ? ' sj-editor-wide' : ''}`}>
      {bare ? null : <label htmlFor={id}>{label}</label>}
      {children}
      {wrong ? (
        <small id={`${id}-wrong`} className="sj-field-wrong">
          {wrong}
        </small>
      ) : null}
    </div>
  )
}

type ChoiceFieldProps<T extends string> = {
  label: string
  value: T | ''
  choices: readonly { readonly value: T; readonly label: string }[]
  onChange: (value: T) => void
  readOnly?: boolean
  bare?: boolean
  shown?: string | undefined
  wrong?: string | undefined
}

export function ChoiceField<T extends string>({
  label,
  value,
  choices,
  onChange,
  readOnly,
  bare,
  shown,
  wrong,
}: ChoiceFieldProps<T>) {
  const id = useId()
  const say = useWords(words)
  const isThere = choices.some((each) => each.value === value)
  return (
    <Labelled id={id} label={shown ?? label} bare={bare} wrong={wrong}>
      <select
        id={id}
        value={value}
        disabled={readOnly}
        {...(bare || shown ? { 'aria-label': label } : {})}
        aria-invalid={wrong ? true : undefined}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {isThere ? null : <option value={value}>{value === '' ? say.choose : value}</option>}
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

type DayFieldProps = {
  label: string
  value: string
  onChange: (date: string) => void
  readOnly?: boolean
  bare?: boolean
  shown?: string | undefined
  wrong?: string | undefined
}

export function DayField({ label, value, onChange, readOnly, bare, shown, wrong }: DayFieldProps) {
  const id = useId()
  return (
    <Labelled id={id} label={shown ?? label} bare={bare} wrong={wrong}>
      <DateField
        id={id}
        value={value}
        onChange={(date) => (date === value ? undefined : onChange(date))}
        disabled={readOnly ?? false}
        {...(bare || shown ? { 'aria-label': label } : {})}
      />
    </Labelled>
  )
}

type ValueFieldProps = {
  label: string
  value: unknown
  kind: ValueKind
  onChange: (value: unknown) => void
  readOnly?: boolean
  bare?: boolean
  shown?: string | undefined
}

/** A value by its kind: chosen, dated or typed; what is typed wrong stays and says what is wrong. */
export function ValueField({ label, value, kind, onChange, readOnly = false, bare = false, shown }: ValueFieldProps) {
  const say = useWords(words)
  const locale = useLocale()
  const wrong = wrongValue(value, kind)?.[locale]
  const shared = { label, readOnly, bare, shown, wrong }
  if (kind.kind === 'boolean')
    return (
      <ChoiceField
        {...shared}
        value={typeof value === 'boolean' ? String(value) : ''}
        choices={['true', 'false'].map((each) => ({
          value: each,
          label: kind.fact?.codes?.[each]?.[locale] ?? (each === 'true' ? say.yes : say.no),
        }))}
        onChange={(each) => onChange(each === 'true')}
      />
    )
  if (kind.kind === 'choice' && kind.fact)
    return (
      <ChoiceField
        {...shared}
        value={textOf(value)}
        choices={choicesOf(kind).map(({ value: each, words: said }) => ({ value: each, label: said[locale] }))}
        onChange={onChange}
      />
    )
  if (kind.kind === 'date')
    return <DayField {...shared} value={typeof value === 'string' ? value : ''} onChange={onChange} />
  const unit = kind.kind === 'money' ? say.yuan : kind.unit?.[locale]
  return (
    <TextField
      {...shared}
      value={valueText(value, kind)}
      unit={unit}
      onChange={(text) => onChange(valueFrom(text, kind))}
      fact={kind.fact}
    />
  )
}

/** The values of a code or a level, with their words. */
export function choicesOf({ fact }: ValueKind): { value: string; words: Sentence }[] {
  if (!fact) return []
  const values = fact.type === 'level' ? [...SKILL_LEVELS] : Object.keys(fact.codes ?? {})
  return values.map((value) => ({ value, words: sayValue(fact, value) }))
}

/** Which clause a part rests on. */
export function CiteField({ path, label, shown }: { path: Path; label: string; shown?: string }) {
  const { document, readOnly } = useEditing()
  const [cite, set] = useAt<string>(path)
  const choices = Object.entries(document.clauses).map(([value, { doc, article }]) => ({
    value,
    label: `${doc}${article}`,
  }))
  return (
    <ChoiceField label={label} value={cite ?? ''} choices={choices} onChange={set} readOnly={readOnly} shown={shown} />
  )
}

/** 示例: a figure or a clause that is not the county's own. */
export function ExampleBox({ path, label }: { path: Path; label?: string }) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const [is, set] = useAt<true | undefined>(path)
  return (
    <label className="sj-editor-example" title={say.exampleMeans}>
      <input
        type="checkbox"
        checked={is === true}
        disabled={readOnly}
        aria-label={label ? `${label}: ${say.example}` : undefined}
        onChange={(event) => set(event.target.checked ? true : undefined)}
      />
      {say.example}
    </label>
  )
}
