import type { Tx } from '../../../platform/db/public.ts'
import {
  type Facts,
  type FactSupplier,
  type KeptCases,
  knownBy,
  lacksFact,
  listFactsById,
  putFact,
  type Slot,
} from '../../policy/public.ts'
import { uuidAt } from './block.ts'
import { SOURCES } from './rules.ts'
import { Claimable } from '../deciding/claimable.ts'
import { claimFacts } from '../deciding/decide-group.ts'
import { decidingDates } from '../deciding/engine.ts'
import type { FactGatherer } from '../deciding/gather-facts.ts'
import { giveWay } from './sides.ts'

/** Suppliers are asked about so many at once. */
const A_QUESTION = 1_000

const OF_THE_CLAIM: ReadonlySet<string> = new Set(['claim.on', 'claim.occupation', 'claim.level'])

/** Asks, adds what is found, and says where the facts of each case are from, as a place in `SOURCES`. */
export type Asking = (tx: Tx, cases: KeptCases) => Promise<Uint8Array>

/**
 * Asks for what a snapshot lacks and the document reads: of the rooms that can answer it, and of the claim itself. What
 * was read at the time stays as it was read, also where it was not known; a past is never asked for anew.
 */
export function askingOf(
  { suppliers, gather }: { readonly suppliers: readonly FactSupplier[]; readonly gather: FactGatherer },
  slots: readonly Slot[],
  trigger: string,
): Asking {
  const supplied = new Set(suppliers.flatMap(({ keys, triggers }) => (triggers.includes(trigger) ? keys : [])))
  const askable = slots.filter(({ fact }) => supplied.has(fact) || OF_THE_CLAIM.has(fact)).map(({ key }) => key)
  return async (tx, cases) => {
    const sources = Uint8Array.from({ length: cases.size }, (_, at) => (cases.answer[at] === null ? ASKED : KEPT))
    const lacking: number[] = []
    for (let at = 0; at < cases.size; at += 1) if (askable.some((key) => lacksFact(cases, at, key))) lacking.push(at)
    for (let from = 0; from < lacking.length; from += A_QUESTION) {
      const places = new Map(lacking.slice(from, from + A_QUESTION).map((at) => [uuidAt(cases.factIds, at), at]))
      const found = await suppliedFor(tx, places, cases, { gather, trigger })
      for (const [id, at] of places) {
        const added = askable.filter((key) => lacksFact(cases, at, key) && found.get(id)?.[key] !== undefined)
        for (const key of added) putFact(cases, at, key, found.get(id)![key]!)
        if (added.length > 0 && sources[at] === KEPT) sources[at] = PARTLY_ASKED
      }
      await giveWay()
    }
    return sources
  }
}

const KEPT = SOURCES.indexOf('kept')
const PARTLY_ASKED = SOURCES.indexOf('partly-asked')
const ASKED = SOURCES.indexOf('asked')

async function suppliedFor(
  tx: Tx,
  places: ReadonlyMap<string, number>,
  cases: KeptCases,
  { gather, trigger }: { readonly gather: FactGatherer; readonly trigger: string },
): Promise<Map<string, Facts>> {
  const recorded = await listFactsById(tx, [...places.keys()])
  const gathered = await gather(tx, trigger, recorded)
  return new Map(
    recorded.map((fact) => {
      const body = Claimable.parse(fact.body)
      const claimOn = cases.claimOn[places.get(fact.id)!] ?? null
      const dates = claimOn === null ? {} : decidingDates(fact, body, claimOn)
      return [fact.id, knownBy({ ...gathered.get(fact.id), ...claimFacts(dates, body) }, tx.now)]
    }),
  )
}
