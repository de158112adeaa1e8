import type { Tx } from '../../../platform/db/public.ts'
import { AFTER, BEFORE, type Block, CHANGE, hasMark, SOURCE, uuidAt, WIDTH } from './block.ts'
import { failedBit, type MarkNames, missingBit, wordsOf } from './evaluate.ts'
import { ANSWERS, CHANGES, DIMENSIONS, INELIGIBLE } from './rules.ts'
import { findBlock } from './store.ts'
import type { KeptTally } from './tally.ts'
import type { CaseFilter, SORTS } from './contract.ts'

/** One case as a trial keeps it. */
export type FoundCase = {
  readonly factId: string
  readonly change: (typeof CHANGES)[number]
  readonly before: { readonly answer: (typeof ANSWERS)[number]; readonly fen: number }
  readonly after: { readonly answer: (typeof ANSWERS)[number]; readonly fen: number }
  readonly codes: Readonly<Record<(typeof DIMENSIONS)[number], string>>
  readonly failed: readonly string[]
  readonly missing: readonly string[]
  readonly source: number
}

type Kept = { readonly names: MarkNames; readonly tally: KeptTally }

/** Whether a case of a block is one of those that are asked for; undefined where none of any block can be. */
function matcherOf(filter: CaseFilter, { names, tally }: Kept): ((block: Block, at: number) => boolean) | undefined {
  const wanted = DIMENSIONS.flatMap((dimension, nth) => {
    const code = filter[dimension]
    return code === undefined ? [] : [{ nth, number: tally.codes[dimension].indexOf(code) }]
  })
  const change = filter.change === undefined ? -1 : CHANGES.indexOf(filter.change)
  const marks = [
    ...(filter.missing === undefined ? [] : [missingBit(names, names.facts.indexOf(filter.missing))]),
    ...(filter.refused === undefined ? [] : [failedBit(names, names.reasons.indexOf(filter.refused))]),
  ]
  const isKnown = (list: readonly string[], name: string | undefined) => name === undefined || list.includes(name)
  if (!isKnown(names.facts, filter.missing) || !isKnown(names.reasons, filter.refused)) return undefined
  if (wanted.some(({ number }) => number < 0)) return undefined
  const words = wordsOf(names)
  return ({ keys, marks: kept }, at) => {
    const from = at * WIDTH
    if (change >= 0 && keys[from + CHANGE] !== change) return false
    for (const { nth, number } of wanted) if (keys[from + nth] !== number) return false
    if (filter.refused !== undefined && keys[from + AFTER] !== INELIGIBLE) return false
    return marks.every((bit) => hasMark(kept, at * words, bit))
  }
}

function caseAt(block: Block, at: number, { names, tally }: Kept): FoundCase {
  const { keys, amounts, marks } = block
  const from = at * WIDTH
  const own = at * wordsOf(names)
  return {
    factId: uuidAt(block.ids, at),
    change: CHANGES[keys[from + CHANGE]!]!,
    before: { answer: ANSWERS[keys[from + BEFORE]!]!, fen: amounts[at * 2]! },
    after: { answer: ANSWERS[keys[from + AFTER]!]!, fen: amounts[at * 2 + 1]! },
    codes: Object.fromEntries(
      DIMENSIONS.map((dimension, nth) => [dimension, tally.codes[dimension][keys[from + nth]!]!]),
    ) as FoundCase['codes'],
    failed: names.reasons.filter((_, nth) => hasMark(marks, own, failedBit(names, nth))),
    missing: names.facts.filter((_, nth) => hasMark(marks, own, missingBit(names, nth))),
    source: keys[from + SOURCE]!,
  }
}

async function* blocksOf(tx: Tx, trialId: string, first: number): AsyncGenerator<{ nth: number; block: Block }> {
  for (let nth = first; ; nth += 1) {
    const block = await findBlock(tx, trialId, nth)
    if (!block) return
    yield { nth, block }
  }
}

export type CasePage = { readonly items: readonly FoundCase[]; readonly next: string | null }
export type CaseSort = (typeof SORTS)[number]

/** More than any block holds: a place is its block and where it stands in it. */
const A_BLOCK = 100_000

/** Cases that match, in the order in which they happened or by the greatest difference, a page of them. */
export async function findCases(
  tx: Tx,
  trial: { readonly id: string } & Kept,
  filter: CaseFilter & { readonly sort: CaseSort },
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<CasePage> {
  const matches = matcherOf(filter, trial)
  if (!matches) return { items: [], next: null }
  return filter.sort === 'day'
    ? byDay(tx, trial, matches, page)
    : byDifference(tx, trial, { matches, sign: filter.sort === 'gain' ? 1 : -1 }, page)
}

type Paging = { readonly after?: string | undefined; readonly limit: number }
type Matching = (block: Block, at: number) => boolean

async function byDay(
  tx: Tx,
  trial: { readonly id: string } & Kept,
  matches: Matching,
  page: Paging,
): Promise<CasePage> {
  const after = page.after === undefined ? A_BLOCK : Number(page.after) + 1
  const items: FoundCase[] = []
  let last = 0
  for await (const { nth, block } of blocksOf(tx, trial.id, Math.floor(after / A_BLOCK))) {
    const from = nth === Math.floor(after / A_BLOCK) ? after % A_BLOCK : 0
    for (let at = from; at < block.count; at += 1) {
      if (!matches(block, at)) continue
      if (items.length === page.limit) return { items, next: String(last) }
      items.push(caseAt(block, at, trial))
      last = nth * A_BLOCK + at
    }
  }
  return { items, next: null }
}

async function byDifference(
  tx: Tx,
  trial: { readonly id: string } & Kept,
  { matches, sign }: { readonly matches: Matching; readonly sign: 1 | -1 },
  page: Paging,
): Promise<CasePage> {
  const skipped = Number(page.after ?? 0)
  const most = skipped + page.limit + 1
  let best: { difference: number; found: FoundCase }[] = []
  const prune = () => {
    best = best.toSorted((a, b) => b.difference - a.difference).slice(0, most)
  }
  let least = Number.NEGATIVE_INFINITY
  for await (const { block } of blocksOf(tx, trial.id, 1)) {
    for (let at = 0; at < block.count; at += 1) {
      const difference = sign * (block.amounts[at * 2 + 1]! - block.amounts[at * 2]!)
      if (difference <= least || !matches(block, at)) continue
      best.push({ difference, found: caseAt(block, at, trial) })
      if (best.length < most * 4) continue
      prune()
      least = best.at(-1)!.difference
    }
  }
  prune()
  const items = best.slice(skipped, skipped + page.limit).map(({ found }) => found)
  return { items, next: best.length > skipped + page.limit ? String(skipped + page.limit) : null }
}

/** One case of a trial by its fact; undefined where it is not among them. */
export async function findCase(
  tx: Tx,
  trial: { readonly id: string } & Kept,
  factId: string,
): Promise<FoundCase | undefined> {
  const wanted = Buffer.from(factId.replaceAll('-', ''), 'hex')
  for await (const { block } of blocksOf(tx, trial.id, 1))
    for (let at = block.ids.indexOf(wanted); at >= 0; at = block.ids.indexOf(wanted, at + 1))
      if (at % 16 === 0) return caseAt(block, at / 16, trial)
  return undefined
}
