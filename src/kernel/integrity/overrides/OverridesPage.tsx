import { Button } from 'antd'
import { useState } from 'react'
import {
  CivilDate,
  type Column,
  DenseTable,
  Drawer,
  FilterChips,
  GoLink,
  Instant,
  PageFrame,
  RunningText,
  SentenceText,
  StateTag,
  type Tone,
  useCall,
  useFilters,
  useListing,
  useLocale,
  useViewer,
  useWords,
  Who,
  whoText,
  listed,
} from '../../../platform/ui/public.ts'
import { countOverrides, decideOverride, listOverrides, type Override } from './contract.ts'
import { Papers } from './Papers.tsx'
import { DecideOverride, WithdrawDialog } from './decision-dialogs.tsx'
import { pageWords } from './page-words.ts'
import { OVERRIDE_STATES, type OverrideState } from './rules.ts'
import './overrides.css'

const TONES = {
  waiting: 'attention',
  'in-force': 'now',
  expired: 'plain',
  withdrawn: 'plain',
  declined: 'plain',
} as const satisfies Record<OverrideState, Tone>

type Doing = { readonly what: 'decide' | 'withdraw'; readonly override: Override }

/** What checks found and two people let go: what waits, what is in force, what has ended; and how often, by whom. */
export default function OverridesPage() {
  const say = useWords(pageWords)
  const { filters, set } = useFilters({ state: '', check: '', organisation: '', ending: '', open: '' })
  const state = OVERRIDE_STATES.find((each) => each === filters.state)
  const { check, organisation } = filters
  const listing = useListing(listOverrides, {
    query: {
      ...(state ? { state } : {}),
      ...(check ? { check } : {}),
      ...(organisation ? { organisation } : {}),
      ...(filters.ending ? { ending: 'yes' as const } : {}),
    },
  })
  const counts = useCall(countOverrides)
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const provider = counts.data?.byOrganisation.find(({ id }) => id === organisation)?.name ?? ''
  const chips = [
    { key: 'all', label: say.all, on: !state, toggle: () => set({ state: '' }) },
    ...OVERRIDE_STATES.map((each) => ({
      key: each,
      label: say.states[each],
      on: each === state,
      toggle: () => set({ state: each === state ? '' : each }),
    })),
    {
      key: 'ending',
      label: counts.data?.ending ? `${say.ending} ${counts.data.ending}` : say.ending,
      on: filters.ending !== '',
      toggle: () => set({ ending: filters.ending ? '' : 'yes' }),
    },
    ...(check ? [{ key: 'check', label: check, remove: () => set({ check: '' }) }] : []),
    ...(organisation ? [{ key: 'organisation', label: provider, remove: () => set({ organisation: '' }) }] : []),
  ]
  return (
    <PageFrame title={say.title} meta={say.meta} filters={<FilterChips chips={chips} />}>
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={useColumns(setDoing)}
        rowKey={(row) => row.id}
        empty={{ sentence: say.empty }}
        onOpen={(row) => set({ open: row.id })}
        openKey={filters.open || null}
      />
      <Counts />
      <Opened
        row={listing.rows?.find(({ id }) => id === filters.open)}
        act={setDoing}
        onClose={() => set({ open: '' })}
      />
      {doing?.what === 'decide' ? <DecideOverride override={doing.override} onDone={close} /> : null}
      {doing?.what === 'withdraw' ? <WithdrawDialog override={doing.override} onDone={close} /> : null}
    </PageFrame>
  )
}

function useColumns(act: (doing: Doing) => void): Column<Override>[] {
  const say = useWords(pageWords)
  return [
    {
      key: 'who',
      title: say.columns.who,
      width: 110,
      pinned: true,
      show: ({ who }) => (who ? <SentenceText sentence={who} /> : say.wholeClass),
    },
    { key: 'group', title: say.group, show: ({ group }) => <SentenceText sentence={group.title} /> },
    {
      key: 'state',
      title: say.columns.state,
      width: 200,
      show: (row) => <StateTag tone={TONES[row.state]}>{say.states[row.state]}</StateTag>,
    },
    {
      key: 'until',
      title: say.columns.until,
      width: 186,
      show: (row) => (
        <>
          <CivilDate date={row.expiresOn} /> <Ends row={row} />
        </>
      ),
    },
    {
      key: 'check',
      title: say.columns.check,
      width: 236,
      show: ({ check }) => (
        <>
          {check.id} <SentenceText sentence={check.title} />
        </>
      ),
    },
    { key: 'document', title: say.columns.document, width: 180, show: (row) => row.document },
    { key: 'do', title: '', width: 120, show: (row) => <ToDo row={row} act={act} /> },
  ]
}

