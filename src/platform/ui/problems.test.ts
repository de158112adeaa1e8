import { expect, it } from 'vitest'
import { type ProblemDocument, Refusal } from '../contract/public.ts'
import { problemOf, tryAgain } from './problems.ts'

function givenRefusal(change: Partial<ProblemDocument>): Refusal {
  return new Refusal({ type: 'about:blank', title: '', status: 422, detail: '一句话', code: 'x', items: [], ...change })
}

it('shows the server’s own sentence and every item', () => {
  const items = [{ at: '第 5 行', detail: '身份证号少一位' }]
  expect(problemOf(givenRefusal({ items }), 'zh')).toMatchObject({ detail: '一句话', items })
})

it('says that it is not known whether an act was carried out when no answer came', () => {
  expect(problemOf(new TypeError('fetch failed'), 'zh').detail).toContain('结果未知')
})

it('has a sentence even where the answer was not a problem document', () => {
  const odd = new Refusal({ status: 502 } as ProblemDocument)
  expect(problemOf(odd, 'en')).toMatchObject({
    status: 502,
    items: [],
    detail: expect.stringContaining('administrator'),
  })
})

it('asks again unasked only when the server says "not now", and three times at most', () => {
  expect(tryAgain(0, givenRefusal({ status: 503 }))).toBe(true)
  expect(tryAgain(3, givenRefusal({ status: 503 }))).toBe(false)
  for (const status of [400, 409, 422, 500]) expect(tryAgain(0, givenRefusal({ status }))).toBe(false)
  expect(tryAgain(0, new TypeError('fetch failed'))).toBe(false)
})
