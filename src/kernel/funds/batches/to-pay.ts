import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type ClaimLine, listLinesOfClaims } from '../claims/people/store.ts'
import { purposeOf } from '../claims/rules.ts'
import { type Claim, listClaimsById } from '../claims/store.ts'
import { linesLeftOut, listReleased } from '../holds/store.ts'
import { accountOf, correctionWaitedFor } from '../payees/rules.ts'
import { listCorrections, listReturned } from '../payees/store.ts'
import { refusalWords } from './refusal-words.ts'

export type Chosen = {
  readonly claimIds: readonly string[]
  readonly returnedIds: readonly string[]
  /** Holds that were released after their claim had gone into a batch. */
  readonly releasedIds: readonly string[]
}

/** The lines of claims in a batch already that are to be paid: the returned payment each takes the place of, if any. */
export type Again = ReadonlyMap<string, string | null>

/** What is to be paid of one claim: all of it but what is held or dropped, or the lines of it that came back or were cleared. */
export type LinesToPay = {
  readonly claim: Claim
  readonly lines: readonly LineToPay[]
  /** Lines that are held back or dropped: each has its hold. */
  readonly leftOut: readonly ClaimLine[]
  readonly purpose: string
  readonly again: boolean
}

type LineToPay = {
  readonly claimLineId: string
  readonly personId: string
  readonly position: number
  readonly payeeName: string
  readonly amountFen: bigint
  /** The account that now stands: the claim's own, or the last confirmed one. */
  readonly bankAccountId: string
  readonly isCorrected: boolean
  /** The returned payment whose place it takes. */
  readonly replacesId: string | null
  readonly waits: ReturnType<typeof correctionWaitedFor>
}

/** The chosen returned payments and released lines, all of them still waiting to be paid. */
export async function takeAgain(
  tx: Tx,
  { returnedIds, releasedIds }: Omit<Chosen, 'claimIds'>,
): Promise<{ readonly claimIds: readonly string[]; readonly lines: Again }> {
  const [returned, released] = [[...new Set(returnedIds)], [...new Set(releasedIds)]]
  const back = returned.length === 0 ? [] : await listReturned(tx, { ids: returned })
  const cleared = released.length === 0 ? [] : await listReleased(tx, { ids: released })
  if (back.length < returned.length || cleared.length < released.length)
    throw new Problem('conflict', refusalWords.notReturnedAnyMore, { code: 'not-returned' })
  return {
    claimIds: [...back, ...cleared].map(({ claimId }) => claimId),
    lines: new Map<string, string | null>([
      ...back.map(({ claimLineId, paymentId }) => [claimLineId, paymentId] as const),
      ...cleared.map(({ claimLineId }) => [claimLineId, null] as const),
    ]),
  }
}

/** What is paid of each claim, each line to the account that now stands. */
export async function linesToPay(
  tx: Tx,
  claims: readonly Claim[],
  whole: ReadonlySet<string>,
  lines: Again,
): Promise<LinesToPay[]> {
  const left = await linesLeftOut(
    tx,
    claims.map(({ id }) => id),
  )
  const linesOf = await listLinesOfClaims(
    tx,
    claims.map(({ id }) => id),
  )
  const kept = await listCorrections(
    tx,
    [...linesOf.values()].flat().map(({ id }) => id),
  )
  return claims.map((claim) => {
    const again = !whole.has(claim.id)
    const all = linesOf.get(claim.id) ?? []
    const paid = all.filter(({ id }) => !left.has(id) && (!again || lines.has(id)))
    const ofLines = paid.map(({ id, personId, position, payeeName, amountFen, ...line }): LineToPay => {
      const corrections = kept.get(id) ?? []
      const bankAccountId = accountOf(line, corrections)
      const replacesId = again ? (lines.get(id) ?? null) : null
      return {
        claimLineId: id,
        personId,
        position,
        payeeName,
        amountFen,
        bankAccountId,
        isCorrected: bankAccountId !== line.bankAccountId,
        replacesId,
        waits: correctionWaitedFor(replacesId, corrections),
      }
    })
    const leftOut = all.filter(({ id }) => left.has(id))
    return { claim, lines: ofLines, leftOut, purpose: purposeOf(claim), again }
  })
}

/** What somebody chose, before anything is locked. */
export async function chosenToPay(tx: Tx, { claimIds, ...others }: Chosen): Promise<LinesToPay[]> {
  const again = await takeAgain(tx, others)
  const ids = [...new Set([...claimIds, ...again.claimIds])].sort()
  const found = await listClaimsById(tx, ids)
  if (found.size < ids.length) throw new Problem('not-found', refusalWords.claimsMissing)
  const claims = ids.flatMap((id) => found.get(id) ?? [])
  return linesToPay(tx, claims, new Set(claimIds), again.lines)
}
