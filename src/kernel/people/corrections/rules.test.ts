import { expect, it } from 'vitest'
import { CORRECTION_ITEMS, needsSecond, stateOf, type Turn } from './rules.ts'

const turn = (over: Partial<Turn> = {}): Turn => ({ outcome: 'corrected', needsSecond: true, verdict: null, ...over })

it('takes two people for a name, a telephone and a number, and one for the rest and for every refusal', () => {
  expect(CORRECTION_ITEMS.filter((item) => needsSecond(item, 'corrected'))).toEqual(['name', 'phone', 'identity'])
  expect(CORRECTION_ITEMS.filter((item) => needsSecond(item, 'declined'))).toEqual([])
})

it('is open again when the second person does not agree, and settled when they do', () => {
  expect(stateOf([])).toBe('open')
  expect(stateOf([turn()])).toBe('second')
  expect(stateOf([turn({ verdict: 'declined' })])).toBe('open')
  expect(stateOf([turn({ verdict: 'declined' }), turn()])).toBe('second')
  expect(stateOf([turn({ verdict: 'declined' }), turn({ verdict: 'confirmed' })])).toBe('corrected')
  expect(stateOf([turn({ outcome: 'declined', needsSecond: false })])).toBe('declined')
})
