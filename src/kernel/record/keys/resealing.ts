import { placeOf, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Chore } from '../../../platform/outbox/public.ts'
import { listSealedAfter, lockResealing, nameOf, saveResealing, type SealedColumn, writeResealed } from './store.ts'

const EVERY_MS = 60_000
/** Short values, and whole files of several megabytes, of which few are held at once. */
const AT_ONCE = { values: 200, files: 4 }

const mostOf = ({ column }: SealedColumn) => (column.endsWith('_bytes') ? AT_ONCE.files : AT_ONCE.values)

/** Sealed values are written anew under the current key, a few at a time, until none is under an old one. */
export function resealChore(needs: { vault: Vault; columns: readonly SealedColumn[] }): Chore {
  return { name: 'reseal under the current key', everyMs: EVERY_MS, run: (tx) => resealSome(tx, needs) }
}

/**
 * One batch of the first column that has something to do; whether there may be more. Values and how far the walk has
 * come are one transaction: killed in the middle, the batch was not, and is taken again.
 */
export async function resealSome(
  tx: Tx,
  { vault, columns, most }: { vault: Vault; columns: readonly SealedColumn[]; most?: number },
): Promise<boolean> {
  const keys = vault.keys()
  // With one key on the ring there is nothing to be under but it.
  if (keys.length < 2) return false
  const current = keys.find(({ isCurrent }) => isCurrent)!.id
  for (const of of columns) {
    const source = nameOf(of)
    const turn = await lockResealing(tx, source, current)
    if (!turn) continue
    const limit = most ?? mostOf(of)
    const rows = await listSealedAfter(tx, of, { keyId: current, afterId: turn.afterId, most: limit })
    const fresh = rows.flatMap(({ id, old }) => {
      const value = old && resealedOrLeft(vault, placeOf(source, tx.district, id), old)
      return value ? [{ id, old, fresh: value }] : []
    })
    const resealed = turn.resealed + (await writeResealed(tx, of, fresh))
    const isAtTheEnd = rows.length < limit
    await saveResealing(tx, source, current, {
      afterId: isAtTheEnd ? null : rows.at(-1)!.id,
      walks: turn.walks + (isAtTheEnd ? 1 : 0),
      resealed,
    })
    return true
  }
  return false
}

/** A value that does not open stays as it is and stops nobody else's: it goes on being counted, and its key is kept. */
function resealedOrLeft(vault: Vault, place: string, old: Buffer): Buffer | undefined {
  try {
    return vault.resealed(place, old)
  } catch {
    return undefined
  }
}
