import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencyPath,
  EMPTY_ROOT,
  GrowingTree,
  inclusionPath,
  isConsistent,
  isIncluded,
  leafHash,
  nodeHash,
  splitOf,
} from './merkle.ts'

/** The definition of RFC 6962, 2.1, word for word. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return EMPTY_ROOT
  if (leaves.length === 1) return leaves[0]!
  const split = splitOf(leaves.length)
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}

const treeOf = (leaves: readonly Buffer[]) => {
  const tree = new GrowingTree()
  const kept = leaves.flatMap((leaf) => tree.add(leaf))
  return { tree, kept }
}
const numbered = (count: number) => Array.from({ length: count }, (_, nth) => leafHash(String(nth)))
const hashesOf = (leaves: readonly Buffer[]) => async (start: number, end: number) => rootOf(leaves.slice(start, end))
const grown = fc.integer({ min: 1, max: 600 }).chain((to) => fc.tuple(fc.integer({ min: 1, max: to }), fc.constant(to)))

describe('the tree of RFC 6962', () => {
  // The eight leaves of the reference implementation of Certificate Transparency and the roots of their trees.
  const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const ROOTS = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]

  it('has the known roots', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    const tree = new GrowingTree()
    const roots = LEAVES.map((leaf) => {
      tree.add(leafHash(Buffer.from(leaf, 'hex')))
      return tree.root.toString('hex')
    })
    expect(roots).toEqual(ROOTS)
  })

  it('has the root of the definition, also when it is put down and taken up again in between', () => {
    fc.assert(
      fc.property(grown, ([from, to]) => {
        const leaves = numbered(to)
        const { tree } = treeOf(leaves.slice(0, from))
        const again = new GrowingTree(tree.size, tree.frontier)
        for (const leaf of leaves.slice(from)) again.add(leaf)
        expect(again.root).toEqual(rootOf(leaves))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps each whole subtree of 256 leaves once', () => {
    const leaves = numbered(1_000)
    const { kept } = treeOf(leaves)
    expect(kept.map(({ level, nth }) => [level, nth])).toEqual([
      [8, 0],
      [8, 1],
      [8, 2],
    ])
    for (const { nth, hash } of kept) expect(hash).toEqual(rootOf(leaves.slice(nth * 256, nth * 256 + 256)))
  })
})

describe('a proof', () => {
  it('always shows that a leaf is in its tree, and never that another is', async () => {
    await fc.assert(
      fc.asyncProperty(grown, async ([position, size]) => {
        const leaves = numbered(size)
        const root = rootOf(leaves)
        const path = await inclusionPath(position - 1, size, hashesOf(leaves))
        const proof = { position: position - 1, size, path, root }
        expect(isIncluded(leaves[position - 1]!, proof)).toBe(true)
        expect(isIncluded(leafHash('another'), proof)).toBe(false)
        expect(isIncluded(leaves[position - 1]!, { ...proof, path: [...path, root] })).toBe(false)
        if (path.length > 0) expect(isIncluded(leaves[position - 1]!, { ...proof, path: path.slice(1) })).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('always shows that a tree grew from its older one, and never from one with another leaf', async () => {
    await fc.assert(
      fc.asyncProperty(grown, fc.nat(), async ([from, to], which) => {
        const leaves = numbered(to)
        const path = await consistencyPath(from, to, hashesOf(leaves))
        const older = { size: from, root: rootOf(leaves.slice(0, from)) }
        const newer = { size: to, root: rootOf(leaves) }
        expect(isConsistent(older, newer, path)).toBe(true)
        const changed = leaves.slice(0, from)
        changed[which % from] = leafHash('another')
        expect(isConsistent({ size: from, root: rootOf(changed) }, newer, path)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})
