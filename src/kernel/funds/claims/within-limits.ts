import type { Tx } from '../../../platform/db/public.ts'
import { listIdentityLookups } from '../../people/public.ts'
import {
  type Answer,
  type Benefit,
  type BenefitParty,
  type Facts,
  HISTORIES,
  HISTORY,
  type HadBefore,
  type History,
  reserveBenefits,
} from '../../policy/public.ts'
import { civilDateOf, isSkillLevel, newId, type SkillLevel } from '../../values/public.ts'
import type { ClaimedFact, DecidedScheme } from '../deciding/decide-group.ts'
import type { ReadyScheme } from '../deciding/engine.ts'
import { type Reason, reasonOf } from '../deciding/rules.ts'
import { words } from '../deciding/words.ts'
import { limitedParties } from '../deciding/beside.ts'
import { partiesOf, partyFacts } from '../history/parties.ts'
import { historyFacts } from '../history/supply.ts'
import type { ClaimPersonRow } from './people/store.ts'

type Decided = DecidedScheme['decided'][number]

/**
 * Holds everybody who is due against the limits once more, as the register stands now: a decision may be older than what
 * was taken since, and two schemes may be decided at once. Nobody is taken off whom the limits leave what was decided.
 */
export async function withinLimits(
  tx: Tx,
  { scheme, decided }: Pick<DecidedScheme, 'scheme' | 'decided'>,
  people: readonly ClaimPersonRow[],
  { groupId, now, hadFen }: Asking,
): Promise<ClaimPersonRow[]> {
  const isLimited = limitedParties([scheme.program]).length > 0
  if (!isLimited && !scheme.program.slots.some(({ key }) => key === HISTORY)) return [...people]
  const due = people.filter(({ standing }) => standing === 'due')
  const asked = { groupId, schemes: [scheme.pack.scheme], today: civilDateOf(now) }
  const pastOf = await historyFacts(tx, { ...asked, personIds: due.map(({ personId }) => personId) })
  const parties = isLimited ? await partiesOf(tx, decided) : () => []
  const pastOfParties = isLimited
    ? await partyFacts(tx, decided.flatMap(parties), asked)
    : (): Record<string, Past> => ({})
  const byDecision = new Map(decided.map((each) => [each.decision.id, each]))
  const taken = new Map<string, HadBefore[]>()
  // One after another: who of a class comes beyond what its employer may have is beyond it.
  const take = ({ personId, amountFen }: ClaimPersonRow, each: Decided) => {
    for (const key of [personId, ...parties(each).map(nameOf)])
      taken.set(key, [...(taken.get(key) ?? []), hadNow(scheme, each, amountFen)])
  }
  return people.map((person) => {
    const each = byDecision.get(person.decisionId)
    if (person.standing !== 'due' || !each) return person
    // What people decided by hand they decided knowing the limits.
    if (each.decision.cause === 'manual') {
      take(person, each)
      return person
    }
    const past = withTaken(pastOf(person.personId), taken.get(person.personId) ?? [])
    const pasts = pastOfParties(parties(each))
    const ofParties = parties(each).map((party): [string, Past] => {
      const fact = HISTORIES[party.kind]
      return [fact, withTaken(pasts[fact]!, taken.get(nameOf(party)) ?? [])]
    })
    const kept = (each.decision.facts as { facts: Facts }).facts
    const facts = { ...kept, [HISTORY]: past, ...Object.fromEntries(ofParties) }
    const reasons = limitsBroken(scheme, facts, person.amountFen + (hadFen?.get(person.personId) ?? 0n))
    if (reasons.length > 0)
      return {
        ...person,
        standing: reasons.some(({ refuses }) => refuses) ? ('refused' as const) : ('held' as const),
        reasons: reasons.map(({ reason }) => reason),
      }
    take(person, each)
    return person
  })
}

/** What the people of the group have of it already, where only what is more is asked about. */
type Asking = { readonly groupId: string; readonly now: Date; readonly hadFen?: ReadonlyMap<string, bigint> }

