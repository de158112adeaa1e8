import type { CheckAnswer } from './contract.ts'

export type GroupOutcome = 'passed' | 'failed' | 'doubt' | 'unavailable'

/** The answers of one check about a class: about the class itself, or about everybody on its roster. */
export type CheckGroup = {
  readonly checkId: string
  readonly title: CheckAnswer['title']
  readonly basis: CheckAnswer['basis']
  readonly outcome: GroupOutcome
  /** The answers that are not passes; of a check that all passed, none. */
  readonly told: readonly CheckAnswer[]
  readonly all: readonly CheckAnswer[]
}

const WORST: readonly GroupOutcome[] = ['failed', 'doubt', 'unavailable', 'passed']

/** What one answer is to a reviewer: a failure that stops, a doubt, or something nobody could answer. */
export function outcomeOf(answer: Pick<CheckAnswer, 'outcome' | 'action'>): GroupOutcome | undefined {
  if (answer.outcome === 'not-applicable') return undefined
  if (answer.outcome !== 'failed') return answer.outcome
  return answer.action === 'block' ? 'failed' : 'doubt'
}

/** Answers gathered by check, worst first. Forty people who passed are one line; whoever did not is told by name. */
export function grouped(answers: readonly CheckAnswer[]): CheckGroup[] {
  const byCheck = new Map<string, CheckAnswer[]>()
  for (const answer of answers) {
    if (outcomeOf(answer) === undefined) continue
    byCheck.set(answer.checkId, [...(byCheck.get(answer.checkId) ?? []), answer])
  }
  const groups = [...byCheck.values()].map((all): CheckGroup => {
    const { checkId, title, basis } = all[0]!
    const outcome = WORST.find((each) => all.some((answer) => outcomeOf(answer) === each)) ?? 'passed'
    return { checkId, title, basis, outcome, told: all.filter((answer) => answer.outcome !== 'passed'), all }
  })
  return groups.toSorted((a, b) => WORST.indexOf(a.outcome) - WORST.indexOf(b.outcome))
}
