import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from '../../values/public.ts'
import {
  isLiftable,
  lifted,
  mayWithdraw,
  OVERRIDE_STATES,
  ownReasons,
  problemOfExpiry,
  stateOf,
  whyNotLiftable,
} from './rules.ts'

const TODAY = civilDate('2022-03-28')
const found = { zh: '培训期间在企业参保', en: 'Insured as an employee' }
const answer = {
  checkId: 'A08',
  subjectId: 'p25',
  outcome: 'failed' as const,
  action: 'hold' as const,
  sentence: found,
  evidence: [],
}
const lift = { id: 'o1', checkId: 'A08', subjectId: 'p25', document: '莲人社〔2022〕3号', expiresOn: TODAY }

const standings = fc.record({
  outcome: fc.constantFrom('confirmed' as const, 'declined' as const, null),
  withdrawn: fc.boolean(),
  expiresOn: fc.integer({ min: -60, max: 60 }).map((days) => addDays(TODAY, days)),
})

describe('an override', () => {
  it('is in force exactly while confirmed, not withdrawn and not past its last day', () => {
    fc.assert(
      fc.property(standings, (standing) => {
        const inForce = standing.outcome === 'confirmed' && !standing.withdrawn && standing.expiresOn >= TODAY
        expect(stateOf(standing, TODAY) === 'in-force').toBe(inForce)
        expect(OVERRIDE_STATES).toContain(stateOf(standing, TODAY))
      }),
    )
  })

  it('counts on its last day and not on the next', () => {
    const standing = { outcome: 'confirmed' as const, withdrawn: false, expiresOn: TODAY }
    expect([stateOf(standing, TODAY), stateOf(standing, addDays(TODAY, 1))]).toEqual(['in-force', 'expired'])
  })

  it('never turns a failure into a pass, and never touches another subject or another check', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('A08', 'A19', 'C03'),
        fc.constantFrom('p25', 'p21'),
        fc.constantFrom('passed' as const, 'failed' as const, 'unavailable' as const, 'not-applicable' as const),
        fc.constantFrom('block' as const, 'hold' as const, 'flag' as const),
        (checkId, subjectId, outcome, action) => {
          const given = { ...answer, checkId, subjectId, outcome, action }
          const counts = lifted({}, given, [lift])
          expect(counts.outcome).toBe(outcome)
          const hits = checkId === 'A08' && subjectId === 'p25' && outcome === 'failed' && action !== 'flag'
          expect(counts).toEqual(
            hits
              ? {
                  ...given,
                  action: 'flag',
                  sentence: {
                    zh: '培训期间在企业参保(已由两人放行:莲人社〔2022〕3号,至 2022-03-28)',
                    en: 'Insured as an employee (let go by two people: 莲人社〔2022〕3号, until 2022-03-28)',
                  },
                  evidence: [expect.objectContaining({ kind: 'override', id: 'o1' })],
                }
              : given,
          )
        },
      ),
    )
  })

  it('does nothing for a check that is never lifted, even where one was once confirmed', () => {
    expect(lifted({ notLifted: { zh: '疑点', en: 'a suspicion' } }, answer, [lift])).toBe(answer)
    expect(isLiftable({ notLifted: { zh: '疑点', en: 'a suspicion' } }, answer)).toBe(false)
  })

  it('is refused with the reason: an unknown check, one never lifted, a flag, a pass, one that waits or is in force', () => {
    const code = (...given: Parameters<typeof whyNotLiftable>) => whyNotLiftable(...given)?.code
    const never = { notLifted: { zh: '疑点', en: 'a suspicion' } }
    expect(code(undefined, answer, answer, undefined)).toBe('unknown-check')
    expect(code(never, answer, answer, undefined)).toBe('never-lifted')
    expect(code({}, { ...answer, action: 'flag' }, answer, undefined)).toBe('nothing-to-lift')
    expect(code({}, { ...answer, outcome: 'unavailable' }, answer, undefined)).toBe('nothing-to-lift')
    expect(code({}, answer, { ...answer, outcome: 'passed' }, undefined)).toBe('answer-changed')
    expect(code({}, answer, answer, 'waiting')).toBe('override-waits')
    expect(code({}, answer, answer, 'in-force')).toBe('override-in-force')
    for (const state of ['expired', 'withdrawn', 'declined'] as const)
      expect(code({}, answer, answer, state)).toBe(undefined)
  })

  it('ends within the county’s days, from today', () => {
    expect(problemOfExpiry('2022-03-27', TODAY, 90)?.at).toBe('body.expiresOn')
    expect(problemOfExpiry('2022-03-28', TODAY, 90)).toBeUndefined()
    expect(problemOfExpiry('2022-06-26', TODAY, 90)).toBeUndefined()
    expect(problemOfExpiry('2022-06-27', TODAY, 90)?.sentence.zh).toContain('2022-06-26')
  })

  it('keeps away whoever attends, teaches or belongs, with every reason', () => {
    expect(ownReasons({ attends: true, teaches: true, belongs: true })).toHaveLength(3)
    expect(ownReasons({ attends: false, teaches: false, belongs: false })).toEqual([])
  })

  it('is withdrawn by one of its two people only, and only while it can still count', () => {
    fc.assert(
      fc.property(standings, fc.constantFrom('one', 'other', 'third'), (standing, who) => {
        const decidedBy = standing.outcome === null ? null : 'other'
        const state = stateOf(standing, TODAY)
        const may = mayWithdraw({ ...standing, proposedBy: 'one', decidedBy }, who, TODAY)
        if (who === 'third') expect(may).toBe(false)
        if (may) expect(['waiting', 'in-force']).toContain(state)
        if (state === 'in-force') expect(may).toBe(who !== 'third')
      }),
    )
  })
})
