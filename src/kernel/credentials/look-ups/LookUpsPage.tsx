import {
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
  useWords,
  listed,
} from '../../../platform/ui/public.ts'
import { listLookUpGroups, type LookUpGroup } from './contract.ts'
import { words } from './words.ts'

const SHOWS = ['waiting', 'doubt'] as const

/** The classes whose certificates are to be looked up, the newest first, and what was found so far. */
export default function LookUpsPage() {
  const say = useWords(words)
  const go = useGo()
  const { filters, set } = useFilters({ show: '' })
  const show = SHOWS.find((each) => each === filters.show) ?? 'all'
  const listing = useListing(listLookUpGroups, { query: { show } })
  const label = { waiting: say.waitingOnly, doubt: say.withDoubt }
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      filters={
        <FilterChips
          chips={SHOWS.map((each) => ({
            key: each,
            label: label[each],
            on: show === each,
            toggle: () => set({ show: show === each ? '' : each }),
          }))}
        />
      }
    >
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={useColumns()}
        rowKey={(group) => group.id}
        empty={{ sentence: show === 'all' ? say.none : show === 'waiting' ? say.noneWaiting : say.noSuch }}
        onOpen={(group) => go(`/certificates/look-ups/${group.id}`)}
      />
    </PageFrame>
  )
}

function useColumns(): Column<LookUpGroup>[] {
  const say = useWords(words)
  const count = (key: keyof LookUpGroup['counts'], title: string): Column<LookUpGroup> => ({
    key,
    title,
    width: 84,
    kind: 'number',
    show: ({ counts }) => counts[key] || '',
  })
  return [
    {
      key: 'title',
      title: say.class,
      show: (group) => (
        <GoLink to={`/certificates/look-ups/${group.id}`}>
          <SentenceText sentence={group.title} />
        </GoLink>
      ),
    },
    { key: 'organisation', title: say.organisation, width: 220, show: (group) => group.organisationName },
    count('certificates', say.certificates),
    {
      key: 'waiting',
      title: say.waiting,
      width: 84,
      kind: 'number',
      show: ({ counts }) => (counts.waiting > 0 ? <StateTag tone="attention">{counts.waiting}</StateTag> : ''),
    },
    count('agreeing', say.agreeing),
    count('differing', say.differing),
    count('missing', say.missing),
  ]
}
