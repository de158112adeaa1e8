import {
  Callout,
  Figures,
  GoLink,
  SentenceText,
  sayDates,
  useCall,
  useListing,
  useLocale,
  useWords,
} from '../../../platform/ui/public.ts'
import { listSites } from '../agreements/contract.ts'
import type { TrainingClass } from '../classes/contract.ts'
import { rosterOfClass } from '../rosters/contract.ts'
import { RosterTable } from '../rosters/RosterTable.tsx'
import type { CheckAnswer, QueueItem } from './contract.ts'
import { plannedOf } from './planned.ts'
import { queueWords } from './queue-words.ts'

/** What a reviewer reads of a person; the rest is on the class's page. */
const READ = ['seq', 'name', 'identity', 'group', 'checks', 'remarks']
/** As many people as nearly every class has: one request for the whole roster. */
const AT_ONCE = 200

type FactsProps = { item: QueueItem; whole: TrainingClass | undefined; answers: readonly CheckAnswer[] }

/** Whose, where, when, from which fund and on which agreement. */
export function Meta({ item, whole, answers }: FactsProps) {
  const say = useWords(queueWords)
  const locale = useLocale()
  const agreement = answers
    .flatMap(({ evidence }) => evidence)
    .find((each) => each.kind === 'agreement' && each.id !== null)
  const parts = [
    item.provider.name,
    item.site.name,
    sayDates(item.startsOn, item.endsOn, locale, true),
    ...(whole ? [whole.kind.name[locale], whole.fund.name[locale]] : []),
  ]
  return (
    <div className="sj-meta queue-meta">
      {parts.join(' · ')}
      {agreement ? (
        <>
          {' · '}
          {say.basisOf}
          <GoLink to={`/agreements/${agreement.id}`}>
            <SentenceText sentence={agreement.label} />
          </GoLink>
        </>
      ) : null}
    </div>
  )
}

/** The four figures that are weighed. */
export function ClassFigures({ item, whole }: Omit<FactsProps, 'answers'>) {
  const say = useWords(queueWords)
  const sites = useCall(listSites, { params: { organisationId: item.provider.id } })
  const room = sites.data?.sites.flatMap((site) => site.rooms).find((each) => each.id === whole?.room.id)
  const { passed, failed, unavailable } = item.checks
  return (
    <Figures
      figures={[
        { label: say.figures.people, value: item.people ?? 0 },
        { label: say.figures.hours, value: whole ? `${whole.theoryHours} / ${whole.practiceHours}` : '…' },
        { label: say.figures.checks, value: `${passed} / ${passed + failed + unavailable}` },
        { label: say.figures.capacity, value: `${item.capacity} / ${room?.seats ?? '…'}` },
      ]}
    />
  )
}

/** Why it was returned before, so that one can see whether it was mended. */
export function ReturnedBefore({ item, whole }: Omit<FactsProps, 'answers'>) {
  const say = useWords(queueWords)
  const last = whole?.events.find((event) => event.status === 'returned')
  if (!last) return null
  return (
    <Callout tone="attention" title={say.lastReturn(item.returns)}>
      <ul className="queue-told">
        {last.reasons.map((reason) => (
          <li key={reason.zh}>
            <SentenceText sentence={reason} />
          </li>
        ))}
      </ul>
    </Callout>
  )
}

/** When, where and with whom it is taught. */
export function PlannedTimes({ whole }: { whole: TrainingClass | undefined }) {
  const say = useWords(queueWords)
  if (!whole) return null
  const { days, sessions, times, rooms, instructors } = plannedOf(whole.sessions)
  return (
    <Callout
      tone="plain"
      title={say.planned(days, sessions)}
      evidence={
        <>
          <GoLink to={`/classes/${whole.id}`} query={{ tab: 'timetable' }}>
            {say.timetable}
          </GoLink>
          <GoLink to={`/classes/${whole.id}`}>{say.open}</GoLink>
        </>
      }
    >
      {[say.list(times), say.list(rooms), say.instructors(say.list(instructors))].join(' · ')}
    </Callout>
  )
}

/** Who is on it, masked. */
export function Roster({ classId }: { classId: string }) {
  const list = useListing(rosterOfClass, { params: { classId }, query: { limit: AT_ONCE } })
  return <RosterTable list={list} emptyAction={null} only={READ} />
}
