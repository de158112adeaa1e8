import { lazy } from 'react'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { endpoint, None } from '../../platform/contract/public.ts'
import { byUrgency, countOf, findPages, menuFor, type Page, pageAbove, routerPath } from './navigation.ts'

function givenPage(change: Partial<Page>): Page {
  const component = lazy(async () => ({ default: () => null }))
  return {
    path: '/classes',
    group: 'training',
    title: { zh: '班级', en: 'Classes' },
    may: 'class.read',
    nav: true,
    component,
    ...change,
  }
}

const CLASSES = givenPage({})
const ONE_CLASS = givenPage({ path: '/classes/:classId', nav: false })
const BATCHES = givenPage({
  path: '/batches',
  group: 'money',
  title: { zh: '支付批次', en: 'Batches' },
  may: 'batch.read',
})
const QUEUE = givenPage({ path: '/queue', group: 'mine', title: { zh: '待办', en: 'Queue' }, may: 'signed-in' })
const PAGES = [CLASSES, ONE_CLASS, BATCHES, QUEUE]

it('shows only pages that the person may open, in the programme’s order, without empty groups', () => {
  const menu = menuFor(PAGES, (permission) => permission !== 'batch.read')
  expect(menu.map((each) => [each.group, each.pages.map((page) => page.path)])).toEqual([
    ['mine', ['/queue']],
    ['training', ['/classes']],
  ])
})

it('marks the list while one of its records is open, and nothing that only begins alike', () => {
  expect(pageAbove(PAGES, '/classes/0190')).toBe(CLASSES)
  expect(pageAbove(PAGES, '/classesque')).toBeUndefined()
})

it('finds a page by a part of its name in either language', () => {
  expect(findPages(PAGES, '支付')).toEqual([BATCHES])
  expect(findPages(PAGES, 'queu')).toEqual([QUEUE])
})

it('spells path parameters for the router', () => {
  expect(routerPath('/classes/:classId/people/:personId')).toBe('/classes/$classId/people/$personId')
})

it('reads how many wait from the answer of the room’s own operation', () => {
  const returns = z.object({ filed: z.number(), returned: z.number() })
  const shape = { params: None, query: None, body: None, returns }
  const counts = endpoint({ method: 'GET', path: '/classes/counts', may: 'class.read', summary: 'Counts', ...shape })
  const count = countOf(counts, {}, (answer) => answer.filed + answer.returned)
  expect(count.read({ filed: 8, returned: 2 })).toEqual({ all: 10, dueToday: 0, overdue: 0 })
})

it('puts what is overdue first, then what is due today, and leaves out where nothing waits', () => {
  const entry = (name: string, all: number, dueToday: number, overdue: number) => ({
    name,
    waits: { all, dueToday, overdue },
  })
  const entries = [entry('many', 9, 0, 0), entry('none', 0, 0, 0), entry('today', 2, 1, 0), entry('late', 1, 0, 1)]
  expect(byUrgency(entries).map(({ name }) => name)).toEqual(['late', 'today', 'many'])
})
