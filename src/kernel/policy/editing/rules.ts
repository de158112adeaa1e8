/** What became of a draft. */
export const DRAFT_STATUSES = ['open', 'discarded', 'published'] as const
export type DraftStatus = (typeof DRAFT_STATUSES)[number]

/** What became of a proposal to publish. */
export const ANSWERS = ['published', 'sent-back', 'withdrawn'] as const
export type ProposalOutcome = (typeof ANSWERS)[number]
