import type { Gap } from '../limits/coverage.ts'
import type { HadBefore, History } from '../limits/history.ts'
import { findUnder, type Limit, type LimitWindow, type Sameness, type Taking, unlessUnknown } from '../limits/limits.ts'
import type { StackingRule } from '../packs/stacking.ts'
import type { Beside, BesideScheme } from './beside.ts'

/** How a scheme stands to others of its family. */
export type Stacking = {
  readonly scheme: string
  readonly rule: StackingRule
  readonly family: string
  readonly over: readonly string[]
  readonly same: readonly Sameness[]
  readonly window: LimitWindow
  readonly onUnknown: 'hold' | 'note'
}

type BesideKnown = Extract<BesideScheme, { readonly fen: number }>
type BesideOpen = Extract<BesideScheme, { readonly unknown: unknown }>

/** What stands beside a scheme: had before for the same, and due at the same time. Whole fen. */
export type StackFinding = {
  /** Had before for the same, and what that comes to. */
  readonly had: readonly HadBefore[]
  readonly hadFen: number
  /** What may have been had for the same: its record does not say clearly enough. */
  readonly unclear: readonly HadBefore[]
  /** The times of which nothing is known. */
  readonly gaps: readonly Gap[]
  /** Of those beside it: which are given before it, which give way to it, of which it is not known. */
  readonly ahead: readonly BesideKnown[]
  readonly behind: readonly BesideKnown[]
  readonly open: readonly BesideOpen[]
  /** What the scheme comes to without those beside it; null where its amount is not known. */
  readonly aloneFen: number | null
  /** What is had already or given before it. */
  readonly takenFen: number
}

/**
 * What somebody has of a family beside a scheme. Of those that are decided together the one that comes to most by itself is
 * given, of several alike the first by name: whoever asks, and in which order, finds the same one.
 */
export function findBeside(
  stacking: Stacking,
  { past, beside, taking, amountFen }: { past: History; beside: Beside; taking: Taking; amountFen: number | null },
): StackFinding {
  const { had, unclear, gaps } = hadForTheSame(stacking, past, taking)
  const hadFen = had.reduce((sum, { fen }) => sum + fen, 0)
  const aloneFen = amountFen === null ? null : aloneOf(stacking.rule, amountFen, hadFen, had.length > 0)
  const known = beside.beside.filter((each): each is BesideKnown => 'fen' in each && each.fen > 0)
  const open = beside.beside.filter((each): each is BesideOpen => 'unknown' in each)
  const isAhead = ({ fen, scheme }: BesideKnown) =>
    aloneFen !== null && (fen > aloneFen || (fen === aloneFen && scheme < stacking.scheme))
  const ahead = known.filter(isAhead)
  const behind = aloneFen === null ? [] : known.filter((each) => !isAhead(each))
  const takenFen = hadFen + Math.max(0, ...ahead.map(({ fen }) => fen))
  return { had, hadFen, unclear, gaps, ahead, behind, open, aloneFen, takenFen }
}

function aloneOf(rule: StackingRule, amountFen: number, hadFen: number, hasHad: boolean): number {
  if (rule === 'exclusive') return hasHad ? 0 : amountFen
  return Math.max(0, amountFen - hadFen)
}

/** Earlier subsidies of the family for the same, this scheme's own among them. */
function hadForTheSame({ over, same, window }: Stacking, past: History, taking: Taking) {
  const asked: Limit = { ...NOBODYS, over, window, rule: { kind: 'once', of: same } }
  // One record after another: what is found of the same does not end the search.
  const found = past.receipts.map((receipt) => findUnder(asked, { receipts: [receipt] }, taking))
  const repeatsNone = same.some((each) => taking[each] === null)
  return {
    had: found.flatMap(({ counted }) => counted),
    unclear: found.flatMap(({ unclear }) => unclear),
    gaps: repeatsNone ? [] : unlessUnknown(asked, past, taking).gaps,
  }
}

const NOBODYS = { id: '', label: { zh: '', en: '' }, cite: '', beyond: 'refuse', onUnknown: 'hold' } as const
