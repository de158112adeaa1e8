import { Button } from 'antd'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { FACT_DICTIONARY, FACTS } from '../../../facts/dictionary.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { ClauseText } from '../clauses/ClauseText.tsx'
import { withValue } from '../document/paths.ts'
import { Notes, Origin, useEditing } from '../editing.tsx'
import { ChoiceField, CiteField } from '../fields.tsx'
import { sayPart } from '../sentences/say.ts'
import { LengthFields } from './OperandFields.tsx'
import { words } from './words.ts'

type Window = NonNullable<PackDocument['window']>

const DAYS = FACTS.filter(({ type }) => type === 'date')

/** Until when it may be claimed. */
export function ClaimWindow() {
  const { document, readOnly, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const { window } = document
  const set = (next: Window | undefined) => change((now) => withValue(now, ['window'], next))
  const begin = () =>
    set({
      label: words.lists.window,
      cite: Object.keys(document.clauses)[0] ?? '',
      from: { fact: 'certificate.issuedOn' },
      months: 12,
    })
  return (
    <section aria-labelledby="editor-window">
      <h2 id="editor-window">{say.lists.window}</h2>
      <p className="sj-meta">{say.meant.window}</p>
      {window ? (
        <article className="sj-editor-part sj-editor-beside-clause">
          <div>
            <h3>
              {window.label[locale]} <Origin part="window" />
            </h3>
            <p className="sj-editor-sentence">
              {
                sayPart(
                  { fact: 'claim.on', within: { of: window.from, months: window.months, days: window.days } },
                  { document, dictionary: FACT_DICTIONARY },
                )[locale]
              }
            </p>
            <div className="sj-editor-row">
              <ChoiceField
                label={say.from}
                value={window.from.fact}
                readOnly={readOnly}
                choices={DAYS.map(({ key, label }) => ({ value: key, label: label[locale] }))}
                onChange={(fact) => set({ ...window, from: { ...window.from, fact } })}
              />
              <LengthFields
                held={window}
                spans={['days', 'months']}
                onChange={({ days, months }) => set(withLength(window, { days, months }))}
              />
              <CiteField path={['window', 'cite']} label={say.basis} />
            </div>
            <Notes at="window" />
            {readOnly ? null : (
              <Button
                size="small"
                type="text"
                danger
                aria-label={say.remove(window.label[locale])}
                onClick={() => set(undefined)}
              >
                {say.removeShort}
              </Button>
            )}
          </div>
          <ClauseText id={window.cite} />
        </article>
      ) : (
        <>
          <p>{say.none}</p>
          {readOnly ? null : <Button onClick={begin}>{say.add.window}</Button>}
        </>
      )}
    </section>
  )
}

function withLength(
  { days: _d, months: _m, ...rest }: Window,
  { days, months }: Pick<Window, 'days' | 'months'>,
): Window {
  return days === undefined ? { ...rest, months } : { ...rest, days }
}
