import { useLocale, useWords } from '../../../../../platform/ui/public.ts'
import { FACT_KINDS } from '../../../facts/dictionary.ts'
import { Chosen } from '../Chosen.tsx'
import { PART_WORDS } from '../difference/words.ts'
import { sayRegion } from '../document/origins.ts'
import { withValue } from '../document/paths.ts'
import { Notes, useEditing } from '../editing.tsx'
import { FamilyField } from '../families.tsx'
import { ChoiceField, TextField } from '../fields.tsx'
import { GenericValue } from './GenericValue.tsx'
import { words } from './words.ts'

const PARTIES = ['person', 'employer', 'provider', 'studio'] as const
const PAYEES = [...PARTIES, 'mentor'] as const
const HAVE_FORMS = new Set(
  'scheme version title authority region funds record inForce replaces manual trigger beneficiary payee clauses parameters scope conditions exceptions window family limits stacking together instalments amount checks cases layers origins'.split(
    ' ',
  ),
)

/** Title, authority, funds, who is paid; the layers; and parts that have no form of their own. */
export function RestScreen() {
  const { document, readOnly, change, funds: known } = useEditing()
  const say = useWords(words)
  const locale = useLocale()
  const set = (path: string[], value: unknown) => change((now) => withValue(now, path, value))
  const {
    title,
    authority,
    funds,
    record,
    trigger,
    beneficiary,
    payee,
    family,
    manual,
    clauses,
    checks,
    layers = [],
  } = document
  const others = Object.keys(document).filter((part) => !HAVE_FORMS.has(part))
  const triggers = Object.entries(FACT_KINDS).map(([value, said]) => ({ value, label: said[locale] }))
  const cites = [
    { value: '', label: say.noManual },
    ...Object.entries(clauses).map(([value, { doc, article }]) => ({ value, label: `${doc}${article}` })),
  ]
  const text = (label: string, path: string[], value: string) => (
    <TextField label={label} value={value} readOnly={readOnly} wide onChange={(next) => set(path, next.trim())} />
  )
  return (
    <>
      <section aria-labelledby="editor-about">
        <h2 id="editor-about">{say.title}</h2>
        <div className="sj-editor-row">
          {text(say.nameZh, ['title', 'zh'], title.zh)}
          {text(say.nameEn, ['title', 'en'], title.en)}
        </div>
        <div className="sj-editor-row">
          {text(say.authorityZh, ['authority', 'zh'], authority.zh)}
          {text(say.authorityEn, ['authority', 'en'], authority.en)}
        </div>
        <div className="sj-editor-row">
          <div className="sj-editor-field">
            <Chosen
              label={say.funds}
              choices={known.map(({ code, name }) => ({ value: code, label: name[locale] }))}
              chosen={funds}
              readOnly={readOnly}
              onChange={(chosen) => set(['funds'], chosen)}
            />
            <Notes at="funds" />
            <Notes at="family" />
          </div>
          <ChoiceField
            label={say.record}
            value={record}
            readOnly={readOnly}
            choices={(['here', 'province'] as const).map((value) => ({ value, label: say.records[value] }))}
            onChange={(next) => set(['record'], next)}
          />
          <ChoiceField
            label={say.trigger}
            value={trigger}
            readOnly={readOnly}
            choices={triggers}
            onChange={(next) => set(['trigger'], next)}
          />
          <ChoiceField
            label={say.beneficiary}
            value={beneficiary}
            readOnly={readOnly}
            choices={PARTIES.map((value) => ({ value, label: say.parties[value] }))}
            onChange={(next) => set(['beneficiary'], next)}
          />
          <ChoiceField
            label={say.payee}
            value={payee}
            readOnly={readOnly}
            choices={PAYEES.map((value) => ({ value, label: say.parties[value] }))}
            onChange={(next) => set(['payee'], next)}
          />
          <FamilyField label={say.family} family={family} onChange={(next) => set(['family'], next)} />
          <ChoiceField
            label={say.manual}
            value={manual?.cite ?? ''}
            readOnly={readOnly}
            choices={cites}
            onChange={(cite) => set(['manual'], cite === '' ? undefined : { cite })}
          />
        </div>
        {['title', 'authority', 'trigger', 'manual'].map((part) => (
          <Notes key={part} at={part} />
        ))}
      </section>
      <section aria-labelledby="editor-checks">
        <h2 id="editor-checks">{say.checks}</h2>
        <div className="sj-editor-row">
          {Object.entries(checks).map(([name, { onUnavailable }]) => (
            <ChoiceField
              key={name}
              label={name === '*' ? say.otherChecks : name}
              value={onUnavailable}
              readOnly={readOnly}
              choices={(['hold', 'note'] as const).map((value) => ({ value, label: say.onUnavailable[value] }))}
              onChange={(next) => set(['checks', name, 'onUnavailable'], next)}
            />
          ))}
        </div>
        <Notes at="checks" />
      </section>
      {layers.length > 0 ? (
        <section aria-labelledby="editor-layers">
          <h2 id="editor-layers">{say.layers}</h2>
          <ul>
            {layers.map(({ region, scheme, version }) => (
              <li key={`${scheme} ${version}`}>{say.layer(sayRegion(region)[locale], scheme, version)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-labelledby="editor-others">
          <h2 id="editor-others">{say.others}</h2>
          <p className="sj-meta">{say.othersMeant}</p>
          {others.map((part) => (
            <div key={part} className="sj-editor-part">
              <GenericValue path={[part]} label={PART_WORDS[part]?.[locale] ?? part} />
              <Notes at={part} />
            </div>
          ))}
        </section>
      ) : null}
    </>
  )
}
