import type { Tone } from '../../../platform/ui/public.ts'
import type { HoldStatus } from '../holds/rules.ts'
import type { NoticeStatus } from './rules.ts'

export const NOTICE_TONE: Record<NoticeStatus, Tone> = { open: 'now', ended: 'good', withdrawn: 'plain' }

export const HOLD_TONE: Record<HoldStatus, Tone> = { held: 'attention', released: 'good', dropped: 'refused' }
