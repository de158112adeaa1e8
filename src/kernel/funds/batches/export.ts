import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { mayDieAt } from '../../../platform/faults/public.ts'
import { findFile, keepFile } from '../../../platform/files/public.ts'
import { holdFreezes } from '../../integrity/public.ts'
import { schemesOf } from '../../policy/public.ts'
import { listDistricts } from '../../reference/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import { refuseFrozen } from '../cases/ask.ts'
import { bankFileBytes, bankFileName } from '../bank/rules.ts'
import { type BankFileRow, findBankFile, insertBankFile } from './file-store.ts'
import { contentChanged, type Doing, frozenPayments, moveBatch, permit, takeBatch, tellPayments } from './moving.ts'
import { movePayments } from './payment-store.ts'
import { refuseOn } from './refusals.ts'
import { hasBankFile, SIGNERS } from './rules.ts'
import { type BatchRow, findBatch, listBatchClaims, listSignatures } from './store.ts'
import { refusalWords } from './refusal-words.ts'

/**
 * Writes the bank's list of a signed batch: a function of the frozen rows and the frozen form, kept sealed. Asked again
 * it writes nothing: the list is made anew, seen to be the same byte for byte, and the kept one is answered.
 */
export async function exportBatch(tx: Tx, vault: Vault, doing: Doing): Promise<{ batch: BatchRow; file: BankFileRow }> {
  const { actor, now } = doing
  const batch = await takeBatch(tx, doing.batchId)
  const kept = hasBankFile(batch.status) ? await findBankFile(tx, batch.id) : undefined
  if (!kept) permit(batch, 'export')
  await refuseOn(tx, batch.id, { duty: 'batch.export', personId: actor.personId, now })
  if (!kept) await refuseSuspected(tx, batch.id)
  if (!kept) await refuseExamples(tx, now)
  const payments = await frozenPayments(tx, vault, batch)
  const signatures = await listSignatures(tx, batch.id)
  // What was exported when one signature was enough stays what it is.
  if (!kept && signatures.length < SIGNERS) throw contentChanged()
  if (signatures.length === 0 || signatures.some(({ contentSha256 }) => !contentSha256.equals(batch.contentSha256)))
    throw contentChanged()
  const bytes = bankFileBytes(payments, batch.template)
  if (kept) {
    if (!kept.sha256.equals(sha256(bytes))) throw contentChanged()
    return { batch, file: kept }
  }

  const name = bankFileName(batch.template, { number: batch.number, date: civilDateOf(batch.frozenAt) })
  const sealed = await keepFile(tx, vault, {
    id: newId(),
    name,
    mediaType: 'text/csv',
    bytes,
    createdBy: actor.accountId,
  })
  const file: BankFileRow = {
    id: newId(),
    batchId: batch.id,
    fileId: sealed.id,
    name,
    sha256: sealed.sha256,
    exportedAt: now,
    exportedBy: actor.personId,
  }
  mayDieAt('export.kept')
  await insertBankFile(tx, file)
  await movePayments(tx, { batchId: batch.id }, 'frozen', 'sent')
  mayDieAt('export.sent')
  await tellPayments(
    tx,
    payments.map(({ id }) => ({ id, to: 'sent' })),
    { from: 'frozen', personId: actor.personId, at: now },
  )
  const moved = await moveBatch(tx, batch, 'export', {
    ...doing,
    recordedAs: 'batch.exported',
    detail: { file: name, sha256: file.sha256.toString('hex') },
  })
  return { batch: moved, file }
}

/** Nothing goes to the bank of whose claim a suspicion case is open; a list that is out is not recalled. */
async function refuseSuspected(tx: Tx, batchId: string): Promise<void> {
  const claims = await listBatchClaims(tx, batchId)
  await holdFreezes(
    tx,
    claims.map((claim) => claim.organisationId),
  )
  await refuseFrozen(tx, claims)
}

/** No real county pays while a rule of its own is an example. */
async function refuseExamples(tx: Tx, now: Date): Promise<void> {
  const district = (await listDistricts(tx.db)).find((each) => each.district === tx.district)
  if (!district || district.demonstration) return
  const examples = (await schemesOf(tx)).placeholdersOn(civilDateOf(now))
  if (examples.length === 0) return
  const items = examples.map(({ name, title, cite }) => ({
    at: name,
    sentence: refusalWords.example(title, name, `${cite.doc}${cite.article}`),
  }))
  throw new Problem('conflict', refusalWords.examples(examples.length), { items, code: 'placeholders-in-force' })
}

/** The kept list of a batch, its bytes seen to be those that were exported. */
export async function openBankFile(
  tx: Tx,
  vault: Vault,
  batchId: string,
): Promise<{ batch: BatchRow; file: BankFileRow; bytes: Buffer }> {
  const batch = await findBatch(tx, batchId)
  if (!batch) throw new Problem('not-found', refusalWords.batchMissing)
  const file = await findBankFile(tx, batchId)
  if (!file) throw new Problem('conflict', refusalWords.notExportedYet(batch.number), { code: 'not-exported' })
  const kept = await findFile(tx, vault, file.fileId)
  if (!kept || !sha256(kept.bytes).equals(file.sha256)) throw contentChanged()
  return { batch, file, bytes: kept.bytes }
}
