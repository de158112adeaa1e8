import { Button } from 'antd'
import {
  Callout,
  type Column,
  DenseTable,
  GoLink,
  localTime,
  PageFrame,
  ProblemAlert,
  RunningText,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useLocale,
  useTell,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { walkTrail } from '../contract.ts'
import { askForVerification, getSeals, type SealsShape } from './contract.ts'
import { pageWords } from './page-words.ts'
import { countText, shortRoot } from './SealPanel.tsx'
import './seals.css'

type Result = NonNullable<SealsShape['last']>
type Comparison = Result['comparisons'][number]
type Difference = Result['differences'][number]

/** Progress is looked at by itself. */
const SOON_SECONDS = 3

/** How far the record is sealed, and whether what is there is still what was sealed? */
export default function VerifyPage() {
  const say = useWords(pageWords)
  const tell = useTell()
  const { data, problem, retry } = useCall(getSeals, {}, { everySeconds: SOON_SECONDS })
  const asking = useAct(askForVerification)
  const newest = data?.verifications[0]
  const isUnderWay = newest?.status === 'asked' || newest?.status === 'running'

  async function ask() {
    const done = await asking.act({})
    if (done.ok) tell(pageWords.asked)
  }

  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      actions={
        <>
          <Button type="primary" disabled={!data || isUnderWay || asking.busy} onClick={() => void ask()}>
            {say.run}
          </Button>
          <Button onClick={() => window.print()}>{say.print}</Button>
        </>
      }
    >
      <ProblemAlert problem={asking.problem ?? problem} onRetry={retry} takesFocus={asking.problem !== null} />
      {!data && !problem ? <Waiting rows={8} /> : null}
      {data ? (
        <>
          <Seals seals={data} />
          <UnderWay newest={newest} />
          {data.last ? <ResultOf result={data.last} /> : <p className="sj-empty">{say.never}</p>}
        </>
      ) : null}
    </PageFrame>
  )
}

function Seals({ seals: { seal, outside } }: { seals: SealsShape }) {
  const say = useWords(pageWords)
  if (!seal) return <p className="sj-empty">{say.noSeal}</p>
  const behind = (outside ?? 0) < seal.number
  return (
    <dl className="seal-facts">
      <div>
        <dt>{say.lastSeal}</dt>
        <dd>
          <RunningText>
            {say.sealLine(seal.number, countText(seal.size), shortRoot(seal.root), localTime(seal.sealedAt))}
          </RunningText>
        </dd>
      </div>
      <div>
        <dt>{say.outside}</dt>
        <dd>{behind ? say.outsideBehind(outside ?? 0, seal.number) : say.outsideUpTo(seal.number)}</dd>
      </div>
      <div>
        <dt>{say.key}</dt>
        <dd>{seal.keyId}</dd>
      </div>
    </dl>
  )
}

function UnderWay({ newest }: { newest: SealsShape['verifications'][number] | undefined }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  if (newest?.status === 'failed') return <Callout tone="attention" title={say.brokenOff} />
  if (newest?.status !== 'asked' && newest?.status !== 'running') return null
  const { progress } = newest
  return (
    <Callout
      tone="now"
      title={progress ? say.nowRunning(progress.title[locale], countText(progress.compared)) : say.waitingToRun}
    />
  )
}

/** Comparisons of rows with their leaves have their table's name. */
const isTable = (name: string) => name.includes('.')

function ResultOf({ result }: { result: Result }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { rows, differing, differences, comparisons, waiting, by, endedAt } = result
  const differenceColumns = useDifferenceColumns()
  const comparisonColumns = useComparisonColumns()
  const ofRows = comparisons.filter(({ name, compared }) => isTable(name) && compared > 0)
  const whole = {
    name: 'rows',
    title: pageWords.allSealed(ofRows.length),
    against: pageWords.asSealed,
    compared: rows,
    differing: ofRows.reduce((sum, each) => sum + each.differing, 0),
  }
  return (
    <section className="seal-result" aria-label={say.comparisons}>
      <Callout
        tone={differing > 0 ? 'refused' : 'good'}
        title={differing > 0 ? say.differing(countText(rows), countText(differing)) : say.allWell(countText(rows))}
      >
        <RunningText>{say.doneBy(localTime(endedAt), by.post[locale], by.name)}</RunningText>
        {waiting > 0 ? ` ${say.waiting(countText(waiting))}` : ''}
      </Callout>
      {differing > 0 ? (
        <>
          <h2>{say.differences}</h2>
          <DenseTable
            label={say.differences}
            columns={differenceColumns}
            rows={[...differences]}
            rowKey={(row) => `${row.table} ${row.key} ${row.sentence.zh}`}
            empty={{ sentence: say.allWell(countText(rows)) }}
          />
          {differing > differences.length ? <p>{say.more(countText(differing - differences.length))}</p> : null}
        </>
      ) : null}
      <h2>{say.comparisons}</h2>
      <DenseTable
        label={say.comparisons}
        columns={comparisonColumns}
        rows={[whole, ...comparisons.filter(({ name }) => !isTable(name))]}
        rowKey={(row) => row.name}
        empty={{ sentence: say.never }}
      />
      <details className="seal-kinds">
        <summary>{say.byKind}</summary>
        <DenseTable
          label={say.byKind}
          columns={comparisonColumns}
          rows={ofRows}
          rowKey={(row) => row.name}
          empty={{ sentence: say.noSeal }}
        />
      </details>
    </section>
  )
}

function useDifferenceColumns(): Column<Difference>[] {
  const say = useWords(pageWords)
  const { may } = useViewer()
  return [
    { key: 'what', title: say.what, wraps: true, show: (row) => <SentenceText sentence={row.sentence} /> },
    {
      key: 'where',
      title: say.where,
      width: 300,
      wraps: true,
      show: (row) => (
        <>
          {row.table}
          <br />
          <span className="seal-key">{row.key}</span>
        </>
      ),
    },
    {
      key: 'walk',
      title: '',
      width: 150,
      show: (row) =>
        row.trail && may(walkTrail.may) ? (
          <GoLink to={`/trail/${row.trail.kind}/${row.trail.id}`}>{say.walk}</GoLink>
        ) : null,
    },
  ]
}

function useComparisonColumns(): Column<Comparison>[] {
  const say = useWords(pageWords)
  return [
    {
      key: 'subject',
      title: say.subject,
      width: 220,
      wraps: true,
      show: (row) => <SentenceText sentence={row.title} />,
    },
    { key: 'against', title: say.against, wraps: true, show: (row) => <SentenceText sentence={row.against} /> },
    { key: 'compared', title: say.compared, width: 110, kind: 'number', show: (row) => countText(row.compared) },
    {
      key: 'differ',
      title: say.differ,
      width: 110,
      kind: 'number',
      show: (row) => (row.differing > 0 ? <StateTag tone="attention">{countText(row.differing)}</StateTag> : '0'),
    },
  ]
}
