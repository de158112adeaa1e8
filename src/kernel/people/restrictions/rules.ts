import type { Sentence } from '../../../platform/contract/public.ts'
import { type CivilDate, type Period, periodContains, periodsOverlap } from '../../values/public.ts'
import { words } from './words.ts'

/** A proposal to impose or to end a restriction, and what another person made of it. */
export type Proposal = {
  readonly step: 'impose' | 'end'
  readonly endsOn: CivilDate | null
  readonly outcome: 'confirmed' | 'declined' | null
}

export type Dated = { readonly from: CivilDate; readonly to: CivilDate | null; readonly proposals: readonly Proposal[] }

/**
 * The days a restriction counts for, as two people decided them. Undefined when it was not confirmed, or was revoked from
 * its beginning because it was a mistake.
 */
export function countsFor({ from, to, proposals }: Dated): Period | undefined {
  const confirmed = proposals.filter(({ outcome }) => outcome === 'confirmed')
  if (!confirmed.some(({ step }) => step === 'impose')) return undefined
  // Shortened first and ended later: the last word counts.
  const end = confirmed.findLast(({ step }) => step === 'end')
  if (!end) return { from, to }
  if (end.endsOn === null) return undefined
  return { from, to: to !== null && to < end.endsOn ? to : end.endsOn }
}

/** Whether it stands in the way of a training: on a day of it, or today. */
export function standsAgainst(restriction: Dated, during: Period, today: CivilDate): boolean {
  const days = countsFor(restriction)
  return days !== undefined && (periodsOverlap(days, during) || periodContains(days, today))
}

export const STATES = ['proposed', 'declined', 'to-come', 'in-force', 'ended', 'revoked'] as const
export type State = (typeof STATES)[number]

/** Where a restriction stands on a day. */
export function stateOf(restriction: Dated, today: CivilDate): State {
  const impose = restriction.proposals.find(({ step }) => step === 'impose')
  if (!impose?.outcome) return 'proposed'
  if (impose.outcome === 'declined') return 'declined'
  const days = countsFor(restriction)
  if (!days) return 'revoked'
  if (today < days.from) return 'to-come'
  return periodContains(days, today) ? 'in-force' : 'ended'
}

/** The proposal nobody has decided yet. */
export function openProposal<P extends Pick<Proposal, 'outcome'>>(proposals: readonly P[]): P | undefined {
  return proposals.find(({ outcome }) => outcome === null)
}

/** Whether an end may be proposed: it was imposed, was not ended yet, and nothing about it waits for a second person. */
export function mayEnd(restriction: Dated, today: CivilDate): boolean {
  const end = restriction.proposals.findLast(({ step, outcome }) => step === 'end' && outcome === 'confirmed')
  // Shortened to a day that is still to come, it can still be ended.
  const ended = end !== undefined && (end.endsOn === null || end.endsOn <= today)
  return (
    ['to-come', 'in-force', 'ended'].includes(stateOf(restriction, today)) &&
    !openProposal(restriction.proposals) &&
    !ended
  )
}

/** What is wrong with the days of a new restriction. */
export function problemOfDays(given: { from: string; to: string | null }): Sentence | undefined {
  return given.to !== null && given.to < given.from ? words.endsTooEarly : undefined
}

/** What is wrong with the day an end is proposed for; none revokes it from the beginning. */
export function problemOfEnd(restriction: Dated, endsOn: string | null, today: CivilDate): Sentence | undefined {
  if (endsOn === null) return undefined
  if (endsOn < restriction.from) return words.endBeforeBegin(restriction.from)
  return endsOn > today ? words.endAfterToday : undefined
}

/** How a reply came: written in the console by the organisation itself; on paper, by telephone or in person to a clerk. */
export const REPLY_WAYS = ['console', 'paper', 'phone', 'visit'] as const
export type ReplyWay = (typeof REPLY_WAYS)[number]

/** What follows from a reply: nothing changes; it ends earlier than it would; it ends, or never counted. */
export const HEARING_OUTCOMES = ['kept', 'shortened', 'ended'] as const
export type HearingOutcome = (typeof HEARING_OUTCOMES)[number]

/** Whether the restricted may still answer: from when it is proposed until it was declined or revoked. */
export function mayReply(restriction: Dated, today: CivilDate): boolean {
  return !['declined', 'revoked'].includes(stateOf(restriction, today))
}

/** The day of a reply that a clerk records is no later than today. */
export function problemOfReply(saidOn: string, today: CivilDate): Sentence | undefined {
  return saidOn > today ? words.saidLater(today) : undefined
}

/** A reply as somebody who would look at it meets it. */
export type ToHear = { readonly heard: boolean; readonly recordedBy: string; readonly imposedBy: string }

/** Why this person may not write what follows from a reply; by natural person, whatever account they use. */
export function refusalToHear(
  { heard, recordedBy, imposedBy }: ToHear,
  personId: string,
): 'heard' | 'own-record' | 'own-proposal' | undefined {
  if (heard) return 'heard'
  if (personId === recordedBy) return 'own-record'
  return personId === imposedBy ? 'own-proposal' : undefined
}

/** What is wrong with the last day a hearing shortens to: from its beginning on, and earlier than it would have ended. */
export function problemOfShortening(restriction: Dated, endsOn: string | null): Sentence | undefined {
  const days = countsFor(restriction)
  if (endsOn === null || !days) return words.shortenedWithoutDay
  if (endsOn < days.from) return words.endBeforeBegin(days.from)
  return days.to !== null && endsOn >= days.to ? words.notShorter(days.to) : undefined
}
