import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Sentence } from '../../../../../platform/contract/public.ts'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { withAdded, withValue } from '../document/paths.ts'
import { Notes, Origin, useEditing } from '../editing.tsx'
import { CiteField, TextField } from '../fields.tsx'
import { ClauseText } from '../clauses/ClauseText.tsx'
import { freshId } from '../sentences/build.ts'
import { words } from './words.ts'

type Named = { id: string; label: Sentence; cite: string }
type ListName = 'scope' | 'conditions' | 'exceptions' | 'limits'

type NamedListProps<T extends Named> = {
  list: ListName
  /** With fewer the scheme would say nothing. */
  fewest: number
  begun: (named: Named) => T
  sentence: (each: T) => string
  fields: (each: T, set: (next: T) => void) => ReactNode
}

/** Named parts of a scheme, each as a sentence beside its clause; opened, its choices. */
export function NamedList<T extends Named>({ list, fewest, begun, sentence, fields }: NamedListProps<T>) {
  const { document, readOnly, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const [open, setOpen] = useState<string | null>(null)
  const all = (document[list] ?? []) as unknown as T[]
  const set = (index: number, next: T | undefined) =>
    change((now) => {
      const after = withValue(now, [list, index], next)
      return fewest === 0 && after[list]?.length === 0 ? withValue(after, [list], undefined) : after
    })
  const add = () => {
    const { scope = [], conditions, exceptions = [], limits = [], amount, clauses } = document
    const taken = [...scope, ...conditions, ...exceptions, ...limits, ...(amount.steps ?? [])].map(({ id }) => id)
    const id = freshId(taken, list === 'scope' ? 'scope' : list.slice(0, -1))
    const label = { zh: words.newOne.zh, en: words.newOne.en }
    change((now) => withAdded(now, [list], begun({ id, label, cite: Object.keys(clauses)[0] ?? '' })))
    setOpen(id)
  }
  return (
    <section aria-labelledby={`editor-${list}`}>
      <h2 id={`editor-${list}`}>{say.lists[list]}</h2>
      <p className="sj-meta">{say.meant[list]}</p>
      {all.length === 0 ? <p>{say.none}</p> : null}
      {all.map((each, index) => {
        const label = each.label[locale]
        const isOpen = open === each.id
        return (
          <article key={each.id} className="sj-editor-part sj-editor-beside-clause">
            <div>
              <h3>
                {label} <Origin part={`${list}.${each.id}`} />
              </h3>
              <p className="sj-editor-sentence">{sentence(each)}</p>
              <Notes at={`${list}.${index}`} />
              {isOpen ? (
                <>
                  <div className="sj-editor-row">
                    <TextField
                      label={say.nameZh}
                      value={each.label.zh}
                      readOnly={readOnly}
                      onChange={(zh) => set(index, { ...each, label: { ...each.label, zh } })}
                    />
                    <TextField
                      label={say.nameEn}
                      value={each.label.en}
                      readOnly={readOnly}
                      onChange={(en) => set(index, { ...each, label: { ...each.label, en } })}
                    />
                    <CiteField path={[list, index, 'cite']} label={say.basis} />
                  </div>
                  {fields(each, (next) => set(index, next))}
                </>
              ) : null}
              <div className="sj-editor-bar">
                <Button
                  size="small"
                  aria-expanded={isOpen}
                  aria-label={isOpen ? `${say.close}: ${label}` : say.edit(label)}
                  onClick={() => setOpen(isOpen ? null : each.id)}
                >
                  {isOpen ? say.close : say.editShort}
                </Button>
                {readOnly || !isOpen || all.length <= fewest ? null : (
                  <Button
                    size="small"
                    type="text"
                    danger
                    aria-label={say.remove(label)}
                    onClick={() => set(index, undefined)}
                  >
                    {say.removeShort}
                  </Button>
                )}
              </div>
            </div>
            <ClauseText id={each.cite} />
          </article>
        )
      })}
      {readOnly ? null : <Button onClick={add}>{say.add[list]}</Button>}
    </section>
  )
}
