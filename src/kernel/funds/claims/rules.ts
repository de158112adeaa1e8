export const CLAIM_STATUSES = ['assembled', 'first-passed', 'approved', 'batched', 'paid', 'returned'] as const
export type ClaimStatus = (typeof CLAIM_STATUSES)[number]

export type ClaimAct = 'initial-pass' | 'second-pass' | 'return' | 'batch' | 'send-back' | 'settle'

/** What may happen to a claim next, and what it is then. The server permits by it, the browser draws its buttons from it. */
export const CLAIM_NEXT = {
  assembled: { 'initial-pass': 'first-passed', return: 'returned' },
  'first-passed': { 'second-pass': 'approved', return: 'returned' },
  approved: { batch: 'batched', 'send-back': 'returned' },
  batched: { settle: 'paid' },
  paid: {},
  returned: {},
} as const satisfies Record<ClaimStatus, Partial<Record<ClaimAct, ClaimStatus>>>

export function nextStatus(status: ClaimStatus, act: ClaimAct): ClaimStatus | undefined {
  return (CLAIM_NEXT[status] as Partial<Record<ClaimAct, ClaimStatus>>)[act]
}

/** What a claim's payments are for, as the bank is told. */
export function purposeOf(claim: { readonly schemeTitle: { readonly zh: string } }): string {
  return claim.schemeTitle.zh
}

/** Where searching leads: what begins like a number is a number's beginning, anything else is part of a title. */
export function searchOf(
  typed: string,
): { numberFrom: string; numberBefore: string } | { titlePart: string } | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(text)) return { titlePart: text }
  const from = text.toUpperCase()
  // The first text, byte by byte, that does not begin so.
  return {
    numberFrom: from,
    numberBefore: `${from.slice(0, -1)}${String.fromCharCode(from.charCodeAt(from.length - 1) + 1)}`,
  }
}

/** Why a group that is decided cannot become a claim yet. */
export const WAIT_REASONS = [
  'no-scheme',
  'out-of-scope',
  'another-payee',
  'nobody-due',
  'no-budget-line',
  'not-enough-budget',
  'returned',
] as const
export type WaitReason = (typeof WAIT_REASONS)[number]
