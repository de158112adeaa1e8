import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REVIEW_DUTIES, REVIEWS, reviewAwaited, stepAwaited } from '../review/rules.ts'
import { CLAIM_NEXT, CLAIM_STATUSES, IN_REVIEW, nextStatus, searchOf } from './rules.ts'

describe('the states of a claim', () => {
  it('are all reached from being assembled, and all but the returned lead on', () => {
    const reached = new Set<string>(['assembled'])
    for (const status of CLAIM_STATUSES)
      if (reached.has(status)) for (const next of Object.values(CLAIM_NEXT[status])) reached.add(next)
    expect([...reached].sort()).toEqual([...CLAIM_STATUSES].sort())
    expect(CLAIM_STATUSES.filter((status) => Object.keys(CLAIM_NEXT[status]).length === 0)).toEqual(['returned'])
  })

  it('never lead to money without the provider’s word, both reviews and the approval', () => {
    const acts = [
      'confirm',
      'decline',
      'initial-pass',
      'second-pass',
      'approve',
      'return',
      'batch',
      'send-back',
      'settle',
    ] as const
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 30 }), (played) => {
        let status: (typeof CLAIM_STATUSES)[number] = 'assembled'
        const done: string[] = []
        for (const act of played) {
          const next = nextStatus(status, act)
          if (next === undefined) continue
          status = next
          done.push(act)
        }
        if (status === 'approved' || status === 'batched' || status === 'paid') {
          expect(done.slice(0, 4)).toEqual(['confirm', 'initial-pass', 'second-pass', 'approve'])
        }
      }),
    )
  })

  it('each wait for at most one review, which may pass it', () => {
    for (const duty of REVIEW_DUTIES) {
      expect(reviewAwaited(REVIEWS[duty].of)).toBe(duty)
      expect(nextStatus(REVIEWS[duty].of, REVIEWS[duty].pass)).toBeDefined()
      expect(nextStatus(REVIEWS[duty].of, 'return')).toBe('returned')
    }
    expect(CLAIM_STATUSES.filter(reviewAwaited)).toEqual(['confirmed', 'first-passed', 'second-passed'])
    expect(CLAIM_STATUSES.filter(stepAwaited)).toEqual([...IN_REVIEW])
    for (const status of IN_REVIEW) expect(nextStatus(status, 'replace')).toBe('returned')
  })
})

describe('searching', () => {
  it('takes what begins like a number for a number’s beginning, anything else for part of a title', () => {
    expect(searchOf(' s-2022-00 ')).toEqual({ numberFrom: 'S-2022-00', numberBefore: 'S-2022-01' })
    expect(searchOf('养老护理员')).toEqual({ titlePart: '养老护理员' })
    expect(searchOf('2022年第3期')).toEqual({ titlePart: '2022年第3期' })
    expect(searchOf('  ')).toBeUndefined()
  })

  it('always finds a number by its beginning, and none that begins otherwise', () => {
    const number = fc.stringMatching(/^[A-Z][A-Z0-9-]{0,12}$/)
    fc.assert(
      fc.property(number, number, (given, typed) => {
        const range = searchOf(typed) as { numberFrom: string; numberBefore: string }
        expect(given >= range.numberFrom && given < range.numberBefore).toBe(given.startsWith(typed))
      }),
    )
  })
})
