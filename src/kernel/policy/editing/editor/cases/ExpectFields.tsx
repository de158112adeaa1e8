import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { useEditing } from '../editing.tsx'
import { Chosen } from '../Chosen.tsx'
import { ChoiceField, ValueField } from '../fields.tsx'
import type { Expect } from './given.ts'
import { type Kind, kindOf, KINDS, namesIn } from './say-expect.ts'
import { words } from './words.ts'

type ExpectFieldsProps = { expect: Expect; readOnly: boolean; onChange: (expect: Expect) => void }

export function ExpectFields({ expect, readOnly, onChange }: ExpectFieldsProps) {
  const { document, program } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const kind = kindOf(expect)
  const names = namesIn(document)
  const slots = (program?.slots ?? []).map(({ key, label }) => ({ value: key, words: label }))
  const begun = (next: Kind): Expect => {
    if (next === 'eligible') return { eligible: 0 }
    if (next === 'notApplicable') return { notApplicable: true }
    if (next === 'unknown') return { unknown: [slots[0]?.value ?? ''] }
    return { [next]: [names[0]!.value] } as Expect
  }
  return (
    <div className="sj-editor-row">
      <ChoiceField
        label={say.expect}
        value={kind}
        readOnly={readOnly}
        choices={KINDS.map((value) => ({ value, label: say.kinds[value] }))}
        onChange={(next) => onChange(begun(next))}
      />
      {'eligible' in expect ? (
        <ValueField
          label={say.amount}
          value={expect.eligible}
          kind={{ kind: 'money' }}
          readOnly={readOnly}
          onChange={(value) => onChange({ ...expect, eligible: value as number })}
        />
      ) : null}
      {'eligible' in expect || 'notApplicable' in expect ? null : (
        <Chosen
          label={say.which}
          choices={(kind === 'unknown' ? slots : names).map(({ value, words: name }) => ({
            value,
            label: name[locale],
          }))}
          chosen={Object.values(expect)[0] as string[]}
          readOnly={readOnly}
          onChange={(list) => onChange({ [kind]: list } as Expect)}
        />
      )}
    </div>
  )
}
