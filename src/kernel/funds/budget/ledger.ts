import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { mayDieAt } from '../../../platform/faults/public.ts'
import { formatYuan, newId } from '../../values/public.ts'
import { type Account, type Balance, isBeyondLimit, LINE_ACCOUNTS, lackOf, mayMove, moved } from './rules.ts'
import { addToMonth, listMonthDifferences } from './months/store.ts'
import { monthOf } from './months/rules.ts'
import { insertTransfer, listBalancesAndTransfers, lockLine, saveBalance } from './store.ts'
import { ACCOUNT_WORDS, words } from './words.ts'

export type Move = {
  readonly lineId: string
  readonly from: Account
  readonly to: Account
  readonly amountFen: bigint
  /** Why, as a code of REASON_WORDS; a subject moves money once for one reason. */
  readonly reason: string
  /** What it is moved for: a claim, a payment, an appropriation. */
  readonly subject: { readonly kind: string; readonly id: string }
  /** Null when the platform itself does it. */
  readonly actor: { readonly personId: string } | null
  /** Business time. */
  readonly at: Date
  /** The document it rests on, where there is one. */
  readonly note?: string
}

/**
 * Moves money of a line: one transfer, the line's locked balance and its month, always in that order. Refuses with a sentence when
 * the account it leaves has less; the constraint `the_budget_is_not_overspent` stands behind it.
 */
export async function moveMoney(tx: Tx, move: Move): Promise<void> {
  const { lineId, from, to, amountFen, reason, subject, actor, at, note = '' } = move
  if (!mayMove(from, to)) throw new RangeError(`money does not go from ${from} to ${to}`)
  await insertTransfer(tx, {
    id: newId(),
    lineId,
    from,
    to,
    amountFen,
    reason,
    note,
    subjectKind: subject.kind,
    subjectId: subject.id,
    personId: actor?.personId ?? null,
    businessAt: at,
  })
  mayDieAt('money.half')
  const line = await lockLine(tx, lineId)
  if (!line) throw new Problem('not-found', words.lineMissing)
  const lack = lackOf(line, { from, to, amountFen })
  if (lack) {
    const sentence = words.overspent(line.name, lack.account, formatYuan(lack.hasFen), formatYuan(amountFen))
    throw new Problem('conflict', sentence, { code: 'the_budget_is_not_overspent' })
  }
  const after = moved(line, { from, to, amountFen })
  // What was more than the limit before it was known may still go down.
  if (isBeyondLimit(after) && after.appropriatedFen > line.appropriatedFen) {
    const sentence = words.lineFull(line.name, formatYuan(line.appropriatedFen), formatYuan(amountFen))
    throw new Problem('conflict', sentence, { code: 'a_line_has_its_limit' })
  }
  await saveBalance(tx, lineId, after)
  await addToMonth(tx, lineId, monthOf(at), { from, to, amountFen })
}

/** A figure of a balance that is not what the line's transfers come to. */
export type BalanceDifference = {
  readonly lineId: string
  readonly account: keyof Balance
  /** Null where the balance row itself is missing. */
  readonly keptFen: bigint | null
  readonly recomputedFen: bigint
  readonly sentence: Sentence
}

const FIGURES = ['appropriated', ...LINE_ACCOUNTS] as const

/** Recomputes every balance and every month of the district from its transfers; says every difference, changes nothing. */
export async function recomputeBalances(tx: Tx): Promise<BalanceDifference[]> {
  const compared = await listBalancesAndTransfers(tx)
  const months = (await listMonthDifferences(tx)).map(({ lineId, name, month, account, keptFen, recomputedFen }) => {
    const figure = account === 'treasury' ? ('appropriated' as const) : account
    const sentence = words.monthDiffers(
      name,
      month.slice(0, 7),
      ACCOUNT_WORDS[figure],
      formatYuan(keptFen),
      formatYuan(recomputedFen),
    )
    return { lineId, account: `${figure}Fen` as const, keptFen, recomputedFen, sentence }
  })
  const balances = compared.flatMap(({ id, name, kept, recomputed }) =>
    FIGURES.flatMap((figure) => {
      const account = `${figure}Fen` as const
      const keptFen = kept?.[account] ?? null
      const recomputedFen = recomputed[account]
      if (keptFen === recomputedFen) return []
      const said = keptFen === null ? '—' : formatYuan(keptFen)
      const sentence = words.differs(name, ACCOUNT_WORDS[figure], said, formatYuan(recomputedFen))
      return [{ lineId: id, account, keptFen, recomputedFen, sentence }]
    }),
  )
  return [...balances, ...months]
}
