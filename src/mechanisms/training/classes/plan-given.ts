import type { ClassPlan } from './contract.ts'

/** A plan being typed: anything may still be missing. */
export type PlanGiven = { readonly [K in keyof ClassPlan]: ClassPlan[K] | null }

export const PLAN_FIELDS = [
  'number',
  'kind',
  'occupationId',
  'level',
  'certificateKind',
  'siteId',
  'roomId',
  'instructorId',
  'startsOn',
  'endsOn',
  'theoryHours',
  'practiceHours',
  'capacity',
  'payee',
  'fund',
] as const satisfies readonly (keyof ClassPlan)[]

/** What is still empty, in the order of the form. */
export function missingFields(given: PlanGiven): (keyof ClassPlan)[] {
  return PLAN_FIELDS.filter((field) => given[field] === null || given[field] === '')
}

/** The plan when nothing is missing. */
export function completePlan(given: PlanGiven): ClassPlan | undefined {
  return missingFields(given).length === 0 ? (given as ClassPlan) : undefined
}

type Problem = { readonly items: readonly { readonly at: string; readonly detail: string }[] }

/** What the server said of each field; items come as `body.siteId`. */
export function saidOfFields(problem: Problem | null): ReadonlyMap<string, string> {
  return new Map((problem?.items ?? []).map((item) => [item.at.replace(/^body\./, ''), item.detail]))
}
