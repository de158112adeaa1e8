import type { Signer } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { checkpointLine, readCheckpoint, signSeal } from './checkpoint.ts'
import type { Sealed } from './declared.ts'
import { EMPTY_ROOT, GrowingTree, leafHash, type Subtree } from './merkle.ts'
import type { Outside } from './outside.ts'
import { insertLeaves, insertSubtrees, type NewLeaf } from './leaf-store.ts'
import { insertSeal, listSeals, lockHead, saveHead, type SealHead } from './store.ts'
import { listUnsealed, readHorizon, takeSources, writeValuesPlainly } from './table-store.ts'

export type SealingNeeds = {
  readonly sealed: readonly Sealed[]
  readonly signer: Signer
  readonly outside: Outside
  /** So old is what can count as settled; a minute, but for tests. */
  readonly marginSeconds?: number
}

/** So many rows go under one seal at most. */
const MOST_ROWS = 50_000
const MARGIN_SECONDS = 60
/** So many checkpoints are written outside at once. */
const MOST_LINES = 1_000

/**
 * Seals what was written since the last time, off the write path: a bounded number of rows at a time, each once. First
 * the seals that are committed go outside; a seal made now goes there the next time round. Whether more waits.
 */
export async function sealDistrict(tx: Tx, needs: SealingNeeds, mostRows = MOST_ROWS): Promise<boolean> {
  const head = await lockHead(tx, EMPTY_ROOT)
  // Another process has the turn, and does it all.
  if (!head) return false
  const wrote = await writeOutside(tx, needs.outside, head)
  await writeValuesPlainly(tx)
  const horizon = await readHorizon(tx, needs.marginSeconds ?? MARGIN_SECONDS)
  const found = await gather(tx, needs, head, horizon.settled, mostRows)
  if (found.rows.length === 0) {
    await saveHead(tx, { ...head, settled: found.settled })
    return wrote === MOST_LINES
  }

  const tree = new GrowingTree(head.size, head.frontier)
  const leaves: NewLeaf[] = []
  const subtrees: Subtree[] = []
  for (const { source, key, form, hash } of found.rows) {
    leaves.push({ position: tree.size, source, key, form, hash })
    subtrees.push(...tree.add(hash))
  }
  const number = head.number + 1
  await insertLeaves(tx, number, leaves)
  await insertSubtrees(tx, subtrees)
  await insertSeal(
    tx,
    signSeal(needs.signer, {
      district: tx.district,
      number,
      size: tree.size,
      root: tree.root,
      previousRoot: head.root,
      sealedAt: horizon.now,
    }),
  )
  await saveHead(tx, { number, size: tree.size, root: tree.root, frontier: tree.frontier, settled: found.settled })
  return true
}

type FoundRow = Omit<NewLeaf, 'position'>

/** Rows without a leaf, source by source, and up to when each source is settled once they have theirs. */
async function gather(
  tx: Tx,
  needs: SealingNeeds,
  head: SealHead,
  horizon: string | null,
  mostRows: number,
): Promise<{ rows: FoundRow[]; settled: Record<string, string> }> {
  const rows: FoundRow[] = []
  const settled: Record<string, string> = { ...head.settled }
  for (const source of await takeSources(tx, needs.sealed)) {
    const left = mostRows - rows.length
    if (left <= 0) break
    const from = head.settled[source.table] ?? '-infinity'
    const found = await listUnsealed(tx, source, from, left, leafHash)
    for (const { key, hash } of found) rows.push({ source: source.table, key, form: source.form, hash })
    // A full piece settles only up to its last row, of whose moment there may be more.
    const reached = found.length < left ? horizon : earlier(found.at(-1)!.told, horizon)
    if (reached !== null && isLater(reached, from)) settled[source.table] = reached
  }
  return { rows, settled }
}

const instant = (told: string) =>
  told === '-infinity' ? Number.NEGATIVE_INFINITY : Date.parse(told.replace(' ', 'T').replace(/\+00$/, 'Z'))

/** The earlier of two moments; by the millisecond, which errs to the side of looking again. */
const earlier = (told: string, horizon: string | null) =>
  horizon === null ? null : instant(told) < instant(horizon) ? told : horizon

const isLater = (one: string, other: string) => instant(one) > instant(other)

/** Appends the seals that are not outside yet; how many. What is outside and does not agree stops it, loudly. */
async function writeOutside(tx: Tx, outside: Outside, head: SealHead): Promise<number> {
  const last = await outside.last(tx.district)
  const kept = last === undefined ? undefined : readCheckpoint(last)
  if (last !== undefined && !kept) throw new Error(`The checkpoints of ${tx.district} end in a line that is none.`)
  const after = kept?.number ?? 0
  if (kept) {
    const [same] = await listSeals(tx, { after: after - 1, limit: 1 })
    if (same?.number !== after || !same.root.equals(kept.root) || after > head.number)
      throw new Error(
        `Seal ${after} of ${tx.district} is not what was kept outside: run npm run verify. Nothing is sealed until then.`,
      )
  }
  const missing = after < head.number ? await listSeals(tx, { after, limit: MOST_LINES }) : []
  if (missing.length > 0) await outside.append(tx.district, missing.map(checkpointLine))
  return missing.length
}
