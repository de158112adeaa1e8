import { Button, Input, Select } from 'antd'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import {
  DateField,
  PageFrame,
  ProblemAlert,
  useAct,
  useCall,
  useGo,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import { AgreementItem, blankItem, type ItemGiven } from './AgreementItem.tsx'
import { listProviders, listSites, makeAgreement } from './contract.ts'
import { beyond } from './field-places.ts'
import { FieldProblems } from './FieldProblems.tsx'
import { pageWords } from './page-words.ts'
import './agreements.css'

/** Places in the request that say their own problems where they are typed. */
const FIELDS = ['body.organisationId', 'body.fromDate', 'body.toDate', 'body.document', 'body.items']

type FieldProps = { id: string; label: string; missing: boolean; refused: ReactNode; children: ReactNode }

function Field({ id, label, missing, refused, children }: FieldProps) {
  const say = useWords(pageWords)
  return (
    <div className="ag-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {missing ? <small className="ag-problem">{say.needed}</small> : refused}
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
  const [items, setItems] = useState<readonly ItemGiven[]>(() => [blankItem()])
  const [tried, setTried] = useState(false)
  const whole = items.flatMap(({ occupationId, highestLevel, siteId }) =>
    occupationId && highestLevel && siteId ? [{ occupationId, highestLevel, siteId }] : [],
  )
  const empty = [
    organisationId ?? '',
    fromDate,
    toDate,
    ...items.flatMap((item) => [item.occupationId ?? '', item.highestLevel ?? '', item.siteId ?? '']),
  ].filter((value) => value === '').length

  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    making.forget()
    if (empty > 0 || organisationId === null) return
    const done = await making.act({ body: { organisationId, fromDate, toDate, document, items: whole } })
    if (!done.ok) return
    tell(pageWords.made(done.answer.number))
    go(`/agreements/${done.answer.id}`, { replace: true })
  }

  const refused = (at: string) => <FieldProblems problem={making.problem} at={at} />
  return (
    <PageFrame title={say.newAgreement} crumbs={[{ label: say.agreements, to: '/agreements' }]}>
      <form onSubmit={save} noValidate>
        <ProblemAlert problem={providers.problem} onRetry={providers.retry} />
        <ProblemAlert problem={sites.problem} onRetry={sites.retry} />
        <ProblemAlert problem={beyond(making.problem, FIELDS)} takesFocus />
        {tried && empty > 0 ? (
          <p className="ag-problem" role="alert">
            {say.fillIn(empty)}
          </p>
        ) : null}
        <div className="ag-head">
          <Field
            id={`${id}-provider`}
            label={say.provider}
            missing={tried && organisationId === null}
            refused={refused('body.organisationId')}
          >
            <Select<string>
              id={`${id}-provider`}
              showSearch={{ optionFilterProp: 'label' }}
              value={organisationId}
              placeholder={say.choose}
              {...(tried && organisationId === null ? { status: 'error' as const } : {})}
              onChange={(chosen) => {
                setProvider(chosen)
                setItems((now) => now.map((item) => ({ ...item, siteId: null })))
              }}
              options={(providers.data?.providers ?? []).map((each) => ({ value: each.id, label: each.name }))}
            />
          </Field>
          <Field
            id={`${id}-from`}
            label={say.from}
            missing={tried && fromDate === ''}
            refused={refused('body.fromDate')}
          >
            <DateField id={`${id}-from`} value={fromDate} onChange={setFrom} />
          </Field>
          <Field id={`${id}-to`} label={say.to} missing={tried && toDate === ''} refused={refused('body.toDate')}>
            <DateField id={`${id}-to`} value={toDate} onChange={setTo} />
          </Field>
          <Field id={`${id}-document`} label={say.document} missing={false} refused={refused('body.document')}>
            <Input
              id={`${id}-document`}
              maxLength={200}
              value={document}
              onChange={(event) => setDocument(event.target.value)}
            />
            <small className="sj-meta">{say.documentExample}</small>
          </Field>
        </div>
        <h2>{say.items}</h2>
        {items.length === 0 ? <p className="ag-problem">{say.noItems}</p> : null}
        {items.map((item, at) => (
          <AgreementItem
            key={item.key}
            item={item}
            at={at}
            sites={organisationId === null ? [] : (sites.data?.sites ?? [])}
            tried={tried}
            problem={making.problem}
            onChange={(changed) => setItems((now) => now.map((each) => (each.key === changed.key ? changed : each)))}
            onRemove={() => {
              // What was refused is told by row; after a row is gone the rows are others.
              making.forget()
              setItems((now) => now.filter((each) => each.key !== item.key))
            }}
          />
        ))}
        <div className="ag-tools">
          <Button onClick={() => setItems((now) => [...now, blankItem()])}>{say.addItem}</Button>
          <Button type="primary" htmlType="submit" disabled={items.length === 0} loading={making.busy}>
            {say.save}
          </Button>
        </div>
      </form>
    </PageFrame>
  )
}