function Ends({ row }: { row: Override }) {
  const say = useWords(pageWords)
  if (row.endsIn === null) return null
  return (
    <span title={say.endsMeans}>
      <StateTag tone="attention">{say.endsIn(row.endsIn)}</StateTag>
    </span>
  )
}

/** One override with all that was written for it; the list says only what it is about. */
function Opened({
  row,
  act,
  onClose,
}: {
  row: Override | undefined
  act: (doing: Doing) => void
  onClose: () => void
}) {
  const say = useWords(pageWords)
  return (
    <Drawer
      open={row !== undefined}
      onClose={onClose}
      title={say.title}
      size={640}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {row ? (
        <dl className="ov-opened">
          <dt>{say.columns.who}</dt>
          <dd>
            {row.who ? <SentenceText sentence={row.who} /> : say.wholeClass}
            <div className="sj-meta">
              <GoLink to={`/classes/${row.group.id}`} query={{ tab: 'checks' }}>
                <SentenceText sentence={row.group.title} />
              </GoLink>{' '}
              · {row.organisation.name}
            </div>
          </dd>
          <dt>{say.columns.state}</dt>
          <dd>
            <StateTag tone={TONES[row.state]}>{say.states[row.state]}</StateTag>{' '}
            <RunningText>{say.until(row.expiresOn)}</RunningText> <Ends row={row} />
            {row.state === 'waiting' && row.own ? <div className="sj-meta">{say.own}</div> : null}
            <ToDo row={row} act={act} />
          </dd>
          <dt>{say.columns.check}</dt>
          <dd>
            {row.check.id} <SentenceText sentence={row.check.title} />
            <div className="sj-meta">
              <GoLink to={`/trail/check-result/${row.resultId}`}>
                <SentenceText sentence={row.found} />
              </GoLink>
            </div>
          </dd>
          <dt>{say.columns.document}</dt>
          <dd>
            {row.document}
            <div className="sj-meta">{row.reason}</div>
            {row.evidence ? <div className="sj-meta">{row.evidence}</div> : null}
            <Papers override={row} />
          </dd>
          <dt>{say.columns.history}</dt>
          <dd>
            <History row={row} />
          </dd>
        </dl>
      ) : null}
    </Drawer>
  )
}

function ToDo({ row, act }: { row: Override; act: (doing: Doing) => void }) {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const decides = row.state === 'waiting' && !row.own && may(decideOverride.may)
  return (
    <>
      {decides ? (
        <Button size="small" type="primary" onClick={() => act({ what: 'decide', override: row })}>
          {say.decide}
        </Button>
      ) : null}
      {row.mayWithdraw ? (
        <Button size="small" onClick={() => act({ what: 'withdraw', override: row })}>
          {say.withdraw}
        </Button>
      ) : null}
    </>
  )
}

/** Who did what, when, why; oldest first. */
function History({ row: { proposed, decision, withdrawal } }: { row: Override }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const line = (what: string, { by, at }: Override['proposed'], reason = '') => (
    <>
      <Instant at={at} /> {whoText(by, locale)} {what}
      {reason === '' ? '' : ` · ${reason}`}
    </>
  )
  return (
    <ul className="ov-history">
      <li>{line(say.what.proposed, proposed)}</li>
      {decision ? <li>{line(say.what[decision.outcome], decision, decision.reason)}</li> : null}
      {withdrawal ? <li>{line(say.what.withdrawn, withdrawal, withdrawal.reason)}</li> : null}
    </ul>
  )
}

/** How often, by check, by provider and by person: for the auditor and for the bureau's own eye. */
function Counts() {
  const say = useWords(pageWords)
  const { data } = useCall(countOverrides)
  if (!data || data.byCheck.length === 0) return null
  return (
    <>
      <h2>{say.countsTitle}</h2>
      <div className="ov-counts">
        <div>
          <h3>{say.byCheck}</h3>
          <ul>
            {data.byCheck.map(({ id, title, proposed, confirmed }) => (
              <li key={id}>
                <GoLink to="/overrides" query={{ check: id }}>
                  {id}
                </GoLink>{' '}
                <SentenceText sentence={title} />: {say.counted(proposed, confirmed)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{say.byOrganisation}</h3>
          <ul>
            {data.byOrganisation.map(({ id, name, proposed, confirmed }) => (
              <li key={id}>
                <GoLink to="/overrides" query={{ organisation: id }}>
                  {name}
                </GoLink>
                : {say.counted(proposed, confirmed)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{say.byPerson}</h3>
          <ul>
            {data.byPerson.map(({ name, post, proposed, confirmed }) => (
              <li key={`${name} ${post.zh}`}>
                <Who by={{ name, post }} />: {say.counted(proposed, confirmed)}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </>
  )
}
