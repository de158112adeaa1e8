import type { Sentence } from '../../../platform/contract/public.ts'
import { judgedByWords as words } from './words.ts'

/** What of a plan a roster is judged by: the first day for ages, the fund for groups, the rest for its title lines. */
export const JUDGED_FIELDS = ['occupationId', 'level', 'kind', 'fund', 'startsOn', 'endsOn'] as const
export type JudgedField = (typeof JUDGED_FIELDS)[number]

type JudgedPlan = { readonly [K in JudgedField]: string }

/** The plan that a roster was judged by when it was imported, and which of it the roster's own title lines name. */
export type JudgedBy = JudgedPlan & { readonly named: readonly JudgedField[] }

export function judgedByOf(plan: JudgedPlan, named: readonly JudgedField[]): JudgedBy {
  const { occupationId, level, kind, fund, startsOn, endsOn } = plan
  return { occupationId, level, kind, fund, startsOn, endsOn, named: JUDGED_FIELDS.filter((f) => named.includes(f)) }
}

/** What of the plan is no longer what the roster was judged by. */
export function changedFields(judgedBy: JudgedPlan, plan: JudgedPlan): JudgedField[] {
  return JUDGED_FIELDS.filter((field) => judgedBy[field] !== plan[field])
}

/** Whether two uploads were judged by the same. */
export function isJudgedAlike(one: JudgedBy | null, other: JudgedBy): boolean {
  return one !== null && changedFields(one, other).length === 0 && one.named.join() === other.named.join()
}

/** One change of the plan since the roster was imported; `disowned` where the roster's title lines still say the former. */
export type PlanChange = {
  readonly field: JudgedField
  readonly sentence: Sentence
  readonly disowned: Sentence | null
}

/** Every change since, in words. What the title lines do not name is judged again from the rows and asks for nothing. */
export function planChanges(
  judgedBy: JudgedBy,
  plan: JudgedPlan,
  nameOf: (field: JudgedField, value: string) => Sentence,
): PlanChange[] {
  return changedFields(judgedBy, plan).map((field) => {
    const [was, is] = [nameOf(field, judgedBy[field]), nameOf(field, plan[field])]
    const label = words.fields[field]
    const disowned = judgedBy.named.includes(field) ? words.disowned(label, was, is) : null
    return { field, sentence: words.changed(label, was, is), disowned }
  })
}
