import { expect, it } from 'vitest'
import { batchHash } from './content.ts'
import type { FrozenPayment } from './payment-store.ts'

const PAYMENT: FrozenPayment = {
  id: 'a',
  batchId: 'b',
  claimLineId: 'c',
  position: 1,
  reference: 'P-2022-001-0001',
  payeeName: '王静',
  accountNumber: '6217007507983498642',
  bankName: '浙江农商银行',
  amountFen: 100_000n,
  purpose: '职业培训补贴',
  status: 'frozen',
  replacesId: null,
}
const BATCH: Parameters<typeof batchHash>[0] = {
  number: 'P-2022-001',
  fund: 'EMPLOYMENT_SUBSIDY_FUND',
  lineId: 'd',
  claimCount: 1,
  lineCount: 1,
  amountFen: 100_000n,
  template: {
    format: 'csv',
    encoding: 'gbk',
    separator: ',',
    lineEnd: '\n',
    fileName: 'x',
    header: true,
    columns: [{ field: 'reference', header: '业务编号' }],
  },
}
const frozen = batchHash(BATCH, [PAYMENT]).toString('hex')

it('covers everything the bank is told: a change of any of it changes the hash', () => {
  const changes: Partial<FrozenPayment>[] = [
    { payeeName: '王敬' },
    { accountNumber: '6217007507983498643' },
    { bankName: '另一银行' },
    { amountFen: 100_001n },
    { reference: 'P-2022-001-0002' },
    { purpose: '另一用途' },
    { position: 2 },
    { claimLineId: 'e' },
  ]
  for (const change of changes) expect(batchHash(BATCH, [{ ...PAYMENT, ...change }]).toString('hex')).not.toBe(frozen)
  for (const change of [
    { number: 'P-2022-002' },
    { lineId: 'f' },
    { amountFen: 1n },
    { template: { ...BATCH.template, fileName: 'another.csv' } },
  ])
    expect(batchHash({ ...BATCH, ...change }, [PAYMENT]).toString('hex')).not.toBe(frozen)
  expect(batchHash(BATCH, [PAYMENT, PAYMENT]).toString('hex')).not.toBe(frozen)
})

it('does not change while a batch goes its way', () => {
  expect(batchHash(BATCH, [{ ...PAYMENT, status: 'paid' }]).toString('hex')).toBe(frozen)
})
