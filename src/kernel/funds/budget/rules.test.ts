import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCOUNTS, lackOf, MAY_GO_TO, mayMove, moved, NOTHING, type Transfer } from './rules.ts'

const transfer = fc.record({
  from: fc.constantFrom(...ACCOUNTS),
  to: fc.constantFrom(...ACCOUNTS),
  amountFen: fc.bigInt(1n, 1_000_000n),
})

describe('the money of a line', () => {
  it('goes where the table says and nowhere else', () => {
    expect(mayMove('treasury', 'available')).toBe(true)
    expect(mayMove('available', 'paid')).toBe(false)
    expect(mayMove('paid', 'available')).toBe(false)
    expect(mayMove('recovered', 'available')).toBe(false)
    expect(Object.keys(MAY_GO_TO)).toEqual([...ACCOUNTS])
  })

  it('always adds up to what was appropriated, and is never below nothing where enough was asked for', () => {
    const play = (transfers: readonly Transfer[]) => {
      let balance = NOTHING
      for (const each of transfers)
        if (mayMove(each.from, each.to) && !lackOf(balance, each)) balance = moved(balance, each)
      return balance
    }
    fc.assert(
      fc.property(fc.array(transfer, { maxLength: 60 }), (transfers) => {
        const { appropriatedFen, ...accounts } = play(transfers)
        expect(Object.values(accounts).reduce((sum, fen) => sum + fen, 0n)).toBe(appropriatedFen)
        for (const held of Object.values(accounts)) expect(held).toBeGreaterThanOrEqual(0n)
      }),
    )
  })

  it('names the account that lacks, and what it has', () => {
    const balance = moved(NOTHING, { from: 'treasury', to: 'available', amountFen: 5n })
    expect(lackOf(balance, { from: 'available', to: 'reserved', amountFen: 6n })).toEqual({
      account: 'available',
      hasFen: 5n,
    })
    expect(lackOf(balance, { from: 'available', to: 'reserved', amountFen: 5n })).toBeUndefined()
  })
})
