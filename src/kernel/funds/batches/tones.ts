import type { Tone } from '../../../platform/ui/public.ts'
import type { BatchStatus, PaymentStatus } from './rules.ts'

/** How a state looks; its words always say it as well. */
export const BATCH_TONE: Record<BatchStatus, Tone> = {
  frozen: 'attention',
  'half-signed': 'attention',
  signed: 'now',
  exported: 'now',
  settled: 'good',
  withdrawn: 'plain',
}

export const PAYMENT_TONE: Record<PaymentStatus, Tone> = {
  frozen: 'plain',
  sent: 'now',
  paid: 'good',
  returned: 'refused',
  withdrawn: 'plain',
}
