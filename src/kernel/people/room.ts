import type { Vault } from '../../platform/crypto/public.ts'
import type { ConstraintWords, Route } from '../../platform/http/public.ts'
import type { Check, Trail } from '../record/public.ts'
import { identityCheck } from './checks/a01-identity.ts'
import { insuredByEmployerCheck } from './checks/a09-insured-by-employer.ts'
import { registerChecks } from './checks/register-checks.ts'
import { type CorrectionNeeds, correctionRoutes } from './corrections/routes.ts'
import { correctionConstraintWords } from './corrections/words.ts'
import { insuredRegister } from './insured/register.ts'
import { insuredRoutes } from './insured/routes.ts'
import { insuredListTrail } from './insured/trail.ts'
import { lettersRegister, type ParametersOn } from './letters/register.ts'
import { type LetterNeeds, letterRoutes } from './letters/routes.ts'
import { letterTrails } from './letters/trails.ts'

export { listTimelineSubjects } from './timeline/store.ts'
export { peopleTimelines } from './timeline/timelines.ts'
export { type Held, heldOfPerson, heldOfProvider } from './held.ts'
export { letterWays as peopleWays } from './letters/trails.ts'
import { constraintWords as letterConstraintWords } from './letters/words.ts'
import type { Register, Registers } from './registers.ts'
import { restrictionChecks } from './restrictions/checks.ts'
import { type RestrictionNeeds, restrictionRoutes } from './restrictions/routes.ts'
import { replyTrail, restrictionTrail } from './restrictions/trail.ts'
import { constraintWords as restrictionConstraintWords } from './restrictions/words.ts'

/** What people contributes to the checks: who somebody is, what other offices know of them, and who is restricted. */
export function peopleChecks(needs: { vault: Vault; registers: Registers }): Check[] {
  return [
    identityCheck(needs.vault),
    ...registerChecks(needs.registers),
    insuredByEmployerCheck(needs.registers),
    ...restrictionChecks,
  ]
}

/** What people answers: the letters to other offices, insured lists, restrictions. */
export function peopleRoutes(needs: LetterNeeds & RestrictionNeeds & CorrectionNeeds): Route[] {
  return [...letterRoutes(needs), ...insuredRoutes(needs), ...restrictionRoutes(needs), ...correctionRoutes(needs)]
}

/** Ways to other offices' registers that people itself keeps: the answers to letters, and insured lists. */
export function peopleRegisters(needs: { parametersOn: ParametersOn }): Register[] {
  return [...lettersRegister(needs), insuredRegister]
}

/** How one walks to what another office knows, and to whom the bureau restricts. */
export function peopleTrails({ source }: Pick<LetterNeeds, 'source'>): Trail[] {
  return [...letterTrails(source), insuredListTrail, restrictionTrail, replyTrail]
}

export const peopleConstraintWords: ConstraintWords = {
  ...letterConstraintWords,
  ...restrictionConstraintWords,
  ...correctionConstraintWords,
}

export { peoplePersonal } from './personal.ts'
export { peopleSealed } from './sealed.ts'
export { restrictionHold } from './retention/holds.ts'
export { peopleEmptying } from './retention/emptying.ts'
export { shareAPhone } from './store.ts'
export { correctionMatters } from './corrections/matters.ts'
export { peopleHoldings } from './own/holdings.ts'
export { peopleFiles } from './files/step-files.ts'
