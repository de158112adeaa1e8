import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listRolesOf, ROLES } from '../../access/public.ts'
import { listBankAccounts, listPersons } from '../../people/public.ts'
import { listActs } from '../../record/public.ts'
import { civilDate, civilDateOf, fenToText, maskName, sumFen } from '../../values/public.ts'
import { fundNames } from '../budget/routes.ts'
import { listLinesById } from '../budget/store.ts'
import type { Batch, BatchDetail, BatchFile, PayableLine, Payment } from './contract.ts'
import { accountOf } from '../payees/rules.ts'
import { listCorrections, listReturned } from '../payees/store.ts'
import { stateOfReturned } from '../payees/rules.ts'
import { listClaimLinesById } from '../claims/people/store.ts'
import {
  type BankFileRow,
  findBankFile,
  listReturnFiles,
  listVouchers,
  type ReturnFileRow,
  type VoucherRow,
} from './file-store.ts'
import { countPayments, listPaymentsById, listReturnReasons, type PaymentRow } from './payment-store.ts'
import {
  type BatchRow,
  findBatch,
  listApprovedClaims,
  listBatchChecks,
  listBatchClaims,
  listSignatures,
} from './store.ts'
import { type FrozenBy, listFrozen } from '../cases/ask.ts'
import { dutyRefusals } from '../duties/ask.ts'
import { listReleased, type ReleasedLine } from '../holds/store.ts'
import { actAwaited, BATCH_MAY, hasBankFile } from './rules.ts'
import { refusalWords } from './refusal-words.ts'
import { listKeepers } from './keeper-store.ts'
import { findWithdrawal } from './withdrawal-store.ts'
import { words } from './words.ts'

/** Batches as lists and pages show them. */
export async function showBatches(tx: Tx, rows: readonly BatchRow[]): Promise<Batch[]> {
  const names = await fundNames(tx)
  const lines = await listLinesById(
    tx,
    rows.map((row) => row.lineId),
  )
  const counted = await countPayments(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => {
    const [paid, returned] = [counted(row.id, 'paid'), counted(row.id, 'returned')]
    const line = lines.get(row.lineId)
    return {
      id: row.id,
      number: row.number,
      fund: row.fund,
      fundName: names.get(row.fund) ?? { zh: row.fund, en: row.fund },
      lineId: row.lineId,
      lineName: line?.name ?? '',
      year: line?.year ?? 0,
      claimCount: row.claimCount,
      lineCount: row.lineCount,
      amountFen: fenToText(row.amountFen),
      status: row.status,
      contentSha256: row.contentSha256.toString('hex'),
      frozenOn: civilDateOf(row.frozenAt),
      paidCount: paid.count,
      paidFen: fenToText(paid.fen),
      returnedCount: returned.count,
      returnedFen: fenToText(returned.fen),
    }
  })
}

export async function showBatch(tx: Tx, row: BatchRow): Promise<Batch> {
  return (await showBatches(tx, [row]))[0]!
}

/** Who reads, and when. */
export type Reader = { readonly personId: string; readonly permissions: ReadonlySet<string>; readonly now: Date }

