import { Button } from 'antd'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { FACTS } from '../../../facts/dictionary.ts'
import { type FactDefinition, isRatio } from '../../../facts/facts.ts'
import {
  type ConditionPart,
  type Operand,
  type Operator,
  type PackScalar,
  type Span,
  SPANS,
  type Within,
} from '../../../packs/condition.ts'
import { countyValueOn, sayCountyValue } from '../county-values.ts'
import { parametersOf } from '../document/tables.ts'
import { useEditing, useFacts } from '../editing.tsx'
import { ChoiceField, choicesOf, TextField, ValueField } from '../fields.tsx'
import { Chosen } from '../Chosen.tsx'
import { firstValue } from '../sentences/build.ts'
import { CountyValueNote } from '../rates/CountyParameters.tsx'
import { sayFact, sayParameter } from '../sentences/say.ts'
import { kindOfFact, valueFrom } from '../values/kinds.ts'
import { words as editorWords } from '../words.ts'
import { words } from './words.ts'

type OperandFieldsProps = {
  part: ConditionPart
  operator: Operator
  definition: FactDefinition
  onChange: (part: ConditionPart) => void
}

/** What stands on the right-hand side of a comparison, by the fact's type. */
export function OperandFields({ part, operator, definition, onChange }: OperandFieldsProps) {
  const say = useWords(words)
  if (operator === 'known') return null
  if (operator === 'within')
    return <WithinFields within={part.within!} onChange={(within) => onChange({ ...part, within })} />
  if (operator === 'oneOf') return <ListFields part={part} definition={definition} onChange={onChange} />
  if (operator === 'between') {
    const [low, high] = part.between!
    return (
      <>
        <OperandField
          label={say.lowest}
          operand={low}
          definition={definition}
          onChange={(next) => onChange({ ...part, between: [next, high] })}
        />
        <OperandField
          label={say.highest}
          operand={high}
          definition={definition}
          onChange={(next) => onChange({ ...part, between: [low, next] })}
        />
      </>
    )
  }
  return (
    <OperandField
      label={say.value}
      operand={part[operator]!}
      definition={definition}
      onChange={(next) => onChange({ ...part, [operator]: next })}
    />
  )
}

type OperandFieldProps = {
  label: string
  operand: Operand
  definition: FactDefinition
  onChange: (operand: Operand) => void
}

const WITHS = ['value', 'fact', 'parameter'] as const

function withOf(operand: Operand): (typeof WITHS)[number] {
  if (typeof operand !== 'object' || isRatio(operand)) return 'value'
  return 'fact' in operand ? 'fact' : 'parameter'
}

export function OperandField({ label, operand, definition, onChange }: OperandFieldProps) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const kind = withOf(operand)
  const { dictionary, facts } = useFacts()
  const others = facts.filter(({ type }) => type === definition.type)
  const begun = (next: (typeof WITHS)[number]): Operand => {
    if (next === 'value') return firstValue(definition)
    return next === 'fact' ? { fact: others[0]!.key } : { parameter: '' }
  }
  return (
    <>
      <ChoiceField
        label={say.with}
        value={kind}
        readOnly={readOnly}
        choices={WITHS.map((value) => ({ value, label: say.withs[value] }))}
        onChange={(next) => onChange(begun(next))}
      />
      {kind === 'value' ? (
        <ValueField
          label={label}
          value={operand}
          kind={kindOfFact(definition)}
          readOnly={readOnly}
          onChange={(next) => onChange(next as Operand)}
        />
      ) : null}
      {typeof operand === 'object' && 'fact' in operand ? (
        <ChoiceField
          label={say.otherFact}
          value={operand.fact}
          readOnly={readOnly}
          choices={others.map(({ key, at }: { key: string; at?: never }) => ({
            value: key,
            label: sayFact(key, at, dictionary)[locale],
          }))}
          onChange={(fact) => onChange({ ...operand, fact })}
        />
      ) : null}
      {typeof operand === 'object' && 'parameter' in operand ? (
        <NameField
          label={say.parameter}
          name={operand.parameter}
          holds="values"
          onChange={(parameter) => onChange({ parameter })}
        />
      ) : null}
    </>
  )
}

