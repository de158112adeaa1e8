import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../../../../platform/ui/public.ts'
import { ClauseText } from '../clauses/ClauseText.tsx'
import { withValue } from '../document/paths.ts'
import { Notes, Origin, useEditing } from '../editing.tsx'
import { CiteField } from '../fields.tsx'
import { words } from './words.ts'

type SinglePartProps = {
  /** The part's name in the document. */
  part: 'window' | 'instalments' | 'stacking' | 'together'
  title: string
  meant?: string
  /** What it says now; none where the scheme has no such part. */
  cite: string | undefined
  sentence: string
  fields: ReactNode
  add: string
  begun: () => unknown
}

/** A part that a scheme has once or not at all: its sentence beside its clause, and its choices. */
export function SinglePart({ part, title, meant, cite, sentence, fields, add, begun }: SinglePartProps) {
  const { readOnly, change } = useEditing()
  const say = useWords(words)
  return (
    <section aria-labelledby={`editor-${part}`}>
      <h2 id={`editor-${part}`}>
        {title} <Origin part={part} />
      </h2>
      {meant ? <p className="sj-meta">{meant}</p> : null}
      {cite === undefined ? (
        <>
          <p>{say.none}</p>
          {readOnly ? null : <Button onClick={() => change((now) => withValue(now, [part], begun()))}>{add}</Button>}
        </>
      ) : (
        <article className="sj-editor-part sj-editor-beside-clause">
          <div>
            <p className="sj-editor-sentence">{sentence}</p>
            <div className="sj-editor-row">
              {fields}
              <CiteField path={[part, 'cite']} label={say.basis} />
            </div>
            <Notes at={part} />
            {readOnly ? null : (
              <Button
                size="small"
                type="text"
                danger
                aria-label={say.remove(title)}
                onClick={() => change((now) => withValue(now, [part], undefined))}
              >
                {say.removeShort}
              </Button>
            )}
          </div>
          <ClauseText id={cite} />
        </article>
      )}
    </section>
  )
}
