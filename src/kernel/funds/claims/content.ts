import { contentHash } from '../../policy/public.ts'
import type { ClaimLine, ClaimPersonRow } from './people/store.ts'
import type { Claim } from './store.ts'

/**
 * SHA-256 of everything a claim says: what it is for, what it pays to whom, and everybody it does not pay. A review is
 * bound to it. Recomputed from the stored rows it is the same, as long as nobody changed them.
 */
export function claimHash(
  claim: Omit<Claim, 'contentSha256' | 'status'>,
  people: readonly ClaimPersonRow[],
  lines: readonly Omit<ClaimLine, 'id' | 'claimId'>[],
): Buffer {
  const { assembledAt, replaces, supplement, supplementBecause, ...head } = claim
  const content = {
    ...head,
    ...(replaces ? { replaces } : {}),
    ...(supplement > 0 ? { supplement, supplementBecause } : {}),
    assembledAt: assembledAt.toISOString(),
    people: people.map(({ decisionId, factId, subjectId, personId, position, standing, amountFen, reasons }) => {
      return { decisionId, factId, subjectId, personId, position, standing, amountFen, reasons }
    }),
    lines: lines.map(({ entitlementId, personId, position, payeeName, bankAccountId, amountFen }) => {
      return { entitlementId, personId, position, payeeName, bankAccountId, amountFen }
    }),
  }
  return Buffer.from(contentHash(content), 'hex')
}
