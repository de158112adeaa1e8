import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Concluder,
  conclusionOf,
  freezeBy,
  openConclusion,
  type Proposed,
  refusalToDecide,
  refusalToPropose,
  stateOf,
  whatToDo,
} from './rules.ts'

const somebody = (personId: string, over: Partial<Concluder> = {}): Concluder => ({
  personId,
  isOnRoster: false,
  isOfOrganisation: false,
  ...over,
})

describe('how a case ends', () => {
  it('is never decided by whoever proposed it, in whatever order people act, and ends once', () => {
    const step = fc.record({
      who: fc.constantFrom('lan', 'lei', 'zhong'),
      act: fc.constantFrom('propose' as const, 'confirmed' as const, 'declined' as const),
      outcome: fc.constantFrom('excluded' as const, 'cleared' as const, 'referred' as const),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let proposed: Proposed[] = []
        const deciders = new Map<string, string>()
        for (const [at, { who, act, outcome }] of steps.entries()) {
          if (act === 'propose') {
            if (refusalToPropose(proposed, somebody(who))) continue
            const id = String(at)
            proposed = [...proposed, { id, outcome, keepsProviderFrozen: false, proposedBy: who, verdict: null }]
          } else {
            const open = openConclusion(proposed)
            if (refusalToDecide(proposed, somebody(who), open?.id)) continue
            deciders.set(open!.id, who)
            proposed = proposed.map((each) => (each.id === open!.id ? { ...each, verdict: act } : each))
          }
        }
        for (const { id, proposedBy } of proposed) expect(deciders.get(id)).not.toBe(proposedBy)
        expect(proposed.filter(({ verdict }) => verdict === 'confirmed').length).toBeLessThanOrEqual(1)
        expect(proposed.filter(({ verdict }) => verdict === null).length).toBeLessThanOrEqual(1)
        if (conclusionOf(proposed)) expect(refusalToPropose(proposed, somebody('new'))).toBe('concluded')
        expect(stateOf(proposed)).toBe(conclusionOf(proposed) ? 'concluded' : 'open')
      }),
    )
  })

  it('is neither proposed nor decided by somebody of the class or of the provider', () => {
    const one: Proposed = {
      id: 'a',
      outcome: 'cleared',
      keepsProviderFrozen: false,
      proposedBy: 'lan',
      verdict: null,
    }
    expect(refusalToPropose([], somebody('lei', { isOnRoster: true }))).toBe('own-class')
    expect(refusalToPropose([], somebody('lei', { isOfOrganisation: true }))).toBe('own-organisation')
    expect(refusalToDecide([one], somebody('lei', { isOnRoster: true }), 'a')).toBe('own-class')
    expect(refusalToDecide([one], somebody('lei', { isOfOrganisation: true }), 'a')).toBe('own-organisation')
    expect(refusalToDecide([one], somebody('lei'), 'b')).toBe('nothing-open')
    expect(refusalToDecide([one], somebody('lei'), 'a')).toBeUndefined()
  })
})

describe('what a case freezes', () => {
  const [own, other, elsewhere] = [
    { groupId: 'class', organisationId: 'school' },
    { groupId: 'another', organisationId: 'school' },
    { groupId: 'third', organisationId: 'academy' },
  ]
  const frozen = (outcome: Proposed['outcome'] | null, keepsProviderFrozen = false) =>
    [own, other, elsewhere].map((group) => freezeBy({ ...own, outcome, keepsProviderFrozen }, group))

  it('is its class and the provider’s other classes while it is open, and nobody else’s', () => {
    expect(frozen(null)).toEqual(['class', 'provider', undefined])
  })

  it('is nothing once the persons are excluded or the suspicion is cleared', () => {
    expect(frozen('excluded')).toEqual([undefined, undefined, undefined])
    expect(frozen('cleared')).toEqual([undefined, undefined, undefined])
  })

  it('is the class after a referral, and the provider’s others only where the conclusion says so', () => {
    expect(frozen('referred')).toEqual(['class', undefined, undefined])
    expect(frozen('referred', true)).toEqual(['class', 'provider', undefined])
  })
})

describe('a failed answer that smells', () => {
  const earlier = (outcome: Proposed['outcome'] | null, sameAnswer: boolean) => ({ caseId: 'a', outcome, sameAnswer })
  it('opens a case, joins the open one, and is known where it has been told before', () => {
    expect(whatToDo([], undefined)).toBe('open')
    expect(whatToDo([], 'a')).toBe('join')
    expect(whatToDo([earlier(null, true)], 'a')).toBe('known')
    expect(whatToDo([earlier(null, false)], 'a')).toBe('join')
  })

  it('opens none against whom two people have excluded or referred, and one against whom they cleared only on new words', () => {
    expect(whatToDo([earlier('excluded', false)], undefined)).toBe('known')
    expect(whatToDo([earlier('referred', false)], undefined)).toBe('known')
    expect(whatToDo([earlier('cleared', true)], undefined)).toBe('known')
    expect(whatToDo([earlier('cleared', false)], undefined)).toBe('open')
  })
})
