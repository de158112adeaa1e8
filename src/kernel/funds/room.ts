import type { HandOver } from '../access/public.ts'
import { batchHandOver, signatureHandOver } from './batches/hand-over.ts'
import { reportHandOver } from './reports/hand-over.ts'
import { reviewHandOver } from './review/draws/hand-over.ts'
import type { ConstraintWords, Route } from '../../platform/http/public.ts'
import type { Background, Chore, Reaction } from '../../platform/outbox/public.ts'
import type { Integrity } from '../integrity/public.ts'
import type { FactSupplier } from '../policy/public.ts'
import type { District } from '../reference/public.ts'
import type { Vault } from '../../platform/crypto/public.ts'
import type { Check, Form, GroupTeller, PaperSubject, Trail } from '../record/public.ts'
import { actTrails } from './acts/trails.ts'
import { batchConstraintWords, batchRoutes } from './batches/routes.ts'
import { batchTrails } from './batches/trails.ts'
import { payeeConstraintWords, payeeRoutes } from './payees/routes.ts'
import { budgetLineTrail } from './budget/trails.ts'
import { paymentChecks } from './checks/checks.ts'
import { claimTrails } from './claims/trails.ts'
import { budgetConstraintWords, budgetRoutes } from './budget/routes.ts'
import { claimReactions } from './claims/reactions.ts'
import { claimConstraintWords, claimRoutes } from './claims/routes.ts'
import { policyEngine } from './deciding/engine.ts'
import { certificatesTrail } from './deciding/certificates-trail.ts'
import { factGatherer } from './deciding/gather-facts.ts'
import { historyChecks } from './history/checks/checks.ts'
import { historyRoutes } from './history/routes.ts'
import { historyTrail } from './history/trail.ts'
import { noticeChecks } from './public-notices/checks.ts'
import { endNotices } from './public-notices/ending.ts'
import { noticeConstraintWords, noticeRoutes } from './public-notices/routes.ts'
import { noticeTrail, objectionTrail } from './public-notices/trail.ts'
import { batchForms, batchSubject } from './paper/batch-forms.ts'
import { explainForms } from './paper/explain-forms.ts'
import { claimForms, claimSubject, type FormNeeds } from './paper/forms.ts'
import { besideRoutes } from './beside/routes.ts'
import { provinceConstraintWords, provinceRoutes } from './province/routes.ts'
import { promiseRoutes } from './promises/routes.ts'
import { promiseTrails } from './promises/trail.ts'
import { promiseReactions, wakeInstalments } from './promises/wake.ts'
import { provinceTrails } from './province/trail.ts'
import { recoveryConstraintWords, recoveryRoutes } from './recoveries/routes.ts'
import { redecisionConstraintWords, redecisionRoutes } from './redecisions/routes.ts'
import { redecisionTrail } from './redecisions/trail.ts'
import { recoveryTrails } from './recoveries/trail.ts'
import { tellingRoutes as stoppedRoutes } from './telling/routes.ts'
import { replayRoutes } from './replays/routes.ts'
import { statementRoutes } from './statements/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { reportConstraintWords } from './reports/words.ts'
import { reviewConstraintWords, reviewRoutes } from './review/routes.ts'
import { tryingOf, type TrialNeeds } from './trials/making.ts'
import { trialRoutes } from './trials/routes.ts'

export { redrawReviewers } from './review/draws/draw.ts'

export { claimsFrozen } from './cases/ask.ts'

export type FundsNeeds = {
  readonly integrity: Integrity
  readonly suppliers: readonly FactSupplier[]
  readonly vault: Vault
  /** The groups of people that mechanisms keep together, for looking their past up. */
  readonly groups: readonly GroupTeller[]
  readonly isDemonstration: (district: number) => boolean
}

const settling = ({ integrity, suppliers }: FundsNeeds) => ({
  integrity,
  suppliers,
  engine: policyEngine,
  gather: factGatherer(suppliers),
})

