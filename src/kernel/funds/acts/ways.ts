import type { Tx } from '../../../platform/db/public.ts'
import { ledEach, type TrailLink, type TrailWays } from '../../record/public.ts'
import { recordedOn } from '../deciding/certificates-trail.ts'
import { listDifferencesOn } from '../province/lines-store.ts'
import { differenceLink } from '../province/trail.ts'
import { words } from './words.ts'
import { listHoldsOfCase, listListsOnDecision } from './store.ts'

const MOST_DIFFERENCES = 200

/**
 * What funds rests on the steps of others: the lines a suspicion case holds, the province's lists on a decision, and what
 * the province says it has paid as well.
 */
export const fundsWays: TrailWays = {
  leadsTo: (tx, places) =>
    ledEach(places, async ({ kind, id }) => {
      if (kind === 'suspicion-case') return holdsOf(tx, id)
      if (kind === 'decision') return listsOn(tx, id)
      if (kind === 'certificate') return recordedOn(tx, id)
      if (kind === 'claim' || kind === 'history-source')
        return (await listDifferencesOn(tx, { kind, id }, MOST_DIFFERENCES)).map(differenceLink)
      return []
    }),
}

async function holdsOf(tx: Tx, caseId: string): Promise<TrailLink[]> {
  return (await listHoldsOfCase(tx, caseId)).map(({ id, number }) => ({
    kind: 'line-hold',
    id,
    title: words.act(words.hold, number),
  }))
}

async function listsOn(tx: Tx, decisionId: string): Promise<TrailLink[]> {
  return (await listListsOnDecision(tx, decisionId)).map(({ id, number }) => ({
    kind: 'province-list',
    id,
    title: words.provinceList(number),
  }))
}
