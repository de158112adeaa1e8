import type { Tx } from '../../../platform/db/public.ts'
import {
  type Answer,
  type AnswerDocument,
  BESIDE,
  type Facts,
  findDocument,
  findFact,
  insertDecisions,
  INSTALMENT_NUMBER,
  INSTALMENTS,
  type KeptDecision,
  type KeptFacts,
  known,
  knownBy,
  listChains,
  listDecisions,
  listFacts,
  onUnavailable,
  pauses,
  type PolicyFact,
  programOf,
  readAnswer,
  rereadSlots,
} from '../../policy/public.ts'
import { type CivilDate, newId } from '../../values/public.ts'
import { pastFor } from '../deciding/beside.ts'
import { Claimable } from '../deciding/claimable.ts'
import type { ClaimedFact, DecidedGroup, DecidedScheme, DecidingNeeds } from '../deciding/decide-group.ts'
import { decisionOn } from '../deciding/decision.ts'
import type { ReadyScheme } from '../deciding/engine.ts'
import { insertStatusEvents } from '../status/store.ts'
import { type Because, type InstalmentStatus, statusAfter } from './rules.ts'
import { type Instalment, listInstalmentsOf, listPromisesById, type Promised, setInstalment } from './store.ts'

type Round = { readonly groupId: string; readonly today: CivilDate; readonly now: Date }

/** The scheme that a decision was given by, from its kept document: a promise is kept by the rules it was made by. */
export async function keptScheme(tx: Tx, decision: KeptDecision): Promise<ReadyScheme | undefined> {
  const program = programOf(
    await findDocument(tx, decision.packSha256),
    decision.packSha256,
    decision.facts as KeptFacts,
  )
  if (typeof program === 'string') return undefined
  return {
    pack: program.pack,
    sha256: decision.packSha256.toString('hex'),
    program,
    onUnavailable: (check) => onUnavailable(program.pack, check),
  }
}

/** One instalment that is due, with the decision it rests on and the scheme of that. */
type Due = {
  readonly instalment: Instalment
  readonly promise: Promised
  readonly claimed: ClaimedFact
  readonly head: KeptDecision
  readonly scheme: ReadyScheme
}

/**
 * The instalments of a round, decided: the facts of the first answer, but what has to be kept as of today, by the rules that
 * the first was decided by. What was decided before stays decided.
 */
export async function decideRound(tx: Tx, needs: DecidingNeeds, kind: string, round: Round): Promise<DecidedGroup> {
  const recorded = await listFacts(tx, round.groupId, kind)
  const facts = recorded
    .map((fact) => ({ fact, body: Claimable.parse(fact.body) }))
    .sort((a, b) => a.body.position - b.body.position)
  const schemes = new Map<string, DecidedScheme>()
  const due = await dueOf(tx, facts, round.groupId)
  for (const scheme of new Set(due.map((each) => each.scheme))) {
    const own = due.filter((each) => each.scheme === scheme)
    const kept = new Map(
      (await listDecisions(tx, round.groupId, scheme.pack.scheme)).map((each) => [each.factId, each]),
    )
    const chains = await listChains(tx, round.groupId, scheme.pack.scheme)
    const undecided = own.filter(({ claimed }) => !kept.has(claimed.fact.id))
    const readOf = await readToday(tx, needs, undecided, round)
    const fresh = undecided.map((each) =>
      decisionOn(each.claimed.fact, scheme, readOf(each), {
        now: round.now,
        cause: each.claimed.fact.version === 1 ? 'original' : 'changed-fact',
        followsId: chains.get(each.claimed.fact.subjectId)?.at(-1)?.id ?? null,
      }),
    )
    await insertDecisions(tx, fresh)
    for (const decision of fresh) kept.set(decision.factId, decision)
    for (const each of undecided) await follow(tx, each, kept.get(each.claimed.fact.id)!, round)
    const decided = own.flatMap(({ claimed }) => {
      const decision = kept.get(claimed.fact.id)
      return decision ? [{ ...claimed, decision }] : []
    })
    const before = schemes.get(scheme.pack.scheme)
    schemes.set(scheme.pack.scheme, {
      scheme,
      decided: [...(before?.decided ?? []), ...decided],
      fresh: (before?.fresh ?? 0) + fresh.length,
    })
  }
  return { facts, schemes: [...schemes.values()] }
}

/** What each instalment of a round would be answered today, where it stands in no claim; nothing is written. */
export async function answersToday(
  tx: Tx,
  needs: DecidingNeeds,
  facts: readonly ClaimedFact[],
  round: Round,
): Promise<Map<string, Answer>> {
  const due = await dueOf(tx, facts, round.groupId)
  const readOf = await readToday(tx, needs, due, round)
  return new Map(due.map((each) => [each.instalment.id, each.scheme.program.decide(readOf(each))]))
}

