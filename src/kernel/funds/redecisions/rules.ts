/** Why somebody may ask for a decision to be given anew. */
export const ANEW_CAUSES = ['changed-fact', 'appeal', 'related-decision', 'rule-correction', 'manual'] as const
export type AnewCause = (typeof ANEW_CAUSES)[number]

/** What became of a proposal. */
export const OUTCOMES = ['confirmed', 'declined', 'withdrawn'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const REDECISION_STATES = ['waiting', ...OUTCOMES] as const
export type RedecisionState = (typeof REDECISION_STATES)[number]

/** What a proposal can rest on: a resident's report, an objection to a public notice, a decision on another. */
export const ABOUT_KINDS = ['person-report', 'objection', 'decision'] as const
export type AboutKind = (typeof ABOUT_KINDS)[number]

/** Of one class and scheme at once. */
export const MOST_AT_ONCE = 200

type Outcomes = { readonly answer: string; readonly effectiveFen: bigint }

/** Whether a decision given anew says something else than the one it would follow. */
export const saysElse = (before: Outcomes, after: Outcomes): boolean =>
  before.answer !== after.answer || before.effectiveFen !== after.effectiveFen
