import { Tabs } from 'antd'
import {
  type Column,
  DateField,
  DenseTable,
  localTime,
  PageFrame,
  SearchBox,
  useCall,
  useDistrict,
  useFilters,
  useListing,
  useLocale,
  useWords,
} from '../../../platform/ui/public.ts'
import { type ActShown, exportWhoDid, type RoleShown, whoDid, whoMay } from './contract.ts'
import { words } from './words.ts'
import './who-may.css'

/** Who may do what and who holds it; and who did what, when. */
export default function WhoMayPage() {
  const say = useWords(words)
  return (
    <PageFrame title={say.title} meta={say.meta}>
      <Tabs
        items={[
          { key: 'may', label: say.may, children: <WhoMay /> },
          { key: 'did', label: say.did, children: <WhoDid /> },
        ]}
      />
    </PageFrame>
  )
}

function WhoMay() {
  const say = useWords(words)
  const locale = useLocale()
  const table = useCall(whoMay)
  const columns: Column<RoleShown>[] = [
    { key: 'role', title: say.role, width: 140, pinned: true, show: (row) => row.name[locale] },
    {
      key: 'may',
      title: say.can,
      wraps: true,
      show: (row) => (
        <ul className="wm-list wm-may">
          {row.may.map(({ permission, sentence }) => (
            <li key={permission}>{sentence[locale]}</li>
          ))}
        </ul>
      ),
    },
    { key: 'never', title: say.never, width: 230, wraps: true, show: (row) => row.never?.[locale] ?? '' },
    {
      key: 'holders',
      title: say.holders,
      width: 260,
      wraps: true,
      show: (row) =>
        row.holders.length === 0 ? (
          <span className="sj-meta">{say.nobody}</span>
        ) : (
          <ul className="wm-list">
            {row.holders.map((each) => (
              <li key={`${each.accountId} ${each.standsInUntil}`}>
                {each.person} {each.account}
                {each.organisation ? ` · ${each.organisation}` : ''}
                {each.standsInUntil ? ` · ${say.standsIn} ${each.standsInUntil}` : ''}
              </li>
            ))}
          </ul>
        ),
    },
  ]
  return (
    <DenseTable
      label={say.may}
      columns={columns}
      rows={table.data?.roles}
      rowKey={(row) => row.role}
      empty={{ sentence: say.nobody }}
      problem={table.problem}
      onRetry={table.retry}
    />
  )
}

function WhoDid() {
  const say = useWords(words)
  const locale = useLocale()
  const district = useDistrict()
  const { filters, set } = useFilters({ act: '', from: '', to: '' })
  const query = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))
  const listing = useListing(whoDid, { query })
  const search = new URLSearchParams(query).toString()
  const columns: Column<ActShown>[] = [
    { key: 'at', title: say.at, width: 150, pinned: true, show: (row) => localTime(row.recordedAt) },
    { key: 'account', title: say.account, width: 130, show: (row) => row.account },
    { key: 'person', title: say.person, width: 80, show: (row) => row.person },
    { key: 'post', title: say.post, width: 150, show: (row) => row.post[locale] },
    {
      key: 'act',
      title: say.act,
      show: (row) => (
        <>
          {row.sentence[locale]} <code className="sj-meta">{row.act}</code>
        </>
      ),
    },
    { key: 'about', title: say.about, width: 160, show: (row) => <code>{row.subjectKind}</code> },
  ]
  return (
    <>
      <div className="wm-filters">
        <SearchBox hint={say.actHint} value={filters.act} onSearch={(act) => set({ act })} />
        <label>
          {say.from} <DateField value={filters.from} onChange={(from) => set({ from })} />
        </label>
        <label>
          {say.to} <DateField value={filters.to} onChange={(to) => set({ to })} />
        </label>
        <a href={`/${district}/api${exportWhoDid.path}${search ? `?${search}` : ''}`}>{say.export}</a>
      </div>
      <DenseTable
        label={say.did}
        columns={columns}
        rows={listing.rows}
        rowKey={(row) => row.id}
        empty={{ sentence: say.empty }}
        problem={listing.problem}
        onRetry={listing.retry}
        more={listing.more}
        refreshing={listing.refreshing}
      />
    </>
  )
}
