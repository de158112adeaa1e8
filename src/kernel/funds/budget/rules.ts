import { FEN_LIMIT } from '../../values/public.ts'

/** Where money of a budget line can stand. `treasury` is outside the line. */
export const ACCOUNTS = ['treasury', 'available', 'reserved', 'committed', 'paid', 'returned', 'recovered'] as const
export type Account = (typeof ACCOUNTS)[number]

/** The accounts of a line itself. */
export type LineAccount = Exclude<Account, 'treasury'>
export const LINE_ACCOUNTS = [
  'available',
  'reserved',
  'committed',
  'paid',
  'returned',
  'recovered',
] as const satisfies readonly LineAccount[]

/**
 * Where money may go next: forward with a claim, and the same step back when it is withdrawn or returned. What the bank
 * gives back, at once or after it said that it had paid, is committed anew when it is paid again; what was paid by mistake
 * and came back stays apart, and is never available again by itself.
 */
export const MAY_GO_TO = {
  treasury: ['available'],
  available: ['treasury', 'reserved'],
  reserved: ['available', 'committed'],
  committed: ['reserved', 'available', 'paid', 'returned'],
  paid: ['committed', 'returned', 'recovered'],
  returned: ['committed', 'available'],
  recovered: ['treasury'],
} as const satisfies Record<Account, readonly Account[]>

export function mayMove(from: Account, to: Account): boolean {
  return (MAY_GO_TO[from] as readonly Account[]).includes(to)
}

/** A line's money in fen. What was appropriated is always the sum of the line's accounts. */
export type Balance = { readonly appropriatedFen: bigint } & { readonly [A in LineAccount as `${A}Fen`]: bigint }

export const NOTHING: Balance = {
  appropriatedFen: 0n,
  availableFen: 0n,
  reservedFen: 0n,
  committedFen: 0n,
  paidFen: 0n,
  returnedFen: 0n,
  recoveredFen: 0n,
}

export type Transfer = { readonly from: Account; readonly to: Account; readonly amountFen: bigint }

const amountIn = (balance: Balance, account: Account) =>
  account === 'treasury' ? balance.appropriatedFen : balance[`${account}Fen`]

/** The balance after a transfer. Never refuses: whether an account may hold less than nothing is asked by `lackOf`. */
export function moved(balance: Balance, { from, to, amountFen }: Transfer): Balance {
  // The treasury stands for what was appropriated, seen from outside: money that leaves it is added.
  const sign = (account: Account) => (account === 'treasury' ? -1n : 1n)
  const set = (now: Balance, account: Account, change: bigint): Balance => ({
    ...now,
    [account === 'treasury' ? 'appropriatedFen' : `${account}Fen`]: amountIn(now, account) + sign(account) * change,
  })
  return set(set(balance, from, -amountFen), to, amountFen)
}

/** Whether a balance is more than is kept: no figure of a line reaches the limit. */
export function isBeyondLimit(balance: Balance): boolean {
  return balance.appropriatedFen >= FEN_LIMIT
}

/** The account that a transfer would overdraw, and what it holds; undefined when there is enough. */
export function lackOf(balance: Balance, transfer: Transfer): { account: LineAccount; hasFen: bigint } | undefined {
  if (transfer.from === 'treasury') return undefined
  const hasFen = amountIn(balance, transfer.from)
  return hasFen < transfer.amountFen ? { account: transfer.from, hasFen } : undefined
}
