import type { Tx } from '../../../platform/db/public.ts'
import { listIdentityLookups } from '../../people/public.ts'
import {
  type Answer,
  type Benefit,
  type Facts,
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
  { groupId, now }: { readonly groupId: string; readonly now: Date },
): Promise<ClaimPersonRow[]> {
  if (!scheme.program.slots.some(({ key }) => key === HISTORY)) return [...people]
  const due = people.filter(({ standing }) => standing === 'due')
  const pastOf = await historyFacts(tx, {
    personIds: due.map(({ personId }) => personId),
    groupId,
    schemes: [scheme.pack.scheme],
    today: civilDateOf(now),
  })
  const byDecision = new Map(decided.map((each) => [each.decision.id, each]))
  const taken = new Map<string, HadBefore[]>()
  const take = ({ personId, amountFen }: ClaimPersonRow, each: Decided) =>
    taken.set(personId, [...(taken.get(personId) ?? []), hadNow(scheme, each, amountFen)])
  return people.map((person) => {
    const each = byDecision.get(person.decisionId)
    if (person.standing !== 'due' || !each) return person
    // What people decided by hand they decided knowing the limits.
    if (each.decision.cause === 'manual') {
      take(person, each)
      return person
    }
    const past = withTaken(pastOf(person.personId), taken.get(person.personId) ?? [])
    const kept = (each.decision.facts as { facts: Facts }).facts
    const reasons = limitsBroken(scheme, { ...kept, [HISTORY]: past }, person.amountFen)
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

/** Takes what the people of a claim or a list are due: reserved in the register, in the transaction of its money. */
export async function takeBenefits(
  tx: Tx,
  { scheme, decided }: Pick<DecidedScheme, 'scheme' | 'decided'>,
  due: readonly Pick<ClaimPersonRow, 'decisionId' | 'personId' | 'amountFen'>[],
  holder: Benefit['holder'] & { readonly number: string },
  now: Date,
): Promise<void> {
  const lookups = await listIdentityLookups(
    tx,
    due.map(({ personId }) => personId),
  )
  const byDecision = new Map(decided.map((each) => [each.decision.id, each]))
  const benefits = due.map(({ decisionId, personId, amountFen }): Omit<Benefit, 'status'> => {
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
      holder: { kind: holder.kind, id: holder.id },
      reference: holder.number,
      businessAt: now,
    }
  })
  await reserveBenefits(tx, benefits)
}
