import { Button } from 'antd'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { SKILL_LEVELS } from '../../../../values/public.ts'
import { sayValue } from '../../../deciding/words.ts'
import { INSTALMENT_NUMBER } from '../../../deciding/instalments.ts'
import type { Slot } from '../../../deciding/slots.ts'
import { BESIDE } from '../../../deciding/stacking.ts'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import { FamilyField, useFamilyNames } from '../families.tsx'
import { ChoiceField, DayField, TextField, ValueField } from '../fields.tsx'
import { firstValue } from '../sentences/build.ts'
import { kindOfFact, textOf, valueFrom, valueText, wrongValue } from '../values/kinds.ts'
import { type Given, type GivenValue, inState, type State, stateOf } from './given.ts'
import { words } from './words.ts'

type GivenFieldsProps = {
  slots: readonly Slot[]
  given: Given
  /** Facts that another case gives where this one says nothing. */
  inherited?: Given
  readOnly?: boolean
  onChange: (given: Given) => void
}

/** The facts of a case, each with a field of its type: known, unknown, or none. */
export function GivenFields({ slots, given, inherited, readOnly = false, onChange }: GivenFieldsProps) {
  const set = (key: string, value: GivenValue | undefined) => {
    const { [key]: _, ...rest } = given
    onChange(value === undefined ? rest : { ...given, [key]: value })
  }
  return (
    <div className="sj-editor-given">
      {slots.filter(isTyped).map((slot) => (
        <GivenField
          key={slot.key}
          slot={slot}
          value={given[slot.key]}
          inherited={inherited?.[slot.key]}
          hasLike={inherited !== undefined}
          readOnly={readOnly}
          onChange={(value) => set(slot.key, value)}
        />
      ))}
    </div>
  )
}

/** Which instalment it is and what others of the family come to have fields of their own. */
const isTyped = ({ fact }: Slot) => fact !== BESIDE && fact !== INSTALMENT_NUMBER

type GivenFieldProps = {
  slot: Slot
  value: GivenValue | undefined
  inherited: GivenValue | undefined
  hasLike: boolean
  readOnly: boolean
  onChange: (value: GivenValue | undefined) => void
}

function GivenField({ slot, value, inherited, hasLike, readOnly, onChange }: GivenFieldProps) {
  const say = useWords(words)
  const locale = useLocale()
  const { definition } = slot
  const state = stateOf(value)
  const label = slot.label[locale]
  const states: State[] = hasLike
    ? ['absent', 'known', 'unknown', 'none']
    : state === 'unknown'
      ? ['unknown', 'known', 'none']
      : ['absent', 'known', 'none']
  const first: GivenValue =
    stateOf(inherited) === 'known' && inherited !== undefined
      ? inherited
      : definition.type === 'history'
        ? { receipts: [] }
        : firstValue(definition)
  const kind = kindOfFact(definition)
  return (
    <div className="sj-editor-fact" role="group" aria-label={label}>
      <span>{label}</span>
      <ChoiceField
        bare
        label={say.state(label)}
        value={state}
        readOnly={readOnly}
        choices={states.map((each) => ({
          value: each,
          label: each === 'absent' && hasLike ? say.asLike : say.states[each],
        }))}
        onChange={(next) => onChange(inState(next, first))}
      />
      {state === 'absent' && inherited !== undefined ? (
        <span className="sj-meta">{sayGiven(inherited, slot)[locale]}</span>
      ) : null}
      {state !== 'known' ? null : definition.type === 'history' ? (
        <Receipts value={value as Received} readOnly={readOnly} onChange={onChange} />
      ) : (
        <ValueField
          bare
          label={say.value(label)}
          value={value}
          kind={kind}
          readOnly={readOnly}
          onChange={(next) => onChange(next as GivenValue)}
        />
      )}
    </div>
  )
}

