import type { Tx } from '../../../platform/db/public.ts'
import { listIdentityLookups, lockPersons } from '../../people/public.ts'
import {
  type DecidingDates,
  type Facts,
  insertDecisions,
  INSTALMENT_NUMBER,
  type KeptDecision,
  known,
  knownBy,
  listChains,
  listDecisions,
  listFacts,
  type PolicyFact,
  takeTurns,
} from '../../policy/public.ts'
import type { CivilDate } from '../../values/public.ts'
import { decideRound } from '../promises/decide.ts'
import { INSTALMENT_DUE } from '../promises/rules.ts'
import { partiesOf } from '../history/parties.ts'
import { areRivals, type Asked, besideOn, limitedParties, pastFor } from './beside.ts'
import { Claimable } from './claimable.ts'
import { decisionOn } from './decision.ts'
import { decidingDates, type PolicyEngine, type ReadyScheme, readBy } from './engine.ts'
import type { FactGatherer } from './gather-facts.ts'

export type DecidingNeeds = { readonly engine: PolicyEngine; readonly gather: FactGatherer }

/** A recorded fact together with what it says of itself. */
export type ClaimedFact = { readonly fact: PolicyFact; readonly body: Claimable }

/** A scheme and what it has answered to the newest facts of a group. */
export type DecidedScheme = {
  readonly scheme: ReadyScheme
  readonly decided: readonly (ClaimedFact & { readonly decision: KeptDecision })[]
  /** How many of these answers were given just now; none when the group was decided before. */
  readonly fresh: number
}

export type DecidedGroup = { readonly facts: readonly ClaimedFact[]; readonly schemes: readonly DecidedScheme[] }

/**
 * Every scheme that answers to the newest facts of one kind in a group and that the group's fund may pay. What was
 * decided before stays decided; only facts without a decision are gathered for and decided, and kept.
 */
export async function decideGroup(
  tx: Tx,
  needs: DecidingNeeds,
  { kind, groupId, today, now }: { kind: string; groupId: string; today: CivilDate; now: Date },
): Promise<DecidedGroup> {
  const recorded = await listFacts(tx, groupId, kind)
  const facts = recorded
    .map((fact) => ({ fact, body: Claimable.parse(fact.body) }))
    .sort((a, b) => a.body.position - b.body.position)
  // Two events about one group take turns here.
  const personIds = recorded.map((fact) => fact.personId)
  await lockPersons(tx, personIds)
  // And so do those who decide about one person elsewhere, until what is taken here is taken.
  await takeTurns(tx, [...(await listIdentityLookups(tx, personIds)).values()])
  await takePartyTurns(tx, needs, kind, { facts, today })
  if (kind === INSTALMENT_DUE) return decideRound(tx, needs, kind, { groupId, today, now })
  const schemes = new Map<string, DecidedScheme>()
  for (const together of sameDates(facts, today)) {
    const { dates, facts: bucket } = together
    const asked: SchemeAsked[] = []
    for (const scheme of await needs.engine.schemes(tx, kind, dates)) {
      const claimed = bucket.filter(({ body }) => scheme.pack.funds.includes(body.fund))
      if (claimed.length === 0) continue
      const kept = new Map((await listDecisions(tx, groupId, scheme.pack.scheme)).map((each) => [each.factId, each]))
      const undecided = claimed.filter(({ fact }) => !kept.has(fact.id))
      asked.push({ scheme, claimed, kept, undecided })
    }
    const isOpen = asked.some(({ undecided }) => undecided.length > 0)
    const everybody = bucket.map(({ fact }) => fact)
    const gathered = isOpen ? await needs.gather(tx, kind, everybody) : new Map<string, Facts>()
    const knownOf = await knownTogether(tx, asked, {
      groupId,
      today,
      now,
      of: ({ fact, body }) => ({ ...gathered.get(fact.id), ...claimFacts(dates, body) }),
    })
    for (const { scheme, claimed, kept, undecided } of asked) {
      const chains = new Map<string, readonly KeptDecision[]>(
        claimed.some(({ fact }) => fact.version > 1) ? await listChains(tx, groupId, scheme.pack.scheme) : [],
      )
      const fresh = undecided.map(({ fact }) =>
        decisionOn(fact, scheme, readBy(scheme, knownOf(scheme, fact)), {
          now,
          cause: fact.version === 1 ? 'original' : 'changed-fact',
          followsId: chains.get(fact.subjectId)?.at(-1)?.id ?? null,
        }),
      )
      await insertDecisions(tx, fresh)
      for (const decision of fresh) kept.set(decision.factId, decision)
      const decided = claimed.flatMap((each) => {
        const decision = kept.get(each.fact.id)
        return decision ? [{ ...each, decision }] : []
      })
      const before = schemes.get(scheme.pack.scheme)
      schemes.set(scheme.pack.scheme, {
        scheme,
        decided: [...(before?.decided ?? []), ...decided],
        fresh: (before?.fresh ?? 0) + fresh.length,
      })
    }
  }
  return { facts, schemes: [...schemes.values()] }
}

