import type { Sentence } from '../../../../../platform/contract/public.ts'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { sayYuan } from '../../../deciding/words.ts'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import type { Moment } from '../../../facts/facts.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { useEditing } from '../editing.tsx'
import { ChoiceField, ValueField } from '../fields.tsx'
import { sayFact } from '../sentences/say.ts'
import type { Expect } from './given.ts'
import { words } from './words.ts'

const KINDS = ['eligible', 'ineligible', 'paused', 'unknown', 'contradiction', 'notApplicable'] as const
type Kind = (typeof KINDS)[number]

const kindOf = (expect: Expect): Kind => KINDS.find((each) => each in expect) ?? 'notApplicable'

/** What a case may name: conditions and limits, and that there is no rate. */
function namesIn(document: PackDocument): { value: string; words: Sentence }[] {
  const named = [...document.conditions, ...(document.limits ?? [])].map(({ id, label }) => ({
    value: id,
    words: label,
  }))
  const own = (['window', 'stacking', 'instalments'] as const).flatMap((part) => {
    const written = document[part]
    return written ? [{ value: part, words: written.label }] : []
  })
  return [...named, ...own, { value: 'amount', words: { zh: '没有对应的标准', en: 'no rate' } }]
}

function saySlot(slot: string): Sentence {
  const [fact = '', at] = slot.split('@')
  return sayFact(fact, at as Moment | undefined, FACT_DICTIONARY)
}

/** An expectation in words: 符合,1,500 元. */
export function sayExpect(expect: Expect, document: PackDocument): Sentence {
  const kind = kindOf(expect)
  const said = words.kinds[kind]
  const behind = (what: Sentence): Sentence => ({ zh: `${said.zh}:${what.zh}`, en: `${said.en}: ${what.en}` })
  if ('eligible' in expect) return typeof expect.eligible === 'number' ? behind(sayYuan(BigInt(expect.eligible))) : said
  const listed =
    'ineligible' in expect
      ? expect.ineligible
      : 'paused' in expect
        ? expect.paused
        : 'contradiction' in expect
          ? expect.contradiction
          : 'unknown' in expect
            ? expect.unknown
            : []
  if (listed.length === 0) return said
  const names = new Map(namesIn(document).map(({ value, words: name }) => [value, name]))
  const each = listed.map((one) => (kind === 'unknown' ? saySlot(one) : (names.get(one) ?? { zh: one, en: one })))
  return behind({ zh: each.map(({ zh }) => zh).join('、'), en: each.map(({ en }) => en).join(', ') })
}

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

type ChosenProps = {
  label: string
  choices: readonly { value: string; label: string }[]
  chosen: readonly string[]
  readOnly: boolean
  onChange: (chosen: string[]) => void
}

/** Some of a few, at least one. */
export function Chosen({ label, choices, chosen, readOnly, onChange }: ChosenProps) {
  const all = [
    ...choices,
    ...chosen.filter((each) => !choices.some(({ value }) => value === each)).map((value) => ({ value, label: value })),
  ]
  return (
    <fieldset className="sj-editor-chosen">
      <legend>{label}</legend>
      {all.map(({ value, label: name }) => {
        const is = chosen.includes(value)
        return (
          <label key={value}>
            <input
              type="checkbox"
              checked={is}
              disabled={readOnly || (is && chosen.length === 1)}
              onChange={() => onChange(is ? chosen.filter((each) => each !== value) : [...chosen, value])}
            />
            {name}
          </label>
        )
      })}
    </fieldset>
  )
}
