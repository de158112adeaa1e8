import type { PassLines, PointsTerms } from '../../../kernel/marking/public.ts'
import type { Parameters } from '../../../kernel/policy/public.ts'

/** How marks are written and when they pass, by the county's parameters. */
export function marksTermsOn(parameters: Parameters): { points: PointsTerms; lines: PassLines } {
  return {
    points: {
      maximum: parameters.get('marks.maximum').value,
      absentWords: parameters.get('marks.absentWords').value,
    },
    lines: {
      theory: parameters.get('marks.theoryPass').value,
      practice: parameters.get('marks.practicePass').value,
    },
  }
}
