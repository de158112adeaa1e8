import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import { type ConstraintWords, type Route, route } from '../../../platform/http/public.ts'
import type { Integrity } from '../../integrity/public.ts'
import { recordAct } from '../../record/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { civilDateOf, fenToText, keptText } from '../../values/public.ts'
import { answerOfFileBank } from '../bank/file-bank.ts'
import {
  applyReturnFile,
  checkPayments,
  countBatches,
  demonstrationReturnFile,
  downloadBankFile,
  enterVoucher,
  exportBatch as exportBatchEndpoint,
  getBatch,
  listBatches,
  listPayableClaims,
  listPayments,
  makeBatch,
  signBatch as signBatchEndpoint,
  withdrawBatch as withdrawBatchEndpoint,
} from './contract.ts'
import { exportBatch, openBankFile } from './export.ts'
import { findReturnFile, insertVoucher } from './file-store.ts'
import { freezeBatch } from './freeze.ts'
import { askBeforePayment } from './payment-checks.ts'
import { chosenToPay } from './to-pay.ts'
import { listPaymentsOf } from './payment-store.ts'
import { paymentReference } from './rules.ts'
import { settleBatch } from './settle.ts'
import { showBatch, showBatches, showDetail, showFiles, showPayable, showPayments } from './showing.ts'
import { signBatch } from './sign.ts'
import { findBatch, listBatchesBy } from './store.ts'
import { withdrawBatch } from './withdraw.ts'
import { countWaiting } from './waiting.ts'
import { refusalWords } from './refusal-words.ts'
import { refuseOn } from './refusals.ts'

const MOST_COUNTED = 100

/** What the bank made of files says and how it names its answer: its own words, not the platform's. */
const DEMONSTRATION = { reason: '账号户名不符', fileName: (number: string) => `回盘-${number}.csv` }

export type BatchNeeds = {
  readonly integrity: Integrity
  readonly vault: Vault
  /** Whether a district is a demonstration: only there may somebody play the bank. */
  readonly isDemonstration: (district: number) => boolean
}

export const batchConstraintWords: ConstraintWords = {
  one_batch_a_claim: refusalWords.claimTaken,
  one_live_payment_a_claim_line: refusalWords.claimTaken,
  a_payment_is_replaced_once: refusalWords.claimTaken,
  each_signature_once: refusalWords.signedAlready,
  two_people_sign_a_batch: refusalWords.signedByYou,
  a_batch_is_withdrawn_once: refusalWords.withdrawnAlready,
  withdrawn_by_a_keeper: refusalWords.onlyItsMaker,
  one_bank_file_a_batch: refusalWords.exportedAlready,
  one_voucher_an_answer: refusalWords.voucherEntered,
  a_voucher_is_entered_once: refusalWords.voucherUsed,
  a_return_file_is_applied_once: refusalWords.appliedByAnother,
}

