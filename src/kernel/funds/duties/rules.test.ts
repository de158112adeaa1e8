import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DUTIES, type Duty, dutyRefusal, HAND_DUTIES, type MustDiffer } from './rules.ts'

const LAW: MustDiffer = [
  { subject: 'claim', duties: ['claim.initial-review', 'claim.second-review', 'claim.approve'] },
  { subject: 'batch', duties: ['batch.make', 'batch.sign'] },
]
const nobody = { hands: [], isOfOrganisation: false, before: [] }
/** Every duty of the bureau: all but the provider’s own word on its claim. */
const duties = fc.constantFrom(...(Object.keys(DUTIES) as Duty[]).filter((duty) => duty !== 'claim.confirm'))
const pairs = fc.array(
  fc.record({
    subject: fc.constantFrom('claim', 'batch'),
    duties: fc.subarray([...Object.keys(DUTIES), 'class.file', 'class.review'], { minLength: 2 }),
  }),
)

describe('who may take a duty on a claim', () => {
  it('is nobody whom the claim pays or speaks of, nor who taught its class, whatever the county keeps apart', () => {
    fc.assert(
      fc.property(
        duties,
        pairs,
        fc.constantFrom('beneficiary' as const, 'instruction' as const),
        (duty, county, hand) => {
          expect(dutyRefusal({ ...nobody, duty, hands: [hand] }, county)?.code).toBe('one_person_one_duty_on_a_claim')
        },
      ),
    )
  })

  it('is never somebody who has taken another duty on it, even where the county keeps nothing apart', () => {
    fc.assert(
      fc.property(duties, fc.constantFrom(...HAND_DUTIES), (duty, hand) => {
        const taking = DUTIES[duty]
        fc.pre(taking !== null && taking !== hand)
        const pair = [taking, hand].sort().join()
        fc.pre(pair !== 'batch-signing,second-review' && pair !== 'approval,batch-signing')
        expect(dutyRefusal({ ...nobody, duty, hands: [hand] }, [])).toBeDefined()
      }),
    )
  })

  it('may sign for the payment of what they gave the second review of, and of nothing they had otherwise in hand', () => {
    const signing = { ...nobody, duty: 'batch.sign' as const }
    for (const hand of HAND_DUTIES) {
      const refused = dutyRefusal({ ...signing, hands: [hand] }, [])
      if (['second-review', 'approval', 'batch-signing'].includes(hand)) expect(refused).toBeUndefined()
      else expect(refused?.code).toBe('one_person_one_duty_on_a_claim')
    }
    expect(dutyRefusal({ ...signing, hands: ['second-review', 'batch-making'] }, [])).toBeDefined()
  })

  it('is nobody with an account at the organisation that brings it', () => {
    fc.assert(
      fc.property(duties, (duty) => {
        expect(dutyRefusal({ ...nobody, duty, isOfOrganisation: true }, [])?.code).toBe('own-organisation')
      }),
    )
  })

  it('is, for the provider’s word, its own people alone: its instructor too, and never whoever is paid by it', () => {
    const confirming = { ...nobody, duty: 'claim.confirm' as const, isOfOrganisation: true }
    expect(dutyRefusal(confirming, LAW)).toBeUndefined()
    expect(dutyRefusal({ ...confirming, hands: ['instruction'] }, LAW)).toBeUndefined()
    for (const hand of HAND_DUTIES.filter((each) => each !== 'instruction' && each !== 'confirmation'))
      expect(dutyRefusal({ ...confirming, hands: [hand] }, LAW)?.code).toBe('one_person_one_duty_on_a_claim')
  })

  it('may be narrowed by the county, never widened', () => {
    const facts = fc.record({
      duty: duties,
      hands: fc.subarray([...HAND_DUTIES]),
      isOfOrganisation: fc.boolean(),
      before: fc.subarray(['class.file', 'class.review', 'batch.export']),
    })
    fc.assert(
      fc.property(facts, pairs, (given, county) => {
        if (dutyRefusal(given, [])) expect(dutyRefusal(given, county)).toBeDefined()
      }),
    )
  })

  it('is not who filed the class, where the county says so, and says which duties it keeps apart', () => {
    const asked = { ...nobody, duty: 'claim.initial-review' as const, before: ['class.review'] }
    expect(dutyRefusal(asked, LAW)).toBeUndefined()
    const county = [...LAW, { subject: 'claim', duties: ['class.review', 'claim.initial-review'] }]
    expect(dutyRefusal(asked, county)).toEqual({
      code: 'duties-kept-apart',
      sentence: {
        zh: '您已办理过开班审核,本地规定它与初审由不同的人办理。请由他人办理',
        en: expect.stringContaining('keeps apart from the initial review'),
      },
    })
  })

  it('exports what was made by the same hands, unless the county keeps them apart', () => {
    const asked = { ...nobody, duty: 'batch.export' as const, hands: ['batch-making' as const] }
    expect(dutyRefusal(asked, LAW)).toBeUndefined()
    const county = [...LAW, { subject: 'batch', duties: ['batch.make', 'batch.export'] }]
    expect(dutyRefusal(asked, county)?.code).toBe('duties-kept-apart')
  })

  it('heeds what is kept apart over a class only where the class is reviewed', () => {
    const overClasses = [{ subject: 'class', duties: ['class.review', 'claim.initial-review'] }]
    const asked = { ...nobody, duty: 'claim.initial-review' as const, before: ['class.review'] }
    expect(dutyRefusal(asked, overClasses)).toBeUndefined()
  })
})
