import type { Sentence } from '../../../platform/contract/public.ts'
import type { ClaimStatus } from '../claims/rules.ts'
import type { OwnSubsidy } from './own.ts'
import { OWN_STATUS, words } from './words.ts'

export type StepState = 'done' | 'now' | 'next' | 'stopped'
export type Step = { readonly title: Sentence; readonly note: Sentence; readonly state: StepState }

/** What a subsidy is to its person: its state in a word and in a sentence, and its way like a parcel's. */
export type Journey = {
  readonly status: Sentence
  readonly where: Sentence
  readonly stopped: boolean
  readonly steps: readonly Step[]
}

type Told = Pick<
  OwnSubsidy,
  'standing' | 'status' | 'hold' | 'payment' | 'account' | 'reached' | 'notice' | 'happenedOn' | 'checksAsked'
>

/** A claim's states on the way, in their order; who was sent back begins at the beginning. */
const ORDER: readonly ClaimStatus[] = [
  'returned',
  'assembled',
  'confirmed',
  'first-passed',
  'second-passed',
  'approved',
  'published',
  'payable',
  'batched',
  'paid',
]

export function journeyOf(told: Told, dayOf: (day: string) => Sentence): Journey {
  return { ...statusOf(told, dayOf), steps: stepsOf(told, dayOf) }
}

function statusOf(told: Told, dayOf: (day: string) => Sentence): Omit<Journey, 'steps'> {
  const { standing, status, hold, payment, account } = told
  if (standing === 'held') return { status: words.held, where: words.where.held, stopped: true }
  if (standing === 'refused') return { status: words.refused, where: words.where.refused, stopped: true }
  if (hold === 'held') return { status: words.objected, where: words.where.held, stopped: true }
  if (hold === 'dropped') return { status: words.dropped, where: words.where.refused, stopped: true }
  if (payment?.status === 'returned') return { status: words.cameBack, where: words.where.cameBack, stopped: true }
  if (status === 'returned') return { status: OWN_STATUS.returned, where: words.where.returned, stopped: true }
  const goesTo = account ? words.where.account(account.bankName, account.tail) : words.none
  if (payment?.status === 'paid') {
    const day = dayOf(payment.on ?? '')
    const paid = { zh: words.where.paid(day.zh).zh, en: words.where.paid(day.en).en }
    return { status: OWN_STATUS.paid, where: joined(paid, goesTo), stopped: false }
  }
  const state = status === 'paid' ? 'batched' : status
  return { status: OWN_STATUS[state], where: joined(words.where.due(OWN_STATUS[state]), goesTo), stopped: false }
}

const joined = (one: Sentence, other: Sentence): Sentence => ({ zh: one.zh + other.zh, en: one.en + other.en })

function stepsOf(told: Told, dayOf: (day: string) => Sentence): Step[] {
  const { standing, status, hold, payment, reached, notice } = told
  const at = ORDER.indexOf(status)
  const isStopped = standing !== 'due'
  const on = (state: ClaimStatus): Sentence => {
    const day = reached[state]
    // The others of the class go on; their days are not this person's.
    return !isStopped && day && at >= ORDER.indexOf(state) ? dayOf(day) : words.none
  }
  const noted = (...parts: Sentence[]): Sentence => ({
    zh: parts.flatMap(({ zh }) => (zh ? [zh] : [])).join(' · '),
    en: parts.flatMap(({ en }) => (en ? [en] : [])).join(' · '),
  })
  /** Done once the claim has come to `after`; now while it is on the way there. */
  const stateOf = (from: ClaimStatus, after: ClaimStatus): StepState => {
    if (isStopped) return 'next'
    if (at >= ORDER.indexOf(after)) return 'done'
    return at >= ORDER.indexOf(from) ? 'now' : 'next'
  }
  const isPaid = payment?.status === 'paid'
  const paying: StepState = isPaid
    ? 'done'
    : hold !== null || payment?.status === 'returned'
      ? 'stopped'
      : !isStopped && at >= ORDER.indexOf('payable')
        ? 'now'
        : 'next'
  const published =
    notice && !isStopped
      ? {
          zh: words.from(dayOf(notice.from).zh, dayOf(notice.until).zh, notice.workingDays).zh,
          en: words.from(dayOf(notice.from).en, dayOf(notice.until).en, notice.workingDays).en,
        }
      : words.workingDays
  const steps: Step[] = [
    { title: isStopped ? words.steps.endedOnly : words.steps.ended, note: dayOf(told.happenedOn), state: 'done' },
    {
      title: words.steps.checked,
      note: noted(reached.assembled ? dayOf(reached.assembled) : words.none, words.items(told.checksAsked)),
      state: isStopped || status === 'returned' ? 'stopped' : 'done',
    },
    { title: words.steps.confirmed, note: on('confirmed'), state: stateOf('assembled', 'confirmed') },
    {
      title: words.steps.reviewed,
      note: noted(on('second-passed'), words.posts),
      state: stateOf('confirmed', 'second-passed'),
    },
    {
      title: words.steps.approved,
      note: noted(on('approved'), words.leader),
      state: stateOf('second-passed', 'approved'),
    },
    { title: words.steps.published, note: published, state: stateOf('approved', 'payable') },
    {
      title: words.steps.paid,
      note: isPaid && payment.on ? dayOf(payment.on) : payment?.status === 'sent' ? words.sent : words.treasury,
      state: paying,
    },
  ]
  // Who is refused has no way any further.
  return standing === 'refused' ? steps.slice(0, 2) : steps
}