const nameOf = ({ kind, key }: BenefitParty) => `${kind} ${key.toString('hex')}`

type Past = Facts[string]

function withTaken(past: Past, taken: readonly HadBefore[]): Past {
  if (taken.length === 0 || past.state !== 'known') return past
  const history = past.value as History
  return { ...past, value: { ...history, receipts: [...history.receipts, ...taken] } }
}

function hadNow({ pack }: ReadyScheme, { body, decision }: Decided, amountFen: bigint): HadBefore {
  const on = countsOn(decision)
  const level = levelOf(body)
  return {
    family: pack.family ?? null,
    on: { from: on, to: on } as HadBefore['on'],
    ...(body.occupationId === undefined ? {} : { occupation: body.occupationId }),
    ...(level ? { level } : {}),
    fen: Number(amountFen),
    title: pack.title,
    where: 'here',
  }
}

function levelOf({ level }: ClaimedFact['body']): SkillLevel | null {
  return level !== undefined && isSkillLevel(level) ? level : null
}

/** What stands in the way now: limits that are used up refuse, what is not known holds, and so does another sum. */
function limitsBroken(
  { program }: ReadyScheme,
  facts: Facts,
  amountFen: bigint,
): { refuses: boolean; reason: Reason }[] {
  const answer: Answer = program.decide(facts)
  const broken = answer.trace.conditions
    .filter(({ limit, stacking, verdict }) => (limit || stacking) && verdict !== 'true')
    .map((node) => ({ refuses: node.verdict === 'false', reason: reasonOf(node, answer) }))
  if (broken.length > 0) return broken
  const trimmed = answer.kind === 'eligible' && answer.effectiveFen < amountFen
  const step = trimmed ? answer.trace.amount.at(-1) : undefined
  if (!step) return []
  const { id, label, cite, how = words.decidedAnew } = step
  return [{ refuses: false, reason: reasonOf({ id, label, sentence: how, cite }, answer) }]
}

/** The day a decision is counted on: that of its claim. */
function countsOn({ facts, businessAt }: Decided['decision']): string {
  const claimed = (facts as { facts: Facts }).facts['claim.on']
  return claimed?.state === 'known' && typeof claimed.value === 'string' ? claimed.value : civilDateOf(businessAt)
}

/**
 * Takes what the people of a claim or a list are due: reserved in the register, in the transaction of its money. What who
 * has some already (`had`) gets is more of that.
 */
export async function takeBenefits(
  tx: Tx,
  { scheme, decided }: Pick<DecidedScheme, 'scheme' | 'decided'>,
  due: readonly Pick<ClaimPersonRow, 'decisionId' | 'personId' | 'amountFen'>[],
  holder: Benefit['holder'] & { readonly number: string },
  { now, had = new Map() }: { readonly now: Date; readonly had?: ReadonlyMap<string, bigint> },
): Promise<void> {
  const lookups = await listIdentityLookups(
    tx,
    due.map(({ personId }) => personId),
  )
  const byDecision = new Map(decided.map((each) => [each.decision.id, each]))
  const parties = await partiesOf(tx, decided)
  const benefits = due.map(({ decisionId, personId, amountFen }) => {
    const [each, personKey] = [byDecision.get(decisionId), lookups.get(personId)]
    if (!each || !personKey) throw new Error(`decision ${decisionId} is due to somebody who is not known`)
    return {
      id: newId(),
      personId,
      personKey,
      decisionId,
      groupId: each.fact.groupId,
      scheme: scheme.pack.scheme,
      schemeVersion: scheme.pack.version,
      family: scheme.pack.family ?? null,
      occupationId: each.body.occupationId ?? null,
      level: levelOf(each.body),
      countsOn: countsOn(each.decision),
      amountFen,
      more: had.has(personId),
      parties: parties(each),
      holder: { kind: holder.kind, id: holder.id },
      reference: holder.number,
      businessAt: now,
    }
  })
  await reserveBenefits(tx, benefits)
}
