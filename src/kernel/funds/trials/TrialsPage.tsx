import { Button, Select } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DateField,
  DenseTable,
  GoLink,
  listed,
  localTime,
  PageFrame,
  ProblemAlert,
  StateTag,
  type Tone,
  useAct,
  useCall,
  useFilters,
  useGo,
  useListing,
  useLocale,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { askForTrial, listTrialChoices, listTrials, type TrialShape } from './contract.ts'
import { pageWords } from './page-words.ts'
import { suggestedValuesOn, type TrialStatus } from './rules.ts'
import './trials.css'

export const TRIAL_TONE = {
  asked: 'plain',
  running: 'now',
  done: 'good',
  failed: 'attention',
  cancelled: 'plain',
  swept: 'plain',
} as const satisfies Record<TrialStatus, Tone>

/** What has been tried, and what is to be tried next? */
export default function TrialsPage() {
  const say = useWords(pageWords)
  const go = useGo()
  const { may } = useViewer()
  const asks = may(askForTrial.may)
  const columns = useColumns()
  const { filters } = useFilters({ draft: '' })
  const listing = useListing(listTrials, { query: filters.draft ? { draft: filters.draft } : {} })
  return (
    <PageFrame title={say.title} meta={say.meta}>
      {asks ? <AskForm draftId={filters.draft || null} /> : null}
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={columns}
        rowKey={(row) => row.id}
        empty={{
          sentence: asks ? say.none : say.noneToRead,
          ...(asks ? { action: <GoLink to="/policies?state=draft">{say.toDrafts}</GoLink> } : {}),
        }}
        onOpen={(row) => go(`/trials/${row.id}`)}
      />
    </PageFrame>
  )
}

function AskForm({ draftId }: { draftId: string | null }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const go = useGo()
  const { data, problem } = useCall(listTrialChoices, { query: draftId ? { draft: draftId } : {} })
  const asking = useAct(askForTrial)
  const [given, setGiven] = useState<{ sha256?: string; against?: string; from?: string; to?: string; on?: string }>({})
  const versions = (data?.schemes ?? []).flatMap(({ versions: own }) =>
    own.map(({ sha256, title, version }) => ({ value: sha256, label: `${title[locale]} ${version}` })),
  )
  const { from = data?.from ?? '', to = data?.to ?? '', against = 'in-force' } = given
  const tried = draftId
    ? data?.draft
    : data?.schemes.flatMap(({ versions: own }) => own).find(({ sha256 }) => sha256 === given.sha256)
  const suggested = tried ? suggestedValuesOn(tried.from, from) : ''
  const on = given.on ?? suggested
  const begin = async () => {
    const of = draftId ? { draftId } : { sha256: given.sha256 ?? null }
    const done = await asking.act({ body: { ...of, against, from, to, ...(on ? { valuesOn: on } : {}) } })
    if (done.ok) go(`/trials/${done.answer.id}`)
  }
  return (
    <section className="trial-ask" aria-label={say.begin}>
      <ProblemAlert problem={asking.problem ?? problem} takesFocus />
      <label>
        <span>{say.what}</span>
        {draftId ? (
          <b>{data?.draft ? say.draftOf(data.draft.title[locale], data.draft.version) : say.draft}</b>
        ) : (
          <Select
            aria-label={say.what}
            options={versions}
            value={given.sha256 ?? null}
            onChange={(sha256: string | null) => setGiven({ ...given, ...(sha256 ? { sha256 } : {}) })}
          />
        )}
      </label>
      <label>
        <span>{say.against}</span>
        <Select
          aria-label={say.against}
          options={[
            { value: 'in-force', label: say.inForce },
            { value: 'as-decided', label: say.asDecided },
            ...versions,
          ]}
          value={against}
          onChange={(next: string) => setGiven({ ...given, against: next })}
        />
      </label>
      <label>
        <span>{say.from}</span>
        <DateField aria-label={say.from} value={from} onChange={(next) => setGiven({ ...given, from: next })} />
      </label>
      <label>
        <span>{say.to}</span>
        <DateField aria-label={say.to} value={to} onChange={(next) => setGiven({ ...given, to: next })} />
      </label>
      <label>
        <span>{say.valuesOn}</span>
        <DateField aria-label={say.valuesOn} value={on} onChange={(next) => setGiven({ ...given, on: next })} />
      </label>
      <Button type="primary" loading={asking.busy} disabled={!tried} onClick={() => void begin()}>
        {say.begin}
      </Button>
      {draftId && data && !data.draft ? <p className="sj-meta trial-hint">{say.draftUnreadable}</p> : null}
      {tried && suggested && on === suggested ? (
        <p className="sj-meta trial-hint">{say.suggested(tried.version, suggested)}</p>
      ) : null}
    </section>
  )
}

function useColumns(): Column<TrialShape>[] {
  const say = useWords(pageWords)
  const locale = useLocale()
  return [
    { key: 'at', title: say.askedAt, width: 150, pinned: true, show: ({ askedAt }) => localTime(askedAt) },
    {
      key: 'status',
      title: say.state,
      width: 120,
      show: ({ status }) => <StateTag tone={TRIAL_TONE[status]}>{say.statuses[status]}</StateTag>,
    },
    { key: 'after', title: say.what, wraps: true, show: ({ after }) => `${after.title[locale]} ${after.version}` },
    { key: 'before', title: say.against, width: 150, show: ({ before }) => before?.version ?? say.asDecided },
    { key: 'days', title: say.days, width: 210, show: ({ from, to }) => `${from} – ${to}` },
    {
      key: 'result',
      title: say.result,
      width: 160,
      show: ({ all }) => (all ? say.moreAndLess(all.gains, all.loses) : ''),
    },
    {
      key: 'cases',
      title: say.columns.cases,
      width: 90,
      kind: 'number',
      show: ({ casesDone }) => casesDone.toLocaleString('en'),
    },
    { key: 'by', title: say.askedBy, width: 130, show: ({ by }) => by.name },
  ]
}
