import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { withValue } from '../document/paths.ts'
import { Notes, Origin, useEditing } from '../editing.tsx'
import { ValueField } from '../fields.tsx'
import { words } from '../words.ts'
import { figuresOf } from './figures.ts'

/** Amounts and counts that are written into the steps and limits. */
export function FixedAmounts() {
  const { document, readOnly, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const figures = figuresOf(document)
  if (figures.length === 0) return null
  return (
    <section aria-labelledby="editor-fixed">
      <h2 id="editor-fixed">{say.fixed}</h2>
      <div className="sj-editor-rows">
        {figures.map(({ path, label, value, kind, part }) => (
          <div key={path.join('.')} className="sj-editor-row">
            <ValueField
              label={label[locale]}
              value={value}
              kind={kind}
              readOnly={readOnly}
              onChange={(next) => change((now) => withValue(now, path, next))}
            />
            {part ? <Origin part={part} /> : null}
            <Notes at={path.join('.')} onlyFindings />
          </div>
        ))}
      </div>
    </section>
  )
}
