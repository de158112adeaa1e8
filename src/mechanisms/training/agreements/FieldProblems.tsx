import type { ProblemDocument } from '../../../platform/contract/public.ts'

/** Whether something refused belongs to a field: to the field itself, or to a part of it. */
function isAt(place: string, at: string): boolean {
  return place === at || place.startsWith(`${at}.`)
}

type FieldProblemsProps = {
  problem: ProblemDocument | null
  /** The field's place in the request, `body.phone`. */
  at: string
  id?: string
}

/** What was refused about one field, said beneath it. */
export function FieldProblems({ problem, at, id }: FieldProblemsProps) {
  const here = problem?.items.filter((item) => isAt(item.at, at)) ?? []
  if (here.length === 0) return null
  return (
    <small className="ag-problem" id={id}>
      {here.map((item) => (
        <span key={item.detail}>{item.detail}</span>
      ))}
    </small>
  )
}

export function hasProblem(problem: ProblemDocument | null, at: string): boolean {
  return problem?.items.some((item) => isAt(item.at, at)) ?? false
}

/** The refusal with what is not said beneath one of these fields; nothing of it is left out. */
export function beyond(problem: ProblemDocument | null, fields: readonly string[]): ProblemDocument | null {
  if (!problem) return null
  const rest = problem.items.filter((item) => !fields.some((at) => isAt(item.at, at)))
  return { ...problem, items: rest.map((item) => ({ ...item, at: '' })) }
}
