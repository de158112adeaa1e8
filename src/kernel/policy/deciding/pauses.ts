import type { Answer } from './decide.ts'
import { INSTALMENTS } from './instalments.ts'

/** Whether what does not hold pauses a later instalment: it may hold again within its time. */
export function pauses({ trace, ...answer }: Answer): boolean {
  const isLater = (trace.instalment?.number ?? 1) > 1
  return isLater && answer.kind === 'ineligible' && !answer.reasons.some(({ id }) => id === INSTALMENTS)
}
