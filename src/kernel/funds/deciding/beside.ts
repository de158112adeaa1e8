import type { Tx } from '../../../platform/db/public.ts'
import { BESIDE, besideEach, type Facts, type PolicyFact } from '../../policy/public.ts'
import type { CivilDate } from '../../values/public.ts'
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
  if (undecided.length === 0 || !program.slots.some(({ key }) => key === HISTORY)) return () => ({})
  const personIds = undecided.map(({ fact }) => fact.personId)
  const schemes = [pack.scheme, ...rivals.map((rival) => rival.pack.scheme)]
  const pastOf = await historyFacts(tx, { personIds, groupId, schemes, today })
  return ({ personId }) => ({ [HISTORY]: pastOf(personId) })
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
