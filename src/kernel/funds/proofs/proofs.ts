import type { Sentence } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile, listFiles } from '../../../platform/files/public.ts'
import { isEmptied, isFileEmptied, type Proof, type Teller } from '../../record/public.ts'
import { bankFileBytes } from '../bank/rules.ts'
import { batchHash } from '../batches/content.ts'
import { findBankFile, listReturnFiles } from '../batches/file-store.ts'
import { type FrozenPayment, openPayments } from '../batches/payment-store.ts'
import { hasBankFile } from '../batches/rules.ts'
import { type BatchRow, listBatchesBy, listSignatures } from '../batches/store.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { compareStatuses, countLines, MOVING, sumOfPayments } from './store.ts'
import { words } from './words.ts'

const PIECE = 100

/** What funds can compute anew: balances from transfers, states from events, a batch and its files from its rows. */
export function fundsProofs({ vault }: { readonly vault: Vault }): readonly Proof[] {
  return [
    { name: 'ledger', ...words.ledger, run: proveLedger },
    { name: 'states', ...words.statuses, run: proveStates },
    { name: 'batches', ...words.batches, run: (tx, tell) => proveBatches(tx, vault, tell) },
  ]
}

async function proveLedger(tx: Tx, tell: Teller): Promise<void> {
  tell.compared(await countLines(tx))
  for (const { lineId, sentence } of await recomputeBalances(tx))
    tell.differs({
      table: 'funds.budget_balances',
      key: lineId,
      sentence,
      trail: { kind: 'budget-line', id: lineId },
    })
}

async function proveStates(tx: Tx, tell: Teller): Promise<void> {
  for (const moving of MOVING) {
    const { compared, differing } = await compareStatuses(tx, moving)
    tell.compared(compared)
    for (const { id, status, told } of differing)
      tell.differs({
        table: moving.table,
        key: id,
        sentence: words.statusDiffers(moving.kind, id, status, told),
        trail: { kind: moving.trail, id },
      })
  }
}

async function proveBatches(tx: Tx, vault: Vault, tell: Teller): Promise<void> {
  for (let after: string | undefined; ; ) {
    const batches = await listBatchesBy(tx, {}, { after, limit: PIECE })
    for (const batch of batches) {
      tell.compared(1)
      for (const sentence of await wrongWith(tx, vault, batch))
        tell.differs({ table: 'funds.batches', key: batch.id, sentence, trail: { kind: 'batch', id: batch.id } })
    }
    if (batches.length < PIECE) return
    after = batches.at(-1)!.id
  }
}

async function wrongWith(tx: Tx, vault: Vault, batch: BatchRow): Promise<Sentence[]> {
  const { number } = batch
  const wrong: Sentence[] = []
  // Its years are over: to whom money went is gone, how much is not.
  const isOver = await isEmptied(tx, 'funds.batches', batch.id)
  const payments = isOver ? undefined : await paymentsOf(tx, vault, batch.id)
  if (isOver) {
    if ((await sumOfPayments(tx, batch.id)) !== batch.amountFen) wrong.push(words.sumDiffers(number))
  } else if (!payments) wrong.push(words.cannotOpen(number))
  else if (!batchHash(batch, payments).equals(batch.contentSha256)) wrong.push(words.contentDiffers(number))
  const signatures = await listSignatures(tx, batch.id)
  if (signatures.some(({ contentSha256 }) => !contentSha256.equals(batch.contentSha256)))
    wrong.push(words.signedOther(number))
  if (!hasBankFile(batch.status)) return wrong

  // Batches of before two people signed were exported with one.
  if (signatures.length === 0) wrong.push(words.signersMissing(number, signatures.length))
  const list = await findBankFile(tx, batch.id)
  if (!list) return [...wrong, words.fileMissing(number)]
  if (payments && !sha256(bankFileBytes(payments, batch.template)).equals(list.sha256))
    wrong.push(words.fileDiffers(number))
  for (const file of [list, ...(await listReturnFiles(tx, [batch.id]))])
    if (!(await isKept(tx, vault, file))) wrong.push(words.keptFileDiffers(number, file.name))
  return wrong
}

/** The payments opened; undefined where a cipher does not open. A failing database is not that. */
async function paymentsOf(tx: Tx, vault: Vault, batchId: string): Promise<FrozenPayment[] | undefined> {
  try {
    return await openPayments(tx, vault, batchId)
  } catch (error) {
    if (isOfTheDatabase(error)) throw error
    return undefined
  }
}

async function isKept(
  tx: Tx,
  vault: Vault,
  file: { readonly fileId: string; readonly sha256: Buffer },
): Promise<boolean> {
  try {
    const known = (await listFiles(tx, [file.fileId])).get(file.fileId)
    if (known?.isEmptied) return known.sha256.equals(file.sha256) && (await isFileEmptied(tx, file.fileId))
    const kept = await findFile(tx, vault, file.fileId)
    return kept !== undefined && sha256(kept.bytes).equals(file.sha256)
  } catch (error) {
    if (isOfTheDatabase(error)) throw error
    return false
  }
}

const isOfTheDatabase = (error: unknown) => /^[0-9A-Z]{5}$|^E[A-Z]+$/.test((error as { code?: string }).code ?? '')
