import { countByKey, nameOf, restartResealings } from '../kernel/record/keys/store.ts'
import { words } from '../kernel/record/keys/words.ts'
import { sealedColumns } from '../kernel/record/personal/register.ts'
import type { Sentence } from '../platform/contract/public.ts'
import { keyRingAt, rewriteSecretFile, withNewKey, withoutKey } from '../platform/crypto/public.ts'
import { type Db, inDistrict } from '../platform/db/public.ts'
import { PERSONAL } from './house.ts'

/** What a command about keys has to say: done, or why not and where what is in the way stands. */
export type KeysChanged = { readonly ok: boolean; readonly says: Sentence; readonly where: readonly string[] }

/** A new seal key, current from now on; every process that runs takes it up within a second. */
export function rotateKeys(keysPath: string, now: Date): KeysChanged {
  const { id } = rewriteSecretFile(keysPath, (text) => withNewKey(text, now))
  return { ok: true, says: words.added(id), where: [] }
}

/** Takes an old key off the ring, where no value of any district is under it any more. */
export async function retireKey(
  { keysPath, db, districts }: { keysPath: string; db: Db; districts: readonly number[] },
  id: string,
): Promise<KeysChanged> {
  const ring = keyRingAt(keysPath)
  if (!Object.hasOwn(ring.seal, id))
    return { ok: false, says: words.notOnTheRing(id, Object.keys(ring.seal).join(', ')), where: [] }
  if (ring.current === id) return { ok: false, says: words.isCurrent(id), where: [] }
  const where: string[] = []
  let left = 0
  for (const district of districts)
    await inDistrict(db, district, async (tx) => {
      let here = 0
      for (const column of sealedColumns(PERSONAL)) {
        const count = (await countByKey(tx, column)).get(id) ?? 0
        if (count > 0) where.push(`${district} ${nameOf(column)} ${column.what.zh} / ${column.what.en}: ${count}`)
        here += count
      }
      // Whatever the walks have said: they begin anew and find it.
      if (here > 0) await restartResealings(tx, ring.current)
      left += here
    })
  if (left > 0) return { ok: false, says: words.stillNeeded(id, left), where }
  rewriteSecretFile(keysPath, (text) => ({ text: withoutKey(text, id) }))
  return { ok: true, says: words.retired(id), where: [] }
}
