import type { Sentence } from '../../../platform/contract/public.ts'
import type { Signer } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Checkpoint, provesSeal, readCheckpoint } from './checkpoint.ts'
import type { Sealed } from './declared.ts'
import { EMPTY_ROOT, GrowingTree, leafHash } from './merkle.ts'
import type { Difference, Proof, Teller } from './proofs.ts'
import { countLeaves, everySubtree, leavesAfter } from './leaf-store.ts'
import { findHead, listSeals } from './store.ts'
import {
  everyRowBesideItsLeaf,
  readSources,
  readWithoutHurry,
  type RowsBesideLeaves,
  type Source,
  writeValuesPlainly,
} from './table-store.ts'
import { words } from './words.ts'

export type VerifyNeeds = {
  readonly sealed: readonly Sealed[]
  readonly proofs: readonly Proof[]
  readonly signer: Signer
  /** The lines kept outside, of this district. */
  readonly outside: readonly string[]
  /** Told after each piece: which comparison is under way, and how many rows so far. */
  readonly progress?: (title: Sentence, compared: number) => void
}

export type Comparison = {
  readonly name: string
  readonly title: Sentence
  readonly against: Sentence
  readonly compared: number
  readonly differing: number
}

export type Verified = {
  readonly comparisons: readonly Comparison[]
  /** Rows compared with their leaves. */
  readonly rows: number
  readonly differing: number
  /** The first of them; `differing` counts all. */
  readonly differences: readonly Difference[]
  /** Rows too new to be sealed. */
  readonly waiting: number
  readonly lastSeal: { readonly number: number; readonly size: number; readonly root: string } | null
}

/** So many differences are named; all are counted. */
const MOST_NAMED = 500
/** So many of one comparison: a rewritten table does not hide what else is wrong. */
const MOST_NAMED_OF_ONE = 100

/**
 * Compares everything of a district with its seals, the seals with what was kept outside, and what each room can
 * recompute with what it kept. In a transaction that reads everything as of one moment; changes nothing.
 */
export async function verifyDistrict(tx: Tx, needs: VerifyNeeds): Promise<Verified> {
  await writeValuesPlainly(tx)
  await readWithoutHurry(tx)
  const comparisons: Comparison[] = []
  const differences: Difference[] = []
  let rows = 0
  const compare = async (
    { name, title, against }: Pick<Proof, 'name' | 'title' | 'against'>,
    work: (tell: Teller) => Promise<void>,
  ) => {
    let [compared, differing] = [0, 0]
    needs.progress?.(title, rows)
    await work({
      compared: (count) => {
        compared += count
      },
      differs: (difference) => {
        differing += 1
        if (differing <= MOST_NAMED_OF_ONE && differences.length < MOST_NAMED) differences.push(difference)
      },
    })
    comparisons.push({ name, title, against, compared, differing })
    return compared
  }

  let last: Checkpoint | undefined
  await compare(words.proofs.seals, async (tell) => {
    last = await compareSeals(tx, needs.signer, needs.outside, tell)
  })
  const sources = await readSources(tx, needs.sealed)
  const settled = (await findHead(tx))?.settled ?? {}
  let waiting = 0
  for (const source of sources) {
    rows += await compare({ name: source.table, title: source.name, against: words.againstLeaves }, async (tell) => {
      waiting += await compareRows(tx, source, settled[source.table], tell, (count) =>
        needs.progress?.(source.name, rows + count),
      )
    })
  }
  await compare(words.proofs.sources, (tell) => compareSources(tx, sources, tell))
  for (const proof of needs.proofs) await compare(proof, (tell) => proof.run(tx, tell))
  return {
    comparisons,
    rows,
    differing: comparisons.reduce((sum, each) => sum + each.differing, 0),
    differences,
    waiting,
    lastSeal: last ? { number: last.number, size: last.size, root: last.root.toString('hex') } : null,
  }
}

