import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { plainText } from '../../../../values/public.ts'
import { type Path, withValue } from '../document/paths.ts'
import type { WrittenParameter } from '../document/tables.ts'
import { Notes, Origin, useAt, useEditing, useFacts } from '../editing.tsx'
import { choicesOf } from '../fields.tsx'
import { isOfKnownNames, KnownNames } from '../KnownNames.tsx'
import { withEntryFrom } from '../values/dates.ts'
import { kindOfParameter, kindOfValue, sayHeld, type ValueKind, valueFrom, wrongValue } from '../values/kinds.ts'
import { words } from '../words.ts'
import { RemovingParameter } from './AddingParameter.tsx'
import { AddingFrom, DateNotes, EntryBasis, EntryDates } from './EntryHead.tsx'

type Lists = Extract<WrittenParameter, { lists: unknown }>

/** A list by dates: towns, occupations, codes. */
export function DatedLists({ name }: { name: string }) {
  const { dictionary } = useFacts()
  const { document, readOnly, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const [{ label: title, lists }] = useAt<Lists>(['parameters', name])
  const label = title[locale]
  const path = ['parameters', name, 'lists']
  const kind = kindOfParameter(document, name, dictionary) ?? kindOfValue(lists[0]?.value[0])
  return (
    <div className="sj-editor-part">
      <h3>
        {label} <Origin part={`parameters.${name}`} />
      </h3>
      {lists.map((_, index) => (
        <div key={index} role="group" aria-label={say.entry(label, index + 1)}>
          <div className="sj-editor-row">
            <EntryDates path={[...path, index]} label={label} />
            <EntryBasis path={[...path, index]} label={label} />
            {readOnly || lists.length < 2 ? null : (
              <Button
                size="small"
                type="text"
                aria-label={say.remove(say.entry(label, index + 1))}
                onClick={() => change((now) => withValue(now, [...path, index], undefined))}
              >
                {say.removeEntry}
              </Button>
            )}
          </div>
          <Members path={[...path, index, 'value']} label={label} kind={kind} />
        </div>
      ))}
      <DateNotes entries={lists} />
      <RemovingParameter name={name} label={label} />
      <Notes at={`parameters.${name}`} onlyFindings />
      {readOnly ? null : (
        <AddingFrom
          label={label}
          entries={lists}
          onAdd={(from) => change((now) => withValue(now, path, withEntryFrom(lists, from)))}
        />
      )}
    </div>
  )
}

/** From so many members on there is something to look for. */
const MANY = 12

function Members({ path, label, kind }: { path: Path; label: string; kind: ValueKind }) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const id = useId()
  const [members, set] = useAt<readonly unknown[]>(path)
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState('')
  const [wrong, setWrong] = useState('')
  const said = (member: unknown) => sayHeld(member, kind)[locale]
  const shown = members.filter((member) => said(member).toLowerCase().includes(wanted.trim().toLowerCase()))
  const add = (texts: readonly string[]) => {
    const fresh = texts.map((text) => valueFrom(text, kind)).filter((value) => value !== '')
    const faults = fresh.flatMap((value) => {
      if (members.some((member) => JSON.stringify(member) === JSON.stringify(value))) return [say.already(said(value))]
      const fault = wrongValue(value, kind)
      return fault ? [fault[locale]] : []
    })
    const good = fresh.filter(
      (value) =>
        !wrongValue(value, kind) && !members.some((member) => JSON.stringify(member) === JSON.stringify(value)),
    )
    if (good.length > 0) set([...members, ...new Map(good.map((value) => [JSON.stringify(value), value])).values()])
    setWrong(faults.join(locale === 'zh' ? ';' : '; '))
    if (faults.length === 0) setTyped('')
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    add([typed])
  }
  const remove = (member: unknown) => {
    if (members.length === 1) return setWrong(say.lastMember)
    setWrong('')
    set(members.filter((each) => each !== member))
  }
  return (
    <div className="sj-editor-members">
      {members.length > MANY ? (
        <input
          type="search"
          aria-label={say.findMember(label)}
          placeholder={say.findMember(label)}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      <ul>
        {shown.map((member) => (
          <li key={JSON.stringify(member)}>
            {said(member)}
            {readOnly ? null : (
              <button type="button" aria-label={say.remove(said(member))} onClick={() => remove(member)}>
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      <span className="sj-meta">{say.members(members.length)}</span>
      {readOnly ? null : (
        <form className="sj-editor-row" onSubmit={send}>
          {kind.kind === 'choice' ? (
            <select aria-label={say.newMember(label)} value={typed} onChange={(event) => setTyped(event.target.value)}>
              <option value="">{say.choose}</option>
              {choicesOf(kind).map(({ value, words: name }) => (
                <option key={value} value={value}>
                  {name[locale]}
                </option>
              ))}
            </select>
          ) : (
            <input
              aria-label={say.newMember(label)}
              placeholder={say.pasteMany}
              list={`${id}-list`}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onPaste={(event) => {
                const lines = event.clipboardData
                  .getData('text/plain')
                  .split(/[\r\n\t]+/)
                  .map(plainText)
                  .filter((line) => line !== '')
                if (lines.length < 2) return
                event.preventDefault()
                add(lines)
              }}
            />
          )}
          {isOfKnownNames(kind.fact) ? <KnownNames id={`${id}-list`} fact={kind.fact} typed={typed} /> : null}
          <Button size="small" htmlType="submit">
            {say.addToList}
          </Button>
        </form>
      )}
      {wrong ? (
        <p role="alert" className="sj-field-wrong">
          {wrong}
        </p>
      ) : null}
    </div>
  )
}
