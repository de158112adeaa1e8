import type { Tone } from '../../../platform/ui/public.ts'
import type { RecoveryStatus } from './rules.ts'

/** How a state looks; its words always say it as well. */
export const RECOVERY_TONE: Record<RecoveryStatus, Tone> = {
  proposed: 'attention',
  declined: 'plain',
  ordered: 'now',
  recovered: 'good',
}
