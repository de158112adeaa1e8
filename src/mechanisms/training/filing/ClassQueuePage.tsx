import { Button } from 'antd'
import { useState } from 'react'
import {
  ActionBar,
  CheckList,
  Figures,
  GoLink,
  Kbd,
  ListDetail,
  PageFrame,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  useFilters,
  useKeys,
  useListing,
  useLocale,
  useTell,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { getClass } from '../classes/contract.ts'
import { localTime } from '../rosters/times.ts'
import { rowOf } from './ChecksPanel.tsx'
import { approveClass, classChecksOf, classQueue, type QueueItem } from './contract.ts'
import { grouped } from './grouped.ts'
import { queueWords } from './queue-words.ts'
import { ReturnDialog } from './ReturnDialog.tsx'

/** Submitted classes, already checked: one key approves, one returns with all reasons at once, and the next one opens. */
export default function ClassQueuePage() {
  const say = useWords(queueWords)
  const locale = useLocale()
  const { filters, set } = useFilters({ open: '' })
  const queue = useListing(classQueue)
  const items = queue.rows
  const at = items?.findIndex((item) => item.id === filters.open) ?? -1
  const item = items?.[at]
  const next = items?.[at + 1] ?? items?.[at - 1]
  const note = (line: QueueItem) =>
    [
      ...(line.checks.failed > 0 ? [say.failed(line.checks.failed)] : []),
      ...(line.checks.unavailable > 0 ? [say.unavailable(line.checks.unavailable)] : []),
      ...(line.returns > 0 ? [say.returnedBefore(line.returns)] : []),
    ].join(' · ')
  return (
    <PageFrame title={say.title} layout="fill">
      <ListDetail
        label={say.title}
        items={items}
        itemKey={(line) => line.id}
        line={(line) => ({
          tone: line.checks.tone,
          toneLabel: say.tone[line.checks.tone],
          title: line.title[locale],
          note: say.submitted(line.provider.name, line.people ?? 0, localTime(line.submittedAt ?? '')),
          figure: `${line.people ?? 0} / ${line.capacity}`,
          figureNote: note(line),
        })}
        open={filters.open || null}
        onOpen={(open) => set({ open: open ?? '' })}
        empty={{ sentence: say.empty }}
        problem={queue.problem}
        onRetry={queue.retry}
        more={queue.more}
        detail={
          item ? (
            <Detail
              key={item.id}
              item={item}
              onDone={() => set({ open: next?.id ?? '' })}
              onNext={() => next && set({ open: next.id })}
            />
          ) : null
        }
      />
    </PageFrame>
  )
}

function Detail({ item, onDone, onNext }: { item: QueueItem; onDone: () => void; onNext: () => void }) {
  const say = useWords(queueWords)
  const locale = useLocale()
  const tell = useTell()
  const checks = useCall(classChecksOf, { params: { classId: item.id } })
  const whole = useCall(getClass, { params: { classId: item.id } })
  const approving = useAct(approveClass)
  const [returning, setReturning] = useState(false)
  const answers = checks.data?.answers ?? []
  const ofThis = whole.data?.id === item.id ? whole.data : undefined

  async function approve() {
    if (approving.busy) return
    const done = await approving.act({ params: { classId: item.id } })
    if (!done.ok) return
    tell(queueWords.filed(done.answer.filingNumber ?? ''))
    onDone()
  }

  useKeys({ a: () => void approve(), r: () => setReturning(true) })
  return (
    <>
      <h2>{item.title[locale]}</h2>
      <div className="sj-meta">
        {[item.provider.name, item.site.name, `${item.startsOn} – ${item.endsOn}`].join(' · ')}
      </div>
      <Figures
        figures={[
          { label: say.figures.people, value: `${item.people ?? 0} / ${item.capacity}` },
          { label: say.figures.hours, value: ofThis ? `${ofThis.theoryHours} / ${ofThis.practiceHours}` : '…' },
          {
            label: say.figures.checks,
            value: `${item.checks.passed} / ${item.checks.passed + item.checks.failed + item.checks.unavailable}`,
          },
          { label: say.figures.sessions, value: ofThis ? ofThis.sessions.length : '…' },
        ]}
      />
      <div className="sj-evidence">
        <GoLink to={`/classes/${item.id}`} query={{ tab: 'timetable' }}>
          {say.timetable}
        </GoLink>
        <GoLink to={`/classes/${item.id}`} query={{ tab: 'roster' }}>
          {say.roster}
        </GoLink>
        <GoLink to={`/classes/${item.id}`}>{say.open}</GoLink>
      </div>
      <ProblemAlert problem={checks.problem} onRetry={checks.retry} />
      {checks.data ? <CheckList checks={grouped(answers).map(rowOf)} /> : <Waiting />}
      {ofThis?.events
        .find((event) => event.status === 'returned')
        ?.reasons.map((reason) => (
          <p key={reason.zh} className="sj-meta">
            {say.returnedBefore(item.returns)}: <SentenceText sentence={reason} />
          </p>
        ))}
      <ProblemAlert problem={approving.problem} takesFocus />
      <ActionBar>
        <Button type="primary" loading={approving.busy} onClick={() => void approve()}>
          {say.approve} <Kbd>A</Kbd>
        </Button>
        <Button onClick={() => setReturning(true)}>
          {say.return} <Kbd>R</Kbd>
        </Button>
        <Button onClick={onNext}>
          {say.next} <Kbd>J</Kbd>
        </Button>
      </ActionBar>
      {returning ? (
        <ReturnDialog
          classId={item.id}
          failed={answers.filter((answer) => answer.outcome === 'failed')}
          said={approving.problem?.items.map((each) => each.detail) ?? []}
          onReturned={() => {
            setReturning(false)
            onDone()
          }}
          onCancel={() => setReturning(false)}
        />
      ) : null}
    </>
  )
}
