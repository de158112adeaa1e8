import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listOrganisationsOf } from '../../access/public.ts'
import { listFacts, parametersOn } from '../../policy/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { Claimable } from '../deciding/claimable.ts'
import { DUTIES, type Duty, dutyRefusal, type DutyRefusal, keptApartFrom } from './rules.ts'
import { type ConcernedClaim, listConcernedClaims } from './store.ts'

export type Asking = { readonly duty: Duty; readonly personId: string; readonly now: Date }

/** A claim on which a person may not take a duty, and why. */
export type RefusedClaim = DutyRefusal & { readonly claimId: string; readonly claimNumber: string }

/**
 * Of these claims, those on which this natural person may not take this duty, in the claims' order. Pages ask it before
 * anything is pressed, and whatever takes the duty asks it again.
 */
export async function dutyRefusals(
  tx: Tx,
  claimIds: readonly string[],
  { duty, personId, now }: Asking,
): Promise<RefusedClaim[]> {
  const mustDiffer = parametersOn(tx.district, civilDateOf(now)).get('approval.mustDiffer').value
  const apart = new Set(keptApartFrom(duty, mustDiffer))
  // Accounts live in real time, whatever day a demonstration is on.
  const organisations = new Set(await listOrganisationsOf(tx, personId, civilDateOf(new Date())))
  const refused: RefusedClaim[] = []
  for (const claim of await listConcernedClaims(tx, claimIds, personId)) {
    const onGroup = await doneToGroup(tx, claim, personId, apart)
    const before = [...onGroup, ...(claim.hasExported ? ['batch.export'] : [])]
    const isOfOrganisation = organisations.has(claim.organisationId)
    const refusal = dutyRefusal({ duty, hands: claim.hands, isOfOrganisation, before }, mustDiffer)
    if (refusal) refused.push({ ...refusal, claimId: claim.id, claimNumber: claim.number })
  }
  return refused
}

/** What a person did to a claim's group before it became a claim, as far as the county keeps any of it apart. */
async function doneToGroup(
  tx: Tx,
  { groupId, factKind }: ConcernedClaim,
  personId: string,
  apart: ReadonlySet<string>,
): Promise<string[]> {
  if ([...apart].every((duty) => duty in DUTIES)) return []
  const hands = (await listFacts(tx, groupId, factKind)).flatMap(
    (fact) => Claimable.safeParse(fact.body).data?.hands ?? [],
  )
  return hands.filter((hand) => hand.personId === personId).map((hand) => hand.duty)
}

/** Refuses whoever may not take this duty on this claim. */
export async function refuseDuty(tx: Tx, claimId: string, asking: Asking): Promise<void> {
  const [refused] = await dutyRefusals(tx, [claimId], asking)
  if (refused) throw new Problem('conflict', refused.sentence, { code: refused.code })
}
