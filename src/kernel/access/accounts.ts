import { Problem } from '../../platform/contract/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import type { ConstraintWords } from '../../platform/http/public.ts'
import { accountConstraintWords } from './accounts/routes.ts'
import { scopeConstraintWords } from './scopes/routes.ts'
import { delegationConstraintWords } from './delegations/routes.ts'
import { emergencyConstraintWords } from './emergencies/routes.ts'
import { ROLES, rolesOfItsSide } from './permissions.ts'
import { type Account, insertAccount } from './store.ts'
import { words } from './words.ts'

export const accessConstraintWords: ConstraintWords = {
  bureau_and_organisation_never_meet: words.sidesMeet,
  ...delegationConstraintWords,
  ...accountConstraintWords,
  ...scopeConstraintWords,
  ...emergencyConstraintWords,
}

/** Saves an account. Posts of the bureau and roles of an organisation are refused together; the constraint stands behind it. */
export async function saveAccount(tx: Tx, account: Account): Promise<void> {
  const own = rolesOfItsSide(account)
  const foreign = account.roles.find((role) => !own.includes(role))
  if (foreign) {
    const sentence = words.foreignRole(account.name, ROLES[foreign], account.organisationId !== null)
    throw new Problem('conflict', sentence, { code: 'bureau_and_organisation_never_meet' })
  }
  await insertAccount(tx, account)
}
