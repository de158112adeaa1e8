import type { Vault } from '../../platform/crypto/public.ts'
import type { ConstraintWords, Route } from '../../platform/http/public.ts'
import type { Check, Trail } from '../record/public.ts'
import { identityCheck } from './checks/a01-identity.ts'
import { registerChecks } from './checks/register-checks.ts'
import { type LetterNeeds, letterRoutes } from './letters/routes.ts'
import { letterTrails } from './letters/trails.ts'
import { constraintWords as letterConstraintWords } from './letters/words.ts'
import type { Registers } from './registers.ts'

/** What people contributes to the checks: who somebody is, and what other offices know of them. */
export function peopleChecks(needs: { vault: Vault; registers: Registers }): Check[] {
  return [identityCheck(needs.vault), ...registerChecks(needs.registers)]
}

/** What people answers: the letters to other offices. */
export function peopleRoutes(needs: LetterNeeds): Route[] {
  return letterRoutes(needs)
}

/** How one walks to what another office knows. */
export function peopleTrails({ source }: Pick<LetterNeeds, 'source'>): Trail[] {
  return letterTrails(source)
}

export const peopleConstraintWords: ConstraintWords = { ...letterConstraintWords }
