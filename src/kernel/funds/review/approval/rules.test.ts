import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEVELS_OF_APPROVAL, ROLES } from '../../../access/rules.ts'
import { parametersOn } from '../../../policy/public.ts'
import { civilDate } from '../../../values/public.ts'
import { actsAs, type Band, bandOf, sumsOf } from './rules.ts'

const BANDS: readonly Band[] = [
  { upToYuan: 10_000, roles: ['approver', 'deputy-director', 'director'], minutes: false },
  { upToYuan: 300_000, roles: ['deputy-director', 'director'], minutes: false },
  { upToYuan: null, roles: ['director'], minutes: true },
]

describe('who approves a sum', () => {
  it('is said by the first band that reaches it, its own end included', () => {
    expect(bandOf(1_000_000n, BANDS)).toBe(BANDS[0])
    expect(bandOf(1_000_001n, BANDS)).toBe(BANDS[1])
    expect(bandOf(30_000_000n, BANDS)).toBe(BANDS[1])
    expect(bandOf(30_000_001n, BANDS)).toBe(BANDS[2])
  })

  it('acts in their own post where they can, else in the one they stand in for', () => {
    const standing = new Map([['deputy-director', 'd']])
    expect(actsAs(BANDS[0]!, ['approver', 'deputy-director'], standing)).toEqual({
      role: 'approver',
      delegationId: null,
    })
    expect(actsAs(BANDS[1]!, ['approver', 'deputy-director'], standing)).toEqual({
      role: 'deputy-director',
      delegationId: 'd',
    })
    expect(actsAs(BANDS[2]!, ['approver', 'deputy-director'], standing)).toBeUndefined()
  })

  it('finds in their list exactly the sums they may approve', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 100_000_000n }),
        fc.subarray([...LEVELS_OF_APPROVAL, 'clerk']),
        (fen, roles) => {
          const listed = sumsOf(BANDS, roles).some(({ over, upTo }) => fen > over && (upTo === null || fen <= upTo))
          expect(listed).toBe(actsAs(bandOf(fen, BANDS), roles) !== undefined)
        },
      ),
    )
  })

  it('is, in every county’s bands, somebody with a post there is', () => {
    for (const district of [331102, 331121, 330000]) {
      const bands = parametersOn(district, civilDate('2022-04-01')).get('approval.bands').value
      for (const { roles } of bands) for (const role of roles) expect(Object.keys(ROLES)).toContain(role)
      expect(bands.at(-1)?.upToYuan).toBeNull()
    }
  })
})
