import {
  type Column,
  DenseTable,
  GoLink,
  PageFrame,
  SearchBox,
  SentenceText,
  useFilters,
  useGo,
  useListing,
  useWords,
  listed,
} from '../../../platform/ui/public.ts'
import { type GroupLine, listHistoryGroups } from './contract.ts'
import './history.css'
import { pageWords } from './page-words.ts'

/** Which class’s people were looked up at the province? */
export default function LookupClassesPage() {
  const say = useWords(pageWords)
  const go = useGo()
  const { filters, set } = useFilters({ search: '' })
  const search = filters.search === '' ? {} : { search: filters.search }
  const listing = useListing(listHistoryGroups, { params: { kind: 'class' }, query: search })
  const columns: Column<GroupLine>[] = [
    {
      key: 'title',
      title: say.columns.group,
      pinned: true,
      width: 360,
      show: (row) => (
        <GoLink to={`/history/lookup/${row.id}`}>
          <SentenceText sentence={row.title} />
        </GoLink>
      ),
    },
    { key: 'organisation', title: say.columns.organisation, show: (row) => row.organisation },
    {
      key: 'dates',
      title: say.columns.dates,
      width: 230,
      show: (row) => <span className="sj-num">{say.span(row.startsOn, row.endsOn)}</span>,
    },
    { key: 'people', title: say.columns.people, width: 80, kind: 'number', show: (row) => row.people ?? '—' },
  ]
  return (
    <PageFrame
      title={say.lookup.choose}
      meta={say.lookup.chooseMeta}
      crumbs={[{ label: say.title, to: '/history' }]}
      search={<SearchBox value={filters.search} onSearch={(text) => set({ search: text })} hint={say.lookup.search} />}
    >
      <DenseTable
        {...listed(listing)}
        label={say.lookup.choose}
        columns={columns}
        rowKey={(row) => row.id}
        empty={{ sentence: filters.search === '' ? say.lookup.noGroups : say.lookup.noGroupFound }}
        onOpen={(row) => go(`/history/lookup/${row.id}`)}
      />
    </PageFrame>
  )
}
