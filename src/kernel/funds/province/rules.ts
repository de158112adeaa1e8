export const LIST_STATUSES = ['assembled', 'first-passed', 'second-passed', 'exported', 'returned'] as const
export type ListStatus = (typeof LIST_STATUSES)[number]

export type ListAct = 'initial-pass' | 'second-pass' | 'export' | 'return' | 'replace'

/** What may happen to a pre-checked list next: it ends with the province, which pays; here it never moves money. */
export const LIST_NEXT = {
  assembled: { 'initial-pass': 'first-passed', return: 'returned', replace: 'returned' },
  'first-passed': { 'second-pass': 'second-passed', return: 'returned', replace: 'returned' },
  'second-passed': { export: 'exported', return: 'returned', replace: 'returned' },
  // Called back before the province has paid anybody of it.
  exported: { return: 'returned' },
  returned: {},
} as const satisfies Record<ListStatus, Partial<Record<ListAct, ListStatus>>>

export function nextListStatus(status: ListStatus, act: ListAct): ListStatus | undefined {
  return (LIST_NEXT[status] as Partial<Record<ListAct, ListStatus>>)[act]
}

export const LIST_REVIEWS = {
  'initial-review': { of: 'assembled', may: 'claim.initial-review', pass: 'initial-pass' },
  'second-review': { of: 'first-passed', may: 'claim.second-review', pass: 'second-pass' },
} as const satisfies Record<string, { of: ListStatus; may: string; pass: ListAct }>
export type ListReview = keyof typeof LIST_REVIEWS
export const LIST_REVIEW_DUTIES = ['initial-review', 'second-review'] as const satisfies readonly ListReview[]

/** The review a list waits for; undefined when it waits for none. */
export function listReviewAwaited(status: ListStatus): ListReview | undefined {
  return LIST_REVIEW_DUTIES.find((duty) => LIST_REVIEWS[duty].of === status)
}

/** What names one person of a list to the province, and comes back with its answer: YS-2022-0001-003. */
export const lineReference = (number: string, position: number) => `${number}-${String(position).padStart(3, '0')}`

/** Where a line stands at the province, in the order it gets there; `returned` is no step of that way. */
export const PROVINCE_STATES = ['received', 'returned', 'approved', 'paid'] as const
export type ProvinceState = (typeof PROVINCE_STATES)[number]

const STEPS: Record<ProvinceState, number> = { returned: 0, received: 1, approved: 2, paid: 3 }

/** Whether the province now says less than it did: what was paid is only approved again. */
export const wentBack = (before: ProvinceState | null, now: ProvinceState): boolean =>
  before !== null && before !== 'returned' && now !== 'returned' && STEPS[now] < STEPS[before]

export const DIFFERENCES = ['here-not-there', 'there-not-here', 'sum-differs', 'state-differs', 'paid-twice'] as const
export type Difference = (typeof DIFFERENCES)[number]

export const OUTCOMES = ['theirs', 'ours', 'asked', 'correct-here', 'same-payment'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How each kind of difference can be settled. One payment told twice is only a question where something is paid twice. */
export const OUTCOMES_OF = {
  'here-not-there': ['theirs', 'asked', 'correct-here', 'ours'],
  'there-not-here': ['theirs', 'ours', 'asked', 'correct-here'],
  'sum-differs': ['theirs', 'ours', 'asked', 'correct-here'],
  'state-differs': ['theirs', 'ours', 'asked', 'correct-here'],
  'paid-twice': ['same-payment', 'asked', 'correct-here'],
} as const satisfies Record<Difference, readonly Outcome[]>

export const mayEndWith = (kind: Difference, outcome: Outcome): boolean =>
  (OUTCOMES_OF[kind] as readonly Outcome[]).includes(outcome)

/** Where a line of the reconciliation stands: `asked` waits for the province, `reopened` was settled on other words. */
export const LINE_STATES = ['open', 'reopened', 'asked', 'settled'] as const
export type LineState = (typeof LINE_STATES)[number]

/** A settlement counts as long as both sides still say what they said when it was made. */
export function lineState(
  says: string,
  settlement: { readonly says: string; readonly outcome: Outcome } | undefined,
): LineState {
  if (!settlement) return 'open'
  if (settlement.says !== says) return 'reopened'
  return settlement.outcome === 'asked' ? 'asked' : 'settled'
}
