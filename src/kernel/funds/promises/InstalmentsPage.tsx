import {
  CivilDate,
  chipsOf,
  type Column,
  GoLink,
  listed,
  ListPage,
  SentenceText,
  StateTag,
  useCall,
  useExport,
  useFilters,
  useGo,
  useListing,
  useWords,
  Yuan,
  yuanText,
} from '../../../platform/ui/public.ts'
import { exportInstalments, type InstalmentShown, listInstalments, sumInstalments } from './contract.ts'
import { INSTALMENT_STATES } from './rules.ts'
import { INSTALMENT_TONE } from './tones.ts'
import { words } from './words.ts'

/** What is promised to whom for which day, and what has become of it? */
export default function InstalmentsPage() {
  const say = useWords(words)
  const go = useGo()
  const columns = useColumns()
  const { filters, set, filtered } = useFilters({ state: '', year: '' })
  const state = INSTALMENT_STATES.find((each) => each === filters.state)
  const year = /^\d{4}$/.test(filters.year) ? Number(filters.year) : undefined
  const query = { ...(state ? { state } : {}), ...(year === undefined ? {} : { year }) }
  const listing = useListing(listInstalments, { query })
  const years = useYears()
  const exporting = useExport(exportInstalments, { query }, say.title)
  const chips = [
    ...chipsOf(
      INSTALMENT_STATES,
      state,
      (each) => say.states[each],
      (to) => set({ state: to }),
    ),
    ...chipsOf(
      years.map((each) => String(each.year)),
      filters.year,
      (each) => say.year(Number(each)),
      (to) => set({ year: to }),
    ),
  ]
  return (
    <ListPage
      say={say}
      chips={chips}
      filtered={filtered}
      exporting={exporting}
      {...listed(listing)}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => go(`/trail/instalment/${row.id}`)}
    >
      {years.length > 0 ? (
        <div>
          {years.map((each) => (
            <p key={each.year}>
              <b>{say.promisedFor(each.year, each.people, yuanText(String(each.fen)))}</b>
            </p>
          ))}
          <p className="sj-meta">{say.promisedMeans}</p>
        </div>
      ) : null}
    </ListPage>
  )
}

/** What may still have to be paid in each year: what is over is not. */
function useYears(): { year: number; people: number; fen: bigint }[] {
  const { data } = useCall(sumInstalments)
  const sums = new Map<number, { people: number; fen: bigint }>()
  for (const { year, state, people, amountFen } of data?.years ?? []) {
    if (state === 'over') continue
    const before = sums.get(year) ?? { people: 0, fen: 0n }
    sums.set(year, { people: before.people + people, fen: before.fen + BigInt(amountFen) })
  }
  return [...sums].map(([year, sum]) => ({ year, ...sum }))
}

function useColumns(): Column<InstalmentShown>[] {
  const say = useWords(words)
  const { columns } = say
  return [
    { key: 'dueOn', title: columns.dueOn, width: 110, pinned: true, show: (row) => <CivilDate date={row.dueOn} /> },
    { key: 'person', title: columns.person, width: 80, show: (row) => row.name },
    {
      key: 'state',
      title: columns.state,
      width: 120,
      show: (row) => <StateTag tone={INSTALMENT_TONE[row.state]}>{say.states[row.state]}</StateTag>,
    },
    { key: 'which', title: columns.which, width: 150, show: (row) => say.which(row.number, row.of) },
    { key: 'amount', title: columns.amount, width: 95, kind: 'number', show: (row) => <Yuan fen={row.amountFen} /> },
    {
      key: 'claim',
      title: columns.claim,
      width: 115,
      show: (row) => (row.claim ? <GoLink to={`/claims/${row.claim.id}`}>{row.claim.number}</GoLink> : null),
    },
    { key: 'until', title: columns.until, width: 110, show: (row) => <CivilDate date={row.endsOn} /> },
    { key: 'scheme', title: columns.scheme, width: 170, show: (row) => <SentenceText sentence={row.schemeTitle} /> },
    {
      key: 'because',
      title: columns.because,
      show: (row) =>
        row.because.map(({ label, sentence }) => (
          <div key={label.zh}>
            <SentenceText sentence={sentence} />
          </div>
        )),
    },
  ]
}
