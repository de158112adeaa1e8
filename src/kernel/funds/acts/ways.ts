import type { Tx } from '../../../platform/db/public.ts'
import type { TrailLink, TrailWays } from '../../record/public.ts'
import { words } from './words.ts'
import { listHoldsOfCase, listListsOnDecision } from './store.ts'

/** What funds rests on the steps of others: the lines a suspicion case holds, and the province's lists on a decision. */
export const fundsWays: TrailWays = {
  async leadsTo(tx, { kind, id }) {
    if (kind === 'suspicion-case') return holdsOf(tx, id)
    if (kind === 'decision') return listsOn(tx, id)
    return []
  },
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
