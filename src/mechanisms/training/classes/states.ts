import type { Sentence } from '../../../platform/contract/public.ts'

export const CLASS_STATUSES = ['draft', 'submitted', 'returned', 'filed', 'completed'] as const
export type ClassStatus = (typeof CLASS_STATUSES)[number]

/** What may be done with a class. `change` is its plan, its timetable and its roster alike. */
export const CLASS_ACTS = ['change', 'submit', 'approve', 'return', 'complete'] as const
export type ClassAct = (typeof CLASS_ACTS)[number]

/** From each state, what may happen and what the class is then. What is not here is refused and has no button. */
const NEXT = {
  draft: { change: 'draft', submit: 'submitted' },
  submitted: { approve: 'filed', return: 'returned' },
  returned: { change: 'returned', submit: 'submitted' },
  filed: { complete: 'completed' },
  completed: {},
} as const satisfies Record<ClassStatus, Partial<Record<ClassAct, ClassStatus>>>

/** The permission that each act needs. */
export const PERMISSION = {
  change: 'class.write',
  submit: 'class.file',
  approve: 'class.review',
  return: 'class.review',
  complete: 'marks.import',
} as const satisfies Record<ClassAct, string>

export const STATUS_WORDS = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待审核', en: 'Submitted' },
  returned: { zh: '退回补正', en: 'Returned' },
  filed: { zh: '已备案', en: 'Filed' },
  completed: { zh: '已结业', en: 'Completed' },
} as const satisfies Record<ClassStatus, Sentence>

/** How a state or an outcome is coloured where it is shown; the words always say it too. */
export type Tone = 'plain' | 'now' | 'good' | 'attention' | 'refused'

export const STATUS_TONE = {
  draft: 'plain',
  submitted: 'now',
  returned: 'attention',
  filed: 'good',
  completed: 'good',
} as const satisfies Record<ClassStatus, Tone>

/** What the class is after the act; undefined when the act is not possible now. */
export function statusAfter(status: ClassStatus, act: ClassAct): ClassStatus | undefined {
  const next: Partial<Record<ClassAct, ClassStatus>> = NEXT[status]
  return next[act]
}

/** What somebody with these permissions may do with a class in this state. */
export function actsFor(status: ClassStatus, may: (permission: string) => boolean): ClassAct[] {
  return CLASS_ACTS.filter((act) => statusAfter(status, act) !== undefined && may(PERMISSION[act]))
}
