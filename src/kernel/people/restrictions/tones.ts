import type { Tone } from '../../../platform/ui/public.ts'
import type { State } from './rules.ts'

export const TONES = {
  proposed: 'attention',
  declined: 'plain',
  'to-come': 'now',
  'in-force': 'refused',
  ended: 'plain',
  revoked: 'plain',
} as const satisfies Record<State, Tone>
