import type { Tone } from '../../../platform/ui/public.ts'
import type { LineState, ListStatus } from './rules.ts'

export const LIST_TONE: Record<ListStatus, Tone> = {
  assembled: 'now',
  'first-passed': 'now',
  'second-passed': 'attention',
  exported: 'good',
  returned: 'refused',
}

export const LINE_TONE: Record<LineState, Tone> = {
  open: 'attention',
  reopened: 'refused',
  asked: 'now',
  settled: 'good',
}
