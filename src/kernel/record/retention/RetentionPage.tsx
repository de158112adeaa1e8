import {
  Callout,
  type Column,
  DenseTable,
  GoLink,
  listed,
  PageFrame,
  ProblemAlert,
  RunningText,
  sayDate,
  StateTag,
  useCall,
  useListing,
  useLocale,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { type DueShape, type EmptiedShape, listEmptied, retentionDue, type RuleShape } from './contract.ts'
import { words } from './words.ts'

/** What was emptied because its years were over, what is next, and what holds it? */
export default function RetentionPage() {
  const say = useWords(words)
  const locale = useLocale()
  const { data, problem, retry } = useCall(retentionDue)
  const listing = useListing(listEmptied, {})
  const columns = useEmptiedColumns()
  return (
    <PageFrame title={say.title} meta={say.meta}>
      <ProblemAlert problem={problem} onRetry={retry} />
      {data?.placeholder ? <Callout tone="attention" title={say.placeholder} /> : null}
      {data ? (
        <>
          <h2>
            <RunningText>{say.due(sayDate(data.until, locale))}</RunningText>
          </h2>
          {data.rules.map((rule) => (
            <Rule key={rule.code} rule={rule} />
          ))}
        </>
      ) : (
        <Waiting rows={8} />
      )}
      <h2>{say.done}</h2>
      <DenseTable
        {...listed(listing)}
        label={say.done}
        columns={columns}
        rowKey={(row) => row.id}
        empty={{ sentence: say.noneDone }}
      />
    </PageFrame>
  )
}

function Rule({ rule }: { rule: RuleShape }) {
  const say = useWords(words)
  const locale = useLocale()
  const columns = useDueColumns()
  return (
    <section>
      <h3>{rule.name[locale]}</h3>
      <p className="sj-meta">{say.rule(rule.years, rule.emptied, rule.purpose)}</p>
      {rule.due.length === 0 ? (
        <p>{say.nothingDue}</p>
      ) : (
        <DenseTable
          label={rule.name[locale]}
          columns={columns}
          rows={rule.due}
          rowKey={(row) => row.id}
          empty={{ sentence: say.nothingDue }}
        />
      )}
      {rule.isMore ? <p className="sj-meta">{say.more}</p> : null}
    </section>
  )
}

function useDueColumns(): Column<DueShape>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    {
      key: 'what',
      title: say.what,
      pinned: true,
      wraps: true,
      show: (row) => <Subject of={row.subject} title={row.title[locale]} />,
    },
    { key: 'since', title: say.since, width: 120, show: (row) => row.since },
    { key: 'due', title: say.dueOn, width: 120, show: (row) => row.dueOn },
    {
      key: 'state',
      title: say.state,
      width: 320,
      wraps: true,
      show: ({ held }) =>
        held ? (
          <>
            <StateTag tone="attention">{say.held}</StateTag>{' '}
            {held.until ? say.heldUntil(held.why[locale], held.until) : held.why[locale]}
          </>
        ) : (
          say.willGo
        ),
    },
  ]
}

function useEmptiedColumns(): Column<EmptiedShape>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    {
      key: 'what',
      title: say.what,
      pinned: true,
      wraps: true,
      show: (row) => <Subject of={row.subject} title={row.title[locale]} />,
    },
    { key: 'rule', title: say.byRule, width: 240, wraps: true, show: (row) => row.rule[locale] },
    { key: 'since', title: say.since, width: 120, show: (row) => row.since },
    { key: 'on', title: say.on, width: 120, show: (row) => row.emptiedOn },
    {
      key: 'kept',
      title: say.kept,
      width: 260,
      wraps: true,
      show: (row) =>
        row.files.length === 0 ? say.noFile : row.files.map((hash) => <code key={hash}>{hash.slice(0, 16)}… </code>),
    },
  ]
}

/** What a row was of; a person is not walked to, and is told by the end of their row's id alone. */
function Subject({ of: { kind, id }, title }: { of: { kind: string; id: string }; title: string }) {
  return kind === 'person' ? title : <GoLink to={`/trail/${kind}/${id}`}>{title}</GoLink>
}
