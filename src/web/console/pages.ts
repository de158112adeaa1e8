/*
 * The pages of the console. To add one, add one entry to its group in pages/; nothing else in web/ changes.
 *
 *   {
 *     path: '/classes',                        below /:district/console; '/classes/:classId' gives usePageParams()
 *     group: 'training',                       mine · training · incentives · service · money · figures
 *     title: { zh: '班级', en: 'Classes' },     the name in the navigation
 *     may: 'class.read',                       without it the entry is not shown and the address explains why
 *     nav: true,                               false for a page of one record, reached from its list
 *     count: countOf(countClasses, {}, (answer) => answer.waiting),   optional: how many wait
 *     component: lazy(() => import('../../../mechanisms/training/classes/ClassesPage.tsx')),   default export
 *   },
 *
 * Entries appear in the navigation in this order within their group. A page at '/' replaces the plain start page.
 */
import type { Page } from './navigation.ts'
import { FIGURES } from './pages/figures.ts'
import { MINE } from './pages/mine.ts'
import { MONEY } from './pages/money.ts'
import { TRAINING } from './pages/training.ts'

/** In the order of the navigation: what is done daily stands first in its group, what is looked up stands last. */
export const PAGES: readonly Page[] = [...MINE, ...TRAINING, ...MONEY, ...FIGURES]