/** A value or a list by its name: the scheme's own by their words, the county's by what they are called and hold. */
export function NameField({
  label,
  name,
  holds,
  onChange,
}: {
  label: string
  name: string
  holds: 'values' | 'lists'
  onChange: (name: string) => void
}) {
  const { document, readOnly, countyValues } = useEditing()
  const { dictionary } = useFacts()
  const all = useWords(editorWords)
  const locale = useLocale()
  const own = parametersOf(document).flatMap(({ name: value, parameter }) =>
    holds in parameter ? [{ value, label: parameter.label[locale] }] : [],
  )
  const names = [...new Set(countyValues.map((each) => each.name))]
  const county = names.flatMap((value) => {
    const held = countyValueOn(countyValues, value, document.inForce.from)
    const said = held && sayCountyValue(held.value, undefined)
    if (!said || Array.isArray(held.value) !== (holds === 'lists')) return []
    const called = sayParameter(value, { document, dictionary })[locale]
    return [{ value, label: all.ofCounty(called, said[locale]) }]
  })
  return (
    <span className="sj-editor-field">
      <ChoiceField label={label} value={name} readOnly={readOnly} choices={[...own, ...county]} onChange={onChange} />
      <CountyValueNote name={name} />
    </span>
  )
}

function ListFields({ part, definition, onChange }: Omit<OperandFieldsProps, 'operator'>) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const { oneOf } = part
  const members: PackScalar[] = Array.isArray(oneOf) ? oneOf : []
  const kind = kindOfFact(definition)
  const set = (next: PackScalar[] | { parameter: string }) => onChange({ ...part, oneOf: next })
  return (
    <>
      <ChoiceField
        label={say.listFrom}
        value={Array.isArray(oneOf) ? 'written' : 'named'}
        readOnly={readOnly}
        choices={[
          { value: 'written', label: say.listWritten },
          { value: 'named', label: say.listNamed },
        ]}
        onChange={(next) => set(next === 'written' ? [firstValue(definition)] : { parameter: '' })}
      />
      {oneOf && !Array.isArray(oneOf) ? (
        <NameField
          label={say.listed}
          name={oneOf.parameter}
          holds="lists"
          onChange={(parameter) => set({ parameter })}
        />
      ) : null}
      {Array.isArray(oneOf) && kind.kind === 'choice' ? (
        <Chosen
          label={say.listed}
          choices={choicesOf(kind).map(({ value, words: name }) => ({ value, label: name[locale] }))}
          chosen={members as string[]}
          readOnly={readOnly}
          onChange={(chosen) => set(choicesOf(kind).flatMap(({ value }) => (chosen.includes(value) ? [value] : [])))}
        />
      ) : null}
      {Array.isArray(oneOf) && kind.kind !== 'choice' ? (
        <>
          {members.map((member, index) => (
            <ValueField
              key={index}
              label={`${say.value} ${index + 1}`}
              value={member}
              kind={kind}
              readOnly={readOnly}
              onChange={(next) =>
                set(
                  next === '' && members.length > 1
                    ? members.toSpliced(index, 1)
                    : members.toSpliced(index, 1, next as PackScalar),
                )
              }
            />
          ))}
          {readOnly ? null : (
            <Button size="small" onClick={() => set([...members, firstValue(definition)])}>
              {say.oneMore}
            </Button>
          )}
        </>
      ) : null}
    </>
  )
}

const DATE = FACTS.find(({ type }) => type === 'date')!

function WithinFields({ within, onChange }: { within: Within; onChange: (within: Within) => void }) {
  const say = useWords(words)
  return (
    <>
      <OperandField
        label={say.from}
        operand={within.of}
        definition={DATE}
        onChange={(of) => onChange({ ...within, of })}
      />
      <LengthFields
        held={within}
        spans={SPANS}
        onChange={(length) =>
          onChange({ of: within.of, ...length, ...(within.lastDay ? { lastDay: within.lastDay } : {}) })
        }
      />
    </>
  )
}

type Length = { [S in Span]?: number | { parameter: string } | undefined }

/** So many days, months or years; a text that is no number stays and is told. */
export function LengthFields({
  held,
  spans,
  onChange,
}: {
  held: Length
  spans: readonly Span[]
  onChange: (length: Length) => void
}) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const span = spans.find((each) => held[each] !== undefined) ?? 'months'
  const length = held[span]
  return (
    <>
      {typeof length === 'object' ? (
        <NameField
          label={say.howLong}
          name={length.parameter}
          holds="values"
          onChange={(parameter) => onChange({ [span]: { parameter } })}
        />
      ) : (
        <TextField
          label={say.howLong}
          value={String(length ?? '')}
          readOnly={readOnly}
          onChange={(text) => onChange({ [span]: valueFrom(text, { kind: 'integer' }) as number })}
        />
      )}
      <ChoiceField
        label={say.span}
        value={span}
        readOnly={readOnly}
        choices={spans.map((value) => ({ value, label: say.spans[value] }))}
        onChange={(next) => onChange({ [next]: length ?? 12 })}
      />
    </>
  )
}
