import type { Sentence } from '../../../platform/contract/public.ts'
import type { Facts, Moment } from '../facts/facts.ts'
import type { SchemePack } from '../packs/pack.ts'
import { type CompiledStep, takeSteps } from './amounts.ts'
import { type Node, traceNode, verdictUnder } from './conditions.ts'
import { type CompiledLimit, trimmedBy } from './limits.ts'
import { type Contradiction, contradictionOf } from './exceptions.ts'
import { neededSlots } from './needed.ts'
import { labelOf } from './slots.ts'
import type { AmountStep, Trace, TraceCondition, Verdict } from './trace.ts'
import { sayContradiction } from './words.ts'

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
  | {
      readonly kind: 'unknown'
      readonly needs: readonly NeededFact[]
      /** Conditions about which two exceptions disagree: only people can settle these. */
      readonly contradictions?: readonly Reason[]
    }
  | { readonly kind: 'notApplicable'; readonly reasons: readonly Reason[] }
)

/** Something that has to hold: by its name, with the clause it cites. */
export type Compiled = { readonly condition: Pick<Reason, 'id' | 'label' | 'cite'>; readonly node: Node }

/** A limit among the conditions, with what is excepted from it. */
export type LimitOf = Compiled & { readonly of: CompiledLimit }

/** A compiled pack, before it is closed over. */
export type Parts = {
  readonly pack: SchemePack
  readonly scope: readonly Compiled[]
  readonly conditions: readonly Compiled[]
  readonly limits: readonly LimitOf[]
  readonly steps: readonly CompiledStep[]
}

/** The id under which a gap in the rates is told; no condition may take it. */
export const AMOUNT = 'amount'

/** The answer to one subject's facts. */
export function decide(parts: Parts, facts: Facts): Answer {
  const { pack } = parts
  const placeholder =
    pack.amount.placeholder === true ||
    Object.values(pack.clauses).some((clause) => clause.placeholder) ||
    parts.steps.some((step) => step.placeholder)
  const traced = (list: 'scope' | 'conditions' | 'limits') =>
    parts[list].map((part: Compiled): TraceCondition => {
      const origin = pack.origins?.[`${list}.${part.condition.id}`]
      return { ...traceCondition(part, facts), ...(origin ? { origin } : {}) }
    })
  const scope = traced('scope')
  const conditions = [...traced('conditions'), ...traced('limits')]
  const rate = takeSteps(parts.steps, facts)
  const steps = rate.kind === 'steps' ? [...rate.steps, ...trimming(parts, rate.steps, facts)] : []
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
  const gap: Reason[] =
    rate.kind === 'gap' ? [{ id: AMOUNT, label: rate.step.label, sentence: rate.sentence, cite: rate.step.cite }] : []
  const reasons = [...reasonsOf(conditions, 'false'), ...gap]
  if (scopeKnown && reasons.length > 0) {
    return { kind: 'ineligible', reasons, unknown: reasonsOf(conditions, 'unknown'), placeholder, trace: trace([]) }
  }
  const open = !scopeKnown || rate.kind === 'unknown' || conditions.some((node) => node.verdict === 'unknown')
  if (open) {
    const contradictions = contradictionsOf(parts, facts)
    const needs = needsOf(parts, facts, rate.kind === 'gap')
    return {
      kind: 'unknown',
      needs,
      ...(contradictions.length > 0 ? { contradictions } : {}),
      placeholder,
      trace: trace([]),
    }
  }
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

/** What is left of the limits of sums, those that an exception lifts left out. */
function trimming({ limits }: Parts, steps: readonly AmountStep[], facts: Facts): AmountStep[] {
  const isLifted = ({ node }: LimitOf) => liftsOf(node).some((part) => verdictUnder(part, facts) === 'true')
  const binding = limits.filter((limit) => !isLifted(limit)).map(({ of }) => of)
  const amountFen = steps.reduce((sum, { fen }) => sum + fen, 0n)
  return trimmedBy(binding, amountFen, facts)
}

/** What says that a condition counts as met whatever it says itself. */
export function liftsOf(node: Node): readonly Node[] {
  return node.kind === 'excepted' ? node.parts.slice(1).filter((_, index) => node.exceptions[index]!.then === 'met') : []
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

function contradictionsOf({ scope, conditions, limits }: Parts, facts: Facts): Reason[] {
  return [...scope, ...conditions, ...limits].flatMap(({ condition, node }) => {
    const found: Contradiction | undefined = contradictionOf(condition.id, node, facts)
    if (!found) return []
    const { id, label, cite } = condition
    return [{ id, label, sentence: sayContradiction(found.exceptions.map((each) => each.label)), cite }]
  })
}

function needsOf(parts: Parts, facts: Facts, refused: boolean): NeededFact[] {
  const question = {
    scope: parts.scope.map((part) => part.node),
    conditions: refused ? [] : [...parts.conditions, ...parts.limits].map((part) => part.node),
    steps: refused ? [] : parts.steps,
  }
  return neededSlots(question, facts).map(({ slot, why }) => {
    const { suppliedBy, comesFrom } = slot.definition
    return { fact: slot.fact, ...(slot.at ? { at: slot.at } : {}), label: labelOf(slot), why, suppliedBy, comesFrom }
  })
}
