import type { Facts } from '../facts/facts.ts'
import { evaluate, type Node, verdictUnder } from './conditions.ts'
import { readSlot, type Slot } from './slots.ts'
import type { Test } from './comparisons.ts'
import type { Verdict } from './trace.ts'

/** What has to be settled for an answer: the scope, then the conditions, then the steps of the amount that are taken. */
export type Question = {
  readonly scope: readonly Node[]
  readonly conditions: readonly Node[]
  readonly steps: readonly { readonly when?: Node; readonly slots: readonly Slot[] }[]
}

/** Above this many unknown tests the search for a still smaller set is left; what is then named settles it, perhaps not least. */
const SEARCHED_TESTS = 8

/**
 * The smallest set of unknown facts which, whatever they turn out to be, settles the answer.
 * Where no fact stands in two tests, that is every unknown fact whose test a neighbour has not already made idle.
 */
export function neededSlots(question: Question, facts: Facts): Slot[] {
  const unknownOf = (test: Test) => test.slots.filter((slot) => isUnknown(slot, facts))
  const refused = question.conditions.some((node) => verdictUnder(node, facts) === 'false')
  const steps = refused ? [] : question.steps.filter(({ when }) => !when || verdictUnder(when, facts) !== 'false')
  const open = [
    ...question.scope,
    ...(refused ? [] : question.conditions),
    ...steps.flatMap(({ when }) => (when ? [when] : [])),
  ]
  const tests = open.flatMap((node) => undecidedTests(node, facts))
  const amounts = steps.flatMap((step) => step.slots).filter((slot) => isUnknown(slot, facts))
  const reads = tests.flatMap(unknownOf)
  const slots = [...new Map([...reads, ...amounts].map((slot) => [slot.key, slot])).values()]
  const distinct = [...new Map(tests.map((test) => [test.key, test])).values()]
  const readOnce = new Set(reads.map((slot) => slot.key)).size === reads.length
  if (readOnce || distinct.length > SEARCHED_TESTS) return slots
  return subsetsBySize(slots).find((subset) => settles(subset, distinct, question, facts)) ?? slots
}

function isUnknown(slot: Slot, facts: Facts): boolean {
  return readSlot(facts, slot).state === 'unknown'
}

/** The unknown tests that can still move their node: whatever stands beside a part that settles it is left out. */
function undecidedTests(node: Node, facts: Facts): Test[] {
  if (verdictUnder(node, facts) !== 'unknown') return []
  return node.kind === 'test' ? [node] : node.parts.flatMap((part) => undecidedTests(part, facts))
}

/** Whether knowing these slots settles the answer for every way their tests may come out. */
function settles(subset: readonly Slot[], tests: readonly Test[], question: Question, facts: Facts): boolean {
  const learnt = new Set(subset.map((slot) => slot.key))
  const covered = (slot: Slot) => !isUnknown(slot, facts) || learnt.has(slot.key)
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
