import type { Sentence } from '../../../platform/contract/public.ts'
import type { Facts, Moment } from '../facts/facts.ts'
import type { SchemePack } from '../packs/pack.ts'
import { type CompiledStep, takeSteps } from './amounts.ts'
import { type Node, traceNode } from './conditions.ts'
import { type CompiledLimit, cutBy } from './limits.ts'
import type { CompiledInstalments } from './instalments.ts'
import type { StackingOf } from './stacking.ts'
import { type Contradiction, contradictionOf } from './exceptions.ts'
import { neededSlots } from './needed.ts'
import type { AmountStep, Named, Trace, TraceCondition, TraceNode, Verdict } from './trace.ts'
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
export type Compiled = {
  readonly condition: Named
  readonly node: Node
  /** The region of the layer it was taken over from. */
  readonly origin?: string | undefined
}

/** A limit among the conditions, with what is excepted from it. */
export type LimitOf = Compiled & { readonly of: CompiledLimit }

/** A compiled pack, before it is closed over. */
export type Parts = {
  readonly pack: SchemePack
  readonly scope: readonly Compiled[]
  readonly conditions: readonly Compiled[]
  readonly limits: readonly LimitOf[]
  /** How it stands to others of its family, and that it is given in instalments. */
  readonly stacking?: StackingOf | undefined
  readonly instalments?: CompiledInstalments | undefined
  /** The conditions, the limits and the rest of it: what has to hold. */
  readonly required: readonly Compiled[]
  /** The amount or a clause relied on is an example. */
  readonly placeholder: boolean
  readonly steps: readonly CompiledStep[]
}

/** The id under which a gap in the rates is told; no condition may take it. */
export const AMOUNT = 'amount'

/** The answer to one subject's facts. */
export function decide(parts: Parts, facts: Facts): Answer {
  const { placeholder } = parts
  const scope = parts.scope.map((part) => traceCondition(part, facts))
  const conditions = parts.required.map((part) => traceCondition(part, facts))
  const rate = takeSteps(parts.steps, facts)
  const steps = rate.kind === 'steps' ? trimmed(parts, rate.steps, facts) : NO_STEPS
  if (has(scope, 'false'))
    return {
      kind: 'notApplicable',
      reasons: reasonsOf(scope, 'false'),
      placeholder,
      trace: traceOf(parts, facts, scope, conditions, NO_STEPS, 0n),
    }
  // An unknown scope keeps the answer open even where a condition fails: what is settled must stay settled.
  const scopeKnown = !has(scope, 'unknown')
  if (scopeKnown && (rate.kind === 'gap' || has(conditions, 'false'))) {
    const gap: Reason[] =
      rate.kind === 'gap' ? [{ id: AMOUNT, label: rate.step.label, sentence: rate.sentence, cite: rate.step.cite }] : []
    const reasons = [...reasonsOf(conditions, 'false'), ...gap]
    const unknown = reasonsOf(conditions, 'unknown')
    return {
      kind: 'ineligible',
      reasons,
      unknown,
      placeholder,
      trace: traceOf(parts, facts, scope, conditions, NO_STEPS, 0n),
    }
  }
  if (!scopeKnown || rate.kind === 'unknown' || has(conditions, 'unknown')) {
    const contradictions = contradictionsOf(parts, facts)
    const needs = needsOf(parts, facts, rate.kind === 'gap')
    return {
      kind: 'unknown',
      needs,
      ...(contradictions.length > 0 ? { contradictions } : {}),
      placeholder,
      trace: traceOf(parts, facts, scope, conditions, NO_STEPS, 0n),
    }
  }
  const valueFen = sumOf(steps, 'value')
  const takenFen = sumOf(steps, 'subtracted')
  const effectiveFen = valueFen + takenFen
  const subtractedFen = -takenFen
  return {
    kind: 'eligible',
    valueFen,
    subtractedFen,
    effectiveFen,
    placeholder,
    trace: traceOf(parts, facts, scope, conditions, steps, effectiveFen),
  }
}

function traceOf(
  { pack, instalments }: Parts,
  facts: Facts,
  scope: readonly TraceCondition[],
  conditions: readonly TraceCondition[],
  amount: readonly AmountStep[],
  totalFen: bigint,
): Trace {
  const { scheme, version, title, clauses } = pack
  const trace = { scheme, version, title, clauses, scope, conditions, amount, totalFen }
  const instalment = instalments?.trace(facts)
  return instalment ? { ...trace, instalment } : trace
}

const NO_STEPS: readonly AmountStep[] = []

function has(nodes: readonly TraceCondition[], verdict: Verdict): boolean {
  return nodes.some((node) => node.verdict === verdict)
}

/** With what limits of sums leave, and what was had for the same. */
function trimmed({ limits, stacking }: Parts, steps: readonly AmountStep[], facts: Facts): readonly AmountStep[] {
  const cutting = stacking ? [...limits, stacking] : limits
  if (cutting.length === 0) return steps
  return [
    ...steps,
    ...cutBy(
      cutting,
      steps.reduce((sum, { fen }) => sum + fen, 0n),
      facts,
    ),
  ]
}

function sumOf(steps: readonly AmountStep[], stage: AmountStep['stage']): bigint {
  let sum = 0n
  for (const step of steps) if (step.stage === stage) sum += step.fen
  return sum
}

function isNamed(traced: TraceNode | TraceCondition): traced is TraceCondition {
  return 'id' in traced
}

function traceCondition({ condition, node, origin }: Compiled, facts: Facts): TraceCondition {
  const traced = node.kind === 'test' ? node.trace(facts, origin ? undefined : condition) : traceNode(node, facts)
  if (isNamed(traced)) return traced
  const { id, label, cite } = condition
  const { kind, verdict, sentence, read, parameters, parts, required, idle, limit, stacking } = traced
  // Written out, since this is done for every condition of every answer; what is rarely there is added.
  const told: { -readonly [Key in keyof TraceCondition]: TraceCondition[Key] } = required
    ? { id, label, cite, kind, verdict, sentence, read, parameters, parts, required }
    : { id, label, cite, kind, verdict, sentence, read, parameters, parts }
  if (idle) told.idle = idle
  if (limit) told.limit = limit
  if (stacking) told.stacking = stacking
  if (origin) told.origin = origin
  return told
}

function reasonsOf(nodes: readonly TraceCondition[], verdict: Verdict): Reason[] {
  return nodes
    .filter((node) => node.verdict === verdict)
    .map(({ id, label, sentence, cite }) => ({ id, label, sentence, cite }))
}

function contradictionsOf({ scope, required }: Parts, facts: Facts): Reason[] {
  return [...scope, ...required].flatMap(({ condition, node }) => {
    const found: Contradiction | undefined = contradictionOf(condition.id, node, facts)
    if (!found) return []
    const { id, label, cite } = condition
    return [{ id, label, sentence: sayContradiction(found.exceptions.map((each) => each.label)), cite }]
  })
}

function needsOf(parts: Parts, facts: Facts, refused: boolean): NeededFact[] {
  const question = {
    scope: parts.scope.map((part) => part.node),
    conditions: refused ? [] : parts.required.map((part) => part.node),
    steps: refused ? [] : parts.steps,
  }
  return neededSlots(question, facts).map(({ slot, why }) => {
    const { suppliedBy, comesFrom } = slot.definition
    return { fact: slot.fact, ...(slot.at ? { at: slot.at } : {}), label: slot.label, why, suppliedBy, comesFrom }
  })
}
