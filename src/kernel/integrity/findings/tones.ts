import type { Tone } from '../../../platform/ui/public.ts'
import type { FindingState, Severity } from './rules.ts'

export const STATE_TONES = { open: 'attention', answered: 'now', closed: 'good' } as const satisfies Record<
  FindingState,
  Tone
>

export const SEVERITY_TONES = { minor: 'plain', serious: 'attention', grave: 'refused' } as const satisfies Record<
  Severity,
  Tone
>
