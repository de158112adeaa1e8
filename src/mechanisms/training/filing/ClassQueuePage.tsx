import {
  GoLink,
  ListDetail,
  localTime,
  PageFrame,
  type QueueLine,
  sayDate,
  useCall,
  useFilters,
  useListing,
  useLocale,
  useWords,
} from '../../../platform/ui/public.ts'
import { ClassReview } from './ClassReview.tsx'
import { classQueue, type QueueItem } from './contract.ts'
import { queueWords } from './queue-words.ts'
import './queue.css'

/** A class as a line of the queue: whose, how many people, since when, and why it needs a look. */
function useLine(): (item: QueueItem) => QueueLine {
  const say = useWords(queueWords)
  const locale = useLocale()
  return (item) => ({
    tone: item.checks.tone,
    toneLabel: say.tone[item.checks.tone],
    title: item.title[locale],
    note: say.submitted(
      item.provider.name,
      item.submittedAt === null ? '' : sayDate(localTime(item.submittedAt).slice(0, 10), locale, false),
    ),
    figure: say.people(item.people ?? 0),
    figureNote: [
      ...(item.checks.failed > 0 ? [say.failed(item.checks.failed)] : []),
      ...(item.checks.unavailable > 0 ? [say.unavailable] : []),
      ...(item.returns > 0 ? [say.returnedBefore(item.returns)] : []),
    ].join(' · '),
  })
}

/** Submitted classes, already checked: one key approves, one returns with all reasons at once, and the next one opens. */
export default function ClassQueuePage() {
  const say = useWords(queueWords)
  const { filters, set } = useFilters({ open: '' })
  const queue = useListing(classQueue)
  // The same question as the navigation's count, so it is asked once.
  const waiting = useCall(classQueue, { query: { limit: 1 } }, { everySeconds: 60 }).data?.waiting ?? 0
  const line = useLine()
  const items = queue.rows
  const at = items?.findIndex((item) => item.id === filters.open) ?? -1
  const item = items?.[at]
  const open = (id: string | undefined) => set({ open: id ?? '' })
  return (
    <PageFrame
      title={say.title}
      layout="fill"
      filters={waiting > 0 ? <span className="sj-meta">{say.waiting(waiting)}</span> : null}
    >
      <ListDetail
        label={say.title}
        items={items}
        itemKey={(each) => each.id}
        line={line}
        open={items?.length === 0 ? null : filters.open || null}
        onOpen={(id) => open(id ?? undefined)}
        empty={{ sentence: say.empty }}
        problem={queue.problem}
        onRetry={queue.retry}
        more={queue.more}
        detail={
          item ? (
            <ClassReview
              key={item.id}
              item={item}
              onDone={() => open((items?.[at + 1] ?? items?.[at - 1])?.id)}
              onNext={items?.[at + 1] ? () => open(items[at + 1]?.id) : undefined}
              onPrevious={items?.[at - 1] ? () => open(items[at - 1]?.id) : undefined}
            />
          ) : filters.open !== '' && items && items.length > 0 ? (
            <p className="sj-empty">
              {say.gone} <GoLink to={`/classes/${filters.open}`}>{say.open}</GoLink>
            </p>
          ) : null
        }
      />
    </PageFrame>
  )
}
