import type { Tone } from '../../../platform/ui/public.ts'
import type { InstalmentState } from './rules.ts'

export const INSTALMENT_TONE = {
  promised: 'plain',
  due: 'attention',
  paused: 'attention',
  claimed: 'now',
  paid: 'good',
  over: 'plain',
} as const satisfies Record<InstalmentState, Tone>
