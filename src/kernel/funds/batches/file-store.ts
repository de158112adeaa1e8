import type { Tx } from '../../../platform/db/public.ts'

export type BankFileRow = {
  readonly id: string
  readonly batchId: string
  readonly fileId: string
  readonly name: string
  readonly sha256: Buffer
  readonly exportedAt: Date
  readonly exportedBy: string
}

export async function insertBankFile(tx: Tx, file: BankFileRow): Promise<void> {
  await tx.db
    .insertInto('funds.bank_files')
    .values({
      district: tx.district,
      id: file.id,
      batch_id: file.batchId,
      file_id: file.fileId,
      name: file.name,
      sha256: file.sha256,
      exported_at: file.exportedAt,
      exported_by: file.exportedBy,
    })
    .execute()
}

export async function findBankFile(tx: Tx, batchId: string): Promise<BankFileRow | undefined> {
  const row = await tx.db
    .selectFrom('funds.bank_files')
    .selectAll()
    .where('district', '=', tx.district)
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      batchId: row.batch_id,
      fileId: row.file_id,
      name: row.name,
      sha256: row.sha256,
      exportedAt: row.exported_at,
      exportedBy: row.exported_by,
    }
  )
}

/** The accountant's voucher for what a return file moved. */
export type VoucherRow = {
  readonly returnFileId: string
  readonly number: string
  readonly issuedOn: string
  readonly enteredBy: string
  readonly accountId: string
  readonly businessAt: Date
}

export async function insertVoucher(tx: Tx, voucher: VoucherRow): Promise<void> {
  await tx.db
    .insertInto('funds.vouchers')
    .values({
      district: tx.district,
      return_file_id: voucher.returnFileId,
      number: voucher.number,
      issued_on: voucher.issuedOn,
      entered_by: voucher.enteredBy,
      account_id: voucher.accountId,
      business_at: voucher.businessAt,
    })
    .execute()
}

/** Vouchers by the return file they are for. */
export async function listVouchers(tx: Tx, returnFileIds: readonly string[]): Promise<Map<string, VoucherRow>> {
  if (returnFileIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('funds.vouchers')
    .selectAll()
    .where('district', '=', tx.district)
    .where('return_file_id', 'in', [...new Set(returnFileIds)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.return_file_id,
      {
        returnFileId: row.return_file_id,
        number: row.number,
        issuedOn: row.issued_on,
        enteredBy: row.entered_by,
        accountId: row.account_id,
        businessAt: row.business_at,
      },
    ]),
  )
}

export type ReturnFileRow = {
  readonly id: string
  readonly batchId: string
  readonly fileId: string
  readonly name: string
  readonly sha256: Buffer
  readonly paidCount: number
  readonly paidFen: bigint
  readonly returnedCount: number
  readonly returnedFen: bigint
  readonly appliedAt: Date
  readonly appliedBy: string
}

export async function insertReturnFile(tx: Tx, file: ReturnFileRow): Promise<void> {
  await tx.db
    .insertInto('funds.return_files')
    .values({
      district: tx.district,
      id: file.id,
      batch_id: file.batchId,
      file_id: file.fileId,
      name: file.name,
      sha256: file.sha256,
      paid_count: file.paidCount,
      paid_fen: file.paidFen,
      returned_count: file.returnedCount,
      returned_fen: file.returnedFen,
      applied_at: file.appliedAt,
      applied_by: file.appliedBy,
    })
    .execute()
}

const returnFiles = (tx: Tx) => tx.db.selectFrom('funds.return_files').selectAll().where('district', '=', tx.district)

const returnFileOf = (row: Awaited<ReturnType<ReturnType<typeof returnFiles>['executeTakeFirstOrThrow']>>) => ({
  id: row.id,
  batchId: row.batch_id,
  fileId: row.file_id,
  name: row.name,
  sha256: row.sha256,
  paidCount: row.paid_count,
  paidFen: row.paid_fen,
  returnedCount: row.returned_count,
  returnedFen: row.returned_fen,
  appliedAt: row.applied_at,
  appliedBy: row.applied_by,
})

export async function findReturnFile(
  tx: Tx,
  by: { id: string } | { sha256: Buffer },
): Promise<ReturnFileRow | undefined> {
  const query = 'id' in by ? returnFiles(tx).where('id', '=', by.id) : returnFiles(tx).where('sha256', '=', by.sha256)
  const row = await query.executeTakeFirst()
  return row && returnFileOf(row)
}

/** The return files applied to these batches, oldest first. */
export async function listReturnFiles(tx: Tx, batchIds: readonly string[]): Promise<ReturnFileRow[]> {
  if (batchIds.length === 0) return []
  const rows = await returnFiles(tx)
    .where('batch_id', 'in', [...batchIds])
    .orderBy('id')
    .execute()
  return rows.map(returnFileOf)
}
