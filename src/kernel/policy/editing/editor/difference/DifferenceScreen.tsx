import { useMemo } from 'react'
import { RunningText, StateTag, useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import { useEditing } from '../editing.tsx'
import { differencesOf } from './difference.ts'
import { PART_WORDS, words } from './words.ts'

const TONES = { added: 'good', removed: 'refused', changed: 'now' } as const

/** What a draft says otherwise than the version in force, part by part. */
export function DifferenceScreen() {
  const { document, before } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const found = useMemo(() => (before ? differencesOf(before, document, FACT_DICTIONARY) : []), [before, document])
  return (
    <section aria-labelledby="editor-difference">
      <h2 id="editor-difference">{say.title}</h2>
      {before ? (
        <p className="sj-meta">{found.length === 0 ? say.same : say.count(found.length)}</p>
      ) : (
        <p>{say.noBefore}</p>
      )}
      <ul className="sj-editor-differences">
        {found.map(({ at, label, kind, before: was, after: is }) => {
          const part = PART_WORDS[at.split('.')[0]!]
          const isSingle = PART_WORDS[label.zh] !== undefined
          return (
            <li key={`${at} ${label.zh} ${kind}`} className="sj-editor-part">
              <StateTag tone={TONES[kind]}>{say.kinds[kind]}</StateTag> {part ? part[locale] : at}{' '}
              {isSingle ? null : <b>{label[locale]}</b>}
              {was ? (
                <p>
                  <span className="sj-meta">{say.before}</span> <del>{was[locale]}</del>
                </p>
              ) : null}
              {is ? (
                <p>
                  <span className="sj-meta">{say.after}</span>{' '}
                  <ins>
                    <RunningText>{is[locale]}</RunningText>
                  </ins>
                </p>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
