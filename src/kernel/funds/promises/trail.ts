import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listVersionsOfFact } from '../../policy/public.ts'
import type { Trail, TrailLink } from '../../record/public.ts'
import { formatYuan } from '../../values/public.ts'
import { maskedNamesOf } from '../claims/people/names.ts'
import { INSTALMENT_DUE } from './rules.ts'
import { findInstalment, findPromiseBy, type Instalment, listInstalmentsOf, listPromisesById } from './store.ts'
import { STATE_WORDS, words } from './words.ts'

const plain = (text: string): Sentence => ({ zh: text, en: text })

const instalmentLink = ({ id, number }: Pick<Instalment, 'id' | 'number'>): TrailLink => ({
  kind: 'instalment',
  id,
  title: words.instalment(number),
})

/** What a decision promises beside itself. */
export async function promisedBy(tx: Tx, decisionId: string): Promise<TrailLink[]> {
  const promise = await findPromiseBy(tx, decisionId)
  return promise ? (await listInstalmentsOf(tx, { promiseIds: [promise.id] })).map(instalmentLink) : []
}

/** One instalment: from the decision that promised it to what was recorded when it was due. */
const instalmentTrail: Trail = {
  kind: 'instalment',
  async describe(tx, id) {
    const instalment = await findInstalment(tx, id)
    const promise = instalment && (await listPromisesById(tx, [instalment.promiseId])).get(instalment.promiseId)
    if (!instalment || !promise) return undefined
    const name = (await maskedNamesOf(tx, [promise.factId])).get(promise.factId) ?? '*'
    const { columns } = words
    return {
      kind: 'instalment',
      id,
      organisationId: promise.organisationId,
      title: words.instalment(instalment.number),
      says: [
        { label: columns.person, value: plain(name) },
        { label: columns.scheme, value: promise.schemeTitle },
        { label: columns.which, value: words.which(instalment.number, promise.instalments) },
        { label: columns.dueOn, value: plain(instalment.dueOn) },
        { label: columns.until, value: plain(instalment.endsOn) },
        { label: columns.amount, value: plain(formatYuan(instalment.amountFen)) },
        { label: columns.state, value: STATE_WORDS[instalment.status] },
        ...(instalment.because ?? []).map(({ label, sentence }) => ({ label, value: sentence })),
      ],
      restsOn: [{ kind: 'decision', id: promise.decisionId, title: words.firstDecision }],
      leadsTo: [
        ...(await listVersionsOfFact(tx, INSTALMENT_DUE, id)).map((fact) => ({
          kind: 'fact',
          id: fact.id,
          title: words.fact,
        })),
        { kind: 'instalments', id: instalment.roundId, title: words.round(instalment.dueOn) },
      ],
    }
  },
}

/** Everybody whose instalment of one group falls due on one day: what a claim is made for. */
const roundTrail: Trail = {
  kind: 'instalments',
  async describe(tx, id) {
    const instalments = await listInstalmentsOf(tx, { roundId: id })
    const [first] = instalments
    const promise = first && (await listPromisesById(tx, [first.promiseId])).get(first.promiseId)
    if (!first || !promise) return undefined
    return {
      kind: 'instalments',
      id,
      organisationId: promise.organisationId,
      title: words.round(first.dueOn),
      says: [
        { label: words.columns.scheme, value: promise.schemeTitle },
        { label: words.columns.group, value: plain(promise.title) },
        { label: words.columns.dueOn, value: plain(first.dueOn) },
      ],
      restsOn: instalments.map(instalmentLink),
      leadsTo: [],
    }
  },
}

export const promiseTrails: readonly Trail[] = [instalmentTrail, roundTrail]
