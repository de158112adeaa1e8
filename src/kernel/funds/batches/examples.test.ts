import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveDistrict } from '../../reference/public.ts'
import { givenBudgetLine, LIANDU } from '../testing.ts'
import { exportBatch, getBatch, signBatch } from './contract.ts'
import { type BatchDesks, givenBatch, givenBatchDesks, refusalOf } from './testing.ts'

let at: BatchDesks
beforeAll(async () => {
  at = await givenBatchDesks()
  await at.funds.within((tx) => givenBudgetLine(tx, { name: '职业培训补贴' }))
})
afterAll(() => at.close())

describe('a county that is no demonstration', () => {
  it('pays nothing while a rule of its own is an example: each is named, and the batch stays as it was signed', async () => {
    await saveDistrict(at.funds.connection.db, {
      district: LIANDU,
      divisionCode: '331102',
      demonstration: false,
      bureauZh: '莲都区人社局',
      bureauEn: 'Liandu bureau',
      filingNumber: '',
      supervisionPhone: '0578-0000000',
      consultationPhone: '0578-0000000',
    })
    const batch = await givenBatch(at, [await at.givenPayableClaim()])
    const params = { batchId: batch.id }
    for (const by of [at.approver, at.second])
      await by.call(signBatch, { params, body: { contentSha256: batch.contentSha256 } })

    const problem = await refusalOf(at.finance.call(exportBatch, { params }))
    expect(problem).toMatchObject({ status: 409, code: 'placeholders-in-force' })
    const named = problem.items?.map((item) => item.at)
    expect(named).toEqual(expect.arrayContaining(['class.size', 'liandu.training-subsidy 2022-01, rates']))
    expect((await at.finance.call(getBatch, { params })).batch.status).toBe('signed')
  })
})
