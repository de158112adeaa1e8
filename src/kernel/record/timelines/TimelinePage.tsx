import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import {
  FilterChips,
  GoLink,
  Instant,
  localTime,
  PageFrame,
  ProblemAlert,
  RunningText,
  SentenceText,
  useAct,
  useCall,
  useFilters,
  useLocale,
  usePageParams,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { PersonArchiveButton, ProviderArchiveButton } from '../archive/ArchivePanel.tsx'
import {
  employerTimeline,
  mattersOfPerson,
  openPersonTimeline,
  personTimeline,
  providerTimeline,
  timelineSubjects,
  type TimelinePageShape,
} from './contract.ts'
import './timeline.css'
import { words } from './words.ts'

type Shown = TimelinePageShape | undefined

/** What happened, the newest first, each entry opening its record; the kind and the page are in the address. */
function Entries({
  page,
  kind,
  choose,
  go,
}: {
  page: Shown
  kind: string
  choose: (kind: string) => void
  go: (after: string) => void
}) {
  const say = useWords(words)
  const locale = useLocale()
  if (!page) return <Waiting rows={8} />
  const { items, next, kinds } = page
  const chips = [{ kind: '', name: words.all }, ...kinds].map((each) => ({
    key: each.kind || 'all',
    label: each.name[locale],
    on: each.kind === kind,
    toggle: () => choose(each.kind),
  }))
  return (
    <div className="timeline-page">
      <FilterChips chips={chips} />
      {items.length === 0 ? <p>{say.empty}</p> : null}
      <ol className="timeline">
        {items.map(({ id, at, title, says, opens }) => (
          <li key={id}>
            <Instant at={at} />
            <div>
              {opens ? (
                <GoLink to={`/trail/${opens.kind}/${opens.id}`}>
                  <SentenceText sentence={title} />
                </GoLink>
              ) : (
                <SentenceText sentence={title} />
              )}
              {says ? (
                <div className="sj-meta">
                  <SentenceText sentence={says} />
                </div>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {next ? <Button onClick={() => go(next)}>{say.more}</Button> : null}
    </div>
  )
}

/** Whose timeline to open. */
export function TimelineSubjects() {
  const say = useWords(words)
  const { data, problem, retry } = useCall(timelineSubjects)
  return (
    <PageFrame title={say.title} meta={say.meta}>
      <ProblemAlert problem={problem} onRetry={retry} />
      {data ? null : <Waiting rows={8} />}
      {data ? (
        <>
          <h2>{say.providers}</h2>
          <ul>
            {data.providers.map(({ id, name }) => (
              <li key={id}>
                <GoLink to={`/timelines/provider/${id}`}>{name}</GoLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {data && data.employers.length > 0 ? (
        <>
          <h2>{say.employers}</h2>
          <ul>
            {data.employers.map(({ uscc, name }) => (
              <li key={uscc}>
                <GoLink to={`/timelines/employer/${uscc}`}>{name}</GoLink> <span className="sj-meta">{uscc}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="sj-meta">{say.ofPeople}</p>
    </PageFrame>
  )
}

const ADDRESS = { kind: '', after: '' }
const asked = ({ kind, after }: { kind: string; after: string }) => ({ kind, ...(after ? { after } : {}) })

export function ProviderTimeline() {
  const say = useWords(words)
  const { organisationId } = usePageParams<'organisationId'>()
  const { filters, set } = useFilters(ADDRESS)
  const { data, problem, retry } = useCall(providerTimeline, { params: { organisationId }, query: asked(filters) })
  const name = useCall(timelineSubjects).data?.providers.find(({ id }) => id === organisationId)?.name
  return (
    <PageFrame
      title={name ? say.of(say.ofProvider, name) : say.ofProvider}
      crumbs={[{ label: say.title, to: '/timelines' }]}
      meta={say.meta}
      actions={<ProviderArchiveButton organisationId={organisationId} />}
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      <Entries
        page={data}
        kind={filters.kind}
        choose={(kind) => set({ kind, after: '' })}
        go={(after) => set({ after })}
      />
    </PageFrame>
  )
}

export function EmployerTimeline() {
  const say = useWords(words)
  const { uscc } = usePageParams<'uscc'>()
  const { filters, set } = useFilters(ADDRESS)
  const { data, problem, retry } = useCall(employerTimeline, { params: { uscc }, query: asked(filters) })
  const name = useCall(timelineSubjects).data?.employers.find((each) => each.uscc === uscc)?.name
  return (
    <PageFrame
      title={name ? say.of(say.ofEmployer, name) : say.ofEmployer}
      crumbs={[{ label: say.title, to: '/timelines' }]}
      meta={`${say.ofWhich} ${uscc}`}
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      <Entries
        page={data}
        kind={filters.kind}
        choose={(kind) => set({ kind, after: '' })}
        go={(after) => set({ after })}
      />
    </PageFrame>
  )
}

const OF_PERSON = { ...ADDRESS, reading: '' }

/** A person's is opened for a reason, which is recorded before anything is shown; the address keeps under which. */
export function PersonTimeline() {
  const say = useWords(words)
  const { claimId, decisionId } = usePageParams<'claimId' | 'decisionId'>()
  const { filters, set } = useFilters(OF_PERSON)
  return (
    <PageFrame
      title={say.ofPerson}
      crumbs={[{ label: say.claim, to: `/claims/${claimId}` }]}
      meta={say.meta}
      actions={<PersonArchiveButton claimId={claimId} decisionId={decisionId} />}
    >
      {filters.reading === '' ? (
        <ReasonForm of={{ claimId, decisionId }} opened={(reading) => set({ reading })} />
      ) : (
        <PersonPages of={{ claimId, decisionId }} filters={filters} set={set} />
      )}
    </PageFrame>
  )
}

type OfPerson = { readonly claimId: string; readonly decisionId: string }

function ReasonForm({ of, opened }: { of: OfPerson; opened: (readingId: string) => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const [reason, setReason] = useState('')
  const [about, setAbout] = useState<string>()
  const { act, problem, busy } = useAct(openPersonTimeline)
  const told = useCall(mattersOfPerson, { params: of })
  const matters = told.data?.matters
  const chosen = matters?.find(({ id }) => id === about)
  return (
    <form
      className="timeline-reason"
      onSubmit={async (event) => {
        event.preventDefault()
        const matter = chosen ? { aboutKind: chosen.kind, aboutId: chosen.id } : {}
        const done = await act({ body: { ...of, reason: reason.trim(), ...matter } })
        if (done.ok) opened(done.answer.readingId)
      }}
    >
      <ProblemAlert problem={problem} />
      <ProblemAlert problem={told.problem} onRetry={told.retry} />
      <fieldset>
        <legend>{say.about}</legend>
        <Radio.Group value={about} onChange={(event) => setAbout(event.target.value as string)}>
          {matters?.map(({ id, title, isOpen }) => (
            <Radio key={id} value={id}>
              {title[locale]}
              {isOpen ? '' : ` (${say.settled})`}
            </Radio>
          ))}
          <Radio value="">{say.noMatter}</Radio>
        </Radio.Group>
      </fieldset>
      <label htmlFor="timeline-reason">{say.reason}</label>
      <Input id="timeline-reason" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      <p className="sj-meta">{say.reasonHint}</p>
      <Button
        type="primary"
        htmlType="submit"
        disabled={reason.trim().length < 4 || about === undefined}
        loading={busy}
      >
        {say.open}
      </Button>
    </form>
  )
}

function PersonPages({
  of,
  filters,
  set,
}: {
  of: OfPerson
  filters: typeof OF_PERSON
  set: (changed: Partial<typeof OF_PERSON>) => void
}) {
  const say = useWords(words)
  const { reading } = filters
  const { data, problem, retry } = useCall(personTimeline, { params: of, query: { ...asked(filters), reading } })
  // The reason is asked for again where nothing can be read under this one any more.
  if (problem?.code === 'no-reading')
    return (
      <>
        <ProblemAlert problem={problem} />
        <ReasonForm of={of} opened={(again) => set({ reading: again })} />
      </>
    )
  return (
    <>
      <ProblemAlert problem={problem} onRetry={retry} />
      {data ? (
        <p className="sj-meta">
          <RunningText>{say.readUnder(data.reading.reason, localTime(data.reading.until))}</RunningText>
        </p>
      ) : null}
      <Entries
        page={data}
        kind={filters.kind}
        choose={(kind) => set({ kind, after: '' })}
        go={(after) => set({ after })}
      />
    </>
  )
}
