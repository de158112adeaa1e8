import type { ProblemDocument } from '../../../platform/contract/public.ts'
import { problemsAt } from './field-places.ts'

type FieldProblemsProps = {
  problem: ProblemDocument | null
  /** The field's place in the request, `body.phone`. */
  at: string
  id?: string
}

/** What was refused about one field, said beneath it. */
export function FieldProblems({ problem, at, id }: FieldProblemsProps) {
  const here = problemsAt(problem, at)
  if (here.length === 0) return null
  return (
    <small className="ag-problem" id={id}>
      {here.map((item) => (
        <span key={`${item.at} ${item.detail}`}>{item.detail}</span>
      ))}
    </small>
  )
}
