import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newKeyRing, vaultOf } from '../../../platform/crypto/public.ts'
import {
  codeAt,
  digitsAt,
  readCode,
  readTicket,
  sessionOfDigits,
  TICKET_LASTS_MS,
  ticketOf,
  untilNextMs,
  WINDOW_MS,
} from './code.ts'

const vault = vaultOf(newKeyRing())
const LIANDU = 331102

const anId = fc.uuid()
const aTime = fc.integer({ min: Date.parse('2022-01-01'), max: Date.parse('2060-01-01') })
const aPhase = fc.constantFrom('in' as const, 'out' as const)

describe('the code on the screen', () => {
  it('is read as what it was made for, and is fresh while it is shown and through the next half minute', () => {
    fc.assert(
      fc.property(anId, aTime, aPhase, fc.nat(2 * WINDOW_MS - 1), (liveSessionId, shownAt, phase, later) => {
        const of = { district: LIANDU, liveSessionId, phase }
        const begins = shownAt - (shownAt % WINDOW_MS)
        const read = readCode(vault, LIANDU, codeAt(vault, of, begins), begins + later)
        expect(read).toMatchObject({ of, isFresh: true })
      }),
    )
  })

  it('as a screenshot 61 seconds later is never fresh', () => {
    fc.assert(
      fc.property(
        anId,
        aTime,
        aPhase,
        fc.integer({ min: 61_000, max: 400 * 86_400_000 }),
        (id, shownAt, phase, later) => {
          const code = codeAt(vault, { district: LIANDU, liveSessionId: id, phase }, shownAt)
          expect(readCode(vault, LIANDU, code, shownAt + later)?.isFresh).toBe(false)
        },
      ),
    )
  })

  it('is no code in another district, with another key, or with one letter changed', () => {
    const other = vaultOf(newKeyRing())
    fc.assert(
      fc.property(anId, aTime, aPhase, fc.nat(43), (liveSessionId, now, phase, place) => {
        const code = codeAt(vault, { district: LIANDU, liveSessionId, phase }, now)
        expect(readCode(vault, 331121, code, now)).toBeUndefined()
        expect(readCode(other, LIANDU, code, now)).toBeUndefined()
        const changed = code.slice(0, place) + (code[place] === 'A' ? 'B' : 'A') + code.slice(place + 1)
        expect(readCode(vault, LIANDU, changed, now)).toBeUndefined()
      }),
    )
  })

  it('is never that of another session, phase or half minute', () => {
    fc.assert(
      fc.property(anId, anId, aTime, fc.integer({ min: 1, max: 100_000 }), (one, other, now, windows) => {
        fc.pre(one !== other)
        const code = codeAt(vault, { district: LIANDU, liveSessionId: one, phase: 'in' }, now)
        expect(code).not.toBe(codeAt(vault, { district: LIANDU, liveSessionId: other, phase: 'in' }, now))
        expect(code).not.toBe(codeAt(vault, { district: LIANDU, liveSessionId: one, phase: 'out' }, now))
        expect(code).not.toBe(
          codeAt(vault, { district: LIANDU, liveSessionId: one, phase: 'in' }, now + windows * WINDOW_MS),
        )
        // The proof of one under the name of another is nothing.
        const [a, b] = [one, other].map((id) =>
          Buffer.from(codeAt(vault, { district: LIANDU, liveSessionId: id, phase: 'in' }, now), 'base64url'),
        )
        const mixed = Buffer.concat([b!.subarray(0, 21), a!.subarray(21)]).toString('base64url')
        expect(readCode(vault, LIANDU, mixed, now)).toBeUndefined()
      }),
    )
  })

  it('is refused when it is nonsense', () => {
    fc.assert(fc.property(fc.string(), aTime, (text, now) => readCode(vault, LIANDU, text, now) === undefined))
  })

  it('says how long it stands', () => {
    expect(untilNextMs(0)).toBe(WINDOW_MS)
    expect(untilNextMs(WINDOW_MS - 1)).toBe(1)
  })
})

describe('the six digits', () => {
  it('find their session while they are fresh, and never another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anId, { minLength: 1, maxLength: 20 }), aTime, (ids, now) => {
        const open = ids.map((liveSessionId) => ({ district: LIANDU, liveSessionId, phase: 'in' as const }))
        const [first] = open
        const digits = digitsAt(vault, first!, now)
        expect(digits).toMatch(/^\d{6}$/)
        // Two sessions that by chance have the same digits are told to wait for the next ones.
        const found = sessionOfDigits(vault, open, digits, now)
        expect([undefined, first]).toContain(found)
      }),
    )
  })

  it('a minute later are another’s or nobody’s but by chance', () => {
    const of = { district: LIANDU, liveSessionId: '0193a2b4-0000-7000-8000-000000000001', phase: 'in' as const }
    const kept = Array.from({ length: 300 }, (_, at) => at * WINDOW_MS).filter((now) =>
      sessionOfDigits(vault, [of], digitsAt(vault, of, now), now + 61_000),
    )
    expect(kept.length).toBeLessThan(4)
  })

  it('are guessed by trying as seldom as chance has it', () => {
    const open = Array.from({ length: 20 }, (_, at) => ({
      district: LIANDU,
      liveSessionId: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      phase: 'in' as const,
    }))
    let hits = 0
    for (let guess = 0; guess < 2000; guess += 1)
      if (sessionOfDigits(vault, open, String(guess * 499).padStart(6, '0'), 1_700_000_000_000)) hits += 1
    // 60 valid numbers of a million: 2,000 guesses hit 0.12 times.
    expect(hits).toBeLessThan(5)
  })
})

describe('the ticket of a phone that has seen the code', () => {
  const device = Buffer.alloc(32, 1)
  const ticket = (over: Partial<Parameters<typeof ticketOf>[1]> = {}) => ({
    district: LIANDU,
    liveSessionId: '0193a2b4-0000-7000-8000-000000000001',
    phase: 'in' as const,
    seenAt: 1_700_000_000_000,
    method: 'qr' as const,
    ...over,
  })

  it('is good on that device for five minutes, and on no other', () => {
    fc.assert(
      fc.property(
        anId,
        aPhase,
        fc.constantFrom('qr' as const, 'code' as const),
        fc.nat(TICKET_LASTS_MS),
        (id, phase, method, later) => {
          const given = ticket({ liveSessionId: id, phase, method })
          const text = ticketOf(vault, given, device)
          const realTimeMs = given.seenAt + later
          expect(readTicket(vault, LIANDU, text, { device, realTimeMs })).toEqual(given)
          expect(readTicket(vault, LIANDU, text, { device: Buffer.alloc(32, 2), realTimeMs })).toBeUndefined()
          expect(readTicket(vault, 331121, text, { device, realTimeMs })).toBeUndefined()
        },
      ),
    )
  })

  it('is over after that, and nonsense is none', () => {
    const given = ticket()
    const text = ticketOf(vault, given, device)
    expect(readTicket(vault, LIANDU, text, { device, realTimeMs: given.seenAt + TICKET_LASTS_MS + 1 })).toBeUndefined()
    expect(readTicket(vault, LIANDU, text, { device, realTimeMs: given.seenAt - 1 })).toBeUndefined()
    fc.assert(
      fc.property(
        fc.string(),
        (nonsense) => readTicket(vault, LIANDU, nonsense, { device, realTimeMs: given.seenAt }) === undefined,
      ),
    )
  })
})
