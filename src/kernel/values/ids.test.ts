import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUuid, newId, uuidV7 } from './ids.ts'

const anyTime = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const anyBytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

describe('ids', () => {
  it('agree with the example of RFC 9562', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it('always sort by the time they were made', () => {
    fc.assert(
      fc.property(anyTime, anyTime, anyBytes, anyBytes, (a, b, x, y) => {
        fc.pre(a !== b)
        expect(uuidV7(a, x) < uuidV7(b, y)).toBe(a < b)
      }),
    )
  })

  it('are always UUIDs of version 7', () => {
    fc.assert(
      fc.property(anyTime, anyBytes, (time, bytes) => {
        const id = uuidV7(time, bytes)
        expect(isUuid(id)).toBe(true)
        expect(id[14]).toBe('7')
      }),
    )
  })

  it('sort in the order they were made, also within a millisecond and past its counter', () => {
    const made = Array.from({ length: 20_000 }, newId)
    expect([...made].sort()).toEqual(made)
  })

  it('differ although they are made in one millisecond', () => {
    expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000)
    expect(isUuid(newId())).toBe(true)
  })

  it('are recognised, and nothing else is', () => {
    expect(
      ['', '017f22e2', '017F22E2-79B0-7CC3-98C4-DC0C0C07398F', '017f22e2-79b0-7cc3-18c4-dc0c0c07398f'].filter(isUuid),
    ).toEqual([])
    expect(() => uuidV7(-1, new Uint8Array(10))).toThrow(RangeError)
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError)
  })
})