/** The same for whoever else a scheme's limits count by: who trains, who employs, the certificate. */
async function takePartyTurns(
  tx: Tx,
  { engine }: DecidingNeeds,
  kind: string,
  { facts, today }: { readonly facts: readonly ClaimedFact[]; readonly today: CivilDate },
): Promise<void> {
  const limited = new Set<string>()
  for (const { dates } of sameDates(facts, today)) {
    const schemes = await engine.schemes(tx, kind, dates)
    for (const party of limitedParties(schemes.map(({ program }) => program))) limited.add(party)
  }
  if (limited.size === 0) return
  const parties = facts.flatMap(await partiesOf(tx, facts))
  await takeTurns(
    tx,
    parties.flatMap(({ kind: each, key }) => (limited.has(each) ? [key] : [])),
  )
}

/** Facts that are decided by the same dates, so that each version of a scheme is made ready once. */
function sameDates(facts: readonly ClaimedFact[], today: CivilDate) {
  const buckets = new Map<string, { dates: ReturnType<typeof decidingDates>; facts: ClaimedFact[] }>()
  for (const each of facts) {
    const dates = decidingDates(each.fact, each.body, today)
    const key = JSON.stringify(dates)
    const bucket = buckets.get(key) ?? { dates, facts: [] }
    bucket.facts.push(each)
    buckets.set(key, bucket)
  }
  return buckets.values()
}

/** What funds itself knows of a claim: its day, and for what it is claimed. */
export function claimFacts({ claim }: DecidingDates, { occupationId, level }: Claimable): Facts {
  if (!claim) return {}
  const from = { source: 'claim', asOf: claim }
  return {
    'claim.on': known(claim, from),
    [INSTALMENT_NUMBER]: known(1, from),
    ...(occupationId === undefined ? {} : { 'claim.occupation': known(occupationId, from) }),
    ...(level === undefined ? {} : { 'claim.level': known(level, from) }),
  }
}

/** A scheme that answers to some of a group, and whom it has not answered yet. */
type SchemeAsked = {
  readonly scheme: ReadyScheme
  readonly claimed: readonly ClaimedFact[]
  readonly kept: Map<string, KeptDecision>
  readonly undecided: readonly ClaimedFact[]
}

type Gathered = { readonly groupId: string; readonly today: CivilDate; readonly now: Date } & {
  readonly of: (claimed: ClaimedFact) => Facts
}

/** What is known of everybody undecided, scheme by scheme: their past, and what the rivals of each come to beside it. */
async function knownTogether(
  tx: Tx,
  asked: readonly SchemeAsked[],
  { groupId, today, now, of }: Gathered,
): Promise<(scheme: ReadyScheme, fact: PolicyFact) => Facts> {
  const known = new Map<string, Asked[]>()
  for (const { scheme, undecided } of asked) {
    const rivals = asked.filter((other) => areRivals(scheme, other.scheme) && other.undecided.length > 0)
    const about = { groupId, today, rivals: rivals.map((rival) => rival.scheme) }
    const pastOf = await pastFor(tx, scheme, undecided, about)
    for (const each of undecided) {
      const facts = knownBy({ ...of(each), ...pastOf(each.fact) }, now)
      known.set(each.fact.id, [...(known.get(each.fact.id) ?? []), { scheme, known: facts }])
    }
  }
  return (scheme, fact) => {
    const together = known.get(fact.id) ?? []
    const own = together.find((each) => each.scheme === scheme)?.known ?? {}
    return scheme.pack.stacking ? { ...own, ...besideOn(together, today).get(scheme.pack.scheme) } : own
  }
}
