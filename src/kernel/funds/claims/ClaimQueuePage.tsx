import {
  FilterChips,
  GoLink,
  ListDetail,
  PageFrame,
  ProblemAlert,
  type QueueLine,
  SearchBox,
  SentenceText,
  useCall,
  useFilters,
  useListing,
  usePath,
  useWide,
  useWords,
  Waiting,
  Yuan,
} from '../../../platform/ui/public.ts'
import { ReviewBar } from '../review/ReviewBar.tsx'
import { REVIEW_DUTIES, type ReviewDuty } from '../review/rules.ts'
import './claims.css'
import { ClaimBody } from './ClaimBody.tsx'
import { needsLook } from './claim-tones.ts'
import { claimQueue, countClaimQueue, getClaim, type ListedClaim } from './contract.ts'
import { PersonDrawer } from './PersonDrawer.tsx'
import { WaitingGroups } from './WaitingGroups.tsx'
import { words } from './words.ts'

/** The duty that a queue's own address stands for. */
const OWN_DUTY: Record<string, ReviewDuty> = { 'second-queue': 'second-review' }

const COUNT_OF = {
  'initial-review': 'initialReview',
  'second-review': 'secondReview',
  approval: 'approval',
} as const satisfies Record<ReviewDuty, string>

/** The claims that wait for this person, already checked: the list left, what needs a human right, one key each. */
export default function ClaimQueuePage() {
  const say = useWords(words)
  const path = usePath()
  const wide = useWide()
  const { filters, set } = useFilters({ duty: '', search: '', open: '', person: '' })
  const own = OWN_DUTY[path.split('/').at(-1) ?? ''] ?? 'initial-review'
  const duty = REVIEW_DUTIES.find((each) => each === filters.duty) ?? own
  const counts = useCall(countClaimQueue, {}, { everySeconds: 60 })
  const listing = useListing(claimQueue, { query: { duty, ...(filters.search ? { search: filters.search } : {}) } })
  const ids = listing.rows?.map((row) => row.id) ?? []
  const next = ids[ids.indexOf(filters.open) + 1]
  const chips = REVIEW_DUTIES.map((each) => ({
    key: each,
    label: say.queueOf[each],
    on: each === duty,
    toggle: () => set({ duty: each, open: '', person: '' }),
    ...(counts.data ? { count: counts.data[COUNT_OF[each]] } : {}),
  }))
  return (
    <PageFrame
      title={say.queue}
      layout="fill"
      filters={<FilterChips chips={chips} />}
      search={
        <SearchBox value={filters.search} onSearch={(search) => set({ search, open: '' })} hint={say.searchHint} />
      }
    >
      {wide || !filters.open ? <WaitingGroups /> : null}
      <ListDetail
        label={say.queue}
        items={listing.rows}
        itemKey={(claim) => claim.id}
        line={(claim) => lineOf(claim, say)}
        open={filters.open || null}
        onOpen={(id) => set({ open: id ?? '', person: '' })}
        empty={{ sentence: say.emptyQueue }}
        problem={listing.problem}
        onRetry={listing.retry}
        more={listing.more}
        detail={
          filters.open ? (
            <Detail
              key={filters.open}
              claimId={filters.open}
              duty={duty}
              person={filters.person || null}
              onPerson={(person) => set({ person: person ?? '' })}
              onDone={() => set({ open: next ?? '', person: '' })}
              onNext={next ? () => set({ open: next, person: '' }) : undefined}
            />
          ) : (
            <p className="sj-meta">{say.choose}</p>
          )
        }
      />
    </PageFrame>
  )
}

function lineOf(claim: ListedClaim, say: ReturnType<typeof useWords<typeof words>>): QueueLine {
  const look = needsLook(claim)
  const { frozenBy } = claim
  const told = say.heldAndRefused(claim.heldCount, claim.refusedCount)
  return {
    tone: frozenBy ? 'refused' : look ? 'attention' : 'good',
    toneLabel: frozenBy ? say.frozen(frozenBy.number) : look ? say.toLookAt : say.clean,
    title: claim.title,
    note: `${frozenBy ? `${say.frozen(frozenBy.number)} · ` : ''}${claim.organisationName} · ${say.people(claim.headCount)} · ${say.submitted(claim.assembledOn)}`,
    figure: <Yuan fen={claim.amountFen} />,
    ...(told || claim.unavailableChecks ? { figureNote: told || say.unavailableTitle(claim.unavailableChecks) } : {}),
  }
}

type DetailProps = {
  claimId: string
  duty: ReviewDuty
  person: string | null
  onPerson: (decisionId: string | null) => void
  onDone: () => void
  onNext: (() => void) | undefined
}

function Detail({ claimId, duty, person, onPerson, onDone, onNext }: DetailProps) {
  const say = useWords(words)
  const { data, problem, retry } = useCall(getClaim, { params: { claimId } })
  if (problem) return <ProblemAlert problem={problem} onRetry={retry} />
  if (!data || data.id !== claimId) return <Waiting rows={10} />
  return (
    <>
      <h2>{data.title}</h2>
      <p className="sj-meta">
        <GoLink to={`/claims/${data.id}`}>
          {say.claim} {data.number}
        </GoLink>{' '}
        · {data.organisationName} · <SentenceText sentence={data.schemeTitle} /> · {say.status[data.status]}
      </p>
      <ClaimBody claim={data} narrow onPerson={onPerson} />
      {duty === 'approval' ? (
        <p>
          <GoLink to={`/claims/${data.id}/approval`}>{say.toApproval} ▸</GoLink>
        </p>
      ) : null}
      {data.awaits === duty ? <ReviewBar claim={data} duty={duty} onDone={onDone} onNext={onNext} /> : null}
      <PersonDrawer claimId={claimId} decisionId={person} onClose={() => onPerson(null)} />
    </>
  )
}
