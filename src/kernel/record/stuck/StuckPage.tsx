import { Button } from 'antd'
import {
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  localTime,
  PageFrame,
  ProblemAlert,
  RunningText,
  SentenceText,
  StateTag,
  useAct,
  useFilters,
  useListing,
  useTell,
  useViewer,
  useWords,
  listed,
} from '../../../platform/ui/public.ts'
import { listStuckFollowUps, STUCK_STATES, type StuckFollowUp, tryFollowUpAgain } from './contract.ts'
import { words } from './words.ts'

/** What should have followed by itself and did not, and what can be done about it? */
export default function StuckPage() {
  const say = useWords(words)
  const tell = useTell()
  const { filters, set } = useFilters({ state: 'gave-up' })
  const state = STUCK_STATES.find((each) => each === filters.state)
  const listing = useListing(listStuckFollowUps, { query: state ? { state } : {} })
  const trying = useAct(tryFollowUpAgain)
  const chips = [...STUCK_STATES, undefined].map((each) => ({
    key: each ?? 'all',
    label: each ? say.states[each] : say.all,
    on: state === each,
    toggle: () => set({ state: each ?? '' }),
  }))

  async function tryAgain(followUpId: string) {
    const done = await trying.act({ params: { followUpId } })
    if (done.ok) tell(done.answer.state === 'done' ? words.doneAlready : words.putBack)
  }

  return (
    <PageFrame title={say.title} meta={say.meta} filters={<FilterChips chips={chips} />}>
      <ProblemAlert problem={trying.problem} takesFocus />
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={useColumns({ busy: trying.busy, tryAgain: (id) => void tryAgain(id) })}
        rowKey={(row) => row.id}
        empty={{ sentence: state === 'trying' ? say.noneTrying : state ? say.noneGaveUp : say.none }}
      />
    </PageFrame>
  )
}

function useColumns({ busy, tryAgain }: { busy: boolean; tryAgain: (id: string) => void }): Column<StuckFollowUp>[] {
  const say = useWords(words)
  const { may } = useViewer()
  const again: Column<StuckFollowUp> = {
    key: 'again',
    title: '',
    width: 110,
    show: (row) => (
      <Button size="small" disabled={busy} onClick={() => tryAgain(row.id)}>
        {say.tryAgain}
      </Button>
    ),
  }
  return [
    { key: 'what', title: say.what, wraps: true, show: (row) => <SentenceText sentence={row.what} /> },
    { key: 'about', title: say.about, width: 120, show: (row) => <About about={row.about} /> },
    {
      key: 'why',
      title: say.why,
      wraps: true,
      show: (row) => (
        <>
          <SentenceText sentence={row.why} />
          <br />
          <small>{say.failureId(row.failureId)}</small>
        </>
      ),
    },
    {
      key: 'state',
      title: say.state,
      width: 170,
      wraps: true,
      show: (row) => (
        <>
          <StateTag tone={row.state === 'gave-up' ? 'attention' : 'now'}>{say.states[row.state]}</StateTag>
          {row.nextTryAt ? (
            <small>
              {' '}
              <RunningText>{say.nextTry(localTime(row.nextTryAt))}</RunningText>
            </small>
          ) : null}
        </>
      ),
    },
    { key: 'tries', title: say.tries, width: 80, kind: 'number', show: (row) => say.triesCount(row.tries) },
    { key: 'happenedAt', title: say.happenedAt, width: 150, show: (row) => localTime(row.happenedAt) },
    { key: 'failedAt', title: say.failedAt, width: 150, show: (row) => localTime(row.failedAt) },
    ...(may(tryFollowUpAgain.may) ? [again] : []),
  ]
}

/** The subject by its page where the viewer may open that, else by the end of its id. */
function About({ about }: { about: StuckFollowUp['about'] }) {
  const { may } = useViewer()
  if (!about) return null
  const name = (
    <>
      <SentenceText sentence={about.name} /> …{about.id.slice(-6)}
    </>
  )
  return may(about.may) ? <GoLink to={about.page}>{name}</GoLink> : name
}
