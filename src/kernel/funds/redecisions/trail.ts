import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { whoOf } from '../../access/public.ts'
import { type KeptDecision, listChains } from '../../policy/public.ts'
import type { Trail, TrailLink } from '../../record/public.ts'
import { civilDateOf, formatYuan } from '../../values/public.ts'
import { listRecoveriesByDecision } from '../recoveries/store.ts'
import { words as recoveryWords } from '../recoveries/words.ts'
import { stateOf } from './showing.ts'
import { findRedecision, listItems, listItemsOn, listMakersOf } from './store.ts'
import { subjectOf } from './chain.ts'
import { CAUSE_WORDS, words } from './words.ts'

const plain = (text: string): Sentence => ({ zh: text, en: text })

export function decisionLink({ id, cause }: Pick<KeptDecision, 'id' | 'cause'>): TrailLink {
  const { zh, en } = CAUSE_WORDS[cause]
  return { kind: 'decision', id, title: { zh: `政策决定(${zh})`, en: `Decision (${en.toLowerCase()})` } }
}

const redecisionLink = (id: string): TrailLink => ({ kind: 'redecision', id, title: words.title })

/** How a decision is linked with those before and after it, with who asked for it, and with what it asks back. */
export async function linksOfDecision(
  tx: Tx,
  decision: KeptDecision,
): Promise<{ restsOn: readonly TrailLink[]; leadsTo: readonly TrailLink[] }> {
  const subjectId = await subjectOf(tx, decision)
  const chain = (await listChains(tx, decision.groupId, decision.scheme)).get(subjectId ?? '') ?? []
  const before = chain.find(({ id }) => id === decision.followsId)
  const after = chain.find(({ followsId }) => followsId === decision.id)
  const maker = (await listMakersOf(tx, [decision.id])).get(decision.id)
  const asked = new Set((await listItemsOn(tx, [decision.id])).map(({ redecisionId }) => redecisionId))
  const recoveries = await listRecoveriesByDecision(tx, [decision.id])
  return {
    restsOn: [...(maker ? [redecisionLink(maker.id)] : []), ...(before ? [decisionLink(before)] : [])],
    leadsTo: [
      ...(after ? [decisionLink(after)] : []),
      ...[...asked].map(redecisionLink),
      ...recoveries.map(({ id }) => ({ kind: 'recovery', id, title: recoveryWords.title })),
    ],
  }
}

/** A proposal to decide anew: who asked for it and why, on which decisions, and what became of them. The bureau's own. */
export const redecisionTrail: Trail = {
  kind: 'redecision',
  async describe(tx, id) {
    const row = await findRedecision(tx, id)
    if (!row) return undefined
    const items = await listItems(tx, [id])
    const who = await whoOf(tx, [row.accountId, ...(row.answer ? [row.answer.accountId] : [])])
    const said = (accountId: string): Sentence => {
      const { name, post } = who(accountId)
      return { zh: `${post.zh} ${name}`, en: `${post.en} ${name}` }
    }
    return {
      kind: 'redecision',
      id,
      organisationId: null,
      title: { zh: `重新认定(${CAUSE_WORDS[row.cause].zh})`, en: `Decided anew (${CAUSE_WORDS[row.cause].en})` },
      says: [
        { label: words.columns.scheme, value: row.schemeTitle },
        { label: words.columns.state, value: words.states[stateOf(row)] },
        { label: words.said.reason, value: plain(row.reason) },
        { label: words.columns.document, value: plain(row.document) },
        ...(row.manual ? [{ label: CAUSE_WORDS.manual, value: plain(row.manual.reason) }] : []),
        { label: words.columns.difference, value: plain(formatYuan(row.differenceFen)) },
        { label: words.columns.proposedBy, value: said(row.accountId) },
        { label: words.columns.on, value: plain(civilDateOf(row.businessAt)) },
        ...(row.answer ? [{ label: words.columns.confirmedBy, value: said(row.answer.accountId) }] : []),
      ],
      restsOn: items.map(({ decisionId }) => ({ kind: 'decision', id: decisionId, title: words.said.follows })),
      leadsTo: items.flatMap(({ madeId }) =>
        madeId === null ? [] : [{ kind: 'decision', id: madeId, title: words.said.made }],
      ),
    }
  },
}
