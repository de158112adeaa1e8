import {
  CivilDate,
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  PageFrame,
  StateTag,
  useFilters,
  useGo,
  useListing,
  useLocale,
  useViewer,
  useWords,
  Yuan,
  listed,
} from '../../../platform/ui/public.ts'
import { type AwaitingNotice, listAwaitingNotice, type ListedNotice, listNotices } from './contract.ts'
import { NOTICE_STATUSES } from './rules.ts'
import { NOTICE_TONE } from './tones.ts'
import { words } from './words.ts'

/** What both lists say of a claim. */
function useClaimColumns(schemeWidth: number): Column<AwaitingNotice | ListedNotice>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    { key: 'title', title: say.class, show: (row) => row.title },
    { key: 'organisation', title: say.organisation, width: 186, show: (row) => row.organisationName },
    {
      key: 'scheme',
      title: say.scheme,
      width: schemeWidth,
      wraps: locale === 'en',
      show: (row) => row.schemeTitle[locale],
    },
    { key: 'people', title: say.people, width: 70, kind: 'number', show: (row) => row.headCount },
    { key: 'amount', title: say.amount, width: 98, kind: 'number', show: (row) => <Yuan fen={row.amountFen} /> },
  ]
}

/** Approved claims that nobody has published yet, for whoever publishes them. */
function ToPublish() {
  const say = useWords(words)
  const go = useGo()
  const listing = useListing(listAwaitingNotice)
  const shared = useClaimColumns(170)
  const columns: Column<AwaitingNotice>[] = [
    {
      key: 'claim',
      title: say.claim,
      width: 150,
      pinned: true,
      show: (row) => <GoLink to={`/public-notices/preview/${row.claimId}`}>{row.claimNumber}</GoLink>,
    },
    ...shared,
    { key: 'approved', title: say.approvedOn, width: 110, show: (row) => <CivilDate date={row.approvedOn} /> },
    {
      key: 'publish',
      title: say.nextStep,
      width: 120,
      show: (row) => <GoLink to={`/public-notices/preview/${row.claimId}`}>{say.lookAndPublish} ▸</GoLink>,
    },
  ]
  return (
    <>
      <h2>{say.toPublish}</h2>
      <DenseTable
        {...listed(listing)}
        label={say.toPublish}
        columns={columns}
        rowKey={(row) => row.claimId}
        empty={{ sentence: say.nothingToPublish }}
        onOpen={(row) => go(`/public-notices/preview/${row.claimId}`)}
      />
    </>
  )
}

/** What waits to be published, what is out, and what was? */
export default function PublicNoticesPage() {
  const say = useWords(words)
  const go = useGo()
  const { may } = useViewer()
  const { filters, set, clear, filtered } = useFilters({ status: '' })
  const status = NOTICE_STATUSES.find((each) => each === filters.status)
  const listing = useListing(listNotices, { query: status ? { status } : {} })
  const shared = useClaimColumns(126)
  const columns: Column<ListedNotice>[] = [
    {
      key: 'number',
      title: say.number,
      width: 116,
      pinned: true,
      show: (row) => <GoLink to={`/public-notices/${row.id}`}>{row.number}</GoLink>,
    },
    {
      key: 'status',
      title: say.state,
      width: 90,
      show: (row) => <StateTag tone={NOTICE_TONE[row.status]}>{say.status[row.status]}</StateTag>,
    },
    ...shared,
    { key: 'published', title: say.publishedOn, width: 106, show: (row) => <CivilDate date={row.publishedOn} /> },
    { key: 'ends', title: say.endsOn, width: 106, show: (row) => <CivilDate date={row.endsOn} /> },
    { key: 'objections', title: say.objections, width: 84, kind: 'number', show: (row) => row.objections || '' },
  ]
  const chips = NOTICE_STATUSES.map((each) => ({
    key: each,
    label: say.status[each],
    on: status === each,
    toggle: () => set({ status: status === each ? '' : each }),
  }))
  return (
    <PageFrame title={say.title} meta={say.meta} filters={<FilterChips chips={chips} onClear={filtered && clear} />}>
      {may(listAwaitingNotice.may) && !filtered ? <ToPublish /> : null}
      <h2>{say.title}</h2>
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={columns}
        rowKey={(row) => row.id}
        empty={{ sentence: filtered ? say.noMatch : say.noNotices }}
        onOpen={(row) => go(`/public-notices/${row.id}`)}
      />
    </PageFrame>
  )
}
