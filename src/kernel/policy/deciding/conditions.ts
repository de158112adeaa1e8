import type { ProblemItem, Sentence } from '../../../platform/contract/public.ts'
import type { Clause } from '../packs/clause.ts'
import { itemAt } from '../packs/document-problems.ts'
import {
  compareScalars,
  type FactDefinition,
  type FactDictionary,
  type FactScalar,
  type Facts,
  type FactValue,
  isOrdered,
  isValueOf,
  type Moment,
  slotOf,
} from '../facts/facts.ts'
import { type ConditionPart, OPERATORS, type Operand, type Operator } from '../packs/pack.ts'
import type { TraceNode, TraceParameter, TraceRead, Verdict } from './trace.ts'
import * as words from './words.ts'

/** A fact at a moment: what a program asks of the facts. */
export type Slot = {
  readonly key: string
  readonly fact: string
  readonly at?: Moment
  readonly definition: FactDefinition
}

/** The smallest thing that is true, false or unknown. Two tests with one key always have one verdict. */
export type Test = {
  readonly kind: 'test'
  readonly key: string
  readonly slots: readonly Slot[]
  readonly verdict: (facts: Facts) => Verdict
  readonly trace: (facts: Facts) => TraceNode
}

export type Node =
  | Test
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Node[]; readonly failed?: Sentence }
  | { readonly kind: 'not'; readonly parts: readonly Node[]; readonly failed?: Sentence }

/** Where a parameter's value comes from while a pack is compiled. */
export type ParameterSource = {
  get(name: string): { name: string; value: unknown; origin: string; cite: Clause }
}

/** What compiling needs to know, and where it writes what is wrong. */
export type Compilation = {
  readonly dictionary: FactDictionary
  readonly parameters: ParameterSource | undefined
  readonly problems: ProblemItem[]
  readonly slots: Map<string, Slot>
  readonly parametersUsed: Map<string, TraceParameter & { value: unknown }>
}

/** Kleene's rules over any source of verdicts for the tests. */
export function evaluate(node: Node, verdictOf: (test: Test) => Verdict): Verdict {
  if (node.kind === 'test') return verdictOf(node)
  const verdicts = node.parts.map((part) => evaluate(part, verdictOf))
  if (node.kind === 'not') return verdicts[0] === 'true' ? 'false' : verdicts[0] === 'false' ? 'true' : 'unknown'
  const settles: Verdict = node.kind === 'all' ? 'false' : 'true'
  if (verdicts.includes(settles)) return settles
  if (verdicts.includes('unknown')) return 'unknown'
  return node.kind === 'all' ? 'true' : 'false'
}

/** What a slot holds. Whatever was not given is unknown; a value of the wrong type is the supplier's defect. */
export function readSlot(facts: Facts, slot: Slot): FactValue {
  const given = facts[slot.key]
  if (given === undefined) return { state: 'unknown', why: words.NOT_RECORDED, source: '', asOf: '' }
  if (given.state === 'known' && !isValueOf(slot.definition, given.value)) {
    throw new TypeError(
      `${slot.key} was supplied as ${JSON.stringify(given.value)}, which is not a ${slot.definition.type}`,
    )
  }
  return given
}

export function traceRead(facts: Facts, slot: Slot): TraceRead {
  const value = readSlot(facts, slot)
  const said =
    value.state === 'known'
      ? words.sayValue(slot.definition, value.value)
      : value.state === 'unknown'
        ? value.why
        : { zh: '无此项', en: 'none' }
  return { ...value, fact: slot.fact, ...(slot.at ? { at: slot.at } : {}), label: labelOf(slot), words: said }
}

export function labelOf(slot: Slot): Sentence {
  if (!slot.at) return slot.definition.label
  const at = words.MOMENT_WORDS[slot.at]
  return { zh: `${at.zh}的${slot.definition.label.zh}`, en: `${slot.definition.label.en} ${at.en}` }
}

