import type { Sentence } from '../../../platform/contract/public.ts'
import { labelOf, type Node, readSlot, type Slot, traceNode, traceRead } from './conditions.ts'
import type { FactScalar, Facts, Moment } from '../facts/facts.ts'
import { neededSlots } from './needed.ts'
import type { Condition, SchemePack } from '../packs/pack.ts'
import type { AmountStep, Trace, TraceCondition, Verdict } from './trace.ts'
import { sayNoRate } from './words.ts'

/** One condition of the answer, as it is told: by its name, in a sentence, with the clause it cites. */
export type Reason = {
  readonly id: string
  readonly label: Sentence
  readonly sentence: Sentence
  readonly cite: string
}

/** A fact that would settle the answer, why it is missing, and where it comes from. */
export type NeededFact = {
  readonly fact: string
  readonly at?: Moment
  readonly label: Sentence
  readonly why: Sentence
  readonly suppliedBy: string
  readonly comesFrom: Sentence
}

/** One of four. `placeholder`: the amount or a clause relied on is an example and must be shown as one. */
export type Answer = { readonly trace: Trace; readonly placeholder: boolean } & (
  | {
      readonly kind: 'eligible'
      readonly valueFen: bigint
      readonly subtractedFen: bigint
      readonly effectiveFen: bigint
    }
  | { readonly kind: 'ineligible'; readonly reasons: readonly Reason[]; readonly unknown: readonly Reason[] }
  | { readonly kind: 'unknown'; readonly needs: readonly NeededFact[] }
  | { readonly kind: 'notApplicable'; readonly reasons: readonly Reason[] }
)

export type Compiled = { readonly condition: Condition; readonly node: Node }

/** The rate table, ready to be looked up. */
export type Rates = { readonly axes: readonly Slot[]; readonly fenOf: ReadonlyMap<string, bigint> }

/** A compiled pack, before it is closed over. */
export type Parts = {
  readonly pack: SchemePack
  readonly scope: readonly Compiled[]
  readonly conditions: readonly Compiled[]
  readonly amount: Rates
}

/** The id under which a gap in the rate table is told; no condition may take it. */
export const AMOUNT = 'amount'

export function rowKey(values: readonly FactScalar[]): string {
  return JSON.stringify(values)
}

/** The answer to one subject's facts. */
export function decide(parts: Parts, facts: Facts): Answer {
  const { pack } = parts
  const placeholder =
    pack.amount.placeholder === true || Object.values(pack.clauses).some((clause) => clause.placeholder)
  const scope = parts.scope.map((part) => traceCondition(part, facts))
  const conditions = parts.conditions.map((part) => traceCondition(part, facts))
  const rate = rateOf(parts, facts)
  const steps = rate.kind === 'step' ? [rate.step] : []
  const trace = (amount: readonly AmountStep[]): Trace => ({
    scheme: pack.scheme,
    version: pack.version,
    title: pack.title,
    clauses: pack.clauses,
    scope,
    conditions,
    amount,
    totalFen: amount.reduce((total, step) => total + step.fen, 0n),
  })
  const outside = reasonsOf(scope, 'false')
  if (outside.length > 0) return { kind: 'notApplicable', reasons: outside, placeholder, trace: trace([]) }
  // An unknown scope keeps the answer open even where a condition fails: what is settled must stay settled.
  const scopeKnown = scope.every((node) => node.verdict === 'true')
  const reasons = [...reasonsOf(conditions, 'false'), ...(rate.kind === 'gap' ? [rate.reason] : [])]
  if (scopeKnown && reasons.length > 0) {
    return { kind: 'ineligible', reasons, unknown: reasonsOf(conditions, 'unknown'), placeholder, trace: trace([]) }
  }
  const open = !scopeKnown || rate.kind === 'unknown' || conditions.some((node) => node.verdict === 'unknown')
  if (open) return { kind: 'unknown', needs: needsOf(parts, facts, rate.kind === 'gap'), placeholder, trace: trace([]) }
  const valueFen = sumOf(steps, 'value')
  const subtractedFen = -sumOf(steps, 'subtracted')
  return {
    kind: 'eligible',
    valueFen,
    subtractedFen,
    effectiveFen: valueFen - subtractedFen,
    placeholder,
    trace: trace(steps),
  }
}

function sumOf(steps: readonly AmountStep[], stage: AmountStep['stage']): bigint {
  return steps.filter((step) => step.stage === stage).reduce((total, step) => total + step.fen, 0n)
}

function traceCondition({ condition, node }: Compiled, facts: Facts): TraceCondition {
  return { ...traceNode(node, facts), id: condition.id, label: condition.label, cite: condition.cite }
}

function reasonsOf(nodes: readonly TraceCondition[], verdict: Verdict): Reason[] {
  return nodes
    .filter((node) => node.verdict === verdict)
    .map(({ id, label, sentence, cite }) => ({ id, label, sentence, cite }))
}

type Rate = { kind: 'step'; step: AmountStep } | { kind: 'unknown' } | { kind: 'gap'; reason: Reason }

function rateOf({ pack, amount }: Parts, facts: Facts): Rate {
  const values = amount.axes.map((axis) => readSlot(facts, axis))
  const read = amount.axes.map((axis) => traceRead(facts, axis))
  if (values.some((value) => value.state === 'unknown')) return { kind: 'unknown' }
  const key = rowKey(values.map((value) => (value.state === 'known' ? value.value : '')))
  const fen = amount.fenOf.get(key)
  const { label, cite } = pack.amount
  if (fen === undefined) {
    return { kind: 'gap', reason: { id: AMOUNT, label, sentence: sayNoRate(read.map((each) => each.words)), cite } }
  }
  const placeholder = pack.amount.placeholder === true || pack.clauses[cite]?.placeholder === true
  return { kind: 'step', step: { id: pack.amount.table, stage: 'value', label, read, fen, cite, placeholder } }
}

function needsOf(parts: Parts, facts: Facts, refused: boolean): NeededFact[] {
  const question = {
    scope: parts.scope.map((part) => part.node),
    conditions: refused ? [] : parts.conditions.map((part) => part.node),
    axes: parts.amount.axes,
  }
  return neededSlots(question, facts).map((slot) => {
    const value = readSlot(facts, slot)
    const why = value.state === 'unknown' ? value.why : { zh: '', en: '' }
    const { suppliedBy, comesFrom } = slot.definition
    return { fact: slot.fact, ...(slot.at ? { at: slot.at } : {}), label: labelOf(slot), why, suppliedBy, comesFrom }
  })
}
