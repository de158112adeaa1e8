import { Button } from 'antd'
import { useState } from 'react'
import {
  Callout,
  type Column,
  DenseTable,
  SentenceText,
  StateTag,
  useLocale,
  useWords,
  Yuan,
  yuanText,
} from '../../../platform/ui/public.ts'
import type { CaseFilter, CountedShape, FundYearShape, NotedShape, TrialDetail } from './contract.ts'
import { pageWords } from './page-words.ts'
import { CHANGES, type Dimension, DIMENSIONS } from './rules.ts'

export type Show = (filter: Partial<CaseFilter>) => void

/** What it comes to in a sentence, and whether the budget bears it. */
export function Outcome({ trial }: { trial: TrialDetail }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { all, funds } = trial
  if (!all) return null
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
      {funds.map(({ fund, label, year, after, lines }) =>
        lines.length === 0 ? (
          <Callout key={`${fund} ${year}`} tone="attention" title={say.noLine(label[locale], year)} />
        ) : after.breaksIn ? (
          <Callout
            key={`${fund} ${year}`}
            tone="attention"
            title={say.breaks(label[locale], after.breaksIn, yuanText(after.lackingFen))}
          />
        ) : (
          <p key={`${fund} ${year}`}>{say.lasts(label[locale], year)}</p>
        ),
      )}
      <p className="sj-meta">{say.statesMonths}</p>
    </>
  )
}

/** Every sum of a trial; each number opens into its cases. */
export function Sums({ trial, show }: { trial: TrialDetail; show: Show }) {
  const say = useWords(pageWords)
  const { counts } = trial
  if (!counts) return null
  return (
    <>
      <Lines funds={trial.funds} />
      <Notes title={say.missing} notes={trial.missing} onOpen={(missing) => show({ change: 'undecided', missing })} />
      <Notes title={say.refused} notes={trial.refused} onOpen={(refused) => show({ refused })} />
      {DIMENSIONS.map((dimension) => (
        <DimensionTable key={dimension} dimension={dimension} rows={counts[dimension]} show={show} />
      ))}
    </>
  )
}

type NotesProps = { title: string; notes: readonly NotedShape[]; onOpen: (code: string) => void }

function Notes({ title, notes, onOpen }: NotesProps) {
  if (notes.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {notes.map(({ code, label, cases }) => (
          <li key={code}>
            <SentenceText sentence={label} /> <Opens count={cases} onOpen={() => onOpen(code)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A number that opens into its cases; where there are none there is nothing to open. */
function Opens({ count, onOpen }: { count: number; onOpen: () => void }) {
  if (count === 0) return <>0</>
  return (
    <Button type="link" size="small" onClick={onOpen}>
      {count.toLocaleString('en')}
    </Button>
  )
}

type TableProps = { dimension: Dimension; rows: readonly CountedShape[]; show: Show }

function DimensionTable({ dimension, rows, show }: TableProps) {
  const say = useWords(pageWords)
  const title = say.dimensions[dimension]
  const number = { kind: 'number', width: 100 } as const
  const columns: Column<CountedShape>[] = [
    { key: 'value', title, pinned: true, show: ({ label }) => <SentenceText sentence={label} /> },
    {
      key: 'cases',
      title: say.columns.cases,
      ...number,
      show: ({ code, cases }) => <Opens count={cases} onOpen={() => show({ [dimension]: code })} />,
    },
    ...CHANGES.map((change) => ({
      key: change,
      title: say.changes[change],
      ...number,
      show: (row: CountedShape) => <Opens count={row[change]} onOpen={() => show({ [dimension]: row.code, change })} />,
    })),
    { key: 'before', title: say.columns.before, ...number, width: 150, show: (row) => <Yuan fen={row.beforeFen} /> },
    { key: 'after', title: say.columns.after, ...number, width: 150, show: (row) => <Yuan fen={row.afterFen} /> },
  ]
  return (
    <section>
      <h2>{title}</h2>
      <DenseTable
        label={title}
        columns={columns}
        rows={rows}
        rowKey={({ code }) => code}
        empty={{ sentence: say.noCases }}
      />
    </section>
  )
}

type LineRow = FundYearShape['lines'][number] & { readonly title: string }

/** What each budget line bears, and in which month it is used up. */
function Lines({ funds }: { funds: readonly FundYearShape[] }) {
  const say = useWords(pageWords)
  const [open, setOpen] = useState<string | null>(null)
  const rows: LineRow[] = funds.flatMap(({ year, lines }) =>
    lines.map((line) => ({ ...line, title: `${line.name} ${year}` })),
  )
  if (rows.length === 0) return null
  const opened = rows.find(({ id }) => id === open)
  return (
    <section>
      <h2>{say.budget}</h2>
      <p className="sj-meta">{say.linesMean}</p>
      <DenseTable
        label={say.budget}
        columns={lineColumns(say)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={{ sentence: say.noCases }}
        openKey={open}
        onOpen={({ id }) => setOpen(id === open ? null : id)}
      />
      {opened ? (
        <>
          <h3>{say.monthsOf(opened.title)}</h3>
          <DenseTable
            label={say.monthsOf(opened.title)}
            columns={monthColumns(say)}
            rows={opened.months}
            rowKey={({ month }) => month}
            empty={{ sentence: say.noCases }}
          />
        </>
      ) : null}
    </section>
  )
}

type Say = ReturnType<typeof useWords<typeof pageWords>>

const money = { kind: 'number', width: 140 } as const

function lineColumns({ lines, lasting }: Say): Column<LineRow>[] {
  const month = (breaksIn: string | null) =>
    breaksIn ? <StateTag tone="attention">{breaksIn}</StateTag> : <StateTag tone="good">{lasting}</StateTag>
  return [
    { key: 'line', title: lines.line, pinned: true, wraps: true, show: ({ title }) => title },
    { key: 'breaks', title: lines.breaksIn, width: 120, show: ({ after }) => month(after.breaksIn) },
    { key: 'appropriated', title: lines.appropriated, ...money, show: (row) => <Yuan fen={row.appropriatedFen} /> },
    { key: 'others', title: lines.others, ...money, width: 170, show: (row) => <Yuan fen={row.othersFen} /> },
    { key: 'was', title: lines.drawnBefore, ...money, show: ({ before }) => <Yuan fen={before.drawnFen} /> },
    { key: 'now', title: lines.drawn, ...money, show: ({ after }) => <Yuan fen={after.drawnFen} /> },
    { key: 'left', title: lines.left, ...money, show: ({ after }) => <Yuan fen={after.leftFen} /> },
    { key: 'breaksBefore', title: lines.breaksBefore, width: 130, show: ({ before }) => month(before.breaksIn) },
  ]
}

function monthColumns({ lines, dimensions }: Say): Column<LineRow['months'][number]>[] {
  return [
    { key: 'month', title: dimensions.month, pinned: true, show: ({ month }) => month },
    { key: 'others', title: lines.others, ...money, width: 200, show: (row) => <Yuan fen={row.othersFen} /> },
    { key: 'drawn', title: lines.drawn, ...money, show: (row) => <Yuan fen={row.drawnFen} /> },
    { key: 'left', title: lines.left, ...money, show: (row) => <Yuan fen={row.leftFen} /> },
  ]
}
