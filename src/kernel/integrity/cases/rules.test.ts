import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CivilDate, civilDate } from '../../values/public.ts'
import {
  type Concluder,
  conclusionOf,
  freezeBy,
  openConclusion,
  problemOfAnswer,
  type Proposed,
  referralOf,
  refusalToDecide,
  refusalToPropose,
  stateOf,
  whatToDo,
} from './rules.ts'

const somebody = (personId: string, over: Partial<Concluder> = {}): Concluder => ({
  personId,
  isOfClass: false,
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
            const isAnswer = stateOf(proposed) === 'referred'
            if (isAnswer && outcome === 'referred') continue
            if (refusalToPropose(proposed, somebody(who), isAnswer)) continue
            const id = String(at)
            const made = { id, outcome, isAnswer, keepsProviderFrozen: false, proposedBy: who, verdict: null }
            proposed = [...proposed, made]
          } else {
            const open = openConclusion(proposed)
            if (refusalToDecide(proposed, somebody(who), open?.id)) continue
            deciders.set(open!.id, who)
            proposed = proposed.map((each) => (each.id === open!.id ? { ...each, verdict: act } : each))
          }
        }
        for (const { id, proposedBy } of proposed) expect(deciders.get(id)).not.toBe(proposedBy)
        const confirmed = proposed.filter(({ verdict }) => verdict === 'confirmed')
        expect(confirmed.filter(({ isAnswer }) => !isAnswer).length).toBeLessThanOrEqual(1)
        expect(confirmed.filter(({ isAnswer }) => isAnswer).length).toBeLessThanOrEqual(1)
        expect(proposed.filter(({ verdict }) => verdict === null).length).toBeLessThanOrEqual(1)
        const outcome = conclusionOf(proposed)?.outcome
        const state = outcome === undefined ? 'open' : outcome === 'referred' ? 'referred' : 'concluded'
        expect(stateOf(proposed)).toBe(state)
        if (state === 'concluded') expect(refusalToPropose(proposed, somebody('new'), true)).toBe('concluded')
        if (state === 'referred') expect(refusalToPropose(proposed, somebody('new'), false)).toBe('referred')
      }),
    )
  })

  it('is neither proposed nor decided by somebody of the class or of the provider', () => {
    const one: Proposed = {
      id: 'a',
      outcome: 'cleared',
      keepsProviderFrozen: false,
      isAnswer: false,
      proposedBy: 'lan',
      verdict: null,
    }
    expect(refusalToPropose([], somebody('lei', { isOfClass: true }), false)).toBe('own-class')
    expect(refusalToPropose([], somebody('lei', { isOfOrganisation: true }), false)).toBe('own-organisation')
    expect(refusalToDecide([one], somebody('lei', { isOfClass: true }), 'a')).toBe('own-class')
    expect(refusalToDecide([one], somebody('lei', { isOfOrganisation: true }), 'a')).toBe('own-organisation')
    expect(refusalToDecide([one], somebody('lei'), 'b')).toBe('nothing-open')
    expect(refusalToDecide([one], somebody('lei'), 'a')).toBeUndefined()
  })
})

describe('the answer to a referral', () => {
  const referred: Proposed & { decidedOn: CivilDate | null } = {
    id: 'a',
    outcome: 'referred',
    isAnswer: false,
    keepsProviderFrozen: false,
    proposedBy: 'lan',
    verdict: 'confirmed',
    decidedOn: civilDate('2022-03-01'),
  }
  const problems = (outcome: Proposed['outcome'], on: string) =>
    problemOfAnswer({ outcome, answer: { on: civilDate(on) } }, [referred], civilDate('2022-05-01')).map(({ at }) => at)

  it('is of a day since the referral and not after today, and refers nothing again', () => {
    expect(problems('excluded', '2022-03-01')).toEqual([])
    expect(problems('cleared', '2022-05-01')).toEqual([])
    expect(problems('referred', '2022-02-28')).toEqual(['body.outcome', 'body.answer.on'])
    expect(problems('cleared', '2022-05-02')).toEqual(['body.answer.on'])
  })

  it('is the last word on the case once another person has confirmed it', () => {
    const answered: Proposed = { ...referred, id: 'b', outcome: 'cleared', isAnswer: true }
    expect(stateOf([referred, { ...answered, verdict: null }])).toBe('referred')
    expect(stateOf([referred, { ...answered, verdict: 'declined' }])).toBe('referred')
    expect(stateOf([referred, answered])).toBe('concluded')
    expect(conclusionOf([referred, answered])?.outcome).toBe('cleared')
  })

  it('is recorded of a referred case only', () => {
    expect(refusalToPropose([], somebody('lei'), true)).toBe('not-referred')
    expect(refusalToPropose([referred], somebody('lei'), true)).toBeUndefined()
  })

  it('is asked after once the county’s days are over', () => {
    const after = (today: string) => referralOf(civilDate('2022-03-01'), civilDate(today), 60)
    expect(after('2022-04-29')).toMatchObject({ days: 59, due: false })
    expect(after('2022-04-30')).toMatchObject({ days: 60, due: true })
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
