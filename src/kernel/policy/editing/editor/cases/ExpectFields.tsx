import { Button } from 'antd'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import type { Answer } from '../../../deciding/decide.ts'
import { useEditing } from '../editing.tsx'
import { Chosen } from '../Chosen.tsx'
import { ChoiceField, ValueField } from '../fields.tsx'
import { type Also, ALSO, alsoIn, sayAlso } from './also.ts'
import type { Expect } from './given.ts'
import { type Kind, kindOf, KINDS, namesIn } from './say-expect.ts'
import { words } from './words.ts'

type ExpectFieldsProps = {
  expect: Expect
  /** What the case comes to as the scheme stands; none where it cannot be played. */
  answer: Answer | undefined
  readOnly: boolean
  onChange: (expect: Expect) => void
}

export function ExpectFields({ expect, answer, readOnly, onChange }: ExpectFieldsProps) {
  const { document, drawnBy } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const kind = kindOf(expect)
  const names = namesIn(document)
  const slots = (drawnBy?.slots ?? []).map(({ key, label }) => ({ value: key, words: label }))
  const begun = (next: Kind): Expect => {
    // No sum is made up: it has to be filled in, or taken from what comes out.
    if (next === 'eligible') return { eligible: '' } as unknown as Expect
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
          onChange={(list) => onChange({ ...expect, [kind]: list })}
        />
      )}
      <AlsoExpected expect={expect} answer={answer} readOnly={readOnly} onChange={onChange} />
    </div>
  )
}

/** What a case may expect besides: taken from the answer, so that nothing has to be typed by a name. */
function AlsoExpected({ expect, answer, readOnly, onChange }: ExpectFieldsProps) {
  const { document, schemes } = useEditing()
  const say = useWords(words.also)
  const locale = useLocale()
  const could = answer ? alsoIn(answer, expect) : {}
  const names = new Map(
    [...schemes, ...document.cases.flatMap(({ beside = [] }) => beside)].map((each) => [each.scheme, each.title]),
  )
  return (
    <>
      {ALSO.map((member) => {
        const held = (expect as Also)[member]
        if (held !== undefined)
          return (
            <span key={member} className="sj-editor-field">
              <span className="sj-meta">{say[member]}</span>
              <span>
                {sayAlso(member, held, { document, names })[locale]}
                {readOnly ? null : (
                  <Button
                    size="small"
                    type="text"
                    aria-label={say.remove(say[member])}
                    onClick={() => onChange({ ...expect, [member]: undefined })}
                  >
                    ×
                  </Button>
                )}
              </span>
            </span>
          )
        if (readOnly || could[member] === undefined) return null
        return (
          <Button key={member} size="small" onClick={() => onChange({ ...expect, [member]: could[member] })}>
            {say.check(say[member])}
          </Button>
        )
      })}
    </>
  )
}
