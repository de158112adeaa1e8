import { Button } from 'antd'
import {
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  listed,
  PageFrame,
  ProblemAlert,
  RunningText,
  saveFile,
  SentenceText,
  StateTag,
  useAct,
  useFilters,
  useGo,
  useListing,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { exportFindings, type Finding, listFindings } from './contract.ts'
import { pageWords } from './page-words.ts'
import { FINDING_STATES, SEVERITIES } from './rules.ts'
import { SEVERITY_TONES, STATE_TONES } from './tones.ts'
import { words } from './words.ts'

/** What did the auditor find, what waits to be mended or judged, and what is overdue? */
export default function FindingsPage() {
  const say = { ...useWords(words), ...useWords(pageWords) }
  const go = useGo()
  const { businessDate } = useViewer()
  const defaults = { state: '', severity: '', organisation: '', overdue: '', kind: '', subject: '' }
  const { filters, set, clear, filtered } = useFilters(defaults)
  const state = FINDING_STATES.find((each) => each === filters.state)
  const severity = SEVERITIES.find((each) => each === filters.severity)
  const query = {
    ...(state ? { state } : {}),
    ...(severity ? { severity } : {}),
    ...(filters.organisation ? { organisation: filters.organisation } : {}),
    ...(filters.overdue ? { overdue: 'yes' as const } : {}),
    ...(filters.kind ? { kind: filters.kind } : {}),
    ...(filters.subject ? { subject: filters.subject } : {}),
  }
  const list = useListing(listFindings, { query })
  const exporting = useAct(exportFindings)
  const provider = list.rows?.[0]?.organisation?.name ?? ''

  async function save() {
    const done = await exporting.act({ query })
    if (done.ok) saveFile(done.answer as Blob, `${say.register}-${businessDate}.xlsx`)
  }

  const chips = [
    ...FINDING_STATES.map((each) => ({
      key: each,
      label: say.states[each],
      on: each === state,
      toggle: () => set({ state: each === state ? '' : each }),
    })),
    {
      key: 'overdue',
      label: say.overdue,
      on: filters.overdue !== '',
      toggle: () => set({ overdue: filters.overdue ? '' : 'yes' }),
    },
    ...SEVERITIES.map((each) => ({
      key: each,
      label: say.severities[each],
      on: each === severity,
      toggle: () => set({ severity: each === severity ? '' : each }),
    })),
    ...(filters.organisation
      ? [{ key: 'provider', label: say.ofProvider(provider), remove: () => set({ organisation: '' }) }]
      : []),
    ...(filters.subject
      ? [{ key: 'subject', label: say.ofSubject, remove: () => set({ subject: '', kind: '' }) }]
      : []),
  ]
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      actions={
        <>
          <Button loading={exporting.busy} onClick={() => void save()}>
            {say.exported}
          </Button>
          <Button onClick={() => window.print()}>{say.print}</Button>
        </>
      }
      filters={<FilterChips chips={chips} onClear={filtered && clear} />}
    >
      <ProblemAlert problem={exporting.problem} />
      <DenseTable
        {...listed(list)}
        label={say.title}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ sentence: filtered ? say.noneFound : say.none }}
        onOpen={(row) => go(`/findings/${row.id}`)}
      />
    </PageFrame>
  )
}

function useColumns(): Column<Finding>[] {
  const say = { ...useWords(words), ...useWords(pageWords) }
  return [
    {
      key: 'number',
      title: say.number,
      width: 120,
      pinned: true,
      show: (row) => <GoLink to={`/findings/${row.id}`}>{row.number}</GoLink>,
    },
    {
      key: 'state',
      title: say.state,
      width: 150,
      wraps: true,
      show: (row) => (
        <>
          <StateTag tone={STATE_TONES[row.state]}>{say.states[row.state]}</StateTag>{' '}
          {row.overdue ? <StateTag tone="refused">{say.overdue}</StateTag> : null}
          {row.state === 'closed' ? null : (
            <div className="sj-meta sj-num">
              <RunningText>{say.dueBy(row.dueOn)}</RunningText>
            </div>
          )}
        </>
      ),
    },
    {
      key: 'severity',
      title: say.severity,
      width: 100,
      show: (row) => <StateTag tone={SEVERITY_TONES[row.severity]}>{say.severities[row.severity]}</StateTag>,
    },
    {
      key: 'subject',
      title: say.subject,
      width: 220,
      wraps: true,
      show: ({ subject, organisation }) => (
        <>
          <GoLink to={`/trail/${subject.kind}/${subject.id}`}>
            <SentenceText sentence={subject.title} />
          </GoLink>
          {organisation ? <div className="sj-meta">{organisation.name}</div> : null}
        </>
      ),
    },
    {
      key: 'found',
      title: say.found,
      wraps: true,
      show: (row) => (
        <>
          {row.found}
          <div className="sj-meta">{row.rule}</div>
        </>
      ),
    },
    { key: 'remedy', title: say.remedy, width: 260, wraps: true, show: (row) => row.remedy },
  ]
}
