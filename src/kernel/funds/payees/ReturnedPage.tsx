import {
  CivilDate,
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  PageFrame,
  StateTag,
  type Tone,
  useFilters,
  useGo,
  useListing,
  useWords,
  Yuan,
} from '../../../platform/ui/public.ts'
import { listReturnedPayments, type ReturnedPayment } from './contract.ts'
import type { ReturnedState } from './rules.ts'
import './payees.css'
import { words } from './words.ts'

const TONES = { 'to-correct': 'attention', proposed: 'now', corrected: 'good' } as const satisfies Record<
  ReturnedState,
  Tone
>

function useColumns(): Column<ReturnedPayment>[] {
  const say = useWords(words)
  return [
    {
      key: 'reference',
      title: say.reference,
      width: 144,
      show: (row) => <GoLink to={`/payees/${row.claimLineId}`}>{row.reference}</GoLink>,
    },
    { key: 'claim', title: say.claim, width: 134, show: (row) => row.claimNumber },
    { key: 'payee', title: say.payee, width: 64, show: (row) => row.name },
    {
      key: 'account',
      title: say.account,
      width: 230,
      // The last figures tell one card from another: they are never cut.
      wraps: true,
      show: ({ account }) => say.accountTail(account.bankName, account.tail),
    },
    { key: 'amount', title: say.amount, width: 94, kind: 'number', show: (row) => <Yuan fen={row.amountFen} /> },
    { key: 'on', title: say.returnedOn, width: 108, show: (row) => <CivilDate date={row.returnedOn} /> },
    {
      key: 'due',
      title: say.dueOn,
      width: 110,
      show: (row) => (
        <>
          <CivilDate date={row.dueOn} />
          {row.daysLate > 0 ? <small className="payee-late">{say.daysLate(row.daysLate)}</small> : null}
        </>
      ),
    },
    {
      key: 'state',
      title: say.state,
      width: 184,
      show: (row) => <StateTag tone={TONES[row.state]}>{say.returnedStates[row.state]}</StateTag>,
    },
    { key: 'reason', title: say.bankSays, width: 132, show: (row) => row.reason || say.noReason },
  ]
}

/** Whose money came back from the bank, what it waits for, and which of it is overdue? */
export default function ReturnedPage() {
  const say = useWords(words)
  const go = useGo()
  const columns = useColumns()
  const { filters, set, filtered } = useFilters({ overdue: false })
  const listing = useListing(listReturnedPayments)
  const rows = filters.overdue ? listing.rows?.filter(({ daysLate }) => daysLate > 0) : listing.rows
  const chips = [
    { key: 'overdue', label: say.onlyOverdue, on: filters.overdue, toggle: () => set({ overdue: !filters.overdue }) },
  ]
  return (
    <PageFrame title={say.returnedTitle} meta={say.returnedMeta} filters={<FilterChips chips={chips} />}>
      <DenseTable
        label={say.returnedTitle}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={{ sentence: filtered ? say.noneMatch : say.noReturned }}
        problem={listing.problem}
        onRetry={listing.retry}
        more={listing.more}
        refreshing={listing.refreshing}
        onOpen={(row) => go(`/payees/${row.claimLineId}`)}
      />
    </PageFrame>
  )
}
