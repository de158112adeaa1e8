import type { ProblemItem, Sentence } from '../../../platform/contract/public.ts'
import type { CivilDate } from '../../values/public.ts'
import { words } from './words.ts'

/** Who is to speak next: the bureau mends, the auditor judges, nobody. */
export const FINDING_STATES = ['open', 'answered', 'closed'] as const
export type FindingState = (typeof FINDING_STATES)[number]

export const SEVERITIES = ['minor', 'serious', 'grave'] as const
export type Severity = (typeof SEVERITIES)[number]

export const STEPS = ['written', 'answered', 'asked-again', 'closed'] as const
export type StepKind = (typeof STEPS)[number]

/** Where a finding stands after a step. */
export const STATE_AFTER = {
  written: 'open',
  'asked-again': 'open',
  answered: 'answered',
  closed: 'closed',
} as const satisfies Record<StepKind, FindingState>

/** What may be said next, and with which permission. */
export const NEXT = {
  open: { steps: ['answered'], may: 'finding.answer' },
  answered: { steps: ['asked-again', 'closed'], may: 'finding.write' },
  closed: { steps: [], may: 'finding.write' },
} as const satisfies Record<FindingState, { steps: readonly StepKind[]; may: string }>

export type LastStep = { readonly what: StepKind; readonly personId: string }

/** Why somebody may not take this step now; undefined where they may. Nobody answers themselves, by natural person. */
export function whyNot(
  last: LastStep,
  step: StepKind,
  personId: string,
): { code: string; sentence: Sentence } | undefined {
  const state = STATE_AFTER[last.what]
  if (!NEXT[state].steps.some((each) => each === step))
    return { code: 'not-in-turn', sentence: words.notInTurn(words.states[state]) }
  if (last.personId === personId) return { code: 'nobody_judges_their_own_answer', sentence: words.ownStep }
  return undefined
}

/** A remedy that nobody has answered and whose day is over. */
export const isOverdue = (state: FindingState, dueOn: CivilDate, today: CivilDate): boolean =>
  state === 'open' && dueOn < today

export function problemOfDue(dueOn: CivilDate, today: CivilDate): ProblemItem | undefined {
  return dueOn < today ? { at: 'body.dueOn', sentence: words.dueInThePast(dueOn, today) } : undefined
}
