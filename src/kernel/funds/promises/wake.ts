import { z } from 'zod'
import type { Tx } from '../../../platform/db/public.ts'
import { announce, type Reaction } from '../../../platform/outbox/public.ts'
import {
  type Answer,
  type AnswerDocument,
  findFact,
  INSTALMENTS,
  type KeptDecision,
  listBenefits,
  listChains,
  listFacts,
  type PolicyFact,
  readAnswer,
  recordFacts,
} from '../../policy/public.ts'
import { type CivilDate, civilDateOf, newId } from '../../values/public.ts'
import { Claimable } from '../deciding/claimable.ts'
import type { DecidingNeeds } from '../deciding/decide-group.ts'
import { answersToday, moveInstalment } from './decide.ts'
import { INSTALMENT_DUE } from './rules.ts'
import {
  type Instalment,
  listClaimedAmong,
  listInstalmentsOf,
  listPromisesById,
  listRoundsToLookAt,
  type Promised,
  setLookedOn,
} from './store.ts'
import { roundTitle, timeIsOver, words } from './words.ts'

/** The day of a round has come, or something of it waits or is paused: it is looked at once a day. */
export const ROUND_LOOKED_AT = 'funds.instalments-looked-at'

const AT_ONCE = 20

/** Tells of the rounds that are to be looked at today. Says whether there are more. */
export async function wakeInstalments(tx: Tx): Promise<boolean> {
  const today = civilDateOf(tx.now)
  const rounds = await listRoundsToLookAt(tx, today, AT_ONCE)
  for (const roundId of rounds) {
    const ids = (await listInstalmentsOf(tx, { roundId })).map(({ id }) => id)
    await setLookedOn(tx, ids, today)
    await announce(tx, { id: newId(), kind: ROUND_LOOKED_AT, subjectId: roundId, body: { roundId } })
  }
  return rounds.length === AT_ONCE
}

const Looked = z.object({ roundId: z.uuid() })

/** Records what has become due, anew where it would be answered otherwise than it was; what is recorded is decided and claimed. */
export function promiseReactions(needs: DecidingNeeds): Reaction[] {
  return [
    {
      on: ROUND_LOOKED_AT,
      name: 'funds: read again what has to be kept for the instalments of a day',
      title: { zh: '分期发放到期时核对保持条件', en: 'Read again what instalments have to keep' },
      about: { name: { zh: '分期发放', en: 'Instalments' }, page: '/instalments', may: 'claim.read' },
      run: (tx, event) => lookAtRound(tx, needs, { roundId: Looked.parse(event.body).roundId, now: tx.now }),
    },
  ]
}

type Looking = { readonly roundId: string; readonly now: Date }

/** A round looked at once: asked twice on one day, it changes nothing. */
export async function lookAtRound(tx: Tx, needs: DecidingNeeds, { roundId, now }: Looking): Promise<void> {
  const today = civilDateOf(now)
  const claimed = await listClaimedAmong(tx, roundId)
  const open = (await listInstalmentsOf(tx, { roundId })).filter(
    ({ id, status, dueOn }) => status !== 'over' && dueOn <= today && !claimed.has(id),
  )
  const promises = await listPromisesById(
    tx,
    open.map(({ promiseId }) => promiseId),
  )
  const facts = new Map((await listFacts(tx, roundId, INSTALMENT_DUE)).map((fact) => [fact.subjectId, fact]))
  const still = new Map<string, PolicyFact>()
  const recorded: PolicyFact[] = []
  for (const instalment of open) {
    const promise = promises.get(instalment.promiseId)!
    if (instalment.endsOn < today) {
      await moveInstalment(tx, instalment, { status: 'over', because: timeIsOver(instalment.endsOn), today, now })
      continue
    }
    const before = facts.get(instalment.id)
    if (before) still.set(instalment.id, before)
    else {
      const fact = await firstDue(tx, instalment, promise)
      if (fact) recorded.push(fact)
    }
  }
  recorded.push(...(await answeredOtherwise(tx, needs, [...still.values()], { roundId, today, now })))
  if (recorded.length > 0) await recordFacts(tx, recorded, words.dueNow)
}

/** The fact that an instalment is due, for whoever still has the first one: in the words of the fact that it rests on. */
async function firstDue(tx: Tx, instalment: Instalment, promise: Promised): Promise<PolicyFact | undefined> {
  const chain = (await listChains(tx, promise.groupId, promise.scheme)).get(promise.subjectId) ?? []
  const head = chain.at(-1)
  const rests = head && (await findFact(tx, head.factId))
  const ids = new Set(chain.map(({ id }) => id))
  const hasFirst = (await listBenefits(tx, [promise.personId])).some(({ decisionId }) => ids.has(decisionId))
  if (!rests || !hasFirst) return undefined
  return {
    id: newId(),
    kind: INSTALMENT_DUE,
    subjectId: instalment.id,
    version: 1,
    personId: promise.personId,
    groupId: instalment.roundId,
    occurredOn: instalment.dueOn,
    body: {
      ...Claimable.parse(rests.body),
      during: { from: instalment.dueOn, to: instalment.endsOn },
      groupKind: 'instalments',
      groupTitle: roundTitle(promise.title, instalment.number),
    },
    source: { kind: 'instalment', id: instalment.id },
  }
}

/** The next version of the fact of each whose answer has changed since: it is decided anew on it. */
async function answeredOtherwise(
  tx: Tx,
  needs: DecidingNeeds,
  facts: readonly PolicyFact[],
  { roundId, today, now }: { readonly roundId: string; readonly today: CivilDate; readonly now: Date },
): Promise<PolicyFact[]> {
  if (facts.length === 0) return []
  const asked = facts.map((fact) => ({ fact, body: Claimable.parse(fact.body) }))
  const answers = await answersToday(tx, needs, asked, { groupId: roundId, today, now })
  const heads = await headsOf(tx, facts, roundId)
  return facts.flatMap((fact) => {
    const [answer, head] = [answers.get(fact.subjectId), heads.get(fact.subjectId)]
    if (!answer || !head || gist(answer) === gist(readAnswer(head.trace as AnswerDocument))) return []
    return [{ ...fact, id: newId(), version: fact.version + 1 }]
  })
}

async function headsOf(tx: Tx, facts: readonly PolicyFact[], roundId: string): Promise<Map<string, KeptDecision>> {
  const promises = await listPromisesById(
    tx,
    (await listInstalmentsOf(tx, { roundId })).map(({ promiseId }) => promiseId),
  )
  const heads = new Map<string, KeptDecision>()
  for (const scheme of new Set([...promises.values()].map((promise) => promise.scheme)))
    for (const [subjectId, chain] of await listChains(tx, roundId, scheme)) {
      const head = chain.at(-1)
      if (head) heads.set(subjectId, head)
    }
  return new Map(facts.flatMap(({ subjectId }) => (heads.has(subjectId) ? [[subjectId, heads.get(subjectId)!]] : [])))
}

/** What an answer comes to: whether, how much, and which conditions stand in its way. */
function gist(answer: Answer): string {
  const { kind } = answer
  if (kind === 'eligible') return `${kind} ${answer.effectiveFen}`
  const names = kind === 'unknown' ? answer.needs.map(({ fact }) => fact) : answer.reasons.map(({ id }) => id)
  return [kind, ...names.filter((name) => name !== INSTALMENTS).sort()].join(' ')
}
