import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockingItems, countsOf, mustDiffer, ownClassReasons, reasonsOf } from './rules.ts'

const result = (
  checkId: string,
  outcome: 'passed' | 'failed' | 'unavailable' | 'not-applicable',
  action: 'block' | 'hold' | 'flag',
) => ({
  id: `${checkId} ${outcome}`,
  checkId,
  subjectId: 's',
  outcome,
  action,
  sentence: { zh: `${checkId}有误`, en: `${checkId} is wrong` },
})

const nobody = () => undefined

describe('what a run of the checks came to', () => {
  it('is refused by one failed block, whatever else passed', () => {
    expect(countsOf([result('C01', 'passed', 'block'), result('C03', 'failed', 'block')]).tone).toBe('refused')
  })

  it('wants looking at for a doubt or an answer nobody could give, and lets neither count as passed', () => {
    expect(countsOf([result('A08', 'failed', 'hold')])).toEqual({
      passed: 0,
      failed: 1,
      unavailable: 0,
      tone: 'attention',
    })
    expect(countsOf([result('A03', 'unavailable', 'block')])).toEqual({
      passed: 0,
      failed: 0,
      unavailable: 1,
      tone: 'attention',
    })
  })

  it('stops only for failed blocks, and tells all of them', () => {
    const results = [
      result('C01', 'failed', 'block'),
      result('A08', 'failed', 'hold'),
      result('C03', 'failed', 'block'),
      result('A03', 'unavailable', 'block'),
    ]
    expect(blockingItems(results, nobody).map((item) => item.at)).toEqual(['C01', 'C03'])
  })
})

describe('the reasons of a return', () => {
  it('are the chosen answers’ sentences, with whom they are about, and the clerk’s own', () => {
    const { reasons } = reasonsOf(
      { answers: ['A08 failed'], reasons: ['缺少盖章的承诺书'] },
      [result('A08', 'failed', 'hold')],
      () => ({ zh: '第21号 王*', en: 'No. 21 王*' }),
    )
    expect(reasons.map(({ source, sentence }) => [source, sentence.zh])).toEqual([
      ['check', '第21号 王*:A08有误'],
      ['clerk', '缺少盖章的承诺书'],
    ])
  })

  it('tell one answer once, however often it was chosen', () => {
    const { reasons } = reasonsOf(
      { answers: ['C03 failed', 'C03 failed'], reasons: [] },
      [result('C03', 'failed', 'block')],
      nobody,
    )
    expect(reasons).toHaveLength(1)
  })
})

it('never lets somebody with a part in a class review it, and gives every reason', () => {
  const part = fc.record({
    submitted: fc.boolean(),
    attends: fc.boolean(),
    teaches: fc.boolean(),
    belongs: fc.boolean(),
  })
  fc.assert(
    fc.property(part, fc.boolean(), (given, submitterMayReview) => {
      const parts = [given.submitted && !submitterMayReview, given.attends, given.teaches, given.belongs]
      expect(ownClassReasons(given, { submitterMayReview })).toHaveLength(parts.filter(Boolean).length)
    }),
  )
})

it('keeps submitting and reviewing apart where the county says so, and only for classes', () => {
  const county = [
    { subject: 'class', duties: ['class.file', 'class.review'] },
    { subject: 'claim', duties: ['claim.initial-review', 'claim.second-review'] },
  ]
  expect(mustDiffer(county, 'class.file', 'class.review')).toBe(true)
  expect(mustDiffer(county, 'claim.initial-review', 'claim.second-review')).toBe(false)
})
