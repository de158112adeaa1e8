import { Button } from 'antd'
import { StateTag, useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { withValue } from '../document/paths.ts'
import { sayPlace } from '../document/places.ts'
import { Notes, Origin, useEditing } from '../editing.tsx'
import { ExampleBox, TextField } from '../fields.tsx'
import { freshId } from '../sentences/build.ts'
import { citing } from './citing.ts'
import { words } from './words.ts'

type Member = 'doc' | 'article' | 'text' | 'source'

/** What everything else rests on: document, article, text, where it was found, and what cites it. */
export function ClausesScreen() {
  const { document, findings, readOnly, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const set = (id: string, member: Member, text: string) =>
    change((now) => withValue(now, ['clauses', id, member], text.trim()))
  const add = () => {
    const id = freshId(Object.keys(document.clauses), 'clause')
    const clause = { doc: words.newDoc.zh, article: words.newArticle.zh, text: '…', source: 'LOCAL' }
    change((now) => withValue(now, ['clauses', id], clause))
  }
  return (
    <section aria-labelledby="editor-clauses">
      <h2 id="editor-clauses">{say.title}</h2>
      <p className="sj-meta">{say.meant}</p>
      {Object.entries(document.clauses).map(([id, clause]) => {
        const name = `${clause.doc}${clause.article}`
        const places = [...new Set(citing(document, id).map((at) => sayPlace(document, at)[locale]))]
        const about = findings.filter((each) => each.clause === id && !each.at.startsWith('clauses.'))
        return (
          <article key={id} className="sj-editor-part" aria-label={name}>
            <div className="sj-editor-row">
              <TextField
                label={say.doc}
                value={clause.doc}
                readOnly={readOnly}
                wide
                onChange={(text) => set(id, 'doc', text)}
              />
              <TextField
                label={say.article}
                value={clause.article}
                readOnly={readOnly}
                onChange={(text) => set(id, 'article', text)}
              />
              <TextField
                label={say.source}
                value={clause.source}
                readOnly={readOnly}
                onChange={(text) => set(id, 'source', text)}
              />
              <ExampleBox path={['clauses', id, 'placeholder']} label={name} />
              <Origin part={`clauses.${id}`} />
            </div>
            <TextField
              label={say.text}
              value={clause.text}
              readOnly={readOnly}
              lines={3}
              wide
              onChange={(text) => set(id, 'text', text)}
            />
            <p className="sj-meta">
              {places.length > 0 ? say.cited(places.join(locale === 'zh' ? '、' : ', ')) : say.notCited}
            </p>
            <Notes at={`clauses.${id}`} />
            {about.length > 0 ? (
              <ul className="sj-editor-notes">
                {about.map(({ at, sentence, severity }) => (
                  <li key={`${at} ${sentence.zh}`} data-tone={severity === 'error' ? 'refused' : 'attention'}>
                    <StateTag>{sayPlace(document, at)[locale]}</StateTag> {sentence[locale]}
                  </li>
                ))}
              </ul>
            ) : null}
            {readOnly || places.length > 0 ? null : (
              <Button
                size="small"
                type="text"
                danger
                aria-label={say.remove(name)}
                onClick={() => change((now) => withValue(now, ['clauses', id], undefined))}
              >
                {say.removeShort}
              </Button>
            )}
          </article>
        )
      })}
      {readOnly ? null : <Button onClick={add}>{say.add}</Button>}
    </section>
  )
}
