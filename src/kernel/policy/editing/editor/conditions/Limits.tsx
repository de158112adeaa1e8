import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { isCivilDate } from '../../../../values/public.ts'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import { SAMENESS } from '../../../limits/limits.ts'
import { RULES } from '../../../packs/limit.ts'
import { Chosen } from '../Chosen.tsx'
import { useEditing } from '../editing.tsx'
import { FamiliesField, useFamilyNames } from '../families.tsx'
import { ChoiceField, DayField, TextField } from '../fields.tsx'
import { endBeforeBegin } from '../values/dates.ts'
import { valueFrom, valueText, wrongValue } from '../values/kinds.ts'
import { NamedList } from './NamedList.tsx'
import { NameField } from './OperandFields.tsx'
import { type Limit, type Rule, ruleOf, sayLimit, type WindowKind, windowKindOf, WINDOWS } from './say-limit.ts'
import { words } from './words.ts'

const BEGUN: Record<Rule, Partial<Limit>> = {
  count: { count: 1, window: 'calendarYear' },
  // No sum is made up: the field has to be filled in.
  sum: { sum: '' as unknown as number, window: 'calendarYear' },
  once: { once: ['occupation', 'level'] },
  noLowerLevel: { noLowerLevel: true },
}

/** A limit by another rule: what both know stays. */
function withRule(
  { count: _c, sum: _s, once: _o, noLowerLevel: _n, window: _w, beyond: _b, ...rest }: Limit,
  rule: Rule,
): Limit {
  return { ...rest, ...BEGUN[rule] }
}

export function Limits() {
  const { document } = useEditing()
  const locale = useLocale()
  const families = useFamilyNames()
  const [first = ''] = families.keys()
  return (
    <NamedList<Limit>
      list="limits"
      fewest={0}
      begun={(named) => ({ ...named, over: [first], ...BEGUN.count })}
      sentence={(limit) => sayLimit(limit, { document, dictionary: FACT_DICTIONARY, families })[locale]}
      fields={(limit, set) => <LimitFields limit={limit} set={set} />}
    />
  )
}

function LimitFields({ limit, set }: { limit: Limit; set: (limit: Limit) => void }) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const rule = ruleOf(limit)
  const beyonds = rule === 'sum' ? (['refuse', 'trim', 'tell'] as const) : (['refuse', 'tell'] as const)
  return (
    <>
      <div className="sj-editor-row">
        <ChoiceField
          label={say.rule}
          value={rule}
          readOnly={readOnly}
          choices={RULES.map((value) => ({ value, label: say.rules[value] }))}
          onChange={(next) => set(withRule(limit, next))}
        />
        <MostField limit={limit} set={set} />
        {limit.once ? (
          <Chosen
            label={say.sameOf}
            choices={SAMENESS.map((value) => ({ value, label: say.sameness[value] }))}
            chosen={limit.once}
            readOnly={readOnly}
            onChange={(once) => set({ ...limit, once: SAMENESS.filter((each) => once.includes(each)) })}
          />
        ) : null}
        <WindowFields limit={limit} set={set} />
      </div>
      <div className="sj-editor-row">
        <FamiliesField label={say.over} families={limit.over} onChange={(over) => set({ ...limit, over })} />
        <ChoiceField
          label={say.beyond}
          value={limit.beyond ?? 'refuse'}
          readOnly={readOnly}
          choices={beyonds.map((value) => ({ value, label: say.beyonds[value] }))}
          onChange={(beyond) => set({ ...limit, beyond })}
        />
        <ChoiceField
          label={say.onUnknown}
          value={limit.onUnknown ?? 'hold'}
          readOnly={readOnly}
          choices={(['hold', 'note'] as const).map((value) => ({ value, label: say.onUnknowns[value] }))}
          onChange={(onUnknown) => set({ ...limit, onUnknown })}
        />
      </div>
    </>
  )
}

function MostField({ limit, set }: { limit: Limit; set: (limit: Limit) => void }) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const member = limit.count !== undefined ? 'count' : limit.sum !== undefined ? 'sum' : undefined
  if (!member) return null
  const most = limit[member]
  if (typeof most === 'object')
    return (
      <NameField
        label={say.most}
        name={most.parameter}
        holds="values"
        onChange={(parameter) => set({ ...limit, [member]: { parameter } })}
      />
    )
  const kind = { kind: member === 'sum' ? 'money' : 'integer' } as const
  return (
    <TextField
      label={say.most}
      value={valueText(most, kind)}
      wrong={wrongValue(most, kind)?.[locale]}
      readOnly={readOnly}
      onChange={(text) => set({ ...limit, [member]: valueFrom(text, kind) as number })}
    />
  )
}

/** What is wrong with the last day of a window: no day, or one before the first. */
function wrongDays({ from, to }: { from: string; to: string }) {
  return wrongValue(to, DAY) ?? (isCivilDate(from) ? endBeforeBegin(from, to) : undefined)
}

const DAY = { kind: 'date' } as const

function WindowFields({ limit, set }: { limit: Limit; set: (limit: Limit) => void }) {
  const { readOnly } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const { window } = limit
  const needs = limit.count !== undefined || limit.sum !== undefined
  const begun = (kind: WindowKind): Limit['window'] => {
    if (kind === 'months') return { months: 12 }
    return kind === 'period' ? { from: '', to: '' } : kind
  }
  return (
    <>
      {needs ? (
        <ChoiceField
          label={say.inWindow}
          value={windowKindOf(limit)}
          readOnly={readOnly}
          choices={WINDOWS.map((value) => ({ value, label: say.windows[value] }))}
          onChange={(kind) => set({ ...limit, window: begun(kind) })}
        />
      ) : null}
      {typeof window === 'object' && 'months' in window ? (
        typeof window.months === 'object' ? (
          <NameField
            label={say.months}
            name={window.months.parameter}
            holds="values"
            onChange={(parameter) => set({ ...limit, window: { months: { parameter } } })}
          />
        ) : (
          <TextField
            label={say.months}
            value={String(window.months)}
            wrong={wrongValue(window.months, { kind: 'integer' })?.[locale]}
            readOnly={readOnly}
            onChange={(text) => set({ ...limit, window: { months: valueFrom(text, { kind: 'integer' }) as number } })}
          />
        )
      ) : null}
      {typeof window === 'object' && 'from' in window ? (
        <>
          <DayField
            label={say.lowest}
            value={window.from}
            wrong={wrongValue(window.from, DAY)?.[locale]}
            readOnly={readOnly}
            onChange={(from) => set({ ...limit, window: { ...window, from } })}
          />
          <DayField
            label={say.highest}
            value={window.to}
            wrong={wrongDays(window)?.[locale]}
            readOnly={readOnly}
            onChange={(to) => set({ ...limit, window: { ...window, to } })}
          />
        </>
      ) : null}
    </>
  )
}
