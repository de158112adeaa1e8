import {
  localTime,
  ParcelProgress,
  RunningText,
  SentenceText,
  useLocale,
  useWords,
} from '../../../platform/ui/public.ts'
import type { ClassEvent } from './contract.ts'
import { pageWords } from './page-words.ts'
import { STATUS_TONE } from './states.ts'

/** Everything that happened to a class, by the post of who did it, with every reason that was given. */
export function HistoryPanel({ events }: { events: readonly ClassEvent[] }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const steps = events.toReversed().map((event, at) => ({
    key: event.id,
    title: <SentenceText sentence={event.what} />,
    note: (
      <>
        <RunningText>{say.by(event.post[locale], localTime(event.at))}</RunningText>
        {event.reasons.map((reason) => (
          <span key={reason.zh} style={{ display: 'block' }}>
            · <SentenceText sentence={reason} />
          </span>
        ))}
      </>
    ),
    state:
      at < events.length - 1
        ? ('done' as const)
        : event.status !== null && STATUS_TONE[event.status] === 'attention'
          ? ('stopped' as const)
          : ('now' as const),
  }))
  return <ParcelProgress label={say.tabs.history} steps={steps} />
}
