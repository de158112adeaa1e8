import { useState } from 'react'
import { DenseTable, StateTag, useLocale, useWords } from '../../../../../platform/ui/public.ts'
import type { FactDefinition } from '../../../facts/facts.ts'
import { useEditing, useFacts } from '../editing.tsx'
import { TYPE_WORDS, words } from './words.ts'

/** Every fact that a scheme may read: its words, type, unit, where it comes from and who supplies it. */
export function FactsScreen() {
  const { program } = useEditing()
  const { facts } = useFacts()
  const say = useWords(words)
  const locale = useLocale()
  const [wanted, setWanted] = useState('')
  const [onlyRead, setOnlyRead] = useState(false)
  const read = new Set(program?.slots.map(({ fact }) => fact))
  const text = wanted.trim().toLowerCase()
  const shown = facts.filter(
    ({ key, label, comesFrom }) =>
      (!onlyRead || read.has(key)) &&
      [key, label.zh, label.en, comesFrom.zh].some((each) => each.toLowerCase().includes(text)),
  )
  const typed = ({ type, unit }: FactDefinition) =>
    `${TYPE_WORDS[type]?.[locale] ?? type}${unit ? ` (${unit[locale]})` : ''}`
  return (
    <section aria-labelledby="editor-dictionary">
      <h2 id="editor-dictionary">{say.title}</h2>
      <p className="sj-meta">{say.meant}</p>
      <div className="sj-editor-bar">
        <input
          type="search"
          aria-label={say.find}
          placeholder={say.find}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <label className="sj-editor-example">
          <input type="checkbox" checked={onlyRead} onChange={(event) => setOnlyRead(event.target.checked)} />
          {say.onlyRead}
        </label>
      </div>
      <DenseTable<FactDefinition>
        label={say.title}
        rows={shown}
        rowKey={({ key }) => key}
        empty={{ sentence: say.none }}
        columns={[
          {
            key: 'label',
            title: say.name,
            width: 240,
            wraps: true,
            show: ({ key, label }) => (
              <>
                {label[locale]} {read.has(key) ? <StateTag tone="now">{say.read}</StateTag> : null}
              </>
            ),
          },
          { key: 'type', title: say.type, width: 130, wraps: true, show: typed },
          {
            key: 'values',
            title: say.values,
            wraps: true,
            show: ({ codes }) =>
              Object.values(codes ?? {})
                .map((each) => each[locale])
                .join(locale === 'zh' ? '、' : ', '),
          },
          { key: 'from', title: say.from, width: 190, wraps: true, show: ({ comesFrom }) => comesFrom[locale] },
          { key: 'by', title: say.by, width: 160, wraps: true, show: ({ suppliedBy }) => suppliedBy },
          { key: 'personal', title: say.personal, width: 84, show: ({ personal }) => (personal ? say.yes : say.no) },
          { key: 'key', title: say.key, width: 180, wraps: true, show: ({ key }) => <code>{key}</code> },
        ]}
      />
    </section>
  )
}