export function batchRoutes({ integrity, vault, isDemonstration }: BatchNeeds): Route[] {
  return [
    route(listBatches, async ({ tx, query }) => {
      const rows = await listBatchesBy(tx, query, { after: query.after, limit: query.limit + 1 })
      const items = await showBatches(tx, rows.slice(0, query.limit))
      return { items, next: rows.length > query.limit ? items.at(-1)!.id : null }
    }),

    route(listPayableClaims, ({ tx, actor, query, now }) =>
      showPayable(tx, { personId: actor.personId, now }, query.limit),
    ),

    route(countBatches, ({ tx, actor, now }) =>
      countWaiting(tx, { personId: actor.personId, permissions: actor.permissions, now }, MOST_COUNTED),
    ),

    route(getBatch, ({ tx, actor, params, now }) =>
      showDetail(tx, params.batchId, {
        personId: actor.personId,
        permissions: actor.permissions,
        now,
        demonstration: isDemonstration(tx.district),
      }),
    ),

    route(listPayments, async ({ tx, params, query }) => {
      if (!(await findBatch(tx, params.batchId))) throw new Problem('not-found', refusalWords.batchMissing)
      const rows = await listPaymentsOf(tx, params.batchId, { ...query, limit: query.limit + 1 })
      const items = await showPayments(tx, rows.slice(0, query.limit))
      return { items, next: rows.length > query.limit ? String(items.at(-1)!.position) : null }
    }),

    route(checkPayments, async ({ tx, body, now }) => {
      const checked = await askBeforePayment(tx, integrity, await chosenToPay(tx, body), now)
      return {
        asked: checked.reduce((sum, each) => sum + each.asked, 0),
        passed: checked.reduce((sum, each) => sum + each.passed, 0),
        refused: checked.flatMap(({ refusals }) => refusals.map(({ at, sentence }) => ({ claimNumber: at, sentence }))),
      }
    }),

    route(makeBatch, async ({ tx, actor, body, now }) =>
      showBatch(tx, await freezeBatch(tx, vault, { ...body, actor, now, integrity })),
    ),

    route(signBatchEndpoint, async ({ tx, actor, params, body, now }) =>
      showBatch(tx, await signBatch(tx, vault, { ...params, seenSha256: body.contentSha256, actor, now })),
    ),

    route(withdrawBatchEndpoint, async ({ tx, actor, params, body, now }) =>
      showBatch(tx, await withdrawBatch(tx, { ...params, reason: keptText(body.reason), actor, now })),
    ),

    route(exportBatchEndpoint, async ({ tx, actor, params, now }) => {
      const { batch, file } = await exportBatch(tx, vault, { ...params, actor, now })
      return { batch: await showBatch(tx, batch), file: (await showFiles(tx, [file]))[0]! }
    }),

    route(downloadBankFile, async ({ tx, actor, params, now, newId }) => {
      const { file, bytes } = await openBankFile(tx, vault, params.batchId)
      await recordAct(tx, {
        id: newId(),
        act: 'batch.bank-file-downloaded',
        subjectKind: 'batch',
        subjectId: params.batchId,
        actor,
        at: now,
        detail: { file: file.name, sha256: file.sha256.toString('hex') },
      })
      return { fileName: file.name, bytes }
    }),

    route(applyReturnFile, async ({ tx, actor, params, query, file, now }) => {
      const settled = await settleBatch(tx, vault, {
        ...params,
        actor,
        now,
        bytes: file,
        fileName: query.fileName,
        partial: query.partial === 'yes',
      })
      const { id, paidCount, paidFen, returnedCount, returnedFen } = settled.file
      return {
        batch: await showBatch(tx, settled.batch),
        returnFileId: id,
        paidCount,
        paidFen: fenToText(paidFen),
        returnedCount,
        returnedFen: fenToText(returnedFen),
      }
    }),

    route(enterVoucher, async ({ tx, actor, params, body, now, newId }) => {
      const batch = await findBatch(tx, params.batchId)
      const file = await findReturnFile(tx, { id: params.returnFileId })
      if (!batch || file?.batchId !== batch.id) throw new Problem('not-found', refusalWords.returnFileMissing)
      await refuseOn(tx, batch.id, { duty: 'batch.return-file', personId: actor.personId, now })
      const problem =
        body.issuedOn > civilDateOf(now)
          ? refusalWords.voucherInTheFuture
          : body.issuedOn < civilDateOf(file.appliedAt) && body.issuedOn < civilDateOf(batch.frozenAt)
            ? refusalWords.voucherBeforeIt
            : undefined
      if (problem) throw new Problem('not-acceptable', problem, { code: 'voucher-wrong' })

      const number = keptText(body.number)
      await insertVoucher(tx, {
        returnFileId: file.id,
        number,
        issuedOn: body.issuedOn,
        enteredBy: actor.personId,
        accountId: actor.accountId,
        businessAt: now,
      })
      await recordAct(tx, {
        id: newId(),
        act: 'batch.voucher-entered',
        subjectKind: 'batch',
        subjectId: batch.id,
        actor,
        at: now,
        detail: { number: batch.number, file: file.name, voucher: number, on: body.issuedOn },
      })
      return (await showFiles(tx, [file]))[0]!
    }),

    route(demonstrationReturnFile, async ({ tx, params, query, now }) => {
      if (!isDemonstration(tx.district)) throw new Problem('forbidden', refusalWords.onlyInDemonstration)
      const { batch, bytes } = await openBankFile(tx, vault, params.batchId)
      const positions = (query.returned ?? '').split(',').filter(Boolean).map(Number)
      const absent = positions.find((position) => position < 1 || position > batch.lineCount)
      if (absent !== undefined) throw new Problem('not-acceptable', refusalWords.noSuchLine(absent))
      const today = civilDateOf(now)
      const shape = parametersOn(tx.district, today).get('bank.returnFile').value
      const returns = new Map(
        positions.map((position) => [paymentReference(batch.number, position), DEMONSTRATION.reason]),
      )
      return {
        fileName: DEMONSTRATION.fileName(batch.number),
        bytes: answerOfFileBank(bytes, batch.template, shape, { returns, on: today }),
      }
    }),
  ]
}
