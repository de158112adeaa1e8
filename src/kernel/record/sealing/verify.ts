import type { Sentence } from '../../../platform/contract/public.ts'
import type { Signer } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Checkpoint, provesSeal, readCheckpoint } from './checkpoint.ts'
import type { Sealed } from './declared.ts'
import { EMPTY_ROOT, GrowingTree, leafHash } from './merkle.ts'
import type { Difference, Proof, Teller } from './proofs.ts'
import {
  type Beside,
  countLeaves,
  everyLeaf,
  everyRowBesideItsLeaf,
  everySubtree,
  findHead,
  listSeals,
  readSources,
  type Source,
  writeValuesPlainly,
} from './store.ts'
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
  for await (const piece of everyRowBesideItsLeaf(tx, source, source.forms, settled ?? '-infinity')) {
    for (const row of piece) {
      count += 1
      if (row.hash === null && !row.is_due) {
        waiting += 1
        continue
      }
      tell.compared(1)
      const wrong = wrongWith(row)
      if (wrong) {
        const trail = row.trail_kind && row.trail_id ? { kind: row.trail_kind, id: row.trail_id } : null
        tell.differs({ table: source.table, key: row.key, sentence: words[wrong](source.name, row.key), trail })
      }
    }
    progress(count)
  }
  return waiting
}

function wrongWith(row: Beside): 'unsealed' | 'gone' | 'unreadable' | 'changed' | undefined {
  if (row.hash === null) return 'unsealed'
  if (row.is_gone) return 'gone'
  if (row.content === null) return 'unreadable'
  return leafHash(row.content).equals(row.hash) ? undefined : 'changed'
}

/** Seals by number, read on as they are needed. */
async function* everySeal(tx: Tx): AsyncGenerator<Checkpoint> {
  for (let after = 0; ; ) {
    const seals = await listSeals(tx, { after, limit: 1_000 })
    yield* seals
    if (seals.length < 1_000) return
    after = seals.at(-1)!.number
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
  const seals = everySeal(tx)
  const next = async () => (await seals.next()).value as Checkpoint | undefined
  const wholes = new Map<string, string>()
  for await (const piece of everySubtree(tx))
    for (const { level, nth, hash } of piece) wholes.set(`${level}.${nth}`, hash.toString('hex'))
  const tree = new GrowingTree()
  let last: Checkpoint | undefined
  let seal = await next()
  let isBroken = false
  const reach = async () => {
    while (seal && seal.size === tree.size) {
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
      seal = await next()
    }
  }
  for await (const piece of everyLeaf(tx)) {
    for (const leaf of piece) {
      tell.compared(1)
      if (leaf.position !== tree.size && !isBroken) {
        isBroken = true
        differs(leaf.seal, words.leafMissing(tree.size, leaf.seal))
      }
      for (const { level, nth, hash } of tree.add(leaf.hash)) {
        const whole = wholes.get(`${level}.${nth}`)
        wholes.delete(`${level}.${nth}`)
        if (whole !== hash.toString('hex') && !isBroken) differs(leaf.seal, words.subtreeDiffers(leaf.seal))
      }
      await reach()
    }
  }
  // Seals of more leaves than there are.
  for (; seal; seal = await next()) {
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
