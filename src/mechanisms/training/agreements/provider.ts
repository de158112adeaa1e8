import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, httpWords } from '../../../platform/http/public.ts'
import { findOrganisation, type Organisation } from '../../../kernel/people/public.ts'

/** A provider, to somebody who may see it: the bureau any of them, a provider's account itself only. */
export async function getProvider(tx: Tx, actor: Actor, organisationId: string): Promise<Organisation> {
  const seen = actor.organisationId === null || actor.organisationId === organisationId
  const provider = seen ? await findOrganisation(tx, organisationId) : undefined
  if (provider?.kind !== 'provider') throw new Problem('not-found', httpWords.notFound)
  return provider
}
