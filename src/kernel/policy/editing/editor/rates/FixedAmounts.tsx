import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { withValue } from '../document/paths.ts'
import { Notes, Origin, useEditing } from '../editing.tsx'
import { ValueField } from '../fields.tsx'
import { wrongValue } from '../values/kinds.ts'
import { words } from '../words.ts'
import { figureByDates } from './by-dates.ts'
import { AddingFrom } from './EntryHead.tsx'
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
        {figures.map((figure) => {
          const { path, label, value, kind, part } = figure
          return (
            <div key={path.join('.')} className="sj-editor-row">
              <ValueField
                label={label[locale]}
                value={value}
                kind={kind}
                readOnly={readOnly}
                onChange={(next) => change((now) => withValue(now, path, next))}
              />
              {part ? <Origin part={part} /> : null}
              {readOnly || wrongValue(value, kind) ? null : (
                <AddingFrom
                  label={label[locale]}
                  entries={[document.inForce]}
                  onAdd={(from) => change((now) => figureByDates(now, figure, from))}
                />
              )}
              <Notes at={path.join('.')} onlyFindings />
            </div>
          )
        })}
      </div>
    </section>
  )
}
