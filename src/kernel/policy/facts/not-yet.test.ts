import { expect, it } from 'vitest'
import { known, notApplicable } from './facts.ts'
import { knownBy } from './not-yet.ts'

const NOW = new Date('2024-03-10T16:30:00Z') // 00:30 of the 11th in the programme's zone
const from = (asOf: string) => ({ source: 'test', asOf })

it('takes a fact recorded as of a later day for not known yet, and says the day', () => {
  const facts = knownBy({ a: known(1, from('2024-03-11')), b: known(1, from('2024-03-12')) }, NOW)
  expect(facts['a']).toMatchObject({ state: 'known' })
  expect(facts['b']).toMatchObject({ state: 'unknown', why: { zh: '所记日期 2024-03-12 还没有到,请核对' } })
})

it('compares an instant by its day in the programme’s zone', () => {
  const facts = knownBy(
    { a: known(1, from('2024-03-11T15:59:00Z')), b: notApplicable(from('2024-03-11T16:00:00Z')) },
    NOW,
  )
  expect([facts['a']?.state, facts['b']?.state]).toEqual(['known', 'unknown'])
})

it('takes a certificate of a day to come for not known yet, and another word that looks like a later day as it is', () => {
  const facts = knownBy(
    {
      'certificate.issuedOn': known('2030-01-01', from('2024-03-01')),
      'certificate.number': known('Z9', from('2024-03-01')),
    },
    NOW,
  )
  expect(facts['certificate.issuedOn']).toMatchObject({ state: 'unknown' })
  expect(facts['certificate.number']).toMatchObject({ state: 'known', value: 'Z9' })
})