async function dueOf(tx: Tx, facts: readonly ClaimedFact[], roundId: string): Promise<Due[]> {
  const instalments = new Map((await listInstalmentsOf(tx, { roundId })).map((each) => [each.id, each]))
  const promises = await listPromisesById(
    tx,
    [...instalments.values()].map(({ promiseId }) => promiseId),
  )
  const heads = new Map<string, KeptDecision>()
  for (const { groupId, scheme } of promises.values()) {
    if (heads.has(`${groupId} ${scheme}`)) continue
    for (const [subjectId, chain] of await listChains(tx, groupId, scheme)) {
      const head = chain.at(-1)
      if (head) heads.set(`${groupId} ${scheme} ${subjectId}`, head)
    }
  }
  const schemes = new Map<string, ReadyScheme>()
  const due: Due[] = []
  for (const claimed of facts) {
    const instalment = instalments.get(claimed.fact.subjectId)
    const promise = instalment && promises.get(instalment.promiseId)
    const head = promise && heads.get(`${promise.groupId} ${promise.scheme} ${promise.subjectId}`)
    // What is not due a first instalment any more is due no later one.
    if (!instalment || !promise || head?.answer !== 'eligible') continue
    const kept = JSON.stringify([head.packSha256.toString('hex'), (head.facts as KeptFacts).on])
    const scheme = schemes.get(kept) ?? (await keptScheme(tx, head))
    if (!scheme) continue
    schemes.set(kept, scheme)
    due.push({ instalment, promise, claimed, head, scheme })
  }
  return due
}

/** The facts of each: those of the first answer, and of what is read again only what is known today. */
async function readToday(
  tx: Tx,
  needs: DecidingNeeds,
  due: readonly Due[],
  { groupId, today, now }: Round,
): Promise<(each: Due) => Facts> {
  const [first] = due
  if (!first) return () => ({})
  const facts = await firstFacts(tx, due)
  const kinds = new Map([...facts.values()].map((fact) => [fact.kind, fact]))
  const gathered = new Map<string, Facts>()
  for (const kind of kinds.keys()) {
    const own = [...facts.values()].filter((fact) => fact.kind === kind)
    for (const [id, known] of await needs.gather(tx, kind, own)) gathered.set(id, known)
  }
  const pasts = new Map<string, (fact: PolicyFact) => Facts>()
  for (const { scheme } of due)
    if (!pasts.has(scheme.sha256))
      pasts.set(
        scheme.sha256,
        await pastFor(
          tx,
          scheme,
          due.map(({ claimed }) => claimed),
          { groupId, today },
        ),
      )
  const from = { source: 'claim', asOf: today }
  return ({ instalment, promise, claimed, head, scheme }) => {
    const newest = facts.get(promise.subjectId)
    const fresh = (newest && gathered.get(newest.id)) ?? {}
    const kept = { ...(head.facts as KeptFacts).facts }
    for (const { key, fact, at } of rereadSlots(scheme.program)) {
      const value = at === 'due' ? (fresh[key] ?? fresh[fact]) : fresh[key]
      // What was known before is not known of today.
      if (value) kept[key] = value
      else delete kept[key]
    }
    const known_: Facts = {
      ...knownBy(kept, now),
      ...pasts.get(scheme.sha256)?.(claimed.fact),
      'claim.on': known(today, from),
      [INSTALMENT_NUMBER]: known(instalment.number, from),
      [BESIDE]: known({ beside: [] }, from),
    }
    return Object.fromEntries(scheme.program.slots.flatMap(({ key }) => (known_[key] ? [[key, known_[key]]] : [])))
  }
}

/** The newest version of the fact that each promise rests on, by its subject. */
async function firstFacts(tx: Tx, due: readonly Due[]): Promise<Map<string, PolicyFact>> {
  const found = new Map<string, PolicyFact>()
  for (const { promise, head } of due) {
    if (found.has(promise.subjectId)) continue
    const kind = (await findFact(tx, head.factId))?.kind ?? ''
    for (const fact of await listFacts(tx, promise.groupId, kind)) found.set(fact.subjectId, fact)
  }
  return found
}

/** Moves an instalment by what was answered, with why. */
async function follow(tx: Tx, { instalment }: Due, decision: KeptDecision, { today, now }: Round): Promise<void> {
  const answer = readAnswer(decision.trace as AnswerDocument)
  await moveInstalment(tx, instalment, { status: statusOf(answer), because: becauseOf(answer), today, now })
}

function statusOf(answer: Answer): InstalmentStatus {
  if (answer.kind === 'ineligible' && answer.reasons.some(({ id }) => id === INSTALMENTS)) return statusAfter('refused')
  if (pauses(answer)) return statusAfter('paused')
  return statusAfter(answer.kind === 'eligible' ? 'eligible' : 'unknown')
}

export function becauseOf(answer: Answer): Because | null {
  if (answer.kind === 'ineligible') return answer.reasons.map(({ label, sentence }) => ({ label, sentence }))
  if (answer.kind === 'unknown') return answer.needs.map(({ label, why }) => ({ label, sentence: why }))
  return null
}

export type Moved = {
  readonly status: InstalmentStatus
  readonly because: Because | null
  readonly today: CivilDate
  readonly now: Date
}

/** An instalment comes to another status, and leaves an event. */
export async function moveInstalment(
  tx: Tx,
  { id, status: from }: Pick<Instalment, 'id' | 'status'>,
  { status, because, today, now }: Moved,
): Promise<void> {
  await setInstalment(tx, id, { status, because, lookedOn: today })
  if (from === status) return
  await insertStatusEvents(tx, [
    {
      id: newId(),
      subjectKind: 'instalment',
      subjectId: id,
      from,
      to: status,
      personId: null,
      note: (because ?? []).map(({ label, sentence }) => `${label.zh}:${sentence.zh}`).join(';'),
      businessAt: now,
    },
  ])
}
