import { Problem } from '../../../platform/contract/public.ts'
import type { Signer } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Checkpoint, checkpointLine } from './checkpoint.ts'
import type { Sealed } from './declared.ts'
import { inclusionPath, isIncluded, leafHash, LEVELS_KEPT, nodeHash, type RangeHash, splitOf } from './merkle.ts'
import { type Leaf, listHashes, listLeavesOf, listSubtrees } from './leaf-store.ts'
import { findSeal } from './store.ts'
import { readContents, readSources, writeValuesPlainly } from './table-store.ts'
import { isRowEmptied } from '../retention/store.ts'
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
  const leaves = inPages((start, end) => listHashes(tx, start, end))
  const subtrees = new Map<number, Slice>()
  const subtreesOf = (level: number): Slice => {
    const known = subtrees.get(level) ?? inPages((start, end) => listSubtrees(tx, level, start, end))
    subtrees.set(level, known)
    return known
  }
  const fold = (hashes: readonly Buffer[]): Buffer => {
    if (hashes.length === 1) return hashes[0]!
    const split = splitOf(hashes.length)
    return nodeHash(fold(hashes.slice(0, split)), fold(hashes.slice(split)))
  }
  const whole = 2 ** LEVELS_KEPT
  const hashOf: RangeHash = async (start, end) => {
    const count = end - start
    if (count <= whole && count > 0 && count !== whole) return foldAll(await leaves(start, end), count)
    const level = Math.floor(Math.log2(count) / LEVELS_KEPT) * LEVELS_KEPT
    const span = 2 ** level
    const isWhole = count % span === 0 && Number.isInteger(Math.log2(count / span)) && start % count === 0
    if (isWhole) return foldAll(await subtreesOf(level)(start / span, end / span), count / span)
    const middle = start + splitOf(count)
    return nodeHash(await hashOf(start, middle), await hashOf(middle, end))
  }
  const foldAll = (hashes: readonly Buffer[], count: number): Buffer => {
    if (hashes.length !== count) throw new Problem('conflict', proofWords.treeBroken, { code: 'record-differs' })
    return fold(hashes)
  }
  return hashOf
}

type Slice = (start: number, end: number) => Promise<Buffer[]>

/** A list that is read a page at a time, each page once. */
function inPages(read: Slice): Slice {
  const size = 2 ** LEVELS_KEPT
  const page = remembered((nth: number) => read(nth * size, (nth + 1) * size))
  return async (start, end) => {
    const found: Buffer[] = []
    for (let nth = Math.floor(start / size); nth * size < end; nth += 1)
      found.push(...(await page(nth)).slice(Math.max(0, start - nth * size), end - nth * size))
    return found
  }
}

type Proving = { readonly sealed: readonly Sealed[]; readonly signer: Signer }

/** The proof that a row is under the seal that was made over it; undefined where it is not sealed yet. */
export async function proveRow(tx: Tx, needs: Proving, table: string, key: string): Promise<ProofFile | undefined> {
  const proof = (await proverOf(tx, needs)(table, [key])).get(key)!
  if (proof instanceof Problem) throw proof
  return proof === 'not-yet' ? undefined : proof
}

/** A row's proof; that it is not sealed yet; or why there is none: it is not what was sealed. */
export type Proved = ProofFile | 'not-yet' | Problem

/** Proves many rows of a table with a few questions, whatever their number; what tables share is read once for all. */
export function proverOf(
  tx: Tx,
  { sealed, signer }: Proving,
): (table: string, keys: readonly string[]) => Promise<Map<string, Proved>> {
  const hashes = keptRanges(tx)
  const ranges = remembered((range: string) => hashes(...(range.split('-').map(Number) as [number, number])))
  const hashOf: RangeHash = (start, end) => ranges(`${start}-${end}`)
  const sealOf = remembered((seal: number) => findSeal(tx, seal))
  const sourceOf = remembered(async (table: string) => {
    await writeValuesPlainly(tx)
    const own = sealed.filter((each) => each.table === table)
    return (await readSources(tx, own))[0]
  })
  return async (table, keys) => {
    const source = await sourceOf(table)
    const leaves = await listLeavesOf(tx, table, keys)
    const contents = new Map<string, string>()
    for (const [form, columns] of source?.forms ?? []) {
      const inForm = keys.filter((key) => leaves.get(key)?.form === form)
      for (const [key, content] of await readContents(tx, source!, { form, columns }, inForm))
        contents.set(key, content)
    }
    const proofs = new Map<string, Proved>()
    for (const key of keys) {
      const leaf = leaves.get(key)
      if (!leaf) {
        proofs.set(key, 'not-yet')
        continue
      }
      const seal = await sealOf(leaf.seal)
      const row = { content: contents.get(key), columns: source?.forms.get(leaf.form), seal }
      proofs.set(key, await proofOf(tx, leaf, row, { hashOf, signer }).catch(differing))
    }
    return proofs
  }
}

type Row = {
  readonly content: string | undefined
  readonly columns: readonly string[] | undefined
  readonly seal: Checkpoint | undefined
}

async function proofOf(
  tx: Tx,
  leaf: Leaf,
  { content, columns, seal }: Row,
  { hashOf, signer }: { readonly hashOf: RangeHash; readonly signer: Signer },
): Promise<ProofFile> {
  if (content === undefined || columns === undefined || !seal || !leafHash(content).equals(leaf.hash)) {
    const isEmptied = await isRowEmptied(tx, leaf.source, leaf.key)
    throw new Problem('conflict', isEmptied ? proofWords.emptied : proofWords.rowDiffers, { code: 'record-differs' })
  }
  const path = await inclusionPath(leaf.position, seal.size, hashOf)
  if (!isIncluded(leaf.hash, { position: leaf.position, size: seal.size, path, root: seal.root }))
    throw new Problem('conflict', proofWords.treeBroken, { code: 'record-differs' })
  return {
    format: 'shanjiang-proof/1',
    district: tx.district,
    table: leaf.source,
    key: leaf.key,
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

function differing(error: unknown): Problem {
  if (error instanceof Problem && error.code === 'record-differs') return error
  throw error
}

/** A question asked once for each thing. */
function remembered<K, V>(ask: (of: K) => Promise<V>): (of: K) => Promise<V> {
  const known = new Map<K, Promise<V>>()
  return (of) => {
    const answer = known.get(of) ?? ask(of)
    known.set(of, answer)
    return answer
  }
}
