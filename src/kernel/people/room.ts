import type { Vault } from '../../platform/crypto/public.ts'
import type { Check } from '../record/public.ts'
import { identityCheck } from './checks/a01-identity.ts'
import { registerChecks } from './checks/register-checks.ts'
import type { Registers } from './registers.ts'

/** What people contributes to the checks: who somebody is, and what other offices know of them. */
export function peopleChecks(needs: { vault: Vault; registers: Registers }): Check[] {
  return [identityCheck(needs.vault), ...registerChecks(needs.registers)]
}
