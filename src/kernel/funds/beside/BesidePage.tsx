import { Button } from 'antd'
import { useState } from 'react'
import {
  Callout,
  type Chip,
  type Column,
  DateField,
  DenseTable,
  FilterChips,
  GoLink,
  PageFrame,
  ProblemAlert,
  ReasonDialog,
  saveFile,
  StateTag,
  UploadBox,
  useAct,
  useLocale,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { formatYuan } from '../../values/public.ts'
import { ColumnMeanings, type Told } from '../mapping/ColumnMeanings.tsx'
import '../history/history.css'
import {
  compareOldList,
  type DifferenceShown,
  exportDifferences,
  type OldColumnAsked,
  type OldListAnswer,
  rememberOldColumns,
  settleDifference,
} from './contract.ts'
import { type Meaning, MEANINGS, REQUIRED_COLUMNS, type SideState } from './rules.ts'
import { KIND_WORDS, STATE_WORDS, words } from './words.ts'

type Compared = Extract<OldListAnswer, { outcome: 'compared' }>

/** An office's old list beside this platform: the days, then the file; every difference with its reason. */
export default function BesidePage() {
  const say = useWords(words)
  const { businessDate } = useViewer()
  const comparing = useAct(compareOldList)
  const [days, setDays] = useState({ from: `${businessDate.slice(0, 4)}-01-01`, to: businessDate })
  const [file, setFile] = useState<File | null>(null)
  const [answer, setAnswer] = useState<OldListAnswer | null>(null)
  const ready = days.from !== '' && days.to !== ''

  async function take(chosen: File) {
    setFile(chosen)
    const done = await comparing.act({ query: { fileName: chosen.name, ...days }, file: chosen })
    setAnswer(done.ok ? done.answer : null)
  }

  return (
    <PageFrame title={say.title} meta={say.meta}>
      <div className="hist-form">
        <div>
          <span className="hist-label">{say.from}</span>
          <DateField aria-label={say.from} value={days.from} onChange={(from) => setDays({ ...days, from })} />
          <span> {say.to} </span>
          <DateField aria-label={say.to} value={days.to} onChange={(to) => setDays({ ...days, to })} />
        </div>
      </div>
      <UploadBox
        label={say.file}
        accept=".xlsx,.xls,.csv"
        hint={ready ? undefined : say.first}
        busy={comparing.busy}
        progress={comparing.sent}
        disabled={!ready}
        answer={comparing.problem ? { ok: false, problem: comparing.problem } : null}
        onFile={(chosen) => void take(chosen)}
      />
      {!answer || !file ? null : answer.outcome === 'columns' ? (
        <Columns key={file.name} columns={answer.columns} onRemembered={() => void take(file)} />
      ) : (
        <Differences answer={answer} file={file} days={days} onSettled={() => void take(file)} />
      )}
    </PageFrame>
  )
}

function Columns({ columns, onRemembered }: { columns: readonly OldColumnAsked[]; onRemembered: () => void }) {
  const say = useWords(words)
  const remembering = useAct(rememberOldColumns)
  async function remember(told: Told<Meaning>[]) {
    if ((await remembering.act({ body: { columns: told } })).ok) onRemembered()
  }
  return (
    <ColumnMeanings<Meaning>
      columns={columns}
      meanings={MEANINGS}
      required={REQUIRED_COLUMNS}
      titleOf={(meaning) => say.meanings[meaning]}
      say={say}
      save={say.mapping.save}
      busy={remembering.busy}
      problem={remembering.problem}
      onSave={(told) => void remember(told)}
    />
  )
}

type DifferencesProps = {
  answer: Compared
  file: File
  days: { from: string; to: string }
  onSettled: () => void
}

function Differences({ answer, file, days, onSettled }: DifferencesProps) {
  const say = useWords(words)
  const exporting = useAct(exportDifferences)
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [settling, setSettling] = useState<DifferenceShown | null>(null)
  const { rows, oldFen, due, dueFen, agreeing, openCount, settledCount, unreadStates, differences, isWhole } = answer
  const shown = onlyOpen ? differences.filter(({ reason }) => reason === null) : differences
  const chips: Chip[] = [{ key: 'open', label: say.onlyOpen, on: onlyOpen, toggle: () => setOnlyOpen(!onlyOpen) }]

  async function save() {
    const done = await exporting.act({ query: { fileName: file.name, ...days }, file })
    if (done.ok) saveFile(done.answer as Blob, `${say.title}-${days.from}-${days.to}.xlsx`)
  }

  return (
    <section aria-label={say.title}>
      <div role="status">
        <Callout tone={openCount === 0 ? 'good' : 'attention'} title={say.summary(agreeing, openCount, settledCount)}>
          <p>{say.totals(rows, formatYuan(BigInt(oldFen)), due, formatYuan(BigInt(dueFen)))}</p>
          {unreadStates > 0 ? <p>{say.unread(unreadStates)}</p> : null}
          {isWhole ? null : <p>{say.more(differences.length)}</p>}
        </Callout>
      </div>
      <ProblemAlert problem={exporting.problem} takesFocus />
      <div className="hist-tools">
        <FilterChips chips={chips} onClear={false} />
        <Button loading={exporting.busy} disabled={differences.length === 0} onClick={() => void save()}>
          {say.export}
        </Button>
      </div>
      <DenseTable
        label={say.title}
        columns={useColumns(setSettling)}
        rows={shown}
        rowKey={(each) => each.key}
        empty={{ sentence: say.allAgree }}
      />
      {settling ? (
        <Settle
          difference={settling}
          onDone={(isKept) => {
            setSettling(null)
            if (isKept) onSettled()
          }}
        />
      ) : null}
    </section>
  )
}

function useColumns(onSettle: (difference: DifferenceShown) => void): Column<DifferenceShown>[] {
  const say = useWords(words)
  const kinds = useWords(KIND_WORDS)
  const states = useWords(STATE_WORDS)
  const wraps = useLocale() === 'en'
  const side = (line: { amountFen: string; state: SideState | null } | null) =>
    line ? `${formatYuan(BigInt(line.amountFen))}${line.state ? ` · ${states[line.state]}` : ''}` : say.none
  return [
    { key: 'kind', title: say.table.kind, width: 190, pinned: true, wraps, show: (each) => kinds[each.kind] },
    { key: 'person', title: say.table.person, width: 90, show: (each) => each.maskedName },
    {
      key: 'identity',
      title: say.table.identity,
      width: 180,
      show: (each) => <span className="sj-num">{each.maskedIdentity}</span>,
    },
    { key: 'row', title: say.table.row, width: 56, show: (each) => each.row ?? '' },
    { key: 'old', title: say.table.old, width: 160, wraps, show: (each) => side(each.old) },
    { key: 'ours', title: say.table.ours, width: 160, wraps, show: (each) => side(each.ours) },
    {
      key: 'claim',
      title: say.table.claim,
      width: 130,
      show: (each) => (each.ours ? <GoLink to={`/claims/${each.ours.claimId}`}>{each.ours.claimNumber}</GoLink> : null),
    },
    {
      key: 'reason',
      title: say.table.reason,
      width: 220,
      wraps: true,
      show: (each) =>
        each.reason ?? (
          <>
            <StateTag tone="attention">{say.open}</StateTag>{' '}
            <Button size="small" onClick={() => onSettle(each)}>
              {say.settle}
            </Button>
          </>
        ),
    },
  ]
}

function Settle({ difference, onDone }: { difference: DifferenceShown; onDone: (isKept: boolean) => void }) {
  const say = useWords(words)
  const kinds = useWords(KIND_WORDS)
  const tell = useTell()
  const settling = useAct(settleDifference)
  async function save(reason: string) {
    const { key, kind } = difference
    if (!(await settling.act({ body: { key, kind, reason } })).ok) return
    tell(words.settled)
    onDone(true)
  }
  return (
    <ReasonDialog
      title={say.settleTitle}
      send={say.settle}
      cancel={say.cancel}
      label={say.reason}
      placeholder={say.reasonHint}
      most={200}
      busy={settling.busy}
      problem={settling.problem}
      onSend={(reason) => void save(reason)}
      onCancel={() => onDone(false)}
    >
      <p className="sj-meta">
        {difference.maskedName} · {kinds[difference.kind]}
      </p>
    </ReasonDialog>
  )
}
