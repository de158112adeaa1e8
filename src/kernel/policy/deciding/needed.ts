import type { Sentence } from '../../../platform/contract/public.ts'
import type { Facts } from '../facts/facts.ts'
import { evaluate, type Node, readHere, verdictUnder } from './conditions.ts'
import { readSlot, type Slot } from './slots.ts'
import type { Missing, Test } from './comparisons.ts'
import type { Verdict } from './trace.ts'
import { joined } from './words.ts'

/** What has to be settled for an answer: the scope, then the conditions, then the steps of the amount that are taken. */
export type Question = {
  readonly scope: readonly Node[]
  readonly conditions: readonly Node[]
  readonly steps: readonly { readonly when?: Node; readonly slots: readonly Slot[] }[]
}

/** Above this many unknown tests the search for a still smaller set is left; what is then named settles it, perhaps not least. */
const SEARCHED_TESTS = 8

/**
 * The smallest set of unknown facts which, whatever they turn out to be, settles the answer, each with why it is unknown.
 * Where no fact stands in two tests, that is every unknown fact whose test a neighbour has not already made idle.
 */
export function neededSlots(question: Question, facts: Facts): Missing[] {
  const refused = question.conditions.some((node) => verdictUnder(node, facts) === 'false')
  const steps = refused ? [] : question.steps.filter(({ when }) => !when || verdictUnder(when, facts) !== 'false')
  const open = [
    ...question.scope,
    ...(refused ? [] : question.conditions),
    ...steps.flatMap(({ when }) => (when ? [when] : [])),
  ]
  const tests = open.flatMap((node) => undecidedTests(node, facts))
  const distinct = [...new Map(tests.map((test) => [test.key, test])).values()]
  const ofAmounts = unknownAmong(
    steps.flatMap((step) => step.slots),
    facts,
  )
  const missing = [...distinct.flatMap((test) => missingOf(test, facts)), ...ofAmounts]
  const least = leastOf(question, facts, tests, distinct, ofAmounts)
  return least.map((slot) => ({ slot, why: whyMissing(missing.filter((each) => each.slot.key === slot.key)) }))
}

function leastOf(
  question: Question,
  facts: Facts,
  tests: readonly Test[],
  distinct: readonly Test[],
  ofAmounts: readonly Missing[],
): Slot[] {
  const reads = tests.flatMap((test) => missingOf(test, facts)).map(({ slot }) => slot)
  const slots = [...new Map([...reads, ...ofAmounts.map(({ slot }) => slot)].map((slot) => [slot.key, slot])).values()]
  const readOnce = new Set(reads.map((slot) => slot.key)).size === reads.length
  if (readOnce || distinct.length > SEARCHED_TESTS) return slots
  return subsetsBySize(slots).find((subset) => settles(subset, slots, distinct, question, facts)) ?? slots
}

/** What a test waits for: its unknown facts, or what it says itself of a fact that does not say enough. */
function missingOf(test: Test, facts: Facts): readonly Missing[] {
  return test.missing ? test.missing(facts) : unknownAmong(test.slots, facts)
}

function unknownAmong(slots: readonly Slot[], facts: Facts): Missing[] {
  return slots.flatMap((slot) => {
    const value = readSlot(facts, slot)
    return value.state === 'unknown' ? [{ slot, why: value.why }] : []
  })
}

/** Several tests may wait for one fact, each for a reason of its own. */
function whyMissing(missing: readonly Missing[]): Sentence {
  return joined([...new Map(missing.map(({ why }) => [why.zh, why])).values()])
}

function isUnknown(slot: Slot, facts: Facts): boolean {
  return readSlot(facts, slot).state === 'unknown'
}

/** The unknown tests that can still move their node: whatever stands beside a part that settles it is left out. */
function undecidedTests(node: Node, facts: Facts): Test[] {
  if (verdictUnder(node, facts) !== 'unknown') return []
  const here = readHere(node, facts)
  if (here !== node && node.kind !== 'test')
    return [node.parts[0]!, ...(here ? [here] : [])].flatMap((part) => undecidedTests(part, facts))
  return node.kind === 'test' ? [node] : node.parts.flatMap((part) => undecidedTests(part, facts))
}

/** Whether knowing these slots settles the answer for every way their tests may come out. */
function settles(
  subset: readonly Slot[],
  missing: readonly Slot[],
  tests: readonly Test[],
  question: Question,
  facts: Facts,
): boolean {
  const learnt = new Set(subset.map((slot) => slot.key))
  const open = new Set(missing.map((slot) => slot.key))
  const covered = (slot: Slot) => (!isUnknown(slot, facts) && !open.has(slot.key)) || learnt.has(slot.key)
  const decidable = tests.filter((test) => test.slots.every(covered))
  for (let outcome = 0; outcome < 2 ** decidable.length; outcome++) {
    const assumed = new Map(decidable.map((test, bit) => [test.key, ((outcome >> bit) & 1) === 1]))
    const verdictOf = (test: Test): Verdict => {
      const own = test.verdict(facts)
      if (own !== 'unknown' || !assumed.has(test.key)) return own
      return assumed.get(test.key) ? 'true' : 'false'
    }
    if (!isSettled(question, verdictOf, covered)) return false
  }
  return true
}

function isSettled(question: Question, verdictOf: (test: Test) => Verdict, known: (slot: Slot) => boolean): boolean {
  const scope = question.scope.map((node) => evaluate(node, verdictOf))
  if (scope.includes('false')) return true
  if (scope.includes('unknown')) return false
  const conditions = question.conditions.map((node) => evaluate(node, verdictOf))
  if (conditions.includes('false')) return true
  if (conditions.includes('unknown')) return false
  return question.steps.every(({ when, slots }) => {
    const taken = when ? evaluate(when, verdictOf) : 'true'
    return taken === 'false' || (taken === 'true' && slots.every(known))
  })
}

function subsetsBySize<T>(items: readonly T[]): T[][] {
  const subsets = items.reduce<T[][]>((all, item) => [...all, ...all.map((subset) => [...subset, item])], [[]])
  return subsets.sort((a, b) => a.length - b.length)
}
