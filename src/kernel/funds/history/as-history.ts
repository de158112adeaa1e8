import type { History } from '../../policy/public.ts'
import type { CivilDate } from '../../values/public.ts'
import type { PastReceipts, Receipt } from './receipts.ts'

/** Somebody's past as the limits of schemes are held against it. */
export function asHistory({ receipts, covers }: PastReceipts, since: CivilDate): History {
  return {
    receipts: receipts.map(hadBefore),
    covers: covers.map(({ families, from, to }) => ({ families, from, to })),
    since,
  }
}

function hadBefore(receipt: Receipt): History['receipts'][number] {
  const { id, family, paid, occupation, level, certificateNo, amountFen, kind, title, evidence, more } = receipt
  return {
    id,
    family,
    on: receipt.counts ?? paid,
    occupation: writtenOccupation(occupation),
    ...(level === null ? {} : { level }),
    ...(certificateNo === null ? {} : { certificate: certificateNo }),
    fen: Number(amountFen),
    ...(more ? { more } : {}),
    ...(title ? { title } : {}),
    where: kind,
    source: evidence.label,
  }
}

/** An occupation as it is compared: the dictionary's entry, else the wording. */
export function writtenOccupation({ id, name, trade }: Receipt['occupation']): string {
  return id ?? [name, trade].filter((part) => part !== '').join('/')
}
