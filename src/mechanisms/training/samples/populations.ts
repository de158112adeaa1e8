import type { Population } from '../../../kernel/integrity/public.ts'
import { STATUS_WORDS } from '../classes/states.ts'
import { listClassesToDraw } from './store.ts'

/** What the auditor draws samples of classes from. */
export const classPopulation: Population = {
  kind: 'class',
  name: { zh: '班级', en: 'Classes' },
  dated: { zh: '结班日期', en: 'day the class ends' },
  states: STATUS_WORDS,
  ofMoney: false,
  list: listClassesToDraw,
}
