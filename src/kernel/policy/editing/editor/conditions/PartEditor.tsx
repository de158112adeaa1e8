import { Button } from 'antd'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { MOMENT_WORDS } from '../../../deciding/words.ts'
import { FACTS } from '../../../facts/dictionary.ts'
import { MOMENTS, type Moment } from '../../../facts/facts.ts'
import type { ConditionPart } from '../../../packs/condition.ts'
import { useEditing, useFacts } from '../editing.tsx'
import { ChoiceField, TextField } from '../fields.tsx'
import {
  newTest,
  operatorOf,
  operatorsFor,
  type Shape,
  shapeOf,
  SHAPES,
  withFact,
  withOperator,
  withShape,
} from '../sentences/build.ts'
import { OperandFields } from './OperandFields.tsx'
import { words } from './words.ts'

type PartEditorProps = {
  part: ConditionPart
  onChange: (part: ConditionPart) => void
  /** Parts of parts have no name of their own, and say in their own words why they are not met. */
  isInner?: boolean
}

const FIRST = FACTS[0]!

/** A condition put together from choices: a fact, a comparison that its type knows, a value of its type; or parts joined. */
export function PartEditor({ part, onChange, isInner = false }: PartEditorProps) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const shape = shapeOf(part)
  const parts = part.all ?? part.any ?? (part.not ? [part.not] : [])
  const setParts = (next: ConditionPart[]) =>
    onChange(part.not ? { ...part, not: next[0]! } : { ...part, [shape]: next })
  return (
    <div className="sj-editor-parts">
      <div className="sj-editor-row">
        <ChoiceField<Shape>
          label={say.shape}
          value={shape}
          readOnly={readOnly}
          choices={SHAPES.map((value) => ({ value, label: say.shapes[value] }))}
          onChange={(next) => onChange(withShape(part, next, FIRST))}
        />
        {shape === 'test' ? <TestFields part={part} onChange={onChange} /> : null}
      </div>
      {shape === 'test' ? null : (
        <ol>
          {parts.map((each, index) => (
            <li key={index} aria-label={say.part(index + 1)}>
              <PartEditor part={each} isInner onChange={(next) => setParts(parts.toSpliced(index, 1, next))} />
              {readOnly || parts.length < 2 ? null : (
                <Button
                  size="small"
                  type="text"
                  aria-label={say.removePart(index + 1)}
                  onClick={() => setParts(parts.toSpliced(index, 1))}
                >
                  {say.removeShort}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {readOnly || shape === 'test' || shape === 'not' ? null : (
        <Button size="small" onClick={() => setParts([...parts, newTest(FIRST)])}>
          {say.addPart}
        </Button>
      )}
      {shape === 'test' || isInner ? <FailedWords part={part} onChange={onChange} /> : null}
    </div>
  )
}

function TestFields({ part, onChange }: PartEditorProps) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const { dictionary, facts } = useFacts()
  const definition = dictionary.get(part.fact ?? '')
  const operator = operatorOf(part)
  const choices = facts.map(({ key, label }) => ({ value: key, label: label[locale] }))
  const moments = [
    { value: '', label: say.now },
    ...MOMENTS.map((value) => ({ value: value as string, label: MOMENT_WORDS[value][locale] })),
  ]
  const setMoment = (at: string) => {
    const { at: _, ...rest } = part
    onChange(at === '' ? rest : { ...rest, at: at as Moment })
  }
  const said = (each: (typeof operators)[number]) =>
    definition?.type === 'date' && (each === 'atLeast' || each === 'atMost') ? say.dated[each] : say.operators[each]
  const operators = definition ? operatorsFor(definition) : []
  return (
    <>
      <ChoiceField
        label={say.fact}
        value={part.fact ?? ''}
        readOnly={readOnly}
        choices={choices}
        onChange={(key) => onChange(withFact(part, dictionary.get(key)!, definition))}
      />
      <ChoiceField label={say.at} value={part.at ?? ''} readOnly={readOnly} choices={moments} onChange={setMoment} />
      {definition ? (
        <>
          <ChoiceField
            label={say.operator}
            value={operator ?? ''}
            readOnly={readOnly}
            choices={operators.map((value) => ({ value, label: said(value) }))}
            onChange={(next) => onChange(withOperator(part, next, definition))}
          />
          {operator ? (
            <OperandFields part={part} operator={operator} definition={definition} onChange={onChange} />
          ) : null}
        </>
      ) : null}
    </>
  )
}

/** The pack's own words for the resident when this is not met; without them a sentence is made. */
function FailedWords({ part, onChange }: PartEditorProps) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const { failed, ...rest } = part
  const set = (language: 'zh' | 'en', text: string) => {
    const next = { zh: failed?.zh ?? '', en: failed?.en ?? '', [language]: text.trim() }
    onChange(next.zh === '' && next.en === '' ? rest : { ...rest, failed: next })
  }
  return (
    <div className="sj-editor-row">
      <TextField
        label={say.failedZh}
        value={failed?.zh ?? ''}
        readOnly={readOnly}
        wide
        onChange={(text) => set('zh', text)}
      />
      <TextField
        label={say.failedEn}
        value={failed?.en ?? ''}
        readOnly={readOnly}
        wide
        onChange={(text) => set('en', text)}
      />
    </div>
  )
}
