import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Sentence } from '../../../platform/contract/public.ts'
import { words as paperWords } from '../../../kernel/record/paper/words.ts'
import { words as letterWords } from '../../../kernel/people/letters/words.ts'
import { words as attendanceWords } from '../attendance/words.ts'
import { pageWords as liveWords } from '../live/page-words.ts'
import { words as musterWords } from '../completion/words.ts'
import { words as marksWords } from '../evaluation/words.ts'
import { words as inspectionWords } from '../inspections/words.ts'
import { pageWords } from './page-words.ts'
import type { ClassStatus } from './states.ts'

/** A tab of the class page that another feature of the room brings. */
export type ClassPanel = {
  readonly key: string
  readonly title: Sentence
  /** Without this permission the panel is not shown. */
  readonly may?: string
  /** In which states it can be changed; its own permission is the panel's business. */
  readonly editableIn: readonly ClassStatus[]
  /** In which states it is shown at all. */
  readonly shownIn: readonly ClassStatus[]
  readonly component: LazyExoticComponent<ComponentType<{ classId: string; editable: boolean }>>
}

/** The tabs between the timetable and the checks, in this order. To add one, add one entry. */
export const PANELS: readonly ClassPanel[] = [
  {
    key: 'roster',
    title: pageWords.panels.roster,
    editableIn: ['draft', 'returned'],
    shownIn: ['draft', 'submitted', 'returned', 'filed', 'completed'],
    component: lazy(async () => ({ default: (await import('../rosters/RosterPanel.tsx')).RosterPanel })),
  },
  {
    key: 'letters',
    title: letterWords.panel,
    may: 'letter.read',
    editableIn: [],
    shownIn: ['submitted', 'filed', 'completed'],
    component: lazy(async () => ({
      default: (await import('../../../kernel/people/letters/LettersPanel.tsx')).LettersPanel,
    })),
  },
  {
    key: 'live',
    title: liveWords.title,
    editableIn: ['filed'],
    shownIn: ['filed', 'completed'],
    component: lazy(async () => ({ default: (await import('../live/LivePanel.tsx')).LivePanel })),
  },
  {
    key: 'attendance',
    title: attendanceWords.title,
    editableIn: ['filed'],
    shownIn: ['filed', 'completed'],
    component: lazy(async () => ({ default: (await import('../attendance/AttendancePanel.tsx')).AttendancePanel })),
  },
  {
    key: 'marks',
    title: marksWords.title,
    editableIn: ['filed'],
    shownIn: ['filed', 'completed'],
    component: lazy(async () => ({ default: (await import('../evaluation/MarksPanel.tsx')).MarksPanel })),
  },
  {
    key: 'muster',
    title: musterWords.title,
    editableIn: ['filed'],
    shownIn: ['filed', 'completed'],
    component: lazy(async () => ({ default: (await import('../completion/MusterPanel.tsx')).MusterPanel })),
  },
  {
    key: 'inspections',
    title: inspectionWords.title,
    editableIn: [],
    shownIn: ['filed', 'completed'],
    component: lazy(async () => ({ default: (await import('../inspections/InspectionsPanel.tsx')).InspectionsPanel })),
  },
  {
    key: 'papers',
    title: paperWords.title,
    editableIn: [],
    shownIn: ['draft', 'submitted', 'returned', 'filed', 'completed'],
    component: lazy(async () => ({ default: (await import('../paper/ClassPapersPanel.tsx')).ClassPapersPanel })),
  },
]
