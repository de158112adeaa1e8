import type { Restriction } from './contract.ts'

/** The proposal about a restriction that waits for a second person. */
export function openOf({ proposals }: Pick<Restriction, 'proposals'>): Restriction['proposals'][number] | undefined {
  return proposals.find(({ decision }) => decision === null)
}
