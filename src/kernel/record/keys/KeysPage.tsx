import {
  Callout,
  type Column,
  DenseTable,
  localTime,
  PageFrame,
  ProblemAlert,
  StateTag,
  useCall,
  useLocale,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { getKeys, type KeyShape, type SealedColumnShape } from './contract.ts'
import { words } from './words.ts'

/** Progress is looked at by itself. */
const SOON_SECONDS = 10

const countText = (count: number) => count.toLocaleString('en-US')

/** Which keys seal personal data, and is anything still under an old one? */
export default function KeysPage() {
  const say = useWords(words)
  const { data, problem, retry } = useCall(getKeys, {}, { everySeconds: SOON_SECONDS })
  const keyColumns = useKeyColumns()
  const valueColumns = useValueColumns()
  const sum = (of: 'old' | 'values') => (data?.columns ?? []).reduce((total, row) => total + row[of], 0)
  return (
    <PageFrame title={say.title} meta={say.meta}>
      <ProblemAlert problem={problem} onRetry={retry} />
      {!data && !problem ? <Waiting rows={6} /> : null}
      {data ? (
        <>
          <Callout
            tone={sum('old') > 0 ? 'now' : 'good'}
            title={
              sum('old') > 0
                ? say.someOld(countText(sum('old')), countText(sum('values')))
                : say.allCurrent(countText(sum('values')))
            }
          >
            {say.howTo}
          </Callout>
          <h2>{say.keys}</h2>
          <DenseTable
            label={say.keys}
            columns={keyColumns}
            rows={data.keys}
            rowKey={(row) => row.id}
            empty={{ sentence: say.none }}
          />
          <h2>{say.columns}</h2>
          <DenseTable
            label={say.columns}
            columns={valueColumns}
            rows={data.columns}
            rowKey={(row) => row.column}
            empty={{ sentence: say.none }}
          />
        </>
      ) : null}
    </PageFrame>
  )
}

function useKeyColumns(): Column<KeyShape>[] {
  const say = useWords(words)
  return [
    { key: 'id', title: say.key, width: 100, pinned: true, show: (row) => row.id },
    {
      key: 'since',
      title: say.since,
      width: 180,
      show: (row) => (row.since ? localTime(row.since) : say.fromTheStart),
    },
    {
      key: 'state',
      title: say.state,
      show: (row) =>
        row.isCurrent ? (
          <StateTag tone="good">{say.current}</StateTag>
        ) : (
          <StateTag tone={row.values > 0 ? 'attention' : 'plain'}>{row.values > 0 ? say.old : say.free}</StateTag>
        ),
    },
    { key: 'values', title: say.values, width: 130, kind: 'number', show: (row) => countText(row.values) },
  ]
}

function useValueColumns(): Column<SealedColumnShape>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    { key: 'what', title: say.what, wraps: true, show: (row) => row.what[locale] },
    { key: 'column', title: say.where, width: 340, show: (row) => <code>{row.column}</code> },
    { key: 'values', title: say.total, width: 110, kind: 'number', show: (row) => countText(row.values) },
    { key: 'old', title: say.stillOld, width: 130, kind: 'number', show: (row) => countText(row.old) },
  ]
}