/** What a case says of a fact, in words. */
function sayGiven(value: GivenValue, { definition }: Slot) {
  const state = stateOf(value)
  if (state === 'unknown') return words.states.unknown
  if (state === 'none') return words.states.none
  if (typeof value === 'object' && 'receipts' in value)
    return value.receipts.length === 0
      ? words.history.none
      : { zh: `以往 ${value.receipts.length} 次`, en: `${value.receipts.length} before` }
  const kind = kindOfFact(definition)
  return wrongValue(value, kind) ? { zh: textOf(value), en: textOf(value) } : sayValue(definition, value as string)
}

type Received = Extract<GivenValue, { receipts: unknown }>
type Receipt = Received['receipts'][number]

const MONEY = { kind: 'money' } as const
const DAY = { kind: 'date' } as const

/** One received before as it is begun: of the county's first family, its day and sum still to be filled in. */
const begunOf = (family: string | undefined) => ({ family: family ?? '', on: '', fen: '' }) as unknown as Receipt

/** Subsidies received before: none, or one after another. */
function Receipts({
  value,
  readOnly,
  onChange,
}: {
  value: Received
  readOnly: boolean
  onChange: (value: GivenValue) => void
}) {
  const say = useWords(words.history)
  const locale = useLocale()
  const { receipts } = value
  const [first] = useFamilyNames().keys()
  const set = (index: number, member: keyof Receipt, next: unknown) => {
    const { [member]: _, ...rest } = receipts[index]!
    const isOptional = member !== 'on' && member !== 'fen'
    const changed = (isOptional && (next === undefined || next === '') ? rest : { ...rest, [member]: next }) as Receipt
    onChange({ ...value, receipts: receipts.map((each, at) => (at === index ? changed : each)) })
  }
  const levels = SKILL_LEVELS.map((level) => ({
    value: level as string,
    label: sayValue(FACT_DICTIONARY.get('claim.level')!, level)[locale],
  }))
  return (
    <div className="sj-editor-receipts">
      {receipts.length === 0 ? <span>{say.none}</span> : null}
      {receipts.map(({ family, on, occupation, level, certificate, fen }, index) => (
        <div key={index} className="sj-editor-row" role="group" aria-label={say.group(index + 1)}>
          <FamilyField label={say.family} family={family} onChange={(next) => set(index, 'family', next)} />
          {typeof on === 'string' ? (
            <DayField
              label={say.on}
              value={on}
              readOnly={readOnly}
              wrong={wrongValue(on, DAY)?.[locale]}
              onChange={(date) => set(index, 'on', date)}
            />
          ) : (
            <span>{`${on.from}—${on.to}`}</span>
          )}
          <TextField
            label={say.occupation}
            value={occupation ?? ''}
            readOnly={readOnly}
            onChange={(text) => set(index, 'occupation', text.trim())}
          />
          <ChoiceField
            label={say.level}
            value={level ?? ''}
            readOnly={readOnly}
            choices={[{ value: '', label: '—' }, ...levels]}
            onChange={(next) => set(index, 'level', next)}
          />
          <TextField
            label={say.certificate}
            value={certificate ?? ''}
            readOnly={readOnly}
            onChange={(text) => set(index, 'certificate', text.trim())}
          />
          <TextField
            label={say.amount}
            value={valueText(fen, MONEY)}
            readOnly={readOnly}
            wrong={wrongValue(fen, MONEY)?.[locale]}
            onChange={(text) => set(index, 'fen', valueFrom(text, MONEY))}
          />
          {readOnly ? null : (
            <Button
              size="small"
              type="text"
              aria-label={say.remove(index + 1)}
              onClick={() => onChange({ ...value, receipts: receipts.toSpliced(index, 1) })}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      {readOnly ? null : (
        <Button size="small" onClick={() => onChange({ ...value, receipts: [...receipts, begunOf(first)] })}>
          {say.add}
        </Button>
      )}
    </div>
  )
}
