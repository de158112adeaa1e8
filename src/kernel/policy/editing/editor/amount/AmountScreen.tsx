import { Button } from 'antd'
import { useState } from 'react'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { FACT_DICTIONARY, FACTS } from '../../../facts/dictionary.ts'
import { STEP_KINDS } from '../../../packs/amount.ts'
import { ClauseText } from '../clauses/ClauseText.tsx'
import { PartEditor } from '../conditions/PartEditor.tsx'
import { words as named } from '../conditions/words.ts'
import { withAdded, withMoved, withValue } from '../document/paths.ts'
import { Notes, Origin, useEditing } from '../editing.tsx'
import { ChoiceField, CiteField, ExampleBox, TextField } from '../fields.tsx'
import { freshId, newTest } from '../sentences/build.ts'
import { kindOfStep, sayStep, type WrittenStep } from './say-step.ts'
import { stepOfKind, withSteps } from './steps.ts'
import { StepFields } from './StepFields.tsx'
import { words } from './words.ts'

/** The amount, step by step, each a sentence beside its clause. */
export function AmountScreen() {
  const { document, readOnly, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const [open, setOpen] = useState<string | null>(null)
  const { amount } = document
  const { steps } = amount
  const add = () => {
    const id = freshId(
      [...(steps ?? []), ...document.conditions, ...(document.limits ?? [])].map((each) => each.id),
      'step',
    )
    const step: WrittenStep = { id, label: named.newOne, cite: amount.cite, fixed: '' as unknown as number }
    change((now) => withAdded(now, ['amount', 'steps'], step))
    setOpen(id)
  }
  return (
    <section aria-labelledby="editor-steps">
      <h2 id="editor-steps">
        {say.title} <Origin part="amount" />
      </h2>
      <p className="sj-meta">{say.meant}</p>
      <Notes at="amount.label" />
      {steps ? null : (
        <article className="sj-editor-part sj-editor-beside-clause">
          <div>
            <h3>{amount.label[locale]}</h3>
            <p>{say.single}</p>
            <div className="sj-editor-row">
              <CiteField path={['amount', 'cite']} label={say.kind} />
              <ExampleBox path={['amount', 'placeholder']} label={amount.label[locale]} />
            </div>
            {readOnly ? null : <Button onClick={() => change(withSteps)}>{say.toSteps}</Button>}
          </div>
          <ClauseText id={amount.cite} />
        </article>
      )}
      <ol className="sj-editor-steplist">
        {(steps ?? []).map((step, index) => (
          <li key={step.id}>
            <StepPart
              step={step}
              index={index}
              isOpen={open === step.id}
              onOpen={(is) => setOpen(is ? step.id : null)}
              last={steps!.length - 1}
            />
          </li>
        ))}
      </ol>
      {readOnly || !steps ? null : <Button onClick={add}>{say.add}</Button>}
    </section>
  )
}

type StepPartProps = {
  step: WrittenStep
  index: number
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  last: number
}

function StepPart({ step, index, isOpen, onOpen, last }: StepPartProps) {
  const { document, readOnly, change } = useEditing()
  const say = useWords(words)
  const names = useWords(named)
  const locale = useLocale()
  const path = ['amount', 'steps', index]
  const label = step.label[locale]
  const set = (next: WrittenStep) => change((now) => withValue(now, path, next))
  return (
    <article className="sj-editor-part sj-editor-beside-clause">
      <div>
        <h3>{label}</h3>
        <p className="sj-editor-sentence">{sayStep(step, { document, dictionary: FACT_DICTIONARY })[locale]}</p>
        <Notes at={path.join('.')} />
        {isOpen ? (
          <>
            <div className="sj-editor-row">
              <TextField
                label={names.nameZh}
                value={step.label.zh}
                readOnly={readOnly}
                onChange={(zh) => set({ ...step, label: { ...step.label, zh } })}
              />
              <TextField
                label={names.nameEn}
                value={step.label.en}
                readOnly={readOnly}
                onChange={(en) => set({ ...step, label: { ...step.label, en } })}
              />
              <CiteField path={[...path, 'cite']} label={names.basis} />
              <ExampleBox path={[...path, 'placeholder']} label={label} />
            </div>
            <div className="sj-editor-row">
              <ChoiceField
                label={say.kind}
                value={kindOfStep(step)}
                readOnly={readOnly}
                choices={STEP_KINDS.map((value) => ({ value, label: say.kinds[value] }))}
                onChange={(kind) => set(stepOfKind(step, kind, document))}
              />
              <StepFields step={step} set={set} />
            </div>
            <WhenFields step={step} set={set} />
          </>
        ) : null}
        <div className="sj-editor-bar">
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-label={isOpen ? `${names.close}: ${label}` : names.edit(label)}
            onClick={() => onOpen(!isOpen)}
          >
            {isOpen ? names.close : names.editShort}
          </Button>
          {readOnly || !isOpen ? null : (
            <>
              <Button
                size="small"
                disabled={index === 0}
                aria-label={say.up(label)}
                onClick={() => change((now) => withMoved(now, ['amount', 'steps'], index, -1))}
              >
                ↑
              </Button>
              <Button
                size="small"
                disabled={index === last}
                aria-label={say.down(label)}
                onClick={() => change((now) => withMoved(now, ['amount', 'steps'], index, 1))}
              >
                ↓
              </Button>
              {last === 0 ? null : (
                <Button
                  size="small"
                  type="text"
                  danger
                  aria-label={names.remove(label)}
                  onClick={() => change((now) => withValue(now, path, undefined))}
                >
                  {names.removeShort}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
      <ClauseText id={step.cite} />
    </article>
  )
}

function WhenFields({ step, set }: { step: WrittenStep; set: (step: WrittenStep) => void }) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const { when, ...always } = step
  return (
    <>
      <ChoiceField
        label={say.when}
        value={when ? 'some' : 'all'}
        readOnly={readOnly}
        choices={[
          { value: 'all', label: say.always },
          { value: 'some', label: say.onlyWhen },
        ]}
        onChange={(next) => set(next === 'all' ? always : { ...always, when: newTest(FACTS[0]!) })}
      />
      {when ? <PartEditor part={when} onChange={(next) => set({ ...step, when: next })} /> : null}
    </>
  )
}
