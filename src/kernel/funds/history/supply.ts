import type { Tx } from '../../../platform/db/public.ts'
import { type FactValue, HISTORY, known, parametersOn, schemesOf } from '../../policy/public.ts'
import type { CivilDate } from '../../values/public.ts'
import { asHistory } from './as-history.ts'
import { gatherPast } from './gather.ts'
import { historyTerms } from './terms.ts'

export type PastAsked = {
  readonly personIds: readonly string[]
  /** What is being decided: its own reservations are not held against it. */
  readonly groupId: string
  readonly schemes: readonly string[]
  readonly today: CivilDate
}

/** What each of these people has had before, as the fact that limits are held against. */
export async function historyFacts(tx: Tx, asked: PastAsked): Promise<(personId: string) => FactValue> {
  const terms = historyTerms(parametersOn(tx.district, asked.today), { schemes: await schemesOf(tx), on: asked.today })
  const pastOf = await gatherPast(tx, { ...asked, terms })
  return (personId) => known(asHistory(pastOf(personId), terms.since), { source: 'funds/history', asOf: asked.today })
}

export { HISTORY }
