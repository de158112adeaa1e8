import type { Vault } from '../../../platform/crypto/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import type { PersonalColumn } from '../personal/declared.ts'
import { getKeys } from './contract.ts'
import { countByKey, nameOf } from './store.ts'

export type KeyRouteNeeds = {
  readonly vault: Pick<Vault, 'keys'>
  readonly sealedColumns: readonly Pick<PersonalColumn, 'table' | 'column' | 'what'>[]
}

/** Which keys there are and what is under which; the keys themselves are told to nobody. */
export function keyRoutes({ vault, sealedColumns }: KeyRouteNeeds): Route[] {
  return [
    route(getKeys, async ({ tx }) => {
      const keys = vault.keys()
      const current = keys.find(({ isCurrent }) => isCurrent)?.id
      const columns: { column: string; what: PersonalColumn['what']; byKey: ReadonlyMap<string, number> }[] = []
      for (const of of sealedColumns)
        columns.push({ column: nameOf(of), what: of.what, byKey: await countByKey(tx, of) })

      const under = (keyId: string) => columns.reduce((sum, { byKey }) => sum + (byKey.get(keyId) ?? 0), 0)
      return {
        keys: keys.map((key) => ({ ...key, values: under(key.id) })),
        columns: columns.map(({ column, what, byKey }) => {
          const values = [...byKey.values()].reduce((sum, count) => sum + count, 0)
          return { column, what, values, old: values - (byKey.get(current ?? '') ?? 0) }
        }),
      }
    }),
  ]
}
