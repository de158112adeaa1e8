import { Button, Input, Select } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { listOccupations } from '../../../kernel/reference/contract.ts'
import { isSkillLevel, levelName, numberOfLevel, SKILL_LEVELS } from '../../../kernel/values/public.ts'
import {
  DateField,
  PageFrame,
  ProblemAlert,
  useAct,
  useCall,
  useGo,
  useLocale,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import { listProviders, listSites, makeAgreement, type Site } from './contract.ts'
import { pageWords } from './page-words.ts'
import './agreements.css'

type ItemGiven = { key: string; occupationId: string | null; highestLevel: string | null; siteId: string | null }

const blank = (): ItemGiven => ({ key: crypto.randomUUID(), occupationId: null, highestLevel: null, siteId: null })

/** An occupation of the whole dictionary, found by typing. */
function OccupationSelect({
  label,
  value,
  onChange,
}: {
  label: string
  value: string | null
  onChange: (id: string) => void
}) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const found = useCall(listOccupations, {
    query: { limit: 30, ...(search.trim() === '' ? {} : { search: search.trim().slice(0, 40) }) },
  })
  return (
    <Select<string>
      aria-label={label}
      placeholder={say.searchOccupation}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      value={value}
      onChange={onChange}
      options={(found.data?.items ?? []).map((each) => ({
        value: each.id,
        label: `${locale === 'zh' ? each.nameZh : each.nameEn}${each.tradeZh === '' ? '' : ` (${each.tradeZh})`}`,
      }))}
    />
  )
}

function Item(props: {
  item: ItemGiven
  at: number
  sites: readonly Site[]
  onChange: (item: ItemGiven) => void
  onRemove: () => void
}) {
  const { item, at, sites, onChange, onRemove } = props
  const say = useWords(pageWords)
  const locale = useLocale()
  const label = (field: string) => say.itemLabel(at + 1, field)
  const levels = SKILL_LEVELS.filter((level) => isSkillLevel(level) && numberOfLevel(level) !== null)
  return (
    <div className="ag-item">
      <OccupationSelect
        label={label(say.occupation)}
        value={item.occupationId}
        onChange={(occupationId) => onChange({ ...item, occupationId })}
      />
      <Select<string>
        aria-label={label(say.highestLevel)}
        placeholder={say.highestLevel}
        value={item.highestLevel}
        onChange={(highestLevel) => onChange({ ...item, highestLevel })}
        options={levels.map((level) => ({ value: level, label: levelName(level)[locale] }))}
      />
      <Select<string>
        aria-label={label(say.site)}
        placeholder={say.site}
        value={item.siteId}
        onChange={(siteId) => onChange({ ...item, siteId })}
        options={sites.map((site) => ({ value: site.id, label: site.name }))}
      />
      <Button aria-label={say.removeItem(at + 1)} onClick={onRemove}>
        {say.remove}
      </Button>
    </div>
  )
}

/** The bureau records an agreement; everything wrong with it is said at once, and nothing typed is lost. */
export default function NewAgreementPage() {
  const say = useWords(pageWords)
  const go = useGo()
  const tell = useTell()
  const id = useId()
  const providers = useCall(listProviders)
  const making = useAct(makeAgreement)
  const [organisationId, setProvider] = useState<string | null>(null)
  const sites = useCall(
    listSites,
    { params: { organisationId: organisationId ?? '' } },
    { enabled: organisationId !== null },
  )
  const [fromDate, setFrom] = useState('')
  const [toDate, setTo] = useState('')
  const [document, setDocument] = useState('')
  const [items, setItems] = useState<readonly ItemGiven[]>(() => [blank()])
  const [tried, setTried] = useState(false)
  const whole = items.flatMap(({ occupationId, highestLevel, siteId }) =>
    occupationId && highestLevel && siteId ? [{ occupationId, highestLevel, siteId }] : [],
  )
  const ready = organisationId !== null && fromDate !== '' && toDate !== '' && whole.length === items.length

  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!ready || organisationId === null) return
    const done = await making.act({ body: { organisationId, fromDate, toDate, document, items: whole } })
    if (!done.ok) return
    tell(pageWords.made(done.answer.number))
    go(`/agreements/${done.answer.id}`, { replace: true })
  }

  return (
    <PageFrame title={say.newAgreement} crumbs={[{ label: say.agreements, to: '/agreements' }]}>
      <form onSubmit={save} noValidate>
        <ProblemAlert problem={providers.problem} onRetry={providers.retry} />
        <ProblemAlert
          problem={
            making.problem && {
              ...making.problem,
              items: making.problem.items.map((item) => ({ ...item, at: placeOf(item.at, say.itemLabel) })),
            }
          }
          takesFocus
        />
        {tried && !ready ? <p role="alert">{say.fillIn}</p> : null}
        <div className="ag-head">
          <div className="ag-field">
            <label htmlFor={`${id}-provider`}>{say.provider}</label>
            <Select<string>
              id={`${id}-provider`}
              showSearch={{ optionFilterProp: 'label' }}
              value={organisationId}
              onChange={(chosen) => {
                setProvider(chosen)
                setItems((now) => now.map((item) => ({ ...item, siteId: null })))
              }}
              options={(providers.data?.providers ?? []).map((each) => ({ value: each.id, label: each.name }))}
            />
          </div>
          <div className="ag-field">
            <label htmlFor={`${id}-from`}>{say.from}</label>
            <DateField id={`${id}-from`} value={fromDate} onChange={setFrom} />
          </div>
          <div className="ag-field">
            <label htmlFor={`${id}-to`}>{say.to}</label>
            <DateField id={`${id}-to`} value={toDate} onChange={setTo} />
          </div>
          <div className="ag-field">
            <label htmlFor={`${id}-document`}>{say.document}</label>
            <Input
              id={`${id}-document`}
              maxLength={200}
              value={document}
              onChange={(event) => setDocument(event.target.value)}
            />
            <small className="sj-meta">{say.documentExample}</small>
          </div>
        </div>
        <h2>{say.items}</h2>
        {items.map((item, at) => (
          <Item
            key={item.key}
            item={item}
            at={at}
            sites={organisationId === null ? [] : (sites.data?.sites ?? [])}
            onChange={(changed) => setItems((now) => now.map((each) => (each.key === changed.key ? changed : each)))}
            onRemove={() => setItems((now) => now.filter((each) => each.key !== item.key))}
          />
        ))}
        <div className="ag-tools">
          <Button onClick={() => setItems((now) => [...now, blank()])}>{say.addItem}</Button>
          <Button type="primary" htmlType="submit" loading={making.busy}>
            {say.save}
          </Button>
        </div>
      </form>
    </PageFrame>
  )
}

/** `body.items.1.siteId` as the form numbers it; other places need no name, the sentence says them. */
function placeOf(at: string, itemLabel: (row: number, field: string) => string): string {
  const row = /^body\.items\.(\d+)/.exec(at)?.[1]
  return row === undefined
    ? ''
    : itemLabel(Number(row) + 1, '')
        .trim()
        .replace(/:$/, '')
}
