import type { SuspicionCase } from './contract.ts'

/** The proposed conclusion that waits for a second person. */
export function openOf({
  conclusions,
}: Pick<SuspicionCase, 'conclusions'>): SuspicionCase['conclusions'][number] | undefined {
  return conclusions.find(({ decision }) => decision === null)
}
