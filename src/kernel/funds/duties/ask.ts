import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listOrganisationsOfPeople } from '../../access/public.ts'
import { listFactsOfGroups, parametersOn } from '../../policy/public.ts'
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
  return (await dutyRefusalsOf(tx, claimIds, { duty, personIds: [personId], now })).get(personId) ?? []
}

/** The same of several people at once, by person; who may take it on all of them is absent. */
export async function dutyRefusalsOf(
  tx: Tx,
  claimIds: readonly string[],
  { duty, personIds, now }: Omit<Asking, 'personId'> & { readonly personIds: readonly string[] },
): Promise<Map<string, RefusedClaim[]>> {
  const mustDiffer = parametersOn(tx.district, civilDateOf(now)).get('approval.mustDiffer').value
  const apart = new Set(keptApartFrom(duty, mustDiffer))
  // Accounts live in real time, whatever day a demonstration is on.
  const organisations = await listOrganisationsOfPeople(tx, personIds, civilDateOf(new Date()))
  const concerned = await listConcernedClaims(tx, claimIds, personIds)
  const onGroup = await doneToGroups(tx, concerned, apart)
  const refused = new Map<string, RefusedClaim[]>()
  for (const claim of concerned) {
    const { personId } = claim
    const before = [...onGroup(claim), ...(claim.hasExported ? ['batch.export'] : [])]
    const isOfOrganisation = organisations.get(personId)?.includes(claim.organisationId) ?? false
    const refusal = dutyRefusal({ duty, hands: claim.hands, isOfOrganisation, before }, mustDiffer)
    if (refusal)
      refused.set(personId, [
        ...(refused.get(personId) ?? []),
        { ...refusal, claimId: claim.id, claimNumber: claim.number },
      ])
  }
  return refused
}

/** What a person did to a claim's group before it became a claim, as far as the county keeps any of it apart. */
async function doneToGroups(
  tx: Tx,
  claims: readonly ConcernedClaim[],
  apart: ReadonlySet<string>,
): Promise<(claim: ConcernedClaim) => string[]> {
  if ([...apart].every((duty) => duty in DUTIES)) return () => []
  const facts = await listFactsOfGroups(
    tx,
    claims.map(({ groupId }) => groupId),
    claims.map(({ factKind }) => factKind),
  )
  return ({ groupId, factKind, personId }) =>
    (facts.get(groupId) ?? [])
      .filter(({ kind }) => kind === factKind)
      .flatMap((fact) => Claimable.safeParse(fact.body).data?.hands ?? [])
      .filter((hand) => hand.personId === personId)
      .map((hand) => hand.duty)
}

/** Refuses whoever may not take this duty on this claim. */
export async function refuseDuty(tx: Tx, claimId: string, asking: Asking): Promise<void> {
  const [refused] = await dutyRefusals(tx, [claimId], asking)
  if (refused) throw new Problem('conflict', refused.sentence, { code: refused.code })
}
