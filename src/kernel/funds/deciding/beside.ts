import type { Tx } from '../../../platform/db/public.ts'
import { BESIDE, besideEach, type Facts, type PolicyFact } from '../../policy/public.ts'
import type { CivilDate } from '../../values/public.ts'
import { partiesOf, partyFacts } from '../history/parties.ts'
import { HISTORY, historyFacts } from '../history/supply.ts'
import type { ClaimedFact } from './decide-group.ts'
import type { ReadyScheme } from './engine.ts'

export type About = { readonly groupId: string; readonly today: CivilDate }

/** A scheme with what is known of one person, before what stands beside it. */
export type Asked = { readonly scheme: ReadyScheme; readonly known: Facts }

/** Whether two schemes are of one family, of which not everything may be had. */
export function areRivals(one: ReadyScheme, other: ReadyScheme): boolean {
  const family = one.pack.stacking?.family
  return family !== undefined && family === other.pack.stacking?.family && one.pack.scheme !== other.pack.scheme
}

/**
 * What people had before, where a scheme looks at it. What its rivals have reserved for the same group is left out where
 * they are decided anew with it.
 */
export async function pastFor(
  tx: Tx,
  { pack, program }: ReadyScheme,
  undecided: readonly ClaimedFact[],
  { groupId, today, rivals = [] }: About & { readonly rivals?: readonly ReadyScheme[] },
): Promise<(fact: PolicyFact) => Facts> {
  if (undecided.length === 0) return () => ({})
  const personIds = undecided.map(({ fact }) => fact.personId)
  const schemes = [pack.scheme, ...rivals.map((rival) => rival.pack.scheme)]
  const asked = { groupId, schemes, today }
  const isRead = (fact: string) => program.slots.some(({ key }) => key === fact)
  const pastOf = isRead(HISTORY) ? await historyFacts(tx, { personIds, ...asked }) : undefined
  const ofParties = limitedParties([program]).length > 0 ? await partyPasts(tx, undecided, asked) : undefined
  return (fact) => ({
    ...(pastOf ? { [HISTORY]: pastOf(fact.personId) } : {}),
    ...ofParties?.({ fact }),
  })
}

/** What was had by or for whoever else the benefits of these facts count for. */
async function partyPasts(
  tx: Tx,
  claimed: readonly ClaimedFact[],
  asked: Parameters<typeof partyFacts>[2],
): Promise<(claimed: Pick<ClaimedFact, 'fact'>) => Facts> {
  const parties = await partiesOf(tx, claimed)
  const pastOf = await partyFacts(tx, claimed.flatMap(parties), asked)
  return (each) => pastOf(parties(each))
}

/** By whom, besides the person, these schemes limit anything. */
export function limitedParties(programs: readonly Pick<ReadyScheme['program'], 'limits'>[]): readonly string[] {
  return programs.flatMap(({ limits }) => limits.flatMap(({ per }) => per ?? []))
}

/** What each of the schemes that are asked about one fact finds beside it, by scheme. */
export function besideOn(asked: readonly Asked[], today: CivilDate): ReadonlyMap<string, Facts> {
  const competing = asked.map(({ scheme, known }) => ({ program: scheme.program, facts: known }))
  return new Map([...besideEach(competing, today)].map(([scheme, beside]) => [scheme, { [BESIDE]: beside }]))
}

type RivalsAsked = {
  readonly own: ReadyScheme
  readonly others: readonly ReadyScheme[]
  readonly fact: ClaimedFact
  readonly known: Facts
  readonly about: About
}

/** The rivals of a scheme that is decided anew by itself, as they stand: what they have reserved is in the past already. */
export async function rivalsOf(tx: Tx, { own, others, fact, known, about }: RivalsAsked): Promise<Asked[]> {
  const rivals = others.filter((other) => areRivals(own, other))
  const asked: Asked[] = []
  for (const scheme of rivals) {
    const pastOf = await pastFor(tx, scheme, [fact], { ...about, rivals: [own] })
    asked.push({ scheme, known: { ...known, ...pastOf(fact.fact) } })
  }
  return asked
}
