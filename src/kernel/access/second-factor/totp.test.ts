import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, base32Of, codeAt, newSecret, stepAt, stepOf } from './totp.ts'

const SECRET = Buffer.from('12345678901234567890')

describe('one-time codes', () => {
  // RFC 6238, appendix B, SHA-1.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('are those of RFC 6238 at second %i', (second, code) => {
    expect(codeAt(SECRET, stepAt(new Date(second * 1000)), 8)).toBe(code)
  })

  it('never work twice, nor after a later one', () => {
    const now = new Date('2026-11-26T01:00:10Z')
    const step = stepAt(now)
    expect(stepOf(SECRET, codeAt(SECRET, step), now, null)).toBe(step)
    expect(stepOf(SECRET, codeAt(SECRET, step), now, step)).toBeUndefined()
    expect(stepOf(SECRET, codeAt(SECRET, step - 1), now, step)).toBeUndefined()
    expect(stepOf(SECRET, codeAt(SECRET, step + 1), now, step)).toBe(step + 1)
  })

  it('always work within half a minute to either side, and never a whole minute off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 2 ** 40 }), fc.integer({ min: -4, max: 4 }), (second, off) => {
        const now = new Date(second * 1000)
        const code = codeAt(SECRET, Math.max(0, stepAt(now) + off))
        const near = [-1, 0, 1].map((each) => codeAt(SECRET, Math.max(0, stepAt(now) + each)))
        expect(stepOf(SECRET, code, now, null) !== undefined).toBe(near.includes(code))
      }),
      { numRuns: 200 },
    )
  })

  it.each(['', '94287', '942870829', '９４２８７０', 'abcdef', '\0\0\0\0\0\0'])('are not %j', (code) => {
    expect(stepOf(SECRET, code, new Date(59_000), null)).toBeUndefined()
  })

  it('come from a secret that people can type', () => {
    expect(base32Of(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
    expect(base32Of(newSecret())).toMatch(/^[A-Z2-7]{32}$/)
    expect(addressOf(SECRET, '山匠', 'clerk')).toBe(
      'otpauth://totp/%E5%B1%B1%E5%8C%A0:clerk?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E5%B1%B1%E5%8C%A0&digits=6&period=30',
    )
  })
})
