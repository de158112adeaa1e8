import {
  Callout,
  CivilDate,
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  PageFrame,
  SearchBox,
  StateTag,
  useCall,
  useFilters,
  useGo,
  useListing,
  useLocale,
  useViewer,
  useWords,
  Yuan,
  yuanText,
  listed,
} from '../../../platform/ui/public.ts'
import { type Batch, listBatches, listPayableClaims } from './contract.ts'
import { BATCH_STATUSES } from './rules.ts'
import { BATCH_TONE } from './tones.ts'
import { words } from './words.ts'

/** What waits to be paid, for whoever makes batches. */
function Waiting() {
  const say = useWords(words)
  const locale = useLocale()
  const { data } = useCall(listPayableClaims)
  if (!data || data.lines.length === 0) return null
  return (
    <Callout tone="attention" title={say.waitsForBatch} evidence={<GoLink to="/batches/new">{say.newBatch} ▸</GoLink>}>
      {data.lines.map((line) => (
        <div key={line.lineId}>
          {line.fundName[locale]} · {line.lineName} · {line.year}:
          {say.waitingOn(line.claimCount, line.headCount, yuanText(line.amountFen))}
        </div>
      ))}
    </Callout>
  )
}

function useColumns(): Column<Batch>[] {
  const say = useWords(words)
  const locale = useLocale()
  const counted = (count: number, fen: string) => (count === 0 ? '' : `${count} · ${yuanText(fen)}`)
  return [
    {
      key: 'number',
      title: say.number,
      width: 130,
      pinned: true,
      show: (batch) => <GoLink to={`/batches/${batch.id}`}>{batch.number}</GoLink>,
    },
    {
      key: 'status',
      title: say.state,
      width: 150,
      show: (batch) => <StateTag tone={BATCH_TONE[batch.status]}>{say.status[batch.status]}</StateTag>,
    },
    { key: 'fund', title: say.fund, width: 130, show: (batch) => batch.fundName[locale] },
    { key: 'line', title: say.budgetLine, show: (batch) => `${batch.lineName} · ${batch.year}` },
    { key: 'claims', title: say.claims, width: 80, kind: 'number', show: (batch) => batch.claimCount },
    { key: 'lines', title: say.lines, width: 96, kind: 'number', show: (batch) => batch.lineCount },
    { key: 'amount', title: say.amount, width: 130, kind: 'number', show: (batch) => <Yuan fen={batch.amountFen} /> },
    {
      key: 'returned',
      title: say.returned,
      width: 130,
      kind: 'number',
      show: (batch) => counted(batch.returnedCount, batch.returnedFen),
    },
    { key: 'frozenOn', title: say.frozenOn, width: 110, show: (batch) => <CivilDate date={batch.frozenOn} /> },
  ]
}

/** Which payment batches are there, and what waits for whom? */
export default function BatchesPage() {
  const say = useWords(words)
  const go = useGo()
  const { may } = useViewer()
  const { filters, set, clear, filtered } = useFilters({ status: '', number: '' })
  const status = BATCH_STATUSES.find((each) => each === filters.status)
  const listing = useListing(listBatches, {
    query: { ...(status ? { status } : {}), ...(filters.number ? { number: filters.number } : {}) },
  })
  const columns = useColumns()
  const chips = BATCH_STATUSES.map((each) => ({
    key: each,
    label: say.status[each],
    on: status === each,
    toggle: () => set({ status: status === each ? '' : each }),
  }))
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      actions={
        may('batch.make') ? (
          <GoLink className="sj-button" to="/batches/new">
            {say.newBatch}
          </GoLink>
        ) : null
      }
      filters={<FilterChips chips={chips} onClear={filtered && clear} />}
      search={<SearchBox value={filters.number} onSearch={(number) => set({ number })} hint={say.searchHint} />}
    >
      {may('batch.make') ? <Waiting /> : null}
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={columns}
        rowKey={(batch) => batch.id}
        empty={{ sentence: filtered ? say.noBatches : say.noBatchesYet }}
        onOpen={(batch) => go(`/batches/${batch.id}`)}
      />
    </PageFrame>
  )
}
