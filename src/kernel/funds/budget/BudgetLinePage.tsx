import {
  type Column,
  DenseTable,
  Figures,
  FilterChips,
  GoLink,
  Instant,
  PageFrame,
  ProblemAlert,
  SentenceText,
  useCall,
  useFilters,
  useListing,
  usePageParams,
  useViewer,
  useWords,
  Waiting,
  Yuan,
  listed,
} from '../../../platform/ui/public.ts'
import { AppropriateDialog } from './AppropriateDialog.tsx'
import { appropriate, type BudgetTransfer, getBudgetLine, listTransfers } from './contract.ts'
import { ACCOUNTS, LINE_ACCOUNTS } from './rules.ts'
import { words } from './words.ts'

/** One budget line: where its money stands and every transfer it came from, of one account where asked. */
export default function BudgetLinePage() {
  const say = useWords(words)
  const { may } = useViewer()
  const { lineId } = usePageParams<'lineId'>()
  const { filters, set } = useFilters({ account: '', month: '' })
  const account = ACCOUNTS.find((each) => each === filters.account)
  const line = useCall(getBudgetLine, { params: { lineId } })
  const listing = useListing(listTransfers, {
    params: { lineId },
    query: { ...(account ? { account } : {}), ...(filters.month ? { month: filters.month } : {}) },
  })
  const crumbs = [{ label: say.title, to: '/budget' }]
  const columns = useColumns()
  if (line.problem || !line.data) {
    return (
      <PageFrame title={say.line} crumbs={crumbs}>
        {line.problem ? <ProblemAlert problem={line.problem} onRetry={line.retry} /> : <Waiting />}
      </PageFrame>
    )
  }
  const { data } = line
  const figures = (['appropriated', ...LINE_ACCOUNTS] as const).map((each) => ({
    label: say.inYuan(say.accounts[each]),
    value: <Yuan fen={data[`${each}Fen`]} />,
  }))
  const chips = ACCOUNTS.map((each) => ({
    key: each,
    label: say.account(say.accounts[each]),
    on: account === each,
    toggle: () => set({ account: account === each ? '' : each }),
  }))
  const months = filters.month ? [{ key: 'month', label: filters.month, remove: () => set({ month: '' }) }] : []
  return (
    <PageFrame
      title={data.name}
      crumbs={crumbs}
      meta={
        <>
          <SentenceText sentence={data.fundName} /> · {data.year} · {data.document}
        </>
      }
      filters={<FilterChips chips={[...chips, ...months]} />}
      actions={
        <>
          <GoLink className="sj-button" to={`/trail/budget-line/${data.id}`}>
            {say.walk}
          </GoLink>
          {may(appropriate.may) ? (
            <>
              <AppropriateDialog line={data} way="appropriate" />
              <AppropriateDialog line={data} way="withdraw" />
            </>
          ) : null}
        </>
      }
    >
      <Figures figures={figures} />
      <DenseTable
        {...listed(listing)}
        label={say.transfers}
        columns={columns}
        rowKey={(transfer) => transfer.id}
        empty={{ sentence: say.noTransfers }}
      />
    </PageFrame>
  )
}

function useColumns(): Column<BudgetTransfer>[] {
  const say = useWords(words)
  const reasons: Readonly<Record<string, string>> = say.reasons
  return [
    {
      key: 'when',
      title: say.when,
      width: 150,
      show: (row) => <Instant at={row.businessAt} />,
    },
    { key: 'amount', title: say.amount, width: 140, kind: 'number', show: (row) => <Yuan fen={row.amountFen} /> },
    { key: 'from', title: say.from, width: 100, show: (row) => say.accounts[row.from] },
    { key: 'to', title: say.to, width: 100, show: (row) => say.accounts[row.to] },
    { key: 'reason', title: say.reason, width: 330, show: (row) => reasons[row.reason] ?? row.reason },
    { key: 'voucher', title: say.voucher, width: 130, show: (row) => row.voucher ?? '' },
    {
      key: 'subject',
      title: say.subject,
      show: (row) =>
        row.subjectKind === 'appropriation' ? (
          row.note
        ) : (
          <GoLink to={`/trail/${row.subjectKind}/${row.subjectId}`}>{say.walk}</GoLink>
        ),
    },
  ]
}
