import { Button, Select } from 'antd'
import { useState } from 'react'
import {
  type Chip,
  CivilDate,
  type Column,
  DateField,
  DenseTable,
  FilterChips,
  GoLink,
  PageFrame,
  ProblemAlert,
  SentenceText,
  StateTag,
  useCall,
  useFilters,
  useGo,
  useListing,
  useViewer,
  useWords,
  listed,
} from '../../../platform/ui/public.ts'
import { type Agreement, listAgreements, listProviders } from './contract.ts'
import { RegisterProvider } from './filing-forms.tsx'
import { pageWords } from './page-words.ts'
import './agreements.css'

function useColumns(): Column<Agreement>[] {
  const say = useWords(pageWords)
  return [
    {
      key: 'number',
      title: say.number,
      width: 120,
      pinned: true,
      show: (each) => <span className="sj-num">{each.number}</span>,
    },
    { key: 'provider', title: say.provider, width: 220, show: (each) => each.provider.name },
    { key: 'from', title: say.from, width: 104, show: (each) => <CivilDate date={each.fromDate} /> },
    { key: 'to', title: say.to, width: 104, show: (each) => <CivilDate date={each.toDate} /> },
    {
      key: 'items',
      title: say.items,
      wraps: true,
      show: (each) =>
        each.items.map((item) => (
          <div key={item.id}>
            <SentenceText sentence={item.occupation.name} /> · <SentenceText sentence={item.highestLevelName} /> ·{' '}
            {item.site.name}
          </div>
        )),
    },
    {
      key: 'state',
      title: say.state,
      width: 110,
      show: (each) => (
        <StateTag tone={each.inForce ? 'good' : 'plain'}>{each.inForce ? say.inForce : say.notInForce}</StateTag>
      ),
    },
  ]
}

/** Which provider may teach what with public money, where and until when. */
export default function AgreementsPage() {
  const say = useWords(pageWords)
  const go = useGo()
  const { may, organisationId, businessDate } = useViewer()
  const bureau = organisationId === null
  const { filters, set, clear, filtered } = useFilters({ provider: '', occupation: '', on: '' })
  const providers = useCall(listProviders, {}, { enabled: bureau })
  const list = useListing(listAgreements, {
    query: {
      ...(filters.provider ? { provider: filters.provider } : {}),
      ...(filters.occupation ? { occupation: filters.occupation } : {}),
      ...(filters.on ? { inForceOn: filters.on } : {}),
    },
  })
  const newAgreement = may('agreement.write') ? (
    <GoLink className="sj-button" to="/agreements/new">
      {say.newAgreement}
    </GoLink>
  ) : null
  const [registering, setRegistering] = useState(false)
  const today = filters.on === businessDate
  const provider = providers.data?.providers.find((each) => each.id === filters.provider)
  const chosen = (key: 'provider' | 'occupation' | 'on', label: string): Chip[] =>
    label === '' ? [] : [{ key, label, remove: () => set({ [key]: '' }) }]
  const chips: Chip[] = [
    { key: 'now', label: say.onlyInForce, on: today, toggle: () => set({ on: today ? '' : businessDate }) },
    ...chosen('on', filters.on === '' || today ? '' : say.inForceOnDay(filters.on)),
    ...chosen('provider', provider?.name ?? ''),
    ...chosen('occupation', filters.occupation.replace(/^\d+\//, '')),
  ]
  return (
    <PageFrame
      title={say.agreements}
      actions={
        newAgreement ? (
          <>
            <Button onClick={() => setRegistering(true)}>{say.registerProvider}</Button>
            {newAgreement}
          </>
        ) : null
      }
      filters={<FilterChips chips={chips} onClear={filtered && clear} />}
    >
      <div className="ag-filters">
        {bureau ? (
          <Select
            aria-label={say.provider}
            allowClear
            placeholder={say.provider}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: 280, maxWidth: '100%' }}
            loading={providers.loading}
            value={provider ? provider.id : null}
            onChange={(id: string | undefined) => set({ provider: id ?? '' })}
            options={(providers.data?.providers ?? []).map((each) => ({ value: each.id, label: each.name }))}
          />
        ) : null}
        <label htmlFor="ag-on">
          {say.inForceOn}
          <DateField id="ag-on" value={filters.on} onChange={(on) => set({ on })} />
        </label>
      </div>
      {registering ? <RegisterProvider onDone={() => setRegistering(false)} /> : null}
      <ProblemAlert problem={providers.problem} onRetry={providers.retry} />
      <DenseTable
        {...listed(list)}
        label={say.agreements}
        columns={useColumns()}
        rowKey={(each) => each.id}
        empty={{ sentence: filtered ? say.noneFound : say.none, action: filtered ? null : newAgreement }}
        onOpen={(each) => go(`/agreements/${each.id}`)}
      />
    </PageFrame>
  )
}