/** One batch with everything around it, for whoever opens it. */
export async function showDetail(
  tx: Tx,
  batchId: string,
  reader: Reader & { readonly demonstration: boolean },
): Promise<BatchDetail> {
  const row = await findBatch(tx, batchId)
  if (!row) throw new Problem('not-found', refusalWords.batchMissing)
  const claims = await listBatchClaims(tx, batchId)
  const acts = await listActs(tx, 'batch', batchId)
  const signatures = await listSignatures(tx, batchId)
  const withdrawal = await findWithdrawal(tx, batchId)
  const whoDid = await doersOf(tx, [...acts, ...signatures])
  const bankFile = await findBankFile(tx, batchId)
  const checks = await listBatchChecks(tx, batchId)
  const frozen = hasBankFile(row.status) ? [] : await listFrozen(tx, claims)
  const files = [...(bankFile ? [bankFile] : []), ...(await listReturnFiles(tx, [batchId]))]
  return {
    batch: await showBatch(tx, row),
    claims: claims.map((claim) => ({
      id: claim.id,
      number: claim.number,
      title: claim.title,
      organisationName: claim.organisationName,
      headCount: claim.headCount,
      amountFen: fenToText(claim.amountFen),
      status: claim.status,
      returnedCount: claim.returnedCount,
      again: claim.again,
      paidCount: claim.paidHere.count,
      paidFen: fenToText(claim.paidHere.fen),
    })),
    done: acts.map((act) => ({ id: act.id, act: act.act, ...whoDid(act), at: act.businessAt.toISOString() })),
    signatures: signatures.map((signature) => ({
      ...whoDid(signature),
      at: signature.businessAt.toISOString(),
      contentSha256: signature.contentSha256.toString('hex'),
    })),
    files: await showFiles(tx, files),
    mayNot: await mayNot(tx, row, { claims, frozen, signatures }, reader),
    frozenBy: frozen.map(({ claimNumber, caseId, number, sentence }) => ({ claimNumber, caseId, number, sentence })),
    checks:
      checks.length > 0
        ? {
            asked: checks.reduce((sum, check) => sum + check.asked, 0),
            passed: checks.reduce((sum, check) => sum + check.passed, 0),
          }
        : null,
    withdrawn: withdrawal
      ? {
          ...whoDid({ personId: withdrawal.withdrawnBy, accountId: withdrawal.accountId }),
          at: withdrawal.businessAt.toISOString(),
          reason: withdrawal.reason,
        }
      : null,
    isKeeper: (await listKeepers(tx, batchId)).at(-1)?.personId === reader.personId,
    demonstration: reader.demonstration,
  }
}

type Around = {
  readonly claims: readonly { readonly id: string }[]
  readonly frozen: readonly FrozenBy[]
  readonly signatures: readonly { readonly personId: string }[]
}

/** Why the reader may not do what the batch waits for, with the claim it is for; the server refuses it for the same reason. */
async function mayNot(
  tx: Tx,
  batch: BatchRow,
  { claims, frozen, signatures }: Around,
  { personId, permissions, now }: Reader,
): Promise<Sentence | null> {
  const act = actAwaited(batch.status)
  if (act === 'sign' && signatures.some((signature) => signature.personId === personId)) return refusalWords.signedByYou
  if (!act || !permissions.has(BATCH_MAY[act])) return null
  if (frozen[0]) return words.cannotAct(frozen[0].claimNumber, frozen[0].sentence)
  const ids = claims.map((claim) => claim.id)
  const [refused] = await dutyRefusals(tx, ids, { duty: BATCH_MAY[act], personId, now })
  return refused ? words.cannotAct(refused.claimNumber, refused.sentence) : null
}

/** A batch's files, each return file with its voucher. */
export async function showFiles(tx: Tx, files: readonly (BankFileRow | ReturnFileRow)[]): Promise<BatchFile[]> {
  const vouchers = await listVouchers(
    tx,
    files.map(({ id }) => id),
  )
  return files.map((file) => showFile(file, vouchers.get(file.id)))
}

function showFile(file: BankFileRow | ReturnFileRow, voucher: VoucherRow | undefined): BatchFile {
  return {
    answered:
      'exportedAt' in file
        ? null
        : {
            paidCount: file.paidCount,
            paidFen: fenToText(file.paidFen),
            returnedCount: file.returnedCount,
            returnedFen: fenToText(file.returnedFen),
            voucher: voucher ? { number: voucher.number, issuedOn: civilDate(voucher.issuedOn) } : null,
          },
    kind: 'exportedAt' in file ? 'bank-file' : 'return-file',
    id: file.id,
    name: file.name,
    sha256: file.sha256.toString('hex'),
    at: ('exportedAt' in file ? file.exportedAt : file.appliedAt).toISOString(),
  }
}

