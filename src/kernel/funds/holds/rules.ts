/** What becomes of a line that is kept from being paid while the rest of its claim goes on. */
export const HOLD_STATUSES = ['held', 'released', 'dropped'] as const
export type HoldStatus = (typeof HOLD_STATUSES)[number]

/** How a suspicion case's conclusion ends a hold; a referral ends nothing. */
export const HOLD_AFTER = { cleared: 'released', excluded: 'dropped', referred: undefined } as const satisfies Record<
  string,
  HoldStatus | undefined
>
