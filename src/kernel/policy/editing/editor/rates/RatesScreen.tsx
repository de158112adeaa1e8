import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { compactText } from '../../../../values/public.ts'
import { MOMENT_WORDS } from '../../../deciding/words.ts'
import { MOMENTS, type Moment } from '../../../facts/facts.ts'
import { Chosen } from '../Chosen.tsx'
import { inAmount, isTables, parametersOf, tableIn } from '../document/tables.ts'
import { Notes, useAt, useEditing } from '../editing.tsx'
import { ChoiceField, DayField, ExampleBox, TextField } from '../fields.tsx'
import { PriceGrid } from '../grid/PriceGrid.tsx'
import { words } from '../words.ts'
import { AddingParameter } from './AddingParameter.tsx'
import { tableByDates } from './by-dates.ts'
import { CountyParameters } from './CountyParameters.tsx'
import { DatedLists } from './DatedLists.tsx'
import { DatedTables } from './DatedTables.tsx'
import { DatedValues } from './DatedValues.tsx'
import { AddingFrom } from './EntryHead.tsx'
import { FixedAmounts } from './FixedAmounts.tsx'
import { withTable } from './tables.ts'

/** All that most clerks need: document numbers, dates, prices, values and lists by dates. */
export function RatesScreen() {
  const { document, before, readOnly, change } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const parameters = parametersOf(document)
  const tables = parameters.filter(({ parameter }) => isTables(parameter))
  const values = parameters.filter(({ parameter }) => 'values' in parameter)
  const lists = parameters.filter(({ parameter }) => 'lists' in parameter)
  const own = inAmount(document)
  return (
    <>
      <div className="sj-editor-two">
        <Documents />
        <InForce />
      </div>
      <section aria-labelledby="editor-rates">
        <h2 id="editor-rates">{say.rates}</h2>
        {own.length + tables.length === 0 ? <p className="sj-meta">{say.noRates}</p> : null}
        {own.map((placed) => (
          <div key={placed.path.join('.')} className="sj-editor-part">
            <h3>{placed.label[locale]}</h3>
            <PriceGrid
              label={placed.label[locale]}
              table={placed.table}
              before={tableIn(before, placed)}
              readOnly={readOnly}
              onChange={(table) => change((now) => withTable(now, placed, table))}
            />
            {readOnly ? null : (
              <AddingFrom
                label={placed.label[locale]}
                entries={[document.inForce]}
                onAdd={(from) => change((now) => tableByDates(now, placed, from))}
              />
            )}
            <Notes at={placed.path.join('.')} onlyFindings />
          </div>
        ))}
        {tables.map(({ name }) => (
          <DatedTables key={name} name={name} />
        ))}
      </section>
      {values.length > 0 ? (
        <section aria-labelledby="editor-values">
          <h2 id="editor-values">{say.values}</h2>
          {values.map(({ name }) => (
            <DatedValues key={name} name={name} />
          ))}
        </section>
      ) : null}
      {lists.length > 0 ? (
        <section aria-labelledby="editor-lists">
          <h2 id="editor-lists">{say.lists}</h2>
          {lists.map(({ name }) => (
            <DatedLists key={name} name={name} />
          ))}
        </section>
      ) : null}
      <FixedAmounts />
      <CountyParameters />
      <AddingParameter />
    </>
  )
}

function Documents() {
  const { document, readOnly, change } = useEditing()
  const say = useWords(words)
  const clauses = Object.entries(document.clauses)
  const set = (id: string, member: 'doc' | 'article', text: string) =>
    change((now) => ({ ...now, clauses: { ...now.clauses, [id]: { ...now.clauses[id]!, [member]: text } } }))
  return (
    <section aria-labelledby="editor-documents">
      <h2 id="editor-documents">{say.documents}</h2>
      <div className="sj-editor-rows sj-editor-scroll">
        {clauses.map(([id, { doc, article }]) => (
          <div key={id} className="sj-editor-row">
            <TextField
              label={say.document}
              value={doc}
              readOnly={readOnly}
              onChange={(text) => set(id, 'doc', text)}
              wide
            />
            <TextField
              label={say.article}
              value={article}
              readOnly={readOnly}
              onChange={(text) => set(id, 'article', text)}
            />
            <ExampleBox path={['clauses', id, 'placeholder']} label={`${doc}${article}`} />
          </div>
        ))}
      </div>
    </section>
  )
}

function InForce() {
  const { readOnly, versions } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const [by, setBy] = useAt<Moment>(['inForce', 'by'])
  const [from, setFrom] = useAt<string>(['inForce', 'from'])
  const [to, setTo] = useAt<string | undefined>(['inForce', 'to'])
  const [version, setVersion] = useAt<string>(['version'])
  const [replaces, setReplaces] = useAt<{ versions: string[] } | undefined>(['replaces'])
  const known = [...new Set([...versions.filter((each) => each !== version), ...(replaces?.versions ?? [])])].sort()
  return (
    <section aria-labelledby="editor-inforce">
      <h2 id="editor-inforce">{say.inForce}</h2>
      <div className="sj-editor-row">
        <DayField label={say.from} value={from} onChange={setFrom} readOnly={readOnly} />
        <DayField
          label={`${say.to} · ${say.noEnd}`}
          value={to ?? ''}
          onChange={(date) => setTo(date === '' ? undefined : date)}
          readOnly={readOnly}
        />
        <ChoiceField
          label={say.decidedBy}
          value={by}
          choices={MOMENTS.map((value) => ({ value, label: MOMENT_WORDS[value][locale] }))}
          onChange={setBy}
          readOnly={readOnly}
        />
      </div>
      <div className="sj-editor-row">
        <TextField
          label={say.version}
          value={version}
          readOnly={readOnly}
          onChange={(text) => setVersion(compactText(text))}
        />
        {known.length > 0 ? (
          <Chosen
            label={say.replaces}
            choices={known.map((value) => ({ value, label: value }))}
            chosen={replaces?.versions ?? []}
            mayBeNone
            readOnly={readOnly}
            onChange={(chosen) => setReplaces(chosen.length > 0 ? { ...replaces, versions: chosen } : undefined)}
          />
        ) : null}
      </div>
      <Notes at="inForce" />
      <Notes at="version" />
      <Notes at="replaces" />
    </section>
  )
}
