import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import { SAMENESS } from '../../../limits/limits.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { STACKING_RULES } from '../../../packs/stacking.ts'
import { Chosen } from '../Chosen.tsx'
import { withValue } from '../document/paths.ts'
import { useEditing } from '../editing.tsx'
import { FamiliesField, FamilyField, useFamilyNames } from '../families.tsx'
import { sayFamilies } from '../family-names.ts'
import { ChoiceField, TextField } from '../fields.tsx'
import { sayFact, sayParameter } from '../sentences/say.ts'
import { valueFrom } from '../values/kinds.ts'
import { DayFactField } from './ClaimWindow.tsx'
import { NameField } from './OperandFields.tsx'
import { SinglePart } from './SinglePart.tsx'
import { standing as words, words as shared } from './words.ts'

type Instalments = NonNullable<PackDocument['instalments']>
type Stacking = NonNullable<PackDocument['stacking']>

/** What is given again and again, each time as long as its conditions hold. */
export function InstalmentsPart() {
  const { document, readOnly, change } = useEditing()
  const say = useWords(words)
  const names = useWords(shared)
  const locale = useLocale()
  const { instalments, conditions, limits = [] } = document
  const set = (next: Instalments) => change((now) => withValue(now, ['instalments'], next))
  const speaking = { document, dictionary: FACT_DICTIONARY }
  const kept = [...conditions, ...limits].map(({ id, label }) => ({ value: id, label: label[locale] }))
  const [, length = '', span = 'Y'] = /^P(\d+)([YM])$/.exec(instalments?.every ?? '') ?? []
  const spans = { Y: names.spans.years, M: names.spans.months }
  const count = instalments?.count
  const sentence = instalments
    ? say.instalmentsSaid(
        typeof count === 'object' ? `“${sayParameter(count.parameter, speaking)[locale]}”` : String(count),
        `${length} ${spans[span as 'Y' | 'M']}`,
        sayFact(instalments.first.fact, instalments.first.at, FACT_DICTIONARY)[locale],
        instalments.keep
          .map((id) => kept.find(({ value }) => value === id)?.label ?? id)
          .join(locale === 'zh' ? '、' : ', '),
      )
    : ''
  return (
    <SinglePart
      part="instalments"
      title={say.instalments}
      meant={say.instalmentsMeant}
      cite={instalments?.cite}
      sentence={sentence}
      add={say.addInstalments}
      begun={(): Instalments => ({
        label: words.instalments,
        cite: document.amount.cite,
        count: 3,
        every: 'P1Y',
        first: { fact: 'certificate.issuedOn' },
        keep: [conditions[0]!.id],
      })}
      fields={
        instalments ? (
          <>
            {typeof count === 'object' ? (
              <NameField
                label={say.count}
                name={count.parameter}
                holds="values"
                onChange={(parameter) => set({ ...instalments, count: { parameter } })}
              />
            ) : (
              <TextField
                label={say.count}
                value={String(count)}
                readOnly={readOnly}
                onChange={(text) => set({ ...instalments, count: valueFrom(text, { kind: 'integer' }) as number })}
              />
            )}
            <TextField
              label={say.every}
              value={length}
              readOnly={readOnly}
              onChange={(text) => set({ ...instalments, every: `P${text.trim()}${span}` })}
            />
            <ChoiceField
              label={names.span}
              value={span}
              readOnly={readOnly}
              choices={(['Y', 'M'] as const).map((value) => ({ value: value as string, label: spans[value] }))}
              onChange={(next) => set({ ...instalments, every: `P${length}${next}` })}
            />
            <DayFactField
              label={say.first}
              fact={instalments.first.fact}
              onChange={(fact) => set({ ...instalments, first: { ...instalments.first, fact } })}
            />
            <Chosen
              label={say.keep}
              choices={kept}
              chosen={instalments.keep}
              readOnly={readOnly}
              onChange={(keep) =>
                set({ ...instalments, keep: kept.flatMap(({ value }) => (keep.includes(value) ? [value] : [])) })
              }
            />
          </>
        ) : null
      }
    />
  )
}

/** How it stands to others of its family that are for the same. */
export function StackingPart() {
  const { document, readOnly, change } = useEditing()
  const say = useWords(words)
  const names = useWords(shared)
  const locale = useLocale()
  const families = useFamilyNames()
  const [first = ''] = families.keys()
  const { stacking, family } = document
  const set = (next: Stacking) => change((now) => withValue(now, ['stacking'], next))
  const withMember = (member: keyof Stacking, value: unknown) => {
    if (stacking) set(withValue(stacking, [member], value))
  }
  const same = stacking?.same ?? []
  const windows = [
    { value: '', label: names.none },
    ...(['calendarYear', 'lifetime'] as const).map((value) => ({
      value: value as string,
      label: names.windows[value],
    })),
  ]
  return (
    <SinglePart
      part="stacking"
      title={say.stacking}
      meant={say.stackingMeant}
      cite={stacking?.cite}
      sentence={
        stacking
          ? `${sayFamilies([stacking.family, ...(stacking.over ?? [])], families)[locale]}: ${say.rules[stacking.rule]}`
          : ''
      }
      add={say.addStacking}
      begun={(): Stacking => ({
        label: words.stacking,
        cite: document.amount.cite,
        family: family ?? first,
        rule: 'exclusive',
      })}
      fields={
        stacking ? (
          <>
            <ChoiceField
              label={say.rule}
              value={stacking.rule}
              readOnly={readOnly}
              choices={STACKING_RULES.map((value) => ({ value, label: say.rules[value] }))}
              onChange={(rule) => withMember('rule', rule)}
            />
            <FamilyField
              label={say.family}
              family={stacking.family}
              onChange={(chosen) => withMember('family', chosen)}
            />
            <FamiliesField
              label={say.over}
              families={stacking.over ?? []}
              mayBeNone
              onChange={(over) => withMember('over', over.length > 0 ? over : undefined)}
            />
            <Chosen
              label={say.sameIf}
              choices={SAMENESS.map((value) => ({ value, label: names.sameness[value] }))}
              chosen={same}
              mayBeNone
              readOnly={readOnly}
              onChange={(chosen) =>
                withMember('same', chosen.length > 0 ? SAMENESS.filter((each) => chosen.includes(each)) : undefined)
              }
            />
            <ChoiceField
              label={names.inWindow}
              value={stacking.window ?? ''}
              readOnly={readOnly}
              choices={windows}
              onChange={(next) => withMember('window', next === '' ? undefined : next)}
            />
            <ChoiceField
              label={names.onUnknown}
              value={stacking.onUnknown ?? 'hold'}
              readOnly={readOnly}
              choices={(['hold', 'note'] as const).map((value) => ({ value, label: names.onUnknowns[value] }))}
              onChange={(next) => withMember('onUnknown', next)}
            />
          </>
        ) : null
      }
    />
  )
}

/** Families that may be had for the same fact as well. */
export function TogetherPart() {
  const { document, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const families = useFamilyNames()
  const [first = ''] = families.keys()
  const { together } = document
  return (
    <SinglePart
      part="together"
      title={say.together}
      cite={together?.cite}
      sentence={sayFamilies(together?.families ?? [], families)[locale]}
      add={say.addTogether}
      begun={() => ({ cite: document.amount.cite, families: [document.family ?? first] })}
      fields={
        together ? (
          <FamiliesField
            label={say.family}
            families={together.families}
            onChange={(families) => change((now) => withValue(now, ['together', 'families'], families))}
          />
        ) : null
      }
    />
  )
}
