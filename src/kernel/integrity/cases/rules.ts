import type { ProblemItem } from '../../../platform/contract/public.ts'
import { type CivilDate, daysBetween } from '../../values/public.ts'
import { refusals } from './words.ts'

/** How a case can end: the suspicion stands against the named persons only; it is explained; it goes to another authority. */
export const OUTCOMES = ['excluded', 'cleared', 'referred'] as const
export type CaseOutcome = (typeof OUTCOMES)[number]

/** Open; concluded, but by handing it to another authority that has not answered yet; concluded. */
export const CASE_STATES = ['open', 'referred', 'concluded'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** A conclusion as somebody proposed it, and what another person made of it. */
export type Proposed = {
  readonly id: string
  readonly outcome: CaseOutcome
  readonly keepsProviderFrozen: boolean
  /** Whether it records what another authority answered to a referral. */
  readonly isAnswer: boolean
  readonly proposedBy: string
  readonly verdict: 'confirmed' | 'declined' | null
}

/** The conclusion nobody has decided yet. */
export function openConclusion<P extends Pick<Proposed, 'verdict'>>(proposed: readonly P[]): P | undefined {
  return proposed.find(({ verdict }) => verdict === null)
}

/** The conclusion two people have agreed on: after a referral, what the other authority's answer came to. */
export function conclusionOf<P extends Pick<Proposed, 'verdict'>>(proposed: readonly P[]): P | undefined {
  return proposed.findLast(({ verdict }) => verdict === 'confirmed')
}

export function stateOf(proposed: readonly Pick<Proposed, 'verdict' | 'outcome'>[]): CaseState {
  const conclusion = conclusionOf(proposed)
  if (!conclusion) return 'open'
  return conclusion.outcome === 'referred' ? 'referred' : 'concluded'
}

/** Somebody who wants a say in how a case ends. */
export type Concluder = {
  readonly personId: string
  /** Whether they attend or teach the class. */
  readonly isOfClass: boolean
  /** Whether they have an active account at the organisation the case is about. */
  readonly isOfOrganisation: boolean
}

export type ConcludingRefusal =
  | 'concluded'
  | 'referred'
  | 'not-referred'
  | 'waits'
  | 'nothing-open'
  | 'own-conclusion'
  | 'own-class'
  | 'own-organisation'

const concerned = ({ isOfClass, isOfOrganisation }: Concluder): ConcludingRefusal | undefined =>
  isOfClass ? 'own-class' : isOfOrganisation ? 'own-organisation' : undefined

/** Why somebody may not propose a conclusion, or after a referral the authority's answer, now; undefined where they may. */
export function refusalToPropose(
  proposed: readonly Proposed[],
  who: Concluder,
  isAnswer: boolean,
): ConcludingRefusal | undefined {
  const state = stateOf(proposed)
  if (state === 'concluded') return 'concluded'
  if (state === 'referred' && !isAnswer) return 'referred'
  if (state === 'open' && isAnswer) return 'not-referred'
  if (openConclusion(proposed)) return 'waits'
  return concerned(who)
}

/** Why somebody may not confirm or decline the conclusion that waits; by natural person, whatever account they use. */
export function refusalToDecide(
  proposed: readonly Proposed[],
  who: Concluder,
  conclusionId?: string,
): ConcludingRefusal | undefined {
  if (stateOf(proposed) === 'concluded') return 'concluded'
  const open = openConclusion(proposed)
  if (!open || (conclusionId !== undefined && open.id !== conclusionId)) return 'nothing-open'
  if (open.proposedBy === who.personId) return 'own-conclusion'
  return concerned(who)
}

/** What is wrong with an authority's answer: one that refers again, that answers nothing, or that is of no possible day. */
export function problemOfAnswer(
  given: { readonly outcome: CaseOutcome; readonly answer: { readonly on: CivilDate } | null },
  proposed: readonly (Proposed & { readonly decidedOn: CivilDate | null })[],
  today: CivilDate,
): ProblemItem[] {
  if (given.answer === null) return []
  const { on } = given.answer
  const since = conclusionOf(proposed)?.decidedOn
  return [
    ...(given.outcome === 'referred' ? [{ at: 'body.outcome', sentence: refusals.referredAgain }] : []),
    ...(on > today ? [{ at: 'body.answer.on', sentence: refusals.answeredLater(today) }] : []),
    ...(since && on < since ? [{ at: 'body.answer.on', sentence: refusals.answeredBefore(since) }] : []),
  ]
}

/** How long a referred case has waited for the other authority's answer, and whether it is time to ask after it. */
export function referralOf(since: CivilDate, today: CivilDate, reminderDays: number) {
  const days = daysBetween(since, today)
  return { since, days, due: days >= reminderDays }
}

/** A case as far as it can freeze something. */
export type FreezingCase = {
  readonly groupId: string
  readonly organisationId: string
  /** How it was concluded; null while it is open. */
  readonly outcome: CaseOutcome | null
  readonly keepsProviderFrozen: boolean
}

/**
 * What a case freezes of a group's claims: its own class while it is open and after a referral; the same provider's other
 * classes while it is open, and after a referral only where the conclusion says so (decision 0014).
 */
export function freezeBy(
  freezing: FreezingCase,
  group: { readonly groupId: string; readonly organisationId: string },
): 'class' | 'provider' | undefined {
  const { outcome, keepsProviderFrozen } = freezing
  if (outcome === 'excluded' || outcome === 'cleared') return undefined
  if (freezing.groupId === group.groupId) return 'class'
  if (freezing.organisationId !== group.organisationId) return undefined
  return outcome === null || keepsProviderFrozen ? 'provider' : undefined
}

/** What is known of an earlier case about one subject and check when the same check fails again. */
export type EarlierCase = {
  readonly caseId: string
  readonly outcome: CaseOutcome | null
  /** Whether it was about this very answer. */
  readonly sameAnswer: boolean
}

/**
 * What a failed answer that smells does: joins the open case of its group and check, opens one, or neither, because two
 * people have already concluded. Whom they excluded is refused whatever is answered; a referred class stays frozen; whom
 * they cleared is suspected again only by another answer.
 */
export function whatToDo(earlier: readonly EarlierCase[], openCaseId: string | undefined): 'known' | 'join' | 'open' {
  if (earlier.some(({ outcome, sameAnswer }) => outcome === 'excluded' || outcome === 'referred' || sameAnswer))
    return 'known'
  return openCaseId === undefined ? 'open' : 'join'
}
