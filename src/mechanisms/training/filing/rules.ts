import type { ProblemItem, Sentence } from '../../../platform/contract/public.ts'
import type { CheckResult } from '../../../kernel/integrity/public.ts'
import type { CheckCounts } from './contract.ts'
import { words } from './words.ts'

type Answered = Pick<CheckResult, 'id' | 'checkId' | 'subjectId' | 'outcome' | 'action' | 'sentence'>

/** A failed check whose action is to stop. Holds and flags go on to the reviewer; what was unavailable is shown to them. */
export function blocks(result: Pick<Answered, 'outcome' | 'action'>): boolean {
  return result.outcome === 'failed' && result.action === 'block'
}

/** What a run came to, and its worst. */
export function countsOf(results: readonly Pick<Answered, 'outcome' | 'action'>[]): CheckCounts {
  const count = (outcome: Answered['outcome']) => results.filter((result) => result.outcome === outcome).length
  const [failed, unavailable] = [count('failed'), count('unavailable')]
  const tone = results.some(blocks) ? 'refused' : failed + unavailable > 0 ? 'attention' : 'good'
  return { passed: count('passed'), failed, unavailable, tone }
}

/** Every blocking answer as an item of the refusal: which check, about whom, and what to do. */
export function blockingItems(
  results: readonly Answered[],
  whoOf: (subjectId: string) => Sentence | undefined,
): ProblemItem[] {
  return results.filter(blocks).map((result) => ({ at: result.checkId, sentence: sentenceOf(result, whoOf) }))
}

/** The check's sentence, with the person it is about before it. */
export function sentenceOf(
  result: Pick<Answered, 'subjectId' | 'sentence'>,
  whoOf: (subjectId: string) => Sentence | undefined,
): Sentence {
  const who = whoOf(result.subjectId)
  return who ? words.about(who, result.sentence) : result.sentence
}

/** A reason for returning a class: from a check, or the clerk's own words. */
export type Reason = {
  readonly source: 'check' | 'clerk'
  readonly checkId?: string
  readonly subjectId?: string
  readonly sentence: Sentence
}

type Chosen = { readonly answers: readonly string[]; readonly reasons: readonly string[] }

/** All reasons of a return, the checks' first; or everything that keeps them from being sent. */
export function reasonsOf(
  chosen: Chosen,
  results: readonly Answered[],
  whoOf: (subjectId: string) => Sentence | undefined,
): { readonly reasons: readonly Reason[]; readonly problems: readonly ProblemItem[] } {
  const byId = new Map(results.map((result) => [result.id, result]))
  const problems: ProblemItem[] = []
  const reasons: Reason[] = []
  for (const [index, id] of [...new Set(chosen.answers)].entries()) {
    const result = byId.get(id)
    if (!result) problems.push({ at: `body.answers.${index}`, sentence: words.foreignAnswer })
    else if (result.outcome === 'passed' || result.outcome === 'not-applicable') {
      problems.push({ at: `body.answers.${index}`, sentence: words.notAFault })
    } else {
      const { checkId, subjectId } = result
      reasons.push({ source: 'check', checkId, subjectId, sentence: sentenceOf(result, whoOf) })
    }
  }
  for (const text of chosen.reasons) reasons.push({ source: 'clerk', sentence: { zh: text, en: text } })
  if (reasons.length === 0 && problems.length === 0) problems.push({ at: 'body.reasons', sentence: words.noReason })
  return { reasons, problems }
}

/** What somebody has to do with a class, by natural person and whatever account they use. */
type Part = {
  readonly submitted: boolean
  readonly attends: boolean
  readonly teaches: boolean
  /** Whether an account of theirs belongs to the class's provider. */
  readonly belongs: boolean
}

/** Everything that keeps somebody from approving or returning a class; nobody reviews a class of their own. */
export function ownClassReasons(part: Part, county: { readonly submitterMayReview: boolean }): Sentence[] {
  return [
    ...(part.submitted && !county.submitterMayReview ? [words.ownClass] : []),
    ...(part.attends ? [words.attends] : []),
    ...(part.teaches ? [words.teaches] : []),
    ...(part.belongs ? [words.belongs] : []),
  ]
}

type Duties = readonly { readonly subject: string; readonly duties: readonly string[] }[]

/** Whether the county keeps these two duties over a class in different hands (parameter `approval.mustDiffer`). */
export function mustDiffer(incompatible: Duties, one: string, other: string): boolean {
  return incompatible.some(
    ({ subject, duties }) => subject === 'class' && duties.includes(one) && duties.includes(other),
  )
}
