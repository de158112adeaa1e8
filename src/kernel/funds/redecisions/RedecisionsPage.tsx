import { Button } from 'antd'
import { useState } from 'react'
import {
  Callout,
  chipsOf,
  type Column,
  listed,
  ListPage,
  localTime,
  SentenceText,
  StateTag,
  type Tone,
  useCall,
  useExport,
  useFilters,
  useGo,
  useListing,
  useViewer,
  useWords,
  yuanText,
} from '../../../platform/ui/public.ts'
import { AnewDialog } from './AnewDialog.tsx'
import { Signed } from './Changes.tsx'
import {
  countRedecisions,
  exportRedecisions,
  listCorrected,
  listRedecisions,
  proposeAnew,
  type Redecision,
} from './contract.ts'
import { pageWords } from './page-words.ts'
import { ANEW_CAUSES, REDECISION_STATES, type RedecisionState } from './rules.ts'
import './redecisions.css'

export const REDECISION_TONE = {
  waiting: 'attention',
  confirmed: 'good',
  declined: 'plain',
  withdrawn: 'plain',
} as const satisfies Record<RedecisionState, Tone>

/** Who was decided anew, why, and how often people decided in the place of the rules. */
export default function RedecisionsPage() {
  const say = useWords(pageWords)
  const go = useGo()
  const columns = useColumns()
  const { filters, set, filtered } = useFilters({ state: '', cause: '', month: '' })
  const state = REDECISION_STATES.find((each) => each === filters.state)
  const cause = ANEW_CAUSES.find((each) => each === filters.cause)
  const { month } = filters
  const query = { ...(state ? { state } : {}), ...(cause ? { cause } : {}), ...(month ? { month } : {}) }
  const listing = useListing(listRedecisions, { query })
  const counts = useCall(countRedecisions, { query: month ? { month } : {} })
  const exporting = useExport(exportRedecisions, { query }, say.title)
  const chips = [
    ...chipsOf(
      REDECISION_STATES,
      state,
      (each) =>
        each === 'waiting' && counts.data?.waiting ? `${say.states.waiting} ${counts.data.waiting}` : say.states[each],
      (to) => set({ state: to }),
    ),
    ...chipsOf(
      ANEW_CAUSES,
      cause,
      (each) => say.causes[each],
      (to) => set({ cause: to }),
    ),
    ...(month ? [{ key: 'month', label: say.onlyMonth(month), remove: () => set({ month: '' }) }] : []),
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
      onOpen={(row) => go(`/redecisions/${row.id}`)}
    >
      {counts.data ? (
        <>
          <p>
            <b>{say.manualCount(counts.data.manual, yuanText(counts.data.manualFen))}</b>{' '}
            <span className="sj-meta">{say.manualMeans}</span>
          </p>
          <ul className="anew-clauses">
            {counts.data.byClause.map(({ schemeTitle, clause, decisions }) => (
              <li key={`${schemeTitle.zh} ${clause.zh}`}>
                <SentenceText sentence={schemeTitle} /> · <SentenceText sentence={clause} /> · {say.people(decisions)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Corrected />
    </ListPage>
  )
}

function useColumns(): Column<Redecision>[] {
  const say = useWords(pageWords)
  return [
    { key: 'on', title: say.columns.on, width: 150, pinned: true, show: ({ proposed }) => localTime(proposed.at) },
    {
      key: 'state',
      title: say.columns.state,
      width: 150,
      show: ({ state }) => <StateTag tone={REDECISION_TONE[state]}>{say.states[state]}</StateTag>,
    },
    {
      key: 'cause',
      title: say.columns.cause,
      width: 190,
      show: ({ cause }) =>
        cause === 'manual' ? <StateTag tone="attention">{say.causes.manual}</StateTag> : say.causes[cause],
    },
    { key: 'people', title: say.columns.people, width: 90, show: ({ people }) => say.people(people) },
    {
      key: 'difference',
      title: say.columns.difference,
      width: 130,
      kind: 'number',
      show: ({ differenceFen }) => <Signed fen={differenceFen} />,
    },
    { key: 'group', title: say.columns.class, show: ({ group }) => group.title },
    { key: 'document', title: say.columns.document, width: 190, show: ({ document }) => document },
  ]
}

/** Classes decided by rules that were corrected since: a class is decided anew at once. */
function Corrected() {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const { data } = useCall(listCorrected)
  const [asking, setAsking] = useState<string | null>(null)
  if (!data || data.groups.length === 0) return null
  const asked = data.groups.find(({ groupId }) => groupId === asking)
  return (
    <Callout tone="attention" title={say.corrected}>
      <ul className="anew-changes">
        {data.groups.map(({ groupId, title, schemeTitle, was, now, from, clause, decisionIds }) => (
          <li key={`${groupId} ${now}`}>
            {title} · <SentenceText sentence={schemeTitle} /> · {say.correctedOf(was, now, from)} (
            <SentenceText sentence={clause} />) · {say.people(decisionIds.length)}{' '}
            {may(proposeAnew.may) ? (
              <Button size="small" onClick={() => setAsking(groupId)}>
                {say.ask}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {asked ? (
        <AnewDialog chain={null} decisionIds={asked.decisionIds} who={asked.title} onDone={() => setAsking(null)} />
      ) : null}
    </Callout>
  )
}
