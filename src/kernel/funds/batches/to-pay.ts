import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type ClaimLine, listClaimLines } from '../claims/people/store.ts'
import { purposeOf } from '../claims/rules.ts'
import { type Claim, findClaim } from '../claims/store.ts'
import { linesLeftOut } from '../holds/store.ts'
import { accountOf, correctionWaitedFor } from '../payees/rules.ts'
import { listCorrections, listReturned, type ReturnedRow } from '../payees/store.ts'
import { refusalWords } from './refusal-words.ts'

export type Chosen = { readonly claimIds: readonly string[]; readonly returnedIds: readonly string[] }

/** What is to be paid of one claim: all of it but what is held or dropped, or the lines of it that came back. */
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

/** The chosen returned payments, all of them still waiting to be paid again. */
export async function takeReturned(tx: Tx, ids: readonly string[]): Promise<ReturnedRow[]> {
  const asked = [...new Set(ids)]
  const found = asked.length === 0 ? [] : await listReturned(tx, { ids: asked })
  if (found.length < asked.length)
    throw new Problem('conflict', refusalWords.notReturnedAnyMore, { code: 'not-returned' })
  return found
}

/** What is paid of each claim, each line to the account that now stands. */
export async function linesToPay(
  tx: Tx,
  claims: readonly Claim[],
  whole: ReadonlySet<string>,
  returned: readonly ReturnedRow[],
): Promise<LinesToPay[]> {
  const replaced = new Map(returned.map(({ claimLineId, paymentId }) => [claimLineId, paymentId]))
  const left = await linesLeftOut(
    tx,
    claims.map(({ id }) => id),
  )
  const toPay: LinesToPay[] = []
  for (const claim of claims) {
    const again = !whole.has(claim.id)
    const all = await listClaimLines(tx, claim.id)
    const lines = all.filter(({ id }) => !left.has(id) && (!again || replaced.has(id)))
    const kept = await listCorrections(
      tx,
      lines.map(({ id }) => id),
    )
    const ofLines = lines.map(({ id, personId, position, payeeName, amountFen, ...line }): LineToPay => {
      const corrections = kept.get(id) ?? []
      const bankAccountId = accountOf(line, corrections)
      const replacesId = again ? (replaced.get(id) ?? null) : null
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
    toPay.push({ claim, lines: ofLines, leftOut, purpose: purposeOf(claim), again })
  }
  return toPay
}

/** What somebody chose, before anything is locked. */
export async function chosenToPay(tx: Tx, { claimIds, returnedIds }: Chosen): Promise<LinesToPay[]> {
  const returned = await takeReturned(tx, returnedIds)
  const claims: Claim[] = []
  for (const id of [...new Set([...claimIds, ...returned.map(({ claimId }) => claimId)])].sort()) {
    const claim = await findClaim(tx, id)
    if (!claim) throw new Problem('not-found', refusalWords.claimsMissing)
    claims.push(claim)
  }
  return linesToPay(tx, claims, new Set(claimIds), returned)
}
