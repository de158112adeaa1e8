import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { lockPersons } from '../../people/public.ts'
import {
  contentHash,
  findDecision,
  findFact,
  type KeptDecision,
  type KeptFacts,
  knownBy,
  listChains,
  listFacts,
  type Manual,
  whyNotManual,
} from '../../policy/public.ts'
import { civilDate, civilDateOf, isCivilDate } from '../../values/public.ts'
import { listClaimPeopleBy } from '../claims/people/store.ts'
import { type Claim, findClaim } from '../claims/store.ts'
import { Claimable } from '../deciding/claimable.ts'
import { claimFacts, type DecidingNeeds } from '../deciding/decide-group.ts'
import { decisionOn } from '../deciding/decision.ts'
import { besideOn, pastFor, rivalsOf } from '../deciding/beside.ts'
import { decidingDates, type ReadyScheme, readBy } from '../deciding/engine.ts'
import { INSTALMENT_DUE } from '../promises/rules.ts'
import { type AnewCause, saysElse } from './rules.ts'
import { words } from './words.ts'

/** A decision as it would be given anew, beside the one it would follow. */
export type Anew = {
  readonly before: KeptDecision
  readonly after: KeptDecision
  readonly subjectId: string
  readonly position: number
  readonly factId: string
  readonly scheme: ReadyScheme
  /** The newest claim that speaks of the person under the scheme. */
  readonly claim: Claim
}

export type AskedAnew = {
  readonly decisionIds: readonly string[]
  readonly cause: AnewCause
  readonly manual: Manual | null
  readonly now: Date
}

/**
 * What deciding anew would come to, from the newest records, by the version that is in force for the same days, as of the
 * day it was first claimed. Writes nothing. Refuses with a sentence what cannot be decided anew.
 */
export async function decideAnew(tx: Tx, needs: DecidingNeeds, asked: AskedAnew): Promise<Anew[]> {
  const found = await Promise.all([...new Set(asked.decisionIds)].map((id) => findDecision(tx, id)))
  const decisions = found.flatMap((each) => each ?? [])
  const [first] = decisions
  if (!first || decisions.length < found.length) throw new Problem('not-found', words.missing)
  if (decisions.some(({ groupId, scheme }) => groupId !== first.groupId || scheme !== first.scheme))
    throw new Problem('not-acceptable', words.notTogether, { code: 'not-together' })
  await lockPersons(
    tx,
    decisions.map(({ personId }) => personId),
  )
  const chains = await listChains(tx, first.groupId, first.scheme)
  const anew: Anew[] = []
  for (const decision of decisions) anew.push(await oneAnew(tx, needs, { ...asked, decision, chains }))
  return anew.sort((one, other) => one.position - other.position)
}

type OneAsked = AskedAnew & {
  readonly decision: KeptDecision
  readonly chains: ReadonlyMap<string, readonly KeptDecision[]>
}

async function oneAnew(tx: Tx, needs: DecidingNeeds, asked: OneAsked): Promise<Anew> {
  const { decision, chains, cause, manual, now } = asked
  const decidedOn = await findFact(tx, decision.factId)
  const chain = decidedOn && chains.get(decidedOn.subjectId)
  if (!decidedOn || !chain) throw new Problem('not-found', words.missing)
  if (chain.at(-1)?.id !== decision.id)
    throw new Problem('conflict', words.followedAlready, { code: 'followed-already' })
  const claim = await claimOf(tx, chain)
  if (!claim) throw new Problem('conflict', words.notClaimed, { code: 'not-claimed' })
  const facts = await listFacts(tx, decision.groupId, decidedOn.kind)
  const fact = facts.find(({ subjectId }) => subjectId === decidedOn.subjectId)
  if (!fact) throw new Problem('not-found', words.missing)
  if (fact.kind === INSTALMENT_DUE) throw new Problem('conflict', words.isInstalment, { code: 'is-an-instalment' })
  const body = Claimable.parse(fact.body)
  const dates = decidingDates(fact, body, claimedOn(chain[0] ?? decision))
  const schemes = await needs.engine.schemes(tx, fact.kind, dates)
  const scheme = schemes.find(({ pack }) => pack.scheme === decision.scheme)
  if (!scheme) throw new Problem('conflict', words.noVersion, { code: 'no-version' })
  if (scheme.pack.record !== 'here') throw new Problem('conflict', words.atTheProvince, { code: 'at-the-province' })
  if (cause === 'rule-correction' && !scheme.pack.corrects?.versions.includes(decision.schemeVersion))
    throw new Problem('conflict', words.notCorrected(decision.schemeVersion), { code: 'not-corrected' })
  const gathered = await needs.gather(tx, fact.kind, [fact])
  const about = { groupId: fact.groupId, today: civilDateOf(now) }
  const pastOf = await pastFor(tx, scheme, [{ fact, body }], about)
  const known = { ...gathered.get(fact.id), ...claimFacts(dates, body), ...pastOf(fact) }
  const others = schemes.filter(({ pack }) => pack.scheme !== scheme.pack.scheme && pack.funds.includes(body.fund))
  const rivals = await rivalsOf(tx, { own: scheme, others, fact: { fact, body }, known, about })
  const beside = besideOn([{ scheme, known: { ...known, ...pastOf(fact) } }, ...rivals], about.today)
  const read = readBy(scheme, knownBy({ ...known, ...beside.get(scheme.pack.scheme) }, now))
  if (manual) {
    const why = whyNotManual(scheme.pack, scheme.program.decide(read), manual.cite)
    if (why) throw new Problem('conflict', why, { code: 'not-for-people' })
  }
  const deciding = { now, cause, followsId: decision.id, ...(manual ? { manual } : {}) }
  const after = decisionOn(fact, scheme, read, deciding)
  if (cause !== 'rule-correction' && !saysElse(decision, after))
    throw new Problem('conflict', words.sameAgain, { code: 'same-again' })
  return {
    before: decision,
    after,
    subjectId: fact.subjectId,
    position: body.position,
    factId: fact.id,
    scheme,
    claim,
  }
}

/** The day on which it was first claimed: a decision given anew is of that day, not of a later one. */
function claimedOn(first: KeptDecision) {
  const kept = (first.facts as KeptFacts).facts['claim.on']
  const on = kept?.state === 'known' ? kept.value : undefined
  return typeof on === 'string' && isCivilDate(on) ? civilDate(on) : civilDateOf(first.businessAt)
}

/** The newest claim that speaks of somebody by one of the decisions of their chain. */
export async function claimOf(tx: Tx, chain: readonly KeptDecision[]): Promise<Claim | undefined> {
  for (const { id } of chain.toReversed()) {
    const standing = (await listClaimPeopleBy(tx, { decisionId: id })).at(-1)
    const claim = standing && (await findClaim(tx, standing.claimId))
    if (claim) return claim
  }
  return undefined
}

/** One hash over what was looked at: who, by which rules, with which outcome. A confirmation is bound to it. */
export function seenHash(anew: readonly Anew[]): string {
  return contentHash(
    anew.map(({ before, after, factId }) => ({
      follows: before.id,
      factId,
      pack: after.packSha256.toString('hex'),
      cause: after.cause,
      answer: after.answer,
      fen: String(after.effectiveFen),
      manual: (after.facts as KeptFacts).manual ?? null,
    })),
  )
}
