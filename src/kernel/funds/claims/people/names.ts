import type { Tx } from '../../../../platform/db/public.ts'
import { listBankAccounts, listPersons } from '../../../people/public.ts'
import { listFactsById } from '../../../policy/public.ts'
import { Claimable } from '../../deciding/claimable.ts'

/**
 * The masked name of whoever each recorded fact is about, by fact: as their own roster gives it, which is the name their
 * account is held in, and not what another roster says of the same person.
 */
export async function maskedNamesOf(tx: Tx, factIds: readonly string[]): Promise<Map<string, string>> {
  const facts = await listFactsById(tx, factIds)
  const accountOf = new Map(facts.map(({ id, body }) => [id, Claimable.safeParse(body).data?.bankAccountId ?? '']))
  const accounts = await listBankAccounts(
    tx,
    [...accountOf.values()].filter((id) => id !== ''),
  )
  const persons = await listPersons(
    tx,
    facts.map((fact) => fact.personId),
  )
  return new Map(
    facts.map(({ id, personId }) => {
      const holder = accounts.get(accountOf.get(id) ?? '')?.maskedHolder
      return [id, holder ?? persons.get(personId)?.maskedName ?? '*']
    }),
  )
}