export function useSlot(
  fact: string,
  at: Moment | undefined,
  to: Compilation,
  path: readonly PropertyKey[],
): Slot | null {
  const definition = to.dictionary.get(fact)
  if (!definition) {
    to.problems.push(itemAt(path, { zh: `没有“${fact}”这个事实`, en: `there is no fact ${fact}` }))
    return null
  }
  const key = slotOf(fact, at)
  const slot: Slot = to.slots.get(key) ?? { key, fact, ...(at ? { at } : {}), definition }
  to.slots.set(key, slot)
  return slot
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

type Side =
  | { readonly value: FactScalar; readonly words: Sentence; readonly parameter?: TraceParameter }
  | { readonly slot: Slot }

function compileSide(operand: Operand, slot: Slot, to: Compilation, path: readonly PropertyKey[]): Side | null {
  const wrong = (sentence: Sentence): null => {
    to.problems.push(itemAt(path, sentence))
    return null
  }
  if (typeof operand === 'object' && 'fact' in operand) {
    const other = useSlot(operand.fact, operand.at, to, path)
    if (other && other.definition.type !== slot.definition.type) {
      return wrong({
        zh: `“${slot.fact}”与“${other.fact}”类型不同,不能比较`,
        en: `${slot.fact} and ${other.fact} are of different types`,
      })
    }
    return other && { slot: other }
  }
  let value: unknown = operand
  let origin: { name: string; origin: string; cite: Clause } | undefined
  if (typeof operand === 'object' && 'parameter' in operand) {
    if (!to.parameters)
      return wrong({ zh: `须先给出参数“${operand.parameter}”`, en: `the parameter ${operand.parameter} is needed` })
    const found = to.parameters.get(operand.parameter)
    origin = found
    value = found.value
  }
  if (!isValueOf(slot.definition, value as FactScalar)) {
    const said = JSON.stringify(value)
    return wrong({ zh: `${said} 不是“${slot.fact}”可以取的值`, en: `${said} is not a value of ${slot.fact}` })
  }
  const said = words.sayValue(slot.definition, value as FactScalar, true)
  if (!origin) return { value: value as FactScalar, words: said }
  const parameter = { name: origin.name, origin: origin.origin, words: said, cite: origin.cite }
  to.parametersUsed.set(parameter.name, { ...parameter, value })
  return { value: value as FactScalar, words: said, parameter }
}

function operandsOf(part: ConditionPart, operator: Operator): readonly Operand[] {
  const right = part[operator]
  if (operator === 'known') return []
  return operator === 'oneOf' || operator === 'between' ? (right as Operand[]) : [right as Operand]
}

function compileTest(part: ConditionPart, to: Compilation, path: readonly PropertyKey[]): Test | null {
  const operator = OPERATORS.find((name) => part[name] !== undefined) as Operator
  const slot = useSlot(part.fact as string, part.at, to, [...path, 'fact'])
  if (!slot) return null
  const { type } = slot.definition
  if ((operator === 'atLeast' || operator === 'atMost' || operator === 'between') && !isOrdered(type)) {
    to.problems.push(
      itemAt([...path, operator], {
        zh: `“${slot.fact}”没有大小先后,不能用 ${operator}`,
        en: `${slot.fact} has no order: ${operator} says nothing`,
      }),
    )
    return null
  }
  const sides = operandsOf(part, operator).map((operand) => compileSide(operand, slot, to, [...path, operator]))
  if (sides.includes(null)) return null
  return testOf({ operator, slot, sides: sides as Side[], failed: part.failed })
}

type TestTerms = { operator: Operator; slot: Slot; sides: readonly Side[]; failed: Sentence | undefined }

function holds(
  operator: Operator,
  type: FactDefinition['type'],
  value: FactScalar,
  others: readonly FactScalar[],
): boolean {
  const against = (index: number) => compareScalars(type, value, others[index] as FactScalar)
  switch (operator) {
    case 'known':
      return true
    case 'is':
    case 'oneOf':
      return others.some((_, index) => against(index) === 0)
    case 'atLeast':
      return against(0) >= 0
    case 'atMost':
      return against(0) <= 0
    case 'between':
      return against(0) >= 0 && against(1) <= 0
  }
}

function testOf(terms: TestTerms): Test {
  const { operator, slot, sides } = terms
  const slots = [slot, ...sides.flatMap((side) => ('slot' in side ? [side.slot] : []))]
  const verdict = (facts: Facts): Verdict => {
    const read = slots.map((each) => readSlot(facts, each))
    if (read.some((value) => value.state === 'notApplicable')) return 'false'
    if (read.some((value) => value.state === 'unknown')) return 'unknown'
    const valueOf = (each: Slot) => (readSlot(facts, each) as FactValue & { state: 'known' }).value
    const others = sides.map((side) => ('slot' in side ? valueOf(side.slot) : side.value))
    return holds(operator, slot.definition.type, valueOf(slot), others) ? 'true' : 'false'
  }
  const right = sides.map((side) => ('slot' in side ? side.slot.key : side.value))
  return {
    kind: 'test',
    key: JSON.stringify([slot.key, operator, right]),
    slots,
    verdict,
    trace: (facts) => traceTest(terms, slots, facts, verdict(facts)),
  }
}

function traceTest(
  { operator, slot, sides, failed }: TestTerms,
  slots: readonly Slot[],
  facts: Facts,
  verdict: Verdict,
): TraceNode {
  const read = slots.map((each) => traceRead(facts, each))
  const own = read[0] as TraceRead
  const operands = sides.map((side) => {
    if (!('slot' in side)) return side.words
    const other = traceRead(facts, side.slot)
    return { zh: `${other.label.zh}(${other.words.zh})`, en: `${other.label.en} (${other.words.en})` }
  })
  const required = words.sayRequired(operator, slot.definition, operands)
  const has = words.sayHas(own.label, own.words)
  const missing = read.find((each) => each.state === 'notApplicable') ?? read.find((each) => each.state === 'unknown')
  let sentence = words.sayMet(has, required)
  if (verdict === 'false') sentence = words.sayNotMet(has, required)
  if (missing?.state === 'notApplicable') sentence = words.sayNone(missing.label, missing.why)
  if (missing?.state === 'unknown') sentence = words.sayUnknown(missing.label, missing.why)
  const idle = verdict === 'false' && missing !== undefined && operator !== 'known'
  if (verdict === 'false' && failed && !idle) sentence = failed
  return {
    kind: 'test',
    verdict,
    sentence,
    read,
    parameters: sides.flatMap((side) => ('parameter' in side && side.parameter ? [side.parameter] : [])),
    parts: [],
    required,
    ...(idle ? { idle } : {}),
  }
}

/** The trace of a node: the same tests, in words. */
export function traceNode(node: Node, facts: Facts): TraceNode {
  if (node.kind === 'test') return node.trace(facts)
  const parts = node.parts.map((part) => traceNode(part, facts))
  const verdict = evaluate(node, (test) => test.verdict(facts))
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
