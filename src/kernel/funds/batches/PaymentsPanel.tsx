import {
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  StateTag,
  useFilters,
  useGo,
  useListing,
  useWords,
  Yuan,
  listed,
} from '../../../platform/ui/public.ts'
import { type Batch, listPayments, type Payment } from './contract.ts'
import { PAYMENT_TONE } from './tones.ts'
import { words } from './words.ts'

function useColumns(): Column<Payment>[] {
  const say = useWords(words)
  return [
    { key: 'position', title: say.position, width: 60, kind: 'number', show: (payment) => payment.position },
    {
      key: 'reference',
      title: say.reference,
      width: 170,
      show: (payment) => (
        <>
          {payment.reference}
          {payment.replaces ? (
            <small className="sj-meta batch-former">{say.paysAgain(payment.replaces.reference)}</small>
          ) : null}
        </>
      ),
    },
    { key: 'payee', title: say.payee, width: 90, show: (payment) => payment.name },
    {
      key: 'account',
      title: say.account,
      width: 240,
      show: (payment) => (
        <>
          {say.accountTail(payment.bankName, payment.tail)}
          {payment.formerAccount ? (
            <small className="sj-meta batch-former">
              {say.formerAccount}:{say.accountTail(payment.formerAccount.bankName, payment.formerAccount.tail)}
            </small>
          ) : null}
        </>
      ),
    },
    {
      key: 'amount',
      title: say.amount,
      width: 120,
      kind: 'number',
      show: (payment) => <Yuan fen={payment.amountFen} />,
    },
    {
      key: 'status',
      title: say.state,
      width: 190,
      show: (payment) => <StateTag tone={PAYMENT_TONE[payment.status]}>{say.paymentStatus[payment.status]}</StateTag>,
    },
    {
      key: 'reason',
      title: say.bankSays,
      show: (payment) =>
        payment.status === 'returned' ? (
          <>
            {payment.reason || say.noReason}{' '}
            <GoLink to={`/payees/${payment.claimLineId}`} aria-label={`${say.correct} ${payment.reference}`}>
              {say.correct}
            </GoLink>
          </>
        ) : payment.status === 'paid' ? (
          <GoLink to={`/payees/${payment.claimLineId}`} aria-label={`${say.payeePage} ${payment.reference}`}>
            {say.payeePage}
          </GoLink>
        ) : (
          ''
        ),
    },
    {
      key: 'trail',
      title: say.walk,
      width: 70,
      show: (payment) => (
        <GoLink to={`/trail/payment/${payment.id}`} aria-label={`${say.walk} ${payment.reference}`}>
          {say.walk}
        </GoLink>
      ),
    },
  ]
}

/** The payments of a batch in their order; those the bank gave back on request. */
export function PaymentsPanel({ batch }: { batch: Batch }) {
  const say = useWords(words)
  const go = useGo()
  const { filters, set } = useFilters({ returned: false })
  const listing = useListing(listPayments, {
    params: { batchId: batch.id },
    query: { limit: 200, ...(filters.returned ? { status: 'returned' as const } : {}) },
  })
  const columns = useColumns()
  return (
    <>
      <h2>{say.payments}</h2>
      {batch.returnedCount > 0 ? (
        <div className="batch-filter">
          <FilterChips
            chips={[
              {
                key: 'returned',
                label: say.onlyReturned,
                count: batch.returnedCount,
                on: filters.returned,
                toggle: () => set({ returned: !filters.returned }),
              },
            ]}
          />
        </div>
      ) : null}
      <DenseTable
        {...listed(listing)}
        label={say.payments}
        columns={columns}
        rowKey={(payment) => payment.id}
        empty={{ sentence: say.noPayments }}
        onOpen={(payment) => go(`/trail/payment/${payment.id}`)}
      />
    </>
  )
}
