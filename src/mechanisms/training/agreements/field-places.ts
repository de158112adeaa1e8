import type { ProblemDocument } from '../../../platform/contract/public.ts'

type Item = ProblemDocument['items'][number]

/** Whether a place in the request is a field itself, or a part of it. */
function isAt(place: string, at: string): boolean {
  return place === at || place.startsWith(`${at}.`)
}

/** What was refused about one field. */
export function problemsAt(problem: ProblemDocument | null, at: string): readonly Item[] {
  return problem?.items.filter((item) => isAt(item.at, at)) ?? []
}

/** The refusal with what is not said beneath one of these fields; nothing of it is left out. */
export function beyond(problem: ProblemDocument | null, fields: readonly string[]): ProblemDocument | null {
  if (!problem) return null
  const rest = problem.items.filter((item) => !fields.some((at) => isAt(item.at, at)))
  return { ...problem, items: rest.map((item) => ({ ...item, at: '' })) }
}
