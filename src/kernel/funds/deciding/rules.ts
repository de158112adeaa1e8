import type { Sentence } from '../../../platform/contract/public.ts'
import type { Answer } from '../../policy/public.ts'
import type { CheckAction, Outcome } from '../../record/public.ts'
import { words } from './words.ts'

/** What somebody's standing rests on, told to them: a condition, a missing fact, a named check. */
export type Reason = {
  readonly from: 'condition' | 'need' | 'check'
  readonly id: string
  readonly label: Sentence
  readonly sentence: Sentence
  /** The clause, or the source's tag. */
  readonly basis: Sentence
}

/** One answer of one check about a person, or about the whole group. */
export type CheckFinding = {
  readonly checkId: string
  readonly title: Sentence
  readonly basis: Sentence
  /** The county's parameter that the check measures people by. */
  readonly parameter?: string | undefined
  readonly outcome: Outcome
  readonly action: CheckAction
  readonly sentence: Sentence
}

export type Standing = {
  readonly standing: 'due' | 'held' | 'refused'
  /** What the decision came to; a person may be held or refused with an amount. */
  readonly amountFen: bigint
  readonly reasons: readonly Reason[]
}

/**
 * What becomes of a person: the decision first, then the checks, every reason told. Undefined when the scheme does not
 * apply. A failed check blocks, holds or only tells; one that could not be asked does what the scheme says of it. What
 * a condition has told is not told again by the check that measures by the same parameter.
 */
export function standingOf(
  answer: Answer,
  findings: readonly CheckFinding[],
  onUnavailable: (checkId: string) => 'hold' | 'note',
): Standing | undefined {
  if (answer.kind === 'notApplicable') return undefined
  const told = failedParameters(answer)
  const limited = limitsTold(answer)
  const isNews = ({ checkId, parameter }: CheckFinding) =>
    !limited.has(checkId) && (parameter === undefined || !told.has(parameter))
  const failed = (action: CheckAction) =>
    findings.filter((each) => each.outcome === 'failed' && each.action === action && isNews(each)).map(reasonOfCheck)
  const blocks = failed('block')
  const holds = [
    ...failed('hold'),
    ...findings
      .filter((each) => each.outcome === 'unavailable' && onUnavailable(each.checkId) === 'hold')
      .map(reasonOfCheck),
  ]
  const decided = reasonsOfAnswer(answer)
  const amountFen = answer.kind === 'eligible' ? answer.effectiveFen : 0n
  const refuses = answer.kind === 'ineligible' || blocks.length > 0 || (answer.kind === 'eligible' && amountFen === 0n)
  if (refuses) return { standing: 'refused', amountFen, reasons: [...decided, ...blocks, ...holds] }
  if (answer.kind === 'unknown' || holds.length > 0)
    return { standing: 'held', amountFen, reasons: [...decided, ...holds] }
  return { standing: 'due', amountFen, reasons: [] }
}

/** The checks of the past that tell before the claim what a limit of the scheme decides at it. */
const CHECKS_OF_LIMITS: Readonly<Record<string, string>> = { count: 'B01', once: 'B02', noLower: 'B03' }

/** The checks whose question the scheme's own limits have answered. */
function limitsTold({ trace }: Answer): ReadonlySet<string> {
  return new Set(trace.conditions.flatMap(({ limit }) => (limit ? (CHECKS_OF_LIMITS[limit.rule] ?? []) : [])))
}

type TraceNode = Answer['trace']['conditions'][number]['parts'][number]

/** The parameters that the failed conditions of a refusal rest on. */
function failedParameters(answer: Answer): ReadonlySet<string> {
  if (answer.kind !== 'ineligible') return new Set()
  const namesIn = ({ kind, verdict, parameters, parts }: TraceNode): string[] => {
    if (verdict !== 'false' || kind === 'not') return []
    // Of a condition with exceptions only the condition itself measures.
    const measuring = kind === 'excepted' ? parts.slice(0, 1) : parts
    return [...parameters.map(({ name }) => name), ...measuring.flatMap(namesIn)]
  }
  return new Set(answer.trace.conditions.flatMap(namesIn))
}

function reasonOfCheck({ checkId, title, sentence, basis }: CheckFinding): Reason {
  return { from: 'check', id: checkId, label: title, sentence, basis }
}

/** A condition of an answer as a reason, with the clause it cites. */
export function reasonOf(
  { id, label, sentence, cite }: { id: string; label: Sentence; sentence: Sentence; cite: string },
  answer: Answer,
): Reason {
  return { from: 'condition', id, label, sentence, basis: basisIn(answer, cite) }
}

function basisIn(answer: Answer, cite: string): Sentence {
  const clause = answer.trace.clauses[cite]
  return clause
    ? { zh: `${clause.doc}${clause.article}`, en: `${clause.doc} ${clause.article}` }
    : { zh: cite, en: cite }
}

function reasonsOfAnswer(answer: Answer): Reason[] {
  const basisOf = (cite: string) => basisIn(answer, cite)
  if (answer.kind === 'ineligible') {
    return [...answer.reasons, ...answer.unknown].map((reason) => reasonOf(reason, answer))
  }
  if (answer.kind === 'unknown') {
    const contradictions = (answer.contradictions ?? []).map((reason) => reasonOf(reason, answer))
    const needs = answer.needs.map(({ fact, label, why, comesFrom }) => ({
      from: 'need' as const,
      id: fact,
      label,
      sentence: why,
      basis: comesFrom,
    }))
    return [...contradictions, ...needs]
  }
  if (answer.kind === 'eligible' && answer.effectiveFen === 0n) {
    const steps = answer.trace.amount
    const cite = (steps.findLast((step) => step.fen < 0n) ?? steps[0])?.cite ?? ''
    return [{ from: 'condition', id: 'amount', label: words.amount, sentence: words.nothingLeft, basis: basisOf(cite) }]
  }
  return []
}

/** A check that could not be asked, of how many, and what the scheme does about it. */
export type Unavailable = {
  readonly checkId: string
  readonly title: Sentence
  readonly people: number
  readonly then: 'hold' | 'note'
}

export type CheckCounts = {
  readonly asked: number
  readonly passed: number
  readonly unavailable: readonly Unavailable[]
}

/** A run in figures. What does not apply to somebody was not asked of them. */
export function countChecks(
  findings: readonly CheckFinding[],
  onUnavailable: (checkId: string) => 'hold' | 'note',
): CheckCounts {
  const asked = findings.filter((each) => each.outcome !== 'not-applicable')
  const unavailable = new Map<string, Unavailable>()
  for (const { checkId, title, outcome } of asked) {
    if (outcome !== 'unavailable') continue
    const people = (unavailable.get(checkId)?.people ?? 0) + 1
    unavailable.set(checkId, { checkId, title, people, then: onUnavailable(checkId) })
  }
  return {
    asked: asked.length,
    passed: asked.filter((each) => each.outcome === 'passed').length,
    unavailable: [...unavailable.values()],
  }
}
