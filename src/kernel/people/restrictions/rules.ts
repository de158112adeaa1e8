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
  const end = confirmed.find(({ step }) => step === 'end')
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

/** Whether an end may be proposed: it was imposed, has not ended, and nothing about it waits for a second person. */
export function mayEnd(restriction: Dated, today: CivilDate): boolean {
  return (
    ['to-come', 'in-force', 'ended'].includes(stateOf(restriction, today)) &&
    !openProposal(restriction.proposals) &&
    !restriction.proposals.some(({ step, outcome }) => step === 'end' && outcome === 'confirmed')
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
