import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { mayDieAt } from '../../../platform/faults/public.ts'
import { holdFreezes } from '../../integrity/public.ts'
import { newId } from '../../values/public.ts'
import { refuseFrozen } from '../cases/ask.ts'
import { insertHand } from '../duties/store.ts'
import { type Doing, frozenPayments, moveBatch, permit, takeBatch } from './moving.ts'
import { refuseDuties } from './refusals.ts'
import { type BatchRow, insertSignature, listBatchClaims, listSignatures } from './store.ts'
import { refusalWords } from './refusal-words.ts'

/**
 * Signs a frozen batch, the first or the second of two: each signature binds the content that was seen, which must be
 * what was frozen, recomputed now. Who signs has had no duty on its claims but the second review or the approval; the
 * keys of the hands and of the signatures stand behind that.
 */
export async function signBatch(
  tx: Tx,
  vault: Vault,
  doing: Doing & { readonly seenSha256: string },
): Promise<BatchRow> {
  const { actor, now } = doing
  const batch = await takeBatch(tx, doing.batchId)
  permit(batch, 'sign')
  const claims = await listBatchClaims(tx, batch.id)
  const claimIds = claims.map((claim) => claim.id)
  await holdFreezes(
    tx,
    claims.map((claim) => claim.organisationId),
  )
  await refuseDuties(tx, claimIds, { duty: 'batch.sign', personId: actor.personId, now })
  await refuseFrozen(tx, claims)
  const before = await listSignatures(tx, batch.id)
  if (before.some(({ personId }) => personId === actor.personId))
    throw new Problem('conflict', refusalWords.signedByYou, { code: 'two_people_sign_a_batch' })
  if (doing.seenSha256 !== batch.contentSha256.toString('hex'))
    throw new Problem('conflict', refusalWords.seenOther, { code: 'batch-content-changed' })
  await frozenPayments(tx, vault, batch)

  for (const claimId of claimIds) await insertHand(tx, claimId, { personId: actor.personId, duty: 'batch-signing' })
  mayDieAt('sign.half')
  await insertSignature(tx, {
    id: newId(),
    batchId: batch.id,
    nth: before.length + 1,
    personId: actor.personId,
    accountId: actor.accountId,
    contentSha256: batch.contentSha256,
    businessAt: now,
  })
  return moveBatch(tx, batch, 'sign', {
    ...doing,
    recordedAs: 'batch.signed',
    detail: { contentSha256: doing.seenSha256, nth: before.length + 1 },
  })
}
