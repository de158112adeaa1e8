import type { Sentence } from '../../../platform/contract/public.ts'
import { words } from './words.ts'

/** How a person can have a claim in hand: by what they are to it from its first day, or by a duty they have taken. */
export const HAND_DUTIES = [
  'beneficiary',
  'instruction',
  'confirmation',
  'initial-review',
  'second-review',
  'approval',
  'sending-back',
  'batch-making',
  'batch-signing',
] as const
export type HandDuty = (typeof HAND_DUTIES)[number]

/** What is done to a claim and its money, by the permission it takes, and the hand it is taken with where it binds. */
export const DUTIES = {
  'claim.confirm': 'confirmation',
  'claim.initial-review': 'initial-review',
  'claim.second-review': 'second-review',
  'claim.approve': 'approval',
  'claim.send-back': 'sending-back',
  'notice.publish': null,
  'objection.write': null,
  'batch.make': 'batch-making',
  'batch.sign': 'batch-signing',
  'batch.export': null,
  'batch.return-file': null,
  'account.correct': null,
  'account.confirm': null,
  'recovery.propose': null,
  'recovery.confirm': null,
  'recovery.receive': null,
  'decision.propose': null,
  'decision.confirm': null,
} as const satisfies Record<string, HandDuty | null>
export type Duty = keyof typeof DUTIES

/** Duties that a county keeps in different hands: the parameter `approval.mustDiffer`. */
export type MustDiffer = readonly { readonly subject: string; readonly duties: readonly string[] }[]

/** What is known of one person and one claim when they want to take a duty on it. */
export type DutyFacts = {
  readonly duty: Duty
  /** How they have the claim in hand already; more than one only where the signing of its batch is among them. */
  readonly hands: readonly HandDuty[]
  /** Whether they have an active account at the organisation that brings the claim. */
  readonly isOfOrganisation: boolean
  /** What they did before to its group or its batch, by the permission it took. */
  readonly before: readonly string[]
}

export type DutyRefusal = { readonly code: string; readonly sentence: Sentence }

/** What the county keeps apart from this duty. The law's own pairs are in the database and need no parameter. */
export function keptApartFrom(duty: Duty, mustDiffer: MustDiffer): string[] {
  return mustDiffer
    .filter(({ subject, duties }) => subject !== 'class' && duties.includes(duty))
    .flatMap(({ duties }) => duties.filter((other) => other !== duty))
}

/**
 * Why a person may not take a duty on a claim; undefined when they may. By natural person, whatever account they use.
 * What may not meet on a claim is the law's, and the keys of the hands stand behind it; the county's pairs only add to it.
 */
export function dutyRefusal(facts: DutyFacts, mustDiffer: MustDiffer): DutyRefusal | undefined {
  const { duty, hands, isOfOrganisation, before } = facts
  const inTheWay = hands.find((hand) => excludes(hand, DUTIES[duty]))
  if (inTheWay) return { code: 'one_person_one_duty_on_a_claim', sentence: words.hand(inTheWay, duty) }
  if (duty === 'claim.confirm') return undefined
  if (isOfOrganisation) return { code: 'own-organisation', sentence: words.ownOrganisation }
  const taken = [...before, ...hands.flatMap(dutiesOf)]
  const apart = keptApartFrom(duty, mustDiffer).find((other) => taken.includes(other))
  return apart === undefined ? undefined : { code: 'duties-kept-apart', sentence: words.keptApart(apart, duty) }
}

/** Who signs may have passed the claim, and has had nothing else to do with it. */
const WITH_THE_SIGNING: readonly string[] = ['second-review', 'approval']

/**
 * Whether a hand keeps its person from taking another; whoever it speaks of does nothing to it at all, and who taught it
 * only confirms it, as its provider.
 */
function excludes(hand: HandDuty, taking: HandDuty | null): boolean {
  if (hand === 'instruction' && taking === 'confirmation') return false
  if (hand === 'beneficiary' || hand === 'instruction') return true
  if (taking === null || hand === taking) return false
  if (taking === 'batch-signing') return !WITH_THE_SIGNING.includes(hand)
  return !(hand === 'batch-signing' && WITH_THE_SIGNING.includes(taking))
}

const dutiesOf = (hand: HandDuty): string[] =>
  Object.entries(DUTIES).flatMap(([duty, takenWith]) => (takenWith === hand ? [duty] : []))