/** What funds answers. */
export function fundsRoutes(needs: FundsNeeds): Route[] {
  return [
    ...budgetRoutes(),
    ...replayRoutes(),
    ...statementRoutes(),
    ...claimRoutes(settling(needs)),
    ...redecisionRoutes({ ...settling(needs), vault: needs.vault }),
    ...reportRoutes(),
    ...trialRoutes(settling(needs)),
    ...reviewRoutes(),
    ...batchRoutes(needs),
    ...payeeRoutes(needs),
    ...noticeRoutes(needs),
    ...promiseRoutes(),
    ...historyRoutes(needs),
    ...besideRoutes(needs),
    ...provinceRoutes({ ...settling(needs), vault: needs.vault }),
  ]
}

/** Trials of schemes, in the background. */
export function fundsTrying({ suppliers, ...needs }: Omit<TrialNeeds, 'gather'>): Background {
  return tryingOf({ ...needs, suppliers, gather: factGatherer(suppliers) })
}

/** What funds makes sure of. */
export function fundsChecks(needs: { readonly vault: Vault }): readonly Check[] {
  return [...historyChecks, ...noticeChecks, ...paymentChecks({ ...needs, engine: policyEngine })]
}

/** What is in somebody’s hands here, and how it is passed on. */
export const fundsHandOvers: readonly HandOver[] = [reviewHandOver, batchHandOver, signatureHandOver, reportHandOver]

/** What funds prints, and what it prints about. */
export function fundsForms(needs: FormNeeds): Form[] {
  return [...claimForms(needs), ...explainForms(needs), ...batchForms(needs)]
}

export const fundsPaperSubjects: readonly PaperSubject[] = [claimSubject, batchSubject]

/** What people are told, on paper or on the screen: of what stopped, and of what is to be paid back. */
export function tellingRoutes(needs: { districtOf: (district: number) => District }): Route[] {
  return [...stoppedRoutes(needs), ...recoveryRoutes(needs)]
}

/** What funds does when something happened elsewhere. */
export function fundsReactions(needs: FundsNeeds): Reaction[] {
  return [...claimReactions(settling(needs)), ...promiseReactions(settling(needs))]
}

export const fundsConstraintWords: ConstraintWords = {
  ...budgetConstraintWords,
  ...claimConstraintWords,
  ...reportConstraintWords,
  ...reviewConstraintWords,
  ...batchConstraintWords,
  ...payeeConstraintWords,
  ...noticeConstraintWords,
  ...provinceConstraintWords,
  ...recoveryConstraintWords,
  ...redecisionConstraintWords,
}

/** What funds does by itself as days go by. */
export const fundsChores: readonly Chore[] = [
  { name: 'end public notices', everyMs: 5_000, run: endNotices },
  { name: 'wake instalments', everyMs: 60_000, run: wakeInstalments },
]

export { fundsPopulations } from './samples/populations.ts'
export { fundsTimelines, personOfClaim } from './timeline/timelines.ts'
export { fundsWays } from './acts/ways.ts'

/** How money is walked: from a payment to what it rests on. */
export function fundsTrails(needs: { checks: readonly Check[] }): Trail[] {
  return [
    budgetLineTrail,
    ...claimTrails(needs),
    ...batchTrails(needs),
    ...recoveryTrails,
    redecisionTrail,
    ...actTrails,
    noticeTrail,
    objectionTrail,
    historyTrail,
    ...promiseTrails,
    certificatesTrail,
    ...provinceTrails,
  ]
}

export { fundsProofs } from './proofs/proofs.ts'
export { fundsPersonal } from './personal.ts'
export { fundsSealed } from './sealed.ts'
export { fundsHolds } from './retention/holds.ts'
export { fundsMatters } from './timeline/matters.ts'
export { fundsHoldings } from './own/holdings.ts'
export { fundsFiles } from './files/step-files.ts'
export { fundsEmptying } from './retention/emptying.ts'
export { fundsNames } from './names/reach.ts'
