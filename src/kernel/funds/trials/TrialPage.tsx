import { Button, Progress } from 'antd'
import {
  PageFrame,
  ProblemAlert,
  saveFile,
  ScrollBox,
  SentenceText,
  useAct,
  useCall,
  useFilters,
  useLocale,
  usePageParams,
  useWords,
  yuanText,
} from '../../../platform/ui/public.ts'
import { CasesList } from './CasesList.tsx'
import { cancelTrial, type CountedShape, exportTrial, getTrial, type NotedShape, type TrialDetail } from './contract.ts'
import { pageWords } from './page-words.ts'
import { CHANGES, type Dimension, DIMENSIONS, isUnderWay } from './rules.ts'
import './trials.css'

const SOON_SECONDS = 2

export const NO_FILTER = {
  change: '',
  month: '',
  fund: '',
  town: '',
  provider: '',
  group: '',
  sex: '',
  age: '',
  missing: '',
  refused: '',
  sort: 'day',
  open: '',
}
type Filters = typeof NO_FILTER
type Show = (filter: Partial<Filters>) => void

/** Who would get more or less, what does it cost, and when is the budget used up? */
export default function TrialPage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { trialId } = usePageParams<'trialId'>()
  const { data, problem, retry } = useCall(getTrial, { params: { trialId } }, { everySeconds: SOON_SECONDS })
  const cancelling = useAct(cancelTrial)
  const exporting = useAct(exportTrial)
  const { filters, set } = useFilters(NO_FILTER)
  const show: Show = (filter) => set({ ...NO_FILTER, ...filter, open: 'cases' })
  const save = async () => {
    const done = await exporting.act({ params: { trialId }, query: {} })
    if (done.ok) saveFile(done.answer as Blob, `${say.title}.xlsx`)
  }
  const title = data ? `${data.after.title[locale]} ${data.after.version}` : say.one
  return (
    <PageFrame
      title={title}
      crumbs={[{ label: say.title, to: '/trials' }]}
      meta={data ? `${data.from} – ${data.to} · ${data.before?.version ?? say.asDecided}` : ''}
      actions={
        data?.all ? (
          <Button loading={exporting.busy} onClick={() => void save()}>
            {say.exportIt}
          </Button>
        ) : null
      }
    >
      <ProblemAlert problem={problem ?? cancelling.problem ?? exporting.problem} onRetry={retry} />
      {data && isUnderWay(data.status) ? (
        <div>
          <Progress percent={data.casesOf ? Math.floor((100 * data.casesDone) / data.casesOf) : 0} />
          <span>{say.progress(data.casesDone, data.casesOf)}</span>{' '}
          {data.isOwn ? (
            <Button size="small" loading={cancelling.busy} onClick={() => void cancelling.act({ params: { trialId } })}>
              {say.cancel}
            </Button>
          ) : null}
        </div>
      ) : null}
      {data?.all ? <Sums trial={data} show={show} /> : null}
      {data?.all && filters.open ? <CasesList trialId={trialId} filters={filters} set={set} /> : null}
    </PageFrame>
  )
}

function Sums({ trial, show }: { trial: TrialDetail; show: Show }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { all, counts, funds } = trial
  if (!all || !counts) return null
  const difference = BigInt(all.afterFen) - BigInt(all.beforeFen)
  const cost = yuanText(String(difference < 0n ? -difference : difference))
  return (
    <>
      <p>
        <b>
          {say.first(all.cases, all.gains, all.loses, all.same, all.undecided)};{' '}
          {difference < 0n ? say.costLess(cost) : say.costMore(cost)}
        </b>
      </p>
      {funds.map(({ fund, label, year, after, lines }) => (
        <p key={`${fund} ${year}`}>
          {lines.length === 0
            ? say.noLine(label[locale], year)
            : after.breaksIn
              ? say.breaks(label[locale], after.breaksIn)
              : say.lasts(label[locale], year)}
        </p>
      ))}
      <p className="sj-meta">{say.statesMonths}</p>
      <Notes title={say.missing} notes={trial.missing} onOpen={(missing) => show({ change: 'undecided', missing })} />
      <Notes title={say.refused} notes={trial.refused} onOpen={(refused) => show({ refused })} />
      {DIMENSIONS.map((dimension) => (
        <DimensionTable key={dimension} dimension={dimension} rows={counts[dimension]} show={show} />
      ))}
      <Lines trial={trial} />
    </>
  )
}

function Notes({
  title,
  notes,
  onOpen,
}: {
  title: string
  notes: readonly NotedShape[]
  onOpen: (code: string) => void
}) {
  if (notes.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {notes.map(({ code, label, cases }) => (
          <li key={code}>
            <SentenceText sentence={label} />{' '}
            <Button type="link" size="small" onClick={() => onOpen(code)}>
              {cases}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type TableProps = { dimension: Dimension; rows: readonly CountedShape[]; show: Show }

function DimensionTable({ dimension, rows, show }: TableProps) {
  const say = useWords(pageWords)
  return (
    <section>
      <h2>{say.dimensions[dimension]}</h2>
      <ScrollBox label={say.dimensions[dimension]} className="trial-wide">
        <table className="trial-sums">
          <thead>
            <tr>
              <th>{say.dimensions[dimension]}</th>
              <th>{say.columns.cases}</th>
              {CHANGES.map((change) => (
                <th key={change}>{say.changes[change]}</th>
              ))}
              <th>{say.columns.before}</th>
              <th>{say.columns.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <td>
                  <SentenceText sentence={row.label} />
                </td>
                <td>
                  <Button type="link" size="small" onClick={() => show({ [dimension]: row.code })}>
                    {row.cases}
                  </Button>
                </td>
                {CHANGES.map((change) => (
                  <td key={change}>
                    <Button type="link" size="small" onClick={() => show({ [dimension]: row.code, change })}>
                      {row[change]}
                    </Button>
                  </td>
                ))}
                <td>{yuanText(row.beforeFen)}</td>
                <td>{yuanText(row.afterFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

function Lines({ trial }: { trial: TrialDetail }) {
  const say = useWords(pageWords)
  const lines = trial.funds.flatMap((fund) => fund.lines.map((line) => ({ ...line, year: fund.year })))
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{say.budget}</h2>
      <ScrollBox label={say.budget} className="trial-wide">
        <table className="trial-sums">
          <thead>
            <tr>
              {[say.line, say.appropriated, say.others, say.drawn, say.breaksIn].map((title) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td>
                  {line.name} {line.year}
                </td>
                <td>{yuanText(line.appropriatedFen)}</td>
                <td>{yuanText(line.othersFen)}</td>
                <td>{yuanText(line.drawnFen)}</td>
                <td>{line.breaksIn ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}
