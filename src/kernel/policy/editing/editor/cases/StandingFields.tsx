import { Button } from 'antd'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import type { Program } from '../../../deciding/compile.ts'
import { INSTALMENT_NUMBER } from '../../../deciding/instalments.ts'
import { BESIDE } from '../../../deciding/stacking.ts'
import { useEditing } from '../editing.tsx'
import { ChoiceField, TextField, ValueField } from '../fields.tsx'
import { sayHeld } from '../values/kinds.ts'
import type { GivenBeside, WrittenCase } from './given.ts'
import { words } from './words.ts'

type Standing = Pick<WrittenCase, 'instalment' | 'beside'>
type StandingFieldsProps = {
  program: Program
  standing: Standing
  /** What the case says that this one is like. */
  inherited?: Standing | undefined
  readOnly?: boolean
  onChange: (standing: Standing) => void
}

/** Which instalment a case is of, and which others of its family are due at the same time: where the scheme reads them. */
export function StandingFields({ program, standing, inherited, readOnly = false, onChange }: StandingFieldsProps) {
  const say = useWords(words.standing)
  const locale = useLocale()
  const { instalment, beside } = standing
  const reads = (fact: string) => program.slots.some((slot) => slot.fact === fact)
  const unsaid = inherited ? words.asLike[locale] : undefined
  const count = program.parts.instalments?.count ?? 0
  // One more than there are: that nothing is given any more is a case too.
  const numbers = Array.from({ length: Math.max(count + 1, instalment ?? 0) }, (_, at) => at + 1)
  const set = (next: Standing) => onChange({ ...standing, ...next })
  return (
    <>
      {reads(INSTALMENT_NUMBER) || instalment !== undefined ? (
        <div className="sj-editor-row">
          <ChoiceField
            label={say.instalment}
            value={String(instalment ?? '')}
            readOnly={readOnly}
            choices={[
              { value: '', label: unsaid ?? say.first },
              ...numbers.map((nth) => ({
                value: String(nth),
                label: nth > count && count > 0 ? say.beyond(nth, count) : say.nth(nth),
              })),
            ]}
            onChange={(nth) => set({ instalment: nth === '' ? undefined : Number(nth) })}
          />
        </div>
      ) : null}
      {reads(BESIDE) || beside !== undefined ? (
        <fieldset className="sj-editor-generic">
          <legend>{say.beside}</legend>
          {beside === undefined && inherited?.beside && inherited.beside.length > 0 ? (
            <p className="sj-meta">
              {unsaid}:{inherited.beside.map((each) => sayBesideOne(each)[locale]).join(locale === 'zh' ? '、' : ', ')}
            </p>
          ) : (beside ?? []).length === 0 ? (
            <p className="sj-meta">{beside === undefined ? (unsaid ?? say.nobody) : say.nobody}</p>
          ) : null}
          {(beside ?? []).map((each, index) => (
            <BesideRow
              key={index}
              nth={index + 1}
              each={each}
              readOnly={readOnly}
              onChange={(next) =>
                set({ beside: next ? beside!.toSpliced(index, 1, next) : beside!.toSpliced(index, 1) })
              }
            />
          ))}
          {readOnly ? null : (
            <div className="sj-editor-bar">
              <Button size="small" onClick={() => set({ beside: [...(beside ?? []), BEGUN] })}>
                {say.addBeside}
              </Button>
              {inherited && beside === undefined ? (
                <Button size="small" onClick={() => set({ beside: [] })}>
                  {say.nobodyHere}
                </Button>
              ) : null}
              {beside && (inherited || beside.length === 0) ? (
                <Button size="small" onClick={() => set({ beside: undefined })}>
                  {unsaid ?? say.unsay}
                </Button>
              ) : null}
            </div>
          )}
        </fieldset>
      ) : null}
    </>
  )
}

/** Nothing is chosen yet and no sum is made up. */
const BEGUN = { scheme: '', title: { zh: '', en: '' }, fen: '' } as unknown as GivenBeside

function sayBesideOne(each: GivenBeside) {
  if ('unknown' in each) return { zh: `${each.title.zh}(未知)`, en: `${each.title.en} (not known)` }
  const yuan = sayHeld(each.fen, { kind: 'money' })
  return { zh: `${each.title.zh} ${yuan.zh}`, en: `${each.title.en} ${yuan.en}` }
}

type BesideRowProps = {
  nth: number
  each: GivenBeside
  readOnly: boolean
  onChange: (next: GivenBeside | undefined) => void
}

function BesideRow({ nth, each, readOnly, onChange }: BesideRowProps) {
  const { schemes, document } = useEditing()
  const say = useWords(words.standing)
  const locale = useLocale()
  const { scheme, title } = each
  const written = document.cases.flatMap(({ beside = [] }) => beside)
  const known = new Map(
    [...written, ...schemes].flatMap((one) => (one.scheme === '' ? [] : [[one.scheme, one.title] as const])),
  )
  known.delete(document.scheme)
  return (
    <div className="sj-editor-row" role="group" aria-label={say.besideNth(nth)}>
      <ChoiceField
        label={say.scheme}
        value={scheme}
        readOnly={readOnly}
        choices={[...known].map(([value, name]) => ({ value, label: name[locale] }))}
        onChange={(next) => onChange({ ...each, scheme: next, title: known.get(next) ?? title })}
      />
      <ChoiceField
        label={say.isKnown}
        value={'unknown' in each ? 'unknown' : 'known'}
        readOnly={readOnly}
        choices={(['known', 'unknown'] as const).map((value) => ({ value, label: words.states[value][locale] }))}
        onChange={(state) =>
          onChange(
            state === 'unknown'
              ? { scheme, title, unknown: { zh: '', en: '' } }
              : ({ scheme, title, fen: '' } as unknown as GivenBeside),
          )
        }
      />
      {'unknown' in each ? (
        <>
          <TextField
            label={say.whyZh}
            value={each.unknown.zh}
            readOnly={readOnly}
            onChange={(zh) => onChange({ ...each, unknown: { ...each.unknown, zh: zh.trim() } })}
          />
          <TextField
            label={say.whyEn}
            value={each.unknown.en}
            readOnly={readOnly}
            onChange={(en) => onChange({ ...each, unknown: { ...each.unknown, en: en.trim() } })}
          />
        </>
      ) : (
        <ValueField
          label={say.alone}
          value={each.fen}
          kind={{ kind: 'money' }}
          readOnly={readOnly}
          onChange={(fen) => onChange({ ...each, fen: fen as number })}
        />
      )}
      {readOnly ? null : (
        <Button size="small" type="text" aria-label={say.removeBeside(nth)} onClick={() => onChange(undefined)}>
          ×
        </Button>
      )}
    </div>
  )
}