export async function showPayments(tx: Tx, rows: readonly PaymentRow[]): Promise<Payment[]> {
  const reasons = await listReturnReasons(
    tx,
    rows.filter((row) => row.status === 'returned').map((row) => row.id),
  )
  const former = await formerAccounts(tx, rows)
  const replaced = await listPaymentsById(
    tx,
    rows.flatMap(({ replacesId }) => replacesId ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    claimLineId: row.claimLineId,
    position: row.position,
    reference: row.reference,
    name: maskName(row.payeeName),
    bankName: row.bankName,
    tail: row.tail,
    amountFen: fenToText(row.amountFen),
    status: row.status,
    reason: reasons.get(row.id) ?? '',
    formerAccount: former.get(row.id) ?? null,
    replaces: row.replacesId === null ? null : shownReference(replaced.get(row.replacesId)),
  }))
}

const shownReference = (row: PaymentRow | undefined) => (row ? { id: row.id, reference: row.reference } : null)

/** The account a claim named, of payments that go to another one, by payment. */
async function formerAccounts(tx: Tx, rows: readonly PaymentRow[]) {
  const corrected = [
    ...(
      await listCorrections(
        tx,
        rows.map(({ claimLineId }) => claimLineId),
      )
    ).keys(),
  ]
  const first = await listClaimLinesById(tx, corrected)
  const accounts = await listBankAccounts(
    tx,
    [...first.values()].map(({ bankAccountId }) => bankAccountId),
  )
  return new Map(
    rows.flatMap(({ id, claimLineId, tail, bankName }) => {
      const account = accounts.get(first.get(claimLineId)?.bankAccountId ?? '')
      if (!account || (account.tail === tail && account.bankName === bankName)) return []
      return [[id, { bankName: account.bankName, tail: account.tail }] as const]
    }),
  )
}

/** Approved claims under the budget line that pays them, the earliest first. */
export async function showPayable(
  tx: Tx,
  reader: { readonly personId: string; readonly now: Date },
  limit: number,
): Promise<{ lines: PayableLine[]; more: boolean }> {
  const found = await listApprovedClaims(tx, limit + 1)
  const claims = found.slice(0, limit)
  const names = await fundNames(tx)
  const refused = await dutyRefusals(
    tx,
    claims.map((claim) => claim.id),
    { duty: 'batch.make', ...reader },
  )
  const frozen = await listFrozen(tx, claims)
  const returned = await showPayableReturned(tx, reader, limit)
  const released = await showPayableReleased(tx, reader, limit)
  const again = [...returned, ...released].map(({ lineId }) => lineId)
  const lines = await listLinesById(tx, [...claims.map((claim) => claim.lineId), ...again])
  return {
    more: found.length > limit,
    lines: [...lines.values()].map((line) => {
      const own = claims.filter((claim) => claim.lineId === line.id)
      return {
        lineId: line.id,
        fund: line.fund,
        fundName: names.get(line.fund) ?? { zh: line.fund, en: line.fund },
        lineName: line.name,
        year: line.year,
        claimCount: own.length,
        headCount: own.reduce((sum, claim) => sum + claim.headCount, 0),
        amountFen: fenToText(sumFen(own.map((claim) => claim.amountFen))),
        claims: own.map((claim) => ({
          id: claim.id,
          number: claim.number,
          title: claim.title,
          organisationName: claim.organisationName,
          headCount: claim.headCount,
          amountFen: fenToText(claim.amountFen),
          approvedOn: civilDateOf(claim.approvedAt),
          mayNot: [...frozen, ...refused].find((each) => each.claimId === claim.id)?.sentence ?? null,
        })),
        returned: returned.filter(({ lineId }) => lineId === line.id).map(({ shown }) => shown),
        released: released.filter(({ lineId }) => lineId === line.id).map(({ shown }) => shown),
      }
    }),
  }
}