/** Every source that has leaves is one that somebody still declares. */
async function compareSources(tx: Tx, sources: readonly Source[], tell: Teller): Promise<void> {
  const known = new Set(sources.map(({ table }) => table))
  for (const [table, count] of await countLeaves(tx)) {
    tell.compared(1)
    if (!known.has(table)) tell.differs({ table, key: '', sentence: words.sourceGone(table, count), trail: null })
  }
}

/** Each row with its leaf: changed, gone, or come without one. Answers how many are too new to have one. */
async function compareRows(
  tx: Tx,
  source: Source & { readonly forms: ReadonlyMap<number, readonly string[]> },
  settled: string | undefined,
  tell: Teller,
  progress: (count: number) => void,
): Promise<number> {
  let [waiting, count] = [0, 0]
  for await (const rows of everyRowBesideItsLeaf(tx, source, source.forms, settled ?? '-infinity')) {
    while (rows.next()) {
      count += 1
      if (rows.hash === null && !rows.isDue) {
        waiting += 1
        continue
      }
      tell.compared(1)
      const wrong = wrongWith(rows)
      if (!wrong) continue
      const { key, trail } = rows
      tell.differs({ table: source.table, key, sentence: words[wrong](source.name, key), trail })
    }
    progress(count)
  }
  return waiting
}

function wrongWith(row: RowsBesideLeaves): 'unsealed' | 'gone' | 'unreadable' | 'changed' | undefined {
  const { hash } = row
  if (hash === null) return 'unsealed'
  if (row.isGone) return 'gone'
  const { content } = row
  if (content === null) return 'unreadable'
  const reads = leafHash(content)
  return reads.equals(hash) || row.emptied?.equals(reads) ? undefined : 'changed'
}

const SEALS_AHEAD = 1_000

/** Seals by number, some of them read ahead: no other question can be asked while leaves are read. */
class SealsAhead {
  private readonly tx: Tx
  private read: Checkpoint[] = []
  private after = 0
  private hasMore = true

  constructor(tx: Tx) {
    this.tx = tx
  }

  get first(): Checkpoint | undefined {
    return this.read[0]
  }

  /** The size of the tree up to which those ahead lead. */
  get size(): number {
    return this.read.reduce((most, { size }) => Math.max(most, size), 0)
  }

  take(): Checkpoint | undefined {
    return this.read.shift()
  }

  /** Reads on once none is ahead. */
  async refill(): Promise<void> {
    if (this.read.length > 0 || !this.hasMore) return
    this.read = await listSeals(this.tx, { after: this.after, limit: SEALS_AHEAD })
    this.hasMore = this.read.length === SEALS_AHEAD
    this.after = this.read.at(-1)?.number ?? this.after
  }
}

/**
 * The seals by themselves: signatures, order, roots computed anew from the leaves; and beside them what was kept
 * outside, whose sizes and roots nobody could change who only has the database. Answers the last seal.
 */
