import { Problem } from '../../../platform/contract/public.ts'
import type { Signer } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { checkpointLine } from './checkpoint.ts'
import type { Sealed } from './declared.ts'
import { inclusionPath, isIncluded, leafHash, LEVELS_KEPT, nodeHash, type RangeHash, splitOf } from './merkle.ts'
import { findLeaf, findSeal, listHashes, listSubtrees, readContent, readSources, writeValuesPlainly } from './store.ts'
import { proofWords } from './proof-words.ts'

/** Everything somebody needs who wants to see for themselves that a row is under a seal; read by `tools/check-proof.mjs`. */
export type ProofFile = {
  readonly format: 'shanjiang-proof/1'
  readonly district: number
  readonly table: string
  readonly key: string
  /** The names of the values in `content`, after the table's name and the form. */
  readonly columns: readonly string[]
  readonly content: string
  readonly leafHash: string
  readonly position: number
  readonly size: number
  readonly path: readonly string[]
  readonly checkpoint: string
  readonly publicKey: string
}

/** Hashes over ranges of the kept tree: from whole subtrees where there are, else from the leaves themselves. */
export function keptRanges(tx: Tx): RangeHash {
  const fold = (hashes: readonly Buffer[]): Buffer => {
    if (hashes.length === 1) return hashes[0]!
    const split = splitOf(hashes.length)
    return nodeHash(fold(hashes.slice(0, split)), fold(hashes.slice(split)))
  }
  const whole = 2 ** LEVELS_KEPT
  const hashOf: RangeHash = async (start, end) => {
    const count = end - start
    if (count <= whole && count > 0 && count !== whole) return foldAll(await listHashes(tx, start, end), count)
    const level = Math.floor(Math.log2(count) / LEVELS_KEPT) * LEVELS_KEPT
    const span = 2 ** level
    const isWhole = count % span === 0 && Number.isInteger(Math.log2(count / span)) && start % count === 0
    if (isWhole) return foldAll(await listSubtrees(tx, level, start / span, end / span), count / span)
    const middle = start + splitOf(count)
    return nodeHash(await hashOf(start, middle), await hashOf(middle, end))
  }
  const foldAll = (hashes: readonly Buffer[], count: number): Buffer => {
    if (hashes.length !== count) throw new Problem('conflict', proofWords.treeBroken, { code: 'record-differs' })
    return fold(hashes)
  }
  return hashOf
}

/** The proof that a row is under the seal that was made over it; undefined where it is not sealed yet. */
export async function proveRow(
  tx: Tx,
  needs: { readonly sealed: readonly Sealed[]; readonly signer: Signer },
  table: string,
  key: string,
): Promise<ProofFile | undefined> {
  return proverOf(tx, needs)(table, key)
}

/** Proves row after row: what is the same for many (a table's form, a seal, hashes over ranges) is read once. */
export function proverOf(
  tx: Tx,
  { sealed, signer }: { readonly sealed: readonly Sealed[]; readonly signer: Signer },
): (table: string, key: string) => Promise<ProofFile | undefined> {
  const hashes = keptRanges(tx)
  const hashOf = remembered((range: string) => hashes(...(range.split('-').map(Number) as [number, number])))
  const sealOf = remembered((seal: number) => findSeal(tx, seal))
  const sourceOf = remembered(async (table: string) => {
    await writeValuesPlainly(tx)
    return (
      await readSources(
        tx,
        sealed.filter((each) => each.table === table),
      )
    )[0]
  })
  return async (table, key) => {
    const leaf = await findLeaf(tx, table, key)
    if (!leaf) return undefined
    const source = await sourceOf(table)
    const columns = source?.forms.get(leaf.form)
    const content = source && columns ? await readContent(tx, source, { form: leaf.form, columns }, key) : undefined
    const seal = await sealOf(leaf.seal)
    if (content === undefined || columns === undefined || !seal || !leafHash(content).equals(leaf.hash))
      throw new Problem('conflict', proofWords.rowDiffers, { code: 'record-differs' })
    const path = await inclusionPath(leaf.position, seal.size, async (start, end) => hashOf(`${start}-${end}`))
    if (!isIncluded(leaf.hash, { position: leaf.position, size: seal.size, path, root: seal.root }))
      throw new Problem('conflict', proofWords.treeBroken, { code: 'record-differs' })
    return {
      format: 'shanjiang-proof/1',
      district: tx.district,
      table,
      key,
      columns,
      content,
      leafHash: leaf.hash.toString('hex'),
      position: leaf.position,
      size: seal.size,
      path: path.map((hash) => hash.toString('hex')),
      checkpoint: checkpointLine(seal),
      publicKey: signer.publicKeyOf(seal.keyId) ?? '',
    }
  }
}

/** A question asked once for each thing. */
function remembered<K, V>(ask: (of: K) => V | Promise<V>): (of: K) => Promise<V> {
  const known = new Map<K, V>()
  return async (of) => {
    if (known.has(of)) return known.get(of) as V
    const answer = await ask(of)
    known.set(of, answer)
    return answer
  }
}
