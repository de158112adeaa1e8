import type { Sentence } from '../../../platform/contract/public.ts'
import { type Facts, type FactScalar, known, type Moment } from '../facts/facts.ts'
import { takeSteps } from './amounts.ts'
import { type Node, readHere, verdictUnder } from './conditions.ts'
import { decide, type Parts } from './decide.ts'
import { type Slot, traceRead } from './slots.ts'
import type { Wish } from './comparisons.ts'
import { sayValue } from './words.ts'

/** One fact as it is and as it would have to be. */
export type Change = {
  readonly fact: string
  readonly at?: Moment
  readonly label: Sentence
  readonly now: Sentence
  /** Whether it is known what it is; else `now` says why not. */
  readonly isKnown: boolean
  readonly then: Sentence
  readonly value: FactScalar
}

/** One or two changes that would make the answer yes, and the amount it would come to. */
export type Counterfactual = { readonly changes: readonly Change[]; readonly effectiveFen: bigint }

/** How many values of one fact are tried, and how many answers are told. */
const TRIED = 12
const TOLD = 6

/**
 * The single changes that make the answer yes; where there is none, the pairs. Values are looked for where the scheme
 * itself names them: beside a threshold, on a list, in a table. Facts are only supposed, never changed.
 */
export function counterfactuals(parts: Parts, facts: Facts): Counterfactual[] {
  if (decide(parts, facts).kind === 'eligible') return []
  const wishes = wishesOf(parts, facts)
  const singles = wishes.flatMap((wish) => outcome(parts, facts, [wish]) ?? [])
  if (singles.length > 0) return singles.slice(0, TOLD)
  const pairs: Counterfactual[] = []
  for (const [index, first] of wishes.entries()) {
    for (const second of wishes.slice(index + 1)) {
      if (second.slot.key === first.slot.key) continue
      const found = outcome(parts, facts, [first, second])
      if (found) pairs.push(found)
      if (pairs.length === TOLD) return pairs
    }
  }
  return pairs
}

function outcome(parts: Parts, facts: Facts, wishes: readonly Wish[]): Counterfactual | undefined {
  const supposed = { ...facts }
  for (const { slot, value } of wishes) supposed[slot.key] = known(value, { source: 'supposed', asOf: '' })
  const answer = decide(parts, supposed)
  if (answer.kind !== 'eligible') return undefined
  return { changes: wishes.map((wish) => changeOf(wish, facts)), effectiveFen: answer.effectiveFen }
}

function changeOf({ slot, value }: Wish, facts: Facts): Change {
  const { words: now, state } = traceRead(facts, slot)
  const at = slot.at ? { at: slot.at } : {}
  const then = sayValue(slot.definition, value, true)
  return { fact: slot.fact, ...at, label: slot.label, now, isKnown: state === 'known', then, value }
}

/** Every value worth supposing: of what stands in the way of the answer, nothing that is met already. */
function wishesOf(parts: Parts, facts: Facts): Wish[] {
  const found: Wish[] = []
  for (const { node } of [...parts.scope, ...parts.required]) found.push(...wishesFor(node, facts, true))
  for (const { when } of parts.steps)
    if (when && verdictUnder(when, facts) === 'unknown')
      found.push(...wishesFor(when, facts, true), ...wishesFor(when, facts, false))
  if (takeSteps(parts.steps, facts).kind !== 'steps')
    for (const { axes } of parts.steps)
      for (const { slot, values } of axes ?? []) found.push(...values.map((value) => ({ slot, value })))
  const once = new Map(found.map((wish) => [JSON.stringify([wish.slot.key, wish.value]), wish]))
  const tried = new Map<string, number>()
  return [...once.values()].filter(({ slot }: { slot: Slot }) => {
    const count = (tried.get(slot.key) ?? 0) + 1
    tried.set(slot.key, count)
    return count <= TRIED
  })
}

function wishesFor(node: Node, facts: Facts, wanted: boolean): Wish[] {
  if (verdictUnder(node, facts) === (wanted ? 'true' : 'false')) return []
  const here = readHere(node, facts)
  if (here !== node) return here ? wishesFor(here, facts, wanted) : []
  if (node.kind === 'test') return [...node.wishes(facts, wanted)]
  if (node.kind === 'not') return wishesFor(node.parts[0]!, facts, !wanted)
  if (node.kind !== 'excepted') return node.parts.flatMap((part) => wishesFor(part, facts, wanted))
  const [base, ...holding] = node.parts
  const exceptions = holding.flatMap((part, index) =>
    wishesFor(part, facts, (node.exceptions[index]!.then === 'met') === wanted),
  )
  return [...wishesFor(base!, facts, wanted), ...exceptions]
}
