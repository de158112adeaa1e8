import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenBudgetLine } from '../testing.ts'
import { downloadBankFile, exportBatch, signBatch } from './contract.ts'
import {
  asDatabaseOwner,
  type BatchDesks,
  countsOf,
  givenBatch,
  givenBatchDesks,
  givenExportedBatch,
  refusalOf,
  signTwice,
} from './testing.ts'

let at: BatchDesks
beforeAll(async () => {
  at = await givenBatchDesks()
  await at.funds.within((tx) => givenBudgetLine(tx))
})
afterAll(() => at.close())

const sign = (batch: { id: string; contentSha256: string }) =>
  at.approver.call(signBatch, { params: { batchId: batch.id }, body: { contentSha256: batch.contentSha256 } })
const text = (blob: unknown) => (blob as Blob).arrayBuffer().then((bytes) => Buffer.from(bytes))

describe('what was frozen stays', () => {
  const CHANGES = {
    'a payee': `update funds.batch_lines set payee_name = '马强' where batch_id = $1 and position = 1`,
    'an amount': `update funds.batch_lines set amount_fen = amount_fen + 1 where batch_id = $1 and position = 1`,
    'a bank': `update funds.batch_lines set bank_name = '另一银行' where batch_id = $1 and position = 1`,
    'the order': `update funds.batch_lines set position = 3 - position where batch_id = $1`,
    'a line less': `delete from funds.batch_lines where batch_id = $1 and position = 2`,
    'the form': `update funds.batches set bank_template = bank_template || '{"separator": "|"}' where id = $1`,
  }

  it.each(Object.entries(CHANGES))('refuses to sign when %s changed after freezing', async (_, change) => {
    const batch = await givenBatch(at, [await at.givenPayableClaim()])
    await asDatabaseOwner(at, (query) => query(change, [batch.id]))
    const problem = await refusalOf(sign(batch))
    expect(problem).toMatchObject({ status: 409, code: 'batch-content-changed' })
    expect(problem.detail).toMatch(/^内容已变化/)
  })

  it('refuses to sign what the signer did not see', async () => {
    const batch = await givenBatch(at, [await at.givenPayableClaim()])
    const problem = await refusalOf(sign({ ...batch, contentSha256: 'ab'.repeat(32) }))
    expect(problem.detail).toMatch(/^内容已变化:您看到的/)
  })

  it('refuses to export what changed after it was signed, and what was never signed', async () => {
    const batch = await givenBatch(at, [await at.givenPayableClaim()])
    const params = { batchId: batch.id }
    expect((await refusalOf(at.finance.call(exportBatch, { params }))).code).toBe('batch-status')
    await signTwice(at, batch)
    await asDatabaseOwner(at, (query) => query(CHANGES['an amount'], [batch.id]))
    expect((await refusalOf(at.finance.call(exportBatch, { params }))).code).toBe('batch-content-changed')
    expect((await refusalOf(at.finance.call(downloadBankFile, { params }))).code).toBe('not-exported')
  })

  it('does not open an account that was moved to another line', async () => {
    const batch = await givenBatch(at, [await at.givenPayableClaim()])
    await asDatabaseOwner(at, (query) =>
      query(
        `update funds.batch_lines a set account_sealed = b.account_sealed from funds.batch_lines b
         where a.batch_id = $1 and b.batch_id = $1 and a.position = 1 and b.position = 2`,
        [batch.id],
      ),
    )
    expect((await refusalOf(sign(batch))).status).toBe(500)
  })

  it('exports the same bytes twice, under one number and one hash', async () => {
    const batch = await givenExportedBatch(at, [await at.givenPayableClaim({ people: 5 })])
    const params = { batchId: batch.id }
    const before = await countsOf(at)
    const [first, again] = [
      await at.finance.call(exportBatch, { params }),
      await at.finance.call(exportBatch, { params }),
    ]
    expect(again).toEqual(first)
    expect(again.batch.number).toBe(batch.number)
    const [one, two] = [
      await text(await at.finance.call(downloadBankFile, { params })),
      await text(await at.finance.call(downloadBankFile, { params })),
    ]
    expect(two.equals(one)).toBe(true)
    expect(await countsOf(at)).toEqual(before)
  })
})