/** Returned payments whose account is put right, with the account they came back from and the one that now stands. */
async function showPayableReturned(
  tx: Tx,
  reader: { readonly personId: string; readonly now: Date },
  limit: number,
): Promise<{ lineId: string; shown: PayableLine['returned'][number] }[]> {
  const rows = await listReturned(tx, { limit })
  const kept = await listCorrections(
    tx,
    rows.map(({ claimLineId }) => claimLineId),
  )
  const ready = rows.filter(
    ({ paymentId, claimLineId }) => stateOfReturned(paymentId, kept.get(claimLineId) ?? []) === 'corrected',
  )
  const present = new Map(
    ready.map(({ claimLineId }) => [claimLineId, accountOf({ bankAccountId: '' }, kept.get(claimLineId) ?? [])]),
  )
  const accounts = await listBankAccounts(tx, [...present.values()])
  const claims = ready.map((row) => ({ ...row, id: row.claimId, number: row.claimNumber }))
  const frozen = await listFrozen(tx, claims)
  const refused = await dutyRefusals(
    tx,
    ready.map(({ claimId }) => claimId),
    { duty: 'batch.make', ...reader },
  )
  return ready.map((row) => {
    const account = accounts.get(present.get(row.claimLineId) ?? '')
    const shown = {
      id: row.paymentId,
      claimLineId: row.claimLineId,
      claimId: row.claimId,
      claimNumber: row.claimNumber,
      reference: row.reference,
      name: maskName(row.payeeName),
      former: { bankName: row.bankName, tail: row.tail },
      present: { bankName: account?.bankName ?? '', tail: account?.tail ?? '' },
      amountFen: fenToText(row.amountFen),
      mayNot: [...frozen, ...refused].find((each) => each.claimId === row.claimId)?.sentence ?? null,
    }
    return { lineId: row.lineId, shown }
  })
}

/** Lines that were held when their claim was batched and are cleared since, with the account that now stands. */
async function showPayableReleased(
  tx: Tx,
  reader: { readonly personId: string; readonly now: Date },
  limit: number,
): Promise<{ lineId: string; shown: PayableLine['released'][number] }[]> {
  const rows = await listReleased(tx, { limit })
  const kept = await listCorrections(
    tx,
    rows.map(({ claimLineId }) => claimLineId),
  )
  const present = (row: ReleasedLine) => accountOf(row, kept.get(row.claimLineId) ?? [])
  const accounts = await listBankAccounts(tx, rows.map(present))
  const frozen = await listFrozen(
    tx,
    rows.map((row) => ({ ...row, id: row.claimId, number: row.claimNumber })),
  )
  const refused = await dutyRefusals(
    tx,
    rows.map(({ claimId }) => claimId),
    { duty: 'batch.make', ...reader },
  )
  return rows.map((row) => {
    const { bankName = '', tail = '' } = accounts.get(present(row)) ?? {}
    const shown = {
      id: row.holdId,
      claimLineId: row.claimLineId,
      claimId: row.claimId,
      claimNumber: row.claimNumber,
      name: maskName(row.payeeName),
      account: { bankName, tail },
      amountFen: fenToText(row.amountFen),
      mayNot: [...frozen, ...refused].find((each) => each.claimId === row.claimId)?.sentence ?? null,
    }
    return { lineId: row.lineId, shown }
  })
}

type DoneBy = { readonly personId: string | null; readonly accountId: string | null }

/** The post and masked name of whoever did each of these. */
export async function doersOf(
  tx: Tx,
  done: readonly DoneBy[],
): Promise<(by: DoneBy) => { name: string; post: Sentence }> {
  const persons = await listPersons(
    tx,
    done.flatMap(({ personId }) => personId ?? []),
  )
  const roles = await listRolesOf(
    tx,
    done.flatMap(({ accountId }) => accountId ?? []),
  )
  return ({ personId, accountId }) => {
    const role = accountId === null ? undefined : roles.get(accountId)?.[0]
    return { name: persons.get(personId ?? '')?.maskedName ?? '', post: role ? ROLES[role] : words.nobody }
  }
}
