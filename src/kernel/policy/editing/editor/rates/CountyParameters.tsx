import { StateTag, useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { citation } from '../../../packs/clause.ts'
import { countyValueOn, sayCountyValue } from '../county-values.ts'
import { sayRegion } from '../document/origins.ts'
import { useEditing, useFacts } from '../editing.tsx'
import { sayParameter } from '../sentences/say.ts'
import { kindOfParameter } from '../values/kinds.ts'
import { words } from '../words.ts'

/** What a value of the county is on the first day in force, from where, and by which document. */
export function CountyValueNote({ name }: { name: string }) {
  const { document, countyValues } = useEditing()
  const { dictionary } = useFacts()
  const say = useWords(words)
  const locale = useLocale()
  if (document.parameters?.[name]) return null
  const on = document.inForce.from
  const held = countyValueOn(countyValues, name, on)
  if (!held) return name === '' ? null : <small className="sj-field-wrong">{say.noCountyValue(on)}</small>
  const said = sayCountyValue(held.value, kindOfParameter(document, name, dictionary))
  return (
    <small className="sj-meta">
      {say.countyValue(said?.[locale] ?? '', sayRegion(held.origin)[locale], held.from)} · {citation(held.cite)[locale]}{' '}
      {held.cite.placeholder ? <StateTag tone="attention">{say.example}</StateTag> : null}
    </small>
  )
}

/** The values of the county and of the regions above it that the scheme reads: they are set outside the scheme. */
export function CountyParameters() {
  const { document, drawnBy } = useEditing()
  const { dictionary } = useFacts()
  const say = useWords(words)
  const locale = useLocale()
  const read = (drawnBy?.parameters ?? []).filter(({ name }) => !document.parameters?.[name])
  if (read.length === 0) return null
  return (
    <section aria-labelledby="editor-county">
      <h2 id="editor-county">{say.countyParameters}</h2>
      <p className="sj-meta">{say.countyParametersMeant}</p>
      <ul className="sj-editor-county">
        {read.map(({ name }) => (
          <li key={name}>
            <b>{sayParameter(name, { document, dictionary })[locale]}</b>
            <CountyValueNote name={name} />
          </li>
        ))}
      </ul>
    </section>
  )
}
