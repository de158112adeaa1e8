import { lazy } from 'react'
import type { Page } from '../navigation.ts'

/** What is counted, and the lists that everything is read by. */
export const FIGURES: readonly Page[] = [
  {
    path: '/calendar',
    group: 'figures',
    title: { zh: '工作日历', en: 'Working calendar' },
    may: 'reference.read',
    nav: true,
    component: lazy(() => import('../../../kernel/reference/CalendarPage.tsx')),
  },
  {
    path: '/occupations',
    group: 'figures',
    title: { zh: '职业目录', en: 'Occupations' },
    may: 'reference.read',
    nav: true,
    component: lazy(() => import('../../../kernel/reference/OccupationsPage.tsx')),
  },
]
