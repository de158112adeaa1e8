import { describe, expect, it } from 'vitest'
import { matchReturnFile, type ReturnFileShape, type ReturnRow, type SentLine } from './returns.ts'

const SHAPE: ReturnFileShape = {
  columns: { reference: [], accountNumber: [], amountYuan: [], status: [], reason: [], settledOn: [] },
  matchBy: 'accountNumber',
  paidWords: ['成功'],
  returnedWords: ['失败'],
}
const SENT: SentLine[] = [
  { id: 'a', reference: 'P-1-0001', accountNumber: '6217007507983498642', amountFen: 100_000n },
  { id: 'b', reference: 'P-1-0002', accountNumber: '6217007507983498642', amountFen: 100_000n },
  { id: 'c', reference: 'P-1-0003', accountNumber: '6217007507980000000', amountFen: 150_000n },
]

function row(over: Partial<ReturnRow>): ReturnRow {
  return {
    row: 2,
    reference: null,
    accountNumber: '6217****8642',
    amountYuan: '1,000.00',
    status: '成功',
    reason: '',
    settledOn: '',
    ...over,
  }
}
const match = (rows: readonly ReturnRow[]) =>
  matchReturnFile(SENT, { rows, totals: { count: null, amountFen: null } }, SHAPE, new Map())

describe('a bank that does not give our reference back', () => {
  it('is matched by account and amount, each payment once', () => {
    const third = row({ accountNumber: '6217007507980000000', amountYuan: '1500', status: '失败', reason: '销户' })
    expect(match([row({}), third, row({ row: 4 })])).toEqual({
      ok: true,
      outcomes: [
        { lineId: 'a', outcome: 'paid', note: '' },
        { lineId: 'c', outcome: 'returned', note: '销户' },
        { lineId: 'b', outcome: 'paid', note: '' },
      ],
    })
  })

  it('cannot pay one payment with another’s amount', () => {
    const matched = match([row({}), row({ row: 3 }), row({ row: 4 })])
    expect(matched).toMatchObject({
      ok: false,
      problems: [
        { sentence: { zh: '第 4 行:尾号 8642、金额 1,000.00 元不是本批次的任何一笔' } },
        { sentence: { zh: '缺少 P-1-0003 这一笔' } },
      ],
    })
  })
})
