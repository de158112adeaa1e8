import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { withValue } from '../document/paths.ts'
import { useEditing, useFacts } from '../editing.tsx'
import { ChoiceField } from '../fields.tsx'
import { words } from '../words.ts'
import { isNamed, newParameter } from './by-dates.ts'

const KINDS = ['values', 'lists', 'tables'] as const
const AXES = ['level', 'code', 'text']

/** One more value, list or table, to be named by a condition or a step. */
export function AddingParameter() {
  const { readOnly, change } = useEditing()
  const { facts } = useFacts()
  const say = useWords(words)
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<(typeof KINDS)[number]>('values')
  const [axis, setAxis] = useState('certificate.level')
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState('')
  if (readOnly) return null
  if (!open) return <Button onClick={() => setOpen(true)}>{say.addParameter}</Button>
  const send = (event: FormEvent) => {
    event.preventDefault()
    const label = name.trim()
    if (label === '') return setWrong(say.needsName)
    change((now) => newParameter(now, kind, { zh: label, en: label }, axis))
    setOpen(false)
    setName('')
    setWrong('')
  }
  return (
    <form className="sj-editor-row" onSubmit={send}>
      <ChoiceField
        label={say.parameterKind}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: say.parameterKinds[value] }))}
        onChange={setKind}
      />
      {kind === 'tables' ? (
        <ChoiceField
          label={say.parameterAxis}
          value={axis}
          choices={facts.flatMap(({ key, label, type }) =>
            AXES.includes(type) ? [{ value: key, label: label[locale] }] : [],
          )}
          onChange={setAxis}
        />
      ) : null}
      <div className="sj-editor-field">
        <label htmlFor="editor-new-parameter">{say.parameterName}</label>
        <input id="editor-new-parameter" value={name} onChange={(event) => setName(event.target.value)} />
        {wrong ? (
          <small role="alert" className="sj-field-wrong">
            {wrong}
          </small>
        ) : null}
      </div>
      <Button type="primary" htmlType="submit">
        {say.addParameter}
      </Button>
      <Button onClick={() => setOpen(false)}>{say.cancel}</Button>
    </form>
  )
}

/** Takes a value away that nothing reads. */
export function RemovingParameter({ name, label }: { name: string; label: string }) {
  const { document, readOnly, change } = useEditing()
  const say = useWords(words)
  if (readOnly || isNamed(document, name)) return null
  return (
    <p className="sj-editor-row">
      <span className="sj-meta">{say.notRead}</span>
      <Button
        size="small"
        type="text"
        danger
        aria-label={say.remove(label)}
        onClick={() => change((now) => withValue(now, ['parameters', name], undefined))}
      >
        {say.removeEntry}
      </Button>
    </p>
  )
}
