import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { ROUNDINGS } from '../../../../values/public.ts'
import { sayRounding } from '../../../deciding/words.ts'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import { NameField, OperandField } from '../conditions/OperandFields.tsx'
import { words as named } from '../conditions/words.ts'
import { isTables, parametersOf } from '../document/tables.ts'
import { useEditing, useFacts } from '../editing.tsx'
import { ChoiceField, ValueField } from '../fields.tsx'
import {
  isPlain,
  type PlainMoney,
  sayMoney,
  type WrittenMoney,
  type WrittenShare,
  type WrittenStep,
} from './say-step.ts'
import { words } from './words.ts'

type StepFieldsProps = { step: WrittenStep; set: (step: WrittenStep) => void }

/** A fact that is money stands for every amount. */
const MONEY = FACT_DICTIONARY.get('training.cost')!

/** What one kind of step asks for. */
export function StepFields({ step, set }: StepFieldsProps) {
  const { document, readOnly } = useEditing()
  const { dictionary, facts } = useFacts()
  const say = useWords(words)
  const locale = useLocale()
  const money = (label: string, held: WrittenMoney, change: (next: PlainMoney) => void) =>
    isPlain(held) ? (
      <OperandField label={label} operand={held} definition={MONEY} onChange={(next) => change(next as PlainMoney)} />
    ) : (
      // What is reckoned inside another reckoning is said here, and written in the document.
      <p className="sj-editor-sentence">{sayMoney(held, { document, dictionary })[locale]}</p>
    )
  const { table, fixed, rate, share, uplift, times, atLeast, atMost, round, subtract } = step
  if (table) {
    const tables = parametersOf(document).flatMap(({ name, parameter }) =>
      isTables(parameter) ? [{ value: name, label: parameter.label[locale] }] : [],
    )
    const isHere = !('parameter' in table)
    return (
      <ChoiceField
        label={say.table}
        value={isHere ? '' : table.parameter}
        readOnly={readOnly || isHere}
        choices={[...(isHere ? [{ value: '', label: say.tableHere }] : []), ...tables]}
        onChange={(parameter) => set({ ...step, table: { parameter } })}
      />
    )
  }
  if (fixed !== undefined) return money(say.amount, fixed, (next) => set({ ...step, fixed: next }))
  if (atLeast !== undefined) return money(say.amount, atLeast, (next) => set({ ...step, atLeast: next }))
  if (atMost !== undefined) return money(say.amount, atMost, (next) => set({ ...step, atMost: next }))
  if (subtract !== undefined) return money(say.amount, subtract, (next) => set({ ...step, subtract: next }))
  if (round) return <RoundingField value={round} onChange={(next) => set({ ...step, round: next })} />
  if (rate)
    return (
      <>
        {money(say.amount, rate.fen, (fen) => set({ ...step, rate: { ...rate, fen } }))}
        <ChoiceField
          label={say.per}
          value={rate.per.fact}
          readOnly={readOnly}
          choices={facts.flatMap(({ key, label, type }) =>
            type === 'integer' ? [{ value: key, label: label[locale] }] : [],
          )}
          onChange={(fact) => set({ ...step, rate: { ...rate, per: { ...rate.per, fact } } })}
        />
      </>
    )
  if (share)
    return (
      <>
        {money(say.of, share.of, (of) => set({ ...step, share: { ...share, of } }))}
        <ShareFields held={share} onChange={(next) => set({ ...step, share: { ...share, ...next } })} />
      </>
    )
  if (uplift) return <ShareFields held={uplift} onChange={(next) => set({ ...step, uplift: next })} />
  return times ? <ShareFields held={times} onChange={(next) => set({ ...step, times: next })} /> : null
}

type Shared = { ratio: WrittenShare; round: (typeof ROUNDINGS)[number] }

function ShareFields({ held, onChange }: { held: Shared; onChange: (held: Shared) => void }) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const names = useWords(named)
  const { ratio } = held
  const isNamed = typeof ratio === 'object' && 'parameter' in ratio
  return (
    <>
      <ChoiceField
        label={say.shareFrom}
        value={isNamed ? 'parameter' : 'value'}
        readOnly={readOnly}
        choices={[
          { value: 'value', label: names.withs.value },
          { value: 'parameter', label: names.withs.parameter },
        ]}
        onChange={(next) =>
          onChange({ ...held, ratio: next === 'value' ? { numerator: 1, denominator: 2 } : { parameter: '' } })
        }
      />
      {isNamed ? (
        <NameField
          label={say.shareName}
          name={ratio.parameter}
          holds="values"
          onChange={(parameter) => onChange({ ...held, ratio: { parameter } })}
        />
      ) : (
        <ValueField
          label={say.share}
          value={ratio}
          kind={{ kind: 'ratio' }}
          readOnly={readOnly}
          onChange={(next) => onChange({ ...held, ratio: next as WrittenShare })}
        />
      )}
      <RoundingField value={held.round} onChange={(round) => onChange({ ...held, round })} />
    </>
  )
}

function RoundingField({ value, onChange }: { value: Shared['round']; onChange: (round: Shared['round']) => void }) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  return (
    <ChoiceField
      label={say.rounding}
      value={value}
      readOnly={readOnly}
      choices={ROUNDINGS.map((each) => ({ value: each, label: sayRounding(each)[locale] }))}
      onChange={onChange}
    />
  )
}
