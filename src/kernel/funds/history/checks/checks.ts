import type { Check } from '../../../record/public.ts'
import { quotaCheck, quotaNotice } from './b01-quota.ts'
import { lowerLevelCheck, sameLevelCheck } from './b02-b03-repeats.ts'
import { oneCertificateCheck } from './b05-one-certificate.ts'
import { deadlineCheck } from './b08-deadline.ts'

/** What funds makes sure of about people's past subsidies. */
export const historyChecks: readonly Check[] = [
  quotaCheck,
  quotaNotice,
  sameLevelCheck,
  lowerLevelCheck,
  oneCertificateCheck,
  deadlineCheck,
]
