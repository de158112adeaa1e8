import { Button } from 'antd'
import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { withValue } from '../document/paths.ts'
import { type WrittenParameter } from '../document/tables.ts'
import { Notes, Origin, useAt, useEditing, useFacts } from '../editing.tsx'
import { ValueField } from '../fields.tsx'
import { withEntryFrom } from '../values/dates.ts'
import { kindOfParameter, kindOfValue } from '../values/kinds.ts'
import { words } from '../words.ts'
import { RemovingParameter } from './AddingParameter.tsx'
import { AddingFrom, DateNotes, EntryBasis, EntryDates } from './EntryHead.tsx'

type Values = Extract<WrittenParameter, { values: unknown }>

/** One value of the scheme by dates: 18,000 yuan from 2022, 20,000 from the day on which it is raised. */
export function DatedValues({ name }: { name: string }) {
  const { dictionary } = useFacts()
  const { document, readOnly, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const [parameter] = useAt<Values>(['parameters', name])
  const label = parameter.label[locale]
  const path = ['parameters', name, 'values']
  const { values } = parameter
  const kind = kindOfParameter(document, name, dictionary) ?? kindOfValue(values[0]?.value)
  return (
    <div className="sj-editor-part">
      <h3>
        {label} <Origin part={`parameters.${name}`} />
      </h3>
      {values.map(({ value }, index) => {
        const line = say.entry(label, index + 1)
        return (
          <div key={index} className="sj-editor-row" role="group" aria-label={line}>
            <EntryDates path={[...path, index]} label={label} />
            <ValueField
              label={say.valueOf(label)}
              shown={say.value}
              value={value}
              kind={kind}
              readOnly={readOnly}
              onChange={(next) => change((now) => withValue(now, [...path, index, 'value'], next))}
            />
            <EntryBasis path={[...path, index]} label={label} />
            {readOnly || values.length < 2 ? null : (
              <Button
                size="small"
                type="text"
                aria-label={say.remove(line)}
                onClick={() => change((now) => withValue(now, [...path, index], undefined))}
              >
                {say.removeEntry}
              </Button>
            )}
          </div>
        )
      })}
      <DateNotes entries={values} />
      <RemovingParameter name={name} label={label} />
      <Notes at={`parameters.${name}`} onlyFindings />
      {readOnly ? null : (
        <AddingFrom
          label={label}
          entries={values}
          onAdd={(from) => change((now) => withValue(now, path, withEntryFrom(values, from)))}
        />
      )}
    </div>
  )
}
