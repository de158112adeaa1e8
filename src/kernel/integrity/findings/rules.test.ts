import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from '../../values/public.ts'
import { FINDING_STATES, isOverdue, type LastStep, NEXT, problemOfDue, STATE_AFTER, STEPS, whyNot } from './rules.ts'

const TODAY = civilDate('2022-04-06')

describe('a finding', () => {
  it('goes from the auditor to the bureau and back, whatever the turns, until it is closed, and never two by one person', () => {
    const turns = fc.array(fc.record({ step: fc.constantFrom(...STEPS), who: fc.constantFrom('a', 'b', 'c') }), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(turns, (asked) => {
        const taken: LastStep[] = [{ what: 'written', personId: 'a' }]
        for (const { step, who } of asked)
          if (!whyNot(taken.at(-1)!, step, who)) taken.push({ what: step, personId: who })
        for (const [nth, { what, personId }] of taken.entries()) {
          expect(what === 'answered').toBe(nth % 2 === 1)
          expect(taken[nth - 1]?.personId).not.toBe(personId)
          if (what === 'closed') expect(nth).toBe(taken.length - 1)
        }
      }),
    )
  })

  it('says whose turn it is in every state', () => {
    for (const state of FINDING_STATES) for (const step of NEXT[state].steps) expect(STATE_AFTER[step]).not.toBe(state)
  })

  it('is overdue from the day after, while nobody has answered', () => {
    expect(isOverdue('open', TODAY, TODAY)).toBe(false)
    expect(isOverdue('open', addDays(TODAY, -1), TODAY)).toBe(true)
    expect(isOverdue('answered', addDays(TODAY, -1), TODAY)).toBe(false)
    expect(problemOfDue(addDays(TODAY, -1), TODAY)?.sentence.zh).toContain('2022-04-05')
    expect(problemOfDue(TODAY, TODAY)).toBeUndefined()
  })
})
