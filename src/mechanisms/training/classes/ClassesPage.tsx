import { Select } from 'antd'
import {
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  PageFrame,
  SearchBox,
  SentenceText,
  StateTag,
  useCall,
  useFilters,
  useGo,
  useListing,
  useLocale,
  useViewer,
  useWords,
  listed,
} from '../../../platform/ui/public.ts'
import { listProviders } from '../agreements/contract.ts'
import { type ClassLine, listClasses } from './contract.ts'
import { pageWords } from './page-words.ts'
import { CLASS_STATUSES, type ClassStatus, STATUS_TONE, STATUS_WORDS } from './states.ts'

function useColumns(showProvider: boolean): Column<ClassLine>[] {
  const say = useWords(pageWords)
  const people = (line: ClassLine) =>
    line.people === null ? say.noRoster(line.capacity) : say.peopleOf(line.people, line.capacity)
  return [
    { key: 'title', title: say.classes, pinned: true, show: (line) => <SentenceText sentence={line.title} /> },
    ...(showProvider
      ? [{ key: 'provider', title: say.provider, width: 210, show: (line: ClassLine) => line.provider.name }]
      : []),
    {
      key: 'dates',
      title: say.dates,
      width: 206,
      show: (line) => <span className="sj-num">{`${line.startsOn} – ${line.endsOn}`}</span>,
    },
    { key: 'people', title: say.people, width: 84, kind: 'number', show: people },
    {
      key: 'status',
      title: say.status,
      width: 110,
      show: (line) => (
        <StateTag tone={STATUS_TONE[line.status]}>
          <SentenceText sentence={STATUS_WORDS[line.status]} />
        </StateTag>
      ),
    },
    {
      key: 'filing',
      title: say.filingNumber,
      width: 130,
      show: (line) => <span className="sj-num">{line.filingNumber}</span>,
    },
  ]
}

/** Classes, newest first: a provider's own, the bureau's all. */
export default function ClassesPage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const go = useGo()
  const { may, organisationId } = useViewer()
  const bureau = organisationId === null
  const { filters, set, clear, filtered } = useFilters({ status: '', provider: '', occupation: '', search: '' })
  const providers = useCall(listProviders, {}, { enabled: bureau && may('agreement.read') })
  const list = useListing(listClasses, {
    query: {
      ...(filters.status ? { status: filters.status as ClassStatus } : {}),
      ...(filters.provider ? { provider: filters.provider } : {}),
      ...(filters.occupation ? { occupation: filters.occupation } : {}),
      ...(filters.search ? { search: filters.search } : {}),
    },
  })
  const drafts = may('class.write') && !bureau
  const newClass = (
    <GoLink className="sj-button" to="/classes/new">
      {say.newClass}
    </GoLink>
  )
  const occupation = list.rows?.find((line) => line.occupation.id === filters.occupation)?.occupation.name[locale]
  return (
    <PageFrame
      title={say.classes}
      actions={drafts ? newClass : null}
      filters={
        <FilterChips
          chips={[
            ...CLASS_STATUSES.map((status) => ({
              key: status,
              label: STATUS_WORDS[status][locale],
              on: filters.status === status,
              toggle: () => set({ status: filters.status === status ? '' : status }),
            })),
            ...(filters.occupation
              ? [{ key: 'occupation', label: occupation ?? filters.occupation, remove: () => set({ occupation: '' }) }]
              : []),
          ]}
          onClear={filtered && clear}
        />
      }
      search={<SearchBox value={filters.search} onSearch={(search) => set({ search })} hint={say.searchHint} />}
    >
      {bureau && providers.data ? (
        <Select
          aria-label={say.provider}
          className="class-provider"
          allowClear
          placeholder={say.provider}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 280, marginBottom: 10 }}
          value={filters.provider || null}
          onChange={(provider: string | undefined) => set({ provider: provider ?? '' })}
          options={providers.data.providers.map((each) => ({ value: each.id, label: each.name }))}
        />
      ) : null}
      <DenseTable
        {...listed(list)}
        label={say.classes}
        columns={useColumns(bureau)}
        rowKey={(line) => line.id}
        empty={{ sentence: filtered ? say.noneFound : say.none, action: drafts && !filtered ? newClass : null }}
        onOpen={(line) => go(`/classes/${line.id}`)}
      />
    </PageFrame>
  )
}
