import type { Tx } from '../../../platform/db/public.ts'
import type { Facts, FactSupplier, PolicyFact } from '../../policy/public.ts'

/** What every room knows of these recorded facts, by the recorded fact's id. Nobody's answer is `unknown`, never false. */
export type FactGatherer = (
  tx: Tx,
  trigger: string,
  facts: readonly PolicyFact[],
) => Promise<ReadonlyMap<string, Facts>>

/** The rooms' supply as one. Two suppliers of one fact for one trigger stop the house from starting. */
export function factGatherer(suppliers: readonly FactSupplier[]): FactGatherer {
  const claimed = new Map<string, string>()
  for (const { name, keys, triggers } of suppliers) {
    for (const key of triggers.flatMap((trigger) => keys.map((each) => `${trigger} ${each}`))) {
      const other = claimed.get(key)
      if (other !== undefined) throw new Error(`${other} and ${name} both supply ${key}.`)
      claimed.set(key, name)
    }
  }
  return async (tx, trigger, facts) => {
    const gathered = new Map<string, Facts>(facts.map((fact) => [fact.id, {}]))
    for (const supplier of suppliers) {
      if (!supplier.triggers.includes(trigger)) continue
      for (const [id, supplied] of await supplier.supply(tx, facts))
        gathered.set(id, { ...gathered.get(id), ...supplied })
    }
    return gathered
  }
}
