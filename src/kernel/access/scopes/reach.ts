import type { Tx } from '../../../platform/db/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { type Reach, reachOn } from './rules.ts'
import { listScopes } from './store.ts'

/** What an organisation's account reaches today (real time, as its roles): a provider's all of its own. */
export async function reachOf(
  tx: Tx,
  actor: { readonly accountId: string; readonly organisationId: string | null; readonly roles: readonly string[] },
): Promise<Reach> {
  if (actor.organisationId === null) return { organisations: [], classes: [] }
  if (actor.roles.includes('provider')) return { organisations: [actor.organisationId], classes: [] }
  return reachOn(actor.organisationId, await listScopes(tx, actor.accountId), civilDateOf(new Date()))
}
