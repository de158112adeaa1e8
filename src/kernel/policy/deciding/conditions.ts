import type { Sentence } from '../../../platform/contract/public.ts'
import type { Facts } from '../facts/facts.ts'
import type { ConditionPart, Exception } from '../packs/condition.ts'
import { traceExcepted, verdictOfExcepted } from './excepted.ts'
import type { Compilation, Slot } from './slots.ts'
import { compileTest, type Test } from './comparisons.ts'
import type { TraceNode, Verdict } from './trace.ts'
import { allOf, anyOf, opposite } from './verdicts.ts'
import * as words from './words.ts'

export type Node =
  | Test
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Node[]; readonly failed?: Sentence }
  | { readonly kind: 'not'; readonly parts: readonly Node[]; readonly failed?: Sentence }
  /** A condition that a later instalment does not read again: the first part says whether it is one. */
  | { readonly kind: 'settled'; readonly parts: readonly Node[] }
  /** One that it reads again, on its own day: whether it is a later one, as the first reads it, as a later one does. */
  | { readonly kind: 'kept'; readonly parts: readonly Node[] }
  /** A condition with its exceptions: the first part is the condition, each other says whether an exception holds. */
  | { readonly kind: 'excepted'; readonly parts: readonly Node[]; readonly exceptions: readonly Exception[] }

/** Kleene's rules over any source of verdicts for the tests. */
export function evaluate(node: Node, verdictOf: (test: Test) => Verdict): Verdict {
  if (node.kind === 'test') return verdictOf(node)
  return combined(
    node,
    node.parts.map((part) => evaluate(part, verdictOf)),
  )
}

/** What a node of parts says, by what its parts say. */
export function combined(node: Exclude<Node, Test>, verdicts: readonly Verdict[]): Verdict {
  switch (node.kind) {
    case 'not':
      return opposite(verdicts[0]!)
    case 'all':
      return allOf(verdicts)
    case 'any':
    case 'settled':
      return anyOf(verdicts)
    case 'kept': {
      const [later, first, due] = verdicts
      if (later === 'unknown') return first === due ? first! : 'unknown'
      return later === 'true' ? due! : first!
    }
    case 'excepted':
      return verdictOfExcepted(node.exceptions, verdicts)
  }
}

/** The condition itself, as a first instalment reads it. */
export function asFirst(node: Node): Node {
  return node.kind === 'settled' || node.kind === 'kept' ? node.parts[1]! : node
}

/** Of a condition that instalments read each in their way, what is read here; undefined where that is settled already. */
export function readHere(node: Node, facts: Facts): Node | undefined {
  if (node.kind !== 'settled' && node.kind !== 'kept') return node
  const isLater = verdictUnder(node.parts[0]!, facts) === 'true'
  return isLater ? node.parts[2] : node.parts[1]
}

/** What says that a condition counts as met whatever it says itself. */
export function liftsOf(node: Node): readonly Node[] {
  if (node.kind === 'settled') return [node.parts[0]!, ...liftsOf(node.parts[1]!)]
  return node.kind === 'excepted'
    ? node.parts.slice(1).filter((_, index) => node.exceptions[index]!.then === 'met')
    : []
}

export function verdictUnder(node: Node, facts: Facts): Verdict {
  return evaluate(node, (test) => test.verdict(facts))
}

/** Every fact that a node rests on. */
export function slotsRead(node: Node): readonly Slot[] {
  return node.kind === 'test' ? (node.reads ?? node.slots) : node.parts.flatMap(slotsRead)
}

export function compilePart(part: ConditionPart, to: Compilation, path: readonly PropertyKey[]): Node | null {
  const branch = part.all ? 'all' : part.any ? 'any' : part.not ? 'not' : null
  if (!branch) return compileTest(part, to, path)
  const listed = branch === 'not' ? [part.not as ConditionPart] : (part[branch] as ConditionPart[])
  const parts = listed.map((inner, index) =>
    compilePart(inner, to, branch === 'not' ? [...path, branch] : [...path, branch, index]),
  )
  if (parts.includes(null)) return null
  return { kind: branch, parts: parts as Node[], ...(part.failed ? { failed: part.failed } : {}) }
}

/** The trace of a node: the same tests, in words. */
export function traceNode(node: Node, facts: Facts): TraceNode {
  if (node.kind === 'test') return node.trace(facts)
  const verdict = verdictUnder(node, facts)
  if (node.kind === 'settled' || node.kind === 'kept') {
    const here = readHere(node, facts)
    if (here) return { ...traceNode(here, facts), verdict }
    return { kind: 'test', verdict, sentence: words.SETTLED, read: [], parameters: [], parts: [] }
  }
  const parts = node.parts.map((part) => traceNode(part, facts))
  if (node.kind === 'excepted') return traceExcepted(node.exceptions, verdict, parts)
  return {
    kind: node.kind,
    verdict,
    sentence: verdict === 'false' && node.failed ? node.failed : sentenceOfParts(node.kind, verdict, parts),
    read: [],
    parameters: [],
    parts,
  }
}

/** Only the parts that made the verdict speak; one that merely has nothing to look at is left to the part that says why. */
function sentenceOfParts(kind: 'all' | 'any' | 'not', verdict: Verdict, parts: readonly TraceNode[]): Sentence {
  if (kind === 'not' && verdict !== 'unknown')
    return words.sayExcluded(verdict === 'false', words.joined(parts.map(stateOf)))
  const speaking = parts.filter((part) => kind === 'not' || part.verdict === verdict)
  const active = speaking.filter((part) => !part.idle)
  return words.joined((active.length > 0 ? active : speaking).map((part) => part.sentence))
}

/** What a part saw, without saying whether that is good. */
function stateOf(node: TraceNode): Sentence {
  if (node.parts.length > 0) return words.joined(node.parts.map(stateOf))
  return words.joined(node.read.map((read) => words.sayHas(read.label, read.words)))
}
