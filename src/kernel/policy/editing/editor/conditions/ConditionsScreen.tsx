import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { FACT_DICTIONARY, FACTS } from '../../../facts/dictionary.ts'
import type { Condition, ConditionPart, Exception } from '../../../packs/condition.ts'
import { useEditing } from '../editing.tsx'
import { ChoiceField } from '../fields.tsx'
import { newTest } from '../sentences/build.ts'
import { sayPart } from '../sentences/say.ts'
import { Limits } from './Limits.tsx'
import { NamedList } from './NamedList.tsx'
import { PartEditor } from './PartEditor.tsx'
import { ClaimWindow } from './ClaimWindow.tsx'
import { InstalmentsPart, StackingPart, TogetherPart } from './Standing.tsx'
import { words } from './words.ts'

/** What has to hold, as sentences beside the clauses that they rest on. */
export function ConditionsScreen() {
  return (
    <>
      <Conditions list="scope" />
      <Conditions list="conditions" />
      <Exceptions />
      <Limits />
      <ClaimWindow />
      <InstalmentsPart />
      <StackingPart />
      <TogetherPart />
    </>
  )
}

/** A condition without its name: what it asks. */
function asked(condition: ConditionPart): ConditionPart {
  const { id: _i, label: _l, cite: _c, ...part } = condition as Condition
  return part
}

function Conditions({ list }: { list: 'scope' | 'conditions' }) {
  const { document } = useEditing()
  const locale = useLocale()
  return (
    <NamedList<Condition>
      list={list}
      fewest={list === 'conditions' ? 1 : 0}
      begun={(named) => ({ ...named, ...newTest(FACTS[0]!) })}
      sentence={(condition) => sayPart(condition, { document, dictionary: FACT_DICTIONARY })[locale]}
      fields={(condition, set) => (
        <PartEditor
          part={asked(condition)}
          onChange={(part) => {
            const { id, label, cite } = condition
            set({ id, label, cite, ...part })
          }}
        />
      )}
    />
  )
}

function Exceptions() {
  const { document, readOnly } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const { scope = [], conditions, limits = [], exceptions = [], window, amount } = document
  const steps = amount.steps ?? []
  const named = [...scope, ...conditions, ...limits, ...steps, ...exceptions]
  const labelOf = (id: string) =>
    (id === 'window' ? window?.label[locale] : named.find((each) => each.id === id)?.label[locale]) ?? id
  const thensFor = (id: string): readonly Exception['then'][] => {
    if (exceptions.some((each) => each.id === id)) return ['lifted']
    return steps.some((each) => each.id === id) ? ['skipped'] : ['met', 'failed']
  }
  const targets = (own: string) => [
    ...named.filter(({ id }) => id !== own).map(({ id }) => id),
    ...(window ? ['window'] : []),
  ]
  return (
    <NamedList<Exception>
      list="exceptions"
      fewest={0}
      begun={(name) => ({ ...name, to: conditions[0]?.id ?? '', then: 'met', when: newTest(FACTS[0]!) })}
      sentence={({ when, then, to }) =>
        say.exception(sayPart(when, { document, dictionary: FACT_DICTIONARY })[locale], say.thens[then], labelOf(to))
      }
      fields={(exception, set) => (
        <>
          <div className="sj-editor-row">
            <ChoiceField
              label={say.to}
              value={exception.to}
              readOnly={readOnly}
              choices={targets(exception.id).map((value) => ({ value, label: labelOf(value) }))}
              onChange={(to) => set({ ...exception, to, then: thensFor(to)[0]! })}
            />
            <ChoiceField
              label={say.then}
              value={exception.then}
              readOnly={readOnly}
              choices={thensFor(exception.to).map((value) => ({ value, label: say.thens[value] }))}
              onChange={(then) => set({ ...exception, then })}
            />
          </div>
          <PartEditor part={exception.when} isInner onChange={(when) => set({ ...exception, when })} />
        </>
      )}
    />
  )
}
