import { StateTag, useWords } from '../../../../../platform/ui/public.ts'
import { useEditing } from '../editing.tsx'
import { words } from '../words.ts'

/** The clause that a part rests on, beside it. */
export function ClauseText({ id }: { id: string }) {
  const { document } = useEditing()
  const say = useWords(words)
  const clause = document.clauses[id]
  if (!clause) return <aside className="sj-editor-clause sj-field-wrong">{id}</aside>
  return (
    <aside className="sj-editor-clause">
      <b>
        {clause.doc}
        {clause.article}
      </b>{' '}
      {clause.placeholder ? <StateTag tone="attention">{say.example}</StateTag> : null}
      <p>{clause.text}</p>
    </aside>
  )
}
