import { expect, it } from 'vitest'
import { beyond, problemsAt } from './field-places.ts'

const refusal = (...places: string[]) => ({
  type: 'about:blank',
  title: '',
  status: 422,
  detail: '协议没有保存',
  code: 'not-acceptable',
  items: places.map((at) => ({ at, detail: at })),
})
const said = (items: readonly { detail: string }[]) => items.map((item) => item.detail)

it('says beneath a field what was refused about it and about its parts, and not about the tenth row', () => {
  const problem = refusal('body.items.1', 'body.items.1.siteId', 'body.items.10', 'body.toDate')
  expect(said(problemsAt(problem, 'body.items.1'))).toEqual(['body.items.1', 'body.items.1.siteId'])
})

it('leaves at the top whatever no field says, and nothing twice', () => {
  const problem = refusal('body.toDate', 'body.items.0.siteId', '')
  expect(said(beyond(problem, ['body.toDate', 'body.items'])!.items)).toEqual([''])
  expect(said(beyond(problem, ['body.toDate'])!.items)).toEqual(['body.items.0.siteId', ''])
})

it('has nothing to say of a refusal that is not there', () => {
  expect(beyond(null, ['body.toDate'])).toBeNull()
  expect(problemsAt(null, 'body.toDate')).toEqual([])
})
