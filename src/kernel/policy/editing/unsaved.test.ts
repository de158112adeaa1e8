import { expect, it } from 'vitest'
import { carriedOver, standingOf } from './unsaved.ts'

const saved = { title: '原来', inForce: { from: '2022-01-01' } }
const mine = { document: { ...saved, title: '我的' }, revision: 3 }

it('goes on while the draft is open, and is asked about where it was published or put aside meanwhile', () => {
  expect(standingOf(mine, { status: 'open', document: saved })).toBe('open')
  expect(standingOf(mine, { status: 'published', document: saved })).toBe('stranded')
  expect(standingOf(mine, { status: 'discarded', document: saved })).toBe('stranded')
})

it('is nothing where what is saved says the same', () => {
  for (const status of ['open', 'published', 'discarded'] as const)
    expect(standingOf(mine, { status, document: { inForce: { from: '2022-01-01' }, title: '我的' } })).toBe('none')
  expect(standingOf(null, { status: 'open', document: saved })).toBe('none')
})

it('is carried into another draft with the name and the days of that one', () => {
  const document = { scheme: 's.x', version: '2022-05', region: '331102', inForce: { from: '2022-05-01' } }
  const former = { ...mine, document: { ...mine.document, version: '2022-04', replaces: { versions: ['2022-01'] } } }
  expect(carriedOver(former, { document, revision: 1 })).toEqual({
    document: { ...document, title: '我的' },
    revision: 1,
  })
})
