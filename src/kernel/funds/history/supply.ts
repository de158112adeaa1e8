import type { Tx } from '../../../platform/db/public.ts'
import { type FactValue, HISTORY, type History, known, parametersOn } from '../../policy/public.ts'
import type { CivilDate } from '../../values/public.ts'
import { gatherPast } from './gather.ts'
import type { PastReceipts, Receipt } from './receipts.ts'
import { historyTerms } from './terms.ts'

export type PastAsked = {
  readonly personIds: readonly string[]
  /** What is being decided: its own reservation is not held against it. */
  readonly groupId: string
  readonly scheme: string
  readonly today: CivilDate
}

/** What each of these people has had before, as the fact that limits are held against. */
export async function historyFacts(tx: Tx, asked: PastAsked): Promise<(personId: string) => FactValue> {
  const terms = historyTerms(parametersOn(tx.district, asked.today))
  const pastOf = await gatherPast(tx, { ...asked, terms })
  return (personId) => known(historyOf(pastOf(personId), terms.since), { source: 'funds/history', asOf: asked.today })
}

export { HISTORY }

/** The same as policy knows it. */
export function historyOf({ receipts, covers }: PastReceipts, since: CivilDate): History {
  return {
    receipts: receipts.map(hadBefore),
    covers: covers.map(({ families, from, to }) => ({ families, from, to })),
    since,
  }
}

function hadBefore(receipt: Receipt): History['receipts'][number] {
  const { id, family, paid, occupation, level, certificateNo, amountFen, kind, title, evidence } = receipt
  const written = [occupation.name, occupation.trade].filter((part) => part !== '').join('/')
  return {
    id,
    family,
    on: receipt.counts ?? paid,
    occupation: occupation.id ?? written,
    ...(level === null ? {} : { level }),
    ...(certificateNo === null ? {} : { certificate: certificateNo }),
    fen: Number(amountFen),
    ...(title ? { title } : {}),
    where: kind,
    source: evidence.label,
  }
}
