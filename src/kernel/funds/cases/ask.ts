import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Freeze, type FrozenClaim, freezesOn } from '../../integrity/public.ts'
import { fenToText } from '../../values/public.ts'
import { listClaimsById, listClaimsNotExported } from '../claims/store.ts'
import { STATUS_WORDS } from '../claims/words.ts'
import { refusalWords } from './words.ts'

/** A claim as far as a suspicion case can freeze it. */
export type Freezable = {
  readonly id: string
  readonly number: string
  readonly groupId: string
  readonly organisationId: string
}

export type FrozenBy = Freeze & { readonly claimId: string; readonly claimNumber: string }

/** Of these claims, those that cannot go on because of a suspicion case, in the claims' order. */
export async function listFrozen(tx: Tx, claims: readonly Freezable[]): Promise<FrozenBy[]> {
  const freezeOn = await freezesOn(tx, claims)
  return claims.flatMap((claim) => {
    const freeze = freezeOn(claim)
    return freeze ? [{ ...freeze, claimId: claim.id, claimNumber: claim.number }] : []
  })
}

/** Why this claim cannot be passed: a suspicion case. */
export async function frozenProblem(tx: Tx, claim: Freezable): Promise<Problem | undefined> {
  const [frozen] = await listFrozen(tx, [claim])
  return frozen && new Problem('conflict', frozen.sentence, { code: 'frozen-by-case' })
}

/** Refuses what would move these claims' money on while any of them is frozen, with every one of them and its case. */
export async function refuseFrozen(tx: Tx, claims: readonly Freezable[]): Promise<void> {
  const frozen = await listFrozen(tx, claims)
  if (frozen.length === 0) return
  const items = frozen.map(({ claimNumber, sentence }) => ({ at: claimNumber, sentence }))
  throw new Problem('conflict', refusalWords.frozen, { items, code: 'frozen-by-case' })
}

/** The organisations these claims are of, before any of them is locked; unknown ids are passed over. */
export async function organisationsOf(tx: Tx, claimIds: readonly string[]): Promise<string[]> {
  return [...(await listClaimsById(tx, claimIds)).values()].map(({ organisationId }) => organisationId)
}

/** As a page shows it. */
export function shownFreeze(freeze: Freeze | undefined): { caseId: string; number: string; sentence: Sentence } | null {
  return freeze ? { caseId: freeze.caseId, number: freeze.number, sentence: freeze.sentence } : null
}

/** A case never shows more than these; the claims page shows them all. */
const MOST_SHOWN = 200

/** The claims a case keeps from going on: its group's, and, where it freezes them too, the provider's others. */
export async function claimsFrozen(
  tx: Tx,
  frozen: { groupId: string; organisationId: string; others: boolean },
): Promise<FrozenClaim[]> {
  const { groupId, organisationId, others } = frozen
  const rows = await listClaimsNotExported(tx, { organisationId, ...(others ? {} : { groupId }) }, MOST_SHOWN)
  return rows.map((claim) => ({
    claimId: claim.id,
    number: claim.number,
    title: claim.title,
    status: STATUS_WORDS[claim.status],
    because: claim.groupId === groupId ? 'class' : 'provider',
    headCount: claim.headCount,
    amountFen: fenToText(claim.amountFen),
  }))
}
