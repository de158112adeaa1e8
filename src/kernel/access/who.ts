import type { Sentence } from '../../platform/contract/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import { listPersons } from '../people/public.ts'
import { ROLES } from './permissions.ts'
import { listAccountsById, listRolesOf } from './store.ts'

/** Who did something, as their colleagues read it: the name masked, and the post. */
export type Who = { readonly name: string; readonly post: Sentence }

/** Who stands behind these accounts. */
export async function whoOf(tx: Tx, accountIds: readonly string[]): Promise<(accountId: string) => Who> {
  const accounts = await listAccountsById(tx, accountIds)
  const roles = await listRolesOf(tx, accountIds)
  const persons = await listPersons(
    tx,
    [...accounts.values()].map((account) => account.personId),
  )
  return (accountId) => {
    const account = accounts.get(accountId)
    const posts = (roles.get(accountId) ?? []).map((role) => ROLES[role])
    return {
      name: persons.get(account?.personId ?? '')?.maskedName ?? '',
      post: { zh: posts.map((post) => post.zh).join('、'), en: posts.map((post) => post.en).join(', ') },
    }
  }
}
