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
  useWords,
  Yuan,
  listed,
} from '../../../platform/ui/public.ts'
import { listRecoveries, type Recovery } from './contract.ts'
import { RECOVERY_STATUSES } from './rules.ts'
import { RECOVERY_TONE } from './tones.ts'
import { words } from './words.ts'

function useColumns(): Column<Recovery>[] {
  const say = useWords(words)
  return [
    {
      key: 'reference',
      title: say.reference,
      width: 170,
      show: (row) => <GoLink to={`/recoveries/${row.id}`}>{row.reference}</GoLink>,
    },
    { key: 'payee', title: say.payee, width: 80, show: (row) => row.name },
    { key: 'claim', title: say.claim, width: 140, show: (row) => row.claimNumber },
    { key: 'amount', title: say.amount, width: 130, kind: 'number', show: (row) => <Yuan fen={row.amountFen} /> },
    { key: 'received', title: say.received, width: 130, kind: 'number', show: (row) => <Yuan fen={row.receivedFen} /> },
    {
      key: 'state',
      title: say.state,
      width: 130,
      show: (row) => <StateTag tone={RECOVERY_TONE[row.status]}>{say.statuses[row.status]}</StateTag>,
    },
    { key: 'on', title: say.proposedOn, width: 110, show: (row) => <CivilDate date={row.proposedOn} /> },
    { key: 'reason', title: say.reason, show: (row) => row.reason },
  ]
}

/** Which money is to come back, and how much of it has? */
export default function RecoveriesPage() {
  const say = useWords(words)
  const go = useGo()
  const columns = useColumns()
  const { filters, set, filtered } = useFilters({ status: '' })
  const status = RECOVERY_STATUSES.find((each) => each === filters.status)
  const listing = useListing(listRecoveries, { query: status ? { status } : {} })
  const chips = RECOVERY_STATUSES.map((each) => ({
    key: each,
    label: say.statuses[each],
    on: each === status,
    toggle: () => set({ status: each === status ? '' : each }),
  }))
  return (
    <PageFrame title={say.title} meta={say.meta} filters={<FilterChips chips={chips} />}>
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={columns}
        rowKey={(row) => row.id}
        empty={{ sentence: filtered ? say.noneMatch : say.none }}
        onOpen={(row) => go(`/recoveries/${row.id}`)}
      />
    </PageFrame>
  )
}
