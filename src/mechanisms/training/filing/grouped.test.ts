import { expect, it } from 'vitest'
import type { CheckAnswer } from './contract.ts'
import { grouped } from './grouped.ts'

let made = 0
const answer = (
  checkId: string,
  outcome: CheckAnswer['outcome'],
  action: CheckAnswer['action'] = 'block',
): CheckAnswer => ({
  id: String((made += 1)),
  checkId,
  title: { zh: checkId, en: checkId },
  basis: { zh: '', en: '' },
  who: null,
  outcome,
  action,
  sentence: { zh: '', en: '' },
  evidence: [],
  liftable: false,
})

it('puts the worst check first, and a check is as bad as its worst answer', () => {
  const groups = grouped([
    answer('A18', 'passed'),
    answer('A08', 'unavailable', 'hold'),
    answer('A08', 'failed', 'hold'),
    answer('A03', 'unavailable'),
    answer('C03', 'failed'),
  ])
  expect(groups.map(({ checkId, outcome }) => [checkId, outcome])).toEqual([
    ['C03', 'failed'],
    ['A08', 'doubt'],
    ['A03', 'unavailable'],
    ['A18', 'passed'],
  ])
})

it('tells of everybody who did not pass and of nobody who did', () => {
  const [group] = grouped([answer('C05', 'passed'), answer('C05', 'failed'), answer('C05', 'passed')])
  expect([group!.told.length, group!.all.length]).toEqual([1, 3])
})

it('leaves out what was not applicable', () => {
  expect(grouped([answer('A08', 'not-applicable')])).toEqual([])
})
