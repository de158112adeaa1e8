import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { WINDOW_SPANS } from '../../../packs/pack.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { withValue } from '../document/paths.ts'
import { useEditing, useFacts } from '../editing.tsx'
import { ChoiceField } from '../fields.tsx'
import { sayPart } from '../sentences/say.ts'
import { LengthFields } from './OperandFields.tsx'
import { SinglePart } from './SinglePart.tsx'
import { words } from './words.ts'

type Window = NonNullable<PackDocument['window']>

/** Until when it may be claimed. */
export function ClaimWindow() {
  const { document, change } = useEditing()
  const { dictionary } = useFacts()
  const say = useWords(words)
  const locale = useLocale()
  const { window } = document
  const set = (next: Window) => change((now) => withValue(now, ['window'], next))
  const asked = window && { fact: 'claim.on', within: withLength({ of: window.from }, window) }
  return (
    <SinglePart
      part="window"
      title={say.lists.window}
      meant={say.meant.window}
      cite={window?.cite}
      sentence={asked ? sayPart(asked, { document, dictionary })[locale] : ''}
      fields={
        window ? (
          <>
            <DayFactField
              label={say.from}
              fact={window.from.fact}
              onChange={(fact) => set({ ...window, from: { ...window.from, fact } })}
            />
            <LengthFields
              held={window}
              spans={WINDOW_SPANS}
              onChange={(length) => {
                const { days: _d, months: _m, workingDays: _w, ...rest } = window
                set(withLength(rest, length))
              }}
            />
          </>
        ) : null
      }
      add={say.add.window}
      begun={() => ({
        label: words.lists.window,
        cite: Object.keys(document.clauses)[0] ?? '',
        from: { fact: 'certificate.issuedOn' },
        months: 12,
      })}
    />
  )
}

/** One of the facts that are days. */
export function DayFactField({
  label,
  fact,
  onChange,
}: {
  label: string
  fact: string
  onChange: (fact: string) => void
}) {
  const { readOnly } = useEditing()
  const days = useFacts().facts.filter(({ type }) => type === 'date')
  const locale = useLocale()
  return (
    <ChoiceField
      label={label}
      value={fact}
      readOnly={readOnly}
      choices={days.map(({ key, label: name }) => ({ value: key, label: name[locale] }))}
      onChange={onChange}
    />
  )
}

/** The one span that a window has, taken over into something else. */
function withLength<T extends object>(rest: T, length: Pick<Window, (typeof WINDOW_SPANS)[number]>): T {
  const span = WINDOW_SPANS.find((each) => length[each] !== undefined)
  return span ? { ...rest, [span]: length[span] } : rest
}
