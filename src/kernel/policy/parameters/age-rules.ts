import type { CivilDate } from '../../values/public.ts'
import { hasReachedRetirement, type RetirementSubject, type RetirementTable } from './retirement.ts'

export type AgeRules = {
  readonly minimumAge: number
  reachedRetirement(subject: RetirementSubject, on: CivilDate): boolean
}

/** The county's ages for training, read from its parameters. */
export function ageRules(parameters: { get(name: string): { readonly value: unknown } }): AgeRules {
  const table = parameters.get('retirement.ages').value as RetirementTable
  return {
    minimumAge: parameters.get('roster.minimumAge').value as number,
    reachedRetirement: (subject, on) => hasReachedRetirement(table, subject, on),
  }
}