async function compareSeals(
  tx: Tx,
  signer: Signer,
  outside: readonly string[],
  tell: Teller,
): Promise<Checkpoint | undefined> {
  const differs = (number: number, sentence: Sentence) =>
    tell.differs({ table: 'record.seals', key: String(number), sentence, trail: null })
  const kept = readOutside(outside, tx.district, signer, tell, differs)
  const wholes = new Map<string, string>()
  for await (const piece of everySubtree(tx))
    for (const { level, nth, hash } of piece) wholes.set(`${level}.${nth}`, hash.toString('hex'))
  const tree = new GrowingTree()
  const seals = new SealsAhead(tx)
  let last: Checkpoint | undefined
  let isBroken = false
  const reach = (seal: Checkpoint) => {
    tell.compared(1)
    for (const sentence of wrongWithSeal(seal, last, signer)) differs(seal.number, sentence)
    const outer = kept.get(seal.number)
    if (outer && !(outer.root.equals(seal.root) && outer.size === seal.size))
      differs(seal.number, words.outsideDiffers(seal.number, (last?.size ?? 0) + 1, seal.size))
    if (!tree.root.equals(seal.root) && !isBroken) {
      // Every later root differs too; the first tells where.
      isBroken = true
      differs(seal.number, words.rootDiffers(seal.number, (last?.size ?? 0) + 1, seal.size))
    }
    kept.delete(seal.number)
    last = seal
    seals.take()
  }
  for (let position = -1; ; ) {
    await seals.refill()
    const wanted = seals.size > tree.size ? seals.size - tree.size : undefined
    let came = 0
    for await (const leaves of leavesAfter(tx, position, wanted)) {
      while (leaves.next()) {
        came += 1
        position = leaves.position
        tell.compared(1)
        if (position !== tree.size && !isBroken) {
          isBroken = true
          differs(leaves.seal, words.leafMissing(tree.size, leaves.seal))
        }
        for (const { level, nth, hash } of tree.add(leaves.hash)) {
          const whole = wholes.get(`${level}.${nth}`)
          wholes.delete(`${level}.${nth}`)
          if (whole !== hash.toString('hex') && !isBroken) differs(leaves.seal, words.subtreeDiffers(leaves.seal))
        }
        while (seals.first?.size === tree.size) reach(seals.first)
      }
    }
    if (wanted === undefined || came < wanted) break
  }
  // Seals of more leaves than there are.
  for (;;) {
    await seals.refill()
    const seal = seals.take()
    if (!seal) break
    tell.compared(1)
    for (const sentence of wrongWithSeal(seal, last, signer)) differs(seal.number, sentence)
    differs(seal.number, words.leavesCut(seal.number, seal.size, tree.size))
    kept.delete(seal.number)
    last = seal
  }
  // What is left outside is of seals that are no longer there.
  for (const { number, size } of kept.values()) differs(number, words.sealCut(number, size))
  const head = await findHead(tx)
  if ((head?.number ?? 0) !== (last?.number ?? 0) || !(head?.root ?? EMPTY_ROOT).equals(last?.root ?? EMPTY_ROOT))
    differs(last?.number ?? 0, words.headDiffers(head?.number ?? 0, last?.number ?? 0))
  return last
}

function wrongWithSeal(seal: Checkpoint, before: Checkpoint | undefined, signer: Signer): Sentence[] {
  const wrong: Sentence[] = []
  if (seal.number !== (before?.number ?? 0) + 1) wrong.push(words.sealMissing((before?.number ?? 0) + 1))
  if (!seal.previousRoot.equals(before?.root ?? EMPTY_ROOT)) wrong.push(words.previousDiffers(seal.number))
  if (before && seal.sealedAt < before.sealedAt) wrong.push(words.timeGoesBack(seal.number))
  const proved = provesSeal(signer, seal)
  if (proved === 'bad') wrong.push(words.signatureBad(seal.number))
  if (proved === 'unknown-key') wrong.push(words.keyUnknown(seal.number, seal.keyId))
  return wrong
}

/** The checkpoints kept outside by number, each seen to be signed; a gap between them is told. */
function readOutside(
  lines: readonly string[],
  district: number,
  signer: Signer,
  tell: Teller,
  differs: (number: number, sentence: Sentence) => void,
): Map<number, Checkpoint> {
  const kept = new Map<number, Checkpoint>()
  let before = 0
  for (const [at, line] of lines.entries()) {
    tell.compared(1)
    const checkpoint = readCheckpoint(line)
    if (!checkpoint || checkpoint.district !== district) {
      differs(before, words.lineUnreadable(at + 1))
      continue
    }
    const proved = provesSeal(signer, checkpoint)
    if (proved !== 'good') {
      differs(checkpoint.number, words.lineUnsigned(at + 1, checkpoint.keyId, proved === 'unknown-key'))
      continue
    }
    const twin = kept.get(checkpoint.number)
    if (twin && !twin.root.equals(checkpoint.root)) differs(checkpoint.number, words.lineTwice(checkpoint.number))
    if (before > 0 && checkpoint.number > before + 1)
      differs(before, words.linesMissing(before + 1, checkpoint.number - 1))
    before = Math.max(before, checkpoint.number)
    if (!twin) kept.set(checkpoint.number, checkpoint)
  }
  return kept
}
