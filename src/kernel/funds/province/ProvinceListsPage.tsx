import {
  type Chip,
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  PageFrame,
  SentenceText,
  StateTag,
  useFilters,
  useGo,
  useListing,
  useLocale,
  useWords,
  Yuan,
  listed,
} from '../../../platform/ui/public.ts'
import { type ListLine, listProvinceLists } from './contract.ts'
import { pageWords } from './page-words.ts'
import { LIST_STATUSES, type ListStatus } from './rules.ts'
import { LIST_TONE } from './tones.ts'

/** Pre-checked lists, newest first; what waits is one chip away. */
export default function ProvinceListsPage() {
  const say = useWords(pageWords)
  const go = useGo()
  const { filters, set, clear, filtered } = useFilters({ status: '' })
  const isStatus = LIST_STATUSES.some((each) => each === filters.status)
  const listing = useListing(listProvinceLists, { query: isStatus ? { status: filters.status as ListStatus } : {} })
  const chips: Chip[] = LIST_STATUSES.map((status) => ({
    key: status,
    label: say.status[status],
    on: filters.status === status,
    toggle: () => set({ status: filters.status === status ? '' : status }),
  }))
  return (
    <PageFrame
      title={say.lists}
      meta={say.listsMeta}
      filters={<FilterChips chips={chips} onClear={filtered && clear} />}
      actions={
        <GoLink className="sj-button" to="/province/reconciliation">
          {say.reconciliation}
        </GoLink>
      }
    >
      <DenseTable
        {...listed(listing)}
        label={say.lists}
        columns={useColumns()}
        rowKey={(list) => list.id}
        empty={{ sentence: say.noLists }}
        onOpen={(list) => go(`/province/lists/${list.id}`)}
      />
    </PageFrame>
  )
}

function useColumns(): Column<ListLine>[] {
  const say = useWords(pageWords)
  const { columns } = say
  const locale = useLocale()
  return [
    {
      key: 'number',
      title: columns.number,
      width: 150,
      pinned: true,
      show: (row) => <span className="sj-num">{row.number}</span>,
    },
    {
      key: 'title',
      title: columns.title,
      show: (row) => <GoLink to={`/province/lists/${row.id}`}>{row.title}</GoLink>,
    },
    { key: 'organisation', title: columns.organisation, width: 190, show: (row) => row.organisationName },
    {
      key: 'scheme',
      title: columns.scheme,
      width: 220,
      wraps: locale === 'en',
      show: (row) => <SentenceText sentence={row.schemeTitle} />,
    },
    {
      key: 'heads',
      title: columns.heads,
      width: 130,
      kind: 'number',
      show: (row) => `${row.headCount} / ${row.heldCount} / ${row.refusedCount}`,
    },
    { key: 'amount', title: columns.amount, width: 116, kind: 'number', show: (row) => <Yuan fen={row.amountFen} /> },
    {
      key: 'status',
      title: columns.status,
      width: 190,
      show: (row) => <StateTag tone={LIST_TONE[row.status]}>{say.status[row.status]}</StateTag>,
    },
    {
      key: 'made',
      title: columns.assembledOn,
      width: 110,
      show: (row) => <span className="sj-num">{row.assembledOn}</span>,
    },
  ]
}
